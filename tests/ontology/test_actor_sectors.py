from pathlib import Path

import pytest

from regesta.errors import OntologyError
from regesta.ontology import actor_sectors
from regesta.ontology.actor_sectors import load_sectors


def test_a_state_has_one_army_and_many_courts() -> None:
    sectors = load_sectors()
    assert {"army", "parliament", "supreme court"} <= sectors.sole_organs
    assert {sectors.nouns["court"].kind, sectors.nouns["embassy"].kind} == {"body"}
    assert sectors.sole_organs.isdisjoint({"court", "embassy"})


def test_a_sole_organ_that_no_noun_tells_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shipped = (actor_sectors.DATA / "sectors.yaml").read_text(encoding="utf-8")
    strange = shipped.replace("\nsole_organs: [", "\nsole_organs: [minister, ")
    (tmp_path / "sectors.yaml").write_text(strange, encoding="utf-8")
    monkeypatch.setattr(actor_sectors, "DATA", tmp_path)
    with pytest.raises(OntologyError, match="sole_organs has 'minister', which is no noun for a body"):
        load_sectors.__wrapped__()
