"""What words say, for comparing: their meanings without form, their numbers, and whether they deny."""

import re
from dataclasses import dataclass
from functools import lru_cache

from regesta.dedupe.topics import PLAIN, stem
from regesta.ontology.number_words import MAGNITUDES, NUMBER_WORDS, read_spelled
from regesta.ontology.synonyms import load_synonyms

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?")
NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
SHORT_PLAIN = frozenset(
    {
        "the", "and", "for", "are", "was", "had", "has", "not", "but", "its", "his", "her", "our", "all", "any", "who",
        "how", "why", "may", "can", "did", "does", "you", "him", "she", "they", "nor", "yet", "too", "one", "two",
        "now", "out", "off", "per", "via", "own", "new", "old", "day", "let", "got", "get", "put", "say", "says",
        "said", "mean", "means", "going", "take", "takes", "took", "taken", "being", "ever", "even", "well", "while",
    }
)  # fmt: skip
NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "none", "nothing", "nobody", "cannot", "without"})
# Negations that deny nothing: "with or without a deal", and "as long as they do not" for "until they do".
EITHER_WAY = re.compile(
    r"\b(?:whether or not|or not|with or without|not only|no matter|(?:as|so) long as\b.{0,60}?\bnot)\b",
    re.IGNORECASE,
)
ORDINALS = {
    name: str(value)
    for value, name in enumerate(
        ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"), 2
    )
}
LEAST_LETTERS = 3
# "May" and "March" are left out: as words of other meanings they are too frequent.
TIMES = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april",
        "june", "july", "august", "september", "october", "november", "december",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """What some words say.

    Attributes:
        meanings: Their content words, those of one meaning and the forms of one word brought together.
        names: Those of them that are written with a capital inside the sentence.
        numbers: Their numbers from 2, however written.
        times: The days of the week and the months that they name.
        denies: Whether they say that something is not so.
        plain: The words in lower case with single spaces, for comparing to the letter.
    """

    meanings: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    times: frozenset[str]
    denies: bool
    plain: str


@lru_cache(maxsize=65536)
def read_wording(text: str) -> Wording:
    """Return what a text says."""
    written = TOKEN.findall(text)
    tokens = [token.lower() for token in written]
    negated = set(TOKEN.findall(EITHER_WAY.sub(" ", text.lower())))
    return Wording(
        meanings=frozenset(meaning(token) for token in tokens if is_content(token)),
        names=frozenset(meaning(w.lower()) for w in written[1:] if w[0].isupper() and is_content(w.lower())),
        numbers=frozenset(numbers_in(tokens)),
        times=frozenset(TIMES.intersection(tokens)),
        denies=not negated.isdisjoint(NEGATIONS) or any(token.endswith(("n't", "n’t")) for token in negated),
        plain=" ".join(tokens),
    )


def is_content(token: str) -> bool:
    """Tell whether a word says what the matter is, and is no number and no word of any news."""
    return (
        len(token) >= LEAST_LETTERS
        and not token[0].isdigit()
        and token not in PLAIN
        and token not in SHORT_PLAIN
        and token not in NUMBER_WORDS
        and token not in ORDINALS
    )


def meaning(token: str) -> str:
    """Return what stands for a word: the first of its synonyms, by its stem."""
    word = token.split("'")[0].split("’")[0]
    return stem(load_synonyms().meant.get(word, word))


@lru_cache(maxsize=1)
def contraries() -> frozenset[tuple[str, str]]:
    """Return the pairs of meanings that say the contrary of each other, either way round."""
    pairs = [(stem(left), stem(right)) for left, right in load_synonyms().opposites]
    return frozenset([*pairs, *((right, left) for left, right in pairs)])


def numbers_in(tokens: list[str]) -> list[str]:
    """Return the numbers from 2 in lower-case words, as digits: "six thousand" and "6,000" are one."""
    found, at = [], 0
    while at < len(tokens):
        value, used = number_at(tokens, at)
        if used and value != "1" and value != "0":
            found.append(value)
        at += max(used, 1)
    return found


def number_at(tokens: list[str], at: int) -> tuple[str, int]:
    """Return the number that begins at a word, with how many words it takes; "" and 0 without one."""
    word = tokens[at]
    if NUMERAL.fullmatch(word):
        value, used = float(THOUSANDS.sub("", word).replace(",", ".") if word.count(".") < 2 else "0"), 1
    elif word in ORDINALS:
        return ORDINALS[word], 1
    else:
        spelled, used = read_spelled(tokens[at : at + 8])
        if not used or (word in {"a", "an"} and used == 1):
            return "", 0
        value = float(spelled)
    if tokens[at + used : at + used + 3] == ["and", "a", "half"]:
        value, used = value + 0.5, used + 3
    while at + used < len(tokens) and tokens[at + used] in MAGNITUDES and NUMERAL.fullmatch(word):
        value, used = value * MAGNITUDES[tokens[at + used]], used + 1
    return f"{value:g}" if value < 1e6 else f"{value:.0f}", used
