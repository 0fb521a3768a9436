"""Apache Parquet: the table of entries with real types, for pandas, polars, DuckDB, R's arrow and Spark."""

import io
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from regesta.errors import ConfigError
from regesta.export.entry_columns import ENTRY_COLUMNS
from regesta.export.exporter import Exporter, fields_of
from regesta.model.entry import Entry

GROUP_ROWS = 10_000  # some 10 MB of values; bounds memory, and is enough for readers to skip groups by
MISSING = "Parquet needs pyarrow, which is not installed; install it with: pip install 'regesta[parquet]'"


def encode(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Yield a Parquet file, a row group of entries at a time; the same entries and pyarrow give the same bytes.

    Raises:
        ConfigError: pyarrow is not installed.
    """
    arrow, parquet = import_arrow()
    schema = schema_of(arrow)
    sink = Drain()
    with parquet.ParquetWriter(arrow.PythonFile(sink, "w"), schema, compression="zstd") as writer:
        left = iter(entries)
        while rows := [tuple(stored(c.value(entry)) for c in ENTRY_COLUMNS) for entry in islice(left, GROUP_ROWS)]:
            columns = zip(*rows, strict=True)
            arrays = [arrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            yield sink.take()
    yield sink.take()


def import_arrow() -> tuple[Any, Any]:
    """Import pyarrow, which is large and only needed here.

    Raises:
        ConfigError: It is not installed.
    """
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise ConfigError(MISSING) from error


def schema_of(arrow: Any) -> Any:
    """Return the schema of the table of entries; each field carries its meaning as metadata."""
    types = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "day": arrow.date32(),
        "list": arrow.list_(arrow.string()),
    }
    fields = (column.field for column in ENTRY_COLUMNS)
    return arrow.schema(
        [arrow.field(field.name, types[field.type], metadata={"description": field.meaning}) for field in fields]
    )


def stored(value: object) -> object:
    """Return a value as Arrow takes it: text without lone surrogates, "" in a list as null."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list | tuple):
        return [stored(item) or None for item in value]
    return value


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


PARQUET = Exporter(
    title="Apache Parquet of entries",
    unit="one entry, with its best values; columns as in CSV, with real types and lists",
    suffix=".parquet",
    media_type="application/vnd.apache.parquet",
    fields=fields_of(ENTRY_COLUMNS),
    encode=encode,
    is_text=False,
)
