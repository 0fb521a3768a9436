from pathlib import Path

import pytest

from regesta.errors import ConfigError
from regesta.evaluate.gate import drops, fingerprint, moved, raised, read_floors, write_floors

FLOORS = {"own": {"event_type.f1": 0.6, "statement.f1": 0.7}}


def test_a_score_below_its_floor_is_reported() -> None:
    fallen = drops({"own": {"event_type.f1": 0.5, "statement.f1": 0.7}}, FLOORS)
    assert [(drop.score, drop.floor, drop.measured) for drop in fallen] == [("event_type.f1", 0.6, 0.5)]


def test_a_missing_score_counts_as_a_drop() -> None:
    assert [drop.score for drop in drops({"own": {"statement.f1": 0.7}}, FLOORS)] == ["event_type.f1"]


def test_a_data_set_that_is_not_there_is_no_drop() -> None:
    assert drops({}, FLOORS) == []


def test_floors_only_rise() -> None:
    measured = {"own": {"event_type.f1": 0.5, "statement.f1": 0.8}}
    assert raised(measured, FLOORS) == {"own": {"event_type.f1": 0.6, "statement.f1": 0.8}}
    assert raised(measured, FLOORS, allow_regression=True) == measured


def test_changed_gold_is_noticed(tmp_path: Path) -> None:
    gold, floors = tmp_path / "gold.jsonl", tmp_path / "floors.json"
    gold.write_text("{}", encoding="utf-8")
    write_floors(FLOORS, {"own": fingerprint(gold)}, floors)
    assert read_floors(floors) == FLOORS
    assert moved({"own": fingerprint(gold)}, floors) == []
    gold.write_text('{"easier": true}', encoding="utf-8")
    assert moved({"own": fingerprint(gold)}, floors) == ["own"]


def test_a_changed_part_of_a_gold_folder_is_noticed(tmp_path: Path) -> None:
    for part in ("a", "b"):
        (tmp_path / f"part_{part}.jsonl").write_text("{}", encoding="utf-8")
    before = fingerprint(tmp_path)
    assert fingerprint(tmp_path) == before
    (tmp_path / "part_b.jsonl").write_text('{"easier": true}', encoding="utf-8")
    assert fingerprint(tmp_path) != before


def test_scoring_one_data_set_keeps_what_is_known_of_the_others(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    write_floors(FLOORS, {"own": "1", "dev": "2"}, path)
    write_floors(FLOORS, {"own": "3"}, path)
    assert moved({"own": "3", "dev": "2"}, path) == []
    assert moved({"dev": "4"}, path) == ["dev"]


def test_a_broken_floors_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"floors\.json: not JSON"):
        read_floors(path)
