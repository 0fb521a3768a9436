"""Turns passages into tensors."""

from dataclasses import dataclass
from pathlib import Path

import torch
from labelled import Passage
from tokenizers import Tokenizer
from torch import Tensor

from regesta.model.plain import plain

MAX_PIECES = 400


@dataclass
class Encoded:
    """A passage as word pieces.

    Attributes:
        passage: The passage.
        pieces: Ids of its pieces, with the marks of begin and end.
        first: Index of the first piece of each word.
    """

    passage: Passage
    pieces: list[int]
    first: list[int]


def load_tokenizer(path: Path) -> Tokenizer:
    """Load a tokenizer without its truncation and padding."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def encode(tokenizer: Tokenizer, passage: Passage) -> Encoded:
    """Return a passage as word pieces; words past the encoder's reach point at its end mark."""
    encoding = tokenizer.encode(plain(passage.span.of(passage.text)))
    pieces = encoding.ids[:MAX_PIECES]
    last = len(pieces) - 1
    starts = {}
    for index, (start, end) in enumerate(encoding.offsets[:last]):
        if end > start:
            for at in range(start, end):
                starts.setdefault(at, index)
    first = [starts.get(word.start - passage.span.start, last) for word in passage.words]
    return Encoded(passage, pieces, first)


def pad(rows: list[list[int]], multiple: int = 1) -> Tensor:
    """Return rows as one tensor, padded with 0 to a multiple of a width."""
    width = -(-max(map(len, rows)) // multiple) * multiple
    return torch.tensor([row + [0] * (width - len(row)) for row in rows])


def batches(items: list[Encoded], pieces: int, generator: torch.Generator | None) -> list[list[Encoded]]:
    """Return batches of passages of like length, at most so many pieces with padding; shuffled with a generator."""
    noise = torch.rand(len(items), generator=generator) * 20 if generator else torch.zeros(len(items))
    order = sorted(range(len(items)), key=lambda i: len(items[i].pieces) + noise[i].item())
    found: list[list[Encoded]] = []
    batch: list[Encoded] = []
    for item in (items[i] for i in order):
        width = max([len(item.pieces), *(len(other.pieces) for other in batch)])
        if batch and width * (len(batch) + 1) > pieces:
            found.append(batch)
            batch = []
        batch.append(item)
    found.append(batch)
    if generator:
        return [found[i] for i in torch.randperm(len(found), generator=generator).tolist()]
    return found
