"""Changes of the register as JSON and in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.export.jsonl import Json
from regesta.export.records.entries import decision_record
from regesta.query.changes import BETWEEN_PARTIES, ChangeKind, EntryChange, NewValue
from regesta.query.party_names import Names

NAMED = 5  # ids that a line names; more are only counted
KIND_WORDS: Mapping[ChangeKind, str] = {
    "retracted": "gone",
    "corrected": "corrected by a person",
    "merged": "merged",
    "split": "split",
    "values": "other values",
    "sources": "other sources",
    "new": "new",
}


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


def change_texts(change: EntryChange, names: Names) -> Iterator[str]:
    """Yield what changed in an entry, a line for each thing, but for decisions of persons.

    Args:
        change: The change.
        names: What to call parties.
    """
    yield from become_texts(change)
    values = (named_value(value, names) for value in change.values)
    yield from (f"{value.point}: {value.old or 'none'} -> {value.new or 'none'}" for value in values)
    if change.added:
        yield f"{'told by' if 'new' in change.kinds else 'now also told by'} {listed(change.added)}"
    if change.lost and not change.is_gone:
        yield f"no longer told by {listed(change.lost)}"


def named_value(value: NewValue, names: Names) -> NewValue:
    """Return a value with parties by their names; another as it is."""
    if value.point not in {"actors", "recipients"}:
        return value
    old, new = (
        BETWEEN_PARTIES.join(map(names.of, filter(None, codes.split(BETWEEN_PARTIES))))
        for codes in (value.old, value.new)
    )
    return replace(value, old=old, new=new)


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
