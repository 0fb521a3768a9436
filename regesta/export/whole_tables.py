"""Tidy tables as exports: whatever fields declare, as CSV for spreadsheets and as Parquet with real types."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from regesta.export.exporter import Encode
from regesta.export.fields import Field, table_of
from regesta.export.table_arrow import parquet_pieces
from regesta.export.table_text import csv_lines

T = TypeVar("T")
R = TypeVar("R")


def csv_of(fields: Sequence[Field[R]], rows: Callable[[T], Iterable[R]]) -> Encode[T]:
    """Return an encoder to RFC 4180 CSV in UTF-8 with a header; nothing known is an empty cell.

    Args:
        fields: The columns and what fills them.
        rows: Returns the rows of an item.
    """

    def encode(items: Iterable[T]) -> Iterator[bytes]:
        table = table_of("", fields, (row for item in items for row in rows(item)))
        yield from (line.encode() for line in csv_lines(table, for_spreadsheets=True))

    return encode


def parquet_of(fields: Sequence[Field[T]]) -> Encode[T]:
    """Return an encoder to Parquet, one row for each item."""
    return lambda items: parquet_pieces(table_of("", fields, items))


def itself(item: T) -> tuple[T]:
    """Return an item as its only row."""
    return (item,)
