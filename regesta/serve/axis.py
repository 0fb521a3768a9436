"""Axes of charts: round numbers to mark, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

STEPS = (1, 2, 5)  # times a power of ten: numbers that are read at a glance
MOST_MARKS = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on an axis.

    Attributes:
        at: Where it stands, in units of the drawing.
        label: What it says.
        minor: Whether a narrow screen leaves it out.
    """

    at: float
    label: str
    minor: bool = False


def round_step(most: float) -> int:
    """Return the distance between marks on an axis of counts from 0 to at least `most`."""
    power = 1
    while True:
        for step in STEPS:
            if step * power * (MOST_MARKS - 1) >= most:
                return step * power
        power *= 10


def top_of(most: float) -> int:
    """Return the round number at which an axis of counts ends: the first multiple of its step from `most` on."""
    step = round_step(most)
    return max(step, -(-int(most) // step) * step)


def count_marks(most: float, bottom: float, height: float) -> tuple[Mark, ...]:
    """Return the marks of an upright axis of counts.

    Args:
        most: The largest count.
        bottom: Where 0 stands, from the top of the drawing.
        height: Length of the axis.
    """
    top, step = top_of(most), round_step(most)
    return tuple(Mark(round(bottom - height * n / top, 1), f"{n:,}") for n in range(0, top + 1, step))


def spread_marks(labels: Sequence[str], centres: Sequence[float], most: int) -> tuple[Mark, ...]:
    """Return marks for at most so many of the labels, evenly spread; every second is minor.

    Args:
        labels: One for each bar.
        centres: The middle of each bar.
        most: As many as a wide screen has room for.
    """
    every = -(-len(labels) // most)
    chosen = range(0, len(labels), every)
    return tuple(Mark(centres[index], labels[index], minor=order % 2 == 1) for order, index in enumerate(chosen))
