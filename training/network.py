"""The network: an encoder over word pieces, heads over words, a decoder that reads a passage for one of its words."""

import torch
from labels import MODES, NAMES, ROLES, STATUSES, TYPES
from torch import Tensor, nn

HIDDEN = 384
WIDTH = 192  # of the decoder: half the encoder's, since it reads a passage once per trigger
NAME_LABELS = 1 + 2 * len(NAMES)  # nothing; then begin and inside of each kind of name
ROLE_LABELS = 1 + 2 * len(ROLES)  # nothing; then begin and inside of each role
CUE_LABELS = 3  # nothing, begin, inside
DISTANCE_EDGES = (-32, -16, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 16, 32)


class Layer(nn.Module):
    """One layer of BERT (post-norm)."""

    def __init__(self, width: int = HIDDEN, heads: int = 12, inner: int = 1536, dropout: float = 0.1) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return the layer's output; `mask` is added to attention scores. No dropout there: it doubles the time."""
        batch, length, width = x.shape
        shape = (batch, length, self.heads, width // self.heads)
        query, key, value = (f(x).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        mixed = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.norm(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(nn.functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM, six layers."""

    def __init__(self, vocabulary: int = 30522, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN, padding_idx=0)
        self.position = nn.Embedding(512, HIDDEN)
        self.segment = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout=dropout) for _ in range(layers))

    def forward(self, pieces: Tensor) -> Tensor:
        """Return the hidden state of each word piece; 0 is padding."""
        mask = (pieces == 0)[:, None, None, :] * -1e4
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(pieces) + self.position(positions) + self.segment.weight[0]
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Decoder(nn.Module):
    """Reads a passage for one of its words, a trigger or a cue, and says which words fill which of its roles."""

    def __init__(self, layers: int = 2) -> None:
        super().__init__()
        self.trigger = nn.Linear(HIDDEN, WIDTH)
        self.word = nn.Linear(HIDDEN, WIDTH)
        self.kind = nn.Embedding(len(TYPES) + 1, WIDTH)  # the last is speech
        self.distance = nn.Embedding(len(DISTANCE_EDGES) + 1, WIDTH)
        self.product = nn.Linear(HIDDEN, WIDTH)
        self.product_word = nn.Linear(HIDDEN, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(Layer(WIDTH, heads=6, inner=2 * WIDTH) for _ in range(layers))
        self.role = nn.Linear(WIDTH, ROLE_LABELS)
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

    def __init__(self, decoder_layers: int = 2) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.trigger = nn.Linear(HIDDEN, 1 + len(TYPES))
        self.name = nn.Linear(HIDDEN, NAME_LABELS)
        self.cue = nn.Linear(HIDDEN, CUE_LABELS)
        self.decoder = Decoder(decoder_layers)
        self.status = nn.Linear(HIDDEN, len(STATUSES))
        self.mode = nn.Linear(HIDDEN, 1 + len(MODES))
        self.dropout = nn.Dropout(0.2)

    def states(self, pieces: Tensor, first: Tensor) -> Tensor:
        """Return the state of each word: that of its first piece. Shape (batch, words, hidden)."""
        hidden: Tensor = self.encoder(pieces)
        return hidden.gather(1, first[:, :, None].expand(-1, -1, HIDDEN))


def bucket(distance: Tensor) -> Tensor:
    """Return the bucket of a signed distance in words."""
    return torch.bucketize(distance, torch.tensor(DISTANCE_EDGES, device=distance.device))


BERT_NAMES = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "out", "attention.output.LayerNorm": "norm", "intermediate.dense": "up",
    "output.dense": "down", "output.LayerNorm": "norm2",
}  # fmt: skip


def load_encoder(encoder: Encoder, tensors: dict[str, Tensor]) -> None:
    """Load the weights of a BERT checkpoint, by its names, into our encoder."""
    own = {
        "word.weight": "embeddings.word_embeddings.weight", "position.weight": "embeddings.position_embeddings.weight",
        "segment.weight": "embeddings.token_type_embeddings.weight", "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }  # fmt: skip
    for number in range(len(encoder.layers)):
        for theirs, ours in BERT_NAMES.items():
            for part in ("weight", "bias"):
                own[f"layers.{number}.{ours}.{part}"] = f"encoder.layer.{number}.{theirs}.{part}"
    encoder.load_state_dict({name: tensors[theirs] for name, theirs in own.items()})


class Same(nn.Module):
    """Tells from the states of two triggers of one type in one article whether they tell the same happening."""

    def __init__(self, width: int = 96) -> None:
        super().__init__()
        self.project = nn.Linear(HIDDEN, width)
        self.distance = nn.Embedding(len(DISTANCE_EDGES) + 1, 16)
        self.kind = nn.Embedding(len(TYPES), 16)
        self.hidden = nn.Linear(2 * width + 32, 64)
        self.out = nn.Linear(64, 1)
        self.dropout = nn.Dropout(0.3)

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
