"""Tidy tables: typed columns with their meaning, rows one at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "number", "day", "yes or no", "list", "object"]
Cells = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, or one key of a record, as a data dictionary has it.

    Attributes:
        name: Its name; keys inside others are joined by dots ("properties.type").
        kind: What its cells hold: str, int, float, date, bool or a list of str, each may be None; an object in records.
        meaning: What they mean, with unit, bounds and what None stands for.
        source: What of an entry it is taken from; "" where the name says it, or when it is always empty.
    """

    name: str
    kind: Kind
    meaning: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A tidy table: one observation a row.

    Attributes:
        name: What a row is, in the plural ("entries").
        columns: Its columns.
        rows: Its rows, each as long as the columns; may be an iterator that can be used once.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Cells]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(column.name for column in self.columns)

    def columnwise(self) -> dict[str, Sequence[object]]:
        """Return the cells of each column by name, as data frames are made from; reads all rows."""
        rows = list(self.rows)
        return {name: [row[at] for row in rows] for at, name in enumerate(self.names)}
