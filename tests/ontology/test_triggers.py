from pathlib import Path

import pytest

from regesta.errors import OntologyError
from regesta.ontology.triggers import Trigger, check_trigger, load_triggers


def test_an_idiom_that_does_not_settle_its_type_is_refused() -> None:
    trigger = Trigger(lemmas=("shake",), pos="verb", example="They shook hands.", confidence=0.6, idiom=True)
    with pytest.raises(OntologyError, match=r"AGREE.yaml: entry 3 \(shake\): an idiom settles the type"):
        check_trigger(Path("AGREE.yaml"), "AGREE", 3, trigger)


def test_every_idiom_names_the_words_that_make_it_fixed() -> None:
    entries = {typed.source: typed.trigger for group in load_triggers().values() for typed in group}
    idioms = {source: trigger for source, trigger in entries.items() if trigger.idiom}
    bare = {source for source, trigger in idioms.items() if trigger.conditions == 0}
    assert idioms
    assert {tuple(entries[source].lemmas) for source in bare} <= {("closet",), ("stonewall",)}
