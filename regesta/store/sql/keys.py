"""Looks events up in narrow indexes: which of them have a party, a place, a context, some words.

What columns in memory say of an event (see `regesta.query.clusters.columns`) need not be read from the store again. The
rest is answered by indexes alone: no row of an event or an article is read, and the keys are sent as one text, which
takes a quarter of the time of a row for each.
"""

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, Text, cast, func, select

from regesta.store.filters import EventFilter
from regesta.store.sql import tables
from regesta.store.sql.conditions import has_cameo, keys_named
from regesta.store.sql.dialects import is_postgresql
from regesta.store.sql.moment import Reader
from regesta.store.sql.selects import selection
from regesta.store.sql.words import words_select

Keys = NDArray[np.int64]


def read_event_keys(reader: Reader, wanted: EventFilter) -> list[Keys]:
    """Return the keys of the events that have what a filter asks for, one list for each thing that it asks for."""
    asked = [*party_selects(wanted), *other_selects(wanted, postgresql=is_postgresql(reader.connection))]
    return [read_keys(reader, keys) for keys in asked]


def party_selects(wanted: EventFilter) -> Iterator[Select[tuple[int]]]:
    """Yield the SELECTs of the events that have a party, in a role or in any."""
    parties = tables.parties.c
    for value, role in (
        (wanted.actor, "actor"),
        (wanted.recipient, "recipient"),
        *((party, None) for party in (wanted.party, *(wanted.dyad or ()))),
    ):
        if value is not None:
            found = select(parties.event.label("key")).where(parties.actor.in_(keys_named(tables.actors, value)))
            yield found if role is None else found.where(parties.role == role)


def other_selects(wanted: EventFilter, *, postgresql: bool) -> Iterator[Select[tuple[int]]]:
    """Yield the SELECTs of the events that have a code, a place, a context, some words."""
    events, contexts = tables.events.c, tables.contexts.c
    for code in filter(None, (kind.cameo for kind in wanted.kinds)):
        yield select(events.key.label("key")).where(has_cameo(code))
    if wanted.place is not None:
        yield select(events.key.label("key")).where(events.place.in_(keys_named(tables.places, wanted.place)))
    if wanted.context is not None:
        yield select(contexts.event.label("key")).where(contexts.context == wanted.context)
    if wanted.contains is not None:
        yield words_select(tables.event_words, wanted.contains, postgresql=postgresql)


def read_keys(reader: Reader, keys: Select[tuple[int]]) -> Keys:
    """Return the keys that a SELECT yields, in no order."""
    found = keys.subquery()
    joined = reader.connection.scalar(select(func.aggregate_strings(cast(found.c.key, Text), ",")))
    return np.array(joined.split(","), np.int64) if joined else np.zeros(0, np.int64)


def read_keys_of(reader: Reader, ids: Collection[str] | None) -> dict[str, int]:
    """Return the keys of events of current versions, by id; None for all events."""
    wanted = EventFilter(ids=None if ids is None else tuple(ids))
    return dict(map(tuple, reader.execute(selection(wanted, tables.events.c.id, tables.events.c.key))))
