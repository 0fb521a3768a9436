"""Tidy tables as Arrow and Parquet, with the optional library pyarrow."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from regesta.errors import ConfigError
from regesta.export.table_text import valid_text
from regesta.query.table import Table

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


def schema_of(table: Table) -> Any:
    """Return the Arrow schema of a table; meanings of columns go along as metadata.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    arrow = pyarrow()
    fields = []
    for column in table.columns:
        kind = getattr(arrow, TYPES[column.kind])()
        fields.append(arrow.field(column.name, kind, metadata={"meaning": column.meaning}))
    return arrow.schema(fields)


def batches(table: Table) -> Iterator[Any]:
    """Yield a table as Arrow record batches of `ROWS` rows."""
    arrow, schema, rows = pyarrow(), schema_of(table), iter(table.rows)
    while chunk := list(islice(rows, ROWS)):
        columns = [[valid_text(c) if isinstance(c, str) else c for c in column] for column in zip(*chunk, strict=True)]
        arrays = [arrow.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
        yield arrow.RecordBatch.from_arrays(arrays, schema=schema)


def to_arrow(table: Table) -> Any:
    """Return a table as `pyarrow.Table`.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    return pyarrow().Table.from_batches(batches(table), schema=schema_of(table))


def write_parquet(table: Table, path: Path) -> int:
    """Write a table as a Parquet file, compressed with Zstandard; return the number of rows.

    The same rows and the same version of pyarrow give the same bytes.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    count, schema = 0, schema_of(table)
    with pyarrow().parquet.ParquetWriter(path, schema, compression="zstd", write_statistics=True) as writer:
        for batch in batches(table):
            writer.write_batch(batch, row_group_size=ROWS)
            count += batch.num_rows
    return count
