"""How changes of the register look in a terminal."""

from collections.abc import Iterator

from regesta.cli.output.printing import decision_line, event_sentence
from regesta.export.records.changes import change_texts
from regesta.query.changes import EntryChange
from regesta.query.party_names import Names
from regesta.query.register import Register


def change_lines(change: EntryChange, register: Register, names: Names) -> Iterator[str]:
    """Yield a change: its kinds and the entry, then what changed.

    Args:
        change: The change.
        register: The register that has the entry: before, for one that is gone.
        names: What to call parties.
    """
    entry = register.entry(change.id)
    told = event_sentence(entry.best) if entry else ""
    yield f"{', '.join(change.kinds)}  {change.id}  {told}"
    yield from (f"    {text}" for text in change_texts(change, names))
    yield from (f"    {decision_line(recorded)}" for recorded in change.decisions)
