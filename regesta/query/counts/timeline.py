"""The course of events over time: how much, how friendly, period by period."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from regesta.query.clusters.clusters import Cluster
from regesta.query.clusters.column import NEVER, day_number
from regesta.query.clusters.columns import Matched
from regesta.query.register import Register
from regesta.store.filters import EVERY_EVENT, EventFilter

Step = Literal["day", "week", "month", "year"]
DIGITS = 9  # of a mean; in what follows, a sum of floats depends on the order of its parts


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


def periods(matched: Matched, step: Step) -> list[Period]:
    """Return the periods from the first cluster to the last; see `timeline`."""
    begun, quads, intensities = course_of(matched)
    if not len(begun):
        return []
    first = int(begun.min())
    counted = np.bincount(begun - first)
    days = np.flatnonzero(counted) + first
    starts_of = [first_day(date.fromordinal(day), step) for day in days.tolist()]
    every = list(starts(starts_of[0], starts_of[-1], step))
    place_of = {start: place for place, start in enumerate(every)}
    place_of_day = np.zeros(len(counted), np.int64)
    place_of_day[days - first] = [place_of[start] for start in starts_of]
    places = place_of_day[begun - first]
    counts = [np.bincount(places[quads == quad], minlength=len(every)).tolist() for quad in (1, 2, 3, 4)]
    totals = np.bincount(places, minlength=len(every)).tolist()
    sums = np.bincount(places, intensities, len(every)).tolist()
    return [
        Period(
            start=start,
            end=next_start(start, step),
            entries=totals[place],
            by_quad=(counts[0][place], counts[1][place], counts[2][place], counts[3][place]),
            intensity=round(sums[place] / totals[place], DIGITS) if totals[place] else None,
        )
        for place, start in enumerate(every)
    ]


def course_of(matched: Matched) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return day, quad class and intensity of the clusters that have a day."""
    found = [matched.of_clusters(("course", what), value, kind) for what, (value, kind) in COURSE.items()]
    days, quads, intensities = found
    known = days != NEVER
    return days[known], quads[known], intensities[known]


COURSE: dict[str, tuple[Callable[[Cluster], float], Any]] = {
    "day": (lambda cluster: day_number(cluster.best.start), np.int64),
    "quad": (attrgetter("best.quad"), np.int64),
    "intensity": (attrgetter("best.intensity"), np.float64),
}
"""Day on which a cluster began, its quad class and its intensity, with their types in numpy."""
QUAD, INTENSITY = ((("course", what), *COURSE[what]) for what in ("quad", "intensity"))
"""What `Matched.of_clusters` is asked for quad classes, and for intensities."""


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
