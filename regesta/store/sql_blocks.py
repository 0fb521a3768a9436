"""What comparing events needs of an SQL database: blocks of events, and the states told of persons."""

from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter

from sqlalchemy import func, select

from regesta.store import sql_decode, tables
from regesta.store.outlines import ActorCount, merge_actor_counts
from regesta.store.sql_dialects import listed
from regesta.store.sql_moment import Reader
from regesta.store.sql_selects import EVENTS


def read_blocks(reader: Reader, of: Collection[str] | None, most: int | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield block keys that several events share, with the ids of those events; see `regesta.store.store.View`.

    How large a block is is counted in the index of blocks alone: events of replaced versions have no blocks.
    """
    blocks, events = tables.blocks, tables.events
    shared = select(blocks.c.block).group_by(blocks.c.block).having(func.count() > 1)
    if most is not None:
        shared = shared.having(func.count() <= most)
    if of is not None:
        theirs = select(blocks.c.block).select_from(blocks.join(events, blocks.c.event == events.c.key))
        shared = shared.where(blocks.c.block.in_(theirs.where(listed(events.c.id, of))))
    joined = blocks.join(EVENTS, blocks.c.event == events.c.key)
    rows = select(blocks.c.block, events.c.id).select_from(joined).where(tables.articles.c.is_current)
    rows = rows.where(blocks.c.block.in_(shared)).order_by(blocks.c.block, events.c.id)
    for block, members in groupby(reader.execute(rows), itemgetter(0)):
        ids = tuple(event_id for _, event_id in members)
        if len(ids) > 1:
            yield block, ids


def read_actors_named(reader: Reader, entities: Collection[str]) -> list[ActorCount]:
    """List the parties of events that are some entities, most events first."""
    actors, parties, events = tables.actors, tables.parties, tables.events
    joined = actors.join(parties, parties.c.actor == actors.c.key).join(EVENTS, parties.c.event == events.c.key)
    columns = (actors.c.name, actors.c.iso3, actors.c.sector, actors.c.entity)
    rows = select(*columns, func.count(parties.c.event.distinct()).label("events")).select_from(joined)
    rows = rows.where(tables.articles.c.is_current, listed(actors.c.entity, entities)).group_by(actors.c.key)
    return merge_actor_counts(map(sql_decode.actor_count_of, reader.execute(rows)), None)


def read_entities(reader: Reader, kind: str, *, with_state: bool) -> list[str]:
    """List the entities of a kind; only those of which any actor has a state, if asked for."""
    actors = tables.actors
    inside = (actors.c.entity >= f"{kind}:", actors.c.entity < f"{kind};")  # the character after the colon
    rows = select(actors.c.entity).where(*inside).distinct().order_by(actors.c.entity)
    return list(reader.scalars(rows.where(actors.c.iso3.is_not(None)) if with_state else rows))
