"""Codes the gold data sets and scores the codings."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from regesta.errors import RegestaError
from regesta.evaluate.align import Json
from regesta.evaluate.datasets import Dataset
from regesta.evaluate.happenings import score_told
from regesta.evaluate.held_out import is_held_out
from regesta.evaluate.joining import score_store
from regesta.evaluate.phrases import score_names, score_phrases
from regesta.evaluate.recognizers import case_articles, score_money_cases, score_time_cases
from regesta.evaluate.scores import prefixed, score_articles
from regesta.evaluate.speech import score_speech
from regesta.evaluate.stand_off import gold_articles
from regesta.evaluate.utterances import score_said

ALONE = {"phrases": score_phrases, "names": score_names}
CaseScorer = Callable[[list[Json], list[Json]], dict[str, float]]
CASES: Mapping[str, CaseScorer] = {"time-cases": score_time_cases, "money-cases": score_money_cases}
Coder = Callable[[Path, Path], None]
"""Codes the articles of a file or folder into a file."""


def score_dataset(dataset: Dataset, code: Coder, enter: Coder) -> dict[str, float]:
    """Code a data set's articles and return its scores under dotted names.

    Args:
        dataset: What to score.
        code: Codes into JSON lines, by the output contract.
        enter: Codes into a store, and judges what is one happening.

    Raises:
        RegestaError: The scorer of a data set failed (its own message is included), or the gold does not fit its texts.
    """
    if alone := ALONE.get(dataset.task):
        return alone(read_jsonl(dataset.gold))
    with tempfile.TemporaryDirectory() as folder:
        if dataset.task == "pairs" and dataset.texts is not None:
            store = Path(folder) / "pairs.db"
            enter(dataset.texts, store)
            return score_store(read_jsonl(dataset.gold), store)
        if dataset.task in PARTS:
            return PARTS[dataset.task](dataset.gold, enter, Path(folder))
        if score := CASES.get(dataset.task):
            return score_cases(dataset.gold, score, code, Path(folder))
        if dataset.task == "speech":
            return score_sentences(dataset.gold, code, Path(folder))
        dataset = narrowed(dataset, Path(folder))
        articles, coded = Path(folder) / "articles.jsonl", Path(folder) / "coded.jsonl"
        write_articles(dataset, articles)
        code(articles, coded)
        if dataset.scorer is None:
            by_id = {row["id"]: row for row in read_jsonl(coded)}
            return score_articles(read_jsonl(dataset.gold), by_id)
        texts = [str(dataset.texts)] if dataset.texts else []
        output = run_scorer(dataset.scorer, dataset.task, str(dataset.gold), str(coded), *texts)
    return dict(flattened(json.loads(output)))


def score_cases(gold: Path, score: CaseScorer, code: Coder, folder: Path) -> dict[str, float]:
    """Score cases that are sentences: code each as an article and compare what was found in it."""
    articles, coded = folder / "articles.jsonl", folder / "coded.jsonl"
    rows = list(read_jsonl(gold))
    write_jsonl(articles, case_articles(rows))
    code(articles, coded)
    return score(rows, list(read_jsonl(coded)))


def score_parts(gold: Path, enter: Coder, folder: Path) -> dict[str, float]:
    """Score the happenings of a gold folder, with its articles in a store of their own.

    Args:
        gold: Holds `articles_*.jsonl` and `happenings_*.jsonl`.
        enter: Codes into a store, and judges what is one happening.
        folder: For the store.
    """
    articles, store = folder / "articles.jsonl", folder / "happenings.db"
    write_jsonl(articles, read_parts(gold, "articles"))
    enter(articles, store)
    return score_told(read_parts(gold, "happenings"), store)


def score_said_parts(gold: Path, enter: Coder, folder: Path) -> dict[str, float]:
    """Score the utterances of a gold folder as `score_parts` does happenings; half `b` by itself too, as `other_half`.

    Args:
        gold: Holds `articles_*.jsonl` and `utterances_*.jsonl`.
        enter: Codes into a store, and judges what is one utterance.
        folder: For the store.
    """
    articles, store = folder / "articles.jsonl", folder / "utterances.db"
    write_jsonl(articles, read_parts(gold, "articles"))
    enter(articles, store)
    other = score_said(read_jsonl(gold / "utterances_b.jsonl"), store)
    return {**score_said(read_parts(gold, "utterances"), store), **prefixed("other_half", other)}


def score_sentences(gold: Path, code: Coder, folder: Path) -> dict[str, float]:
    """Score class, addressee and channel on the sentences of a gold folder; half `b` by itself too, as `other_half`.

    Args:
        gold: Holds `sentences_*.jsonl`.
        code: Codes into JSON lines.
        folder: For the sentences as articles, and their codings.
    """
    articles, coded = folder / "articles.jsonl", folder / "coded.jsonl"
    rows = list(read_parts(gold, "sentences"))
    write_jsonl(articles, ({key: row[key] for key in ("id", "text", "published")} for row in rows))
    code(articles, coded)
    by_id = {row["id"]: row for row in read_jsonl(coded)}
    other = score_speech(read_jsonl(gold / "sentences_b.jsonl"), by_id)
    return {**score_speech(rows, by_id), **prefixed("other_half", other)}


def read_parts(folder: Path, kind: str) -> Iterable[Json]:
    """Yield the objects of all files of a kind, in the order of their names."""
    return chain.from_iterable(map(read_jsonl, sorted(folder.glob(f"{kind}_*.jsonl"))))


PARTS = {"happenings": score_parts, "utterances": score_said_parts}


def narrowed(dataset: Dataset, folder: Path) -> Dataset:
    """Return a data set of which only the held-out part is to be scored as files of that part alone."""
    if not dataset.held_out:
        return dataset
    gold, texts = folder / "gold.jsonl", folder / "texts.jsonl"
    if dataset.annotations is None:
        write_jsonl(gold, (row for row in read_jsonl(dataset.gold) if is_held_out(row.get("sentence") or row["text"])))
        return replace(dataset, gold=gold)
    articles = {row["id"]: row for row in read_jsonl(dataset.gold) if is_held_out(row["id"])}
    annotated = [row for path in sorted(dataset.annotations.glob("newswire*.jsonl")) for row in read_jsonl(path)]
    found = list(gold_articles(annotated, {key: row["text"] for key, row in articles.items()}))
    write_jsonl(gold, found)
    write_jsonl(texts, (articles[row["id"]] for row in found))
    return replace(dataset, gold=gold, texts=texts)


def write_jsonl(path: Path, rows: Iterable[Json]) -> None:
    """Write objects as JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def write_articles(dataset: Dataset, target: Path) -> None:
    """Write the articles to code: the texts file, or what the scorer makes of the gold file."""
    if dataset.texts is not None:
        target.write_bytes(dataset.texts.read_bytes())
    elif dataset.scorer is not None:
        target.write_text(run_scorer(dataset.scorer, "inputs", dataset.task, str(dataset.gold)), encoding="utf-8")


