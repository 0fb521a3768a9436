"""States and what stands for them: names, peoples, capitals, seats of power, breakaway entities."""

import json
from dataclasses import dataclass as plain_dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic.dataclasses import dataclass

from regesta.ontology.event_types import STRICT
from regesta.ontology.load import read_yaml
from regesta.resolve.names.forms import fold, is_acronym
from regesta.resolve.states.former import Former, FormerState, load_former
from regesta.resolve.states.seats import Seats, load_seats
from regesta.shipped import read_shipped

DATA = Path(str(files("regesta.resolve") / "data"))
Basis = Literal["name", "demonym", "capital", "seat", "region", "people"]
PLURALS = (("men", "man"), ("women", "woman"), ("s", ""))


@dataclass(frozen=True, config=STRICT)
class StatePoint:
    """An entry of `states.yaml`: where a state lies, what its people are called, further names."""

    at: tuple[float, float]
    people: tuple[str, ...]
    names: tuple[str, ...] = ()


@plain_dataclass(frozen=True, slots=True)
class State:
    """A state or territory with a code of its own.

    Attributes:
        iso3: ISO 3166-1 alpha-3, or XKX.
        name: English short name.
        people: Its adjective, as in "Belgian army"; "" when it has none.
        geonameid: GeoNames id.
        lat: Degrees north of its reference point.
        lon: Degrees east.
    """

    iso3: str
    name: str
    people: str
    geonameid: int
    lat: float
    lon: float


@plain_dataclass(frozen=True, slots=True)
class Meaning:
    """What a name stands for in politics.

    Attributes:
        name: Name of the state, entity or organ.
        iso3: State it belongs to.
        sector: GOV unless it is an organ of its own or breaks away from its state (PRE).
        basis: How the name stands for it.
    """

    name: str
    iso3: str
    sector: str
    basis: Basis


@plain_dataclass(frozen=True, slots=True)
class Dated:
    """What a name stands for from one day to the day before another; nothing, for a city that is no capital then."""

    since: date
    until: date
    meaning: Meaning | None


@plain_dataclass(frozen=True)
class States:
    """Lookups over the states.

    Attributes:
        by_iso3: States by code.
        meanings: What a folded name stands for.
        acronyms: What initials stand for, by their capital letters.
        bodies: Name of an organisation that a seat stands for, by folded name of the seat.
        iso2: Alpha-3 codes by ISO 3166-1 alpha-2 code.
        former: States that are no more, by name.
        dated: What a folded name stands for on some days alone.
        small: The folded names that stand for a state in small letters too: "kyiv", "russians", not "turkey".
    """

    by_iso3: dict[str, State]
    meanings: dict[str, Meaning]
    acronyms: dict[str, Meaning]
    bodies: dict[str, str]
    iso2: dict[str, str]
    former: dict[str, FormerState]
    dated: dict[str, tuple[Dated, ...]]
    small: set[str]

    def meaning(self, name: str, day: date | None = None) -> Meaning | None:
        """Return what a written name stands for; None when for no state.

        A name that is a word too needs a capital letter ("turkey" is a bird, "polish" a verb), initials need all of
        them ("us"). Peoples may be in the plural: "Russians".

        Args:
            name: The name.
            day: Day on which it was written: in 1990 "Moscow" is the Soviet Union. None when unknown: then what it
                stands for now, or did last.
        """
        if not self.is_name(name):
            return None
        if (letters := capital_letters(name)) in self.acronyms:
            return self.acronyms[letters]
        key = fold(name.removesuffix("'s").removesuffix("’s"))
        for dated in self.dated.get(key, ()) if day else ():
            if day and dated.since <= day < dated.until:
                return dated.meaning
        return self.meanings.get(key) or self.people(key)

    def is_name(self, name: str) -> bool:
        """Tell whether letters are those of a name: one is a capital, or all are small and a state's: "new mexico"."""
        if name != name.lower():
            return True
        key = fold(name.removesuffix("'s").removesuffix("’s"))
        return not self.small.isdisjoint((key, *key.split()))

    def people(self, key: str) -> Meaning | None:
        """Return the state of a people named in the plural, by folded name."""
        for plural, singular in PLURALS:
            if key.endswith(plural):
                found = self.meanings.get(key.removesuffix(plural) + singular)
                if found is not None and found.basis in {"demonym", "region", "people"}:
                    return found
        return None


@lru_cache(maxsize=65536)
def capital_letters(name: str) -> str:
    """Return the letters of a name that is written in capitals alone; of another, nothing."""
    letters = "".join([c for c in name.removeprefix("the ") if c.isalnum()])
    return letters if letters.isupper() else ""


