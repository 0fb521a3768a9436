"""Answers to questions about the register: read when they are iterated, shown, or taken as data frames."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Generic, TypeVar

from regesta.export.columns.register_tables import Reported, entry_table, event_table, statement_table
from regesta.model.entry import Entry, Report, StatementReport
from regesta.notebook.counted import CountTable, Timeline, timeline_of, to_keep
from regesta.notebook.frames import Tabular
from regesta.notebook.kept import KeptRegister
from regesta.notebook.showing import (
    EVENT_HEAD,
    SHOWN,
    STATEMENT_HEAD,
    as_html,
    as_text,
    entry_cells,
    report_cells,
    statement_cells,
)
from regesta.query.counts.count_table import CountQuery, Unit, count_table
from regesta.query.counts.timeline import Step
from regesta.query.register import Sort
from regesta.query.stream import stream_statements
from regesta.query.table import Table
from regesta.store.filters import EventFilter, StatementFilter

T = TypeVar("T")


@dataclass(frozen=True, repr=False)
class Answer(Tabular, Generic[T]):
    """What a question finds. Every use reads the register as it is then; `list()` keeps what it is now.

    Attributes:
        kept: Where it is read.
    """

    kept: KeptRegister

    @abstractmethod
    def __iter__(self) -> Iterator[T]:
        """Yield what was found."""

    @abstractmethod
    def __len__(self) -> int:
        """Count what was found."""

    @abstractmethod
    def _rows(self) -> tuple[str, tuple[str, ...], list[tuple[str, ...]]]:
        """Return a title, a head and the first rows."""

    def first(self) -> T | None:
        """Return the first of what was found; None when nothing was."""
        return next(iter(self), None)

    def __repr__(self) -> str:
        """Return the first rows for a terminal, with their evidence."""
        title, head, rows = self._rows()
        return as_text(f"<{title}>", head, rows)

    def _repr_html_(self) -> str:
        """Return the same for a notebook."""
        return as_html(*self._rows())


@dataclass(frozen=True, repr=False)
class Happenings(Answer[T]):
    """What entries and events have in common: they can be counted over time.

    Attributes:
        wanted: Which events.
    """

    wanted: EventFilter

    @property
    @abstractmethod
    def unit(self) -> Unit:
        """What is counted."""

    def timeline(self, every: Step = "month") -> Timeline:
        """Return the course of events, period by period, with coverage.

        Args:
            every: Length of a period; weeks are ISO weeks.
        """
        query = CountQuery(unit=self.unit, step=every, wanted=self.wanted)
        with self.kept.reading() as register:
            everything = count_table(register.view, query, register.clusters)
            by_quad = count_table(register.view, replace(query, by=("quad",)), register.clusters)
            return timeline_of(everything, by_quad)

    def count_by(self, query: CountQuery) -> CountTable:
        """Count by a query, whose filter this answer sets, and its unit unless that is people."""
        unit = self.unit if query.unit in ("entries", "events") else query.unit
        query = replace(query, unit=unit, wanted=self.wanted)
        with self.kept.reading() as register:
            return to_keep(count_table(register.view, query, register.clusters))


@dataclass(frozen=True, repr=False)
class Entries(Happenings[Entry]):
    """Happenings, each once however many articles tell it.

    Attributes:
        sort: Their order.
    """

    sort: Sort = "newest"

    @property
    def unit(self) -> Unit:
        """What is counted."""
        return "entries"

    def __iter__(self) -> Iterator[Entry]:
        with self.kept.reading() as register:
            yield from register.each(self.wanted, self.sort)

    def __len__(self) -> int:
        with self.kept.reading() as register:
            return cut_length(register.count(self.wanted), self.wanted)

    def table(self) -> Table:
        """Return the entries with their typed columns, one row each."""
        return entry_table(self)

    def _rows(self) -> tuple[str, tuple[str, ...], list[tuple[str, ...]]]:
        return title_of(len(self), "entry", "entries"), EVENT_HEAD, [entry_cells(e) for e in islice(self, SHOWN)]


@dataclass(frozen=True, repr=False)
class Events(Happenings[Report]):
    """Reports: what single articles tell, each event with its article and words, as persons corrected it."""

    @property
    def unit(self) -> Unit:
        """What is counted."""
        return "events"

    def __iter__(self) -> Iterator[Report]:
        with self.kept.reading() as register:
            yield from register.reports(self.wanted)

    def __len__(self) -> int:
        with self.kept.reading() as register:
            return cut_length(register.count_events(self.wanted), self.wanted)

    def table(self) -> Table:
        """Return the events with their typed columns, one row each."""
        with self.kept.reading() as register:
            entry_of: Mapping[str, str] = register.clusters.cluster_of
        return event_table(Reported(report, entry_of.get(report.event.id, report.event.id)) for report in self)

    def _rows(self) -> tuple[str, tuple[str, ...], list[tuple[str, ...]]]:
        head = tuple("publisher" if name == "sources" else name for name in EVENT_HEAD)
        return title_of(len(self), "event", "events"), head, [report_cells(r) for r in islice(self, SHOWN)]


@dataclass(frozen=True, repr=False)
class Statements(Answer[StatementReport]):
    """Who said what, each statement with its article.

    Attributes:
        wanted: Which statements.
    """

    wanted: StatementFilter

    def __iter__(self) -> Iterator[StatementReport]:
        with self.kept.reading() as register:
            yield from stream_statements(register.view, self.wanted)

    def __len__(self) -> int:
        with self.kept.reading() as register:
            return cut_length(register.view.count(self.wanted), self.wanted)

    def table(self) -> Table:
        """Return the statements with their typed columns, one row each."""
        return statement_table(self)

    def _rows(self) -> tuple[str, tuple[str, ...], list[tuple[str, ...]]]:
        rows = [statement_cells(report) for report in islice(self, SHOWN)]
        return title_of(len(self), "statement", "statements"), STATEMENT_HEAD, rows


def cut_length(count: int, wanted: EventFilter | StatementFilter) -> int:
    """Return how many of a number of items a filter's limit and offset leave."""
    left = max(0, count - wanted.offset)
    return left if wanted.limit is None else min(left, wanted.limit)


def title_of(count: int, noun: str, several: str) -> str:
    """Return how many there are, and how many of them are shown."""
    more = f", the first {SHOWN} shown" if count > SHOWN else ""
    return f"{count:,} {noun if count == 1 else several}{more}"
