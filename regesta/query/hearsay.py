"""Whether an entry rests on what somebody said, and on nothing that a reporter tells by himself."""

from regesta.model.entry import Entry


def known_through(entry: Entry) -> tuple[str, ...]:
    """Return the names of those through whose words alone an entry is known; () when a report tells it by itself."""
    names: dict[str, None] = {}
    for report in entry.reports:
        source = next(iter(report.event.named("source")), None)
        if source is None:
            return ()
        names[source.actor.name if source.actor else source.text] = None
    return tuple(names)
