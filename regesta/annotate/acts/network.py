"""The shipped network: its files, checked when loaded, and what it says of one passage."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from regesta.annotate.acts.passages import words_of
from regesta.encoder.encoder import encode
from regesta.encoder.session import load_session
from regesta.model.span import Span
from regesta.shipped import read_weights

WEIGHTS = Path(__file__).parent / "weights"
# How many words on each side of a trigger, or of a cue of speech, may fill its roles: 98 of a hundred that do lie in
# that reach. With 32 the contents of speech lose .02 (F1, PolNeAR).
REACH = 48


@dataclass(frozen=True)
class Network:
    """The network with its labels; see `training/` for how it is made.

    Attributes:
        words: Session that reads the words of a passage, of which the encoder's lower half has made states.
        arguments: Session that reads the roles, status and mode of triggers.
        same: Session that tells whether two triggers are one happening.
        labels: Names of the output columns.
    """

    words: Any
    arguments: Any
    same: Any
    labels: dict[str, list[Any]]


@dataclass(frozen=True)
class Scored:
    """What the network says of one passage.

    Attributes:
        words: The spans of its words.
        triggers: Probabilities that a word is nothing, or a trigger of each type; float32, shape (words, 1 + types).
        names: Probabilities that a word is nothing, or begins or continues a name of each kind; float32, shape
            (words, 1 + 2 kinds).
        cues: Probabilities that a word is nothing, or begins or continues a cue of speech; float32, shape (words, 3).
        states: Hidden states; float32, shape (words, hidden).
    """

    words: list[Span]
    triggers: np.ndarray
    names: np.ndarray
    cues: np.ndarray
    states: np.ndarray


@lru_cache(maxsize=1)
def load_network() -> Network:
    """Load the network once per process.

    Raises:
        ConfigError: A file is missing or is not the one that was shipped.
    """
    words, arguments, same = (load_session(WEIGHTS / f"{name}.onnx") for name in ("words", "arguments", "same"))
    return Network(words, arguments, same, read_weights(WEIGHTS / "labels.json"))


def score(network: Network, text: str, passage: Span) -> Scored | None:
    """Return what the network says of a passage; None when it holds fewer than two words.

    Each passage is read alone, so that what it says does not depend on what is read beside it.
    """
    found = words_of(text, passage)
    if len(found) < 2:
        return None
    encoded = encode(passage.of(text))
    last = encoded.states.shape[1] - 1
    first = first_pieces(np.array([word.start - passage.start for word in found]), encoded.offsets, last)
    triggers, names, cues, states = network.words.run(None, {"lower": encoded.states, "first": first[None]})
    return Scored(found, softmax(triggers[0]), softmax(names[0]), softmax(cues[0]), states[0])


def first_pieces(starts: np.ndarray, offsets: list[tuple[int, int]], last: int) -> np.ndarray:
    """Return the index of the piece that each word begins with; the last for words that no piece covers.

    Args:
        starts: Offset of each word's first character.
        offsets: Start and end of each piece, ascending; those of marks are empty.
        last: Index of the mark at the end, behind which pieces are cut off.
    """
    begins, ends = np.array(offsets[:last], dtype=np.int64).reshape(-1, 2).T
    at = np.searchsorted(begins, starts, side="right") - 1
    found: np.ndarray = np.where(starts < ends[at], at, last)
    return found


def score_arguments(
    network: Network, scored: Scored, triggers: list[int], types: list[int], reach: int = REACH
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return what the network says of triggers: the words in reach, their roles, and status and mode.

    Args:
        network: The network.
        scored: The passage.
        triggers: Indices of the triggers' words.
        types: Index of each trigger's type.
        reach: How many words on each side of a trigger are asked.

    Returns:
        The index of the first word in reach of each trigger; int64, shape (triggers,). Probabilities that the words
        from there on are nothing, or begin or continue each role; float32, shape (triggers, words in reach, 1 + 2
        roles). Words out of reach fill no role. Probabilities of the statuses and modes of each trigger.
    """
    index = np.array(triggers, dtype=np.int64)
    window = around(index, len(scored.words), reach)
    roles, status, mode = network.arguments.run(
        None,
        {
            "trigger": scored.states[index],
            "words": scored.states[None],
            "type": np.array(types, dtype=np.int64),
            "distance": bucket(network, window - index[:, None]),
            "window": window,
        },
    )
    return window[:, 0], softmax(roles), softmax(status), softmax(mode)


def around(index: np.ndarray, words: int, reach: int) -> np.ndarray:
    """Return the indices of the words in reach of each trigger; int64, shape (triggers, words in reach).

    All have the same number: at the ends of a passage the window is shifted.

    Args:
        index: Indices of the triggers' words; int64, shape (triggers,).
        words: Number of words of the passage.
        reach: Number of words on each side.
    """
    width = min(words, 2 * reach + 1)
    start = np.clip(index - reach, 0, words - width)
    found: np.ndarray = start[:, None] + np.arange(width)
    return found


def score_same(
    network: Network, left: np.ndarray, right: np.ndarray, words_between: np.ndarray, kinds: np.ndarray
) -> np.ndarray:
    """Return the probabilities that pairs of triggers of one type in one article are one happening.

    Args:
        network: The network.
        left: States of the earlier triggers; float32, shape (pairs, hidden).
        right: States of the later ones, likewise.
        words_between: About how many words lie between them; int64, shape (pairs,).
        kinds: Index of the type of each pair; int64, shape (pairs,).
    """
    inputs = {"left": left, "right": right, "distance": bucket(network, words_between), "kind": kinds}
    (odds,) = network.same.run(None, inputs)
    chances: np.ndarray = 1 / (1 + np.exp(-odds))
    return chances


def bucket(network: Network, distance: np.ndarray) -> np.ndarray:
    """Return the bucket of signed distances in words."""
    edges = np.array(network.labels["distance_edges"])
    found: np.ndarray = np.searchsorted(edges, distance, side="left").astype(np.int64)
    return found


def softmax(scores: np.ndarray) -> np.ndarray:
    """Return probabilities along the last axis."""
    powers: np.ndarray = scores - scores.max(-1, keepdims=True)
    np.exp(powers, out=powers)
    powers /= powers.sum(-1, keepdims=True)
    return powers
