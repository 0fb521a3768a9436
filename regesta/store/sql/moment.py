"""Reads an SQL database as it is, or as it was at an earlier moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Literal, TypeVar

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    CursorResult,
    Text,
    bindparam,
    column,
    exists,
    func,
    select,
    union_all,
)
from sqlalchemy import table as table_named

from regesta.store.sql import tables
from regesta.store.sql.dialects import is_postgresql
from regesta.store.sql.rows import moment_text
from regesta.store.sql.selects import AnySelect

S = TypeVar("S", bound=AnySelect)
THEN = bindparam("then", type_=Text)  # the moment of a reader; statements are made of it once
Moment = Literal["started", "finished", "stored", "made", "replaced"]
CHANGES: tuple[tuple[Any, Moment], ...] = (
    (tables.runs, "started"),
    (tables.runs, "finished"),
    (tables.articles, "stored"),
    (tables.judgements, "made"),
    (tables.past_judgements, "made"),
    (tables.past_judgements, "replaced"),
    (tables.decisions, "made"),
)


@dataclass(frozen=True)
class Reader:
    """Runs SELECT statements; where one names `articles`, it reads the articles of a moment.

    Attributes:
        connection: The connection, inside a transaction.
        moment: UTC; None for the present.
    """

    connection: Connection
    moment: datetime | None = None

    def execute(self, rows: AnySelect) -> CursorResult[*tuple[Any, ...]]:
        """Return the rows."""
        if self.moment is None:
            return self.connection.execute(rows)
        schema = None if is_postgresql(self.connection) else "main"
        return self.execute_as_stored(rows.add_cte(articles_then(schema)))

    def execute_as_stored(self, rows: AnySelect) -> CursorResult[*tuple[Any, ...]]:
        """Return the rows of the tables as they are; the statement may name `THEN`."""
        return self.connection.execute(rows, {THEN.key: moment_text(self.moment)} if self.moment else None)

    def scalars(self, rows: AnySelect) -> Sequence[Any]:
        """Return the first column."""
        return self.execute(rows).scalars().all()

    def scalar(self, rows: AnySelect) -> int:
        """Return the number in the first column of the first row; 0 for null."""
        return int(self.execute(rows).scalar() or 0)


@lru_cache(maxsize=2)
def articles_then(schema: str | None) -> CTE:
    """Return the articles as they were at `THEN`, as a WITH clause that stands before the table of that name.

    Args:
        schema: What stands before the name of the table itself. SQLite takes the name inside the clause for the clause
            unless the schema, "main", goes before it; PostgreSQL does not, and needs none.
    """
    now = table_named("articles", *(column(c.name, c.type) for c in tables.articles.c), schema=schema)
    one, later = now.alias("one"), now.alias("later")
    newest = select(func.max(later.c.key)).where(later.c.id == one.c.id, later.c.stored <= THEN).scalar_subquery()
    columns = [one.c[c.name] for c in tables.articles.c if c.name != "is_current"]
    was_current = (one.c.key == newest).label("is_current")
    return select(*columns, was_current).where(one.c.stored <= THEN).cte("articles")


def is_told(event_key: ColumnElement[int], moment: datetime | None) -> ColumnElement[bool]:
    """Return the condition that an event is of a version that is current at a moment.

    It looks up the few events that are not, instead of all that are; so it is to be put to the tables themselves
    (`Reader.execute_as_stored`), not to what a `Reader` of an earlier moment sees.

    Args:
        event_key: Key of the event.
        moment: UTC; None for the present.
    """
    return event_key.not_in(untold(at_present=moment is None))


@lru_cache(maxsize=1)
def replaced() -> AnySelect:
    """Return the SELECT of the keys of the versions that are not current at present: few, and with an index."""
    one = tables.articles.alias("one")
    return select(one.c.key).where(~one.c.is_current)


@lru_cache(maxsize=2)
def untold(*, at_present: bool) -> AnySelect:
    """Return the SELECT of the keys of the events of versions that are not current, at present or at `THEN`."""
    one, later = tables.articles.alias("one"), tables.articles.alias("later")
    by_then = exists().where(later.c.id == one.c.id, later.c.key > one.c.key, later.c.stored <= THEN)
    replaced_then = select(one.c.key).where(~one.c.is_current, by_then)
    then = union_all(replaced_then, select(one.c.key).where(one.c.stored > THEN))
    return select(tables.events.c.key).where(tables.events.c.article.in_(replaced() if at_present else then))


def read_last_change(reader: Reader) -> datetime | None:
    """Return when a run, an article, a judgement or a decision was last stored; see `regesta.store.view.View`."""
    found = []
    for table, name in CHANGES:
        newest = select(func.max(table.c[name]))
        if reader.moment is not None:
            newest = newest.where(table.c[name] <= moment_text(reader.moment))
        found.append(reader.connection.scalar(newest))
    return max((datetime.fromisoformat(text) for text in found if text), default=None)
