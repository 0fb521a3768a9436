from pathlib import Path

import pytest

from regesta.errors import OntologyError
from regesta.ontology.event_types import Ontology, is_mutual
from regesta.ontology.load import DATA, read_yaml


def test_meetings_agreements_and_cooperation_take_two() -> None:
    assert all(map(is_mutual, ("AGREE", "CONSULT", "COOPERATE")))
    assert not any(map(is_mutual, ("AID", "SUPPORT", "ASSAULT")))


def test_acts_of_a_type_that_is_no_longer_declared_take_one() -> None:
    assert not is_mutual("EXTRADITE")


@pytest.mark.parametrize(("right", "wrong"), [("quad: 1", "quad: 7"), ("intensity: 4.2", "intensity: 42")])
def test_a_class_or_intensity_that_there_is_not_fails_on_load(right: str, wrong: str, tmp_path: Path) -> None:
    declared = tmp_path / "event_types.yaml"
    declared.write_text((DATA / declared.name).read_text("utf-8").replace(right, wrong, 1), "utf-8")
    with pytest.raises(OntologyError, match=rf"event_types.AGREE.{wrong.partition(':')[0]}: Input should be"):
        read_yaml(declared, Ontology)
