"""GDELT events, versions 2.0 (61 columns) and 1.0 (58 or 57): no header, tabs, `.csv` all the same."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from regesta.model.entity import PlacePrecision
from regesta.model.foreign import ForeignParty, ForeignReport
from regesta.read.foreign.cells import (
    CellError,
    Row,
    by_cameo,
    by_fips,
    cameo,
    day,
    number,
    place_at,
    row_hash,
    text,
)
from regesta.read.foreign.importer import Found, Importer, StateOf
from regesta.read.foreign.lines import Line
from regesta.read.foreign.tables import reports_of

ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code")
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{n}{name}" for n in (1, 2) for name in (*ACTOR, "Type1Code", "Type2Code", "Type3Code")),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in GEO),
    *("DATEADDED", "SOURCEURL"),
)
FIRST_VERSION = tuple(name for name in COLUMNS if not name.endswith("ADM2Code"))
BY_COUNT = {len(names): names for names in (COLUMNS, FIRST_VERSION, FIRST_VERSION[:-1])}
PRECISIONS: dict[str, PlacePrecision] = {"1": "country", "2": "region", "3": "city", "4": "city", "5": "region"}


def read(lines: Iterable[Line], _: StateOf) -> Iterator[Found]:
    """Yield the reports of a file of GDELT events."""
    rest = iter(lines)
    first = next(rest, None)
    if first is not None and (first.text or "").upper().startswith(("GLOBALEVENTID", "GLOBAL_EVENT_ID")):
        first = None  # exports of databases name the columns
    yield from reports_of(chain((first,) if first else (), rest), split, report)


def split(line: str) -> tuple[Sequence[str], Row]:
    """Return the cells of a line, and those by column.

    Raises:
        CellError: There are as many as in no version of GDELT.
    """
    cells = line.split("\t")
    if len(cells) not in BY_COUNT:
        raise CellError(f"{len(cells)} cells where 61, 58 or 57 are expected")
    return cells, dict(zip(BY_COUNT[len(cells)], cells, strict=True))


def report(origin: str, cells: Sequence[str], row: Row) -> ForeignReport:
    """Return the report of a row."""
    code = cameo(row, "EventCode")
    place = place_at(
        text(row, "ActionGeo_FullName"),
        by_fips().get(text(row, "ActionGeo_CountryCode") or ""),
        number(row, "ActionGeo_Lat"),
        number(row, "ActionGeo_Long"),
        precision=PRECISIONS.get(row["ActionGeo_Type"], "area"),
    )
    return ForeignReport(
        id=row_hash("gdelt", cells),
        dataset="gdelt",
        row_id=row["GLOBALEVENTID"],
        day=day(row, "SQLDATE"),
        type=code.event_type if code else None,
        mode=code.mode if code else None,
        cameo=code.code if code else text(row, "EventCode"),
        intensity=number(row, "GoldsteinScale"),
        actors=party(row, "Actor1"),
        recipients=party(row, "Actor2"),
        place=place,
        url=text(row, "SOURCEURL"),
        origin=origin,
    )


def party(row: Row, name: str) -> tuple[ForeignParty, ...]:
    """Return one of the two actors; () when its columns are empty."""
    if text(row, f"{name}Code") is None and text(row, f"{name}Name") is None:
        return ()
    state = by_cameo().get(text(row, f"{name}CountryCode") or "")
    return (ForeignParty(name=text(row, f"{name}Name"), iso3=state, sector=text(row, f"{name}Type1Code")),)


GDELT = Importer(title="GDELT events 2.0 or 1.0: .export.CSV, zipped or not", read=read)
