"""Chooses among the places a name may denote, all names of an article together."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regesta.resolve.gazetteer import Gazetteer, PlaceKind, Toponym
from regesta.resolve.names import fold

# Weights swept on LGL and GeoWebNews (evaluation/README.md); one unit is a tenfold difference in population.
NAMED_COUNTRY = 1.5  # its country is named in the article
NAMED_REGION = 2.0  # a region it lies in is named in the article
BESIDE_REGION = 6.0  # a region or country it lies in stands next to it: "Alexandria, Louisiana"
NEAR_OTHERS = 3.0  # other places of the article lie around it
NEAR_KM = 150.0
WANTED_KIND = 4.0  # the name says of which kind it is: "Kherson region", "Laurel County"
KIND_BONUS: Mapping[PlaceKind, float] = {"country": 3.0, "area": 5.0, "town": 1.2, "province": 0.0, "district": -1.0}
CAPITAL = 1.5
ROUNDS = 2
EARTH_DIAMETER_KM = 12_742


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an article with what it may denote.

    Attributes:
        key: Folded name.
        candidates: What it may denote.
        kinds: Kinds the wording asks for; empty when it asks for none.
        beside: Folded names that stand right after it, behind a comma.
    """

    key: str
    candidates: tuple[Toponym, ...]
    kinds: frozenset[PlaceKind] = frozenset()
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """What the article says about where it plays.

    Attributes:
        countries: ISO codes of the states it names.
        names: Folded names of all its places.
        capitals: Folded names of capitals with their state's code.
    """

    countries: frozenset[str]
    names: frozenset[str]
    capitals: frozenset[tuple[str, str]]


def choose(names: Iterable[Name], context: Context, gazetteer: Gazetteer) -> dict[str, tuple[Toponym, float]]:
    """Return the place of each name with a confidence from 0 to 1; one sense per name.

    Population speaks for a place, and so do countries and regions the article names. A second round adds that the
    places of one article lie near each other.
    """
    scored = {
        name.key: [(place, fit(place, name, context, gazetteer)) for place in name.candidates]
        for name in names
        if name.candidates
    }
    chosen = {key: best(pairs) for key, pairs in scored.items()}
    for _ in range(ROUNDS):
        chosen = {
            key: best([(place, score + NEAR_OTHERS * nearness(place, key, chosen)) for place, score in pairs])
            for key, pairs in scored.items()
        }
    return chosen


def best(pairs: list[tuple[Toponym, float]]) -> tuple[Toponym, float]:
    """Return the place with the highest score and, from the distance to the next, how sure the choice is."""
    ranked = sorted(pairs, key=lambda pair: -pair[1])
    if len(ranked) == 1:
        return ranked[0][0], 0.95
    return ranked[0][0], round(1 / (1 + math.exp(ranked[1][1] - ranked[0][1])), 4)


def fit(place: Toponym, name: Name, context: Context, gazetteer: Gazetteer) -> float:
    """Return how well a place fits its name and article, without regard to the other places."""
    around = {fold(short_region(region.name)) for region in gazetteer.regions(place)}
    around |= {fold(region.name) for region in gazetteer.regions(place)}
    score = math.log10(place.population + 10) + KIND_BONUS[place.kind]
    score += NAMED_COUNTRY * (place.iso3 in context.countries)
    score += NAMED_REGION * bool(around & context.names)
    score += BESIDE_REGION * (bool(around & name.beside) or place.iso3 in name.beside)
    score += WANTED_KIND * (place.kind in name.kinds)
    return score + CAPITAL * ((name.key, place.iso3) in context.capitals and place.kind == "town")


def short_region(name: str) -> str:
    """Return a region's name without the word for its kind: "Lamar" for "Lamar County"."""
    return name.removesuffix(" County").removesuffix(" Province").removesuffix(" Oblast").removesuffix(" Parish")


def nearness(place: Toponym, key: str, chosen: Mapping[str, tuple[Toponym, float]]) -> float:
    """Return from 0 to 1 how closely other towns and districts of the article lie around a place."""
    if place.kind in {"country", "area"}:
        return 0.0
    others = [
        other
        for other_key, (other, _) in chosen.items()
        if other_key != key and other.kind not in {"country", "area"} and other is not place
    ]
    near = sum(math.exp(-kilometres(place, other) / NEAR_KM) for other in others)
    return 1 - math.exp(-near)


def kilometres(left: Toponym, right: Toponym) -> float:
    """Return the great-circle distance between two places."""
    la, lo, lb, lp = map(math.radians, (left.lat, left.lon, right.lat, right.lon))
    half = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(half)))
