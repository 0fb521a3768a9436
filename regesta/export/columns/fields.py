"""Tables declared field by field: a column with its meaning, and how a noun fills it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar, cast

from regesta.model.article import Source
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


def inside(outer: Callable[[U], T], fields: Iterable[Field[T]], source: str = "") -> tuple[Field[U], ...]:
    """Return fields of what `outer` finds in another noun.

    Args:
        outer: Finds it.
        fields: Its fields.
        source: What the data dictionary says of fields that name no source themselves.
    """
    return tuple(
        Field(replace(found.column, source=found.column.source or source), within(outer, found.value))
        for found in fields
    )


def within(outer: Callable[[U], T], value: Callable[[T], object]) -> Callable[[U], object]:
    """Return a reader of what `outer` finds."""
    return lambda item: value(outer(item))


def unlisted(fields: Iterable[Field[T]]) -> tuple[Field[T], ...]:
    """Return fields whose lists are text, joined by "; ", for tables that hold plain cells only; None for no items."""
    return tuple(joined(found) if found.column.kind == "list" else found for found in fields)


def joined(found: Field[T]) -> Field[T]:
    """Return a field of a list as one of text."""
    column = replace(found.column, kind="text", meaning=f'{found.column.meaning} Joined by "; ".')
    return Field(column, lambda item: "; ".join(cast(Iterable[str], found.value(item))) or None)


def cells_of(fields: Sequence[Field[T]], item: T) -> Cells:
    """Return the cells of one row."""
    return tuple(found.value(item) for found in fields)


def table_of(name: str, fields: Sequence[Field[T]], items: Iterable[T]) -> Table:
    """Return the table of some nouns, one row each, made while it is read."""
    return Table(name, columns_of(fields), (cells_of(fields, item) for item in items))


def first_quote(citations: tuple[Citation, ...]) -> str | None:
    """Return the first words cited: of an event, the sentence with its trigger."""
    return citations[0].quote if citations else None


SOURCE_FIELDS: tuple[Field[Source], ...] = (
    field("publisher", "text", lambda s: s.publisher, "Who published the article; null when unknown."),
    field("published", "day", lambda s: s.day, "Day of publication, UTC; null when unknown."),
    field("url", "text", lambda s: s.url, "Address of the article; null when it has none."),
)
