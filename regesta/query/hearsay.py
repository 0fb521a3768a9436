"""Whether an entry rests on what somebody said, and on nothing that a reporter tells by himself."""

from regesta.model.entry import Entry


def known_through(entry: Entry) -> tuple[str, ...]:
    """Return the names, sorted, of those through whose words alone an entry is known; () when a report tells it."""
    names: set[str] = set()
    for report in entry.reports:
        source = next(iter(report.event.named("source")), None)
        if source is None:
            return ()
        names.add(source.actor.name if source.actor else source.text)
    return tuple(sorted(names))
