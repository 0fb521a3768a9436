"""Resolves an actor phrase that stands alone, without an article or a parse around it."""

import re
from dataclasses import replace

from regesta.model.entity import Actor
from regesta.ontology.actor_sectors import load_sectors
from regesta.resolve.naming import Written, actor_of
from regesta.resolve.phrase_parts import Phrase
from regesta.resolve.phrases import read_phrase

WORD = re.compile(r"[\w.&-]+(?:['’](?!s\b)\w+)?|['’]s\b|['’]")
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
IRREGULAR = {"men": "man", "women": "woman", "children": "child", "police": "police", "people": "people"}


def resolve_phrase(phrase: str, home: str | None = None) -> Actor | None:
    """Return the actor that a phrase denotes, e.g. "Turkish foreign minister" or "Hamas".

    Args:
        phrase: The phrase, as a text would write it.
        home: ISO 3166-1 alpha-3 of the state it belongs to when its words name none; None when unknown.

    Returns:
        The actor; None when the phrase denotes none.
    """
    text = ARTICLE.sub("", phrase.strip()).replace("-based ", " based ")
    words = tuple(WORD.findall(text))
    if not words:
        return None
    reading = read_phrase(Phrase(words, tuple(map(singular, words)), towns=True))
    if home is not None and reading.iso3 is None and reading.sector is not None:
        reading = replace(reading, iso3=home, basis="surroundings")
    if reading.sector is None and reading.iso3 is None:
        return None
    return actor_of(reading, Written(text, is_name=reading.noun is None and text[:1].isupper()))


def singular(word: str) -> str:
    """Return a noun's singular in lower case, near enough to look it up."""
    lower = word.lower()
    nouns = load_sectors().nouns
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    for ending, instead in (("men", "man"), ("ies", "y"), ("es", ""), ("s", "")):
        candidate = lower.removesuffix(ending) + instead
        if lower.endswith(ending) and candidate in nouns:
            return candidate
    return lower.removesuffix("s") if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else lower
