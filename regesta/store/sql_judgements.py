"""Judgements and decisions in an SQL database, with what they were at earlier moments."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    Table,
    bindparam,
    column,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy import table as table_named

from regesta.model.decision import Decision
from regesta.model.judgement import Judgement
from regesta.store import rows, sql_decode, tables
from regesta.store.rows import Row, moment_text
from regesta.store.sql_selects import listed

SAID = ("kind", "left", "right", "author", "verdict", "score", "reasons")
KEY = tuple(tables.judgements.primary_key)
ByKey = Sequence[Mapping[str, Any]]


def find_by(keys: Iterable[Judgement | Row]) -> list[Row]:
    """Return the parameters that `IS_ASKED` takes, for judgements or their rows."""
    return [
        {f"b_{part.name}": key[part.name] if isinstance(key, dict) else getattr(key, part.name) for part in KEY}
        for key in keys
    ]


IS_ASKED = tuple(part == bindparam(f"b_{part.name}") for part in KEY)


def keep_past(connection: Connection, asked: ByKey, now: datetime) -> None:
    """Copy judgements that are about to give way, so that earlier moments still have them."""
    when = literal(moment_text(now)).label("replaced")
    kept = select(*(tables.judgements.c[name] for name in (*SAID, "made")), when).where(*IS_ASKED)
    copying = insert(tables.past_judgements).from_select([*SAID, "made", "replaced"], kept)
    if asked:
        connection.execute(copying, asked)


def remove_judgements(connection: Connection, judgements: Iterable[Judgement], now: datetime) -> int:
    """Remove judgements, found by kind, pair and author; return how many there were."""
    asked = find_by(judgements)
    before = count_of_judgements(connection)
    if asked:
        keep_past(connection, asked, now)
        connection.execute(delete(tables.judgements).where(*IS_ASKED), asked)
    return before - count_of_judgements(connection)


def count_of_judgements(connection: Connection) -> int:
    """Return how many judgements there are."""
    return int(connection.scalar(select(func.count()).select_from(tables.judgements)) or 0)


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
    where = (tables.judgements,) if moment is None else (tables.judgements, tables.past_judgements)
    judged = union_all(*(standing(table, moment) for table in where)).subquery()
    asked = select(judged).where(judged.c.kind == kind).order_by(judged.c.left, judged.c.right, judged.c.author)
    if of is not None:
        asked = asked.where(or_(listed(judged.c.left, of), listed(judged.c.right, of)))
    return [sql_decode.judgement_of(row) for row in connection.execute(asked)]


def standing(judged: Table, moment: datetime | None) -> Select[*tuple[Any, ...]]:
    """Return the SELECT of the judgements in a table that stood at a moment; None for all."""
    found = select(*(judged.c[name] for name in SAID))
    if moment is not None:
        found = found.where(or_(judged.c.made.is_(None), judged.c.made <= moment_text(moment)))
    if moment is not None and "replaced" in judged.c:
        found = found.where(judged.c.replaced > moment_text(moment))
    return found


def add_decisions(connection: Connection, decisions: Iterable[Decision]) -> int:
    """Append decisions that the log does not have; return how many."""
    fresh = {decision.id: decision for decision in decisions}
    known = set(connection.scalars(select(tables.decisions.c.id).where(listed(tables.decisions.c.id, fresh))))
    added = [rows.decision_row(decision) for id, decision in fresh.items() if id not in known]
    if added:
        connection.execute(insert(tables.decisions), added)
    return len(added)


def read_decisions(connection: Connection, moment: datetime | None) -> list[Decision]:
    """List the decisions of persons in order of writing, until a moment; None for all."""
    found = select(tables.decisions).order_by(tables.decisions.c.key)
    if moment is not None:
        found = found.where(tables.decisions.c.made <= moment_text(moment))
    return [sql_decode.decision_of(row) for row in connection.execute(found)]


def articles_at(moment: datetime, dialect: str) -> Any:
    """Return the articles as they were at a moment, as a WITH clause that stands before the table of that name.

    A statement that this is added to reads the older rows wherever it names `articles`.

    Args:
        moment: The moment.
        dialect: Name of the SQL dialect. SQLite takes the name inside the clause for the clause itself unless it has
            the schema before it; PostgreSQL does not.
    """
    schema = "main" if dialect == "sqlite" else None
    now = table_named("articles", *(column(c.name, c.type) for c in tables.articles.c), schema=schema)
    one, later = now.alias("one"), now.alias("later")
    at = moment_text(moment)
    newest = select(func.max(later.c.key)).where(later.c.id == one.c.id, later.c.stored <= at).scalar_subquery()
    columns = [one.c[c.name] for c in tables.articles.c if c.name != "is_current"]
    was_current = (one.c.key == newest).label("is_current")
    return select(*columns, was_current).where(one.c.stored <= at).cte("articles")
