"""Cells of foreign tables as values; what is missing, in whatever words, is None."""

import hashlib
import math
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from regesta.model.entity import Place
from regesta.ontology.country_codes import load_country_codes
from regesta.ontology.event_types import CameoCode, load_cameo

MOST = 2**31 - 1  # what a column of whole numbers holds
MISSING = frozenset({"", "NA", "None", "NULL", "nan"})
Row = Mapping[str, str]


class CellError(ValueError):
    """A cell that cannot be read; the message names its column."""


def row_hash(dataset: str, cells: Sequence[str]) -> str:
    """Return 16 hex digits that a row has in any file."""
    return hashlib.sha256("\x1f".join((dataset, *cells)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def text(row: Row, column: str) -> str | None:
    """Return a cell as text; None when it is missing."""
    cell = row.get(column, "").strip()
    return None if cell in MISSING else cell


def texts(row: Row, column: str) -> list[str | None]:
    """Return the values of a cell that semicolons separate; None for each missing one."""
    cell = text(row, column)
    return [None if part.strip() in MISSING else part.strip() for part in cell.split(";")] if cell else []


def day(row: Row, column: str) -> date | None:
    """Return a cell as a day, written 2022-12-19 or 20221219; None when it is missing.

    Raises:
        CellError: It is no day.
    """
    cell = text(row, column)
    try:
        return date.fromisoformat(cell[:10]) if cell else None
    except ValueError:
        raise CellError(f"{column}: {shown(cell)} is no day") from None


def number(row: Row, column: str) -> float | None:
    """Return a cell as a number; None when it is missing.

    Raises:
        CellError: It is no number.
    """
    cell = text(row, column)
    try:
        found = float(cell) if cell else None
    except ValueError:
        found = math.nan
    if found is not None and not math.isfinite(found):
        raise CellError(f"{column}: {shown(cell)} is no number")
    return found


def whole(row: Row, column: str) -> int | None:
    """Return a cell as a whole number; None when it is missing, too large, or none ("-3245.0" is one)."""
    found = number(row, column)
    return int(found) if found is not None and found.is_integer() and abs(found) <= MOST else None


def shown(cell: str | None) -> str:
    """Return a cell as a message quotes it, cut to 40 characters."""
    return repr((cell or "")[:40])


def cameo(row: Row, column: str) -> CameoCode | None:
    """Return the code of a cell from the crosswalk; None when it is missing or not there.

    A leading zero that a spreadsheet dropped is put back: "42" is 042. Two digits are taken for a root only when they
    cannot be that.
    """
    cell, codes = text(row, column), load_cameo()
    if cell is None:
        return None
    candidates = (cell, f"0{cell}") if len(cell) > 2 else (f"0{cell}", cell)
    return next((codes[code] for code in candidates if code in codes), None)


@lru_cache(maxsize=1)
def by_cameo() -> Mapping[str, str]:
    """Return states by CAMEO code."""
    return {codes.cameo: iso3 for iso3, codes in load_country_codes().items()}


@lru_cache(maxsize=1)
def by_fips() -> Mapping[str, str]:
    """Return states by FIPS 10-4 code; the Gaza Strip, which FIPS has apart, is part of Palestine."""
    return {codes.fips: iso3 for iso3, codes in load_country_codes().items() if codes.fips} | {"GZ": "PSE"}


def plover_state(code: str | None) -> str | None:
    """Return the state that a PLOVER code stands for; None for bodies of no state and unknown codes."""
    found = "XKX" if code == "KOS" else code
    return found if found in load_country_codes() else None


def place_at(name: str | None, iso3: str | None, lat: float | None, lon: float | None, **more: object) -> Place | None:
    """Return a place; None when neither name nor country nor coordinates are known. Impossible coordinates are left."""
    is_on_earth = lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180
    if name is None and iso3 is None and not is_on_earth:
        return None
    lat, lon = (lat, lon) if is_on_earth else (None, None)
    return Place(name=name or iso3 or "", iso3=iso3, lat=lat, lon=lon, **more)  # type: ignore[arg-type]
