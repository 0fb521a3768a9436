"""A small network that reads the sentences of two tellings together: do the marked words tell one happening?

It begins with the states that the encoder's lower half gives of each sentence, which are computed once for a sentence
and its many pairs; see `docs/adr/0029-two-tellings-read-together.md`.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from regesta.dedupe.marked import bucket_of, states_around
from regesta.dedupe.telling import Telling
from regesta.encoder.session import load_session
from regesta.model.span import Span

WEIGHTS = Path(__file__).parent / "weights"
PAIRS_KEPT = 8192  # of some 700 bytes with their sentences


@lru_cache(maxsize=1)
def load_cross_encoder() -> Any:
    """Load the network once per process.

    Raises:
        ConfigError: Its file is missing or is not the one that was shipped.
    """
    return load_session(WEIGHTS / "pairs.onnx")


def read_together(left: Telling, right: Telling) -> float | None:
    """Return the log-odds that the words of two tellings tell one happening.

    None where a sentence does not hold the word that tells the act, as after a correction: nothing can be marked.

    Raises:
        ConfigError: As for `load_cross_encoder`.
    """
    if left.marked is None or right.marked is None:
        return None
    return odds_of(left.words, left.marked, right.words, right.marked, gap(left, right))


@lru_cache(maxsize=PAIRS_KEPT)
def odds_of(left: str, left_word: Span, right: str, right_word: Span, days: int) -> float:
    """Return the log-odds of two sentences with their words and the bucket of the days between them.

    Agencies' copy stands in many papers word for word: each of its pairs of sentences is read once.
    """
    left_states, left_mark = states_around(left, left_word)
    right_states, right_mark = states_around(right, right_word)
    inputs = {
        "left": left_states,
        "right": right_states,
        "left_mark": left_mark,
        "right_mark": right_mark,
        "gap": np.array([days], dtype=np.int64),
    }
    (odds,) = load_cross_encoder().run(None, inputs)
    return float(odds[0])


def gap(left: Telling, right: Telling) -> int:
    """Return the bucket of the days from the publication of one telling to that of the other."""
    if left.published is None or right.published is None:
        return bucket_of(None)
    return bucket_of((right.published - left.published).days)
