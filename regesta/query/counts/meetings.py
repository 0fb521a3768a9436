"""How often parties met: entries counted by year, what happened apart from what was only planned."""

from dataclasses import dataclass
from datetime import date

from regesta.query.clusters.clusters import Cluster
from regesta.query.clusters.columns import Matched


@dataclass(frozen=True, slots=True)
class MeetingYear:
    """The meetings of one year.

    Attributes:
        year: The year.
        happened: Meetings that took place.
        planned: Meetings announced or imagined, of which no article says that they took place.
    """

    year: int
    happened: int
    planned: int


def by_year(clusters: Matched) -> list[MeetingYear]:
    """Count meetings by the year in which they began, from the first to the last, years without any included.

    Meetings without a date, and those that were denied, are not counted. Give what `several.single_acts` returns: an
    entry that tells of several meetings at once is none.
    """
    found = clusters.counted("meeting years", year_told)
    if not found:
        return []
    years = [year for year, _ in found]
    return [
        MeetingYear(year, found.get((year, True), 0), found.get((year, False), 0))
        for year in range(min(years), max(years) + 1)
    ]


def year_told(cluster: Cluster) -> list[tuple[int, bool]]:
    """Return the year in which a meeting that was not denied began, and whether it took place."""
    best = cluster.best
    return [(best.start.year, best.status == "happened")] if best.start and best.status != "denied" else []


def by_day(clusters: Matched, year: int) -> dict[tuple[int, int], int]:
    """Return how many meetings began on each day of a year, by month and day; only those whose day is known."""
    found = clusters.counted("meeting days", day_told)
    return {(day.month, day.day): meetings for day, meetings in found.items() if day.year == year}


def day_told(cluster: Cluster) -> list[date]:
    """Return the day of a meeting of one day that was not denied."""
    best = cluster.best
    is_told = best.start and best.end and (best.end - best.start).days == 1 and best.status != "denied"
    return [best.start] if best.start and is_told else []
