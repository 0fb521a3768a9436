"""Judgements and decisions in an SQL database, with what they were at earlier moments."""

from collections.abc import Collection, Iterable, Set
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, literal, or_, select, union

from regesta.errors import StoreError
from regesta.model.decision import Decision
from regesta.model.judgement import Judgement
from regesta.store.sql import decode, rows, tables
from regesta.store.sql.dialects import listed, upsert
from regesta.store.sql.rows import Row, moment_text

SAID = ("kind", "left", "right", "author", "verdict", "score", "reasons")
KEY = tuple(column.name for column in tables.judgements.primary_key)
IS_ASKED = tuple(tables.judgements.c[name] == bindparam(f"b_{name}") for name in KEY)
Key = tuple[str, ...]


def key_of(row: Row) -> Key:
    """Return what a judgement is found by."""
    return tuple(row[name] for name in KEY)


def parameters(keys: Iterable[Key]) -> list[Row]:
    """Return the parameters that `IS_ASKED` takes, in order of the keys."""
    return [{f"b_{name}": part for name, part in zip(KEY, key, strict=True)} for key in sorted(keys)]


def keep_past(connection: Connection, keys: Set[Key], now: datetime) -> None:
    """Copy judgements that are about to give way, so that earlier moments still have them."""
    when = literal(moment_text(now)).label("replaced")
    kept = select(*(tables.judgements.c[name] for name in (*SAID, "made")), when).where(*IS_ASKED)
    if keys:
        copying = insert(tables.past_judgements).from_select([*SAID, "made", "replaced"], kept)
        connection.execute(copying, parameters(keys))


def add_judgements(connection: Connection, judgements: Iterable[Judgement], now: datetime) -> int:
    """Store judgements, replacing older ones by the same author on the same pair; return how many were new.

    Raises:
        StoreError: A pair is not in order.
    """
    fresh = [rows.judgement_row(judgement) | {"made": moment_text(now)} for judgement in judgements]
    for row in fresh:
        if row["left"] >= row["right"]:
            raise StoreError(f"judgement on {row['left']} and {row['right']}: `left` must be the smaller id")
    asked = {key_of(row) for row in fresh}
    known = known_keys(connection, asked)
    statement = upsert(connection, tables.judgements)
    replaced = {name: statement.excluded[name] for name in ("verdict", "score", "reasons", "made")}
    if fresh:
        keep_past(connection, known, now)
        connection.execute(statement.on_conflict_do_update(index_elements=KEY, set_=replaced), fresh)
    return len(asked - known)


def remove_judgements(connection: Connection, judgements: Iterable[Judgement], now: datetime) -> int:
    """Remove judgements, found by kind, pair and author; return how many there were."""
    known = known_keys(connection, {key_of(rows.judgement_row(judgement)) for judgement in judgements})
    if known:
        keep_past(connection, known, now)
        connection.execute(delete(tables.judgements).where(*IS_ASKED), parameters(known))
    return len(known)


def known_keys(connection: Connection, keys: Set[Key]) -> set[Key]:
    """Return those of some keys of judgements that the store has."""
    if not keys:
        return set()
    judged = tables.judgements.c
    stored = select(*(judged[name] for name in KEY))
    stored = stored.where(listed(judged.kind, {kind for kind, *_ in keys}))
    stored = stored.where(listed(judged.left, {left for _, left, *_ in keys}))
    return {tuple(row) for row in connection.execute(stored)} & keys


def read_judgements(
    connection: Connection, kind: str, of: Collection[str] | None, moment: datetime | None
) -> list[Judgement]:
    """List judgements by pair, then author.

    Args:
        connection: Where they are.
        kind: What is judged.
        of: Only those on a pair with at least one of these ids; None for all.
        moment: When they must have stood; None for now.
    """
    if of is not None and not of:
        return []
    found = [rows.where(rows.selected_columns["kind"] == kind) for rows in standing(moment)]
    if of is not None:  # two searches, each by an index of its own; with OR, SQLite reads all judgements
        found = [rows.where(listed(rows.selected_columns[side], of)) for rows in found for side in ("left", "right")]
        # In no order: SQLite would read all judgements in that order to take the few out of them.
        read = decode.judgements_of(connection.execute(union(*found)))
        return sorted(read, key=lambda judgement: (*judgement.pair, judgement.author))
    return decode.judgements_of(connection.execute(union(*found).order_by("left", "right", "author")))


def count_judgements(connection: Connection, moment: datetime | None) -> int:
    """Count the judgements that stood at a moment; None for now."""
    counts = [select(func.count()).select_from(rows.subquery()) for rows in standing(moment)]
    return sum(connection.scalar(count) or 0 for count in counts)


def standing(moment: datetime | None) -> list[Select[*tuple[Any, ...]]]:
    """Return the SELECTs that together give the judgements that stood at a moment; None for now."""
    now, past = (select(*(judged.c[name] for name in SAID)) for judged in (tables.judgements, tables.past_judgements))
    if moment is None:
        return [now]
    at, judged, gone = moment_text(moment), tables.judgements.c, tables.past_judgements.c
    return [
        now.where(or_(judged.made.is_(None), judged.made <= at)),
        past.where(or_(gone.made.is_(None), gone.made <= at), gone.replaced > at),
    ]


def add_decisions(connection: Connection, decisions: Iterable[Decision]) -> int:
    """Append decisions that the log does not have; return how many."""
    fresh = {decision.id: decision for decision in decisions}
    known = set(connection.scalars(select(tables.decisions.c.id).where(listed(tables.decisions.c.id, fresh))))
    added = [rows.decision_row(decision) for id, decision in fresh.items() if id not in known]
    if added:
        connection.execute(insert(tables.decisions), added)
    return len(added)


def read_decisions(connection: Connection, of: Collection[str] | None, moment: datetime | None) -> list[Decision]:
    """List the decisions of persons in order of writing.

    Args:
        connection: Where they are.
        of: Only those about one of these ids, and all that undo others; None for all.
        moment: Until when they were made; None for now.
    """
    decided = tables.decisions.c
    found = select(tables.decisions).order_by(decided.key)
    if of is not None:
        found = found.where(or_(listed(decided.event, of), listed(decided.other, of), decided.undoes.is_not(None)))
    if moment is not None:
        found = found.where(tables.decisions.c.made <= moment_text(moment))
    return [decode.decision_of(row) for row in connection.execute(found)]
