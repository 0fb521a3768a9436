"""Chooses among the places a name may denote, all names of an article together."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from regesta.model.entity import kilometres
from regesta.resolve.names.forms import fold
from regesta.resolve.toponyms.gazetteer import Gazetteer, PlaceKind, Toponym

NEAR_KM = 150.0
ROUNDS = 2  # further rounds change nothing on the development half
LARGE_TOWN = 300_000  # people; its name is not that of a small town that now is called otherwise
REGION_SUFFIXES = (" county", " province", " oblast", " parish", " district")


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for a place; one unit is a tenfold difference in population.

    Swept by coordinate descent on the even articles of LGL and GeoWebNews, checked on the odd ones.

    Attributes:
        country: It is a state.
        area: It is one of our own areas.
        town: It is a town.
        district: It is a district.
        other_name: The name is not its first one in the gazetteer.
        named_country: Its country is named in the article.
        named_region: A region it lies in is named in the article.
        beside_region: A region or country it lies in stands next to it: "Alexandria, Louisiana".
        wanted_kind: The name says of which kind it is: "Kherson region", "Laurel County".
        capital: It is the capital of a state.
        capital_of_named: It is the capital of a state that the article names.
        near: Other places of the article lie around it.
        contains: Other places of the article lie in it.
    """

    country: float = 8.5
    area: float = 9.0
    town: float = 1.7
    district: float = -0.5
    other_name: float = -2.0
    named_country: float = 2.2
    named_region: float = 5.0
    beside_region: float = 8.0
    wanted_kind: float = 4.0
    capital: float = 1.0
    capital_of_named: float = 2.0
    near: float = 5.0
    contains: float = 2.0


WEIGHTS = Weights()
PLACES_KEPT = 16_384  # an article weighs some thirty places, each several times


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an article with what it may denote.

    Attributes:
        key: Folded name.
        candidates: What it may denote.
        kinds: Kinds the wording asks for; empty when it asks for none.
        beside: Folded names and codes of states that stand right after it, behind a comma or "in".
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
        states: ISO codes of the states it calls by their names.
        peoples: ISO codes of the states whose people it names, or which it names in a row with another.
    """

    countries: frozenset[str]
    names: frozenset[str]
    capitals: frozenset[tuple[str, str]]
    states: frozenset[str]
    peoples: frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place with what the gazetteer says about where it lies and how well it fits by itself.

    Attributes:
        place: The place.
        regions: GeoNames ids of the regions it lies in.
        fit: How well it fits its name and article.
        is_capital: Whether it is the capital of a state: "Washington" says nothing about where a story plays.
    """

    place: Toponym
    regions: frozenset[int]
    fit: float
    is_capital: bool


def choose(names: Iterable[Name], context: Context, gazetteer: Gazetteer) -> dict[str, tuple[Toponym, float]]:
    """Return the place of each name with a confidence from 0 to 1; one sense per name.

    Population speaks for a place, and so do countries and regions the article names. Further rounds add that the
    places of one article lie near each other or in one another.
    """
    candidates = {
        name.key: [weigh(place, name, context, gazetteer) for place in without_namesakes(name, context, gazetteer)]
        for name in names
        if name.candidates
    }
    chosen = {key: best([(c, c.fit) for c in found])[0] for key, found in candidates.items()}
    ranked = {key: (candidate, 0.0) for key, candidate in chosen.items()}
    for _ in range(ROUNDS):
        others = [candidate for candidate, _ in ranked.values()]
        ranked = {
            key: best([(c, c.fit + support(c, [o for o in others if o is not ranked[key][0]])) for c in found])
            for key, found in candidates.items()
        }
    return {key: (candidate.place, sureness) for key, (candidate, sureness) in ranked.items()}


def without_namesakes(name: Name, context: Context, gazetteer: Gazetteer) -> list[Toponym]:
    """Return what a name may denote without towns that nobody means by it alone, but with their region beside it.

    A capital or a large town leaves its name to no small town that now is called otherwise: "Jerusalem" once was the
    name of Funkstown.
    """
    towns = [place for place in name.candidates if place.kind == "town"]
    is_known = any(t.population >= LARGE_TOWN or (name.key, t.iso3) in context.capitals for t in towns)
    state = next((place.iso3 for place in name.candidates if place.kind == "country"), None)

    def is_namesake(place: Toponym) -> bool:
        own = fold(place.name)
        is_renamed = name.key not in own and own not in name.key and place.population < LARGE_TOWN
        return (is_known and is_renamed) or (state is not None and is_abroad(state, place, context))

    return [
        place
        for place in name.candidates
        if place.kind != "town" or not is_namesake(place) or is_beside(place, name, gazetteer)
    ]


