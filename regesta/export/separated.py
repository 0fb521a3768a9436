"""Tables as text: CSV that spreadsheets can open, and tab-separated values as event data sets have them."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from regesta.export.exporter import Column, Encode
from regesta.export.records import Json
from regesta.model.entry import Entry

R = TypeVar("R")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
# Whatever some reader takes for the end of a line or cell (those of `str.splitlines`, tab, NUL), and lone surrogates.
BREAKS = re.compile("[\x00\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table: its columns, and the rows of an entry."""

    columns: Sequence[Column[R]]
    rows: Callable[[Entry], Iterable[R]]


def csv_of(table: Table[R]) -> Encode:
    """Return an encoder to RFC 4180 CSV in UTF-8 with a header; nothing known is an empty cell."""

    def encode(entries: Iterable[Entry]) -> Iterator[bytes]:
        yield csv_bytes([[column.field.name for column in table.columns]])
        for entry in entries:
            yield csv_bytes([csv_cell(c.value(row)) for c in table.columns] for row in table.rows(entry))

    return encode


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8", "replace")  # a lone surrogate has no UTF-8


def csv_cell(value: object) -> str:
    """Return a value as a cell; text that a spreadsheet would take for a formula gets an apostrophe."""
    text = cell_text(value, "; ")
    return safe(text) if isinstance(value, str | list | tuple) else text


def safe(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: what begins like one gets an apostrophe."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def tsv_of(table: Table[R], *, header: bool, missing: str = "") -> Encode:
    """Return an encoder to tab-separated values in UTF-8 without quoting, as event data sets have them.

    Args:
        table: The table.
        header: Whether the first line names the columns.
        missing: What stands for a value that is not known.
    """

    def encode(entries: Iterable[Entry]) -> Iterator[bytes]:
        if header:
            yield ("\t".join(column.field.name for column in table.columns) + "\n").encode()
        for entry in entries:
            lines = ("\t".join(tsv_cell(c.value(row), missing) for c in table.columns) for row in table.rows(entry))
            yield "".join(f"{line}\n" for line in lines).encode()

    return encode


def tsv_cell(value: object, missing: str = "") -> str:
    """Return a value as a cell of an unquoted table.

    Tabs and line breaks become a space, and a straight double quote an apostrophe: readers that know quoting, such as
    R's and pandas' by default, would run cells together at it.
    """
    return BREAKS.sub(" ", cell_text(value, ";")).replace('"', "'").strip() or missing


def cell_text(value: object, separator: str) -> str:
    """Return a value as text; "" for None, numbers without a needless ".0" or exponent."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return separator.join(cell_text(item, separator) for item in value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def json_lines_of(records: Callable[[Entry], Iterable[Json]]) -> Encode:
    """Return an encoder to JSON lines in UTF-8."""

    def encode(entries: Iterable[Entry]) -> Iterator[bytes]:
        for entry in entries:
            yield "".join(json_line(record) for record in records(entry)).encode("utf-8", "replace")

    return encode


def json_line(record: Json) -> str:
    """Return a record as a line of JSON."""
    return json.dumps(record, ensure_ascii=False) + "\n"
