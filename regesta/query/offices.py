"""Who holds which office by the articles of a store: what they add up to, with citations, conflicts shown."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from regesta.errors import ConfigError
from regesta.model.entity import PERSON, STATELESS
from regesta.model.office import OfficeHolding, OfficeSeen
from regesta.query.told_offices import ToldOfState
from regesta.resolve.names.forms import fold, slug
from regesta.resolve.persons.learning import learn
from regesta.resolve.persons.persons import known_as, offices_agree
from regesta.resolve.states.states import country_code
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


def state_meant(state: str | None) -> str | None:
    """Return the code of a state a user names; None for none.

    Raises:
        ConfigError: There is no such state.
    """
    code = state if state is None or state in STATELESS else country_code(state)
    if state is not None and code is None:
        raise ConfigError(f"{state!r} is no state; write a code (BLR), a name (Belarus), IGO or NGO")
    return code


def one_entity(told: Mapping[str, ToldOfState], entities: Collection[str]) -> dict[str, str]:
    """Return the entity that stands for all spellings of a person, by entity as coded, where articles tell it.

    A name is settled among the people of its state, so that only the states are looked at in which articles give one of
    these persons an office.

    Args:
        told: What articles tell of offices, by state.
        entities: The persons asked about, by entity.
    """
    found = entities_by_spelling(state for state in told.values() if not state.entities.isdisjoint(entities))
    return {entity: found[entity] for entity in entities if entity in found}


def entities_by_spelling(told: Iterable[ToldOfState]) -> dict[str, str]:
    """Return the entity that stands for all spellings of a person, by entity as coded.

    An entity that is somebody else in another of the states is left out.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for state in told:
        for entity, meant in state.spelled:
            found[entity].add(meant)
    return {entity: min(meant) for entity, meant in found.items() if len(meant) == 1}


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
        entity=f"{PERSON}{slug(spelling)}",
        spellings=(spelling, *sorted(by_person[spelling, holding.iso3] - {spelling})),
        sightings=tuple(s for s in told if offices_agree(s.office, holding.office)),
        conflicts=tuple(sorted(conflicts.items())),
    )
