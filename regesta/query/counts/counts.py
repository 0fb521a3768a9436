"""Counts of events and entries by type, quad class, pair of states, time, publisher."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from regesta.model.entity import dyads_among
from regesta.query.clusters.clusters import Cluster
from regesta.query.clusters.columns import Matched
from regesta.query.register import Register
from regesta.store.filters import EVERY_EVENT, EventFilter
from regesta.store.outlines import EventOutline

Dimension = Literal["type", "mode", "quad", "status", "day", "month", "year", "state", "dyad", "place", "publisher"]


@dataclass(frozen=True, slots=True)
class Count:
    """How often a value occurs.

    Attributes:
        value: The value; a dyad is two ISO codes in order of the alphabet joined by a hyphen. None when it is unknown.
        entries: Happenings with it.
        events: Tellings with it.
    """

    value: str | None
    entries: int
    events: int


def count_by(register: Register, dimension: Dimension, wanted: EventFilter = EVERY_EVENT) -> list[Count]:
    """Count the events that a filter lets through, and the entries they belong to.

    An event counts once for each of its values. An entry counts for the values of the best of its events that the
    filter lets through, and for every publisher of those events.

    Args:
        register: The register.
        dimension: What to count by.
        wanted: Which events; its limit and offset are not used.

    Returns:
        By time: in order of time. Else the most entries first, ties in order of the alphabet. Unknown last.
    """
    return list(register.kept(wanted, ("count", dimension), lambda: counted(register.matching(wanted), dimension)))


def counted(matched: Matched, dimension: Dimension) -> list[Count]:
    """Count clusters and their events; see `count_by`."""
    entries = matched.counted((dimension, "entries"), lambda c: entry_values(c, dimension))
    events = matched.counted((dimension, "events"), lambda c: event_values(c, dimension))
    counts = [Count(value, entries[value], count) for value, count in events.items()]
    by_time = dimension in {"day", "month", "year"}
    counts.sort(key=lambda c: (c.value is None, 0 if by_time else -c.entries, c.value or ""))
    return counts


def entry_values(cluster: Cluster, dimension: Dimension) -> set[str | None]:
    """Return the values that a cluster counts for: those of its best event, and the publishers of all its events."""
    shown = cluster.members if dimension == "publisher" else (cluster.best,)
    return {value for event in shown for value in VALUES[dimension](event)}


def event_values(cluster: Cluster, dimension: Dimension) -> list[str | None]:
    """Return the values of each event of a cluster."""
    return [value for event in cluster.members for value in VALUES[dimension](event)]


def month(event: EventOutline) -> str | None:
    """Return the month an event began in; None without a date."""
    return event.start.isoformat()[:7] if event.start else None


VALUES: dict[Dimension, Callable[[EventOutline], tuple[str | None, ...]]] = {
    "type": lambda event: (event.type,),
    "mode": lambda event: (event.mode,),
    "quad": lambda event: (str(event.quad),),
    "status": lambda event: (event.status,),
    "day": lambda event: (event.start.isoformat() if event.start else None,),
    "month": lambda event: (month(event),),
    "year": lambda event: (event.start.isoformat()[:4] if event.start else None,),
    "state": lambda event: event.states,
    "dyad": lambda event: dyads_among(event.states),
    "place": lambda event: (event.place.name if event.place else None,),
    "publisher": lambda event: (event.publisher,),
}
