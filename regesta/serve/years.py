"""How often parties met, year by year, as a chart, and the days of one year as a calendar."""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from regesta.model.display import counted
from regesta.query.counts.meetings import MeetingYear
from regesta.serve.chart import Axes, Chart, Column, Part, draw

MAX_YEARS = 40
KEY = (("happened", "took place"), ("planned", "planned or not confirmed"))


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a calendar.

    Attributes:
        number: Day of the month.
        on: The day as a filter writes it.
        count: Meetings that began on it.
    """

    number: int
    on: str
    count: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a calendar: its name and its days, None before the first weekday and after the last."""

    name: str
    weeks: tuple[tuple[Day | None, ...], ...]


def meetings_chart(years: list[MeetingYear], url: Callable[[int], str], title: str) -> Chart | None:
    """Draw the meetings of each year; None without any.

    Args:
        years: The years, one after another.
        url: Returns the address of the meetings of a year.
        title: Whose meetings these are.
    """
    shown = years[-MAX_YEARS:]
    if not shown:
        return None
    earlier = sum(year.happened + year.planned for year in years[:-MAX_YEARS])
    axes = Axes(title=f"{title}: meetings and visits by year", across="year", up="meetings", key=KEY)
    note = f"{counted(earlier, 'meeting')} before {shown[0].year} not drawn." if earlier else ""
    return draw([column(year, url) for year in shown], axes, note)


def column(year: MeetingYear, url: Callable[[int], str]) -> Column:
    """Return the bar of one year."""
    total = year.happened + year.planned
    return Column(
        label=str(year.year),
        tip=f"{year.year}: {counted(total, 'meeting')}, {year.happened} took place",
        url=url(year.year) if total else "",
        parts=(Part(name="happened", count=year.happened), Part(name="planned", count=year.planned)),
    )


def months(year: int, counts: Mapping[tuple[int, int], int]) -> list[Month]:
    """Return the calendar of a year; weeks begin on Mondays."""
    weeks_of = calendar.Calendar().monthdayscalendar
    return [
        Month(
            calendar.month_name[month],
            tuple(
                tuple(Day(d, f"{year}-{month:02}-{d:02}", counts.get((month, d), 0)) if d else None for d in week)
                for week in weeks_of(year, month)
            ),
        )
        for month in range(1, 13)
    ]
