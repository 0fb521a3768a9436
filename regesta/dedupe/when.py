"""Weighs when two tellings say it was: days that both tell, days that only one tells, and days of publication."""

import math
from collections.abc import Iterator
from datetime import date

from regesta.dedupe.block import EXACT
from regesta.dedupe.odds import Evidence
from regesta.dedupe.telling import Telling
from regesta.model.annotation import DateInterval

NARROW_DAYS = 31  # a month or less
NEWS_DAYS = 2  # news without a date is seldom older
UNKNOWN_GAP_DAYS = 20  # between articles of which one has no day of publication
LOG_DAYS = 3.0  # brings the logarithms of days to the size of other evidence


def days_apart(left: Telling, right: Telling) -> int | None:
    """Return how many days lie between two exact days that both texts tell; None when they meet or are not exact."""
    one, two = left.event.date, right.event.date
    if one is None or two is None or not (left.day_told and right.day_told):
        return None
    if not {one.interval.precision, two.interval.precision} <= EXACT:
        return None
    return gap_between(one.interval, two.interval) or None


def gap_between(left: DateInterval, right: DateInterval) -> int:
    """Return how many days two spans are apart; 0 when they overlap, 1 for a day and the next."""
    return max(0, (left.start - right.end).days + 1, (right.start - left.end).days + 1)


def times(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield what the dates say, and how far apart the two were published."""
    gap = abs((left.published - right.published).days) if left.published and right.published else UNKNOWN_GAP_DAYS
    if left.day_told and right.day_told:
        yield from both_told(left, right)
    elif left.day_told or right.day_told:
        yield from one_told(*((left, right) if left.day_told else (right, left)))
    else:
        apart = f"published {gap} days apart" if gap else "published on one day"
        yield Evidence("none_told", 1.0, f"neither tells its day; {apart}")
        if gap > NEWS_DAYS and left.event.date and right.event.date:
            yield Evidence("other_news")


def both_told(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield what two dates say that both stand in the texts."""
    assert left.event.date
    assert right.event.date
    one, two = left.event.date.interval, right.event.date.interval
    if gap := gap_between(one, two):
        yield Evidence("apart", 1.0, f"{gap} days apart")
        yield Evidence("days_apart", math.log1p(gap) / LOG_DAYS)
    elif {one.precision, two.precision} <= EXACT:
        yield Evidence("same_day", 1.0, f"same date, {max(one.start, two.start).isoformat()}")
        if any(t.published and (t.published - one.end).days > NEWS_DAYS for t in (left, right)):
            yield Evidence("looked_back", 1.0, "told afterwards by that date")
    elif max(span_days(one), span_days(two)) <= NARROW_DAYS:
        yield Evidence("overlap", 1.0, "dates overlap")
    else:
        yield Evidence("overlap_wide", 1.0, "dates overlap widely")


def span_days(days: DateInterval) -> int:
    """Return how many days a span has."""
    return (days.end - days.start).days


def one_told(told: Telling, other: Telling) -> Iterator[Evidence]:
    """Yield how the publication of one telling fits the date that the other tells."""
    assert told.event.date
    days = told.event.date.interval
    if other.event.date is None:
        yield Evidence("undated", 1.0, "one of them has no date")
    if other.published is None:
        yield Evidence("unpublished")
    else:
        yield from fit(days, other.published, is_news=other.event.date is not None)


def fit(days: DateInterval, published: date, *, is_news: bool) -> Iterator[Evidence]:
    """Yield how a day of publication fits a date: news, told beforehand, or told long after.

    Args:
        days: The date that one telling tells.
        published: When the other was published.
        is_news: Whether the other is told as news of about that day; else its sentence says that it was before.
    """
    before, after = (days.start - published).days, (published - days.end).days
    if before > 1:
        yield Evidence("before", 1.0, f"published {before} days before the date that the other tells")
        yield Evidence("days_before", math.log(before) / LOG_DAYS)
    elif after <= NEWS_DAYS:
        yield Evidence("fits", 1.0, "one was published at the time that the other tells")
    else:
        reason = f"published {after} days after the date that the other tells"
        yield Evidence("later_news" if is_news else "days_after", math.log(after) / LOG_DAYS, reason)
