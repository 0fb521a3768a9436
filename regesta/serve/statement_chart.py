"""Statements over time as a chart: how many were published in each month or year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from regesta.model.display import counted
from regesta.query.timeline import Step, first_day, next_start, starts
from regesta.serve.chart import Axes, Chart, Column, Part, draw
from regesta.serve.course import name_of
from regesta.store.filters import StatementFilter
from regesta.store.view import View

MAX_MONTHS = 24  # each bar is a count of its own in the store
MAX_YEARS = 24


def statement_chart(view: View, wanted: StatementFilter, url: Callable[[str], str]) -> Chart | None:
    """Draw the statements that a filter lets through by day of publication; None with fewer than two periods.

    Args:
        view: Where they are.
        wanted: The filter in force.
        url: Returns the address that narrows the page to a period ("2022-12").
    """
    ends = [view.statements(replace(wanted, order=order, limit=1)) for order in ("oldest", "newest")]
    days = [found[0].source.day for found in ends if found and found[0].source.day]
    if len(days) < 2:
        return None
    step: Step = "month" if len(list(starts(first_day(days[0], "month"), days[1], "month"))) <= MAX_MONTHS else "year"
    periods = list(starts(first_day(days[0], step), days[1], step))[-MAX_YEARS:]
    if len(periods) < 2:
        return None
    axes = Axes(title="Statements over time", across=f"{step} of publication", up="statements")
    return draw([column(view, wanted, start, step, url) for start in periods], axes)


def column(view: View, wanted: StatementFilter, start: date, step: Step, url: Callable[[str], str]) -> Column:
    """Return the bar of one period."""
    since, until = max(start, wanted.since or start), next_start(start, step)
    count = view.count(replace(wanted, since=since, until=min(until, wanted.until or until)))
    name = name_of(start, step)
    tip = f"{name}: {counted(count, 'statement')}"
    return Column(label=name, tip=tip, url=url(name) if count else "", parts=(Part(name="words", count=count),))
