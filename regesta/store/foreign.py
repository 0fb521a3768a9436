"""Foreign reports in a store: the filter that selects them, and their outlines."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from regesta.model.foreign import ForeignReport


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignFilter:
    """Which foreign reports. Every field narrows; None leaves all.

    Attributes:
        dataset: The data set.
        type: PLOVER event type.
        dyad: Two states that both take part, ISO 3166-1 alpha-3.
        since: On this day or later; reports without a day are left out.
        until: Before this day; reports without a day are left out.
        limit: At most so many; None for all.
    """

    dataset: str | None = None
    type: str | None = None
    dyad: tuple[str, str] | None = None
    since: date | None = None
    until: date | None = None
    limit: int | None = None


EVERY_FOREIGN = ForeignFilter()


class ForeignOutline(NamedTuple):
    """A foreign report cut down to what counting needs: type, day, and the states that take part, sorted."""

    type: str | None
    day: date | None
    states: tuple[str, ...]


def foreign_matches(report: ForeignReport, wanted: ForeignFilter) -> bool:
    """Tell whether a filter lets a foreign report through, whatever its limit."""
    day = report.day
    return (
        wanted.dataset in (None, report.dataset)
        and wanted.type in (None, report.type)
        and (wanted.dyad is None or set(wanted.dyad) <= set(report.states))
        and (wanted.since is None or (day is not None and day >= wanted.since))
        and (wanted.until is None or (day is not None and day < wanted.until))
    )
