"""Words to compare tellings by: one key for the forms and spellings of a word, and how rare it is in news."""

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from regesta.dedupe.topics import stem
from regesta.model.letters import without_marks
from regesta.ontology.actor_sectors import load_sectors
from regesta.shipped import read_weights

PATH = Path(__file__).parent / "common_words.json"
WORD = re.compile(r"[^\W\d_]{3,}|\d+(?:[.,]\d+)*")
NAME_CHARS = 5
SHORT_NAME_CHARS = 3  # "Xi" and "Abe" have hardly a consonant to be known by
OFFICES = frozenset({"GOV", "LEG", "ELI"})  # sectors whose persons are called by their office
NAME = "^"  # how the key of a name begins
# What transcriptions of one name differ in: vowels, doubled letters, and these.
SOUNDS = (("ph", "f"), ("kh", "k"), ("gh", "g"), ("q", "k"), ("c", "k"), ("z", "s"), ("w", "v"))
SILENT = re.compile(r"(?<!^)[aeiouyjh]")
DOUBLED = re.compile(r"(.)\1+")
TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
TENS = "thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: str(number) for number, word in enumerate(TO_TWENTY.split())}
NUMBERS |= {word: str(number) for number, word in zip(range(30, 100, 10), TENS.split(), strict=True)}


@lru_cache(maxsize=1)
def load_common() -> tuple[int, dict[str, int]]:
    """Return how many news articles were counted, and in how many of them each of the commoner keys stands.

    Raises:
        OntologyError: The file is missing or is not JSON.
    """
    found = read_weights(PATH)
    return found["articles"], found["standing_in"]


@lru_cache(maxsize=100_000)
def rarity(key: str) -> float:
    """Return how much it says that two texts share a word: 0 for one of every article, some 8 for one of none."""
    articles, standing_in = load_common()
    return math.log((articles + 1) / (standing_in.get(key, 0) + 0.5))


@lru_cache(maxsize=100_000)
def key_of(word: str) -> str:
    """Return what the forms of a word share, or the spellings of a name; a number in words is one in figures.

    Args:
        word: A word without diacritics, or a number.
    """
    low = word.lower()
    if low in NUMBERS or word[0].isdigit():
        return NUMBERS.get(low, word.replace(",", ""))
    if not word[0].isupper():
        return stem(low)
    return NAME + (low if len(low) <= SHORT_NAME_CHARS else sound(low)[:NAME_CHARS])


def sound(name: str) -> str:
    """Return the consonants of a name, one letter for those that transcriptions mix up."""
    for written, heard in SOUNDS:
        name = name.replace(written, heard)
    return DOUBLED.sub(r"\1", SILENT.sub("", name))


def keyed(text: str) -> dict[str, str]:
    """Return the words of a text by their keys."""
    return {key_of(word): word for word in WORD.findall(without_marks(text))}


@lru_cache(maxsize=50_000)
def beginnings(text: str) -> frozenset[str]:
    """Return how the names of a text begin: "Ecuador" and "Ecuadorean" begin alike; "Prime Minister" names nobody."""
    words = [word.lower() for word in WORD.findall(without_marks(text)) if word[0].isupper() and len(word) > 3]
    return frozenset(word[:4] for word in words if word not in load_titles())


@lru_cache(maxsize=1)
def load_titles() -> frozenset[str]:
    """Return the words that offices are called by: "prime", "minister", "foreign"."""
    nouns = load_sectors().nouns.values()
    phrases = [noun.phrase for noun in nouns if noun.sector in OFFICES and noun.kind == "person"]
    return frozenset(word for phrase in phrases for word in phrase.split())


def weight(keys: Iterable[str]) -> float:
    """Return how much it says to share some words."""
    return sum(map(rarity, keys))


def squares(keys: Iterable[str]) -> dict[str, float]:
    """Return words, by their keys, as a vector of their rarities: the square of each."""
    return {key: rarity(key) ** 2 for key in keys}


def likeness(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Return how alike two texts are in their words, rare ones before common ones: 0 to 1 (cosine).

    Args:
        left: Words of one, as `squares` gives them.
        right: Those of the other.
    """
    shared = sum([square for key, square in left.items() if key in right])
    return shared / math.sqrt(sum(left.values()) * sum(right.values())) if shared else 0.0
