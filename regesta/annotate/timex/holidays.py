"""Rules for days that have a name: "Christmas Eve", "Good Friday", "May Day", "Labor Day"."""

import re
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from regesta.annotate.timex.anchors import YEAR, year_of
from regesta.annotate.timex.days import NEAR_DAYS, nth_weekday
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene

FROM_EASTER = re.compile(r"(easter|orthodox)([+-]\d+)?")
NTH_WEEKDAY = re.compile(r"(\d\d)-(mon|thu)(-?\d)")
WEEKDAYS = {"mon": 1, "thu": 4}


def read_holiday(match: Match, scene: Scene) -> Reading | None:
    """Read a holiday or its eve: "Christmas Eve", "Easter Monday", "New Year's Day", "Good Friday"."""
    year = year_of(match, scene)
    near = scene.published or (date(year, 7, 1) if year else None)
    if near is None:
        return None
    days = [holiday(match, year or near.year + step) for step in ((0,) if year else (-1, 0, 1))]
    ahead = [day for day in days if (day - near).days * scene.direction >= 0]
    chosen = min(days, key=lambda day: abs(day - near))
    if abs((chosen - near).days) > NEAR_DAYS and ahead:
        chosen = min(ahead, key=lambda day: abs(day - near))
    return "DATE", chosen.isoformat()


def read_new_year(match: Match, scene: Scene) -> Reading | None:
    """Read "New Year's Day", "New Year's Eve", "New Year's"."""
    return read_holiday(match.without_kinds("unit"), scene) if match.get("unit") == "Y" else None


def holiday(match: Match, year: int) -> date:
    """Return the day of a holiday in a year, or its eve."""
    day = named_day("01-01" if match.has("new") else match.get("holiday", "feast"), year)
    return day - timedelta(days=1) if match.has("eve") else day


def named_day(rule: str, year: int) -> date:
    """Return a day of a year by a rule of the tables of names: "05-01", "easter-2", "09-mon1"."""
    if rule == "black":  # the day behind Thanksgiving
        return named_day("11-thu4", year) + timedelta(days=1)
    if found := FROM_EASTER.fullmatch(rule):
        sunday: date = easter(year, EASTER_WESTERN if found[1] == "easter" else EASTER_ORTHODOX)
        return sunday + timedelta(days=int(found[2] or 0))
    if found := NTH_WEEKDAY.fullmatch(rule):
        day = nth_weekday(year, int(found[1]), WEEKDAYS[found[2]], int(found[3]))
        assert day is not None  # no rule counts beyond the fourth
        return day
    return date.fromisoformat(f"{year:04}-{rule}")


HOLIDAY_RULES = (
    Rule(f"holiday s? (unit | eve)? {YEAR}?", read_holiday),
    Rule(f"feast {YEAR}?", read_holiday, mentions=False),
    Rule(f"new unit s (unit | eve)? {YEAR}?", read_new_year),
)
