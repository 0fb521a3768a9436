"""Tables declared field by field: a column with its meaning, and how a noun fills it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from regesta.export.entry_values import first_day, iso3_of, last_day, name_of, place_of
from regesta.model.article import Source
from regesta.model.entity import Place
from regesta.model.event import Event, Role
from regesta.model.span import Citation
from regesta.query.table import Cells, Column, Kind, Table

T = TypeVar("T")
U = TypeVar("U")
R = TypeVar("R")
Row = TypeVar("Row", contravariant=True)  # a field of any row serves for every kind


@dataclass(frozen=True, slots=True)
class Field(Generic[Row]):
    """A column and what fills it.

    Attributes:
        column: Its name, kind and meaning.
        value: Returns the cell of a row; None when there is none.
    """

    column: Column
    value: Callable[[Row], object]


def field(name: str, kind: Kind, value: Callable[[T], object], meaning: str, source: str = "") -> Field[T]:
    """Return a field; see `Field` and `Column`."""
    return Field(Column(name, kind, meaning, source), value)


def empty(name: str, kind: Kind, meaning: str) -> Field[object]:
    """Return a field of a format for which the register has nothing."""
    return Field(Column(name, kind, meaning), lambda _: None)


def columns_of(fields: Iterable[Field[T]]) -> tuple[Column, ...]:
    """Return the columns of fields: their data dictionary."""
    return tuple(found.column for found in fields)


def inside(outer: Callable[[U], T], fields: Iterable[Field[T]]) -> tuple[Field[U], ...]:
    """Return fields of what `outer` finds in another noun."""
    return tuple(Field(found.column, within(outer, found.value)) for found in fields)


def within(outer: Callable[[U], T], value: Callable[[T], object]) -> Callable[[U], object]:
    """Return a reader of what `outer` finds."""
    return lambda item: value(outer(item))


def cells_of(fields: Sequence[Field[T]], item: T) -> Cells:
    """Return the cells of one row."""
    return tuple(found.value(item) for found in fields)


def table_of(name: str, fields: Sequence[Field[T]], items: Iterable[T]) -> Table:
    """Return the table of some nouns, one row each, made while it is read."""
    return Table(name, columns_of(fields), (cells_of(fields, item) for item in items))


def first_quote(citations: tuple[Citation, ...]) -> str | None:
    """Return the first words cited: of an event, the sentence with its trigger."""
    return citations[0].quote if citations else None


def names(roles: Iterable[Role]) -> str:
    """Return the names of participants."""
    return "; ".join(map(name_of, roles))


def codes(roles: Iterable[Role]) -> str:
    """Return the states of participants, "" for each unknown one."""
    return "; ".join(iso3_of(role) or "" for role in roles)


def of_place(value: Callable[[Place], object]) -> Callable[[Event], object]:
    """Return a value of an event's place; None without one."""
    return lambda event: value(place) if (place := place_of(event)) else None


EVENT_FIELDS: tuple[Field[Event], ...] = (
    field("start", "day", first_day, "First day; null without a date."),
    field("end", "day", last_day, "Last day, included; null without a date."),
    field(
        "date_precision",
        "text",
        lambda e: e.date.interval.precision if e.date else None,
        "How exactly the text gives the date: time, day, week, month, season, quarter, year, decade, century, range.",
    ),
    field(
        "date_basis",
        "text",
        lambda e: e.date.basis if e.date else None,
        "expression (the text says so), published (day of publication) or inferred.",
    ),
    field("type", "text", lambda e: e.type, "PLOVER event type."),
    field("mode", "text", lambda e: e.mode, "Mode of the type; null when the text does not say."),
    field("contexts", "text", lambda e: "; ".join(e.contexts) or None, 'PLOVER contexts, joined by "; ".'),
    field("cameo", "text", lambda e: e.cameo, "CAMEO code, with its leading zero."),
    field("quad", "integer", lambda e: e.quad, "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict."),
    field("intensity", "number", lambda e: e.intensity, "-10 (conflict) to +10 (cooperation), one for each type."),
    field("actors", "text", lambda e: names(e.actors) or None, 'Who acted, joined by "; ".'),
    field("actor_iso3", "text", lambda e: codes(e.actors) or None, "States (ISO 3166-1 alpha-3), IGO, NGO, in order."),
    field("recipients", "text", lambda e: names(e.recipients) or None, 'To whom it was done, joined by "; ".'),
    field("recipient_iso3", "text", lambda e: codes(e.recipients) or None, "Likewise."),
    field("place", "text", of_place(lambda p: p.name), "Where; null when the text does not say."),
    field("place_iso3", "text", of_place(lambda p: p.iso3), "Country of the place; null for seas."),
    field("geonameid", "integer", of_place(lambda p: p.geonameid), "GeoNames id of the place."),
    field("lat", "number", of_place(lambda p: p.lat), "Degrees north."),
    field("lon", "number", of_place(lambda p: p.lon), "Degrees east."),
    field("place_precision", "text", of_place(lambda p: p.precision), "point, city, region, country, area."),
    field("place_basis", "text", lambda e: e.place and e.place.basis, "expression (the sentence says so) or inferred."),
    field("status", "text", lambda e: e.status, "happened, planned, denied or hypothetical, as told."),
    field("confidence", "number", lambda e: e.confidence, "0 to 1, that the words express an act of this type."),
)  # fmt: skip
SOURCE_FIELDS: tuple[Field[Source], ...] = (
    field("publisher", "text", lambda s: s.publisher, "Who published the article; null when unknown."),
    field("published", "day", lambda s: s.day, "Day of publication, UTC; null when unknown."),
    field("url", "text", lambda s: s.url, "Address of the article; null when it has none."),
)
