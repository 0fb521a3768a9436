"""Counts over time with coverage: how many happenings or reports in each period, and how many articles were read."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Literal

from regesta.query.clusters.clusters import Clusters
from regesta.query.clusters.decided import read_log
from regesta.query.counts.count_groups import GROUP_COLUMNS, Facets, Group, Values, facets_of, groups_of
from regesta.query.counts.entry_counts import Ways, count_entries
from regesta.query.counts.several import single_acts
from regesta.query.counts.timeline import Step, first_day, next_start, starts
from regesta.query.register import open_register
from regesta.query.table import Cells, Column, Table
from regesta.store.filters import EVERY_EVENT, ArticleFilter, EventFilter
from regesta.store.tallies import Facet, Tally, tally_outlines
from regesta.store.view import View

Unit = Literal["entries", "events", "killed", "wounded"]
VAGUE_DAYS: Mapping[Step, int] = {"day": 7, "week": 28, "month": 365, "year": 3652}
"""Dates as long as the next longer step (week, month, year, decade) say too little to be counted by this one."""

PERIOD_COLUMNS = (
    Column("period", "text", "2022-12-19, 2022-W51 (ISO 8601 week), 2022-12 or 2022."),
    Column("start", "day", "First day of the period, or of the part of it that was asked for."),
    Column("end", "day", "Last day, included."),
)
COUNT_COLUMNS = (
    Column(
        "unit",
        "text",
        "What is counted: entries (happenings, each once), events (reports of single articles), or people killed or "
        "wounded in entries, by the highest number that an article tells.",
    ),
    Column("count", "integer", "How many; null when no article was read and none is known, which is not zero."),
    Column("intensity_sum", "number", "Sum of their intensities, each -10 to +10; null where count is."),
    Column("articles", "integer", "Coverage: articles in the register that appeared in the period."),
)
NOTHING = (0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountQuery:
    """What to count.

    Attributes:
        unit: Entries (happenings, each counted once, as the best of its reports tells it), events (reports), or people
            killed or wounded in entries.
        by: What to break counts down by; an event counts once in every combination of its values.
        step: Length of a period; None for no periods. Weeks are ISO weeks.
        wanted: Which events; its limit and offset are not used.
        zeros: Whether periods in which a group has nothing get rows.
    """

    unit: Unit = "entries"
    by: tuple[Group, ...] = ()
    step: Step | None = "month"
    wanted: EventFilter = EVERY_EVENT
    zeros: bool = True


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a table of counts leaves out, in units.

    Attributes:
        undated: Without a date.
        vague: With a date too long for the step, see `VAGUE_DAYS`.
        outside: Beginning before the first period or after the last.
        ungrouped: Without a state where the groups ask for one.
        several: Entries that only tell of several acts at once: "has visited three times".
    """

    undated: int = 0
    vague: int = 0
    outside: int = 0
    ungrouped: int = 0
    several: int = 0


@dataclass
class Tallied:
    """What was counted: periods by first day, None without periods; groups in the order of `CountQuery.by`.

    Attributes:
        first: First day asked for; None when there is none.
        end: Day after the last; None likewise.
        cells: Count and sum of intensities, by group and period.
        articles: Coverage by period and publisher (None for all of them).
        left_out: How many are in no cell, by field of `LeftOut`.
    """

    first: date | None = None
    end: date | None = None
    cells: dict[Values, dict[date | None, tuple[int, float]]] = field(default_factory=dict)
    articles: dict[tuple[date | None, str | int | None], int] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Counts:
    """A table of counts.

    Attributes:
        query: What was asked.
        first: First day covered; None when nothing is.
        last: Last day covered, included; None likewise.
        left_out: What the table leaves out.
        table: The rows, by period, then group; made while they are read, once.
    """

    query: CountQuery
    first: date | None
    last: date | None
    left_out: LeftOut
    table: Table


def count_table(view: View, query: CountQuery, clusters: Clusters | None = None) -> Counts:
    """Count entries or events by period and group, with coverage.

    Days are those of the events: the period in which one begins. Without `since` and `until` the table covers the whole
    periods in which articles appeared, from the first to the last.

    Events are counted by the store, a few rows at a time; entries, and events that persons corrected or rejected, by
    the register, which holds all events in outline.

    Args:
        view: What to count in.
        query: What to count.
        clusters: Clusters kept from before, for entries; used when they fit the view.
    """
    tallied = Tallied()
    read_coverage(view, query, tallied)
    if query.unit != "events":
        days, vague = (tallied.first, tallied.end), VAGUE_DAYS.get(query.step or "year", 0)
        matched, several = single_acts(open_register(view, clusters), wanted_for(query))
        people = None if query.unit == "entries" else query.unit
        found = count_entries(matched, Ways(query.by, query.step, days, vague, people))
        tallied.cells, tallied.left_out = found.cells, found.left_out + Counter(several=several)
    else:
        asked = facets_asked(query)
        for tally in tallies(view, query, clusters):
            add(dict(zip(asked, tally.values, strict=True)), tally, query, tallied)
    periods = PERIOD_COLUMNS if query.step else ()
    columns = (*periods, *(GROUP_COLUMNS[group] for group in query.by), *COUNT_COLUMNS)
    last = tallied.end - timedelta(days=1) if tallied.end else None
    left_out = LeftOut(**tallied.left_out)
    return Counts(query, tallied.first, last, left_out, Table("counts", columns, rows(query, tallied)))


