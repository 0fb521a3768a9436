"""Weighs evidence: logistic regressions whose weights `training/calibrate.py` fits and writes to `odds.json`."""

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from regesta.shipped import read_weights

PATH = Path(__file__).parent / "odds.json"


@lru_cache(maxsize=1)
def load_weights() -> dict[str, dict[str, float]]:
    """Return the weights of each judgement by the names of its features.

    Raises:
        OntologyError: The file is missing or is not JSON.
    """
    weights: dict[str, dict[str, float]] = read_weights(PATH)
    return weights


def score(judgement: str, features: Sequence[tuple[str, float]]) -> float:
    """Return the log-odds of a judgement given its features by name; of a choice, how much speaks for one candidate.

    Features without a weight count nothing.
    """
    weights = load_weights()[judgement]
    told = sum([weights[name] * value for name, value in features if value and name in weights])
    return weights.get("bias", 0.0) + told


def chance(judgement: str, features: Sequence[tuple[str, float]]) -> float:
    """Return the probability that a judgement holds, given its features by name."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score(judgement, features)))))


def log_odds(probability: float, floor: float = 0.003) -> float:
    """Return the log-odds of a probability kept off 0 and 1."""
    p = min(max(probability, floor), 1 - floor)
    return math.log(p / (1 - p))
