"""SELECT statements that filters stand for: joined, narrowed, ordered, cut."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Table, func, or_, select

from regesta.store import tables
from regesta.store.filters import EventFilter, Filter, StatementFilter
from regesta.store.sql_conditions import conditions
from regesta.store.words import fold

AnySelect = Select[*tuple[Any, ...]]
EVENTS = tables.events.join(tables.articles, tables.events.c.article == tables.articles.c.key)
STATEMENTS = tables.statements.join(tables.articles, tables.statements.c.article == tables.articles.c.key)


def selection(wanted: Filter, *columns: Any) -> AnySelect:
    """Return the SELECT of some columns for what a filter lets through, without order."""
    if isinstance(wanted, EventFilter):
        rows = select(*columns).select_from(EVENTS)
    elif isinstance(wanted, StatementFilter):
        rows = select(*columns).select_from(STATEMENTS)
    else:
        rows = select(*columns).select_from(tables.articles)
    return rows.where(*conditions(wanted))


def page(wanted: Filter, *columns: Any) -> AnySelect:
    """Return the SELECT of some columns in the order of a filter, cut to its limit and offset."""
    day: ColumnElement[Any] = tables.articles.c.published
    ties: tuple[ColumnElement[Any], ...] = (tables.articles.c.id, tables.articles.c.key)
    if isinstance(wanted, EventFilter):
        day, ties = tables.events.c.start_day, (tables.events.c.id, tables.events.c.key)
    elif isinstance(wanted, StatementFilter):
        ties = (*ties, tables.statements.c.position)
    first = day.asc().nulls_last() if wanted.order == "oldest" else day.desc().nulls_last()
    rows = selection(wanted, *columns).order_by(first, *ties)
    if wanted.limit is not None or wanted.offset:
        rows = rows.limit(wanted.limit).offset(wanted.offset)
    return rows


def starts_a_name(value: str) -> ColumnElement[bool]:
    """Return the condition that an actor is meant by the beginning of a word of its name, by state, or by entity."""
    actors = tables.actors
    ways = [actors.c.iso3 == value.upper(), actors.c.entity == value]
    if fold(value).strip():
        ways.append(actors.c.name_key.contains(f" {fold(value).strip()}", autoescape=True))
    return or_(*ways)


def count_of(table: Table) -> ColumnElement[int]:
    """Return the number of rows that point at an article, as a column."""
    rows = select(func.count()).where(table.c.article == tables.articles.c.key)
    return rows.correlate(tables.articles).scalar_subquery().label(f"{table.name}_count")