def wanted_for(query: CountQuery) -> EventFilter:
    """Return the events to count: of people killed or wounded, those that tell a number of them."""
    least = {"killed": query.wanted.min_killed, "wounded": query.wanted.min_wounded}
    if query.unit not in least:
        return query.wanted
    asked: dict[str, Any] = {f"min_{query.unit}": max(1, least[query.unit])}
    return replace(query.wanted, **asked)


def read_coverage(view: View, query: CountQuery, tallied: Tallied) -> None:
    """Fill in the days that are covered, and the articles of each period."""
    wanted = query.wanted
    since = max(filter(None, (wanted.since, wanted.published_since)), default=None)
    until = min(filter(None, (wanted.until, wanted.published_until)), default=None)
    found = list(view.coverage(ArticleFilter(publisher=wanted.publisher, since=since, until=until)))
    days = [row.day for row in found if row.day]
    tallied.first = wanted.since or (first_day(min(days), query.step or "day") if days else None)
    tallied.end = wanted.until or (end_of(max(days), query.step or "day") if days else None)
    periods_of = {day: first_day(day, query.step) if query.step else None for day in set(days)}
    for day, publisher, articles in found:
        if query.step and day is None:
            continue
        key = (periods_of[day] if day else None, publisher if "publisher" in query.by else None)
        tallied.articles[key] = tallied.articles.get(key, 0) + articles


def tallies(view: View, query: CountQuery, clusters: Clusters | None) -> Iterator[Tally]:
    """Yield the tallies of events: by first day, day after the last, and what the groups are made from."""
    by = facets_asked(query)
    if not read_log(view.decisions()).changed:
        return view.tallies(by, replace(query.wanted, limit=None, offset=0))
    found = open_register(view, clusters).matching(query.wanted)  # as persons corrected them, which the store knows not
    return tally_outlines((member for cluster in found for member in cluster.members), by)


def facets_asked(query: CountQuery) -> tuple[Facet, ...]:
    """Return the facets that counting needs."""
    days: tuple[Facet, ...] = ("start", "end") if query.step else ()
    return days + facets_of(query.by)


def add(facets: Facets, tally: Tally, query: CountQuery, tallied: Tallied) -> None:
    """Add a tally of events with some facets to its cells, or to what is left out."""
    period = None
    if query.step:
        if reason := why_left_out(facets, query.step, tallied):
            tallied.left_out[reason] += tally.events
            return
        period = first_day(facets["start"], query.step)
    is_grouped = False
    for group in groups_of(facets, query.by):
        is_grouped = True
        cells = tallied.cells.setdefault(group, {})
        count, intensity = cells.get(period, (0, 0.0))
        cells[period] = (count + tally.events, intensity + tally.intensity)
    if not is_grouped:
        tallied.left_out["ungrouped"] += tally.events


def why_left_out(facets: Facets, step: Step, tallied: Tallied) -> str | None:
    """Return the field of `LeftOut` for events that no period counts; None for those that one does."""
    start, end = facets["start"], facets["end"]
    if start is None:
        return "undated"
    if (end - start).days >= VAGUE_DAYS[step]:
        return "vague"
    if tallied.first is None or tallied.end is None or not tallied.first <= start < tallied.end:
        return "outside"
    return None


def rows(query: CountQuery, tallied: Tallied) -> Iterator[Cells]:
    """Yield the rows, by period, then group with unknown values last."""
    groups = sorted(tallied.cells, key=lambda group: [(value is None, value) for value in group])
    if not query.by:
        groups = [()]
    at = query.by.index("publisher") if "publisher" in query.by else None
    told = [(group, group[at] if at is not None else None, tallied.cells.get(group, {})) for group in groups]
    for period in periods(query, tallied):
        cells = period_cells(period, query, tallied)
        for group, publisher, found in told:
            count, intensity = found.get(period, NOTHING)
            if count or query.zeros:
                articles = tallied.articles.get((period, publisher), 0)
                is_known = count > 0 or articles > 0
                # six digits, and no minus before zero: what is beyond depends on the order of adding
                sums = (count, round(intensity, 6) + 0.0) if is_known else (None, None)
                yield (*cells, *group, query.unit, *sums, articles)


def periods(query: CountQuery, tallied: Tallied) -> Iterator[date | None]:
    """Yield the first days of the periods; None once where there are no periods."""
    if query.step is None:
        yield None
    elif tallied.first and tallied.end and tallied.first < tallied.end:
        last = tallied.end - timedelta(days=1)
        yield from starts(first_day(tallied.first, query.step), first_day(last, query.step), query.step)


def end_of(day: date, step: Step) -> date:
    """Return the day after the period a day lies in."""
    return next_start(first_day(day, step), step)


def period_cells(period: date | None, query: CountQuery, tallied: Tallied) -> Cells:
    """Return a period as its cells, cut to the days that are covered."""
    if query.step is None or period is None or tallied.first is None or tallied.end is None:
        return ()
    end = min(next_start(period, query.step), tallied.end) - timedelta(days=1)
    return label(period, query.step), max(period, tallied.first), end


def label(period: date, step: Step) -> str:
    """Return the name of the period that begins on a day."""
    if step == "week":
        year, week, _ = period.isocalendar()
        return f"{year}-W{week:02}"
    return period.isoformat()[: {"day": 10, "month": 7, "year": 4}[step]]
