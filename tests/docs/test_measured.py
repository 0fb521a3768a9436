"""Every measured figure of the documentation is the one in the file of results."""

import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from test_docs import DOCS, ROOT, text_of

from regesta.evaluate.gate import fingerprint
from regesta.evaluate.results import RESULTS, read_results


@pytest.fixture
def accuracy(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Give the script that fills the tables in."""
    monkeypatch.syspath_prepend(ROOT / "scripts")
    yield importlib.import_module("build_accuracy")
    for name in ("build_accuracy", "accuracy_tables", "accuracy_picture"):
        sys.modules.pop(name, None)


def test_the_pages_equal_the_results(accuracy: ModuleType) -> None:
    assert accuracy.check() == [], "run `make eval`"


def test_every_measured_table_is_on_a_page(accuracy: ModuleType) -> None:
    named = re.findall(r"<!-- measured: ([\w-]+) -->", "".join(map(text_of, sorted(DOCS.rglob("*.md")))))
    assert sorted(named) == sorted(accuracy.TABLES)


def test_a_figure_changed_by_hand_is_found_out(accuracy: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    page = tmp_path / "accuracy.md"
    page.write_text("Before.\n<!-- measured: articles -->\n| 0.999 |\n<!-- end -->\nAfter.\n", encoding="utf-8")
    assert accuracy.check(tmp_path) == ["accuracy.md", "images/reliability.svg"]
    for path, text in accuracy.build(tmp_path).items():
        path.write_text(text, encoding="utf-8")
    assert accuracy.check(tmp_path) == []
    filled = page.read_text(encoding="utf-8")
    assert filled.startswith("Before.\n")
    assert filled.endswith("<!-- end -->\nAfter.\n")
    assert "0.999" not in filled


def test_results_were_measured_on_the_gold_that_ships() -> None:
    found = read_results(ROOT / RESULTS)["datasets"]
    gold = ROOT / "evaluation/gold"
    files = {
        "own-articles": gold / "articles/articles.jsonl",
        "own-pairs": gold / "same_happening/pairs.jsonl",
        "own-happenings": gold / "happenings",
        "own-swaps": gold / "swaps/templates.yaml",
        "own-hard": gold / "hard/sentences.yaml",
    }
    assert {name: found[name]["gold_sha256"] for name in files} == {n: fingerprint(p) for n, p in files.items()}


def test_every_score_that_has_a_floor_was_measured() -> None:
    floors = json.loads((ROOT / "evaluation/floors.json").read_text(encoding="utf-8"))["floors"]
    found = read_results(ROOT / RESULTS)["datasets"]
    missing = [
        (name, score) for name, scores in floors.items() for score in scores if score not in found[name]["scores"][""]
    ]
    assert missing == []


def test_the_picture_of_the_house_has_every_room() -> None:
    picture = text_of(DOCS / "images/house.svg")
    rooms = sorted(path.name for path in (ROOT / "regesta").iterdir() if (path / "__init__.py").is_file())
    assert [room for room in rooms if not re.search(rf"[>\s,]{room}\b", picture)] == []
