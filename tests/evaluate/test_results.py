import json
from pathlib import Path

import pytest

from regesta.errors import ConfigError
from regesta.evaluate.datasets import Dataset
from regesta.evaluate.intervals import measure
from regesta.evaluate.report import Result, as_table, plain_scores
from regesta.evaluate.results import merged, read_results, score_in, write_results
from regesta.evaluate.tally import Tally, add_rate


def a_result(answers: int = 20) -> Result:
    tallies = []
    for number in range(answers):
        tally: Tally = Tally()
        add_rate(tally, "status.accuracy", number % 2, groups=["type=AID", *(["type=AGREE"] if number < 3 else [])])
        add_rate(tally, "confidence", 0.7)
        tallies.append(tally)
    return Result(answers, measure(tallies, "own"))


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    gold = tmp_path / "gold.jsonl"
    gold.touch()
    return Dataset("own", "articles", gold)


def test_results_are_read_as_they_were_written(dataset: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    write_results(merged({}, {dataset: a_result()}), path)
    found = read_results(path)
    assert found == merged({}, {dataset: a_result()})
    score = score_in(found, "own", "status.accuracy", "type=AID")
    assert score is not None
    assert (score.value, score.of) == (0.5, 20)
    assert score_in(found, "own", "status.accuracy", "type=AGREE") is None  # three say nothing


def test_a_line_holds_a_group(dataset: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    write_results(merged({}, {dataset: a_result()}), path)
    (line,) = (line for line in path.read_text(encoding="utf-8").splitlines() if "type=AID" in line)
    assert json.loads("{" + line.rstrip(",") + "}")["type=AID"]["status.accuracy"][0] == 0.5


def test_data_sets_that_were_not_measured_keep_their_results(dataset: Dataset) -> None:
    before = {"datasets": {"elsewhere": {"items": 1}, "own": {"items": 2}}}
    after = merged(before, {dataset: a_result()})["datasets"]
    assert (after["elsewhere"], after["own"]["items"]) == ({"items": 1}, 20)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"results\.json: not JSON"):
        read_results(path)
    assert read_results(tmp_path / "none.json") == {}


def test_the_table_has_intervals_and_floors() -> None:
    table = as_table({"own": a_result()}, {"own": {"status.accuracy": 0.4}})
    assert "| own | status.accuracy | 0.500 | 0." in table
    assert table.splitlines()[-1].endswith("| 0.400 |")


def test_what_the_coder_says_of_itself_has_no_floor() -> None:
    assert plain_scores({"own": a_result()}) == {"own": {"status.accuracy": 0.5}}
