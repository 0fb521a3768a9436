"""What SQLite and PostgreSQL write differently; all else is the same SQLAlchemy Core code.

A condition is built before it is known to which database it goes: `ByDialect` holds both forms, and each database is
shown its own.
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, BigInteger, ColumnElement, Connection, Integer, TableClause, Text, literal
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NULLTYPE

Upsert = sqlite.Insert | postgresql.Insert


class ByDialect(FunctionElement[Any]):
    """A condition in two forms: for SQLite, then for PostgreSQL."""

    inherit_cache = True
    type = NULLTYPE  # typed as Boolean, SQLite would be asked `(...) = 1`, which hides indexes from it


@compiles(ByDialect, "sqlite")
def compile_for_sqlite(element: ByDialect, compiler: SQLCompiler, **options: Any) -> str:
    """Return the first form as SQL."""
    in_sqlite, _ = element.clauses
    return compiler.process(in_sqlite.self_group(), **options)


@compiles(ByDialect, "postgresql")
def compile_for_postgresql(element: ByDialect, compiler: SQLCompiler, **options: Any) -> str:
    """Return the second form as SQL."""
    _, in_postgresql = element.clauses
    return compiler.process(in_postgresql.self_group(), **options)


def by_dialect(in_sqlite: ColumnElement[bool], in_postgresql: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return a condition that each database is shown in its own form."""
    return ByDialect(in_sqlite, in_postgresql)


class Listed(FunctionElement[Any]):
    """The condition that a column is in a list: a column, the list as JSON, and as an array."""

    inherit_cache = True
    type = NULLTYPE  # as `ByDialect`


@compiles(Listed, "sqlite")
def compile_listed_for_sqlite(element: Listed, compiler: SQLCompiler, **options: Any) -> str:
    """Return the condition on the list as JSON."""
    column, as_json, _ = element.clauses
    listed_in = f"SELECT value FROM json_each({compiler.process(as_json, **options)})"
    return f"{compiler.process(column, **options)} IN ({listed_in})"


@compiles(Listed, "postgresql")
def compile_listed_for_postgresql(element: Listed, compiler: SQLCompiler, **options: Any) -> str:
    """Return the condition on the list as an array."""
    column, _, as_array = element.clauses
    return f"{compiler.process(column, **options)} = ANY ({compiler.process(as_array, **options)})"


def listed(column: ColumnElement[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """Return the condition that a column is one of some values, passed as one parameter however many they are.

    One element says it all: to build it of a SELECT takes three times as long, and adding an article asks 23 times.
    """
    element = BigInteger() if isinstance(column.type, Integer) else Text()
    return Listed(column, literal(json.dumps(list(values)), Text()), literal(list(values), ARRAY(element)))


def upsert(connection: Connection, table: TableClause) -> Upsert:
    """Return an INSERT that can say what to do about rows that are there already."""
    return postgresql.insert(table) if is_postgresql(connection) else sqlite.insert(table)


def is_postgresql(connection: Connection) -> bool:
    """Tell whether a connection leads to PostgreSQL; else it leads to SQLite."""
    return connection.dialect.name == "postgresql"
