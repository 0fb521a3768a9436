"""What `regesta review list` prints."""

import shlex
from collections.abc import Iterator
from typing import Any

from regesta.cli.printing import entry_line, one_line
from regesta.export.records import entry_record
from regesta.model.entry import Entry
from regesta.review.doubts import DoubtfulPair


def signed(store: str | None) -> str:
    """Return the options that a person adds to a command."""
    return "--by NAME --reason WHY" + (f" --store {shlex.quote(store)}" if store else "")


def pair_lines(pair: DoubtfulPair, store: str | None) -> Iterator[str]:
    """Yield a pair that may be one happening, why that is not sure, and the commands that settle it."""
    judgement = pair.judgement
    yield f"Perhaps the same, {judgement.score:.2f}: {one_line('; '.join(judgement.reasons), 200)}"
    yield entry_line(pair.left)
    yield entry_line(pair.right)
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


def pair_record(pair: DoubtfulPair) -> dict[str, Any]:
    """Return a pair as JSON."""
    judgement = pair.judgement
    return {
        "kind": "pair",
        "left": judgement.left,
        "right": judgement.right,
        "score": judgement.score,
        "reasons": list(judgement.reasons),
        "author": judgement.author,
        "entries": [entry_record(pair.left), entry_record(pair.right)],
    }


def unsure_record(entry: Entry) -> dict[str, Any]:
    """Return an entry of little confidence as JSON."""
    return {"kind": "event", "entry": entry_record(entry)}
