"""The register beside another data set: counts side by side, and where both tell the same."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from regesta.model.entity import dyads_among
from regesta.query.register import Register
from regesta.store.filters import EventFilter
from regesta.store.foreign import ForeignFilter, ForeignOutline

ComparedBy = Literal["type", "dyad", "day", "month", "year"]


class Cell(NamedTuple):
    """What two data sets can agree on: that an act of a type happened between two states on a day."""

    type: str
    dyad: str
    day: date


@dataclass(frozen=True, slots=True)
class ComparedCount:
    """How often a value occurs in both.

    Attributes:
        value: The value; None when it is unknown.
        ours: Entries of the register with it.
        theirs: Rows of the other data set with it.
    """

    value: str | None
    ours: int
    theirs: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Cells of type, dyad and day, each counted once however many rows it has.

    Attributes:
        both: Cells that both data sets have.
        ours_only: Cells that only the register has.
        theirs_only: Cells that only the other data set has.
    """

    both: int
    ours_only: int
    theirs_only: int

    @property
    def share(self) -> float | None:
        """Share of all cells that both have (Jaccard's index), 0 to 1; None when there are none."""
        total = self.both + self.ours_only + self.theirs_only
        return self.both / total if total else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The register beside another data set.

    Attributes:
        ours: Entries counted.
        theirs: Rows counted.
        counts: By value.
        agreement: On type, dyad and day.
    """

    ours: int
    theirs: int
    counts: tuple[ComparedCount, ...]
    agreement: Agreement


def compare(register: Register, dataset: str, by: ComparedBy, wanted: EventFilter) -> Comparison:
    """Compare the entries that a filter lets through with the rows of another data set in the same bounds.

    Of an entry the best event that the filter lets through counts, on its first day, and so do all pairs of states that
    take part, whoever acts. The other data set is narrowed by days, type and dyad only: it tells no status, and other
    publishers.

    Args:
        register: The register.
        dataset: Name of the other data set.
        by: What to count by.
        wanted: Which entries; its limit and offset are not used.
    """
    foreign = ForeignFilter(dataset=dataset, type=wanted.type, dyad=wanted.dyad, since=wanted.since, until=wanted.until)
    ours, theirs = Side(), Side()
    for cluster in register.matching(wanted):
        best = cluster.best
        ours.add(ForeignOutline(best.type, best.start, best.states), by)
    for outline in register.view.foreign_outlines(foreign):
        theirs.add(outline, by)
    both = len(ours.cells & theirs.cells)
    return Comparison(
        ours=ours.rows,
        theirs=theirs.rows,
        counts=tuple(side_by_side(ours.counts, theirs.counts, by in {"day", "month", "year"})),
        agreement=Agreement(both, len(ours.cells) - both, len(theirs.cells) - both),
    )


class Side:
    """The rows, counts and cells of one of the two."""

    def __init__(self) -> None:
        self.rows = 0
        self.counts: Counter[str | None] = Counter()
        self.cells: set[Cell] = set()

    def add(self, outline: ForeignOutline, by: ComparedBy) -> None:
        """Count a row."""
        self.rows += 1
        self.counts.update(VALUES[by](outline))
        self.cells.update(cells_of(outline))


def cells_of(outline: ForeignOutline) -> Iterator[Cell]:
    """Yield the cells of a row: none without type, day or two states."""
    if outline.type and outline.day:
        for dyad in dyads_among(outline.states):
            yield Cell(outline.type, dyad, outline.day)


def side_by_side(ours: Counter[str | None], theirs: Counter[str | None], by_time: bool) -> Iterator[ComparedCount]:
    """Yield counts in order of time, or the most frequent first, ties in order of the alphabet; unknown last."""

    def key(value: str | None) -> tuple[bool, int, str]:
        return value is None, 0 if by_time else -max(ours[value], theirs[value]), value or ""

    for value in sorted(set(ours) | set(theirs), key=key):
        yield ComparedCount(value, ours[value], theirs[value])


def cut_day(length_chars: int) -> Callable[[ForeignOutline], Iterable[str | None]]:
    """Return the value of a row by so many characters of its day."""
    return lambda outline: (outline.day.isoformat()[:length_chars] if outline.day else None,)


VALUES: dict[ComparedBy, Callable[[ForeignOutline], Iterable[str | None]]] = {
    "type": lambda outline: (outline.type,),
    "dyad": lambda outline: dyads_among(outline.states) or (None,),
    "day": cut_day(10),
    "month": cut_day(7),
    "year": cut_day(4),
}
