"""Brings the gold data sets into one form: their gold, and the articles to code for it."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from regesta.evaluate.align import Json
from regesta.evaluate.datasets import Dataset
from regesta.evaluate.hard import read_sentences
from regesta.evaluate.held_out import is_held_out
from regesta.evaluate.newswcl import read_chains
from regesta.evaluate.read_pairs import is_of_month, is_scored
from regesta.evaluate.recognizers import case_articles
from regesta.evaluate.stand_off import gold_articles
from regesta.evaluate.swaps import PUBLISHED, read_cases


@dataclass(frozen=True)
class Prepared:
    """A data set with its gold and the articles that are to be coded for it, in one order.

    Attributes:
        dataset: Where it came from.
        gold: The gold items.
        articles: JSON records of the articles; none where the data set needs none.
    """

    dataset: Dataset
    gold: tuple[Json, ...]
    articles: tuple[Json, ...]


def prepare(dataset: Dataset) -> Prepared:
    """Read a data set; of one that the network learned from, only the held-out part."""
    gold, articles = READERS.get(dataset.task, read_items)(dataset)
    return Prepared(dataset, tuple(gold), tuple(articles))


def read_whole(dataset: Dataset) -> tuple[list[Json], list[Json]]:
    """Return annotated articles and their texts, in the order of the gold."""
    assert dataset.texts is not None
    texts = {row["id"]: row for row in read_jsonl(dataset.texts)}
    if dataset.annotations is None:
        gold = list(read_jsonl(dataset.gold))
    else:
        texts = {key: publishers_named(row) for key, row in texts.items() if not dataset.held_out or is_held_out(key)}
        stored = chain.from_iterable(map(read_jsonl, sorted(dataset.annotations.glob("newswire*.jsonl"))))
        gold = list(gold_articles(stored, {key: row["text"] for key, row in texts.items()}))
    return gold, [texts[row["id"]] for row in gold]


def publishers_named(row: Json) -> Json:
    """Return a newswire article with the agency that its id names."""
    return {"publisher": AGENCIES.get(row["id"][:3]), **row}


def read_items(dataset: Dataset) -> tuple[list[Json], list[Json]]:
    """Return gold items that carry their texts."""
    gold = [
        row
        for row in read_jsonl(dataset.gold)
        if not dataset.held_out or is_held_out(row.get("sentence") or row["text"])
    ]
    return gold, [ARTICLE_OF.get(dataset.task, bare_sentence)(number, row) for number, row in enumerate(gold)]


def bare_sentence(number: int, row: Json) -> Json:
    """Return a sentence as an article without a day."""
    return {"id": str(number), "text": row.get("sentence") or row["text"]}


def with_attributions(number: int, row: Json) -> Json:
    """Return an article annotated with attributions."""
    kept = {key: row[key] for key in ("text", "title", "publisher")}
    return {"id": str(number), "published": row["date"], **kept}


def with_times(number: int, row: Json) -> Json:
    """Return an article annotated with times."""
    return {"id": str(number), "text": row["text"], "published": row["dct"], "title": row.get("title")}


def with_places(number: int, row: Json) -> Json:
    """Return an article annotated with places."""
    return {"id": str(number), "text": row["text"], "published": row.get("date"), "title": row.get("title")}


def read_alone(dataset: Dataset) -> tuple[list[Json], list[Json]]:
    """Return gold that needs no articles, or articles that go into a store."""
    return list(read_jsonl(dataset.gold)), []


def read_parts(dataset: Dataset) -> tuple[list[Json], list[Json]]:
    """Return the happenings or utterances of a folder, and the articles that tell them."""
    return parts(dataset.gold, dataset.task), parts(dataset.gold, "articles")


def read_judged(dataset: Dataset) -> tuple[list[Json], list[Json]]:
    """Return the pairs of newswire events that scores are counted on, and all articles of their month."""
    assert dataset.annotations is not None
    stored = chain.from_iterable(map(read_jsonl, sorted(dataset.annotations.glob("*.jsonl"))))
    articles = [row for row in read_jsonl(dataset.gold) if is_of_month(row["id"])]
    return [pair for pair in stored if is_scored(pair)], articles


def read_newswcl(dataset: Dataset) -> tuple[list[Json], list[Json]]:
    """Return the happenings and actors of NewsWCL50, and its articles."""
    return read_chains(read_jsonl(dataset.gold))


def read_speech(dataset: Dataset) -> tuple[list[Json], list[Json]]:
    """Return sentences with an attribution each."""
    rows = parts(dataset.gold, "sentences")
    return rows, [{key: row[key] for key in ("id", "text", "published")} for row in rows]


def read_time_or_money(dataset: Dataset) -> tuple[list[Json], list[Json]]:
    """Return cases of phrases, each as an article."""
    rows = list(read_jsonl(dataset.gold))
    return rows, list(case_articles(rows))


def parts(folder: Path, kind: str) -> list[Json]:
    """Return the objects of all files of a kind, in the order of their names, with the letter of their part."""
    files = sorted(folder.glob(f"{kind}_*.jsonl"))
    return [{**row, "part": file.stem.rpartition("_")[2]} for file in files for row in read_jsonl(file)]


def read_swaps(dataset: Dataset) -> tuple[list[Json], list[Json]]:
    """Return the sentences of the templates; the cases themselves are read when they are scored."""
    return [], numbered(case.text for case in read_cases(dataset.gold))


def read_hard(dataset: Dataset) -> tuple[list[Json], list[Json]]:
    """Return the sentences that go wrong easily; the answers are read when they are scored."""
    return [], numbered(sentence.text for sentence in read_sentences(dataset.gold))


def numbered(texts: Iterable[str]) -> list[Json]:
    """Return texts as articles with their numbers for ids, all of one day."""
    return [{"id": str(number), "text": text, "published": PUBLISHED} for number, text in enumerate(texts)]


def read_jsonl(path: Path) -> Iterable[Json]:
    """Yield the objects of a JSONL file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def write_jsonl(path: Path, rows: Iterable[Json]) -> None:
    """Write objects as JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


AGENCIES: Mapping[str, str] = {"AFP": "AFP", "XIN": "Xinhua"}
ARTICLE_OF: Mapping[str, Callable[[int, Json], Json]] = {
    "quotes": with_attributions,
    "times": with_times,
    "places": with_places,
}
READERS: Mapping[str, Callable[[Dataset], tuple[list[Json], list[Json]]]] = {
    "articles": read_whole,
    "pairs": read_alone,
    "read-pairs": read_judged,
    "phrases": read_alone,
    "names": read_alone,
    "happenings": read_parts,
    "utterances": read_parts,
    "chains": read_newswcl,
    "speech": read_speech,
    "time-cases": read_time_or_money,
    "money-cases": read_time_or_money,
    "swaps": read_swaps,
    "hard": read_hard,
}
