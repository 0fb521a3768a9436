"""Tidy tables as text: CSV, JSON, aligned columns for a terminal."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any, TextIO

from regesta.export.separated import safe
from regesta.query.table import Cells, Table

ENDING = "\r\n"


def write_csv(table: Table, out: TextIO, *, for_spreadsheets: bool = False) -> int:
    """Write a table as RFC 4180 CSV with a header; None is an empty cell. Return the number of rows.

    Args:
        table: The table.
        out: Where to; opened without translation of line ends.
        for_spreadsheets: Whether text that a spreadsheet takes for a formula gets an apostrophe; what is read by
            programs stays as it is.
    """
    count = -1  # the header is no row
    for line in csv_lines(table, for_spreadsheets=for_spreadsheets):
        out.write(line)
        count += 1
    return count


def csv_lines(table: Table, *, for_spreadsheets: bool = False) -> Iterator[str]:
    """Yield a table as CSV: the header, then one row at a time; see `write_csv`."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator=ENDING)
    for row in chain([table.names], table.rows):
        cells = [csv_text(cell) for cell in row]
        writer.writerow([safe(c) if isinstance(c, str) else c for c in cells] if for_spreadsheets else cells)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def csv_text(cell: object) -> object:
    """Return a cell as CSV holds it: as JSON does, truth values as "true" and "false"."""
    return str(cell).lower() if isinstance(cell, bool) else cell_text(cell)


def cell_text(cell: object) -> object:
    """Return a cell as JSON holds it: days as ISO 8601, other types as they are."""
    if isinstance(cell, date):
        return cell.isoformat()
    return valid_text(cell) if isinstance(cell, str) else cell


def valid_text(text: str) -> str:
    """Return text with a question mark for each lone surrogate, which no file format can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def records(table: Table) -> Iterator[dict[str, Any]]:
    """Yield rows as JSON objects, days as ISO 8601."""
    for row in table.rows:
        yield dict(zip(table.names, map(cell_text, row), strict=True))


def columns_json(table: Table) -> list[dict[str, str]]:
    """Return what the columns of a table mean as JSON."""
    return [{"name": c.name, "kind": c.kind, "meaning": c.meaning} for c in table.columns]


def write_json(about: dict[str, Any], table: Table, out: TextIO) -> None:
    """Write a table as one JSON object: what is said about it, its columns, its rows, one a line.

    Args:
        about: Further members of the object; those that stand before "columns" and "rows".
        table: The table.
        out: Where to.
    """
    head = json.dumps({**about, "columns": columns_json(table)}, ensure_ascii=False, indent=1)
    out.write(head[: head.rindex("\n}")] + ',\n "rows": [')
    for number, record in enumerate(records(table)):
        out.write(("," if number else "") + "\n  " + json.dumps(record, ensure_ascii=False))
    out.write("\n ]\n}\n")


def row_texts(row: Cells) -> list[str]:
    """Return the cells of a row for a terminal; a dash for None."""
    return ["–" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell_text(cell)) for cell in row]
