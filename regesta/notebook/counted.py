"""Counts and timelines as answers: typed rows, data frames, a table to look at."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields, replace
from datetime import date

from regesta.export.files.table_text import row_texts
from regesta.notebook.frames import Tabular
from regesta.notebook.showing import as_html, as_text
from regesta.ontology.event_types import QUADS
from regesta.query.counts.count_table import PERIOD_COLUMNS, Counts, LeftOut
from regesta.query.table import Cells, Column, Table


@dataclass(frozen=True, slots=True, repr=False)
class CountTable(Tabular):
    """Counts with coverage; iterating gives the rows.

    Attributes:
        counts: What was asked and what is left out; its table can be read as often as you like.
    """

    counts: Counts

    @property
    def left_out(self) -> LeftOut:
        """How many are left out, by reason."""
        return self.counts.left_out

    def table(self) -> Table:
        """Return the rows with their typed columns."""
        return self.counts.table

    def __iter__(self) -> Iterator[Cells]:
        return iter(self.counts.table.rows)

    def __len__(self) -> int:
        return len(list(self.counts.table.rows))

    def __repr__(self) -> str:
        """Return the rows for a terminal."""
        table = self.table()
        return as_text(f"<counts of {self.counts.query.unit}>", table.names, map(row_texts, table.rows))

    def _repr_html_(self) -> str:
        """Return the rows for a notebook."""
        table = self.table()
        return as_html(f"counts of {self.counts.query.unit}", table.names, map(row_texts, table.rows))


@dataclass(frozen=True, slots=True)
class TimelinePeriod:
    """What happened in one period.

    Attributes:
        period: "2022-12-19", "2022-W51", "2022-12" or "2022".
        start: First day.
        end: Last day, included.
        count: How many; None when nothing was read and nothing is known.
        verbal_cooperation: Those of quad class 1; None likewise, and so the next three.
        material_cooperation: Quad class 2.
        verbal_conflict: Quad class 3.
        material_conflict: Quad class 4.
        intensity: Mean intensity, -10 to +10; None without any.
        articles: Coverage: articles of the register that appeared in it.
    """

    period: str
    start: date
    end: date
    count: int | None
    verbal_cooperation: int | None
    material_cooperation: int | None
    verbal_conflict: int | None
    material_conflict: int | None
    intensity: float | None
    articles: int


TIMELINE_COLUMNS = (
    *PERIOD_COLUMNS,
    Column("count", "integer", "How many; null when nothing was read and nothing is known."),
    *(Column(name.replace(" ", "_"), "integer", f"Those of quad class {quad}.") for quad, name in enumerate(QUADS, 1)),
    Column("intensity", "number", "Mean intensity, -10 to +10; null without any."),
    Column("articles", "integer", "Coverage: articles of the register that appeared in the period."),
)


@dataclass(frozen=True, slots=True, repr=False)
class Timeline(Tabular):
    """The course of events, period by period; iterating gives `TimelinePeriod`.

    Attributes:
        unit: What is counted: entries or events.
        periods: From the first to the last, those without anything included.
    """

    unit: str
    periods: tuple[TimelinePeriod, ...]

    def table(self) -> Table:
        """Return the periods with their typed columns."""
        return Table("periods", TIMELINE_COLUMNS, map(astuple, self.periods))

    def __iter__(self) -> Iterator[TimelinePeriod]:
        return iter(self.periods)

    def __len__(self) -> int:
        return len(self.periods)

    def __repr__(self) -> str:
        """Return the periods for a terminal."""
        return as_text(f"<timeline of {self.unit}>", *self._shown())

    def _repr_html_(self) -> str:
        """Return the periods for a notebook."""
        return as_html(f"timeline of {self.unit}", *self._shown())

    def _shown(self) -> tuple[list[str], list[list[str]]]:
        return [f.name for f in fields(TimelinePeriod)], [row_texts(astuple(period)) for period in self.periods]


def to_keep(counts: Counts) -> CountTable:
    """Return counts whose rows can be read again."""
    return CountTable(replace(counts, table=replace(counts.table, rows=tuple(counts.table.rows))))


def timeline_of(everything: Counts, by_quad: Counts) -> Timeline:
    """Return the timeline of counts without groups and by quad class."""
    quads: dict[str, list[int]] = {}
    for period, _, _, quad, _, count, _, _ in by_quad.table.rows:
        if isinstance(quad, int) and isinstance(count, int):
            quads.setdefault(str(period), [0, 0, 0, 0])[quad - 1] = count
    return Timeline(everything.query.unit, tuple(make_period(row, quads) for row in everything.table.rows))


def make_period(row: Cells, quads: dict[str, list[int]]) -> TimelinePeriod:
    """Return a period from a row of counts without groups."""
    period, start, end, _, count, intensity, articles = row
    assert isinstance(start, date)
    assert isinstance(end, date)
    assert isinstance(articles, int)
    if not isinstance(count, int) or not isinstance(intensity, float | int):
        return TimelinePeriod(str(period), start, end, None, None, None, None, None, None, articles)
    mean = round(intensity / count, 6) if count else None
    one, two, three, four = quads.get(str(period), [0, 0, 0, 0])
    return TimelinePeriod(str(period), start, end, count, one, two, three, four, mean, articles)
