"""Names of parties: those of roles, and the states that words name."""

import re
from collections.abc import Iterable
from functools import lru_cache

from regesta.model.display import party_text
from regesta.model.event import Role
from regesta.resolve.states.states import load_states

CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’]*(?:[ -][^\W\d_a-z][\w'’]*)?")
MANY_STATES = 6  # a sentence that names more is a list and says nothing of two of them


def party_names(roles: Iterable[Role]) -> tuple[str, ...]:
    """Return the parties of roles as a reader knows them, each once."""
    return tuple(dict.fromkeys(party_text(role) for role in roles))


def people_of(roles: Iterable[Role]) -> dict[str, frozenset[str]]:
    """Return the surnames of the persons that roles name, by their state ("" where it is unknown)."""
    found: dict[str, set[str]] = {}
    for role in roles:
        actor = role.actor
        if actor and actor.surname is not None:
            found.setdefault(actor.iso3 or "", set()).add(actor.surname)
    return {state: frozenset(names) for state, names in found.items()}


def states_named(text: str) -> frozenset[str]:
    """Return the codes of the states that a text names, by name, people or capital; none when they are many."""
    found = set()
    for match in CAPITALISED.findall(text):
        for words in (match, *re.split(r"[ -]", match)):
            if code := cached_code(words.removesuffix("'s").removesuffix("’s")):
                found.add(code)
                break
    return frozenset(found) if len(found) <= MANY_STATES else frozenset()


@lru_cache(maxsize=16384)
def cached_code(words: str) -> str | None:
    """Return the code of the state that words name; None when they name none."""
    meaning = load_states().meaning(words)
    return meaning.iso3 if meaning else None
