"""Counts what filters let through; of the present without reading what is not asked for.

A row of `articles` is wide, and nearly all versions are current. So the few that are not are looked up, in an index of
their own, instead of whether each one is; what is asked of the rest is in narrow indexes.
"""

from typing import Any

from sqlalchemy import ColumnElement, func, select

from regesta.store.filters import ArticleFilter, EventFilter, Filter, StatementFilter
from regesta.store.sql import tables
from regesta.store.sql.conditions import asked_conditions
from regesta.store.sql.moment import Reader, replaced
from regesta.store.sql.selects import AnySelect, selection


def read_count(reader: Reader, wanted: Filter) -> int:
    """Count what a filter lets through, whatever its limit and offset."""
    return reader.scalar(selection(wanted, func.count()) if reader.moment else counting(wanted))


def counting(wanted: Filter) -> AnySelect:
    """Return the SELECT that counts what a filter lets through of the present."""
    asked = asked_conditions(wanted)
    if not isinstance(wanted, ArticleFilter) and asks_of_article(wanted):
        return selection(wanted, func.count())
    table, article = article_of(wanted)
    rows = select(func.count()).select_from(table).where(*asked)
    return rows if wanted.every_version else rows.where(article.not_in(replaced()))


def asks_of_article(wanted: EventFilter | StatementFilter) -> bool:
    """Tell whether a filter of events or statements asks for something of their articles."""
    if isinstance(wanted, EventFilter):
        days = (wanted.published_since, wanted.published_until)
    else:
        days = (wanted.since, wanted.until)
    return any(value is not None for value in (wanted.article, wanted.publisher, wanted.stored_after, *days))


def article_of(wanted: Filter) -> tuple[Any, ColumnElement[int]]:
    """Return the table of what a filter is of, and the column with the key of its article."""
    if isinstance(wanted, ArticleFilter):
        return tables.articles, tables.articles.c.key
    table = tables.events if isinstance(wanted, EventFilter) else tables.statements
    return table, table.c.article


def read_publishers(reader: Reader) -> dict[str, int]:
    """Return how many articles each known publisher has, by name."""
    articles = tables.articles.c
    is_current = articles.is_current if reader.moment else articles.key.not_in(replaced())
    rows = select(articles.publisher, func.count().label("articles")).group_by(articles.publisher)
    found = reader.execute(rows.where(is_current, articles.publisher.is_not(None)))
    return {row.publisher: row.articles for row in found}
