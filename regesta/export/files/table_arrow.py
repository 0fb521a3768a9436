"""Tidy tables as Arrow and Parquet, with the optional library pyarrow."""

import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from regesta.errors import ConfigError
from regesta.export.files.table_text import valid_text
from regesta.query.table import Cells, Column, Table

ROWS = 10_000  # in one batch and one row group
TYPES = {
    "text": "string",
    "integer": "int64",
    "number": "float64",
    "day": "date32",
    "yes or no": "bool_",
}
MISSING = 'Arrow and Parquet need pyarrow, which is not installed; install it with: pip install "regesta[parquet]"'


def pyarrow() -> Any:
    """Return the library pyarrow.

    Raises:
        ConfigError: It is not installed.
    """
    try:
        import pyarrow as library  # noqa: PLC0415 - optional, and 170 MB
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise ConfigError(MISSING) from error
    return library


def schema_of(columns: Sequence[Column]) -> Any:
    """Return the Arrow schema of columns; their meanings go along as metadata.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    arrow = pyarrow()
    fields = (arrow.field(column.name, type_of(column), metadata={"description": column.meaning}) for column in columns)
    return arrow.schema(list(fields))


def type_of(column: Column) -> Any:
    """Return the Arrow type of a column."""
    arrow = pyarrow()
    return arrow.list_(arrow.string()) if column.kind == "list" else getattr(arrow, TYPES[column.kind])()


def batch_of(columns: Sequence[Column], rows: Sequence[Cells]) -> Any:
    """Return rows as an Arrow record batch."""
    arrow, schema = pyarrow(), schema_of(columns)
    across = [[stored(cell) for cell in cells] for cells in zip(*rows, strict=True)]
    arrays = [arrow.array(cells, kind.type) for cells, kind in zip(across, schema, strict=True)]
    return arrow.RecordBatch.from_arrays(arrays, schema=schema)


def stored(cell: object) -> object:
    """Return a cell as Arrow takes it: text without lone surrogates, "" in a list as null."""
    if isinstance(cell, list | tuple):
        return [stored(item) or None for item in cell]
    return valid_text(cell) if isinstance(cell, str) else cell


def batches(table: Table) -> Iterator[Any]:
    """Yield a table as Arrow record batches of `ROWS` rows."""
    rows = iter(table.rows)
    while chunk := list(islice(rows, ROWS)):
        yield batch_of(table.columns, chunk)


def to_arrow(table: Table) -> Any:
    """Return a table as `pyarrow.Table`.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    return pyarrow().Table.from_batches(batches(table), schema=schema_of(table.columns))


def parquet_writer(columns: Sequence[Column], sink: Any) -> Any:
    """Return a writer of Parquet, compressed with Zstandard, to be used in a `with` block.

    The same batches and the same version of pyarrow give the same bytes.

    Args:
        columns: The columns.
        sink: A path, or what pyarrow can write to.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    return pyarrow().parquet.ParquetWriter(sink, schema_of(columns), compression="zstd")


def parquet_pieces(table: Table) -> Iterator[bytes]:
    """Yield a table as the bytes of a Parquet file, a row group at a time.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    sink = Drain()
    with parquet_writer(table.columns, pyarrow().PythonFile(sink, "w")) as writer:
        for batch in batches(table):
            writer.write_batch(batch, row_group_size=ROWS)
            yield sink.take()
    yield sink.take()


class Drain(io.RawIOBase):
    """A file that can only be written to, and whose bytes are taken out as they come."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True

    def write(self, piece: Any) -> int:
        """Keep bytes until they are taken."""
        self.pieces.append(bytes(piece))
        return len(self.pieces[-1])

    def take(self) -> bytes:
        """Return what was written since the last call."""
        taken = b"".join(self.pieces)
        self.pieces.clear()
        return taken
