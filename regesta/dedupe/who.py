"""Weighs who takes part in two tellings: the same parties and people, parties only named, and turned roles."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from regesta.dedupe.block import name_keys, party_key
from regesta.dedupe.odds import Evidence
from regesta.dedupe.telling import Telling, is_person
from regesta.dedupe.words import NAME, beginnings
from regesta.model.entity import Actor
from regesta.model.event import Role

SAME_NAME = 82  # of 100: Zelenski and Zelensky score 88, Lukashenko and Lukaschenko 95, but Khrenin and Jrenin 77
ARTICLE = re.compile(r"^(?:al|el|an|as|ash)[-’']")
MANY = 2  # parties beside the first that both tell; more say no more
NAMED = 0.8  # a party that the other sentence names, beside 1 for one that it was coded with


def parties(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield how the parties of two tellings fit, in their roles."""
    ours = [(role, standing(role, right)) for role in left.parties]
    theirs = [(role, standing(role, left)) for role in right.parties]
    found = [there for _, there in ours + theirs]
    yield Evidence("parties_found", sum(found) / max(1, len(found)), agreement(found))
    if met := {party_key(role) for role, there in ours + theirs if there}:
        yield Evidence("several_found", min(MANY, len(met) - 1) / MANY)
    absent = [role for role, there in ours + theirs if not there]
    if absent:
        yield Evidence("absent", len(absent) / 2, f"only one of them names {listed(absent)}")
    if not all(there for _, there in ours) and not all(there for _, there in theirs):
        yield Evidence("other_parties", 1.0, "each names somebody whom the other does not")
        if any_state(role for role, there in ours if not there) and any_state(
            role for role, there in theirs if not there
        ):
            yield Evidence("other_states")
    if left.actors & right.actors:
        yield Evidence("same_actor", 1.0, "the same acts")
    elif left.actors and right.actors:
        turned = bool(left.actors & right.recipients and right.actors & left.recipients)
        yield (
            Evidence("turned", 1.0, "parties in turned roles") if turned else Evidence("other_actor", 1.0, "others act")
        )
    if left.recipients and right.recipients and not left.recipients & right.recipients:
        yield Evidence("other_recipient", 1.0, "done to others")


def any_state(roles: Iterable[Role]) -> bool:
    """Tell whether some party among these is of a known state."""
    return any(role.actor is not None and role.actor.iso3 not in {None, "IGO", "NGO"} for role in roles)


def agreement(found: Sequence[float]) -> str:
    """Return in words how well the parties are found in the other telling; "" when not well."""
    if not found or min(found) < NAMED:
        return ""
    return "same parties" if min(found) == 1.0 else "the words name the same parties"


def listed(roles: Sequence[Role]) -> str:
    """Return the names of parties, each once."""
    return ", ".join(dict.fromkeys(role.actor.name if role.actor else role.text for role in roles))


def standing(role: Role, other: Telling) -> float:
    """Return how a party stands in the other telling: 1 a party there too, 0 not even named."""
    if party_key(role) in other.actors | other.recipients:
        return 1.0
    if is_person(role) and role.actor and alike([role.actor], other.people):
        return 1.0
    if not beginnings_of(role).isdisjoint(other.names):
        return NAMED
    return NAMED if any(key in other.keys for key in name_keys(role) if key.startswith(NAME)) else 0.0


def beginnings_of(role: Role) -> frozenset[str]:
    """Return how the names begin by which a role is called."""
    return beginnings(f"{role.text} {role.actor.name if role.actor else ''}")


def people(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield whether the persons among the parties are the same, or others."""
    if not left.people or not right.people:
        return
    if shared := alike(left.people, right.people):
        yield Evidence("same_person", 1.0, f"both name {', '.join(dict.fromkeys(p.name for p in shared))}")
    else:
        others = f"{left.people[0].name} and {right.people[0].name}"
        yield Evidence("other_people", 1.0, f"they name different people, {others}")


def alike(ours: Sequence[Actor], theirs: Sequence[Actor]) -> list[Actor]:
    """Return those of our persons who may be one of theirs."""
    return [person for person in ours if any(same_person(person, other) for other in theirs)]


def same_person(left: Actor, right: Actor) -> bool:
    """Tell whether two persons can be one: one entity, or last words alike, allowing for transliteration and "al-"."""
    return left.entity == right.entity or fuzz.ratio(surname(left.name), surname(right.name)) >= SAME_NAME


def surname(name: str) -> str:
    """Return the last word of a name, in lower case and without an Arabic article."""
    return ARTICLE.sub("", name.split()[-1].lower())
