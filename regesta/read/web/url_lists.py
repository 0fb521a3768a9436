"""Lists of addresses: lines, JSON lines, tables of Mediacloud, files of GDELT. Nothing is fetched here."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from regesta.errors import InputError
from regesta.read.bounded import uncompressed
from regesta.read.decoding import decode
from regesta.read.record import URL_FIELDS

# GDELT 2.0 files have tabs, no header and a fixed number of columns: events, mentions, knowledge graph
# (GDELT-Event_Codebook-V2.0.pdf and GDELT-Global_Knowledge_Graph_Codebook-V2.1.pdf at data.gdeltproject.org).
GDELT_COLUMNS = {61: 60, 58: 57, 16: 5, 27: 4}  # columns of a row: the one that holds the address
MAX_LIST_BYTES = 1024**3


def read_url_list(path: Path) -> Iterator[str]:
    """Yield the web addresses of a list in its order, each once.

    Args:
        path: Lines with an address each, JSON lines with a field `url`, a table with a column `url` (Mediacloud), or a
            file of GDELT's events, mentions or knowledge graph; compressed or not.

    Raises:
        InputError: The file cannot be read, or holds no address.
    """
    try:
        with path.open("rb") as stream:
            content = uncompressed(stream).read(MAX_LIST_BYTES + 1)
    except (OSError, EOFError, ValueError) as error:
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if len(content) > MAX_LIST_BYTES:
        raise InputError(f"{path}: over {MAX_LIST_BYTES >> 30} GiB: split the list")
    lines = decode(content).text.splitlines()
    found = dict.fromkeys(url for url in addresses(lines) if url.startswith(("https://", "http://")))
    if not found:
        raise InputError(
            f"{path}: no web address in it; give one a line, a table with a column `url`, or GDELT's files"
        )
    yield from found


def addresses(lines: list[str]) -> Iterator[str]:
    """Yield what stands where addresses stand, in whatever kind of list these lines are."""
    first = next((line for line in lines if line.strip()), "")
    if first.lstrip().startswith("{"):
        for line in lines:
            yield from address_of_json(line)
    elif first.count("\t") + 1 in GDELT_COLUMNS:
        for line in lines:
            cells = line.split("\t")
            column = GDELT_COLUMNS.get(len(cells))
            yield from [cells[column].strip()] if column is not None else []
    elif (names := [name.strip().lower() for name in next(csv.reader([first]), [])]) and "url" in names:
        rows = csv.reader(lines[lines.index(first) + 1 :])
        yield from (row[names.index("url")].strip() for row in rows if len(row) > names.index("url"))
    else:
        yield from (line.split()[0] for line in lines if line.split())


def address_of_json(line: str) -> Iterator[str]:
    """Yield the address in a JSON line, if any."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return
    if isinstance(record, dict):
        yield from [record[name].strip() for name in URL_FIELDS if isinstance(record.get(name), str)][:1]
