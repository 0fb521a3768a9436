"""Where things happen: entries counted by place."""

from collections.abc import Iterable
from dataclasses import dataclass

from regesta.model.entity import Place
from regesta.query.clusters import Cluster


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


def count_places(clusters: Iterable[Cluster]) -> list[PlaceCount]:
    """Count happenings by place, most first; those without a place are left out.

    A place is one by its GeoNames id, else by its name, state and precision.
    """
    found: dict[tuple[object, ...], list[Cluster]] = {}
    for cluster in clusters:
        if place := cluster.best.place:
            key = (place.geonameid,) if place.geonameid else (place.name, place.iso3, place.precision)
            found.setdefault(key, []).append(cluster)
    counts = [count for count in map(count_place, found.values()) if count]
    return sorted(counts, key=lambda count: (-count.entries, count.place.name, count.place.iso3 or ""))


def count_place(clusters: list[Cluster]) -> PlaceCount | None:
    """Return the count of happenings that are all at one place."""
    places = [cluster.best.place for cluster in clusters if cluster.best.place]
    quads = [cluster.best.quad for cluster in clusters]
    by_quad = (quads.count(1), quads.count(2), quads.count(3), quads.count(4))
    return PlaceCount(min(places, key=lambda place: place.name), len(clusters), by_quad) if places else None
