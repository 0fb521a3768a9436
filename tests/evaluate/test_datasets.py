import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from regesta.cli.app import app
from regesta.evaluate.datasets import Dataset, list_datasets
from regesta.evaluate.held_out import is_held_out
from regesta.evaluate.inputs import prepare


def test_data_sets_are_listed_with_whether_they_are_present(tmp_path: Path) -> None:
    (tmp_path / "own/happenings").mkdir(parents=True)
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/timebank.jsonl").touch()
    found = {dataset.name: dataset.is_present for dataset in list_datasets(tmp_path / "own", tmp_path / "shared")}
    assert found["own-happenings"]
    assert found["dev-timebank"]
    assert not any(found[name] for name in ("own-pairs", "own-articles", "dev-quotes", "dev-newswcl50"))


def test_what_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["evaluate", "--only", "newswcl"])
    assert result.exit_code == 1
    assert result.stderr == "regesta: dev-newswcl50 is not scored: there is no ../shared/gold/newswcl50.jsonl\n"


def test_the_parts_of_a_kind_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("articles_b", "articles_a", "happenings_a"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": name}) + "\n", encoding="utf-8")
    prepared = prepare(Dataset("own-happenings", "happenings", tmp_path))
    assert [row["id"] for row in prepared.articles] == ["articles_a", "articles_b"]
    assert [row["id"] for row in prepared.gold] == ["happenings_a"]


def test_of_what_the_network_learned_from_only_the_held_out_part_is_read(tmp_path: Path) -> None:
    gold = tmp_path / "dyads.jsonl"
    sentences = [f"Sentence {number} was written here." for number in range(40)]
    gold.write_text("".join(json.dumps({"sentence": s}) + "\n" for s in sentences), encoding="utf-8")
    prepared = prepare(Dataset("dev-dyads", "dyads", gold, held_out=True))
    kept = [row["sentence"] for row in prepared.gold]
    assert kept == [s for s in sentences if is_held_out(s)]
    assert 0 < len(kept) < 40
    assert [row["text"] for row in prepared.articles] == kept
