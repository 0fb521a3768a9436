"""Tells whether a party of an event is the one that a claim or a matter names."""

from collections.abc import Collection, Iterable

from regesta.model.entity import PERSON, Actor
from regesta.model.event import Role
from regesta.store.words import folded_words

ARTICLES = frozenset({"the", "a", "an"})


def every_named(wanted: Iterable[Role], told: Iterable[Role]) -> bool:
    """Tell whether each of some parties is among others."""
    among = list(told)
    return all(any(is_same(role, other) for other in among) for role in wanted)


def is_same(wanted: Role, told: Role) -> bool:
    """Tell whether one role is filled by whom another names.

    A state stands for all who act for it. A person is only himself: by entity, or by a bare surname where the states do
    not differ. A body is itself. An office ("Turkish president") is who is told with that office of that state; one who
    is only described otherwise, who belongs to the same state and sector. Words that nothing resolves are those words.
    """
    if wanted.actor is None or told.actor is None:
        return words_of(wanted) == words_of(told)
    left, right = wanted.actor, told.actor
    if left.is_state:
        return left.iso3 == right.iso3
    if left.is_person:
        return is_same_person(left, right)
    if left.entity:
        return left.entity == right.entity
    if left.state is None:
        return words_of(wanted) == words_of(told)
    if left.office:
        return left.iso3 == right.iso3 and left.office == right.office
    return left.iso3 == right.iso3 and left.sector == right.sector


def may_be_named(wanted: Iterable[Role], codes: Collection[str]) -> bool:
    """Tell whether parties with some codes may be among whom each role names; False only where `every_named` is.

    Args:
        wanted: The roles.
        codes: What the parties are counted by; see `party_code`.
    """
    unknown = any(not code.isupper() for code in codes)  # words, which may be the same as those of a state's role
    return unknown or all((state := state_needed(role)) is None or state in codes for role in wanted)


def state_needed(wanted: Role) -> str | None:
    """Return the state of all whom a role may name; None where they may be of several, or of none."""
    actor = wanted.actor
    if actor is None or (actor.entity and not actor.is_state):
        return None  # by words or by entity, which may be told with another state
    return actor.state


def is_same_person(wanted: Actor, told: Actor) -> bool:
    """Tell whether two actors are one person, as far as names and states say."""
    if wanted.entity == told.entity:
        return True
    if not told.entity or not told.is_person:
        return False
    if wanted.iso3 and told.iso3 and wanted.iso3 != told.iso3:
        return False
    left, right = (entity.removeprefix(PERSON).split("-") for entity in (wanted.entity or "", told.entity))
    return left[-1] == right[-1] and 1 in (len(left), len(right))


def words_of(role: Role) -> tuple[str, ...]:
    """Return the words of a party, articles aside."""
    words = folded_words(role.called)
    return tuple(word for word in words if word not in ARTICLES)


def filter_value(roles: Iterable[Role]) -> str | None:
    """Return a party by which events that may have these parties are found: as `EventFilter.party` takes it.

    It is a state where one is known, and lets through more than `is_same` does; None when no party is resolved.
    """
    actors = [role.actor for role in roles if role.actor]
    for actor in actors:
        if actor.entity and actor.is_person:
            return actor.entity.removeprefix(PERSON).split("-")[-1]
    named = (actor.state or actor.entity for actor in actors)
    return next((value for value in named if value), None)
