"""Persons whose name has a state's in it: "Chad Berg", "Jack London"."""

from functools import lru_cache

from regesta.model.written_names import GIVEN_LIKE_STATES
from regesta.resolve.names.forms import fold
from regesta.resolve.persons.offices import load_offices
from regesta.resolve.phrases.organizations import sector_of_name
from regesta.resolve.phrases.phrase_parts import Phrase, names_in, noun_in
from regesta.resolve.states.states import load_states
from regesta.resolve.toponyms.gazetteer import load_gazetteer

SHORTEST_FULL = 2  # words of a full name
SHORTEST_GIVEN = 3  # letters
# Words behind a state's name that make it one of a place or an agreement: "Jordan River".
LANDFORMS = frozenset({
    "accord", "accords", "agreement", "basin", "bay", "canal", "club", "conference", "convention", "declaration",
    "falls", "gulf", "island", "islands", "lake", "peninsula", "plan", "process", "protocol", "river", "sea", "state",
    "summit", "times", "today", "treaty", "valley",
})  # fmt: skip


def bears_state_name(text: str, phrase: Phrase) -> bool:
    """Tell whether a phrase is a person's name that has a state's in it: "Chad Berg", "Jack London".

    It is two words: a given name that a state has too, or of a known person, and another that tells nothing.
    """
    if len(phrase.words) != SHORTEST_FULL or not text.replace(" ", "").isalpha():
        return False
    hits = [hit for hit in names_in(phrase) if not hit.is_town]
    given, surname = phrase.words
    is_body = noun_in(phrase, [], SHORTEST_FULL) is not None or sector_of_name(phrase.words) is not None
    is_place = next(iter(load_gazetteer().find(text)), None) is not None or surname.lower() in LANDFORMS
    if len(hits) != 1 or is_body or is_place or hits[0].meaning is None or hits[0].meaning.basis == "demonym":
        return False
    if hits[0].end == SHORTEST_FULL:
        return hits[0].first == 1 and fold(given) in given_names()
    return given in GIVEN_LIKE_STATES


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return the first words of the names of known office holders, folded, but for those that name a state."""
    firsts = (name.split()[0] for name in load_offices().by_name if " " in name)
    return frozenset(first for first in firsts if len(first) >= SHORTEST_GIVEN and first not in load_states().meanings)
