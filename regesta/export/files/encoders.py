"""How the rows that fields declare, or records, become the bytes of a file: CSV, tab-separated, Parquet, JSON lines."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from regesta.export.columns.fields import Field, cells_of, columns_of, table_of
from regesta.export.exporter import Encode
from regesta.export.files.table_arrow import parquet_pieces
from regesta.export.files.table_text import csv_lines, tsv_cell
from regesta.export.jsonl import Json

T = TypeVar("T")
R = TypeVar("R")


def itself(item: T) -> tuple[T]:
    """Return an item as its only row."""
    return (item,)


def csv_of(fields: Sequence[Field[R]], rows: Callable[[T], Iterable[R]]) -> Encode[T]:
    """Return an encoder to RFC 4180 CSV in UTF-8 with a header, for spreadsheets; nothing known is an empty cell.

    Args:
        fields: The columns and what fills them.
        rows: Returns the rows of an item.
    """

    def encode(items: Iterable[T]) -> Iterator[bytes]:
        table = table_of("", fields, (row for item in items for row in rows(item)))
        yield from (line.encode() for line in csv_lines(table, for_spreadsheets=True))

    return encode


def tsv_of(
    fields: Sequence[Field[R]], rows: Callable[[T], Iterable[R]], *, header: bool, missing: str = ""
) -> Encode[T]:
    """Return an encoder to tab-separated values in UTF-8 without quoting, as event data sets have them.

    Args:
        fields: The columns and what fills them.
        rows: Returns the rows of an item.
        header: Whether the first line names the columns.
        missing: What stands for a value that is not known.
    """

    def encode(items: Iterable[T]) -> Iterator[bytes]:
        if header:
            yield ("\t".join(column.name for column in columns_of(fields)) + "\n").encode()
        for item in items:
            lines = ("\t".join(tsv_cell(cell, missing) for cell in cells_of(fields, row)) for row in rows(item))
            yield "".join(f"{line}\n" for line in lines).encode()

    return encode


def parquet_of(fields: Sequence[Field[T]]) -> Encode[T]:
    """Return an encoder to Parquet with real types, one row for each item."""
    return lambda items: parquet_pieces(table_of("", fields, items))


def json_lines_of(record: Callable[[T], Json]) -> Encode[T]:
    """Return an encoder to JSON lines in UTF-8, one record for each item."""
    return lambda items: (json_line(record(item)) for item in items)


def json_line(record: Json) -> bytes:
    """Return a record as a line of JSON in UTF-8."""
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "replace")
