"""Weighs evidence on two tellings: logistic regressions, in `odds.json`.

`training/happenings.py` fits the first, of all that is coded and told; `training/together_odds.py` the second, of what
that gives and what the network says that reads both sentences.
"""

import math
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from regesta.shipped import read_weights

PATH = Path(__file__).parent / "odds.json"
READ = "read_together"  # the ground that the network gives


class Evidence(NamedTuple):
    """One ground for or against sameness; a tuple, because a pair has a dozen, and an article hundreds of pairs.

    Attributes:
        name: What its weight is found by.
        value: How strong it is, mostly 0 to 1.
        reason: In words, for the reader; "" for a ground that goes without saying.
    """

    name: str
    value: float = 1.0
    reason: str = ""


@lru_cache(maxsize=1)
def load_weights() -> dict[str, float]:
    """Return the weights by name of the evidence, and "bias"; those of `chance_together` begin with "together".

    Raises:
        OntologyError: The file is missing or is not JSON.
    """
    weights: dict[str, float] = read_weights(PATH)
    return weights


def chance(evidence: Iterable[Evidence]) -> float:
    """Return the probability that two tellings are one happening, given the evidence."""
    weights = load_weights()
    return squashed(weights["bias"] + sum([weights.get(name, 0.0) * value for name, value, _ in evidence]))


def chance_together(told: float, read: float) -> float:
    """Return the probability that two tellings are one happening, given what else is known and their sentences.

    Args:
        told: The probability given the evidence, between 0 and 1.
        read: The log-odds that the network gives that reads both sentences together.
    """
    weights = load_weights()
    told_odds = math.log(told / (1 - told))
    return squashed(weights["together_bias"] + weights["together_told"] * told_odds + weights[READ] * read)


def squashed(score: float) -> float:
    """Return the probability of log-odds; beyond 30 nothing is surer."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