@lru_cache(maxsize=1)
def load_states() -> States:
    """Read `states.json`, `states.yaml`, `seats.yaml` and `former.yaml`.

    Raises:
        OntologyError: A file does not validate.
    """
    points = read_yaml(DATA / "states.yaml", dict[str, StatePoint])
    seats = load_seats()
    former = load_former()
    rows = json.loads(read_shipped(DATA / "states.json"))
    found = States(
        {}, {}, {}, {fold(seat): body for seat, body in seats.bodies.items()},
        {row["iso2"]: row["iso3"] for row in rows}, {state.name: state for state in former.states}, {}, set(),
    )  # fmt: skip
    for row in rows:
        point = points.get(row["iso3"])
        if point is not None:
            people = point.people[0] if point.people else ""
            found.by_iso3[row["iso3"]] = State(row["iso3"], row["name"], people, row["geonameid"], *point.at)
    add_names(found, points)
    add_former(found, former)
    add_seats(found, rows, seats)
    add_small(found, seats)
    add_other_names(
        found, rows, {*map(fold, seats.foreign_words)}
    )  # words of other languages: "inde", "cad"; in small letters they are anything
    return found


def add(states: States, written: str, meaning: Meaning) -> None:
    """Enter what a name stands for, unless an earlier entry has the name."""
    if is_acronym(written):
        states.acronyms.setdefault("".join(c for c in written if c.isalnum()), meaning)
    else:
        states.meanings.setdefault(fold(written), meaning)


def add_names(states: States, points: dict[str, StatePoint]) -> None:
    """Enter the names and peoples of all states by our own spellings."""
    for iso3, point in points.items():
        state = states.by_iso3[iso3]
        for name in (state.name, *point.names):
            add(states, name, Meaning(state.name, iso3, "GOV", "name"))
    for iso3, point in points.items():
        for name in point.people:
            add(states, name, Meaning(states.by_iso3[iso3].name, iso3, "GOV", "demonym"))


def add_former(states: States, former: Former) -> None:
    """Enter states that are no more, and what names stood for in their days."""
    dated: list[tuple[str, Dated]] = []
    for state in former.states:
        for name in (state.name, *state.names):
            add(states, name, Meaning(state.name, state.iso3, "GOV", "name"))
        for name in state.people:
            add(states, name, Meaning(state.name, state.iso3, "GOV", "demonym"))
        meaning = Meaning(state.name, state.iso3, "GOV", "capital")
        dated.extend((name, Dated(state.since or date.min, state.until, meaning)) for name in state.seats)
    for meant in former.meant:
        days, name = (meant.since or date.min, meant.until), states.by_iso3[meant.iso3].name
        dated.append((meant.name, Dated(*days, Meaning(name, meant.iso3, "GOV", "name"))))
        dated.extend((p, Dated(*days, Meaning(name, meant.iso3, "GOV", "demonym"))) for p in meant.people)
    dated.extend((city, Dated(until, date.max, None)) for city, until in former.capitals.items())
    for name, one in dated:
        states.dated[fold(name)] = (*states.dated.get(fold(name), ()), one)


def add_small(states: States, seats: Seats) -> None:
    """Enter which names stand for a state in small letters too, peoples in the plural among them."""
    names = {key for key, m in states.meanings.items() if m.basis not in {"seat", "people"}} - {*map(fold, seats.words)}
    states.small.update(names)
    for plural, singular in PLURALS:
        plurals = (key.removesuffix(singular) + plural for key in names if key.endswith(singular))
        states.small.update(key for key in plurals if states.people(key))


def add_other_names(states: States, rows: list[dict[str, str]], words: set[str]) -> None:
    """Enter the names of states by the spellings of other sources, without those that are English words."""
    for row in rows:
        for name in row["names"]:
            if row["iso3"] in states.by_iso3 and fold(name) not in words:
                add(states, name, Meaning(row["name"], row["iso3"], "GOV", "name"))


def add_seats(states: States, rows: list[dict[str, str]], seats: Seats) -> None:
    """Enter entities inside states, seats and capitals."""
    for entities, sector in ((seats.breakaway, "PRE"), (seats.regions, "GOV")):
        for entity in entities:
            for name in (entity.name, *entity.names):
                add(states, name, Meaning(entity.name, entity.iso3, sector, "region"))
    for iso3, names in seats.peoples.items():
        for name in names:
            add(states, name, Meaning(states.by_iso3[iso3].name, iso3, "CVL", "people"))
    for organ in seats.organs:
        add(states, organ.name, Meaning(organ.name, organ.iso3, organ.sector, "seat"))
    for iso3, names in seats.seats.items():
        for name in names:
            add(states, name, Meaning(states.by_iso3[iso3].name, iso3, "GOV", "seat"))
    capitals = [(row["iso3"], row["capital"]) for row in rows if row["capital"] and row["iso3"] in states.by_iso3]
    more = [(iso3, name) for iso3, names in seats.capitals.items() for name in names]
    for iso3, name in (*capitals, *more):
        if fold(name) not in states.bodies:
            add(states, name, Meaning(states.by_iso3[iso3].name, iso3, "GOV", "capital"))


def state_code(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-3 code a user means by a code, name, demonym or capital; None when none."""
    states = load_states()
    if name.upper() in states.by_iso3:
        return name.upper()
    meaning = states.meaning(name if any(c.isupper() for c in name) else name.title())
    return meaning.iso3 if meaning else None


def country_code(value: str) -> str | None:
    """Return the ISO 3166-1 alpha-3 code that data mean by a code of two or three letters or a name; None for none."""
    return load_states().iso2.get(value.upper()) or state_code(value)
