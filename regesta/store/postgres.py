"""A store in a PostgreSQL database that several machines share: one writer at a time, any number of readers."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from regesta.errors import StoreError
from regesta.store.sql.postgres_errors import explained
from regesta.store.sql.store import Access, SqlStore, wait_s
from regesta.store.sql.tables import REVISION, store_state
from regesta.store.store import Store, shown_address

CONNECT_S = 10  # how long a connection may take; `?connect_timeout=` in the URL changes it
OLDEST_VERSION = (12,)  # generated columns
LOCK = 0x52454745 << 32  # "REGE"; the lower half is the schema: two stores may share a database

TAKE_LOCK = text("SELECT pg_advisory_xact_lock(:lock + quote_ident(current_schema())::regnamespace::oid::bigint)")
# A run reads through one transaction for as long as it codes; and planning machine code takes longer than our queries.
SESSION = "SET idle_in_transaction_session_timeout = 0; SET jit = off"


def open_postgres(url: str, *, create: bool = True) -> Store:
    """Open a PostgreSQL database as a store, making or upgrading its tables where needed.

    Args:
        url: "postgresql+psycopg://user@host/database"; what it leaves out, such as the password, is taken from where
            PostgreSQL's own programs take it (PGPASSWORD, ~/.pgpass, PGHOST). `?timeout=5` waits 5 s for another
            writer; the rest after the question mark goes to libpq.
        create: Whether to make the tables when there are none. The database itself is never made.

    Raises:
        StoreError: psycopg is missing, the server cannot be reached, or the database holds no store (`create` is
            False), something else, or a store of a newer Regesta.
    """
    address = parse_address(url)
    shown = shown_address(url)
    wait = wait_s(address)
    engine = make_engine(address.difference_update_query(["timeout"]))
    try:
        with explained(shown):
            prepare(engine, shown, wait, create=create)
    except BaseException:
        engine.dispose()
        raise
    access = Access(
        explained=explained,
        writing=lambda engine: writing(engine, wait),
        only_reading=only_reading,
        reading={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
    )
    return SqlStore(shown, engine, access)


def parse_address(url: str) -> URL:
    """Return a URL as SQLAlchemy's.

    Raises:
        StoreError: It is none.
    """
    try:
        return make_url(url).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:  # without the URL, which may hold a password
        raise StoreError("the address of the store is none; write postgresql+psycopg://user@host/database") from error


def make_engine(address: URL) -> Engine:
    """Return an engine that tests a connection before it lends it, so that a restart of the server is not noticed.

    Raises:
        StoreError: psycopg is missing.
    """
    try:
        engine = create_engine(address, pool_pre_ping=True, connect_args=connect_options(address))
    except ImportError as error:
        raise StoreError(
            f"a store in PostgreSQL needs psycopg, which cannot be loaded ({error}); run `pip install "
            '"regesta[postgres]"`'
        ) from error
    event.listen(engine, "connect", set_up)
    # What follows from an error that is told anyway, psycopg would print beside it.
    logging.getLogger("psycopg").addHandler(logging.NullHandler())
    return engine


def connect_options(address: URL) -> dict[str, Any]:
    """Return what a connection is opened with beside the URL."""
    return {} if "connect_timeout" in address.query else {"connect_timeout": CONNECT_S}


def set_up(connection: Any, _: object) -> None:
    """Set up a new connection."""
    connection.execute(SESSION)
    connection.commit()


def only_reading(connection: Any, _: object) -> None:
    """Make a new connection one that cannot write."""
    connection.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
    connection.commit()


@contextmanager
def writing(engine: Engine, wait: float) -> Iterator[Connection]:
    """Open a transaction that holds the write lock; its later statements see all that earlier writers wrote."""
    with engine.begin() as connection:
        connection.execute(text("SELECT set_config('lock_timeout', :wait, true)"), {"wait": f"{wait * 1000:.0f}ms"})
        connection.execute(TAKE_LOCK, {"lock": LOCK})
        yield connection


def prepare(engine: Engine, url: str, wait: float, *, create: bool) -> None:
    """Make the tables in an empty database, or upgrade those of an older store.

    Raises:
        StoreError: The database cannot hold a store, holds something else, or was written by a newer Regesta.
    """
    with engine.connect() as connection:
        check_server(connection, url)
        revision = read_revision(connection, url)
        if revision == REVISION:
            return
        if revision is None and not create:
            raise StoreError(f"{url}: there is no store; make one with `regesta run ARTICLES --store {url}`")
    from regesta.store.sql.upgrade import upgrade  # noqa: PLC0415 - Alembic takes 0.2 s to import

    with writing(engine, wait) as connection:
        upgrade(connection, read_revision(connection, url), url)  # read again: another process may have been faster


def check_server(connection: Connection, url: str) -> None:
    """Refuse servers and databases that cannot hold a store.

    Raises:
        StoreError: The server is too old, or the database cannot hold all of Unicode.
    """
    version = connection.dialect.server_version_info or ()
    if version < OLDEST_VERSION:
        raise StoreError(f"{url}: is PostgreSQL {'.'.join(map(str, version))}; version {OLDEST_VERSION[0]} is needed")
    encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise StoreError(f"{url}: its encoding is {encoding}; make one with `createdb --encoding UTF8 -T template0`")


def read_revision(connection: Connection, url: str) -> str | None:
    """Return the revision of a store's tables; None for a schema without tables.

    Raises:
        StoreError: The schema holds something else.
    """
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    if not names >= {store_state.name, "alembic_version"}:
        raise StoreError(
            f"{url}: holds tables of another program; give another database, or a schema of its own "
            "(?options=-csearch_path%3Dregesta)"
        )
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
