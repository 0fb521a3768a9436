"""Cuts a text into word pieces and gives the state of each, as the encoder has it half-way."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from regesta.encoder.session import load_session
from regesta.errors import ConfigError
from regesta.model.plain import plain
from regesta.shipped import read_shipped

WEIGHTS = Path(__file__).parent / "weights"
MAX_PIECES = 400  # the encoder has 512 positions; passages are cut far below


@dataclass(frozen=True)
class Encoder:
    """The encoder's lower half; see `training/` for how it is made.

    Attributes:
        tokenizer: Cuts text into word pieces.
        lower: Session that gives the state of each piece.
    """

    tokenizer: Any
    lower: Any


@dataclass(frozen=True)
class Encoded:
    """A text as the encoder has it half-way.

    Attributes:
        states: The state of each piece, a mark before them and one behind; float32, shape (1, pieces, hidden).
        offsets: Start and end of each piece in the text, ascending, empty for the marks; of all of them, also where the
            states are cut off after `MAX_PIECES`.
    """

    states: np.ndarray
    offsets: list[tuple[int, int]]


@lru_cache(maxsize=1)
def load_encoder() -> Encoder:
    """Load the encoder once per process.

    Raises:
        ConfigError: A file is missing or is not the one that was shipped.
    """
    from tokenizers import Tokenizer  # noqa: PLC0415 - paid only when text is read

    path = WEIGHTS / "tokenizer.json"
    try:
        tokenizer = Tokenizer.from_buffer(read_shipped(path))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); install Regesta again") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Encoder(tokenizer, load_session(WEIGHTS / "lower.onnx"))


def encode(text: str) -> Encoded:
    """Return what the encoder makes of a text, read alone: what it says does not depend on what is read beside it.

    Raises:
        ConfigError: As for `load_encoder`.
    """
    encoder = load_encoder()
    encoding = encoder.tokenizer.encode(plain(text))
    pieces = np.array([encoding.ids[:MAX_PIECES]], dtype=np.int64)
    (states,) = encoder.lower.run(None, {"pieces": pieces})
    return Encoded(states, encoding.offsets)
