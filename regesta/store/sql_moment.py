"""Reads an SQL database as it is, or as it was at an earlier moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeVar

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Connection,
    CursorResult,
    column,
    exists,
    func,
    select,
    union_all,
)
from sqlalchemy import table as table_named

from regesta.store import tables
from regesta.store.rows import moment_text
from regesta.store.sql_dialects import is_postgresql
from regesta.store.sql_selects import AnySelect

S = TypeVar("S", bound=AnySelect)
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
        return self.connection.execute(self._at_moment(rows))

    def scalars(self, rows: AnySelect) -> Sequence[Any]:
        """Return the first column."""
        return self.connection.scalars(self._at_moment(rows)).all()

    def scalar(self, rows: AnySelect) -> int:
        """Return the number in the first column of the first row; 0 for null."""
        return int(self.connection.scalar(self._at_moment(rows)) or 0)

    def _at_moment(self, rows: AnySelect) -> AnySelect:
        """Return a statement that reads the articles of this reader's moment."""
        if self.moment is None:
            return rows
        schema = None if is_postgresql(self.connection) else "main"
        return rows.add_cte(articles_at(self.moment, schema))


def articles_at(moment: datetime, schema: str | None) -> CTE:
    """Return the articles as they were at a moment, as a WITH clause that stands before the table of that name.

    Args:
        moment: The moment.
        schema: What stands before the name of the table itself. SQLite takes the name inside the clause for the clause
            unless the schema, "main", goes before it; PostgreSQL does not, and needs none.
    """
    now = table_named("articles", *(column(c.name, c.type) for c in tables.articles.c), schema=schema)
    one, later = now.alias("one"), now.alias("later")
    at = moment_text(moment)
    newest = select(func.max(later.c.key)).where(later.c.id == one.c.id, later.c.stored <= at).scalar_subquery()
    columns = [one.c[c.name] for c in tables.articles.c if c.name != "is_current"]
    was_current = (one.c.key == newest).label("is_current")
    return select(*columns, was_current).where(one.c.stored <= at).cte("articles")


def is_told(event_key: ColumnElement[int], moment: datetime | None) -> ColumnElement[bool]:
    """Return the condition that an event is of a version that is current at a moment.

    It looks up the few events that are not, instead of all that are; so it is to be put to the tables themselves, not
    to what a `Reader` of an earlier moment sees.

    Args:
        event_key: Key of the event.
        moment: UTC; None for the present.
    """
    events = tables.events
    return event_key.not_in(select(events.c.key).where(events.c.article.in_(not_current(moment))))


def not_current(moment: datetime | None) -> AnySelect | CompoundSelect[int]:
    """Return the SELECT of the keys of the versions that are not current at a moment; None for the present."""
    one, later = tables.articles.alias("one"), tables.articles.alias("later")
    replaced = select(one.c.key).where(~one.c.is_current)
    if moment is None:
        return replaced
    at = moment_text(moment)
    by_then = exists().where(later.c.id == one.c.id, later.c.key > one.c.key, later.c.stored <= at)
    return union_all(replaced.where(by_then), select(one.c.key).where(one.c.stored > at))


def read_last_change(reader: Reader) -> datetime | None:
    """Return when a run, an article, a judgement or a decision was last stored; see `regesta.store.view.View`."""
    found = []
    for table, name in CHANGES:
        newest = select(func.max(table.c[name]))
        if reader.moment is not None:
            newest = newest.where(table.c[name] <= moment_text(reader.moment))
        found.append(reader.connection.scalar(newest))
    return max((datetime.fromisoformat(text) for text in found if text), default=None)
