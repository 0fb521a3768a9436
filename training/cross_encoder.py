"""The network that reads two sentences together: the upper layers of an encoder, over the states of the lower ones."""

from pathlib import Path

import torch
from encoders import Layer
from torch import Tensor, nn

HIDDEN, LAYERS = 384, 3
GAPS = 15  # buckets of the days from one publication to the other; see `regesta/dedupe/cross_encoder.py`


class CrossEncoder(nn.Module):
    """Says whether the marked words of two sentences tell one happening."""

    def __init__(self) -> None:
        super().__init__()
        self.side = nn.Embedding(2, HIDDEN)
        self.mark = nn.Parameter(torch.empty(HIDDEN))
        self.gap = nn.Embedding(GAPS, HIDDEN)
        for weight in (self.side.weight, self.gap.weight):
            nn.init.normal_(weight, std=0.02)
        nn.init.normal_(self.mark, std=0.5)
        self.norm = nn.LayerNorm(HIDDEN)
        self.layers = nn.ModuleList(Layer(HIDDEN) for _ in range(LAYERS))
        self.hidden, self.odds = nn.Linear(3 * HIDDEN, HIDDEN), nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor, side: Tensor, mark: Tensor, gap: Tensor, mask: Tensor | None) -> Tensor:
        """Return the log-odds of each pair, shape (pairs,).

        Args:
            states: What the lower layers make of both sentences, one behind the other, each read alone; shape (pairs,
                pieces, hidden).
            side: 0 for pieces of the left sentence, 1 for those of the right; shape (pairs, pieces).
            mark: 1 for the pieces of the marked words, else 0; shape (pairs, pieces).
            gap: Bucket of the days between the publications; shape (pairs,).
            mask: Added to attention scores, shape (pairs, 1, 1, pieces); None when no piece is padding.
        """
        x = states + self.side(side) + mark[..., None] * self.mark
        x = torch.cat([x[:, :1] + self.gap(gap)[:, None], x[:, 1:]], 1)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        left, right = (
            (x * (mark * (side == number))[..., None]).sum(1) / (mark * (side == number)).sum(1, keepdim=True)
            for number in (0, 1)
        )
        both = self.dropout(torch.cat([x[:, 0], left + right, (left - right).abs()], -1))
        odds: Tensor = self.odds(self.dropout(nn.functional.gelu(self.hidden(both))))[:, 0]
        return odds


class Pair(nn.Module):
    """The network as it ships: one pair at a time, the sentences apart."""

    def __init__(self, network: CrossEncoder) -> None:
        super().__init__()
        self.network = network

    def forward(self, left: Tensor, right: Tensor, left_mark: Tensor, right_mark: Tensor, gap: Tensor) -> Tensor:
        """Return the log-odds of a pair; see `regesta/dedupe/cross_encoder.py` for the inputs."""
        zeros = torch.zeros_like(left_mark, dtype=torch.long)
        ones = torch.ones_like(right_mark, dtype=torch.long)
        odds: Tensor = self.network(
            torch.cat([left, right], 1), torch.cat([zeros, ones], 1), torch.cat([left_mark, right_mark], 1), gap, None
        )
        return odds


def beginning_with(weights: Path) -> CrossEncoder:
    """Return a network whose layers are the upper ones of a trained encoder, `training/build/acts.pt`."""
    network, trained = CrossEncoder(), torch.load(weights, map_location="cpu", weights_only=True)
    for number, layer in enumerate(network.layers):
        prefix = f"encoder.layers.{number + LAYERS}."
        own = {name.removeprefix(prefix): weight for name, weight in trained.items() if name.startswith(prefix)}
        layer.load_state_dict(own)
    return network
