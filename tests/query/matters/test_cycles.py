from pathlib import Path

import pytest

from regesta.errors import OntologyError
from regesta.query.matters import cycles
from regesta.query.matters.cycles import load_cycles

GOOD = """
meetings:
  title: Meetings
  description: Some.
  kinds: [{type: CONSULT}]
  about: []
  order: [planned, held]
  open: [planned]
  closing: [held]
  stages:
    - {stage: planned, rules: [{type: CONSULT, status: planned}]}
  links: [{parties: 2, days: 3}]
"""


def test_the_shipped_cycles_have_the_stages_that_users_ask_for() -> None:
    found = load_cycles()
    assert list(found) == ["meetings", "agreements", "sanctions", "exercises", "warnings"]
    assert set(found["agreements"].order) == {
        "proposed", "negotiated", "signed", "ratified", "in force", "suspended", "ended", "revived",
    }  # fmt: skip
    assert set(found["sanctions"].order) == {"announced", "in force", "widened", "lifted"}
    assert {"planned", "held", "moved", "called off"} <= set(found["meetings"].order)
    for cycle in found.values():
        assert {stage for stage, _ in cycle.rules} <= set(cycle.order)
        assert cycle.open
        assert cycle.closing


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{type: CONSULT}]", "{type: TALK}]", "no event type 'TALK'"),
        ("open: [planned]", "open: [expected]", "stage 'expected' is missing from `order`"),
        ("{type: CONSULT, status: planned}", "{}", "fits every event"),
        ("{parties: 2, days: 3}", "{parties: 2}", "must ask for words"),
        ("{type: CONSULT, status: planned}", "{type: CONSULT, mode: sing}", "has no mode 'sing'"),
    ],
)
def test_a_wrong_file_is_refused(
    old: str, new: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cycles.yaml"
    monkeypatch.setattr(cycles, "FILE", file)
    file.write_text(GOOD, encoding="utf-8")
    assert list(load_cycles.__wrapped__()) == ["meetings"]
    assert old in GOOD
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(OntologyError, match=message):
        load_cycles.__wrapped__()
