"""Weighs who takes part in two tellings: the same parties and people, parties only named, and turned roles."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from regesta.dedupe.described import descriptions
from regesta.dedupe.odds import Evidence
from regesta.dedupe.telling import Party, Telling
from regesta.model.entity import Actor
from regesta.ontology.event_types import is_mutual

SAME_NAME = 82  # of 100: Zelenski and Zelensky score 88, Lukashenko and Lukaschenko 95, but Khrenin and Jrenin 77
ARTICLE = re.compile(r"^(?:al|el|an|as|ash)[-’']")
MANY = 2  # parties beside the first that both tell; more say no more
BILATERAL = 2
NAMED = 0.8  # a party that the other sentence names, beside 1 for one that it was coded with


def parties(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield how the parties of two tellings fit, in their roles."""
    ours = [standing(party, right) for party in left.parties]
    theirs = [standing(party, left) for party in right.parties]
    found, both = ours + theirs, left.parties + right.parties
    yield Evidence("parties_found", sum(found) / max(1, len(found)), agreement(found))
    met = {party.key for party, there in zip(both, found, strict=True) if there}
    if met:
        yield Evidence("several_found", min(MANY, len(met) - 1) / MANY)
    if not all(found):
        absent = [party for party, there in zip(both, found, strict=True) if not there]
        yield Evidence("absent", len(absent) / 2, f"only one of them names {listed(absent)}")
        if not all(ours) and not all(theirs):
            yield Evidence("other_parties", 1.0, "each names somebody whom the other does not")
            if any_state(left.parties, ours) and any_state(right.parties, theirs):
                yield Evidence("other_states")
    yield from turns(left, right)


def any_state(parties: Sequence[Party], found: Sequence[float]) -> bool:
    """Tell whether some party that is not found in the other telling is of a known state."""
    return any([party.is_of_state and not there for party, there in zip(parties, found, strict=True)])


def turns(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield whether the same act, and to the same it is done; those who meet may be told from either side."""
    crossed = bool(left.actors & right.recipients and right.actors & left.recipients)
    if crossed and is_mutual(left.event.type) and is_mutual(right.event.type):
        yield Evidence("same_actor", 1.0, "told from both sides")
    elif left.actors & right.actors:
        yield Evidence("same_actor", 1.0, "the same acts")
    elif crossed:
        yield Evidence("turned", 1.0, "parties in turned roles")
    elif left.actors and right.actors:
        yield Evidence("other_actor", 1.0, "others act")
    if not crossed and left.recipients and right.recipients and not left.recipients & right.recipients:
        yield Evidence("other_recipient", 1.0, "done to others")


def agreement(found: Sequence[float]) -> str:
    """Return in words how well the parties are found in the other telling; "" when not well."""
    if not found or min(found) < NAMED:
        return ""
    return "same parties" if min(found) == 1.0 else "the words name the same parties"


def listed(parties: Sequence[Party]) -> str:
    """Return the names of parties, each once."""
    return ", ".join(dict.fromkeys(party.name for party in parties))


def standing(party: Party, other: Telling) -> float:
    """Return how a party stands in the other telling: 1 a party there too, 0 not even named."""
    if party.key in other.party_keys:
        return 1.0
    if party.person and other.people and alike([party.person], other.people):
        return 1.0
    if not party.beginnings.isdisjoint(other.names) or not other.keys.keys().isdisjoint(party.names):
        return NAMED
    return 0.0


def people(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield whether the persons among the parties are the same, or others."""
    if shared := alike(left.people, right.people):
        yield Evidence("same_person", 1.0, f"both name {', '.join(dict.fromkeys(p.name for p in shared))}")
        if others := other_persons(left, right):
            yield Evidence("other_people", 1.0, f"they name different people, {listed(others)}")
    elif not (left.people and right.people):
        if offices := sorted(left.offices & right.offices):
            yield Evidence("same_person", 1.0, f"both name the {offices[0][1]} ({offices[0][0]})")
    else:
        named = f"{left.people[0].name} and {right.people[0].name}"
        yield Evidence("other_people", 1.0, f"they name different people, {named}")


def other_persons(left: Telling, right: Telling) -> list[Party]:
    """Return a person of each telling whom the other does not name; none unless each has one."""
    ours, theirs = unnamed(left, right), unnamed(right, left)
    return [ours[0], theirs[0]] if ours and theirs else []


def unnamed(telling: Telling, other: Telling) -> list[Party]:
    """Return the persons among the parties whom the other telling does not name."""
    named = [party for party in telling.parties if party.person and not alike([party.person], other.people)]
    return [party for party in named if party.beginnings.isdisjoint(other.names)]


def other_guests(left: Telling, right: Telling) -> str:
    """Return in words that one person met two others of different states, so that there were two meetings; else ""."""
    if not (is_mutual(left.event.type) and is_mutual(right.event.type)):
        return ""
    if {len(left.people), len(left.parties), len(right.people), len(right.parties)} != {BILATERAL}:
        return ""
    others = other_persons(left, right)
    states = {party.person.state for party in others if party.person}
    if len(states) < BILATERAL or None in states:
        return ""
    return f"meetings with different people, {listed(others)}"


def groups(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield whether those who are only described are other people; of those who meet, any side may be told first."""
    if is_mutual(left.event.type) or is_mutual(right.event.type):
        return
    is_measure = left.event.type == right.event.type == "SANCTION"
    yield from descriptions(left.described_actors, right.described_actors, acts=True, bodies=False)
    yield from descriptions(left.described_recipients, right.described_recipients, acts=False, bodies=is_measure)


def of_one_person(left: Telling, right: Telling) -> bool:
    """Tell whether one person may take part in both, named in both or in one and told by an office in the other."""
    if left.people and right.people:
        return bool(alike(left.people, right.people))
    return not left.offices.isdisjoint(right.offices)


def alike(ours: Sequence[Actor], theirs: Sequence[Actor]) -> list[Actor]:
    """Return those of our persons who may be one of theirs."""
    return [person for person in ours if any(same_person(person, other) for other in theirs)]


def same_person(left: Actor, right: Actor) -> bool:
    """Tell whether two persons can be one: one entity, or last words alike, allowing for transliteration and "al-"."""
    return left.entity == right.entity or fuzz.ratio(surname(left.name), surname(right.name)) >= SAME_NAME


@lru_cache(maxsize=50_000)
def surname(name: str) -> str:
    """Return the last word of a name, in lower case and without an Arabic article."""
    return ARTICLE.sub("", name.split()[-1].lower())
