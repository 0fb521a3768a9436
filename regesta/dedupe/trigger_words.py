"""How alike the acts are that two trigger words tell: "visited" and "arrived", but not "visited" and "praised"."""

from functools import lru_cache
from pathlib import Path

from regesta.dedupe.words import key_of
from regesta.model.letters import without_marks
from regesta.shipped import read_weights

PATH = Path(__file__).parent / "trigger_words.json"
FLOOR = -1.0  # log-odds; words less alike than that are simply unlike, as are unknown ones
SAME_WORD = 0.5  # log-odds of a word that the table lacks with itself, about the mean of those that it has
ALIKE_FROM = -0.5  # log-odds from which two words are said to tell alike acts


@lru_cache(maxsize=1)
def load_table() -> dict[str, dict[str, float]]:
    """Return the log-odds that triggers of two words are one happening, by their keys, the smaller key first.

    `training/trigger_words.py` made them. Pairs below `FLOOR` are missing.

    Raises:
        OntologyError: The file is missing or is not JSON.
    """
    table: dict[str, dict[str, float]] = read_weights(PATH)
    return table


def trigger_key(text: str) -> str:
    """Return the key of a trigger: of its first word, whatever its case; "" of one without a word."""
    words = without_marks(text).lower().split()
    return key_of(words[0]) if words else ""


@lru_cache(maxsize=100_000)
def likeness_of(left: str, right: str) -> float:
    """Return the log-odds that acts told by two words are one happening, by the words alone; at least `FLOOR`.

    Args:
        left: Key of one trigger, see `trigger_key`.
        right: That of the other.
    """
    low, high = sorted((left, right))
    known = load_table().get(low, {}).get(high)
    return known if known is not None else SAME_WORD if low and low == high else FLOOR
