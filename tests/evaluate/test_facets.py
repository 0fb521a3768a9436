import csv
import json
from pathlib import Path

import pytest

from regesta.errors import ConfigError
from regesta.evaluate.facets import OUTLETS, REGIONS, event_groups, is_named, placed, tenth
from regesta.ontology.load import DATA


def test_every_state_lies_in_one_region(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    with (DATA / "crosswalks/countries.csv").open(encoding="utf-8") as file:
        states = {row["iso3"] for row in csv.DictReader(file)}
    assert set(placed(REGIONS)) == states


def test_every_publisher_of_our_gold_has_a_style(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    parts = [
        *Path("evaluation/gold/happenings").glob("articles_*"),
        Path("evaluation/gold/articles/articles_text.jsonl"),
    ]
    rows = [json.loads(line) for part in parts for line in part.read_text(encoding="utf-8").splitlines()]
    assert {row["publisher"] for row in rows} - set(placed(OUTLETS)) == set()


def test_a_value_that_stands_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "outlets.yaml"
    file.write_text("wire: [AFP]\npaper: [AFP]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="AFP stands under wire and paper"):
        placed(file)


def test_an_event_belongs_to_the_groups_of_its_type_parties_voice_and_outlet(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    text = "Two envoys were expelled by Kenya."
    event = {
        "type": "SANCTION",
        "status": "happened",
        "trigger": {"start": text.index("expelled"), "end": text.index("expelled") + 8},
        "actors": [{"text": "Kenya", "iso3": "KEN"}],
        "recipients": [{"text": "two envoys", "iso3": None}],
    }
    assert event_groups(event, {"text": text, "publisher": "AFP"}) == [
        "type=SANCTION",
        "quad=4",
        "status=happened",
        "region of actor=Sub-Saharan Africa",
        "region of recipient=no state",
        "actor=named",
        "recipient=described",
        "voice=passive",
        "outlet=wire",
    ]


@pytest.mark.parametrize(("words", "named"), [("The rebels", False), ("the Kenyan army", True), ("Kenya", True)])
def test_a_party_is_named_or_described(words: str, named: bool) -> None:
    assert is_named(words) is named


def test_the_highest_tenth_holds_certainty() -> None:
    assert (tenth(1.0), tenth(0.95), tenth(0.31)) == ("0.9", "0.9", "0.3")