def is_abroad(state: str, town: Toponym, context: Context) -> bool:
    """Tell whether an article is about states, so that what one is called is no town: it names its people or a third.

    Local news of "Lebanon" in Ohio names neither the Lebanese nor Israel.
    """
    return state in context.peoples or not (context.states | context.peoples) <= {state, town.iso3}


def is_beside(place: Toponym, name: Name, gazetteer: Gazetteer) -> bool:
    """Tell whether a region or the state that a place lies in stands right after its name."""
    return bool(keys_around(place, gazetteer) & name.beside) or place.iso3 in name.beside


@lru_cache(maxsize=PLACES_KEPT)
def keys_around(place: Toponym, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the keys of the regions that a place lies in."""
    return frozenset(key for region in gazetteer.regions(place) for key in region_keys(region.name))


def best(pairs: list[tuple[Candidate, float]]) -> tuple[Candidate, float]:
    """Return the candidate with the highest score and, from the distance to the next, how sure the choice is."""
    ranked = sorted(pairs, key=lambda pair: -pair[1])
    if len(ranked) == 1:
        return ranked[0][0], 0.95
    return ranked[0][0], round(1 / (1 + math.exp(ranked[1][1] - ranked[0][1])), 4)


def weigh(place: Toponym, name: Name, context: Context, gazetteer: Gazetteer) -> Candidate:
    """Return a place with how well it fits its name and article, without regard to the other places."""
    regions = gazetteer.regions(place)
    around = keys_around(place, gazetteer)
    score = math.log10(place.population + 10) + kind_weight(place.kind)
    score += WEIGHTS.named_country * (place.iso3 in context.countries and place.kind != "country")
    score += WEIGHTS.named_region * bool(around & (context.names - {name.key}))
    score += WEIGHTS.beside_region * is_beside(place, name, gazetteer)
    score += WEIGHTS.other_name * (place.kind == "town" and fold(place.name) != name.key)
    score += WEIGHTS.wanted_kind * (place.kind in name.kinds)
    is_capital = place.kind == "town" and (name.key, place.iso3) in context.capitals
    is_capital = place.kind == "town" and (name.key, place.iso3) in context.capitals
    score += WEIGHTS.capital * is_capital
    score += WEIGHTS.capital_of_named * (is_capital and place.iso3 in context.states | context.peoples)
    return Candidate(place, frozenset(region.geonameid or 0 for region in regions), score, is_capital)


def kind_weight(kind: PlaceKind) -> float:
    """Return what the kind of a place says for it."""
    return {
        "country": WEIGHTS.country, "area": WEIGHTS.area, "town": WEIGHTS.town, "district": WEIGHTS.district,
        "province": 0.0,
    }[kind]  # fmt: skip


def region_keys(name: str) -> set[str]:
    """Return the keys a region may be named by: with and without the word for its kind."""
    key = fold(name)
    return {key, *(key.removesuffix(suffix) for suffix in REGION_SUFFIXES)}


def support(candidate: Candidate, others: list[Candidate]) -> float:
    """Return what the other places of the article say for a candidate."""
    place = candidate.place
    if place.kind == "area":
        return 0.0
    if place.kind == "country":
        inside = sum(other.place.iso3 == place.iso3 for other in others)
        return WEIGHTS.contains * (1 - math.exp(-inside))
    around = [o.place for o in others if o.place.kind in {"town", "district"} and not o.is_capital]
    if place.kind == "province":
        inside = sum(place.geonameid in other.regions for other in others)
        return WEIGHTS.contains * (1 - math.exp(-inside))
    near = sum(math.exp(-kilometres((place.lat, place.lon), (other.lat, other.lon)) / NEAR_KM) for other in around)
    return WEIGHTS.near * (1 - math.exp(-near))
