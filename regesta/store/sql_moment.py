"""Reads an SQL database as it is, or as it was at an earlier moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeVar

from sqlalchemy import CTE, Connection, CursorResult, column, func, select
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


def read_last_change(reader: Reader) -> datetime | None:
    """Return when a run, an article, a judgement or a decision was last stored; see `regesta.store.view.View`."""
    found = []
    for table, name in CHANGES:
        newest = select(func.max(table.c[name]))
        if reader.moment is not None:
            newest = newest.where(table.c[name] <= moment_text(reader.moment))
        found.append(reader.connection.scalar(newest))
    return max((datetime.fromisoformat(text) for text in found if text), default=None)
