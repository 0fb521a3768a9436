"""What a mention denotes: a political actor, a place, or both readings of one name."""

import math
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

PlacePrecision = Literal["point", "city", "region", "country", "area"]
PERSON, STATE, BODY = "person:", "state:", "org:"  # how the id of an actor begins that has one
STATELESS = frozenset({"IGO", "NGO"})  # what stands in place of a state for bodies of none
EARTH_DIAMETER_KM = 12_742


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A resolved actor: a state, organ, person, organisation or group.

    Attributes:
        name: Fullest name found, or the country's English name.
        iso3: ISO 3166-1 alpha-3 of the state it belongs to; "IGO" or "NGO" for bodies of no state; None when unknown.
        sector: PLOVER sector code, or "IGO" / "NGO"; None when unknown.
        office: Office held, as written ("foreign minister"); None when the text names none.
        entity: Stable id of the actor in the register; None when only described ("protesters").
        confidence: 0 to 1, how sure the resolution is.
        basis: Short reason, e.g. "demonym", "capital", "coreference".
    """

    name: str
    iso3: str | None = None
    sector: str | None = None
    office: str | None = None
    entity: str | None = None
    confidence: float = 1.0
    basis: str = ""

    @property
    def state(self) -> str | None:
        """Code of the state it belongs to; None when it belongs to none, or nobody knows."""
        return None if self.iso3 in STATELESS else self.iso3

    @property
    def is_person(self) -> bool:
        """Whether it is a person of a name."""
        return (self.entity or "").startswith(PERSON)

    @property
    def surname(self) -> str | None:
        """The last word in the id of a person: "lukashenko" of "person:alexander-lukashenko"; None for others."""
        return self.entity.removeprefix(PERSON).rsplit("-", 1)[-1] if self.entity and self.is_person else None

    @property
    def is_state(self) -> bool:
        """Whether it is a state itself, not somebody of it."""
        return (self.entity or "").startswith(STATE)

    @property
    def is_body(self) -> bool:
        """Whether it is a body of a name: an organ, organisation or group."""
        return (self.entity or "").startswith(BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A resolved place.

    Attributes:
        name: Name in the gazetteer.
        iso3: ISO 3166-1 alpha-3 of the country it lies in; None for seas and regions of several states.
        geonameid: GeoNames id; None when the gazetteer has none.
        lat: Degrees north; None with `lon` when unknown.
        lon: Degrees east.
        precision: How exact the place is.
        confidence: 0 to 1.
    """

    name: str
    iso3: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = "city"
    confidence: float = 1.0


def kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Return the great-circle distance of two places, each given by latitude and longitude in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*left, *right))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(half)))


def dyads_among(states: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pairs of some sorted states as "BLR-RUS"."""
    return tuple("-".join(pair) for pair in combinations(states, 2))
