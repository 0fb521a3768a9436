"""Rows that wait to be written, many at a time."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection, Table, TableClause, insert

from regesta.store.sql import tables
from regesta.store.sql.dialects import is_postgresql, upsert
from regesta.store.sql.rows import Row
from regesta.store.sql.words import INDEXED, words_row

T = TypeVar("T")
ENOUGH_ROWS = 20_000  # some 10 MB
NAMES = (tables.actors, tables.places)
# Rows that others point at go first.
ORDER = (*tables.metadata.sorted_tables, tables.article_words, tables.event_words, tables.statement_words)


@dataclass
class RowBuffer:
    """Rows by table, written in an order that keeps foreign keys whole."""

    connection: Connection
    rows: defaultdict[TableClause, list[Row]] = field(default_factory=lambda: defaultdict(list))
    names: set[int] = field(default_factory=set)  # keys of the actors and places added
    size: int = 0

    def add(self, table: TableClause, rows: Sequence[Row]) -> None:
        """Let rows wait."""
        self.rows[table].extend(rows)
        self.size += len(rows)

    def add_names(self, table: Table, named: Mapping[int, T], to_row: Callable[[T], Row]) -> None:
        """Let actors or places, by key, wait, each once; those that the store has are left out when written."""
        if self.size >= ENOUGH_ROWS:  # here, because the rows of whole articles wait now
            self.flush()
        fresh = {key: item for key, item in named.items() if key not in self.names}
        self.names.update(fresh)
        self.add(table, [to_row(item) for item in fresh.values()])

    def flush(self) -> None:
        """Write all rows that wait."""
        for table in ORDER:
            if rows := self.rows.pop(table, None):
                self._write(table, rows)
        self.size = 0

    def _write(self, table: TableClause, rows: Sequence[Row]) -> None:
        """Write rows of one table."""
        if isinstance(table, Table) and table in NAMES:
            self.connection.execute(upsert(self.connection, table).on_conflict_do_nothing(), rows)
        elif table.name in INDEXED:
            self._write_words(table, rows)
        else:
            self.connection.execute(insert(table), rows)

    def _write_words(self, table: TableClause, rows: Sequence[Row]) -> None:
        """Write texts into a full-text index."""
        if is_postgresql(self.connection):
            self.connection.execute(insert(INDEXED[table.name]), list(map(words_row, rows)))
        else:
            self.connection.execute(insert(table), rows)
