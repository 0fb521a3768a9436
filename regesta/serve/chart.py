"""Charts as plain geometry, which a template writes as SVG: bars with axes, and a line over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from regesta.serve.axis import Mark, count_marks, spread_marks, top_of
from regesta.serve.wording import intensity_text

WIDTH, HEIGHT = 720, 240
LEFT, RIGHT, TOP, BOTTOM = 52, 10, 32, 58  # a phone shows the words twice as large
LINE_RIGHT = 52  # room for the second axis
MOST_LABELS = 10
INTENSITY = 10  # the scale of intensity reaches from -10 to +10


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one bar stacks.

    Attributes:
        name: Class of the part: "quad-1", "happened".
        count: How many.
    """

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One bar as it is asked for.

    Attributes:
        label: What stands below it.
        tip: What a reader learns who points at it.
        url: Where it leads; "" for nowhere.
        parts: From the bottom up.
        value: The value of the line here; None where the line breaks.
    """

    label: str
    tip: str
    url: str = ""
    parts: tuple[Part, ...] = ()
    value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Axes:
    """What the axes of a chart say.

    Attributes:
        title: What the chart shows, for those who cannot see it, and in a file of its own.
        across: What the bars are, with the unit.
        up: What is counted.
        line: What the line is, with its unit; None for no line.
        key: Class and words of each part, in order.
    """

    title: str
    across: str
    up: str
    line: str | None = None
    key: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A rectangle of a bar."""

    name: str
    y: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar as it is drawn."""

    x: float
    width: float
    column: Column
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the line."""

    x: float
    y: float
    tip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart as it is drawn.

    Attributes:
        axes: What its axes say.
        bars: From left to right.
        slot: Width of a bar with the gap beside it.
        across: Marks below.
        up: Marks on the left.
        second: Marks on the right; () without a line.
        points: Points of the line.
        strokes: Pairs of neighbouring points to join.
        right: Where the plot ends on the right.
        note: What is left out; "" for nothing.
    """

    axes: Axes
    bars: tuple[Bar, ...]
    slot: float
    across: tuple[Mark, ...]
    up: tuple[Mark, ...]
    second: tuple[Mark, ...]
    points: tuple[Point, ...]
    strokes: tuple[tuple[Point, Point], ...]
    right: float
    note: str

    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM

    @property
    def columns(self) -> tuple[Column, ...]:
        """What the bars stand for, for the table behind the chart."""
        return tuple(bar.column for bar in self.bars)


def draw(columns: Sequence[Column], axes: Axes, note: str = "") -> Chart:
    """Draw bars, with a line over them when the axes name one.

    Args:
        columns: From left to right, at least one.
        axes: What the axes say.
        note: What is left out.
    """
    right = WIDTH - (LINE_RIGHT if axes.line else RIGHT)
    slot = (right - LEFT) / len(columns)
    most = max(max(sum(part.count for part in column.parts) for column in columns), 1)
    centres = [round(LEFT + slot * (index + 0.5), 1) for index in range(len(columns))]
    drawn = zip(centres, columns, strict=True)
    points = [Point(x, line_y(c.value), c.tip) if c.value is not None else None for x, c in drawn]
    return Chart(
        axes=axes,
        bars=tuple(draw_bar(index, column, slot, top_of(most)) for index, column in enumerate(columns)),
        slot=round(slot, 2),
        across=spread_marks([column.label for column in columns], centres, MOST_LABELS),
        up=count_marks(most, HEIGHT - BOTTOM, HEIGHT - BOTTOM - TOP),
        second=tuple(Mark(line_y(n), intensity_text(n, 0)) for n in (-10, -5, 0, 5, 10)) if axes.line else (),
        points=tuple(point for point in points if point) if axes.line else (),
        strokes=tuple((a, b) for a, b in pairwise(points) if a and b) if axes.line else (),
        right=right,
        note=note,
    )


def line_y(value: float) -> float:
    """Return how far from the top a value of the line stands."""
    middle, half = (TOP + HEIGHT - BOTTOM) / 2, (HEIGHT - BOTTOM - TOP) / 2
    return round(middle - half * value / INTENSITY, 1)


def draw_bar(index: int, column: Column, slot: float, top: int) -> Bar:
    """Draw one bar; `top` is the count that fills the height."""
    width = min(slot * 0.8, 40)
    blocks, y = [], float(HEIGHT - BOTTOM)
    for part in column.parts:
        if part.count:
            height = round((HEIGHT - BOTTOM - TOP) * part.count / top, 2)
            y = round(y - height, 2)
            blocks.append(Block(name=part.name, y=y, height=height))
    x = LEFT + slot * index + (slot - width) / 2
    return Bar(x=round(x, 2), width=round(width, 2), column=column, blocks=tuple(blocks))
