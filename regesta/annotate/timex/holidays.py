"""Rules for days that have a name: "Christmas Eve", "Good Friday", "May Day", "Labor Day"."""

import re
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from regesta.annotate.timex.anchors import YEAR, year_of
from regesta.annotate.timex.calendars import RAMADAN_DAYS, hebrew_day, islamic_days
from regesta.annotate.timex.days import NEAR_DAYS, nth_weekday
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene

FROM_EASTER = re.compile(r"(easter|orthodox)([+-]\d+)?")
NTH_WEEKDAY = re.compile(r"(\d\d)-(mon|thu)(-?\d)(\+\d)?")
RAMADAN = "islamic-ramadan"
BEFORE_RAMADAN = frozenset({
    "during", "in", "of", "before", "after", "since", "until", "through", "throughout", "by", "for", "ahead", "this",
})  # fmt: skip
NAMED_AFTER = frozenset({
    "war", "agreement", "agreements", "accord", "accords", "peace", "rising", "uprising", "massacre", "offensive",
})  # fmt: skip
WEEKDAYS = {"mon": 1, "thu": 4}


def read_holiday(match: Match, scene: Scene) -> Reading | None:
    """Read a holiday or its eve: "Christmas Eve", "Easter Monday", "Good Friday", "Eid al-Fitr"; Ramadan is a month.

    "The Yom Kippur War" and "the Good Friday Agreement" are names.
    """
    is_ramadan = match.get("feast") == RAMADAN
    if match.following in NAMED_AFTER or (is_ramadan and match.previous not in BEFORE_RAMADAN):
        return None
    year = year_of(match, scene)
    near = scene.published or (date(year, 7, 1) if year else None)
    if near is None:
        return None
    days = [day for step in ((0,) if year else (-1, 0, 1)) for day in holidays(match, year or near.year + step)]
    if not days:
        return None
    ahead = [day for day in days if (day - near).days * scene.direction >= 0]
    chosen = min(days, key=lambda day: abs(day - near))
    if abs((chosen - near).days) > NEAR_DAYS and ahead:
        chosen = min(ahead, key=lambda day: abs(day - near))
    last = f"/{chosen + timedelta(days=RAMADAN_DAYS - 1)}" if is_ramadan else ""
    return "DATE", f"{chosen.isoformat()}{last}"


def read_new_year(match: Match, scene: Scene) -> Reading | None:
    """Read "New Year's Day", "New Year's Eve", "New Year's"."""
    return read_holiday(match.without_kinds("unit"), scene) if match.get("unit") == "Y" else None


def holidays(match: Match, year: int) -> list[date]:
    """Return the days of a holiday in a year of ours, or their eves: none or two where its own year is shorter."""
    days = named_days("01-01" if match.has("new") else match.get("holiday", "feast"), year)
    return [day - timedelta(days=match.has("eve")) for day in days]


def named_days(rule: str, year: int) -> tuple[date, ...]:
    """Return the days of a year by a rule of the tables of names: "05-01", "easter-2", "09-mon1", "hebrew-purim"."""
    calendar, _, name = rule.partition("-")
    if calendar == "islamic":
        return islamic_days(name, year)
    day = hebrew_day(name, year) if calendar == "hebrew" else named_day(rule, year)
    return (day,) if day else ()


def named_day(rule: str, year: int) -> date | None:
    """Return a day of our own calendar in a year by its rule; None in a year that has none."""
    if found := FROM_EASTER.fullmatch(rule):
        sunday: date = easter(year, EASTER_WESTERN if found[1] == "easter" else EASTER_ORTHODOX)
        return sunday + timedelta(days=int(found[2] or 0))
    if found := NTH_WEEKDAY.fullmatch(rule):
        day = nth_weekday(year, int(found[1]), WEEKDAYS[found[2]], int(found[3]))
        return day + timedelta(days=int(found[4] or 0)) if day else None
    return date.fromisoformat(f"{year:04}-{rule}")


HOLIDAY_RULES = (
    Rule(f"holiday s? (unit | eve)? {YEAR}?", read_holiday),
    Rule(f"feast {YEAR}?", read_holiday, mentions=False),
    Rule(f"the? eve of (holiday s? unit? | feast) {YEAR}?", read_holiday, mentions=False),
    Rule(f"new unit s (unit | eve)? {YEAR}?", read_new_year),
)
