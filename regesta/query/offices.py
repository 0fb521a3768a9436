"""Who holds which office by the articles of a store: what they add up to, with citations, conflicts shown."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from regesta.model.office import OfficeHolding, OfficeSeen
from regesta.resolve.learning import learn
from regesta.resolve.names import fold, slug
from regesta.resolve.persons import known_as, offices_agree
from regesta.store.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFact:
    """A person's office as the articles of a store tell it.

    Attributes:
        holding: Person, office, state, days, support; under one spelling.
        entity: Id of the person in the register.
        spellings: Every spelling the articles have of the person, the one that stands for all first.
        sightings: Where articles tell it, the first one first.
        conflicts: Other states in which articles give an office to somebody of this name, with how many do.
    """

    holding: OfficeHolding
    entity: str
    spellings: tuple[str, ...]
    sightings: tuple[OfficeSeen, ...]
    conflicts: tuple[tuple[str, int], ...]


def office_facts(view: View, person: str | None = None, state: str | None = None) -> list[OfficeFact]:
    """List the offices that current articles tell, by person, state and time.

    Args:
        view: The store.
        person: Only persons with this in a spelling of the name; case and diacritics do not matter. None for all.
        state: Only offices of this state, by its code. None for all.
    """
    seen = view.offices_seen()
    holdings = learn(seen, "register")
    spellings = known_as(holdings)
    by_person: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for holding in holdings:
        by_person[spelling_of(holding, spellings), holding.iso3].add(holding.person)
    facts = (make_fact(h, seen, spelling_of(h, spellings), by_person, holdings) for h in holdings)
    wanted = fold(person or "")
    if person and not wanted:  # of punctuation alone, which stands in no name
        return []
    return [
        fact
        for fact in facts
        if state in {None, fact.holding.iso3} and any(wanted in fold(spelling) for spelling in fact.spellings)
    ]


def one_entity(view: View, entities: Collection[str]) -> dict[str, str]:
    """Return the entity that stands for all spellings of a person, by entity as coded, where articles tell it.

    A name is settled among the people of its state, so that only the offices of the states are read in which articles
    give one of these persons an office.

    Args:
        view: The store.
        entities: The persons asked about, by entity.
    """
    states = {iso3 for person, iso3 in view.persons_in_office() if f"person:{slug(person)}" in entities}
    found = entities_by_spelling(view.offices_seen(states=sorted(states))) if states else {}
    return {entity: found[entity] for entity in entities if entity in found}


def entities_by_spelling(seen: Iterable[OfficeSeen]) -> dict[str, str]:
    """Return the entity that stands for all spellings of a person, by entity as coded.

    An entity that is somebody else in another state is left out. Which run told of a person first is no matter here:
    what is compared by these entities has to come out the same in whatever order the articles arrived.

    Args:
        seen: Where articles give persons offices.
    """
    by_state: defaultdict[str, list[OfficeSeen]] = defaultdict(list)
    for sighting in seen:
        by_state[sighting.iso3].append(sighting)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for state, sightings in by_state.items():
        for entity, meant in spelled_in(state, sightings):
            found[entity].add(meant)
    return {entity: min(meant) for entity, meant in found.items() if len(meant) == 1}


def spelled_in(state: str, seen: list[OfficeSeen]) -> list[tuple[str, str]]:
    """Return every person of a state as coded, with the one that stands for all spellings, by entity.

    An article more changes what few states' articles tell, so that what was found of a state last is kept.
    """
    known = LATEST.get(state)
    if known is None or known[0] != seen:
        spellings = known_as(learn((replace(sighting, run=0) for sighting in seen), "register"))
        pairs = [(f"person:{slug(name)}", f"person:{slug(one)}") for (name, _), one in spellings.items()]
        known = LATEST[state] = seen, pairs
    return known[1]


LATEST: dict[str, tuple[list[OfficeSeen], list[tuple[str, str]]]] = {}
"""The sightings that `spelled_in` was asked about last, and what it found, by state."""


def spelling_of(holding: OfficeHolding, spellings: dict[tuple[str, str], str]) -> str:
    """Return the spelling that stands for the person of a holding."""
    return spellings.get((fold(holding.person), holding.iso3), holding.person)


def make_fact(
    holding: OfficeHolding,
    seen: list[OfficeSeen],
    spelling: str,
    by_person: dict[tuple[str, str], set[str]],
    holdings: list[OfficeHolding],
) -> OfficeFact:
    """Return a holding with its citations and conflicts."""
    name = fold(holding.person)
    told = (s for s in seen if (fold(s.person), s.iso3) == (name, holding.iso3))
    conflicts = {h.iso3: 0 for h in holdings if fold(h.person) == name and h.iso3 != holding.iso3}
    for other in holdings:
        if fold(other.person) == name and other.iso3 in conflicts:
            conflicts[other.iso3] += other.support
    return OfficeFact(
        holding=holding,
        entity=f"person:{slug(spelling)}",
        spellings=(spelling, *sorted(by_person[spelling, holding.iso3] - {spelling})),
        sightings=tuple(s for s in told if offices_agree(s.office, holding.office)),
        conflicts=tuple(sorted(conflicts.items())),
    )
