"""What `regesta review list` prints."""

import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from regesta.cli.output.printing import entry_line, one_line
from regesta.cli.output.utterances import utterance_line
from regesta.export.records.entries import entry_record
from regesta.export.records.utterances import utterance_record
from regesta.model.entry import Entry, Utterance
from regesta.model.judgement import Judgement
from regesta.query.register import Register
from regesta.query.speech.utterances import open_utterances
from regesta.review.doubts import (
    Doubtful,
    count_entries,
    count_pairs,
    count_utterances,
    doubtful_entries,
    doubtful_pairs,
    doubtful_utterances,
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One kind of what is in doubt.

    Attributes:
        kind: What `--kind` calls it.
        noun: What the summary calls it.
        items: What is listed.
        total: How many there are.
        lines: Puts one into lines, given the store as the person named it.
        record: Puts one into JSON.
    """

    kind: str
    noun: str
    items: Sequence[Any]
    total: int
    lines: Callable[[Any, str | None], Iterator[str]]
    record: Callable[[Any], dict[str, Any]]


def doubts(register: Register, limit: int, below: float) -> list[Doubt]:
    """Return what is in doubt: pairs of entries, pairs of utterances, and entries.

    Args:
        register: The register.
        limit: At most so many of each.
        below: The confidence under which a coding is unsure, 0 to 1.
    """
    utterances = open_utterances(register.view)
    pairs, entries = doubtful_pairs(register, limit), doubtful_entries(register, limit, below)
    said, said_total = doubtful_utterances(register, utterances, limit), count_utterances(register, utterances)
    return [
        Doubt("pairs", "pairs", pairs, count_pairs(register), pair_lines, pair_record),
        Doubt("statements", "pairs of statements", said, said_total, utterances_lines, utterances_record),
        Doubt("events", "events", entries, count_entries(register, below), unsure_lines, unsure_record),
    ]


def signed(store: str | None) -> str:
    """Return the options that a person adds to a command."""
    return "--by NAME --reason WHY" + (f" --store {shlex.quote(store)}" if store else "")


def pair_lines(pair: Doubtful[Entry], store: str | None) -> Iterator[str]:
    """Yield a pair that may be one happening, why that is not sure, and the commands that settle it."""
    yield from asked_lines("happening", pair.judgement, [entry_line(pair.left), entry_line(pair.right)], store)


def utterances_lines(pair: Doubtful[Utterance], store: str | None) -> Iterator[str]:
    """Yield a pair of statements that may be one utterance, why that is not sure, and the commands that settle it."""
    said = [utterance_line(pair.left), utterance_line(pair.right)]
    yield from asked_lines("utterance", pair.judgement, said, store)


def asked_lines(what: str, judgement: Judgement, sides: Sequence[str], store: str | None) -> Iterator[str]:
    """Yield the two sides of what may be one, with the reasons and the commands."""
    yield f"Perhaps one {what}, {judgement.score:.2f}: {one_line('; '.join(judgement.reasons), 200)}"
    yield from sides
    for verdict in ("same", "different"):
        yield f"  regesta review {verdict} {judgement.left} {judgement.right} --event {signed(store)}"
    yield ""


def unsure_lines(entry: Entry, store: str | None) -> Iterator[str]:
    """Yield an entry that was coded with little confidence, and the commands that settle it."""
    yield f"Coded with confidence {entry.best.confidence:.2f}, {entry.best.rule or entry.best.made_by}"
    yield entry_line(entry)
    for act in ("confirm", "reject"):
        yield f"  regesta review {act} {entry.id} {signed(store)}"
    yield ""


def pair_record(pair: Doubtful[Entry]) -> dict[str, Any]:
    """Return a pair as JSON."""
    return {**judged_record("pair", pair.judgement), "entries": [entry_record(pair.left), entry_record(pair.right)]}


def utterances_record(pair: Doubtful[Utterance]) -> dict[str, Any]:
    """Return a pair of utterances as JSON."""
    sides = [utterance_record(pair.left), utterance_record(pair.right)]
    return {**judged_record("statements", pair.judgement), "utterances": sides}


def judged_record(kind: str, judgement: Judgement) -> dict[str, Any]:
    """Return a judgement that leaves a pair open."""
    return {
        "kind": kind,
        "left": judgement.left,
        "right": judgement.right,
        "score": judgement.score,
        "reasons": list(judgement.reasons),
        "author": judgement.author,
    }


def unsure_record(entry: Entry) -> dict[str, Any]:
    """Return an entry of little confidence as JSON."""
    return {"kind": "event", "entry": entry_record(entry)}
