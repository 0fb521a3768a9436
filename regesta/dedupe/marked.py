"""A sentence with the word that tells an act, as the network takes it that reads two together."""

from functools import lru_cache

import numpy as np

from regesta.encoder.encoder import encode
from regesta.model.span import Span

MOST_CHARS = 420  # of a sentence, around the marked word; the encoder reads them
MOST_PIECES = 72  # of each sentence, around the marked word; of 1,666 of newswire .995 have no more
SENTENCES_KEPT = 256  # 60 KB each; those of one article are held against one after the other
NO_DAY = 0
GAP_EDGES = (-366, -31, -8, -4, -2, -1, 0, 1, 2, 4, 8, 31, 366)  # days from one publication to the other


@lru_cache(maxsize=SENTENCES_KEPT)
def states_around(words: str, word: Span) -> tuple[np.ndarray, np.ndarray]:
    """Return the states of the pieces around a word of a sentence, and which of them are of the word.

    Args:
        words: The sentence.
        word: Where it has the word.

    Returns:
        Float32, shape (1, pieces, hidden), the mark that begins every text first; float32, shape (1, pieces), 1 for the
        pieces of the word.
    """
    words, word = cut_around(words, word)
    encoded = encode(words)
    count = encoded.states.shape[1]
    marked = [at for at, piece in enumerate(encoded.offsets[:count]) if covers(piece, word)] or [1]
    kept = around(marked[0], count)
    return encoded.states[:, kept], np.isin(kept, marked).astype(np.float32)[None]


def cut_around(words: str, word: Span) -> tuple[str, Span]:
    """Return at most `MOST_CHARS` of a sentence, around a word, and where they have it."""
    first = max(0, min(word.start - MOST_CHARS // 2, len(words) - MOST_CHARS))
    cut = words[first : first + MOST_CHARS]
    return cut, Span(word.start - first, min(word.end - first, len(cut)))


def covers(piece: tuple[int, int], word: Span) -> bool:
    """Tell whether a piece has a character of a word; the marks around a text have no character at all."""
    return piece[0] < min(word.end, piece[1]) and word.start < piece[1]


def around(at: int, count: int) -> np.ndarray:
    """Return the indices of the pieces that are read: the mark that begins a text, and those nearest to one of them."""
    if count <= MOST_PIECES:
        return np.arange(count)
    first = max(0, min(at - MOST_PIECES // 2, count - MOST_PIECES))
    return np.array([0, *range(first + 1, first + MOST_PIECES)])


def bucket_of(days: int | None) -> int:
    """Return the bucket of a number of days, negative when the other is the earlier; None where a day is not known."""
    return NO_DAY if days is None else 1 + int(np.searchsorted(GAP_EDGES, days))
