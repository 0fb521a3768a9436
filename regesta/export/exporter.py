"""What an exporter is: a format, its data dictionary, and how entries become its bytes, one at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Generic, Literal, TypeVar

from regesta.model.entry import Entry

R = TypeVar("R")
Row = TypeVar("Row", contravariant=True)  # a column of any row serves for every kind
FieldType = Literal["text", "integer", "number", "day", "list", "object"]
Encode = Callable[[Iterable[Entry]], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Field:
    """One column or key of a format, as its data dictionary has it.

    Attributes:
        name: Its name in the file; keys inside others are joined by dots ("properties.type").
        type: What its values are. A list in a table is one cell.
        meaning: What it holds, its unit and bounds.
        source: What of an entry it is taken from; "" when it is always empty here.
    """

    name: str
    type: FieldType
    meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a table: its dictionary entry and how its value is found.

    Attributes:
        field: Its entry in the data dictionary.
        value: Returns the value for one row; None when there is none.
    """

    field: Field
    value: Callable[[Row], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A registered format; `exporter(entries, out)` writes entries and returns how many there were.

    Attributes:
        title: The format in a few words.
        unit: What one row or record is.
        suffix: File name extension, with the dot.
        media_type: Its media type, for HTTP.
        fields: Its data dictionary, in order.
        encode: Turns entries into bytes, a piece at a time; holds no more than a bounded number of them.
        is_text: Whether a terminal can show it.
    """

    title: str
    unit: str
    suffix: str
    media_type: str
    fields: tuple[Field, ...]
    encode: Encode
    is_text: bool = True

    def __call__(self, entries: Iterable[Entry], out: BinaryIO) -> int:
        """Write entries to a binary stream; return how many."""
        counted = Counted(entries)
        for piece in self.encode(counted):
            out.write(piece)
        return counted.count


@dataclass
class Counted:
    """Entries that are counted as they are taken."""

    entries: Iterable[Entry]
    count: int = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self.entries:
            self.count += 1
            yield entry


def column(name: str, type: FieldType, value: Callable[[R], object], meaning: str, source: str) -> Column[R]:
    """Return a column; see `Field` and `Column`."""
    return Column(Field(name, type, meaning, source), value)


def empty(name: str, type: FieldType, meaning: str) -> Column[object]:
    """Return a column of a format for which the register has nothing."""
    return Column(Field(name, type, meaning, ""), lambda _: None)


def fields_of(columns: Iterable[Column[R]]) -> tuple[Field, ...]:
    """Return the data dictionary of columns."""
    return tuple(found.field for found in columns)


def dictionary_lines(exporter: Exporter) -> Iterator[str]:
    """Yield the data dictionary of a format as tab-separated lines with a header."""
    yield "name\ttype\tmeaning\tsource"
    for field in exporter.fields:
        yield "\t".join((field.name, field.type, field.meaning, field.source or "always empty"))
