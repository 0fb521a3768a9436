"""Codes the gold data sets in one pass and scores the codings."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from regesta.evaluate import layers, sentences
from regesta.evaluate.align import Json
from regesta.evaluate.datasets import Dataset
from regesta.evaluate.happenings import tally_chains, tally_happenings
from regesta.evaluate.hard import Answer, answers, read_sentences, tally_answers
from regesta.evaluate.inputs import Prepared, prepare, write_jsonl
from regesta.evaluate.intervals import Group, measure
from regesta.evaluate.joining import read_joined, tally_pairs
from regesta.evaluate.mistakes import Mistake, find_mistakes
from regesta.evaluate.phrases import tally_names, tally_phrases
from regesta.evaluate.read_pairs import tally_read_pairs
from regesta.evaluate.recognizers import tally_money_cases, tally_time_cases
from regesta.evaluate.scores import tally_articles
from regesta.evaluate.speech import tally_speech
from regesta.evaluate.swaps import read_cases, states_not_read, tally_swaps
from regesta.evaluate.tally import WHOLE, Tally
from regesta.evaluate.utterances import tally_said

Coder = Callable[[Sequence[Path]], Iterator[list[Json]]]
"""Codes the articles of files in one pass; yields those of each file, by the output contract."""
Enterer = Callable[[Path, Path], None]
"""Codes the articles of a file or folder into a store, and judges what is one happening."""
FEWEST_ITEMS = 5  # of a group that is reported: drawings from fewer articles say nothing of it
NO_MEASURE = frozenset({"confidence"})  # what the coder says of itself, which need not rise
BY_ITEM = {**sentences.BY_TASK, **layers.BY_TASK}
ALONE = {"phrases": tally_phrases, "names": tally_names}
CASES = {"time-cases": tally_time_cases, "money-cases": tally_money_cases}


def of_entries(tally: Callable[..., list[Tally]]) -> Callable[[Sequence[Json], Path], list[Tally]]:
    """Return what tallies the entries of a store."""
    return lambda gold, store: tally(gold, *read_joined(store))


JOINED: Mapping[str, Callable[[Sequence[Json], Path], list[Tally]]] = {
    "pairs": of_entries(tally_pairs),
    "read-pairs": of_entries(tally_read_pairs),
    "happenings": of_entries(tally_happenings),
    "chains": tally_chains,
    "utterances": tally_said,
}


@dataclass(frozen=True)
class Result:
    """What was measured on a data set.

    Attributes:
        items: Number of gold items that were drawn from for the intervals.
        scores: Scores with their intervals by group; the whole is "".
        mistakes: What was wrong in whole articles.
        answers: Hard sentences with how they were coded.
        states_not_read: States that, swapped into a sentence, were not read as what they are.
    """

    items: int
    scores: Mapping[str, Group]
    mistakes: tuple[Mistake, ...] = field(default=(), repr=False)
    answers: tuple[Answer, ...] = field(default=(), repr=False)
    states_not_read: tuple[str, ...] = ()


def measure_datasets(datasets: Iterable[Dataset], code: Coder, enter: Enterer) -> Iterator[tuple[Dataset, Result]]:
    """Yield what is measured on each data set; the articles of all are coded in one pass.

    Raises:
        RegestaError: The gold does not fit its texts.
    """
    prepared = [prepare(dataset) for dataset in datasets]
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{each.dataset.name}.jsonl" for each in prepared]
        for each, file in zip(prepared, files, strict=True):
            write_jsonl(file, each.articles)
        to_code = [n for n, each in enumerate(prepared) if each.articles and each.dataset.task not in JOINED]
        coded = code([files[n] for n in to_code])
        for n, each in enumerate(prepared):
            rows = next(coded) if n in to_code else []
            joined = each.dataset.task in JOINED
            tallies = tally_joined(each, files[n], enter) if joined else tally_coded(each, rows)
            scores = measure(tallies, each.dataset.name, fewest=FEWEST_ITEMS)
            details = (tuple(mistakes_of(each, rows)), answers_of(each, rows), states_of(each, rows))
            yield each.dataset, Result(len(tallies), scores, *details)


def tally_joined(prepared: Prepared, file: Path, enter: Enterer) -> list[Tally]:
    """Return what the items of a data set add whose articles go into a store."""
    store = file.with_suffix(".db")
    enter(file if prepared.articles else prepared.dataset.texts or file, store)
    return JOINED[prepared.dataset.task](prepared.gold, store)


def tally_coded(prepared: Prepared, coded: Sequence[Json]) -> list[Tally]:
    """Return what the items of a data set add to its scores, from the codings of its articles."""
    task = prepared.dataset.task
    if task in ALONE:
        return ALONE[task](prepared.gold)
    if task == "swaps":
        return tally_swaps(read_cases(prepared.dataset.gold), coded)
    if task == "hard":
        return tally_answers(answers_of(prepared, coded))
    if task in CASES:
        return CASES[task](prepared.gold, coded)
    by_id = {row["id"]: row for row in coded}
    if task == "speech":
        return tally_speech(prepared.gold, by_id)
    if task == "articles":
        return tally_articles(prepared.gold, by_id, {row["id"]: row for row in prepared.articles})
    ids = (article["id"] for article in prepared.articles)
    return [BY_ITEM[task](item, by_id.get(id, {})) for id, item in zip(ids, prepared.gold, strict=True)]


def mistakes_of(prepared: Prepared, coded: Sequence[Json]) -> Iterator[Mistake]:
    """Yield what is wrong in whole articles."""
    if prepared.dataset.task == "articles":
        by_id = {row["id"]: row for row in coded}
        for gold, article in zip(prepared.gold, prepared.articles, strict=True):
            yield from find_mistakes(gold, by_id.get(gold["id"], {}), article["text"])


def answers_of(prepared: Prepared, coded: Sequence[Json]) -> tuple[Answer, ...]:
    """Return the hard sentences with their codings."""
    if prepared.dataset.task != "hard":
        return ()
    return tuple(answers(read_sentences(prepared.dataset.gold), coded))


def states_of(prepared: Prepared, coded: Sequence[Json]) -> tuple[str, ...]:
    """Return the states that were not read as what they are."""
    return states_not_read(read_cases(prepared.dataset.gold), coded) if prepared.dataset.task == "swaps" else ()


def plain_scores(results: Mapping[str, Result]) -> dict[str, dict[str, float]]:
    """Return the scores of the whole of each data set without intervals, as floors are kept."""
    return {
        name: {score: found.value for score, found in result.scores.get(WHOLE, {}).items() if score not in NO_MEASURE}
        for name, result in results.items()
    }


def as_table(results: Mapping[str, Result], floors: Mapping[str, Mapping[str, float]]) -> str:
    """Return the scores with their intervals and floors as a Markdown table."""
    lines = ["| data set | score | value | 95 % interval | floor |", "|---|---|---|---|---|"]
    for dataset, result in results.items():
        for score, found in result.scores.get(WHOLE, {}).items():
            floor = floors.get(dataset, {}).get(score)
            least = "" if floor is None else f"{floor:.3f}"
            lines.append(f"| {dataset} | {score} | {found.value:.3f} | {found.low:.3f} to {found.high:.3f} | {least} |")
    return "\n".join(lines)
