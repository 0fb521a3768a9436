"""What comparing events needs of an SQL database: blocks of events, and the states told of persons."""

from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, func, select

from regesta.store import sql_decode, tables
from regesta.store.outlines import ActorCount, merge_actor_counts
from regesta.store.sql_dialects import listed
from regesta.store.sql_selects import EVENTS


def read_blocks(connection: Connection, run: int | None, most: int | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield block keys that several events share, with the ids of those events; see `regesta.store.store.View`.

    How large a block is is counted in the index of blocks alone: events of replaced versions have no blocks.
    """
    blocks, events, articles = tables.blocks, tables.events, tables.articles
    shared = select(blocks.c.block).group_by(blocks.c.block).having(func.count() > 1)
    if most is not None:
        shared = shared.having(func.count() <= most)
    if run is not None:
        fresh = blocks.join(EVENTS, blocks.c.event == events.c.key)
        shared = shared.where(
            blocks.c.block.in_(select(blocks.c.block).select_from(fresh).where(articles.c.run == run))
        )
    joined = blocks.join(EVENTS, blocks.c.event == events.c.key)
    rows = select(blocks.c.block, events.c.id).select_from(joined).where(articles.c.is_current)
    rows = rows.where(blocks.c.block.in_(shared)).order_by(blocks.c.block, events.c.id)
    for block, members in groupby(connection.execute(rows), itemgetter(0)):
        ids = tuple(event_id for _, event_id in members)
        if len(ids) > 1:
            yield block, ids


def read_actors_named(connection: Connection, entities: Collection[str]) -> list[ActorCount]:
    """List the parties of events that are some entities, most events first."""
    actors, parties, events = tables.actors, tables.parties, tables.events
    joined = actors.join(parties, parties.c.actor == actors.c.key).join(EVENTS, parties.c.event == events.c.key)
    columns = (actors.c.name, actors.c.iso3, actors.c.sector, actors.c.entity)
    rows = select(*columns, func.count(parties.c.event.distinct()).label("events")).select_from(joined)
    rows = rows.where(tables.articles.c.is_current, listed(actors.c.entity, entities)).group_by(actors.c.key)
    return merge_actor_counts(map(sql_decode.actor_count_of, connection.execute(rows)), None)


def read_entities_with_state(connection: Connection, kind: str) -> list[str]:
    """List the entities of a kind of which any actor has a state."""
    actors = tables.actors
    inside = (actors.c.entity >= f"{kind}:", actors.c.entity < f"{kind};")  # the character after the colon
    rows = select(actors.c.entity).where(*inside, actors.c.iso3.is_not(None)).distinct().order_by(actors.c.entity)
    return list(connection.scalars(rows).all())
