"""POLECAT: tab-separated values with a header, 40 columns, one row for each entry with its parties as lists."""

from collections.abc import Callable, Sequence

from regesta.export.columns.fields import Field, columns_of, empty, field
from regesta.export.columns.places import place_columns
from regesta.export.exporter import Exporter
from regesta.export.files.encoders import itself, tsv_of
from regesta.export.values.entry_values import dated_day, iso3_of, name_of, office_of, place_of, sector_of
from regesta.model.entity import Place
from regesta.model.entry import Entry
from regesta.model.event import EventPlace, Role
from regesta.ontology.country_codes import load_country_codes
from regesta.version import __version__

MISSING = "None"
QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
RolesOf = Callable[[Entry], Sequence[Role]]


def plover_state(iso3: str | None) -> str | None:
    """Return a state's code as PLOVER has it: ISO 3166-1 alpha-3, KOS for Kosovo."""
    return "KOS" if iso3 == "XKX" else iso3


def cow_of(role: Role) -> int | None:
    """Return the Correlates of War number of a participant's state; None for no member of its state system."""
    codes = load_country_codes().get(iso3_of(role) or "")
    return codes.cow if codes else None


def each(roles: RolesOf, value: Callable[[Role], object]) -> Callable[[Entry], list[object] | None]:
    """Return a value of every participant, "None" for each unknown one; None when there are no participants."""

    def values(entry: Entry) -> list[object] | None:
        found = [value(role) for role in roles(entry)]
        return [MISSING if item is None else without_semicolon(item) for item in found] or None

    return values


def without_semicolon(value: object) -> object:
    """Return a value that the semicolons between several ones cannot cut."""
    return value.replace(";", ",") if isinstance(value, str) else value


def first_sector(roles: RolesOf) -> Callable[[Entry], str | None]:
    """Return the sector of the first participant that has one."""
    return lambda entry: next((sector for role in roles(entry) if (sector := sector_of(role))), None)


def party_columns(name: str, roles: RolesOf, wikipedia: str) -> tuple[Field[Entry], ...]:
    """Return the eight columns of actors or recipients; several of them are joined by semicolons."""
    return (
        field(f"{name} Name", "list", each(roles, name_of), "Resolved names.", "best report"),
        field(
            f"{name} Country", "list", each(roles, lambda role: plover_state(iso3_of(role))),
            "Their states, ISO 3166-1 alpha-3 (Kosovo KOS), or IGO, NGO.", "best report",
        ),
        field(f"{name} COW", "list", each(roles, cow_of), "Correlates of War numbers of the states.", "best report"),
        field(f"Primary {name} Sector", "text", first_sector(roles), "PLOVER sector of the first.", "best report"),
        field(f"{name} Sectors", "list", each(roles, sector_of), "PLOVER sectors.", "best report"),
        field(f"{name} Title", "list", each(roles, office_of), "Offices, as written.", "best report"),
        field(f"{name} Name Raw", "list", each(roles, lambda role: role.text), "Words of the text.", "best report"),
        empty(wikipedia, "text", "Wikipedia page; the register has ids of its own."),
    )  # fmt: skip


def where(entry: Entry) -> Place | None:
    """Return where an entry happened."""
    return place_of(entry.best)


def at(value: Callable[[EventPlace], object]) -> Callable[[Entry], object]:
    """Return a value of an entry's place; None without one."""
    return lambda entry: value(entry.best.place) if entry.best.place else None


POLECAT_COLUMNS: tuple[Field[Entry], ...] = (
    field("Event ID", "text", lambda e: e.id, "Id of the entry.", "entry"),
    field("Event Date", "day", dated_day, "First day; without a date, the day of publication.", "best report"),
    field("Event Type", "text", lambda e: e.best.type, "PLOVER event type.", "best report"),
    field("Event Mode", "text", lambda e: e.best.mode, "Mode of the type.", "best report"),
    field("Intensity", "number", lambda e: e.best.intensity, "PLOVER's score of the type, -10 to 10.", "ontology"),
    field("Quad Code", "text", lambda e: QUADS[e.best.quad - 1], "Quad class of the type, in words.", "ontology"),
    field("Contexts", "list", lambda e: e.best.contexts, "PLOVER contexts joined by semicolons.", "best report"),
    *party_columns("Actor", lambda e: e.best.actors, "Wikipedia Actor ID"),
    *party_columns("Recipient", lambda e: e.best.recipients, "Wikipedia Recipient ID"),
    field("Placename", "text", at(lambda at: at.place.name), "Name in the gazetteer.", "best report"),
    *place_columns(where, lambda place: plover_state(place.iso3), "State the place lies in, as a code."),
    field("GeoNames ID", "integer", at(lambda at: at.place.geonameid), "GeoNames id.", "gazetteer"),
    field("Raw Placename", "text", at(lambda at: at.text), "The words of the text.", "best report"),
    empty("Feature Type", "text", "GeoNames feature class; the register has a precision instead."),
    field("Source", "text", lambda e: e.best_report.source.publisher, "Publisher of the best report.", "best report"),
    field("Publication Date", "day", lambda e: e.best_report.source.day, "Its day, UTC.", "best report"),
    empty("Story People", "text", "People named anywhere in the story."),
    empty("Story Organizations", "text", "Organisations named anywhere in the story."),
    empty("Story Locations", "text", "Places named anywhere in the story."),
    field("Language", "text", lambda _: "EN", "The register reads English.", "constant"),
    field("Version", "text", lambda _: f"Regesta {__version__}", "Program and version.", "constant"),
)  # fmt: skip

POLECAT = Exporter[Entry](
    title="POLECAT, tab-separated with a header",
    unit="one entry; several parties in one cell are joined by semicolons, and what is not known is None",
    suffix=".polecat.txt",
    media_type="text/tab-separated-values; charset=utf-8; header=present",
    fields=columns_of(POLECAT_COLUMNS),
    encode=tsv_of(POLECAT_COLUMNS, itself, header=True, missing=MISSING),
)
