"""Which sentences and articles the network never learned from, so that scores on them tell how it does on others."""

import hashlib
import re

FOLDS = 5
HELD_OUT = 0  # the fold that training leaves out


def fold(key: str, folds: int = FOLDS) -> int:
    """Return which fold a text or id falls in, by its letters and digits alone, so that copies fall together."""
    letters = re.sub(r"\W", "", key.lower())
    return int.from_bytes(hashlib.sha256(letters.encode()).digest()[:4], "big") % folds


def is_held_out(key: str) -> bool:
    """Tell whether training left out a sentence, by its text, or an article, by its id."""
    return fold(key) == HELD_OUT
