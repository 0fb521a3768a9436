"""The columns of an event, the same in the tables of entries and of single reports."""

from collections.abc import Callable

from regesta.export.columns.fields import Field, field
from regesta.export.values.entry_values import (
    cameo_of,
    entity_of,
    first_day,
    iso3_of,
    last_day,
    name_of,
    place_of,
    sector_of,
)
from regesta.model.entity import Place
from regesta.model.event import Event, EventDate, Role

PartyValue = Callable[[Role], str | None]


def of_date(value: Callable[[EventDate], object]) -> Callable[[Event], object]:
    """Return a value of an event's date; None without one."""
    return lambda event: value(event.date) if event.date else None


def of_place(value: Callable[[Place], object]) -> Callable[[Event], object]:
    """Return a value of an event's place; None without one."""
    return lambda event: value(place) if (place := place_of(event)) else None


def of_actors(value: PartyValue) -> Callable[[Event], list[str]]:
    """Return a value of every actor, in order, "" for each unknown one."""
    return lambda event: [value(role) or "" for role in event.actors]


def of_recipients(value: PartyValue) -> Callable[[Event], list[str]]:
    """Return a value of every recipient, in order, "" for each unknown one."""
    return lambda event: [value(role) or "" for role in event.recipients]


EVENT_COLUMNS: tuple[Field[Event], ...] = (
    field("start", "day", first_day, "First day; none without a date."),
    field("end", "day", last_day, "Last day, included."),
    field(
        "date_precision",
        "text",
        of_date(lambda d: d.interval.precision),
        "How exactly the text gives the date: time, day, week, month, season, quarter, year, decade, century, range.",
    ),
    field(
        "date_basis",
        "text",
        of_date(lambda d: d.basis),
        "How the date is known: expression (the text says it), published (day of publication), inferred.",
    ),
    field("type", "text", lambda e: e.type, "PLOVER event type."),
    field("mode", "text", lambda e: e.mode, "Mode of the type; none when the text does not say."),
    field("contexts", "list", lambda e: e.contexts, "PLOVER contexts, sorted."),
    field("cameo", "text", lambda e: e.cameo, "CAMEO code with its leading zero."),
    field(
        "quad",
        "integer",
        lambda e: e.quad,
        "Quad class of the type: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
        "ontology",
    ),
    field(
        "intensity",
        "number",
        lambda e: e.intensity,
        "PLOVER's score of the type, -10 (conflict) to 10 (cooperation).",
        "ontology",
    ),
    field("goldstein", "number", lambda e: cameo_of(e).goldstein, "Goldstein score of the CAMEO code.", "ontology"),
    field("actors", "list", of_actors(name_of), "Names of those who acted."),
    field(
        "actor_iso3",
        "list",
        of_actors(iso3_of),
        "Their states, ISO 3166-1 alpha-3, or IGO, NGO; nothing in the place of an unknown one.",
    ),
    field("actor_sectors", "list", of_actors(sector_of), "PLOVER sectors of those who acted."),
    field("actor_entities", "list", of_actors(entity_of), "Their ids in the register."),
    field("recipients", "list", of_recipients(name_of), "Names of those to whom it was done."),
    field("recipient_iso3", "list", of_recipients(iso3_of), "Their states."),
    field("recipient_sectors", "list", of_recipients(sector_of), "PLOVER sectors of the recipients."),
    field("recipient_entities", "list", of_recipients(entity_of), "Their ids in the register."),
    field("place", "text", of_place(lambda p: p.name), "Where: name in the gazetteer; none when the text says none."),
    field("place_iso3", "text", of_place(lambda p: p.iso3), "State the place lies in; none for seas."),
    field("geonameid", "integer", of_place(lambda p: p.geonameid), "GeoNames id of the place.", "gazetteer"),
    field("lat", "number", of_place(lambda p: p.lat), "Degrees north.", "gazetteer"),
    field("lon", "number", of_place(lambda p: p.lon), "Degrees east.", "gazetteer"),
    field(
        "place_precision",
        "text",
        of_place(lambda p: p.precision),
        "point, city, region, country, area: what the place is.",
    ),
    field(
        "place_basis", "text", lambda e: e.place and e.place.basis, "expression (the sentence names it) or inferred."
    ),
    field("status", "text", lambda e: e.status, "happened, planned, denied or hypothetical, as told."),
    field(
        "confidence",
        "number",
        lambda e: e.confidence,
        "Calibrated confidence, 0 to 1, that the words express an act of this type.",
    ),
)
