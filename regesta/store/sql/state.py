"""Reads and moves on the state of an SQL store: how many transactions, the last moment, what has been judged."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from regesta.store.moments import StoreState, next_moment
from regesta.store.sql.rows import moment_text
from regesta.store.sql.tables import store_state

READ = select(store_state)
COUNT = update(store_state).values(revision=store_state.c.revision + 1, moment=bindparam("now"))


def read_state(connection: Connection) -> StoreState:
    """Return how far the store has come."""
    row = connection.execute(READ).one()
    return StoreState(row.revision, moment_of(row.moment), moment_of(row.judged))


def begin_transaction(connection: Connection) -> datetime:
    """Count a transaction and return its moment; the connection holds the write lock."""
    now = next_moment(read_state(connection).moment)
    connection.execute(COUNT, {"now": moment_text(now)})
    return now


def note_judged(connection: Connection, since: datetime | None, until: datetime | None) -> bool:
    """Note until when events have been judged, if that is still what it was; see `regesta.store.writer.Writer`."""
    judged = store_state.c.judged
    as_it_was = judged.is_(None) if since is None else judged == moment_text(since)
    noted = update(store_state).where(as_it_was).values(judged=moment_text(until) if until else None)
    return connection.execute(noted).rowcount == 1


def moment_of(text: str | None) -> datetime | None:
    """Return a stored moment."""
    return datetime.fromisoformat(text) if text else None
