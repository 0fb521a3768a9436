"""The year or week of two dates that make a range: "from August to October", "from May 5 to May 10, 2020"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from regesta.annotate.timex.values import mentioned_day
from regesta.annotate.timex.words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from regesta.model.annotation import TimeExpression

JOINED = re.compile(r",?\s*(?:to|until|till|through|-|–)\s*(?:on\s|the\s)*", re.IGNORECASE)
AND = re.compile(r"\s+and\s+(?:on\s|in\s|the\s)*", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
BETWEEN_CHARS = len("between the ") + 1
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
MONTH = "|".join((*MONTHS, *SHORT_MONTHS))
YEARLESS = re.compile(
    rf"(?:(?:the|early|late|mid-?)\s?)*(?:{DAY}\s(?:of\s)?)?(?:{MONTH})\.?(?:\s(?:the\s)?{DAY})?", re.IGNORECASE
)
YEAR = re.compile(r"\d{4}")
DAYS_OF_WEEK = frozenset({*WEEKDAYS, *SHORT_WEEKDAYS})
WEEK = timedelta(days=7)
MOST_FORWARD = timedelta(days=60)  # "brought forward from May 11 to May 4" is no range of a year
Pair = tuple[TimeExpression, TimeExpression]


def in_one_range(text: str, left: TimeExpression, right: TimeExpression, published: date | None) -> Pair:
    """Return two neighbouring dates, those that make a range in the years or weeks that fit.

    A year told with one of them counts for both; otherwise the first is moved back only where it would lie behind the
    second. Weekdays are in one week: "Monday to Friday" is five days.

    Args:
        text: The text.
        left: The first date.
        right: The one after it.
        published: Day of publication; None when unknown.
    """
    first, last = mentioned_day(left.value), mentioned_day(right.value)
    if first is None or last is None or first[1] not in "DM" or last[1] not in "DM":
        return left, right
    is_joined = bool(JOINED.fullmatch(text[left.span.end : right.span.start]))
    if is_joined and is_weekday(left.span.of(text)) and last[1] == "D":
        return in_one_week(left, right, published, is_bare=is_weekday(right.span.of(text)))
    if is_joined and YEAR.search(left.span.of(text)) and YEARLESS.fullmatch(right.span.of(text)):
        return left, moved(right, first[0].year + (last[0].replace(year=2000) < first[0].replace(year=2000)))
    is_told = bool(YEAR.search(right.span.of(text)))
    is_pair = AND.fullmatch(text[left.span.end : right.span.start]) and (
        is_told or BETWEEN.search(text[max(0, left.span.start - BETWEEN_CHARS) : left.span.start])
    )
    if not YEARLESS.fullmatch(left.span.of(text)) or not (is_joined or is_pair):
        return left, right
    is_brought_forward = first[1] == last[1] == "D" and first[0] - last[0] < MOST_FORWARD
    if not is_told and (first[0] <= last[0] or is_brought_forward):
        return left, right
    return moved(left, last[0].year - (first[0].replace(year=2000) > last[0].replace(year=2000))), right


def is_weekday(words: str) -> bool:
    """Tell whether words are the name of a weekday alone, in full or short."""
    return words.lower().rstrip(".") in DAYS_OF_WEEK


def moved(time: TimeExpression, year: int) -> TimeExpression:
    """Return a date in another year; as it is where that year has no such day."""
    value = f"{year:04}{time.value[4:]}"
    return replace(time, value=value) if mentioned_day(value) else time


def in_one_week(left: TimeExpression, right: TimeExpression, published: date | None, *, is_bare: bool) -> Pair:
    """Return a weekday and the day of its range, the first one in the week before the second.

    Where both are bare and lie ahead, the second one is moved: "will meet Monday to Friday".

    Args:
        left: The weekday.
        right: The day that the range ends on.
        published: Day of publication; None when unknown.
        is_bare: Whether the second one is a weekday without further words.
    """
    first, last = date.fromisoformat(left.value[:10]), date.fromisoformat(right.value[:10])
    if is_bare and published and first > last and first >= published:
        return left, replace(right, value=f"{last + WEEK}{right.value[10:]}")
    steps = (last - first) // WEEK
    return replace(left, value=f"{first + steps * WEEK}{left.value[10:]}"), right
