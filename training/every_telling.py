"""Reads the texts in which every telling of every event is annotated, with who takes part in its own sentence.

`data/tellings-KIND.jsonl` holds them (`tell.py`): those of `written` with their text, of the sentences of
`told/written*.jsonl`, of headlines and of Reuters stories by id and offsets.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpora import HERE, lines, reuters_texts
from labelled import Labelled, Nearby, Passage, word_at, word_range
from labels import MODE_UNKNOWN

from regesta.annotate.acts.passages import passages, words_of


def annotated_tellings(kind: str) -> dict[str, dict[str, Any]]:
    """Return what is annotated of a kind, by id."""
    return {item["id"]: item for item in lines(HERE / "data" / f"tellings-{kind}.jsonl")}


def headline_id(row: dict[str, Any]) -> str:
    """Return the id under which a headline is annotated, since it has none but its address."""
    return "h" + hashlib.sha256((row["url"] or row["title"]).encode()).hexdigest()[:12]


def headline_texts(gold: Path) -> dict[str, str]:
    """Return headlines with the beginning of what they stand above, by id."""
    found = lines(gold.parent / "articles" / "headlines.jsonl")
    return {headline_id(row): f"{row['title']}. {row['lead']}" for row in found}


def told_texts(_: Path) -> dict[str, str]:
    """Return the sentences of the happenings written to be told in many wordings, by happening and number."""
    found = {}
    for path in sorted((HERE / "told").glob("written*.jsonl")):
        for happening in lines(path):
            for name in ("tellings", "near"):
                for number, sentence in enumerate(happening[name]):
                    words = sentence["words"].replace("[[", "").replace("]]", "")
                    found[f"{happening['id']}/{name}/{number}"] = words
    return found


def written_texts(_: Path) -> dict[str, str]:
    """Return the articles written to tell happenings again and again."""
    return {id_: item["text"] for id_, item in annotated_tellings("written").items()}


TOLD_TEXTS_OF = {"told": told_texts, "headlines": headline_texts, "reuters": reuters_texts, "written": written_texts}


def told_in_full(gold: Path) -> Iterator[Passage]:
    """Yield the passages of every text so annotated whose text is there."""
    for kind, texts_of in TOLD_TEXTS_OF.items():
        texts = texts_of(gold)
        for id_, item in annotated_tellings(kind).items():
            if id_ in texts:
                yield from told_passages(texts[id_], item, kind)


def told_passages(text: str, item: dict[str, Any], kind: str) -> Iterator[Passage]:
    """Yield the passages of one text; sentences of one happening are held out together."""
    for span in passages(text):
        passage = Passage(text, span, words_of(text, span), corpus="told", key=item["id"].split("/")[0])
        for number, event in enumerate(item["events"]):
            for told in event:
                if span.start <= told["trigger"][0] < span.end:
                    add_telling(passage, told, None if kind == "told" else number)
        yield passage


def add_telling(passage: Passage, told: dict[str, Any], number: int | None) -> None:
    """Add one telling of an event to the passage that it stands in."""
    at = lambda span: word_range(passage.words, *span)  # noqa: E731 - used below only
    word, sentence = word_at(passage.words, *told["trigger"]), at(told["sentence"])
    if word is None or sentence is None:
        return
    named = {role[:-1]: [r for span in told[role] if (r := at(span))] for role in ("actors", "recipients")}
    nearby = Nearby(sentence, named)
    passage.events.append(Labelled((told["type"],), word, told["status"], MODE_UNKNOWN, number=number, nearby=nearby))