def run_scorer(script: Path, *arguments: str) -> str:
    """Run a scoring script and return what it prints.

    Raises:
        RegestaError: It failed.
    """
    done = subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RegestaError(f"{script} {' '.join(arguments)} failed: {done.stderr.strip().splitlines()[-1:]}")
    return done.stdout


def read_jsonl(path: Path) -> Iterable[Json]:
    """Yield the objects of a JSONL file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def flattened(scores: Mapping[str, Any], prefix: str = "") -> Iterable[tuple[str, float]]:
    """Yield nested scores under dotted names, without counts and per-type detail."""
    for key, value in scores.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and value.get("gold") == 0:
            continue  # the gold says nothing of it
        if isinstance(value, dict) and key != "by_type":
            yield from flattened({k: v for k, v in value.items() if k not in {"pred", "gold"}}, f"{name}.")
        elif isinstance(value, int | float) and key not in {"human_with_human", "silent"}:
            yield name, float(value)


def as_table(measured: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]) -> str:
    """Return the scores with their floors as a Markdown table."""
    lines = ["| data set | score | value | floor |", "|---|---|---|---|"]
    for dataset, scores in measured.items():
        for score, value in scores.items():
            floor = floors.get(dataset, {}).get(score)
            lines.append(f"| {dataset} | {score} | {value:.3f} | {'' if floor is None else f'{floor:.3f}'} |")
    return "\n".join(lines)
