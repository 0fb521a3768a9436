"""How much of a period the register has read about, so that silence and no news differ."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from regesta.model.annotation import DateInterval
from regesta.store.view import View

THIN_SHARE = 0.5  # of the days of a period: with fewer days read, what is not on record proves nothing


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read about a period.

    Attributes:
        period: The days, half-open.
        articles: Articles published in it.
        days_read: Days of it with at least one article.
    """

    period: DateInterval
    articles: int
    days_read: int

    @property
    def days(self) -> int:
        """Days of the period."""
        return (self.period.end - self.period.start).days

    @property
    def is_thin(self) -> bool:
        """Whether fewer than half of the days have an article."""
        return self.days_read < THIN_SHARE * self.days


@dataclass(frozen=True)
class Reading:
    """The days on which the articles of a store appeared.

    Attributes:
        by_day: Number of articles by day of publication, UTC.
    """

    by_day: dict[date, int]

    @property
    def first(self) -> date | None:
        """The earliest day with an article; None when no article has a day."""
        return min(self.by_day, default=None)

    @property
    def latest(self) -> date | None:
        """The latest day with an article; None when no article has a day."""
        return max(self.by_day, default=None)

    def of(self, period: DateInterval) -> Coverage:
        """Return what was read about a period."""
        inside = [count for day, count in self.by_day.items() if period.start <= day < period.end]
        return Coverage(period, sum(inside), len(inside))


def read_days(view: View) -> Reading:
    """Count the articles of a view by day of publication; those without a day are left out."""
    days: Counter[date] = Counter()
    for found in view.coverage():
        if found.day is not None:
            days[found.day] += found.articles
    return Reading(days)


def up_to(period: DateInterval | None, first: date, day: date) -> DateInterval:
    """Return a period cut at the end of a day; without one, all days from the first on.

    Args:
        period: The days; None for all.
        first: Where all days begin.
        day: The last day that counts.
    """
    end = day + timedelta(days=1)
    if period is None:
        return DateInterval(min(first, day), end, "range")
    return DateInterval(period.start, max(period.start, min(period.end, end)), period.precision)
