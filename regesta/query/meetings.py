"""How often parties met: entries counted by year, what happened apart from what was only planned."""

from collections.abc import Iterable
from dataclasses import dataclass

from regesta.query.clusters import Cluster


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


def by_year(clusters: Iterable[Cluster]) -> list[MeetingYear]:
    """Count meetings by the year in which they began, from the first to the last, years without any included.

    Meetings without a date, and those that were denied, are not counted.
    """
    found: dict[int, list[str]] = {}
    for cluster in clusters:
        if cluster.best.start and cluster.best.status != "denied":
            found.setdefault(cluster.best.start.year, []).append(cluster.best.status)
    if not found:
        return []
    years = range(min(found), max(found) + 1)
    return [make_year(year, found.get(year, [])) for year in years]


def make_year(year: int, statuses: list[str]) -> MeetingYear:
    """Return the count of one year from the status of each meeting."""
    happened = statuses.count("happened")
    return MeetingYear(year, happened, len(statuses) - happened)


def by_day(clusters: Iterable[Cluster], year: int) -> dict[tuple[int, int], int]:
    """Return how many meetings began on each day of a year, by month and day; only those whose day is known."""
    found: dict[tuple[int, int], int] = {}
    for cluster in clusters:
        start, end = cluster.best.start, cluster.best.end
        if start and end and start.year == year and (end - start).days == 1 and cluster.best.status != "denied":
            found[start.month, start.day] = found.get((start.month, start.day), 0) + 1
    return found
