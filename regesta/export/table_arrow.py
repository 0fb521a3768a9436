"""Tidy tables as Arrow and Parquet, with the optional library pyarrow."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from regesta.errors import ConfigError
from regesta.export.table_text import valid_text
from regesta.query.table import Cells, Column, Table

ROWS = 10_000  # in one batch and one row group
TYPES = {
    "text": "string",
    "integer": "int64",
    "number": "float64",
    "day": "date32",
    "yes or no": "bool_",
}


def pyarrow() -> Any:
    """Return the library pyarrow.

    Raises:
        ConfigError: It is not installed.
    """
    try:
        import pyarrow as library  # noqa: PLC0415 - optional, and 170 MB
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise ConfigError('Arrow and Parquet need pyarrow: pip install "regesta[parquet]"') from error
    return library


def schema_of(columns: Sequence[Column]) -> Any:
    """Return the Arrow schema of columns; their meanings go along as metadata.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    arrow = pyarrow()
    return arrow.schema(
        [
            arrow.field(column.name, getattr(arrow, TYPES[column.kind])(), metadata={"meaning": column.meaning})
            for column in columns
        ]
    )


def batch_of(columns: Sequence[Column], rows: Sequence[Cells]) -> Any:
    """Return rows as an Arrow record batch."""
    arrow, schema = pyarrow(), schema_of(columns)
    across = [[valid_text(c) if isinstance(c, str) else c for c in cells] for cells in zip(*rows, strict=True)]
    arrays = [arrow.array(cells, kind.type) for cells, kind in zip(across, schema, strict=True)]
    return arrow.RecordBatch.from_arrays(arrays, schema=schema)


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


def parquet_writer(columns: Sequence[Column], path: Path) -> Any:
    """Return a writer of Parquet, compressed with Zstandard, to be used in a `with` block.

    The same batches and the same version of pyarrow give the same bytes.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    return pyarrow().parquet.ParquetWriter(path, schema_of(columns), compression="zstd")


def write_parquet(table: Table, path: Path) -> int:
    """Write a table as a Parquet file; return the number of rows.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    count = 0
    with parquet_writer(table.columns, path) as writer:
        for batch in batches(table):
            writer.write_batch(batch, row_group_size=ROWS)
            count += batch.num_rows
    return count
