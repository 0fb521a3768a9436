"""Publication days and times in the forms in which records and pages give them."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

DateOrder = Literal["day", "month"]  # which of two numbers comes first
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIRST_YEAR = 1600  # the first newspapers; an earlier year is a program's empty value
EPOCH_DIGITS = {10: 1, 13: 1000}  # digits of a Unix time: units per second

MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
DAY_FIRST = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]+{MONTH},?[ -]+(?P<year>\d{{4}})"
MONTH_FIRST = rf"{MONTH} +(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? +(?P<year>\d{{4}})"
# A clock time counts where nothing unread follows: "6:55 PM EST" leaves the day alone. Old wires add codes: "59.13RM".
CLOCK = r"(?P<clock>\d{1,2}:\d\d(?::\d\d)?)(?:\.\d.*| ?(?:UTC|GMT|Z))?"
BEHIND_DAY = rf"(?:(?:,| at)? +(?:{CLOCK}|\d.*))?$"
WRITTEN = tuple(re.compile(rf"(?:[A-Za-z]{{3,9}},? +)?{form}{BEHIND_DAY}") for form in (DAY_FIRST, MONTH_FIRST))
TWO, SAME = r"\d{1,2}", r"(?P=mark)"
YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})(?P<mark>[./])(?P<month>{TWO}){SAME}(?P<day>{TWO}){BEHIND_DAY}")
NUMBERS: Mapping[DateOrder, re.Pattern[str]] = {
    "day": re.compile(rf"(?P<day>{TWO})(?P<mark>[./-])(?P<month>{TWO}){SAME}(?P<year>\d{{4}}){BEHIND_DAY}"),
    "month": re.compile(rf"(?P<month>{TWO})(?P<mark>[./-])(?P<day>{TWO}){SAME}(?P<year>\d{{4}}){BEHIND_DAY}"),
}
MAIL_TIME = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[-+]\d{4}|GMT|UTC?|[ECMP][SD]T)$"
)


def parse_published(value: object, order: DateOrder | None = None) -> date | datetime | None:
    """Return when something was published.

    Read are ISO 8601 in any form, RFC 2822 (feeds), "26-FEB-1987 15:01:01.79", "19 December 2022", "December 19, 2022",
    `YYYYMMDD`, `YYYYMMDDHHMMSS`, Unix times, and numbers of day, month and year where only one reading is in the
    calendar: "19.12.2022". A clock time without a zone is taken as UTC.

    Args:
        value: As it was given.
        order: Which of day and month comes first in "12/04/2022"; None leaves such a date unread.

    Returns:
        A UTC time where a clock time is given, else a day; None for what is neither.
    """
    if isinstance(value, date):
        return in_utc(value)
    words = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if words.isdecimal():
        return _of_digits(words)
    return _of_iso(words) or _of_rfc2822(words) or _as_written(words) or _of_numbers(words, order)


def has_two_readings(value: object) -> bool:
    """Tell whether a date is one of numbers that may be two days: "12/04/2022"."""
    return isinstance(value, str) and len(set(_readings(" ".join(value.split())).values())) > 1


def in_utc(moment: date | datetime | None) -> date | datetime | None:
    """Return a day as it is and a time in UTC; None for what the calendar or the history of news does not have."""
    if moment is None or moment.year < FIRST_YEAR:
        return None
    if not isinstance(moment, datetime):
        return moment
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        return None


def day_of(found: re.Match[str]) -> date | None:
    """Return the day that the groups `year`, `month` and `day` of a match name; None when the calendar has none."""
    month = found["month"].lower()
    if not month.isdecimal() and month[:3] not in MONTHS:
        return None
    try:
        number = int(month) if month.isdecimal() else MONTHS.index(month[:3]) + 1
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None


def _of_digits(words: str) -> date | datetime | None:
    try:
        if units := EPOCH_DIGITS.get(len(words)):
            return in_utc(datetime.fromtimestamp(int(words) / units, UTC))
        if len(words) == 14:
            return in_utc(datetime.strptime(words, "%Y%m%d%H%M%S").replace(tzinfo=UTC))
        return in_utc(datetime.strptime(words, "%Y%m%d").date()) if len(words) == 8 else None
    except (ValueError, OverflowError, OSError):
        return None


def _of_iso(words: str) -> date | datetime | None:
    try:
        return in_utc(date.fromisoformat(words))
    except ValueError:
        pass
    try:
        return in_utc(datetime.fromisoformat(re.sub(r"\s+(?=[-+Zz]|UTC$)", "", words).removesuffix("UTC")))
    except ValueError:
        return _of_iso(words[:10]) if words[10:11] in {"T", " "} else None  # the day, though the time is none


def _of_rfc2822(words: str) -> date | datetime | None:
    try:
        return in_utc(parsedate_to_datetime(words)) if MAIL_TIME.match(words) else None
    except ValueError:
        return None


def _as_written(words: str) -> date | datetime | None:
    for form in WRITTEN:
        if (found := form.match(re.sub(r"\s+", " ", words))) and (moment := _at_clock(found)):
            return moment
    return None


def _of_numbers(words: str, order: DateOrder | None) -> date | datetime | None:
    words = re.sub(r"\s+", " ", words)
    if found := YEAR_FIRST.match(words):
        return _at_clock(found)
    readings = _readings(words)
    if order in readings:
        return readings[order]
    return next(iter(readings.values())) if len(set(readings.values())) == 1 else None


def _readings(words: str) -> dict[DateOrder, date | datetime]:
    """Return the days that two numbers and a year may be, by which comes first."""
    found = {order: match for order, form in NUMBERS.items() if (match := form.match(words))}
    moments = {order: _at_clock(match) for order, match in found.items()}
    return {order: moment for order, moment in moments.items() if moment}


def _at_clock(found: re.Match[str]) -> date | datetime | None:
    day = day_of(found)
    return in_utc(_with_clock(day, found["clock"])) if day else None


def _with_clock(day: date, clock: str | None) -> date | datetime | None:
    if clock is None:
        return day
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{clock.zfill(8 if clock.count(':') == 2 else 5)}")
    except ValueError:
        return None
