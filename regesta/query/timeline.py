"""The course of events over time: how much, how friendly, period by period."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from regesta.query.clusters import Cluster
from regesta.query.register import Register
from regesta.store.filters import EVERY_EVENT, EventFilter

Step = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What happened in one period.

    Attributes:
        start: Its first day.
        end: The day after its last.
        entries: Happenings that began in it.
        by_quad: Those of quad class 1, 2, 3 and 4.
        intensity: Their mean intensity, -10 (conflict) to +10 (cooperation); None without entries.
    """

    start: date
    end: date
    entries: int
    by_quad: tuple[int, int, int, int]
    intensity: float | None


def timeline(register: Register, wanted: EventFilter = EVERY_EVENT, step: Step = "month") -> list[Period]:
    """Count entries by the period in which they began, from the first to the last; periods without entries included.

    Args:
        register: The register.
        wanted: Which events; their entries are counted, without a date not at all. Its limit and offset are not used.
        step: Length of a period; weeks begin on Mondays.
    """
    return list(register.kept(wanted, ("timeline", step), lambda: periods(register.matching(wanted), step)))


def periods(clusters: Iterable[Cluster], step: Step) -> list[Period]:
    """Return the periods from the first cluster to the last; see `timeline`."""
    found: dict[date, list[Cluster]] = {}
    for cluster in clusters:
        if cluster.best.start:
            found.setdefault(first_day(cluster.best.start, step), []).append(cluster)
    if not found:
        return []
    return [make_period(start, step, found.get(start, [])) for start in starts(min(found), max(found), step)]


def make_period(start: date, step: Step, clusters: list[Cluster]) -> Period:
    """Return the period that begins on a day, with the happenings in it."""
    quads = [cluster.best.quad for cluster in clusters]
    total = sum(cluster.best.intensity for cluster in clusters)
    return Period(
        start=start,
        end=next_start(start, step),
        entries=len(clusters),
        by_quad=(quads.count(1), quads.count(2), quads.count(3), quads.count(4)),
        intensity=total / len(clusters) if clusters else None,
    )


def first_day(day: date, step: Step) -> date:
    """Return the first day of the period a day lies in."""
    if step == "week":
        return day - timedelta(days=day.weekday())
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[step]


def next_start(start: date, step: Step) -> date:
    """Return the first day of the period after the one that begins on `start`."""
    longer = {"day": 1, "week": 7, "month": 31, "year": 366}[step]
    return first_day(start + timedelta(days=longer), step)


def starts(first: date, last: date, step: Step) -> Iterator[date]:
    """Yield the first days of all periods from one to another, both included."""
    while first <= last:
        yield first
        first = next_start(first, step)
