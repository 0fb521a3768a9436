"""A store in one SQLite file: one writer at a time, any number of readers that never wait."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError

from regesta.errors import StoreError
from regesta.store.sql.sqlite_errors import explained
from regesta.store.sql.store import Access, SqlStore, wait_s
from regesta.store.sql.tables import REVISION
from regesta.store.sql.write_ahead import write_ahead
from regesta.store.store import Store

# What an address may have behind "?"; SQLAlchemy passes over the rest with a warning that tells a user little.
PARAMETERS = frozenset({"timeout", "uri", "check_same_thread", "cached_statements", "detect_types", "isolation_level"})
APPLICATION_ID = 0x52454745  # "REGE": marks the file as ours (PRAGMA application_id)


def open_sqlite(url: str, *, create: bool = True) -> Store:
    """Open an SQLite file as a store, making or upgrading it where needed.

    Args:
        url: A path, or a URL such as "sqlite:///regesta.db?timeout=5".
        create: Whether to make the file when there is none.

    Raises:
        StoreError: The file cannot be opened, is no store, or was written by a newer Regesta.
    """
    address = parse_address(url)
    check_path(address, create=create)
    if is_on_read_only_disk(address):
        address = unchanging(address)
    engine = make_engine(address)
    try:
        with explained(url):
            prepare(engine, url)
    except BaseException:
        engine.dispose()
        raise
    return SqlStore(url, engine, Access(explained=explained, writing=writing, only_reading=only_reading))


def parse_address(url: str) -> URL:
    """Return a path or URL as an SQLAlchemy URL.

    Raises:
        StoreError: It is not a URL, or has a parameter that none has.
    """
    try:
        address = make_url(url) if url.startswith("sqlite") and ":" in url else URL.create("sqlite", database=url)
    except ArgumentError as error:
        raise StoreError(f"{url!r} is no address of a store; write a path, or sqlite:///path") from error
    strange = sorted(set(address.query) - PARAMETERS)
    if strange and "uri" not in address.query:  # with it, they are SQLite's own
        raise StoreError(f"{url}: has {strange[0]!r}, which no address of a store has; timeout=SECONDS is one")
    return address


def check_path(address: URL, *, create: bool) -> None:
    """Refuse paths where no file can be.

    Raises:
        StoreError: The folder is missing, the path is a folder, there is no path, or the file is missing and is not to
            be made.
    """
    name = address.database or ""
    if name in {"", ":memory:"}:  # each connection would see a database of its own
        raise StoreError("the address of the store names no file; write sqlite:///path, or memory: to keep nothing")
    if name.startswith("file:"):
        return
    path = Path(name)
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; give the path of a file in it, such as {path / 'regesta.db'}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist; make it first")
    if not create and not path.exists():
        raise StoreError(f"{path}: there is no store; make one with `regesta run ARTICLES --store {path}`")


def is_on_read_only_disk(address: URL) -> bool:
    """Tell whether a file lies whole on a disk that cannot be written; where one cannot ask, none does."""
    name = address.database or ""
    path = Path(name)
    if name.startswith("file:") or not path.is_file() or not hasattr(os, "statvfs"):
        return False
    is_whole = not path.with_name(
        f"{path.name}-wal"
    ).exists()  # else it was copied while open, or its writer was killed
    return is_whole and bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def unchanging(address: URL) -> URL:
    """Return the address under which SQLite reads a file without the two files that it else makes beside it."""
    asked = {**address.query, "mode": "ro", "immutable": "1", "uri": "true"}
    return URL.create("sqlite", database=f"file:{quote(address.database or '')}", query=asked)


def make_engine(address: URL) -> Engine:
    """Return an engine whose transactions begin where SQLAlchemy says so, and whose connections are set up."""
    engine = create_engine(address, connect_args={"timeout": wait_s(address), "isolation_level": None})
    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    return engine


def set_up(connection: Any, _: object) -> None:
    """Set what SQLite forgets between connections: how safe it is, and 64 MiB of cache, which halves most queries.

    A transaction is on the disk when it ends (FULL): a watch forgets what waits as soon as the store has it.
    """
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "cache_size = -65536"):
        connection.execute(f"PRAGMA {pragma}")


def only_reading(connection: Any, _: object) -> None:
    """Make a new connection one that cannot write, with 2 MiB of cache.

    A server has several of them for ever. SQLite empties a connection's cache after every write of another process, and
    a thread fills it anew from a heap of its own, so that each heap grows to the size of the caches; the operating
    system keeps the file in memory for all.
    """
    for pragma in ("query_only = ON", "cache_size = -2048"):
        connection.execute(f"PRAGMA {pragma}")


def begin(connection: Connection) -> None:
    """Begin a transaction: at once with the write lock for a writer, else when first read."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that holds the write lock."""
    with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
        yield connection


def prepare(engine: Engine, url: str) -> None:
    """Make the tables of an empty file, or upgrade those of an older store.

    Raises:
        StoreError: The file belongs to something else, or to a newer Regesta.
    """
    with engine.connect() as connection:
        if read_revision(connection, url) == REVISION:
            return
    with closing(engine.raw_connection()) as raw:
        write_ahead(raw, wait_s(engine.url))
    from regesta.store.sql.upgrade import upgrade  # noqa: PLC0415 - Alembic takes 0.2 s to import

    with writing(engine) as connection:
        upgrade(connection, read_revision(connection, url), url)  # read again: another process may have been faster
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def read_revision(connection: Connection, url: str) -> str | None:
    """Return the revision of a store's tables; None for an empty file.

    Raises:
        StoreError: The file is a database of something else.
    """
    if not inspect(connection).get_table_names():
        return None
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise StoreError(f"{url}: is a database of another program; give another path")
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
