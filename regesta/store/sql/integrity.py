"""Looks for damage in an SQLite database."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, exists, select

from regesta.store.sql import tables
from regesta.store.sql.dialects import is_postgresql
from regesta.store.sql.encoding import EVENT, STATEMENT
from regesta.store.sql.rows import Row, event_row, statement_row

AT_A_TIME = {"yield_per": 1000}  # rows; PostgreSQL would send a whole table at once


def damages(connection: Connection) -> Iterator[str]:
    """Yield what is wrong, in words: pages and indexes, foreign keys, hashes of texts, columns against bodies."""
    yield from dangling_rows(connection) if is_postgresql(connection) else damaged_file(connection)
    yield from wrong_hashes(connection)
    yield from wrong_columns(connection)


def damaged_file(connection: Connection) -> Iterator[str]:
    """Yield what SQLite finds wrong with its file."""
    for (result,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if result != "ok":
            yield f"SQLite: {result}"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} points at a row of {parent} that is not there"


def dangling_rows(connection: Connection) -> Iterator[str]:
    """Yield rows of PostgreSQL that point at nothing; its pages are the administrator's to check (pg_amcheck)."""
    for table in tables.metadata.sorted_tables:
        for key in table.foreign_keys:
            parent = key.column
            absent = key.parent.is_not(None) & ~exists().where(parent == key.parent)
            for (value,) in connection.execute(select(key.parent).where(absent)):
                yield f"a row of {table.name} points at row {value} of {parent.table.name} that is not there"


def wrong_hashes(connection: Connection) -> Iterator[str]:
    """Yield texts that no longer have the hash under which they were written."""
    for text in connection.execute(select(tables.texts), execution_options=AT_A_TIME):
        if hashlib.sha256(text.text.encode()).hexdigest() != text.sha256:
            yield f"text {text.key}: its SHA-256 is not {text.sha256}: it was changed after it was written"


def wrong_columns(connection: Connection) -> Iterator[str]:
    """Yield events and statements whose bodies cannot be read, or whose columns say something else."""
    for row in connection.execute(select(tables.events), execution_options=AT_A_TIME).mappings():
        yield from disagreements(f"event {row['id']}", dict(row), lambda body: event_row(EVENT.validate_json(body)))
    for row in connection.execute(select(tables.statements), execution_options=AT_A_TIME).mappings():
        yield from disagreements(
            f"statement {row['id']}", dict(row), lambda body: statement_row(STATEMENT.validate_json(body))
        )


def disagreements(what: str, row: Mapping[str, Any], to_row: Callable[[str], Row]) -> Iterator[str]:
    """Yield where a row's columns differ from those made anew from its body."""
    try:
        expected = to_row(row["body"])
    except ValueError:
        yield f"{what}: its body cannot be read"
        return
    yield from (f"{what}: column {name} differs from its body" for name in expected if row[name] != expected[name])
