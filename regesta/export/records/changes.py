"""Changes of the register as JSON and in words."""

from collections.abc import Iterator, Sequence

from regesta.export.jsonl import Json
from regesta.export.records.entries import decision_record
from regesta.query.changes import EntryChange

NAMED = 5  # ids that a line names; more are only counted


def change_record(change: EntryChange) -> Json:
    """Return a change as JSON."""
    return {
        "id": change.id,
        "kinds": list(change.kinds),
        "before": list(change.before),
        "beside": list(change.beside),
        "added": list(change.added),
        "lost": list(change.lost),
        "values": [{"point": value.point, "old": value.old, "new": value.new} for value in change.values],
        "decisions": [decision_record(recorded) for recorded in change.decisions],
    }


def change_texts(change: EntryChange) -> Iterator[str]:
    """Yield what changed in an entry, a line for each thing, but for decisions of persons."""
    yield from become_texts(change)
    yield from (f"{value.point}: {value.old or 'none'} -> {value.new or 'none'}" for value in change.values)
    if change.added:
        yield f"{'told by' if 'new' in change.kinds else 'now also told by'} {listed(change.added)}"
    if change.lost and not change.is_gone:
        yield f"no longer told by {listed(change.lost)}"


def become_texts(change: EntryChange) -> Iterator[str]:
    """Yield what has become of an entry: that it is gone, was joined or parted, or has another id."""
    if change.is_gone:
        yield "a person rejected what told it" if change.decisions else "no current article reports it any more"
    if "merged" in change.kinds:
        yield f"one entry now, before: {listed(change.before)}"
    if "split" in change.kinds:
        yield f"was one entry ({listed(change.before)}) with what is now in {listed(change.beside)}"
    elif len(change.before) == 1 and change.before != (change.id,):
        yield f"was called {change.before[0]}"


def listed(ids: Sequence[str]) -> str:
    """Return ids with commas, those beyond the first few counted."""
    more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
    return ", ".join(ids[:NAMED]) + more
