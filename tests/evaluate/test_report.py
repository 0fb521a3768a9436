import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from regesta.evaluate.datasets import Dataset
from regesta.evaluate.report import Result, measure_datasets
from regesta.evaluate.tally import WHOLE

Json = dict[str, Any]
TEXT = "Chad accused Peru. It left."
EVENT = {
    "type": "ACCUSE",
    "trigger": {"text": "accused", "start": 5, "end": 12},
    "actors": [{"text": "Chad", "start": 0, "end": 4, "iso3": "TCD"}],
    "recipients": [{"text": "Peru", "start": 13, "end": 17, "iso3": "PER"}],
    "status": "happened",
    "date": {"start": "2023-05-17", "end": "2023-05-17"},
    "place": None,
}


class Coder:
    """Codes each article as it is told to, and remembers what it was asked."""

    def __init__(self, *events: Json) -> None:
        self.events, self.asked = events, list[list[str]]()

    def __call__(self, files: Sequence[Path]) -> Iterator[list[Json]]:
        self.asked.append([file.stem for file in files])
        for file in files:
            rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
            yield [{"id": row["id"], "events": list(self.events), "statements": []} for row in rows]


def no_store(articles: Path, store: Path) -> None:
    raise AssertionError("nothing here goes into a store")


@pytest.fixture
def datasets(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Dataset]:
    monkeypatch.chdir(root)  # regions and outlets lie there
    gold, texts, dyads, hard = (tmp_path / name for name in ("gold.jsonl", "texts.jsonl", "dyads.jsonl", "hard.yaml"))
    ids = [f"a{n}" for n in range(5)]
    gold.write_text("".join(json.dumps({"id": i, "events": [EVENT], "statements": []}) + "\n" for i in ids))
    texts.write_text("".join(json.dumps({"id": i, "text": TEXT, "publisher": "AFP"}) + "\n" for i in ids))
    dyad = {"sentence": TEXT, "source": "Chad", "target": "Peru", "gold_root": "ACCUSE"}
    dyads.write_text(json.dumps(dyad) + "\n")
    hard.write_text('- {kind: missed, text: "Chad accused Peru.", right: ["ACCUSE: TCD -> PER"]}\n')
    return [
        Dataset("own-articles", "articles", gold, texts),
        Dataset("dev-dyads", "dyads", dyads),
        Dataset("own-hard", "hard", hard),
    ]


def measured(datasets: list[Dataset], coder: Coder) -> dict[str, Result]:
    return {dataset.name: result for dataset, result in measure_datasets(datasets, coder, no_store)}


def test_all_data_sets_are_coded_in_one_pass_and_scored(datasets: list[Dataset]) -> None:
    coder = Coder(EVENT)
    found = measured(datasets, coder)
    assert coder.asked == [["own-articles", "dev-dyads", "own-hard"]]
    assert found["own-articles"].scores[WHOLE]["event_full.f1"].value == 1.0
    assert found["own-articles"].scores["region of actor=Sub-Saharan Africa"]["event_type.r"].of == 5
    assert found["dev-dyads"].scores[WHOLE]["type_and_both_parties"].value == 1.0
    assert [answer.is_right for answer in found["own-hard"].answers] == [True]
    assert found["own-articles"].mistakes == ()


def test_what_is_wrong_is_kept_with_its_article(datasets: list[Dataset]) -> None:
    found = measured(datasets, Coder({**EVENT, "type": "REJECT"}))
    assert {mistake.kind for mistake in found["own-articles"].mistakes} == {"wrong type"}
    assert [mistake.article for mistake in found["own-articles"].mistakes] == [f"a{n}" for n in range(5)]
    (answer,) = found["own-hard"].answers
    assert (answer.is_right, answer.coded) == (False, ("REJECT: TCD -> PER, 2023-05-17, no place",))


def test_an_event_too_many_is_no_right_answer(datasets: list[Dataset]) -> None:
    (answer,) = measured(datasets, Coder(EVENT, EVENT))["own-hard"].answers
    assert not answer.is_right
