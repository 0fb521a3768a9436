"""Tallies computed by the database, read a few rows at a time."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, func, select

from regesta.store.filters import ArticleFilter, EventFilter, StatementFilter
from regesta.store.sql import tables
from regesta.store.sql.conditions import asked_conditions
from regesta.store.sql.decode import split_codes
from regesta.store.sql.moment import Reader, replaced
from regesta.store.sql.selects import BY_ARTICLE, is_narrow, selection
from regesta.store.tallies import ArticlesOnDay, Facet, Tally

ROWS = 1000  # read at a time
COLUMNS: Mapping[Facet, ColumnElement[Any]] = {
    "start": tables.events.c.start_day,
    "end": tables.events.c.end_day,
    "type": tables.events.c.type,
    "mode": tables.events.c.mode,
    "quad": tables.events.c.quad,
    "status": tables.events.c.status,
    "publisher": tables.articles.c.publisher,
    "place": tables.events.c.place,
    "actors": tables.events.c.actors,
    "recipients": tables.events.c.recipients,
}
CODED: frozenset[Facet] = frozenset({"place", "actors", "recipients"})
"""Facets that outlines do not have as the columns have them."""
NOTHING = hashlib.sha256(b"").hexdigest()  # of the text of what could not be read


def read_tallies(reader: Reader, by: tuple[Facet, ...], wanted: EventFilter) -> Iterator[Tally]:
    """Yield how many events share some values; places of one name are told apart."""
    names = place_names(reader) if "place" in by else {}
    columns = [COLUMNS[facet] for facet in by]
    counts = (func.count().label("events"), func.sum(tables.events.c.intensity).label("intensity"))
    rows = selection(wanted, *columns, *counts).group_by(*columns).having(func.count() > 0)
    told = [(at, facet) for at, facet in enumerate(by) if facet in CODED]
    for row in chain.from_iterable(reader.execute(rows.execution_options(yield_per=ROWS)).partitions()):
        *keys, events, intensity = row
        for at, facet in told:
            keys[at] = decoded(facet, keys[at], names)
        yield Tally(tuple(keys), events, intensity)


def decoded(facet: Facet, key: Any, places: Mapping[int, str]) -> object:
    """Return what a column of `CODED` holds as an outline has it."""
    return places.get(key) if facet == "place" else split_codes(key)


def place_names(reader: Reader) -> dict[int, str]:
    """Return the names of places, by key."""
    rows = reader.execute(select(tables.places.c.key, tables.places.c.body))
    return {row.key: json.loads(row.body)["name"] for row in rows}


def read_coverage(reader: Reader, wanted: ArticleFilter) -> Iterator[ArticlesOnDay]:
    """Yield how many articles appeared, by day and publisher."""
    articles = tables.articles.c
    columns = (articles.published, articles.publisher)
    if reader.moment or wanted.every_version:
        rows = selection(wanted, *columns, func.count())
    else:
        told = articles.key.not_in(replaced())
        rows = select(*columns, func.count()).where(*asked_conditions(wanted), told)
    for row in chain.from_iterable(
        reader.execute(rows.group_by(*columns).execution_options(yield_per=ROWS)).partitions()
    ):
        yield ArticlesOnDay(*row)


def read_statement_days(reader: Reader, wanted: StatementFilter) -> dict[date, int]:
    """Return how many statements articles of each day tell; those without a day are left out."""
    day = tables.articles.c.published
    told = (day, func.count().label("statements"))
    if reader.moment or wanted.every_version or is_narrow(wanted):
        rows = selection(wanted, *told)
    else:
        is_current = tables.articles.c.key.not_in(replaced())
        rows = select(*told).select_from(BY_ARTICLE).where(*asked_conditions(wanted), is_current)
    return {row.published: row.statements for row in reader.execute(rows.where(day.is_not(None)).group_by(day))}


def count_faults(reader: Reader) -> int:
    """Count the faults of current versions."""
    faulty = tables.faults.join(tables.articles, tables.faults.c.article == tables.articles.c.key)
    return reader.scalar(select(func.count()).select_from(faulty).where(tables.articles.c.is_current))


def count_unread(reader: Reader) -> int:
    """Count the current versions of what no text could be read of."""
    empty = select(tables.texts.c.key).where(tables.texts.c.sha256 == NOTHING).scalar_subquery()
    articles = tables.articles
    return reader.scalar(
        select(func.count()).select_from(articles).where(articles.c.is_current, articles.c.text == empty)
    )
