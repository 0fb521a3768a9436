"""Leaders known by name: whose they are and what they were when an article appeared."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from regesta.ontology.load import read_yaml
from regesta.resolve.names import fold
from regesta.resolve.organizations import find_organization
from regesta.resolve.phrase_parts import Phrase
from regesta.resolve.phrases import Reading, read_phrase
from regesta.resolve.states import DATA

# Another spelling of a full name is accepted from this similarity (0 to 100); shorter names are too alike.
SAME_SPELLING = 92
SHORTEST_RESPELLED = 12


@dataclass(frozen=True, slots=True)
class Leader:
    """One term of one leader.

    Attributes:
        name: Usual name.
        office: Office held, as a phrase.
        iso3: State, or "IGO".
        first: First year in office.
        last: Last year in office.
    """

    name: str
    office: str
    iso3: str
    first: int
    last: int

    def holds_office(self, year: int | None) -> bool:
        """Tell whether the leader was in office in a year, or may have been where it is unknown."""
        return year is None or self.first <= year <= self.last


@lru_cache(maxsize=1)
def load_leaders() -> Mapping[str, tuple[Leader, ...]]:
    """Return the leaders by every folded name they go by.

    Raises:
        OntologyError: `leaders.yaml` does not validate.
    """
    content = read_yaml(DATA / "leaders.yaml", dict[str, list[list[str | int]]])
    found: dict[str, tuple[Leader, ...]] = {}
    for iso3, rows in content.items():
        for name, office, first, last, *shorts in rows:
            leader = Leader(str(name), str(office), iso3, int(first), int(last))
            for written in (name, *shorts):
                key = fold(str(written))
                found[key] = (*found.get(key, ()), leader)
    return found


def find_leader(name: str, year: int | None) -> Leader | None:
    """Return the leader of a name; of several terms the one that fits the year, else the latest begun before it.

    Args:
        name: Name as written, without titles; other spellings of full names are understood.
        year: Year of publication; None when unknown.
    """
    leaders = load_leaders()
    key = fold(name)
    terms = leaders.get(key) or leaders.get(respelled(key)) or by_surname(key)
    if not terms:
        return None
    if year is None:
        return terms[0]
    return max(terms, key=lambda term: (term.holds_office(year), -abs(term.first - year)))


def by_surname(key: str) -> tuple[Leader, ...]:
    """Return the leader whose short name a folded name ends in, if the first names begin alike: "Valery Zaluzhny"."""
    first, _, last = key.partition(" ")
    terms = load_leaders().get(last.split(" ")[-1], ()) if last else ()
    return terms if terms and fold(terms[0].name)[:2] == first[:2] else ()


@lru_cache(maxsize=4096)
def respelled(key: str) -> str:
    """Return the known full name that a folded name is another spelling of; "" when there is none."""
    if len(key) < SHORTEST_RESPELLED or " " not in key:
        return ""
    match = process.extractOne(key, load_leaders().keys(), scorer=fuzz.ratio, score_cutoff=SAME_SPELLING)
    return match[0] if match and match[0][0] == key[0] else ""


def leader_reading(name: str, year: int | None) -> Reading | None:
    """Return what is known of a leader as a reading: the office only when held in that year; None for strangers."""
    leader = find_leader(name, year)
    if leader is None:
        return None
    sector, office = ("IGO", leader.office) if leader.iso3 == "IGO" else (office_sector(leader.office), leader.office)
    if not leader.holds_office(year):
        sector, office = "ELI", ""
    return Reading(leader.iso3, sector, office or None, basis="leader", person=leader.name)


@lru_cache(maxsize=512)
def office_sector(office: str) -> str:
    """Return the sector of an office; the government's unless its words say otherwise."""
    words = tuple(office.split())
    organization = find_organization(words[0])
    if organization is not None:
        return organization.sector
    return read_phrase(Phrase(words, tuple(word.lower() for word in words))).sector or "GOV"
