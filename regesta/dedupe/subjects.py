"""Tells apart agreements by what they are about: an extradition treaty is no agreement on wind power."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from regesta.dedupe.described import lemma
from regesta.dedupe.odds import Evidence
from regesta.dedupe.telling import Telling
from regesta.dedupe.topics import PLAIN
from regesta.dedupe.words import key_of
from regesta.model.letters import without_marks
from regesta.ontology.descriptions import load_descriptions

COOPERATION = frozenset({1, 2})  # quad classes
WORD = re.compile(r"[^\W\d_]+|[^\w\s]|\d+")
MOST_BEFORE = 3  # words that stand before the noun: "a visa free travel agreement"
BEGINS = frozenset({"on", "about", "for", "over", "regarding", "concerning"})  # what begins a subject behind the noun
MOST_AFTER = 5
LETTERS = 3  # of a word that may tell a subject: "tax"
BEGUN_CHARS = 4  # that two forms of a word begin with: "fishing" and "fisheries"


def subjects(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield whether two agreements are told to be about different things."""
    if not {left.event.quad, right.event.quad} <= COOPERATION:
        return
    ours, theirs = subject_of(left.nearby), subject_of(right.nearby)
    if not ours or not theirs or is_of_field(ours, theirs) or is_of_field(theirs, ours):
        return
    if not (is_spoken(ours, right.keys) or is_spoken(theirs, left.keys)):
        told = f"{' '.join(ours.values())} and {' '.join(theirs.values())}"
        yield Evidence("other_subject", 1.0, f"agreements on other things, {told}")


@lru_cache(maxsize=50_000)
def subject_of(clause: str) -> Mapping[str, str]:
    """Return the words that tell what an agreement is about, by their keys; none when a clause names no agreement."""
    found = load_descriptions()
    words = WORD.findall(without_marks(clause))
    for at, word in enumerate(words):
        if word.islower() and lemma(word) in found.deals and (told := {**before(words, at), **behind(words, at)}):
            return told
    return {}


def before(words: list[str], at: int) -> dict[str, str]:
    """Return the words beside a noun for an agreement that tell its subject: "an **extradition** agreement"."""
    told: dict[str, str] = {}
    for word in reversed(words[max(0, at - MOST_BEFORE) : at]):
        if word in {"a", "an", "the", "on", "to", "of", "in", "and"} or not (word.isalpha() or word == "-"):
            break
        if tells_subject(word):
            told = {key_of(word): word, **told}
    return told


def behind(words: list[str], at: int) -> dict[str, str]:
    """Return the words that tell the subject behind the noun: "an agreement **on wind power**"."""
    if words[at + 1 : at + 2] == [] or words[at + 1] not in BEGINS:
        return {}
    told = {}
    for word in words[at + 2 : at + 2 + MOST_AFTER]:
        if not word.isalnum() or word in {"in", "at", "with", "between", "by", "after", "during", "that", "which"}:
            break
        if tells_subject(word):
            told[key_of(word)] = word
    return told


def tells_subject(word: str) -> bool:
    """Tell whether a word beside one for an agreement says what it is about."""
    found = load_descriptions()
    is_plain = word in PLAIN or not {word, lemma(word)}.isdisjoint(found.kinds_of_deal)
    return len(word) >= LETTERS and word.islower() and not is_plain


def is_spoken(subject: Mapping[str, str], keys: Mapping[str, str]) -> bool:
    """Tell whether a sentence has one of the words of a subject, in any form."""
    begun = {key[:BEGUN_CHARS] for key in keys if not key[0].isdigit()}
    return any(key in keys or key[:BEGUN_CHARS] in begun for key in subject)


def is_of_field(wide: Mapping[str, str], narrow: Mapping[str, str]) -> bool:
    """Tell whether one subject names a field that the other is of: an arms deal may be one for fighter jets."""
    fields = load_descriptions().fields
    return any(not fields.get(word, frozenset()).isdisjoint(narrow.values()) for word in wide.values())
