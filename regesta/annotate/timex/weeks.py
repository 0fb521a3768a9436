"""Rules for weeks: "the first week of May", "the week of March 6", "week 10", "the week ending June 5"."""

from datetime import date, timedelta

from regesta.annotate.timex.anchors import YEAR
from regesta.annotate.timex.counted import NAMED_DAY, day_named, days_between
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene
from regesta.annotate.timex.periods import read_month
from regesta.annotate.timex.values import month_day, shift, unit_value

THURSDAY = 4  # a week belongs to the month or year that its Thursday lies in
SIX_DAYS = timedelta(days=6)


def read_week_of_month(match: Match, scene: Scene) -> Reading | None:
    """Read "the first week of May", "the last week of May" as weeks of the calendar.

    Source:
        ISO 8601: the first week of a year is the one with its first Thursday; months likewise.
    """
    month_reading = read_month(match.without_kinds("last", "final", "this"), scene)
    if not month_reading or match.get("unit") != "W" or "X" in month_reading[1]:
        return None
    first = date.fromisoformat(f"{month_reading[1]}-01")
    week = nth_week(first, shift(first, 1, "M") or first, match.get("ordinal") or -1)
    return ("DATE", unit_value(week, "W")) if week else None


def nth_week(first: date, behind: date, number: int) -> date | None:
    """Return the Thursday of a week of a month or year, -1 for the last; None when it has fewer.

    Args:
        first: First day of the month or year.
        behind: First day after it.
        number: Which week, from 1.
    """
    days = (first + timedelta(days=step) for step in range((behind - first).days))
    thursdays = [day for day in days if day.isoweekday() == THURSDAY]
    return thursdays[number - (number > 0)] if number <= len(thursdays) else None


def read_week_of_day(match: Match, scene: Scene) -> Reading | None:
    """Read "the week of March 6" and "the week starting on May 2" as the week that holds the day.

    "The week of the 18th" is that of the nearest such day, by tense where it tells.
    """
    if match.get("unit") != "W":
        return None
    day = day_named(match, scene)
    if day is None and match.has("ordinal") and scene.published:
        day = day_of_near_month(scene.published, match.get("ordinal"), scene.direction)
    return ("DATE", unit_value(day, "W")) if day else None


def day_of_near_month(published: date, day: int, direction: int) -> date | None:
    """Return the day of the month of publication or of one beside it, the nearest where the tense does not tell."""
    months = (shift(published.replace(day=1), steps, "M") for steps in (-1, 0, 1))
    values = [month_day(month.year, month.month, day) for month in months if month]
    found = [date.fromisoformat(value) for value in values if value]
    told = [near for near in found if (near - published).days * direction >= 0]
    return min(told or found, key=lambda near: abs(near - published), default=None)


def read_week_to_day(match: Match, scene: Scene) -> Reading | None:
    """Read "the week ending June 5" and "the week to May 15" as the seven days up to that day."""
    day = day_named(match, scene) if match.get("unit") == "W" else None
    return days_between(day - SIX_DAYS, day) if day else None


def read_numbered_week(match: Match, scene: Scene) -> Reading | None:
    """Read "week 10" and "the second week of 2021" as ISO weeks, "the last week of 2019" as the last of its year."""
    if match.get("unit") != "W":
        return None
    year, number = match.get("year"), match.get("number", "ordinal")
    if year is None:
        if not scene.published:
            return None
        year = scene.published.year
    last = date(year, 12, 28).isocalendar().week
    week = last if match.has("last", "final") else number
    return ("DATE", f"{year:04}-W{week:02}") if isinstance(week, int) and 1 <= week <= last else None


WEEK_RULES = (
    Rule(f"the? (ordinal | last | final) unit (of | in) month {YEAR}?", read_week_of_month),
    Rule(f"the? unit (of | (starting | edge) on?) ({NAMED_DAY} | the ordinal)", read_week_of_day),
    Rule(f"the? unit (to | ending) {NAMED_DAY}", read_week_to_day),
    Rule(
        "unit number ((of | in | comma)? year)? | the? (ordinal | last | final) unit (of | in) year", read_numbered_week
    ),
)
