"""Tidy tables and their cells as text: CSV, tab-separated values, JSON, a terminal."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any, TextIO

from regesta.query.table import Cells, Table

ENDING = "\r\n"
# Whatever some reader takes for the end of a line or cell (those of `str.splitlines`, tab, NUL), and lone surrogates.
BREAKS = re.compile("[\x00\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029\ud800-\udfff]+")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


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
        writer.writerow([csv_text(cell, for_spreadsheets=for_spreadsheets) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def csv_text(cell: object, *, for_spreadsheets: bool = False) -> str:
    """Return a cell as CSV holds it; see `plain_cell`. The items of a list are joined by "; ".

    Args:
        cell: The cell.
        for_spreadsheets: As for `write_csv`; numbers and days are no formulas, whatever they begin with.
    """
    text = valid_text(plain_cell(cell, "; "))
    return safe(text) if for_spreadsheets and isinstance(cell, str | list | tuple) else text


def tsv_cell(cell: object, missing: str = "") -> str:
    """Return a cell of an unquoted table; the items of a list are joined by semicolons.

    Tabs and line breaks become a space, and a straight double quote an apostrophe: readers that know quoting, such as
    R's and pandas' by default, would run cells together at it.

    Args:
        cell: The cell.
        missing: What stands for a value that is not known.
    """
    return BREAKS.sub(" ", plain_cell(cell, ";")).replace('"', "'").strip() or missing


def safe(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: what begins like one gets an apostrophe."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def plain_cell(value: object, separator: str) -> str:
    """Return a value as text: "" for None, truth values as JSON has them, numbers without a needless ".0" or exponent.

    Args:
        value: The value.
        separator: What stands between the items of a list.
    """
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return separator.join(plain_cell(item, separator) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def cell_text(cell: object) -> object:
    """Return a cell as JSON holds it: days as ISO 8601, other types as they are."""
    if isinstance(cell, str):
        return cell if cell.isascii() else valid_text(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def valid_text(text: str) -> str:
    """Return text with a question mark for each lone surrogate, which no file format can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def records(table: Table) -> Iterator[dict[str, Any]]:
    """Yield rows as JSON objects, days as ISO 8601."""
    names = table.names
    for row in table.rows:
        yield dict(zip(names, map(cell_text, row), strict=True))


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
