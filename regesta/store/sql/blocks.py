"""What comparing needs of an SQL database: blocks of events and statements, and the states told of persons."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import ColumnElement, FromClause, Table, exists, func, select

from regesta.model.judgement import JudgedKind
from regesta.store.outlines import ActorCount, merge_actor_counts
from regesta.store.sql import decode, tables
from regesta.store.sql.dialects import listed
from regesta.store.sql.moment import Reader, is_told
from regesta.store.sql.selects import EVENTS, STATEMENTS


class Blocked(NamedTuple):
    """What is in blocks: the table of blocks, its column with the key of a fact, the facts, and these with articles."""

    blocks: Table
    key: ColumnElement[int]
    facts: Table
    joined: FromClause


BLOCKED: dict[JudgedKind, Blocked] = {
    "event": Blocked(tables.blocks, tables.blocks.c.event, tables.events, EVENTS),
    "statement": Blocked(tables.statement_blocks, tables.statement_blocks.c.statement, tables.statements, STATEMENTS),
}


def read_blocks(
    reader: Reader, of: Collection[str] | None, most: int | None, kind: JudgedKind, least: int
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield block keys that several events or statements share, with their ids; see `regesta.store.view.View`.

    How large a block is is counted in the index of blocks alone: facts of replaced versions have no blocks.
    """
    if of is not None and not of:
        return
    blocks, key, facts, with_articles = BLOCKED[kind]
    shared = select(blocks.c.block).group_by(blocks.c.block).having(func.count() >= least)
    if most is not None:
        shared = shared.having(func.count() <= most)
    if of is not None:
        theirs = select(blocks.c.block).select_from(blocks.join(facts, key == facts.c.key))
        shared = shared.where(blocks.c.block.in_(theirs.where(listed(facts.c.id, of))))
    joined = blocks.join(with_articles, key == facts.c.key)
    rows = select(blocks.c.block, facts.c.id).select_from(joined).where(tables.articles.c.is_current)
    rows = rows.where(blocks.c.block.in_(shared)).order_by(blocks.c.block, facts.c.id)
    for block, members in groupby(reader.execute(rows), itemgetter(0)):
        ids = tuple(fact_id for _, fact_id in members)
        if len(ids) >= least:
            yield block, ids


def read_actors(reader: Reader, condition: ColumnElement[bool] | None, limit: int | None) -> list[ActorCount]:
    """List the parties of events that a condition on actors lets through, most events first."""
    actors, parties = tables.actors, tables.parties
    columns = (actors.c.name, actors.c.iso3, actors.c.sector, actors.c.entity)
    rows = select(*columns, func.count(parties.c.event.distinct()).label("events"))
    rows = rows.select_from(actors.join(parties, parties.c.actor == actors.c.key)).group_by(actors.c.key)
    rows = rows.where(is_told(parties.c.event, reader.moment))
    if condition is not None:
        rows = rows.where(condition)
    return merge_actor_counts(map(decode.actor_count_of, reader.execute_as_stored(rows)), limit)


def read_states_told(reader: Reader, entities: Collection[str]) -> dict[str, str]:
    """Return the state that most events tell of each of some entities, by entity.

    Of nearly all only one state is told: whether an event of a current version tells it is looked up. Of the others
    alone events are counted.
    """
    actors, parties = tables.actors.c, tables.parties.c
    asked = select(actors.entity, actors.iso3).distinct().where(actors.iso3.is_not(None))
    states: defaultdict[str, list[str]] = defaultdict(list)
    for entity, iso3 in reader.connection.execute(asked.where(listed(actors.entity, entities))):
        states[entity].append(iso3)
    one = [entity for entity, told in states.items() if len(told) == 1]
    several = [entity for entity, told in states.items() if len(told) > 1]
    in_events = exists().where(parties.actor == actors.key, is_told(parties.event, reader.moment))
    told_by_events = asked.where(listed(actors.entity, one), in_events)
    found = {entity: iso3 for entity, iso3 in reader.execute_as_stored(told_by_events)} if one else {}
    counted = read_actors(reader, listed(actors.entity, several), None) if several else []
    return found | {actor.entity: actor.iso3 for actor in counted if actor.entity and actor.iso3}


def read_entities(reader: Reader, kind: str) -> dict[str, bool]:
    """Return the entities of a kind, with whether any actor has a state; sorted."""
    actors = tables.actors.c
    inside = (actors.entity >= f"{kind}:", actors.entity < f"{kind};")  # the character after the colon
    rows = select(actors.entity, func.count(actors.iso3)).where(*inside).group_by(actors.entity)
    return {entity: states > 0 for entity, states in reader.execute(rows.order_by(actors.entity))}
