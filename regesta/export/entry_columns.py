"""The columns of the table of entries, shared by CSV and Parquet."""

from collections.abc import Callable

from regesta.export.entry_values import (
    cameo_of,
    entity_of,
    first_day,
    first_published,
    iso3_of,
    last_day,
    name_of,
    place_of,
    quote_of,
    sector_of,
    urls_of,
)
from regesta.export.fields import Field, field
from regesta.model.entity import Place
from regesta.model.entry import Entry
from regesta.model.event import EventDate, Role

PartyValue = Callable[[Role], str | None]


def of_date(value: Callable[[EventDate], object]) -> Callable[[Entry], object]:
    """Return a value of an entry's date; None without one."""
    return lambda entry: value(entry.best.date) if entry.best.date else None


def of_place(value: Callable[[Place], object]) -> Callable[[Entry], object]:
    """Return a value of an entry's place; None without one."""
    return lambda entry: value(place) if (place := place_of(entry.best)) else None


def of_actors(value: PartyValue) -> Callable[[Entry], list[str]]:
    """Return a value of every actor, in order, "" for each unknown one."""
    return lambda entry: [value(role) or "" for role in entry.best.actors]


def of_recipients(value: PartyValue) -> Callable[[Entry], list[str]]:
    """Return a value of every recipient, in order, "" for each unknown one."""
    return lambda entry: [value(role) or "" for role in entry.best.recipients]


ENTRY_COLUMNS: tuple[Field[Entry], ...] = (
    field("id", "text", lambda e: e.id, "Id of the entry, 16 hex digits; keep it as text.", "entry"),
    field("start", "day", lambda e: first_day(e.best), "First day; none without a date.", "best report"),
    field("end", "day", lambda e: last_day(e.best), "Last day, included.", "best report"),
    field("type", "text", lambda e: e.best.type, "PLOVER event type.", "best report"),
    field("mode", "text", lambda e: e.best.mode, "Mode of the type; none when the text does not say.", "best report"),
    field("cameo", "text", lambda e: e.best.cameo, "CAMEO code with its leading zero.", "best report"),
    field(
        "quad",
        "integer",
        lambda e: e.best.quad,
        "Quad class of the type: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
        "ontology",
    ),
    field(
        "intensity",
        "number",
        lambda e: e.best.intensity,
        "PLOVER's score of the type, -10 (conflict) to 10 (cooperation).",
        "ontology",
    ),
    field("actors", "list", of_actors(name_of), "Names of those who acted.", "best report"),
    field(
        "actor_iso3",
        "list",
        of_actors(iso3_of),
        "Their states, ISO 3166-1 alpha-3, or IGO, NGO; nothing in the place of an unknown one.",
        "best report",
    ),
    field("recipients", "list", of_recipients(name_of), "Names of those to whom it was done.", "best report"),
    field("recipient_iso3", "list", of_recipients(iso3_of), "Their states.", "best report"),
    field("place", "text", of_place(lambda p: p.name), "Where: name in the gazetteer.", "best report"),
    field("place_iso3", "text", of_place(lambda p: p.iso3), "State the place lies in.", "best report"),
    field("lat", "number", of_place(lambda p: p.lat), "Degrees north.", "gazetteer"),
    field("lon", "number", of_place(lambda p: p.lon), "Degrees east.", "gazetteer"),
    field("status", "text", lambda e: e.best.status, "happened, planned, denied or hypothetical.", "best report"),
    field("confidence", "number", lambda e: e.best.confidence, "Calibrated confidence, 0 to 1.", "best report"),
    field("support", "integer", lambda e: e.support, "Number of distinct articles that report it.", "all reports"),
    field("publishers", "list", lambda e: e.publishers, "Known publishers that report it, sorted.", "all reports"),
    field("contexts", "list", lambda e: e.best.contexts, "PLOVER contexts, sorted.", "best report"),
    field(
        "goldstein", "number", lambda e: cameo_of(e.best).goldstein, "Goldstein score of the CAMEO code.", "ontology"
    ),
    field("precision", "text", of_date(lambda d: d.interval.precision), "How exactly the date is told.", "best report"),
    field(
        "date_basis",
        "text",
        of_date(lambda d: d.basis),
        "How the date is known: expression (the sentence says it), published (day of publication), inferred.",
        "best report",
    ),
    field(
        "place_precision",
        "text",
        of_place(lambda p: p.precision),
        "point, city, region, country, area: what the place is.",
        "best report",
    ),
    field("geonameid", "integer", of_place(lambda p: p.geonameid), "GeoNames id of the place.", "gazetteer"),
    field("actor_sectors", "list", of_actors(sector_of), "PLOVER sectors of those who acted.", "best report"),
    field("actor_entities", "list", of_actors(entity_of), "Their ids in the register.", "best report"),
    field("recipient_sectors", "list", of_recipients(sector_of), "PLOVER sectors of the recipients.", "best report"),
    field("recipient_entities", "list", of_recipients(entity_of), "Their ids in the register.", "best report"),
    field(
        "first_published",
        "day",
        first_published,
        "Day of the first report, UTC.",
        "all reports",
    ),
    field("urls", "list", urls_of, "Addresses of the articles, the best report's first.", "all reports"),
    field("quote", "text", quote_of, "First sentence of evidence, to the letter.", "best report"),
)


def entry_columns(*names: str) -> tuple[Field[Entry], ...]:
    """Return some of the columns, for formats that share them."""
    by_name = {found.column.name: found for found in ENTRY_COLUMNS}
    return tuple(by_name[name] for name in names)
