"""What an exporter is: a format, its data dictionary, and how entries or statements become its bytes, one at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Generic, Literal, TypeVar

from regesta import plugins
from regesta.errors import ConfigError
from regesta.query.table import Column

T = TypeVar("T")
Noun = Literal["entries", "statements"]
Encode = Callable[[Iterable[T]], Iterator[bytes]]


@dataclass(frozen=True, kw_only=True)
class Exporter(Generic[T]):
    """A registered format; `exporter(items, out)` writes entries or statements and returns how many there were.

    Attributes:
        title: The format in a few words.
        unit: What one row or record is.
        suffix: File name extension, with the dot.
        media_type: Its media type, for HTTP.
        fields: Its data dictionary, in order. A list in a table is one cell.
        encode: Turns items into bytes, a piece at a time; holds no more than a bounded number of them.
        is_text: Whether a terminal can show it.
        of: What it writes: "entries" (`Entry`) or "statements" (`StatementReport`).
    """

    title: str
    unit: str
    suffix: str
    media_type: str
    fields: tuple[Column, ...]
    encode: Encode[T]
    is_text: bool = True
    of: Noun = "entries"

    def __call__(self, items: Iterable[T], out: BinaryIO) -> int:
        """Write items to a binary stream; return how many."""
        counted = Counted(items)
        for piece in self.encode(counted):
            out.write(piece)
        return counted.count


@dataclass
class Counted(Generic[T]):
    """Items that are counted as they are taken."""

    items: Iterable[T]
    count: int = 0

    def __iter__(self) -> Iterator[T]:
        for item in self.items:
            self.count += 1
            yield item


def load_exporter(name: str) -> Exporter[Any]:
    """Return an exporter by name.

    Raises:
        ConfigError: There is none, or what is registered under the name is none.
    """
    exporter = plugins.load("exporters", name)
    if not isinstance(exporter, Exporter):
        raise ConfigError(f"exporter {name!r} is registered with something else than a regesta Exporter")
    return exporter


def dictionary_lines(exporter: Exporter[T]) -> Iterator[str]:
    """Yield the data dictionary of a format as tab-separated lines with a header."""
    yield "name\ttype\tmeaning\tsource"
    for column in exporter.fields:
        yield "\t".join((column.name, column.kind, column.meaning, column.source or "always empty"))
