"""The days that a warning names: those to come, among the time expressions of its sentence."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from regesta.model.annotation import DateInterval
from regesta.model.article import Article
from regesta.query.matters.steps import Step
from regesta.store.view import View


def with_days_told(view: View, steps: Iterable[Step]) -> list[Step]:
    """Return steps of which those that are due on no known day have the days their sentence names, if they lie ahead.

    "Warned last week that an offensive could begin at the end of January or in February": an event has one date, here
    that of the warning; what it warns of is due from the end of January to the end of February.
    """
    article = lru_cache(maxsize=256)(view.article)  # several warnings of one article follow each other
    return [replace(step, due=days_ahead(article(step.article), step)) if is_undated(step) else step for step in steps]


def is_undated(step: Step) -> bool:
    """Tell whether a step neither happened on some days nor is due on some."""
    return step.days is None and step.due is None and step.reported is not None


def days_ahead(article: Article | None, step: Step) -> DateInterval | None:
    """Return the days from the first to the last that a step's sentence names after its report; None when none."""
    if article is None or step.reported is None:
        return None
    inside = [time.interval for time in article.times if time.interval and step.citation.span.contains(time.span)]
    ahead = [interval for interval in inside if interval.start > step.reported]
    if not ahead:
        return None
    if len(ahead) == 1:
        return ahead[0]
    return DateInterval(min(i.start for i in ahead), max(i.end for i in ahead), "range")
