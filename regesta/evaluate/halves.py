"""Halves of the gold happenings: one to fit weights on, one to tell how they do on others."""

from collections.abc import Iterable

from regesta.evaluate.align import Json
from regesta.evaluate.held_out import fold

FITTED_HALF = 0  # the half that `training/happenings.py` learns from


def halves(happenings: Iterable[Json]) -> dict[str, int]:
    """Return which half each happening is in, 0 or 1, by its id and the id that `same_as` gives it.

    What is near another happening, or the same, goes with it: near-misses are what both halves must be tested by.
    """
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            name = parent[name]
        return name

    for happening in happenings:
        for other in (happening["id"], happening.get("same_as"), *happening.get("near", ())):
            if other:
                low, high = sorted((root(happening["id"]), root(other)))
                parent[high] = low
    return {name: fold(root(name), 2) for name in parent}
