"""The table of office holdings that ships with Regesta."""

import csv
import gzip
import io
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from regesta.errors import OntologyError
from regesta.model.office import OfficeHolding
from regesta.shipped import read_shipped

COLUMNS = ("person", "office", "iso3", "sector", "first", "last", "support", "citation", "body", "aliases")
BETWEEN_ALIASES = "|"


def write_offices(holdings: Iterable[OfficeHolding], path: Path) -> None:
    """Write holdings as a gzipped table; the same holdings give the same bytes."""
    rows = (
        (
            h.person,
            h.office,
            h.iso3,
            h.sector or "",
            h.first or "",
            h.last or "",
            h.support,
            h.citation,
            h.body or "",
            BETWEEN_ALIASES.join(h.aliases),
        )
        for h in holdings
    )
    text = "\n".join("\t".join(map(str, row)) for row in [COLUMNS, *rows]) + "\n"
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def read_offices(path: Path) -> list[OfficeHolding]:
    """Read a table of holdings.

    Raises:
        OntologyError: The file is no such table, it has other columns, or a value does not fit.
    """
    try:
        text = gzip.decompress(read_shipped(path)).decode("utf-8")
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise OntologyError(f"{path}: cannot be read; install Regesta again ({error})") from error
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    if tuple(table.fieldnames or ()) != COLUMNS:
        raise OntologyError(f"{path}: columns must be {', '.join(COLUMNS)}")
    try:
        return [holding_of(row) for row in table]
    except ValueError as error:
        raise OntologyError(f"{path}: line {table.line_num}: {error}") from error


def holding_of(row: Mapping[str, str]) -> OfficeHolding:
    """Return one row of a table as a holding."""
    return OfficeHolding(
        person=row["person"],
        office=row["office"],
        iso3=row["iso3"],
        sector=row["sector"] or None,
        first=date.fromisoformat(row["first"]) if row["first"] else None,
        last=date.fromisoformat(row["last"]) if row["last"] else None,
        support=int(row["support"]),
        citation=row["citation"],
        body=row["body"] or None,
        aliases=tuple(filter(None, row["aliases"].split(BETWEEN_ALIASES))),
    )
