"""Tells from the words of an article whether it may hold a political act, before anything dear is done with it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from regesta.annotate.acts.passages import passages
from regesta.shipped import read_weights

PATH = Path(__file__).parent / "data" / "political_words.json"
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class PoliticalWords:
    """A logistic regression over the words of a passage, made by `training/relevance.py`.

    Attributes:
        bias: Log-odds of a passage without a known word.
        threshold: Log-odds below which every passage of an article lies that is skipped.
        words: What each word adds to the log-odds, once, however often it stands there.
    """

    bias: float
    threshold: float
    words: dict[str, float]


@lru_cache(maxsize=1)
def load_words() -> PoliticalWords:
    """Return the shipped regression.

    Raises:
        ConfigError: The file is not the one that was shipped.
        OntologyError: The file is missing or is not JSON.
    """
    return PoliticalWords(**read_weights(PATH))


def is_political(text: str) -> bool:
    """Tell whether any passage of a text may hold a political act."""
    known = load_words()
    return any(log_odds(known, passage.of(text)) >= known.threshold for passage in passages(text))


def log_odds(known: PoliticalWords, passage: str) -> float:
    """Return the log-odds that a passage holds a political act."""
    return known.bias + sum([known.words[word] for word in sorted(words_of(passage)) if word in known.words])


def words_of(passage: str) -> frozenset[str]:
    """Return the words of a passage in lower case."""
    return frozenset(WORD.findall(passage.lower()))
