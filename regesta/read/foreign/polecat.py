"""POLECAT: yearly, monthly or weekly files `ngecEvents...txt`, tab-separated with a header."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from regesta.model.entity import PlacePrecision
from regesta.model.foreign import ForeignParty, ForeignReport
from regesta.ontology.event_types import load_ontology
from regesta.read.foreign.cells import (
    CellError,
    Row,
    day,
    number,
    place_at,
    plover_state,
    row_hash,
    shown,
    text,
    texts,
    whole,
)
from regesta.read.foreign.importer import Found, Importer, StateOf
from regesta.read.foreign.lines import Line
from regesta.read.foreign.tables import fitted, reports_of, with_header

PARTY = (
    "{} Name",
    "{} Country",
    "{} COW",
    "Primary {} Sector",
    "{} Sectors",
    "{} Title",
    "{} Name Raw",
    "Wikipedia {} ID",
)
COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(name.format(party) for party in ("Actor", "Recipient") for name in PARTY),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations"),
    *("Story Locations", "Language", "Version"),
)
REQUIRED = ("Event ID", "Event Date", "Event Type", "Actor Country", "Recipient Country")
FILLER = "None"


def read(lines: Iterable[Line], _: StateOf) -> Iterator[Found]:
    """Yield the reports of a POLECAT file."""
    names, rest = with_header(lines, COLUMNS, REQUIRED, "POLECAT")
    known = [name if name in COLUMNS else "" for name in names]
    yield from reports_of(rest, lambda line: fitted(known, line.split("\t"), FILLER), report)


def report(origin: str, cells: Sequence[str], row: Row) -> ForeignReport:
    """Return the report of a row.

    Raises:
        CellError: Its type is none of PLOVER's, or a number or day cannot be read.
    """
    kind = (text(row, "Event Type") or "").upper()
    if kind not in load_ontology().event_types:
        raise CellError(f"Event Type: {shown(row['Event Type'])} is no type of PLOVER")
    name, precision = named_place(row)
    place = place_at(
        name,
        plover_state(text(row, "Country")),
        number(row, "Latitude"),
        number(row, "Longitude"),
        geonameid=whole(row, "GeoNames ID"),
        precision=precision,
    )
    return ForeignReport(
        id=row_hash("polecat", cells),
        dataset="polecat",
        row_id=text(row, "Event ID") or "",
        day=day(row, "Event Date"),
        type=kind,
        mode=text(row, "Event Mode"),
        intensity=number(row, "Intensity"),
        actors=parties(row, "Actor"),
        recipients=parties(row, "Recipient"),
        place=place,
        publisher=text(row, "Source"),
        origin=origin,
    )


def named_place(row: Row) -> tuple[str | None, PlacePrecision]:
    """Return the name of the place of a row, and how exact it is."""
    columns: tuple[tuple[str, PlacePrecision], ...] = (("City", "city"), ("District", "region"), ("Province", "region"))
    found = next(((text(row, column), precision) for column, precision in columns if text(row, column)), None)
    return (text(row, "Placename") or found[0], found[1]) if found else (text(row, "Placename"), "country")


def parties(row: Row, name: str) -> tuple[ForeignParty, ...]:
    """Return the actors or recipients; several stand in one cell of each column."""
    columns = (texts(row, f"{name} Name"), texts(row, f"{name} Country"), texts(row, f"{name} Sectors"))
    found = (
        ForeignParty(name=party, iso3=plover_state(country), sector=sector)
        for party, country, sector in zip_longest(*columns)
    )
    return tuple(party for party in found if party != ForeignParty())


POLECAT = Importer(title="POLECAT: ngecEvents files, zipped or not", read=read)
