"""SELECT statements that filters stand for: joined, narrowed, ordered, cut."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Table, func, literal_column, or_, select

from regesta.store.filters import EventFilter, Filter, StatementFilter
from regesta.store.sql import tables
from regesta.store.sql.conditions import conditions
from regesta.store.sql.dialects import by_dialect
from regesta.store.words import fold

AnySelect = Select[*tuple[Any, ...]]
EVENTS = tables.events.join(tables.articles, tables.events.c.article == tables.articles.c.key)
STATEMENTS = tables.statements.join(tables.articles, tables.statements.c.article == tables.articles.c.key)

# In the order of articles, SQLite, which counts nothing beforehand, is to go through articles in that order and to look
# up what they state, instead of sorting all statements: the plus sign keeps it from looking up the article of each.
ABOUT = by_dialect(
    tables.statements.c.article == literal_column("+articles.key"), tables.statements.c.article == tables.articles.c.key
)
BY_ARTICLE = tables.statements.join(tables.articles, ABOUT)


def selection(wanted: Filter, *columns: Any) -> AnySelect:
    """Return the SELECT of some columns for what a filter lets through, without order."""
    return from_tables(wanted, *columns).where(*conditions(wanted))


def from_tables(wanted: Filter, *columns: Any) -> AnySelect:
    """Return the SELECT of some columns from the tables that hold what a filter is of."""
    if isinstance(wanted, EventFilter):
        return select(*columns).select_from(EVENTS)
    if isinstance(wanted, StatementFilter):
        return select(*columns).select_from(STATEMENTS)
    return select(*columns).select_from(tables.articles)


def is_narrow(wanted: StatementFilter) -> bool:
    """Tell whether a filter asks for what an index of statements, or few articles, have."""
    asked = (
        wanted.ids,
        wanted.article,
        wanted.speaker,
        wanted.described,
        wanted.about,
        wanted.contains,
        wanted.stored_after,
    )
    return any(value is not None for value in asked)


def page(wanted: Filter, *columns: Any) -> AnySelect:
    """Return the SELECT of some columns in the order of a filter, cut to its limit and offset.

    What is cut is chosen by keys alone, since columns as long as texts make sorting take twice as long.
    """
    articles, key = tables.articles, tables.articles.c.key
    day: ColumnElement[Any] = articles.c.published
    ties: tuple[ColumnElement[Any], ...] = (articles.c.id, articles.c.key)
    if isinstance(wanted, EventFilter):
        key, day = tables.events.c.key, tables.events.c.start_day
        ties = (tables.events.c.id, key)
    elif isinstance(wanted, StatementFilter):
        key, ties = tables.statements.c.key, (*ties, tables.statements.c.position)
    order = (day.asc().nulls_last() if wanted.order == "oldest" else day.desc().nulls_last(), *ties)
    if wanted.limit is None and not wanted.offset:
        return selection(wanted, *columns).order_by(*order)
    through = selection(wanted, key)
    if isinstance(wanted, StatementFilter) and not is_narrow(wanted):
        through = select(key).select_from(BY_ARTICLE).where(*conditions(wanted))
    chosen = through.order_by(*order).limit(wanted.limit).offset(wanted.offset)
    return from_tables(wanted, *columns).where(key.in_(chosen.correlate(None))).order_by(*order)


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
