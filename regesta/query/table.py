"""Tidy tables: typed columns with their meaning, rows one at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "number", "day", "yes or no"]
Cells = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: Its name, lower case.
        kind: What its cells hold: str, int, float, date or bool; each may be None.
        meaning: What they mean, with unit and what None stands for.
    """

    name: str
    kind: Kind
    meaning: str


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
