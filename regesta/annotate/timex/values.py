"""Calendar arithmetic that ends in TIMEX3 values."""

import re
from calendar import monthrange
from datetime import date, timedelta

# A value of each unit when its place in the calendar is unknown.
UNANCHORED = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "FN": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
FINENESS = ("CE", "DE", "Y", "Q", "M", "FN", "W", "D")
DAYS_IN = {"D": 1, "W": 7, "FN": 14}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MENTIONED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-Q(\d))?(?:T.*)?")


def unit_value(day: date, unit: str) -> str:
    """Return the value of the day, week, month, quarter, year, decade or century that holds a day."""
    if unit in ("W", "FN"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return day.isoformat()[: {"D": 10, "M": 7, "Y": 4, "DE": 3, "CE": 2}[unit]]


def shift(day: date, steps: int, unit: str) -> date | None:
    """Return the day some units away, the last of its month when the month is too short; None beyond year 1 to 9999."""
    try:
        if unit in DAYS_IN:
            return day + timedelta(days=steps * DAYS_IN[unit])
        months = day.year * 12 + day.month - 1 + steps * MONTHS_IN[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def away(day: date | None, steps: int, unit: str) -> str:
    """Return the value of the unit some steps from the one that holds a day; unanchored without a day."""
    moved = shift(day, steps, unit) if day else None
    return unit_value(moved, unit) if moved else UNANCHORED[unit]


def weekday_near(day: date, weekday: int, direction: int) -> date:
    """Return the last (-1, 0) or the next (1) such weekday seen from a day, which may itself be it."""
    if direction > 0:
        return day + timedelta(days=(weekday - day.isoweekday()) % 7)
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def year_of_month(published: date, month: int, direction: int) -> int:
    """Return the year of a month named without one: the last or next such month, or the nearest for direction 0."""
    ahead = (month - published.month) % 12
    back = (published.month - month) % 12
    forward = ahead < back if direction == 0 else direction > 0
    return (published.year * 12 + published.month - 1 + (ahead if forward else -back)) // 12


def month_day(year: int | None, month: int, day: int) -> str | None:
    """Return the value of a day of a month, unanchored without a year; None when there is no such day."""
    if not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return f"{f'{year:04}' if year else 'XXXX'}-{month:02}-{day:02}"


def full_year(year: int) -> int:
    """Return a year in full: of two figures, 30 to 99 belong to the twentieth century, 00 to 29 to this one."""
    return year if year >= 100 else year + (1900 if year >= 30 else 2000)


def mentioned_day(value: str) -> tuple[date, str] | None:
    """Return the first day of a dated value and its unit (D, M, Q or Y); None for any other value."""
    match = MENTIONED.fullmatch(value)
    if not match:
        return None
    year, month, day, quarter = match.groups()
    unit = "D" if day else "M" if month else "Q" if quarter else "Y"
    try:
        return date(int(year), int(month or 3 * int(quarter or 1) - 2), int(day or 1)), unit
    except ValueError:
        return None


def is_finer(unit: str, than: str) -> bool:
    """Tell whether a unit is at most as long as another."""
    return FINENESS.index(unit) >= FINENESS.index(than)
