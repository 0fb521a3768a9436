"""A store in a database: transactions that write, views that read; how each database does that is given to it."""

import logging
import reprlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, event

from regesta.errors import StoreError
from regesta.store.sql.state import begin_transaction
from regesta.store.sql.view import SqlView
from regesta.store.sql.writer import SqlWriter
from regesta.store.writer import WAIT_S

MAX_WAIT_S = 24 * 3600.0

# An interruption while a connection is given back, SQLAlchemy would print with a traceback beside our own words.
logging.getLogger("sqlalchemy.pool").addHandler(logging.NullHandler())


@dataclass(frozen=True, kw_only=True)
class Access:
    """How one kind of database is written to and read.

    Attributes:
        explained: Turns errors of the database, at an address without a password, into a `StoreError`.
        writing: Opens a transaction that holds the write lock.
        only_reading: Makes a new connection one that cannot write, as a listener of SQLAlchemy's event "connect".
        reading: Options of the connection of a view, so that it stays at its moment.
    """

    explained: Callable[[str], AbstractContextManager[None]]
    writing: Callable[[Engine], AbstractContextManager[Connection]]
    only_reading: Callable[[Any, object], None]
    reading: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class SqlStore:
    """A store in a database; see `regesta.store.store.Store`.

    Attributes:
        url: Its address, without a password.
        engine: SQLAlchemy's connections to it.
        access: How its kind of database is written to and read.
    """

    url: str
    engine: Engine
    access: Access

    @contextmanager
    def writer(self) -> Iterator[SqlWriter]:
        """Begin a transaction; it is kept when the block ends and undone when the block raises."""
        with only_text(self.url), self.access.explained(self.url), self.access.writing(self.engine) as connection:
            writer = SqlWriter(connection, begin_transaction(connection))
            yield writer
            writer.flush()

    @contextmanager
    def view(self) -> Iterator[SqlView]:
        """Open a view of this moment."""
        with only_text(self.url), self.access.explained(self.url), self.engine.connect() as connection:
            connection.execution_options(**self.access.reading)
            view = SqlView(connection)
            _ = view.state  # this first read fixes the moment
            yield view

    def refuse_writes(self) -> None:
        """Refuse every write from now on: the database itself does, on every connection."""
        event.listen(self.engine, "connect", self.access.only_reading)
        self.engine.dispose()

    def close(self) -> None:
        """Let go of the connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def only_text(url: str) -> Iterator[None]:
    """Tell what is no text; an argument or file name in another encoding than the terminal's gives such.

    Args:
        url: Where the store is.

    Raises:
        StoreError: The database was asked for, or was to hold, half a surrogate pair.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise StoreError(f"{url}: {reprlib.repr(error.object)} is no text, which is all it takes") from error


def wait_s(address: URL) -> float:
    """Return how many seconds a writer waits for another one: `timeout` of the address.

    Raises:
        StoreError: It is no number of seconds, or more than a day.
    """
    said = str(address.query.get("timeout", WAIT_S))
    try:
        found = float(said)
    except ValueError:
        found = -1.0
    if not 0 <= found <= MAX_WAIT_S:
        raise StoreError(f"the address of the store has timeout={said}; write seconds, at most {MAX_WAIT_S:.0f}")
    return found
