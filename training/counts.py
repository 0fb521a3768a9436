"""Counts what the network learns from: `python training/counts.py --gold ../shared/gold`; the model card quotes it."""

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import Any

from corpora import HERE, everything, lines
from every_telling import TOLD_TEXTS_OF, annotated_tellings
from labels import STATUSES, TYPES
from questions import CHOICES

from regesta.evaluate.held_out import is_held_out

KINDS = (
    "written", "practice", "newswire", "reuters", "wikievents", "dated", "placed", "campaign", "sentences", "windows",
    "weighed",
)  # fmt: skip
DATED = ("written", "practice", "newswire", "weighed")  # kinds whose items tell their day, or their ids do


def annotated(kind: str) -> list[dict[str, Any]]:
    """Return the annotated items of a kind."""
    return [item for path in sorted((HERE / "data").glob(f"{kind}*.jsonl")) for item in lines(path)]


def years(items: list[dict[str, Any]]) -> str:
    """Return the years of some items, by their day or, for newswire, by their id."""
    found = sorted({str(item.get("published") or re.sub(r"\D", "", item["id"]))[:4] for item in items})
    return ", ".join(found) if len(found) < 5 else f"{found[0]} to {found[-1]}"


def sizes(items: list[dict[str, Any]]) -> Counter[str]:
    """Return how much is annotated in some items."""
    events = [event for item in items for event in item["events"]]
    count = Counter[str](event["type"] for event in events)
    count.update(event["status"] for event in events)
    count["items"] = len(items)
    count["with their text"] = sum("text" in item for item in items)
    count["without an event"] = sum(not item["events"] for item in items)
    # Sentences are split by their words, not by this id, and only those that are learned from are annotated.
    count["held out"] = sum(
        is_held_out(str(item["id"])) for item in items if not re.fullmatch(r"[sp][0-9a-f]{12}", item["id"])
    )
    count["events"] = len(events)
    count["words that tell one again"] = sum(len(event["repeats"]) for event in events)
    for name in ("actors", "recipients"):
        count[name] = sum(len(event[name]) for event in events)
    return count


def answers(kind: str) -> Counter[str]:
    """Return how much was answered about single words, to questions of a kind."""
    count = Counter[str]()
    for path in sorted((HERE / "data").glob(f"asked*-{kind}.jsonl")):
        for answer in lines(path):
            count["answers"] += 1
            count["no act"] += answer["type"] is None
            for role in ("actors", "recipients"):
                count[role] += len(answer.get(role, []))
    return count


def tellings_of(kind: str) -> Counter[str]:
    """Return how much is annotated telling by telling in the texts of a kind."""
    items = annotated_tellings(kind).values()
    every = [telling for item in items for event in item["events"] for telling in event]
    count = Counter[str](telling["type"] for telling in every)
    count.update(telling["status"] for telling in every)
    count["texts"], count["tellings"] = len(items), len(every)
    count["without an event"] = sum(not item["events"] for item in items)
    count["held out"] = sum(is_held_out(item["id"].split("/")[0]) for item in items)
    count["events"] = sum(len(item["events"]) for item in items)
    for name in ("actors", "recipients"):
        count[name] = sum(len(telling[name]) for telling in every)
    return count


def print_table(columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Print a Markdown table."""
    for row in (columns, ("---",) * len(columns), *rows):
        print("|", " | ".join(f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row), "|")
    print()


def main() -> None:
    """Print the counts of the annotations, and the passages that every corpus gives."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    gold = parser.parse_args().gold
    of_kind = [annotated(kind) for kind in KINDS]
    counted = [sizes(items) for items in of_kind]
    names = (
        "items", "with their text", "held out", "without an event", "events", "words that tell one again", "actors",
        "recipients",
    )  # fmt: skip
    for title, some in (("annotated", names), ("events of type", TYPES), ("of status", STATUSES)):
        print_table((title, *KINDS), [(name, *(count[name] for count in counted)) for name in some])
    dated = [years(items) if kind in DATED else "" for kind, items in zip(KINDS, of_kind, strict=True)]
    print_table(("of the years", *KINDS), [("published", *dated)])
    learned, held_out = Counter[str](), Counter[str]()
    for passage in everything(gold):
        (held_out if is_held_out(passage.key) else learned)[passage.corpus] += 1
    told = Counter[str]()
    for item in (item for kind in ("speech", "practice") for item in annotated(kind) if "said" in item):
        told["newswire" if "_ENG_" in item["id"] else "own items"] += len(item["said"])
        told["items"] += 1
    print_table(("said in", *told), [("", *told.values())])
    answered = [answers(kind) for kind in CHOICES]
    names = ("answers", "no act", "actors", "recipients")
    print_table(("asked", *CHOICES), [(name, *(count[name] for count in answered)) for name in names])
    told_again = [tellings_of(kind) for kind in TOLD_TEXTS_OF]
    names = ("texts", "held out", "without an event", "events", "tellings", "actors", "recipients")
    for title, some in (("told", names), ("tellings of type", TYPES)):
        print_table((title, *TOLD_TEXTS_OF), [(name, *(count[name] for count in told_again)) for name in some])
    rows = [(name, learned[name], held_out[name]) for name in sorted({*learned, *held_out})]
    print_table(("passages of", "learned from", "held out"), rows)


if __name__ == "__main__":
    main()
