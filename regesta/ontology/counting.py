"""Words by which news counts and dates acts."""

import re
from functools import lru_cache
from typing import Literal

from pydantic.dataclasses import dataclass

from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml

Hedge = Literal["at least", "at most", "over", "under", "about"]
FIGURE = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


@dataclass(frozen=True, config=STRICT)
class Counting:
    """The entries of `counting.yaml`.

    Attributes:
        ordinals: Ordinal words with their numbers.
        adverbs: Adverbs that count ("twice").
        restricting: Words without which "once" means "formerly".
        containers: Nouns that count the act beside them ("round of talks").
        hedges: Phrases before a number, by what they make of it.
        bearing: Verbs whose object or prepositional phrase names the act.
        going: Verbs that, with "to" a country, make a journey.
        comparing: Words after "three times" that make it no count of acts.
        rates: Adverbs of a verb that make the number of what it governs a rate.
        distributing: Words before an ordinal that make it a rate.
    """

    ordinals: dict[str, int]
    adverbs: dict[str, int]
    restricting: frozenset[str]
    containers: frozenset[str]
    hedges: dict[Hedge, tuple[str, ...]]
    going: frozenset[str]
    bearing: frozenset[str]
    comparing: frozenset[str]
    rates: frozenset[str]
    distributing: frozenset[str]

    def ordinal(self, word: str) -> int | None:
        """Return the number of an ordinal in words or figures ("third", "3rd"); None for other words."""
        figure = FIGURE.fullmatch(word.lower())
        return int(figure[1]) if figure else self.ordinals.get(word.lower())

    def hedge(self, before: str) -> Hedge | None:
        """Return how the words that end a text bound the number after them; None when they do not."""
        words = f" {' '.join(before.lower().split())}"
        found = [
            (len(phrase), hedge)
            for hedge, phrases in self.hedges.items()
            for phrase in phrases
            if words.endswith(f" {phrase}")
        ]
        return max(found)[1] if found else None


@lru_cache(maxsize=1)
def load_counting() -> Counting:
    """Read and check `counting.yaml`.

    Raises:
        OntologyError: The file does not validate.
    """
    return read_yaml(DATA / "counting.yaml", Counting)
