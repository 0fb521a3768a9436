"""The public news that offices are learned from, each article with the id that its facts are cited by."""

import gzip
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def lines(path: Path) -> Iterator[Json]:
    """Yield the records of a JSON Lines file, packed or not."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def records(shared: Path) -> Iterator[tuple[str, list[Json]]]:
    """Yield each source with its articles: `id`, `published`, `text`; those of the development gold are left out.

    Args:
        shared: Folder with `articles` and `gold`.
    """
    news, gold = shared / "articles", shared / "gold"
    held_out = {row["id"] for row in lines(gold / "articles.jsonl")}
    sources = {
        "newswire": ((r["id"], r["published"], r["text"]) for r in lines(news / "newswire.jsonl")),
        "headlines": (
            (f"{r['source']}-{number}", r["date"], f"{r['title'] or ''}\n\n{r['lead'] or ''}")
            for number, r in enumerate(lines(news / "headlines.jsonl"))
        ),
        "reuters1987": (
            (f"reuters1987-{r['id']}", day_of(r["date"]), r["text"]) for r in lines(news / "reuters1987.jsonl.gz")
        ),
        "polnear": (
            (f"polnear-{r['doc']}", r["date"], r["text"])
            for part in ("train", "dev")
            for r in lines(gold / f"polnear_{part}.jsonl")
        ),
        "gwn": ((f"gwn-{r['id']}", r["date"], r["text"]) for r in lines(gold / "places_gwn.jsonl")),
        "wikievents": ((f"wikievents-{r['doc_id']}", None, r["text"]) for r in lines(gold / "wikievents_dev.jsonl")),
        "rams": ((f"rams-{r['doc_key']}", None, running(r)) for r in lines(gold / "rams_dev.jsonl")),
        "newswcl50": ((f"newswcl50-{r['doc']}", None, running(r)) for r in lines(gold / "newswcl50.jsonl")),
    }
    for name, rows in sources.items():
        yield (
            name,
            [
                {"id": key, "text": text} | ({"published": day} if day else {})
                for key, day, text in rows
                if text.strip() and key not in held_out
            ],
        )


def day_of(written: str) -> str:
    """Return a day such as "26-FEB-1987 15:01" in ISO form."""
    return datetime.strptime(written.split()[0], "%d-%b-%Y").date().isoformat()


def running(row: Json) -> str:
    """Return the words of an article that is stored as sentences of tokens."""
    return " ".join(word for sentence in row["sentences"] for word in sentence)
