"""Statements over time as a chart: how many were published in each month or year."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from regesta.model.display import counted
from regesta.query.counts.timeline import Step, first_day, starts
from regesta.serve.chart import Axes, Chart, Column, Part, draw
from regesta.serve.course import name_of
from regesta.store.filters import StatementFilter
from regesta.store.view import View

MAX_MONTHS = MAX_YEARS = 24  # bars that fit on a phone


def statement_chart(view: View, wanted: StatementFilter, url: Callable[[str], str]) -> Chart | None:
    """Draw the statements that a filter lets through by day of publication; None with fewer than two periods.

    Args:
        view: Where they are.
        wanted: The filter in force.
        url: Returns the address that narrows the page to a period ("2022-12").
    """
    days = view.statement_days(wanted)
    if not days:
        return None
    first, last = min(days), max(days)
    step: Step = "month" if len(list(starts(first_day(first, "month"), last, "month"))) <= MAX_MONTHS else "year"
    periods = list(starts(first_day(first, step), last, step))[-MAX_YEARS:]
    if len(periods) < 2:
        return None
    counts: Counter[date] = Counter()
    for day, count in days.items():
        counts[first_day(day, step)] += count
    axes = Axes(title="Statements over time", across=f"{step} of publication", up="statements")
    return draw([column(start, counts[start], step, url) for start in periods], axes)


def column(start: date, count: int, step: Step, url: Callable[[str], str]) -> Column:
    """Return the bar of one period."""
    name = name_of(start, step)
    tip = f"{name}: {counted(count, 'statement')}"
    return Column(label=name, tip=tip, url=url(name) if count else "", parts=(Part(name="words", count=count),))
