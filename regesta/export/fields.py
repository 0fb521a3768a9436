"""Tables declared field by field: a column with its meaning, and how a noun fills it."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TypeVar

from regesta.export.entry_values import iso3_of, name_of
from regesta.model.article import Source
from regesta.model.event import Event, Role
from regesta.model.span import Citation
from regesta.query.table import Column, Kind, Table

T = TypeVar("T")
U = TypeVar("U")
Field = tuple[Column, Callable[[T], object]]


def field(name: str, kind: Kind, meaning: str, read: Callable[[T], object]) -> Field[T]:
    """Return a field: the name, kind and meaning of a column, and what fills it."""
    return Column(name, kind, meaning), read


def inside(outer: Callable[[U], T], fields: Iterable[Field[T]]) -> tuple[Field[U], ...]:
    """Return fields of what `outer` finds in another noun."""
    return tuple((column, within(outer, read)) for column, read in fields)


def within(outer: Callable[[U], T], read: Callable[[T], object]) -> Callable[[U], object]:
    """Return a reader of what `outer` finds."""
    return lambda item: read(outer(item))


def table_of(name: str, fields: Iterable[Field[T]], items: Iterable[T]) -> Table:
    """Return the table of some nouns, one row each, made while it is read."""
    columns, readers = zip(*fields, strict=True)
    return Table(name, columns, (tuple(read(item) for read in readers) for item in items))


def first_quote(citations: tuple[Citation, ...]) -> str | None:
    """Return the first words cited: of an event, the sentence with its trigger."""
    return citations[0].quote if citations else None


def names(roles: Iterable[Role]) -> str:
    """Return the names of participants."""
    return "; ".join(map(name_of, roles))


def codes(roles: Iterable[Role]) -> str:
    """Return the states of participants, "" for each unknown one."""
    return "; ".join(iso3_of(role) or "" for role in roles)


def precision(event: Event) -> str | None:
    """Return how exactly the place of an event is known."""
    return event.place.place.precision if event.place else None


EVENT_FIELDS: tuple[Field[Event], ...] = (
    field("start", "day", "First day; null without a date.", lambda e: e.date.interval.start if e.date else None),
    field(
        "end",
        "day",
        "Last day, included; null without a date.",
        lambda e: e.date.interval.end - timedelta(days=1) if e.date else None,
    ),
    field(
        "date_precision",
        "text",
        "How exactly the text gives the date: time, day, week, month, season, quarter, year, decade, century, range.",
        lambda e: e.date.interval.precision if e.date else None,
    ),
    field(
        "date_basis",
        "text",
        "expression (the text says so), published (day of publication) or inferred.",
        lambda e: e.date.basis if e.date else None,
    ),
    field("type", "text", "PLOVER event type.", lambda e: e.type),
    field("mode", "text", "Mode of the type; null when the text does not say.", lambda e: e.mode),
    field("contexts", "text", 'PLOVER contexts, joined by "; ".', lambda e: "; ".join(e.contexts) or None),
    field("cameo", "text", "CAMEO code, with its leading zero.", lambda e: e.cameo),
    field("quad", "integer", "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict.", lambda e: e.quad),
    field("intensity", "number", "-10 (conflict) to +10 (cooperation), one for each type.", lambda e: e.intensity),
    field("actors", "text", 'Who acted, joined by "; ".', lambda e: names(e.actors) or None),
    field("actor_iso3", "text", "States (ISO 3166-1 alpha-3), IGO, NGO, in order.", lambda e: codes(e.actors) or None),
    field("recipients", "text", 'To whom it was done, joined by "; ".', lambda e: names(e.recipients) or None),
    field("recipient_iso3", "text", "Likewise.", lambda e: codes(e.recipients) or None),
    field("place", "text", "Where; null when the text does not say.", lambda e: e.place and e.place.place.name),
    field("place_iso3", "text", "Country of the place; null for seas.", lambda e: e.place and e.place.place.iso3),
    field("geonameid", "integer", "GeoNames id of the place.", lambda e: e.place and e.place.place.geonameid),
    field("lat", "number", "Degrees north.", lambda e: e.place and e.place.place.lat),
    field("lon", "number", "Degrees east.", lambda e: e.place and e.place.place.lon),
    field("place_precision", "text", "point, city, region, country, area.", precision),
    field("place_basis", "text", "expression (the sentence says so) or inferred.", lambda e: e.place and e.place.basis),
    field("status", "text", "happened, planned, denied or hypothetical, as told.", lambda e: e.status),
    field("confidence", "number", "0 to 1, that the words express an act of this type.", lambda e: e.confidence),
)  # fmt: skip
SOURCE_FIELDS: tuple[Field[Source], ...] = (
    field("publisher", "text", "Who published the article; null when unknown.", lambda s: s.publisher),
    field("published", "day", "Day of publication, UTC; null when unknown.", lambda s: s.day),
    field("url", "text", "Address of the article; null when it has none.", lambda s: s.url),
)
