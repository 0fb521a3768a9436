"""Tables to articles: CSV and its kin, a row an article, its columns mapped to the fields of a record."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BufferedReader
from typing import Any

from regesta.model.article import Article
from regesta.read.decoding import REPLACEMENT, decode
from regesta.read.reader import Document, reads
from regesta.read.record import (
    SUMMARY_FIELDS,
    TEXT_FIELDS,
    TITLE_FIELDS,
    URL_FIELDS,
    article_of_record,
    unreadable,
    with_columns,
)

MAX_CELL_CHARS = 8 * 1024 * 1024  # Python's own limit of 131,072 is below what long reports have
SAMPLE_BYTES = 1024 * 1024
DELIMITERS = ",;\t|"


@reads(".csv", ".tsv")
def read_csv(document: Document) -> Iterator[Article]:
    """Yield one article per row of a table whose first row names the columns."""
    csv.field_size_limit(MAX_CELL_CHARS)  # of the whole process; nothing else here reads CSV
    sample = sample_of(document.stream)
    encoding = encoding_of(sample)
    if encoding is None:
        yield unreadable(document.source(None), decode(sample).trouble or "not text in any encoding known")
        return
    text = io.TextIOWrapper(document.stream, encoding, "replace", newline="")
    try:
        table = csv.reader(text, delimiter=delimiter_of(sample.decode(encoding, "replace")))
        names = [name.strip() for name in next(table, [])]
        if trouble := header_trouble(names, document.columns):
            yield unreadable(document.source(None), trouble)
            return
        for row in table:
            if any(row):
                yield article_of_row(row, names, document, table.line_num)
    finally:
        text.detach()  # the stream belongs to the caller


def sample_of(stream: BufferedReader) -> bytes:
    """Return the first bytes of a stream, which stay to be read: a mebibyte, or what lies ready of a pipe."""
    if not stream.seekable():
        return stream.peek()
    sample = stream.read(SAMPLE_BYTES)
    stream.seek(-len(sample), io.SEEK_CUR)
    return sample


def article_of_row(row: Sequence[str], names: Sequence[str], document: Document, line: int) -> Article:
    """Return the article of a row, with a complaint when it has more or fewer cells than the header."""
    complaints = []
    if len(row) != len(names):
        complaints.append(f"has {len(row)} cells where the header has {len(names)}")
    if any(REPLACEMENT in cell for cell in row):
        complaints.append("has bytes that are not of its encoding, replaced by U+FFFD")
    record = dict(zip(names, row, strict=False))
    source = replace(document.source(None), origin=f"{document.name}:{line}")
    return article_of_record(with_columns(folded(record), document.columns, document.order), source, complaints)


def folded(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a record whose columns also go by their names in lower case: "Text" is `text`."""
    return {**{name.lower(): value for name, value in record.items()}, **record}


def header_trouble(names: Sequence[str], columns: Mapping[str, str]) -> str | None:
    """Return what is wrong with the names of columns; None when articles can be made of them.

    Args:
        names: Names of the table's columns.
        columns: Fields of a record to names of columns, as the user set them.
    """
    listed = ", ".join(name or "(no name)" for name in names[:20])
    if missing := [column for column in columns.values() if column not in names]:
        return f"no column {missing[0]!r}, which the settings name; the table has: {listed or 'none'}"
    known = {*map(str.lower, names), *columns}
    if known.isdisjoint({*TEXT_FIELDS, *SUMMARY_FIELDS, *TITLE_FIELDS}) or known.isdisjoint(
        {*TEXT_FIELDS, *SUMMARY_FIELDS}
    ):
        hint = "say which holds the text with --column text=NAME or [columns] in regesta.toml"
        if not known.isdisjoint(URL_FIELDS):
            hint = "fetch the pages with `regesta fetch --list`, or " + hint
        return f"no column with text; the table has: {listed or 'none'}; {hint}"
    return None


def encoding_of(sample: bytes) -> str | None:
    """Return the encoding of a table by its first bytes; None when they are not text."""
    return decode(sample[: sample.rfind(b"\n") + 1] or sample).encoding or None


def delimiter_of(sample: str) -> str:
    """Return what parts the cells of a table: what occurs most in its first line, a comma when nothing does."""
    header = sample.partition("\n")[0]
    return max(DELIMITERS, key=header.count)
