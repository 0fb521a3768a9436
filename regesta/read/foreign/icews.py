"""ICEWS events: `events.YYYY.yyyymmddhhmmss.tab`, tab-separated with a header."""

from collections.abc import Iterable, Iterator, Sequence

from regesta.model.entity import PlacePrecision
from regesta.model.foreign import ForeignParty, ForeignReport
from regesta.read.foreign.cells import Row, cameo, day, number, place_at, row_hash, text
from regesta.read.foreign.importer import Found, Importer, StateOf
from regesta.read.foreign.lines import Line
from regesta.read.foreign.tables import fitted, reports_of, with_header

COLUMNS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code"),
    *("Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
)
NAMES = {"Occupied Palestinian Territory": "PSE"}  # names of ICEWS that nobody else uses
REQUIRED = ("Event ID", "Event Date", "CAMEO Code", "Source Country", "Target Country")


def read(lines: Iterable[Line], state_of: StateOf) -> Iterator[Found]:
    """Yield the reports of an ICEWS file; it names states, which `state_of` turns into codes."""
    names, rest = with_header(lines, COLUMNS, REQUIRED, "ICEWS")
    known = [name if name in COLUMNS else "" for name in names]

    def code_of(name: str) -> str | None:
        return NAMES.get(name) or state_of(name)

    def make(origin: str, cells: Sequence[str], row: Row) -> ForeignReport:
        return report(origin, cells, row, code_of)

    yield from reports_of(rest, lambda line: fitted(known, line.split("\t")), make)


def report(origin: str, cells: Sequence[str], row: Row, state_of: StateOf) -> ForeignReport:
    """Return the report of a row."""
    code = cameo(row, "CAMEO Code")
    name, precision = named_place(row)
    country = text(row, "Country")
    iso3 = state_of(country) if country else None
    return ForeignReport(
        id=row_hash("icews", cells),
        dataset="icews",
        row_id=text(row, "Event ID") or "",
        day=day(row, "Event Date"),
        type=code.event_type if code else None,
        mode=code.mode if code else None,
        cameo=code.code if code else text(row, "CAMEO Code"),
        intensity=number(row, "Intensity"),
        actors=party(row, "Source", state_of),
        recipients=party(row, "Target", state_of),
        place=place_at(name, iso3, number(row, "Latitude"), number(row, "Longitude"), precision=precision),
        publisher=text(row, "Publisher"),
        origin=origin,
    )


def named_place(row: Row) -> tuple[str | None, PlacePrecision]:
    """Return the finest name of the place of a row, and how exact it is."""
    columns: tuple[tuple[str, PlacePrecision], ...] = (
        ("City", "city"), ("District", "region"), ("Province", "region"), ("Country", "country"),
    )  # fmt: skip
    return next(((text(row, name), precision) for name, precision in columns if text(row, name)), (None, "country"))


def party(row: Row, name: str, state_of: StateOf) -> tuple[ForeignParty, ...]:
    """Return the source or target; () when its columns are missing."""
    country = text(row, f"{name} Country")
    found = ForeignParty(
        name=text(row, f"{name} Name"),
        iso3=state_of(country) if country else None,
        sector=text(row, f"{name} Sectors"),
    )
    return (found,) if found != ForeignParty() else ()


ICEWS = Importer(title="ICEWS events: .tab files, zipped or not", read=read)
