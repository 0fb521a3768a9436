"""Where things happen: entries counted by place."""

from dataclasses import dataclass

import numpy as np

from regesta.model.entity import Place
from regesta.query.clusters.columns import Matched
from regesta.query.counts.timeline import QUAD


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place and what happened there.

    Attributes:
        place: The place.
        entries: Happenings there.
        by_quad: Those of quad class 1, 2, 3 and 4.
    """

    place: Place
    entries: int
    by_quad: tuple[int, int, int, int]


def count_places(clusters: Matched) -> list[PlaceCount]:
    """Count happenings by place, most first; those without a place are left out.

    A place is one by its GeoNames id, else by its name, state and precision; it is called by the first of its names in
    order of the alphabet.
    """
    at = clusters.flat("place", lambda cluster: [cluster.best.place] if cluster.best.place else [])
    quads = clusters.of_clusters(*QUAD)[at.owner]
    codes, firsts, place_of = np.unique(at.code, return_index=True, return_inverse=True)
    by_quad = [np.bincount(place_of[quads == quad], minlength=len(codes)).tolist() for quad in (1, 2, 3, 4)]
    found: dict[tuple[object, ...], list[int]] = {}
    for number in np.argsort(firsts).tolist():
        found.setdefault(key_of(at.values[codes[number]]), []).append(number)
    counts = []
    for numbers in found.values():
        place = min((at.values[codes[number]] for number in numbers), key=lambda place: place.name)
        first, second, third, fourth = (sum(counted[number] for number in numbers) for counted in by_quad)
        counts.append(PlaceCount(place, first + second + third + fourth, (first, second, third, fourth)))
    return sorted(counts, key=lambda count: (-count.entries, count.place.name, count.place.iso3 or ""))


def key_of(place: Place) -> tuple[object, ...]:
    """Return what makes a place one."""
    return (place.geonameid,) if place.geonameid else (place.name, place.iso3, place.precision)
