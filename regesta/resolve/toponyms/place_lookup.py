"""Looks place names up among states and places, with and without words for their kind or part."""

import re
from dataclasses import dataclass

from regesta.resolve.names.forms import fold
from regesta.resolve.states.states import States
from regesta.resolve.toponyms.gazetteer import Gazetteer, PlaceKind, Toponym, country_toponym

DIRECTION = r"(?:(?:north|south|east|west|central)(?:ern)?|(?:north|south)(?:east|west)(?:ern)?)"
DIRECTIONS = re.compile(
    rf"^(?:{DIRECTION}|upper|lower|greater|downtown"
    r"|mainland|inner|outer|city of|town of|village of|state of|province of|port of|republic of|embassy of the)[\s-]+",
    re.IGNORECASE,
)
KIND_WORDS: tuple[tuple[re.Pattern[str], frozenset[PlaceKind]], ...] = (
    (re.compile(r"\s+(?:county|parish|district|raion|rayon|municipality|township)$", re.I), frozenset({"district"})),
    (
        re.compile(r"\s+(?:province|region|oblast|krai|governorate|state|prefecture|department|republic)$", re.I),
        frozenset({"province", "area"}),
    ),
    (
        re.compile(r"\s+(?:city|town|village|suburb|port|area|airport|university|border|valley)$", re.I),
        frozenset({"town"}),
    ),
)


# Words of the calendar and of other names that villages somewhere in the world are called by.
CALENDAR = frozenset(
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "spring", "summer",
        "autumn", "fall", "winter", "christmas", "ramadan", "passover",
    }
)  # fmt: skip
GENERIC = CALENDAR | frozenset(
    {
        "university", "metro", "north", "south", "east", "west", "central", "republic", "state", "institute", "college",
        "city", "center", "centre", "park", "union", "bank", "school", "church", "district", "valley", "lake", "river",
        "street", "avenue", "road", "mount", "saint", "national", "international", "united", "western", "eastern",
        "northern", "southern", "general", "young", "social", "free", "liberty", "independence", "roman", "front",
        "airport", "hospital", "mine", "zoo", "time", "best", "power", "ocean", "common", "commonwealth", "federation",
        "confederation", "freedom", "olympic", "centenary", "region", "human", "christian", "temple", "frontier",
        "golden", "grand", "real", "pan", "canal", "island", "peninsula", "border", "harbor", "police", "force",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lookup:
    """Says which places a name may denote."""

    states: States
    gazetteer: Gazetteer

    def knows(self, name: str, people: int = 0) -> bool:
        """Tell whether a name denotes a state, people, region or a town of at least so many people."""
        if self.states.meaning(name):
            return True
        return any(place.kind != "town" or place.population >= people for place in self.gazetteer.find(name))

    def is_state(self, name: str) -> bool:
        """Tell whether a name denotes a state by its own name."""
        meaning = self.states.meaning(name)
        return meaning is not None and meaning.basis == "name"

    def whole(self, name: str) -> str:
        """Return the name of the state whose part a name denotes: "Lebanon" for "southern Lebanon"; else the name."""
        rest = DIRECTIONS.sub("", name)
        return rest if self.is_state(rest) and not self.is_state(name) else name

    def is_region(self, name: str) -> bool:
        """Tell whether a name denotes a state, a part of one, or a province and no capital."""
        if self.is_state(self.whole(name)):
            return True
        found = self.gazetteer.find(name)[:1]
        return self.states.meaning(name) is None and any(place.kind == "province" for place in found)

    def is_people(self, name: str) -> bool:
        """Tell whether a name denotes the people of a state."""
        meaning = self.states.meaning(name)
        return meaning is not None and meaning.basis == "demonym"

    def has_area(self, name: str) -> bool:
        """Tell whether a name denotes one of our own areas or its people, as "European" does."""
        return fold(name) in self.gazetteer.areas

    def is_abbreviation(self, name: str) -> bool:
        """Tell whether a name is that of a province written short, as "Ky." and "NL" are."""
        return name.replace(".", "").strip() in self.gazetteer.abbreviations

    def candidates(self, name: str) -> tuple[tuple[Toponym, ...], frozenset[PlaceKind]]:
        """Return the places a name may denote and the kinds its wording asks for.

        A word for its kind ("Kherson region") or part ("northern Iraq") is dropped when the name is unknown with it.
        """
        meaning = self.states.meaning(name)
        if meaning and meaning.basis == "demonym":
            return (country_toponym(self.states.by_iso3[meaning.iso3]),), frozenset()
        found = () if name.lower() in GENERIC else self.gazetteer.find(name)
        kinds: frozenset[PlaceKind] = frozenset()
        for pattern, wanted in KIND_WORDS:
            if pattern.search(name):
                kinds = wanted
                found = found or self.gazetteer.find(pattern.sub("", name))
        if meaning and meaning.basis == "name":
            bearers = [place for place in found if fold(place.name) == fold(name)]  # not "Arak" for Iraq
            found = (country_toponym(self.states.by_iso3[meaning.iso3]), *bearers)
        elif not found and DIRECTIONS.search(name):
            return self.candidates(DIRECTIONS.sub("", name))
        return found, kinds
