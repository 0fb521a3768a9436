"""Tallies: how many events share some values, and how many articles appeared on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from math import fsum
from typing import Literal, NamedTuple

from regesta.store.outlines import EventOutline

Facet = Literal["start", "end", "type", "mode", "quad", "status", "publisher", "place", "actors", "recipients"]
"""What events can be told apart by: fields of `EventOutline`; "place" is the name of the place."""


class Tally(NamedTuple):
    """How many events share some values.

    Attributes:
        values: One for each facet asked for.
        events: How many events have them.
        intensity: Sum of their intensities.
    """

    values: tuple[object, ...]
    events: int
    intensity: float


class ArticlesOnDay(NamedTuple):
    """How many articles a publisher has on one day.

    Attributes:
        day: Day of publication, UTC; None for articles without one.
        publisher: The publisher; None when unknown.
        articles: How many.
    """

    day: date | None
    publisher: str | None
    articles: int


def tally_outlines(outlines: Iterable[EventOutline], by: tuple[Facet, ...]) -> Iterator[Tally]:
    """Tally events in outline, in no order."""
    found: dict[tuple[object, ...], list[float]] = {}
    for outline in outlines:
        found.setdefault(tuple(facet_of(outline, facet) for facet in by), []).append(outline.intensity)
    return (Tally(values, len(intensities), fsum(intensities)) for values, intensities in found.items())


def facet_of(outline: EventOutline, facet: Facet) -> object:
    """Return what an event has in a facet."""
    if facet == "place":
        return outline.place.name if outline.place else None
    return getattr(outline, facet)
