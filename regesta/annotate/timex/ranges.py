"""The year of two dates that make a range: "from August to October", "from May 5 to May 10, 2020"."""

import re
from dataclasses import replace

from regesta.annotate.timex.values import mentioned_day
from regesta.annotate.timex.words import MONTHS, SHORT_MONTHS
from regesta.model.annotation import TimeExpression

JOINED = re.compile(r",?\s*(?:to|until|till|through|-|–)\s*(?:on\s|the\s)*", re.IGNORECASE)
AND = re.compile(r"\s+and\s+(?:on\s|in\s|the\s)*", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
MONTH = "|".join((*MONTHS, *SHORT_MONTHS))
YEARLESS = re.compile(
    rf"(?:(?:the|early|late|mid-?)\s?)*(?:{DAY}\s(?:of\s)?)?(?:{MONTH})\.?(?:\s(?:the\s)?{DAY})?", re.IGNORECASE
)
YEAR = re.compile(r"\d{4}")


def in_one_range(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression:
    """Return the first of two neighbouring dates, its year the one before the second that fits.

    A year told with the second one counts for both; otherwise the first is moved back only where it would lie behind
    the second.

    Args:
        text: The text.
        left: The first date.
        right: The one after it.
    """
    first, last = mentioned_day(left.value), mentioned_day(right.value)
    words, others = left.span.of(text), right.span.of(text)
    if first is None or last is None or first[1] not in "DM" or last[1] not in "DM" or not YEARLESS.fullmatch(words):
        return left
    between = text[left.span.end : right.span.start]
    told = bool(YEAR.search(others))
    is_pair = AND.fullmatch(between) and (told or BETWEEN.search(text[: left.span.start]))
    if not (JOINED.fullmatch(between) or is_pair) or not (told or first[0] > last[0]):
        return left
    year = last[0].year - (first[0].replace(year=2000) > last[0].replace(year=2000))
    value = f"{year:04}{left.value[4:]}"
    return replace(left, value=value) if mentioned_day(value) else left
