"""Rows of a pack's file, whatever its form: CSV, tab-separated, JSON lines, or a Wikidata query service export."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from regesta.errors import InputError
from regesta.model.letters import UNSTORABLE

MOST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its line, and its values by column; a cell may hold several, an empty one holds none."""

    line: int
    values: dict[str, tuple[str, ...]]

    def first(self, *columns: str) -> str | None:
        """Return the first value of the first of some columns that has one."""
        return next((self.values[column][0] for column in columns if self.values.get(column)), None)


@dataclass(frozen=True, slots=True)
class Entity:
    """A followthemoney entity: its line, id, schema and properties."""

    line: int
    id: str
    schema: str
    properties: dict[str, tuple[str, ...]]

    def first(self, *names: str) -> str | None:
        """Return the first value of the first of some properties that has one."""
        return next((self.properties[name][0] for name in names if self.properties.get(name)), None)


def read_rows(path: Path) -> Iterator[Row | Entity]:
    """Yield the rows of a pack's file.

    Raises:
        InputError: The file cannot be read, is no table and no JSON, or a line is broken; the message names the line.
    """
    text = read_text(path)
    if path.suffix in {".csv", ".tsv"}:
        yield from table_rows(path, text, "\t" if path.suffix == ".tsv" else None)
    elif path.suffix in {".jsonl", ".ndjson"} or (path.suffix == ".json" and is_lines(text)):
        yield from line_rows(path, text)
    elif path.suffix == ".json":
        yield from document_rows(path, text)
    else:
        raise InputError(f"{path}: a pack is a .csv, .tsv, .jsonl or .json file")


def read_text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        InputError: It cannot be read, is too large, or is not UTF-8.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(f"{path}: is larger than {MOST_BYTES // 1_000_000} MB; split it into several packs")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def table_rows(path: Path, text: str, delimiter: str | None) -> Iterator[Row]:
    """Yield the rows of a table with a header.

    Raises:
        InputError: A row has more cells than the header, or the file is no table.
    """
    header = text.partition("\n")[0]
    separator = delimiter or (";" if header.count(";") > header.count(",") else ",")
    table = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        columns = [column.strip() for column in next(table, [])]
        for cells in table:
            if len(cells) > len(columns):
                raise InputError(
                    f"{path}: line {table.line_num}: {len(cells)} cells under {len(columns)} columns; put cells with "
                    f"a {separator!r} in quotation marks"
                )
            if any(cell.strip() for cell in cells):
                yield Row(table.line_num, {c: values_of(v) for c, v in zip(columns, cells, strict=False)})
    except csv.Error as error:
        raise InputError(f"{path}: line {table.line_num}: {error}") from error


def is_lines(text: str) -> bool:
    """Tell whether a text is one JSON object a line."""
    try:
        first = json.loads(text.lstrip().partition("\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and "results" not in first


def parsed(text: str, where: str) -> Any:
    """Return what a JSON text says.

    Raises:
        InputError: It is none; the message begins with where it stands.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise InputError(f"{where}: not JSON that can be read: nested too deeply") from error
    except ValueError as error:
        raise InputError(f"{where}: not JSON: {error}") from error


def line_rows(path: Path, text: str) -> Iterator[Row | Entity]:
    """Yield the rows of JSON lines.

    Raises:
        InputError: A line is no JSON object.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield row_of(path, number, parsed(line, f"{path}: line {number}"))


def document_rows(path: Path, text: str) -> Iterator[Row | Entity]:
    """Yield the rows of one JSON document: a list of objects, or query results; they are numbered instead of lines.

    Raises:
        InputError: It is neither.
    """
    content = parsed(text, str(path))
    if isinstance(content, dict):
        content = (content.get("results") or {}).get("bindings") if isinstance(content.get("results"), dict) else None
    if not isinstance(content, list):
        raise InputError(f"{path}: must be a list of objects, or query results with results.bindings")
    for number, record in enumerate(content, start=1):
        yield row_of(path, number, record)


def row_of(path: Path, number: int, record: Any) -> Row | Entity:
    """Return a JSON object as a row, or as an entity when it has a schema and properties.

    Raises:
        InputError: It is no object, or one nested too deeply.
    """
    if not isinstance(record, dict):
        raise InputError(f"{path}: line {number}: must be an object with the columns as its keys")
    try:
        if isinstance(record.get("schema"), str) and isinstance(record.get("properties"), dict):
            properties = {name: json_values(value) for name, value in record["properties"].items()}
            return Entity(number, str(record.get("id", "")), record["schema"], properties)
        return Row(number, {name: json_values(value) for name, value in record.items()})
    except RecursionError as error:
        raise InputError(f"{path}: line {number}: nested too deeply") from error


def json_values(value: Any) -> tuple[str, ...]:
    """Return the values of a key: a string, a number, a list of them, or a query result's {"value": ...}."""
    if isinstance(value, dict):
        return json_values(value.get("value"))
    if isinstance(value, list):
        return tuple(part for item in value for part in json_values(item))
    return values_of("" if value is None else str(value))


def values_of(cell: str) -> tuple[str, ...]:
    """Return the value of a cell; none when it is empty."""
    plain = " ".join(UNSTORABLE.sub("\ufffd", cell).split())
    return (plain,) if plain else ()
