"""Reads events in outline from an SQL database: those that a filter lets through, those changed since a moment."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Select, select

from regesta.model.entity import Place
from regesta.store.filters import EVERY_EVENT, EventFilter
from regesta.store.outlines import Changes, EventOutline
from regesta.store.sql import decode, tables
from regesta.store.sql.decode import AnyRow
from regesta.store.sql.dialects import listed
from regesta.store.sql.encoding import PLACE
from regesta.store.sql.moment import Reader
from regesta.store.sql.rows import moment_text
from regesta.store.sql.selects import page, selection
from regesta.store.tolls import Toll

FEW = 1000  # rows of which places and tolls are looked up one by one, not read with all others


def read_outlines(reader: Reader, wanted: EventFilter) -> list[EventOutline]:
    """List the events that a filter lets through."""
    found = reader.execute(page(wanted, *decode.OUTLINE_COLUMNS)).all()
    return list(outlines_of(reader, found) if len(found) < FEW else outlines_of_many(reader, found))


def read_changes(reader: Reader, since: datetime) -> Changes:
    """Return what changed after a moment.

    Args:
        reader: Reads the present.
        since: The moment.
    """
    after = moment_text(since)
    stored = tables.articles.c.stored > after
    articles = frozenset(reader.scalars(select(tables.articles.c.id).where(stored)))
    current = selection(EVERY_EVENT, *decode.OUTLINE_COLUMNS).where(stored)  # in no order: few of very many
    found = reader.execute(current).all()
    return Changes(
        articles=articles,
        outlines=tuple(outlines_of(reader, found)),
        judged=frozenset(i for pairs in changed_pairs(after) for row in reader.execute(pairs) for i in row),
        states=frozenset(reader.scalars(states_told_by(articles))),
    )


def states_told_by(articles: Collection[str]) -> Select[tuple[str]]:
    """Return the SELECT of the states of whose offices any version of some articles tells."""
    sightings, versions = tables.office_sightings, tables.articles
    joined = sightings.join(versions, sightings.c.article == versions.c.key)
    return select(sightings.c.iso3).select_from(joined).where(listed(versions.c.id, articles)).distinct()


def outlines_of(reader: Reader, rows: Collection[AnyRow]) -> Iterable[EventOutline]:
    """Return few rows of `OUTLINE_COLUMNS` as events in outline; only their places and tolls are read."""
    places = read_places(reader, {row.place for row in rows if row.place is not None})
    tolls = read_tolls(reader, {row.key for row in rows})
    return (decode.outline_of(row, places, tolls) for row in rows)


def outlines_of_many(reader: Reader, rows: Iterable[AnyRow]) -> Iterable[EventOutline]:
    """Return many rows of `OUTLINE_COLUMNS` as events in outline; all places and tolls are read."""
    places, tolls = read_places(reader), read_tolls(reader)
    return (decode.outline_of(row, places, tolls) for row in rows)


def changed_pairs(after: str) -> tuple[Select[tuple[str, str]], ...]:
    """Return the SELECTs of the pairs of events on which judgements were stored, replaced or removed after a moment."""
    now, past = tables.judgements.c, tables.past_judgements.c
    return (
        select(now.left, now.right).where(now.kind == "event", now.made > after),
        select(past.left, past.right).where(past.kind == "event", past.replaced > after),
    )


def read_places(reader: Reader, keys: Collection[int] | None = None) -> dict[int | None, Place]:
    """Return places by key; None for all."""
    rows = select(tables.places.c.key, tables.places.c.body)
    if keys is not None:
        rows = rows.where(listed(tables.places.c.key, keys))
    return {row.key: PLACE.validate_json(row.body) for row in reader.execute(rows)}


def read_tolls(reader: Reader, keys: Collection[int] | None = None) -> dict[int, tuple[Toll, ...]]:
    """Return tolls by key of their event, each event's sorted; None for all."""
    tolls = tables.tolls.c
    rows = select(tolls.event, tolls.role, tolls.low, tolls.high)
    if keys is not None:
        rows = rows.where(listed(tolls.event, keys))
    found: dict[int, list[Toll]] = {}
    for event, *toll in reader.connection.execute(rows):
        found.setdefault(event, []).append(Toll._make(toll))
    return {event: tuple(sorted(told)) for event, told in found.items()}
