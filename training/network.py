"""The network: an encoder over word pieces, heads over words, a decoder that reads a passage for one of its words."""

from functools import lru_cache
from pathlib import Path

import torch
from encoders import MINILM, SIZES, Encoder, Layer, Size
from labels import MODES, NAMES, ROLES, STATUSES, TYPES
from torch import Tensor, nn

NAME_LABELS = 1 + 2 * len(NAMES)  # nothing; then begin and inside of each kind of name
ROLE_LABELS = 1 + 2 * len(ROLES)  # nothing; then begin and inside of each role
CUE_LABELS = 3  # nothing, begin, inside
DISTANCE_EDGES = (-32, -16, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 16, 32)


class Decoder(nn.Module):
    """Reads a passage for one of its words, a trigger or a cue, and says which words fill which of its roles."""

    def __init__(self, hidden: int, layers: int) -> None:
        super().__init__()
        width = hidden // 2  # of the encoder's, since the decoder reads a passage once per trigger
        self.trigger = nn.Linear(hidden, width)
        self.word = nn.Linear(hidden, width)
        self.kind = nn.Embedding(len(TYPES) + 1, width)  # the last is speech
        self.distance = nn.Embedding(len(DISTANCE_EDGES) + 1, width)
        self.product = nn.Linear(hidden, width)
        self.product_word = nn.Linear(hidden, width)
        self.norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList(Layer(width, heads=6, inner=2 * width) for _ in range(layers))
        self.role = nn.Linear(width, ROLE_LABELS)
        self.dropout = nn.Dropout(0.1)

    def forward(self, trigger: Tensor, words: Tensor, kind: Tensor, distance: Tensor, mask: Tensor | None) -> Tensor:
        """Return role scores of words for triggers, shape (triggers, words, role labels).

        Args:
            trigger: State of each trigger, shape (triggers, hidden).
            words: States of the words of its passage, shape (triggers, words, hidden); or (1, words, hidden) for all.
            kind: Index of its type, `SPEECH` for a cue; shape (triggers,).
            distance: Bucket of the distance from trigger to word, shape (triggers, words).
            mask: Added to attention scores, shape (triggers, 1, 1, words); None when no word is padding.
        """
        here = self.trigger(trigger) + self.kind(kind)
        x = self.word(words) + here[:, None] + self.distance(distance)
        x = x + self.product(trigger)[:, None] * self.product_word(words)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        scores: Tensor = self.role(x)
        return scores


class Network(nn.Module):
    """Encoder, heads and decoder."""

    def __init__(self, size: Size = MINILM, decoder_layers: int = 2) -> None:
        super().__init__()
        hidden = size.hidden
        self.encoder = Encoder(size)
        self.trigger = nn.Linear(hidden, 1 + len(TYPES))
        self.name = nn.Linear(hidden, NAME_LABELS)
        self.cue = nn.Linear(hidden, CUE_LABELS)
        self.decoder = Decoder(hidden, decoder_layers)
        self.status = nn.Linear(hidden, len(STATUSES))
        self.mode = nn.Linear(hidden, 1 + len(MODES))
        self.dropout = nn.Dropout(0.2)

    def states(self, pieces: Tensor, first: Tensor) -> Tensor:
        """Return the state of each word: that of its first piece. Shape (batch, words, hidden)."""
        hidden: Tensor = self.encoder(pieces)
        return hidden.gather(1, first[:, :, None].expand(-1, -1, hidden.shape[-1]))


def load_network(path: Path, device: str = "cpu") -> Network:
    """Return a trained network of either encoder, ready to be asked."""
    state = torch.load(path, map_location=device)
    hidden = state["encoder.word.weight"].shape[1]
    size = next(size for size in SIZES.values() if size.hidden == hidden)
    network = Network(size, sum(name.endswith("query.weight") for name in state if name.startswith("decoder.")))
    network.load_state_dict({name: value.float() for name, value in state.items()})
    return network.to(device).eval()


@lru_cache(maxsize=1)
def edges(device: torch.device) -> Tensor:
    """Return the edges of the buckets on a device: a copy for each question would hold a GPU up."""
    return torch.tensor(DISTANCE_EDGES, device=device)


def bucket(distance: Tensor) -> Tensor:
    """Return the bucket of a signed distance in words."""
    return torch.bucketize(distance, edges(distance.device))


class Same(nn.Module):
    """Tells from the states of two triggers of one type in one article whether they tell the same happening."""

    def __init__(self, width: int = 96) -> None:
        super().__init__()
        self.project = nn.Linear(MINILM.hidden, width)
        self.distance = nn.Embedding(len(DISTANCE_EDGES) + 1, 16)
        self.kind = nn.Embedding(len(TYPES), 16)
        self.hidden = nn.Linear(2 * width + 32, 64)
        self.out = nn.Linear(64, 1)
        self.dropout = nn.Dropout(0.5)

    def forward(self, left: Tensor, right: Tensor, distance: Tensor, kind: Tensor) -> Tensor:
        """Return the log-odds that pairs are one happening.

        Args:
            left: States of the earlier triggers, shape (pairs, hidden).
            right: States of the later ones.
            distance: Buckets of the distance between them in words.
            kind: Index of their type.
        """
        one, two = self.project(self.dropout(left)), self.project(self.dropout(right))
        features = torch.cat([one * two, (one - two).abs(), self.distance(distance), self.kind(kind)], -1)
        scored: Tensor = self.out(self.dropout(nn.functional.gelu(self.hidden(features))))
        return scored.squeeze(-1)
