"""The days of what is moved: from which, and to which, as the sentence names them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from regesta.model.annotation import DateInterval
from regesta.model.article import Article
from regesta.query.matters.cycles import Cycle
from regesta.query.matters.steps import Step
from regesta.store.view import View

OPEN_DAYS = 14  # what is put off without a word on when it was due was mostly due within two weeks
FILLING = (
    r"(?:\s+(?:the|next|this|on|about|around|early|late|\w+day,?))*\s*$"  # "to **next** May", "for **Monday,** May 4"
)


def with_days_moved(view: View, cycle: Cycle, steps: Iterable[Step]) -> list[Step]:
    """Return steps of which those of a moving stage are due on their new days, and tell the days they were due before.

    "Postponed the visit from May 4 to May 11" is due on May 11 and was on May 4; where the old days are not told it was
    due between the report and the new ones.
    """
    article = lru_cache(maxsize=256)(view.article)  # several steps of one article follow each other
    return [moved(cycle, step, article(step.article)) if step.stage in cycle.moving else step for step in steps]


def moved(cycle: Cycle, step: Step, article: Article | None) -> Step:
    """Return a step of a moving stage with its new days and those before; one told in retrospect as it is."""
    if article is None or step.reported is None or step.days:
        return step
    old, new = days_told(cycle, step, article)
    due = new or (step.due if step.due != old else None)
    until = due.start if due and due.start > step.reported else step.reported + timedelta(days=OPEN_DAYS)
    return replace(step, due=due, was=old or DateInterval(step.reported, until, "range"))


def days_told(cycle: Cycle, step: Step, article: Article) -> tuple[DateInterval | None, DateInterval | None]:
    """Return the old and the new days that a step's sentence names, of those that were to come; None without.

    The new ones are those behind a phrase of new days, else the last of the others.
    """
    assert step.reported is not None
    old: list[DateInterval] = []
    new: list[tuple[bool, int, DateInterval]] = []
    for time in article.times:
        if time.interval is None or not step.citation.span.contains(time.span) or is_over(time.interval, step.reported):
            continue
        before = article.text[step.citation.span.start : time.span.start]
        if follows(before, cycle.old_day):
            old.append(time.interval)
        else:
            new.append((follows(before, cycle.new_day), time.span.start, time.interval))
    return (old[0] if old else None), (max(new)[-1] if new else None)


def is_over(days: DateInterval, reported: date) -> bool:
    """Tell whether days were over, or are those of the report itself."""
    return days.end <= reported + timedelta(days=1)


def follows(before: str, phrases: Iterable[str]) -> bool:
    """Tell whether a text ends in one of some phrases, but for words that only belong to a day."""
    listed = "|".join(phrase.replace(" ", r"\s+") for phrase in phrases)
    return bool(listed) and re.search(rf"\b(?:{listed}){FILLING}", before, re.IGNORECASE) is not None
