import json
from pathlib import Path

from regesta.evaluate.datasets import find_datasets
from regesta.evaluate.report import read_parts


def test_only_the_data_sets_that_are_present_are_found(tmp_path: Path) -> None:
    (tmp_path / "own/happenings").mkdir(parents=True)
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/timebank.jsonl").touch()
    found = {dataset.name for dataset in find_datasets(tmp_path / "own", tmp_path / "shared")}
    assert {"own-happenings", "dev-timebank"} <= found
    assert not {"own-pairs", "own-articles", "dev-quotes"} & found


def test_the_parts_of_a_kind_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("articles_b", "articles_a", "happenings_a"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": name}) + "\n", encoding="utf-8")
    assert [row["id"] for row in read_parts(tmp_path, "articles")] == ["articles_a", "articles_b"]
