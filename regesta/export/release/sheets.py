"""Writes the tables of a release, each as CSV and Parquet, in one pass over the register."""

import csv
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from regesta.export.columns.fields import Field, cells_of, columns_of
from regesta.export.files.table_arrow import ROWS, batch_of, parquet_writer
from regesta.export.files.table_text import ENDING, csv_text
from regesta.query.table import Cells, Column

T = TypeVar("T")
Key = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet(Generic[T]):
    """A table of a release.

    Attributes:
        name: Name of the table and its files.
        meaning: What a row is.
        fields: Its columns, and what fills them.
        key: Columns that name a row.
        refers: Columns that refer to another table's column, as (column, table, column).
    """

    name: str
    meaning: str
    fields: tuple[Field[T], ...]
    key: Key
    refers: tuple[tuple[str, str, str], ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns."""
        return columns_of(self.fields)


@dataclass
class Written(Generic[T]):
    """A sheet while it is written.

    Attributes:
        sheet: The sheet.
        add_csv: Writes a row of CSV.
        parquet: Writer of Parquet; None where none is written.
        rows: Rows that wait for Parquet.
        count: Rows added so far.
    """

    sheet: Sheet[T]
    add_csv: Callable[[Any], object]
    parquet: Any
    rows: list[Cells] = field(default_factory=list)
    count: int = 0

    def add(self, item: T) -> None:
        """Add a row."""
        cells = cells_of(self.sheet.fields, item)
        self.add_csv([csv_text(cell) for cell in cells])
        self.count += 1
        if self.parquet:
            self.rows.append(cells)
            if len(self.rows) == ROWS:
                self.flush()

    def flush(self) -> None:
        """Write the rows that wait."""
        if self.parquet and self.rows:
            self.parquet.write_batch(batch_of(self.sheet.columns, self.rows), row_group_size=ROWS)
            self.rows.clear()


@contextmanager
def written_sheet(sheet: Sheet[T], folder: Path, *, parquet: bool) -> Iterator[Written[T]]:
    """Open the files of a sheet in a folder, and close them when the block ends.

    Raises:
        ConfigError: Parquet is to be written, and pyarrow is not installed.
    """
    with ExitStack() as files:
        text = files.enter_context(csv_path(folder, sheet.name).open("w", encoding="utf-8", newline=""))
        writer = csv.writer(text, lineterminator=ENDING)
        writer.writerow([column.name for column in sheet.columns])
        binary = (
            files.enter_context(parquet_writer(sheet.columns, parquet_path(folder, sheet.name))) if parquet else None
        )
        found = Written(sheet, writer.writerow, binary)
        yield found
        found.flush()


def csv_path(folder: Path, name: str) -> Path:
    """Return where a table of a release lies as CSV."""
    return folder / "csv" / f"{name}.csv"


def parquet_path(folder: Path, name: str) -> Path:
    """Return where a table of a release lies as Parquet."""
    return folder / "parquet" / f"{name}.parquet"
