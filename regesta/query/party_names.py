"""What to call a party of which only the code is known."""

from collections.abc import Mapping
from dataclasses import dataclass

from regesta.query.register import Register
from regesta.resolve.states.states import load_states
from regesta.store.filters import EVERY_EVENT
from regesta.store.outlines import ActorCount
from regesta.store.view import View
from regesta.store.words import folded_words


@dataclass(frozen=True, slots=True)
class Names:
    """What to call the parties of one revision of a store, of which only the code is known.

    Attributes:
        actors: The parties, those of most events first.
        by_code: The name most events use, by code.
    """

    actors: tuple[ActorCount, ...]
    by_code: Mapping[str, str]

    def of(self, code: str) -> str:
        """Return the name of a party."""
        state = load_states().by_iso3.get(code)
        return state.name if state else self.by_code.get(code) or code_name(code)


def read_names(view: View) -> Names:
    """Return the names of all parties of a view."""
    actors, by_code = view.actors(limit=None), dict[str, str]()
    for actor in actors:
        entity = actor.entity.replace("+", " ").lower() if actor.entity else None
        by_code.setdefault(entity or " ".join(folded_words(actor.name)), actor.name)
    return Names(tuple(actors), by_code)


def names_of(register: Register) -> Names:
    """Return the names of the parties of a register, read once for each of its revisions."""
    return register.kept(EVERY_EVENT, "names", lambda: read_names(register.view))


def code_name(code: str) -> str:
    """Return what to call a party by its code: "BLR" is Belarus, "person:vladimir-putin" Vladimir Putin."""
    if code in load_states().by_iso3:
        return load_states().by_iso3[code].name
    kind, colon, name = code.partition(":")
    words = (name if colon and kind.isalpha() else code).replace("-", " ").split()
    return " ".join(word if any(map(str.isupper, word)) else word.capitalize() for word in words) or code
