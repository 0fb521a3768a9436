"""Lengths of time to the calendar days they denote: "the last two weeks", "the first nine months of 2021"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from regesta.model.annotation import DateInterval

LENGTH = re.compile(r"P(\d+)(DE|[DWMQY])")
UNCOUNTED = re.compile(r"P(X)(DE|[DWMQY])")
FEW = 3  # "the last few weeks", "the past months"
HOURS = re.compile(r"PT(\d+)([HMS])")
SECONDS = {"H": 3600, "M": 60, "S": 1}
DAY_SECONDS = 24 * 3600
MOST_DAYS = 7
ANCHOR = re.compile(r"(?:the )?(?:[\w-]+ )?(last|past|previous|next|coming|upcoming)\b", re.IGNORECASE)
EDGE = re.compile(r"(?:the )?(first|opening|initial|last|final|closing)\b", re.IGNORECASE)
CLOSING = frozenset({"last", "final", "closing"})
OF = re.compile(r"\s(?:of|in)\s(?:the\s)?", re.IGNORECASE)
DAYS = {"D": 1, "W": 7}
MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120}
MOST_QUARTERS = 4000  # no calendar reaches further


def stretch(value: str, words: str, day: date | None) -> DateInterval | None:
    """Return the days of a length that ends or begins with publication: "the last two weeks", "the next five years".

    Where they are not counted ("the last few weeks") they are three.

    Args:
        value: TIMEX3 value of the expression.
        words: Its words.
        day: Day of publication; None when unknown.
    """
    length, anchor = LENGTH.fullmatch(value) or UNCOUNTED.fullmatch(value), ANCHOR.match(words)
    if anchor is None or day is None:
        return None
    is_uncounted = length is not None and length[1] == "X"
    if is_uncounted and anchor[1].lower() == "previous":  # "as in previous years"
        return None
    is_past = anchor[1].lower() in {"last", "past", "previous"}
    if hours := HOURS.fullmatch(value):
        return days_around(int(hours[1]) * SECONDS[hours[2]], day, is_past=is_past)
    if length is None:
        return None
    steps = FEW if is_uncounted else int(length[1])
    if length[2] == "Q" and steps < MOST_QUARTERS:
        return quarters(steps, day, is_past=is_past)
    other = shifted(day, -steps if is_past else steps, length[2])
    if other is None:
        return None
    bounds = (other, day) if is_past else (day + timedelta(days=1), other)
    return DateInterval(bounds[0], bounds[1] + timedelta(days=1), "range")


def days_around(seconds: int, day: date, *, is_past: bool) -> DateInterval | None:
    """Return the days that some hours before or after some time of a day lie in; None of more than a week.

    "The past two hours" are that day's, "the past 24 hours" reach back into the day before.
    """
    days = seconds // DAY_SECONDS
    if days > MOST_DAYS:
        return None
    first, last = (day - timedelta(days=days), day) if is_past else (day, day + timedelta(days=days))
    return DateInterval(first, last + timedelta(days=1), "range")


def quarters(count: int, day: date, *, is_past: bool) -> DateInterval:
    """Return so many whole quarters before the one that holds a day, or behind it."""
    first = 3 * ((day.month - 1) // 3) + 1
    edge = day.year * 12 + first - 1 + (0 if is_past else 3)
    months = (edge - 3 * count, edge) if is_past else (edge, edge + 3 * count)
    start, end = (date(month // 12, month % 12 + 1, 1) for month in months)
    return DateInterval(start, end, "range")


def shifted(day: date, steps: int, unit: str) -> date | None:
    """Return the day some units away, the last of its month when the month is too short; None beyond the calendar."""
    try:
        if unit in DAYS:
            return day + timedelta(days=steps * DAYS[unit])
        year, month = divmod(day.year * 12 + day.month - 1 + steps * MONTHS[unit], 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def edge_of(words: str, value: str, joint: str, whole: DateInterval | None) -> DateInterval | None:
    """Return the days of a length at the edge of what is named behind it: "the last three months of 2020".

    Args:
        words: A time expression.
        value: Its TIMEX3 value.
        joint: The text between it and the next time expression.
        whole: The days of that one; None when it has none.
    """
    length, edge = LENGTH.fullmatch(value), EDGE.match(words)
    if length is None or edge is None or whole is None or not OF.fullmatch(joint):
        return None
    is_last, steps = edge[1].lower() in CLOSING, int(length[1])
    start = shifted(whole.end, -steps, length[2]) if is_last else whole.start
    end = whole.end if is_last else shifted(whole.start, steps, length[2])
    if start is None or end is None or not whole.start <= start < end <= whole.end:
        return None
    return DateInterval(start, end, "range")
