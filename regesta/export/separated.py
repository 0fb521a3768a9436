"""Entries as tab-separated values, as event data sets have them, and as lines of JSON."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from regesta.export.exporter import Encode
from regesta.export.fields import Field
from regesta.export.records import Json
from regesta.export.table_text import plain_cell
from regesta.model.entry import Entry

R = TypeVar("R")
# Whatever some reader takes for the end of a line or cell (those of `str.splitlines`, tab, NUL), and lone surrogates.
BREAKS = re.compile("[\x00\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table: its fields, and the rows of an entry."""

    fields: Sequence[Field[R]]
    rows: Callable[[Entry], Iterable[R]]


def tsv_of(table: Table[R], *, header: bool, missing: str = "") -> Encode[Entry]:
    """Return an encoder to tab-separated values in UTF-8 without quoting, as event data sets have them.

    Args:
        table: The table.
        header: Whether the first line names the columns.
        missing: What stands for a value that is not known.
    """

    def encode(entries: Iterable[Entry]) -> Iterator[bytes]:
        if header:
            yield ("\t".join(found.column.name for found in table.fields) + "\n").encode()
        for entry in entries:
            lines = ("\t".join(tsv_cell(c.value(row), missing) for c in table.fields) for row in table.rows(entry))
            yield "".join(f"{line}\n" for line in lines).encode()

    return encode


def tsv_cell(value: object, missing: str = "") -> str:
    """Return a value as a cell of an unquoted table.

    Tabs and line breaks become a space, and a straight double quote an apostrophe: readers that know quoting, such as
    R's and pandas' by default, would run cells together at it.
    """
    return BREAKS.sub(" ", plain_cell(value, ";")).replace('"', "'").strip() or missing


def json_lines_of(records: Callable[[R], Iterable[Json]]) -> Encode[R]:
    """Return an encoder to JSON lines in UTF-8."""

    def encode(items: Iterable[R]) -> Iterator[bytes]:
        for item in items:
            yield "".join(json_line(record) for record in records(item)).encode("utf-8", "replace")

    return encode


def json_line(record: Json) -> str:
    """Return a record as a line of JSON."""
    return json.dumps(record, ensure_ascii=False) + "\n"
