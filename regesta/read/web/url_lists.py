"""Lists of addresses: lines, JSON, tables of Mediacloud, files of GDELT. Nothing is fetched here."""

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import urlsplit

from regesta.errors import InputError
from regesta.read.bounded import Bounded, buffered, uncompressed
from regesta.read.clean import storable
from regesta.read.decoding import decode
from regesta.read.published import parse_published
from regesta.read.record import PUBLISHED_FIELDS, PUBLISHER_FIELDS, TITLE_FIELDS, URL_FIELDS
from regesta.read.tables import MAX_CELL_CHARS, delimiter_of
from regesta.read.web.feeds import Listed

# GDELT 2.0 files have tabs, no header and a fixed number of columns: events, mentions, knowledge graph
# (GDELT-Event_Codebook-V2.0.pdf and GDELT-Global_Knowledge_Graph_Codebook-V2.1.pdf at data.gdeltproject.org).
GDELT_COLUMNS = {61: 60, 58: 57, 16: 5, 27: 4}  # columns of a row: the one that holds the address
ADDRESS_FIELDS = (*URL_FIELDS, "story_url", "sourceurl")
OUTLET_FIELDS = (*PUBLISHER_FIELDS, "media_name", "media_url", "domain")  # of Mediacloud; of GDELT's searches
GDELT_SEARCH_FIELD = "mobileurl"  # its table has a `Date` that is when GDELT saw the page, as its JSON's `seendate`
ZIP_START = b"PK\x03\x04"
MAX_LIST_BYTES = 1024**3
BROKEN = (OSError, EOFError, ValueError, csv.Error, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)


def read_url_list(path: Path) -> Iterator[Listed]:
    """Yield the pages of a list in its order, each once, with what the list says of them.

    Args:
        path: Lines with an address each, JSON with a field `url`, as lines or as GDELT's searches give it, a table with
            a column `url` (Mediacloud), or a file of GDELT's events, mentions or knowledge graph; compressed, zipped,
            or neither.

    Raises:
        InputError: The file cannot be read, or holds no address.
    """
    found: dict[str, Listed] = {}
    try:
        with path.open("rb") as stream:
            for content in contents(stream):
                for listed in pages(decode(content).text):
                    if listed.url.startswith(("https://", "http://")):
                        found.setdefault(listed.url, listed)
    except BROKEN as error:
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if not found:
        raise InputError(
            f"{path}: no web address in it; give one a line, a table with a column `url`, or GDELT's files"
        )
    yield from found.values()


def contents(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the content of a file, unpacked; of a zip that of each file in it.

    Raises:
        ValueError: It is too large.
    """
    ahead = buffered(stream)
    if not ahead.peek(len(ZIP_START)).startswith(ZIP_START):
        yield whole(uncompressed(ahead))
        return
    with zipfile.ZipFile(ahead) as archive:
        for info in archive.infolist():
            if not info.filename.endswith("/"):
                with archive.open(info) as member:
                    bounded = buffered(cast("IO[bytes]", Bounded(member, partial(int, info.compress_size))))
                    yield whole(uncompressed(bounded))


def whole(stream: IO[bytes]) -> bytes:
    """Return all bytes of a stream.

    Raises:
        ValueError: They are too many.
    """
    content = stream.read(MAX_LIST_BYTES + 1)
    if len(content) > MAX_LIST_BYTES:
        raise ValueError(f"over {MAX_LIST_BYTES >> 30} GiB: split the list")
    return content


def pages(text: str) -> Iterator[Listed]:
    """Yield what stands where addresses stand, in whatever kind of list a text is."""
    text = text.lstrip(" \r\n")  # no tabs: cells of GDELT may be empty
    first = text.partition("\n")[0].rstrip("\r")
    if text.startswith(("{", "[")):
        yield from pages_of(json_records(text))
    elif first.count("\t") + 1 in GDELT_COLUMNS:
        for line in text.split("\n"):
            cells = line.rstrip("\r").split("\t")
            column = GDELT_COLUMNS.get(len(cells))
            yield from [Listed(url=cells[column].strip())] if column is not None else []
    elif any(name in ADDRESS_FIELDS for name in header_of(first)):
        yield from pages_of(table_records(text, first))
    else:
        yield from (Listed(url=line.split()[0]) for line in text.split("\n") if line.split())


def header_of(line: str) -> list[str]:
    """Return the names of columns on the first line of a table, in lower case."""
    return [name.strip().lower() for name in next(csv.reader([line], delimiter=delimiter_of(line)), [])]


def table_records(text: str, first: str) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a table as records; `first` is its first line."""
    csv.field_size_limit(MAX_CELL_CHARS)
    names = header_of(first)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(first))
    next(rows)
    yield from (dict(zip(names, row, strict=False)) for row in rows)


def json_records(text: str) -> Iterator[Mapping[str, Any]]:
    """Yield the records of JSON: one in the other as searches answer, or one a line."""
    found = parsed(text)
    if found is not None:
        yield from records_in(found)
        return
    for line in text.split("\n"):
        yield from records_in(parsed(line))


def parsed(text: str) -> Any:
    """Return the value of JSON; None for what is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def records_in(found: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the records that JSON is, or that it holds in a list: `{"articles": [...]}`."""
    if isinstance(found, list):
        yield from (each for each in found if isinstance(each, dict))
    elif isinstance(found, dict):
        yield found
        for value in found.values():
            yield from records_in(value) if isinstance(value, list) else ()


def pages_of(records: Iterator[Mapping[str, Any]]) -> Iterator[Listed]:
    """Yield the pages that records name by their address."""
    for record in records:
        known = {str(name).lower(): value for name, value in record.items()}
        if url := words(known, ADDRESS_FIELDS):
            dates = () if GDELT_SEARCH_FIELD in known else PUBLISHED_FIELDS
            outlet = words(known, OUTLET_FIELDS)
            yield Listed(
                url=url,
                title=words(known, TITLE_FIELDS),
                published=next(filter(None, (parse_published(known.get(name)) for name in dates)), None),
                publisher=outlet and host_in(outlet),
            )


def words(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """Return the first of some fields that holds words, on one line; None when none does."""
    found = (record.get(name) for name in names)
    return next(
        (" ".join(storable(value)[0].split()) for value in found if isinstance(value, str) and value.strip()), None
    )


def host_in(outlet: str) -> str:
    """Return the host of an address; the name of an outlet as it is."""
    try:
        return (urlsplit(outlet).hostname if "://" in outlet else None) or outlet
    except ValueError:  # of brackets that do not match
        return outlet
