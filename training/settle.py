"""Learns a little more on a mix in which single sentences weigh more, and keeps to what it knew.

    B=training/build
    python training/settle.py --gold ../shared/gold --weights $B/student.pt --teachers $B/student.pt --out $B/settled.pt

Whole articles and speech are most of what a network is trained on, so that it reads single sentences less well than it
could. Here all of these are read beside a share of the rest. What it knew it keeps by teachers: itself, or what it was
averaged from.
"""

import argparse
import time
from pathlib import Path

import torch
from batches import batches, encode, load_tokenizer
from corpora import Passage, everything
from encoders import checkpoint
from lessons import lesson_of
from network import load_network
from teaching import Told, tell
from train import SHARES, epochs

from regesta.evaluate.held_out import fold, is_held_out

SEED = 5
KEPT = {
    "dyads": 1.0, "roles": 1.0, "written": 0.5, "newswire": 0.3, "rams": 0.3, "wikievents": 0.3, "names": 0.3,
    "reuters": 0.2, "polnear": 0.1,
}  # fmt: skip
BEGINNING = 60  # characters of a passage that its draw is made by


def is_kept(passage: Passage) -> bool:
    """Tell whether a passage is among the share of its corpus that is read."""
    if is_held_out(passage.key):
        return False
    begins = passage.span.of(passage.text)[:BEGINNING]
    return fold(f"ft{begins}", SHARES) < SHARES * KEPT[passage.corpus]


def main() -> None:
    """Train for a few epochs at a low rate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="the network to begin with")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--pieces", type=int, default=1500, help="word pieces in a batch")
    parser.add_argument("--device", default="cpu")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    generator = torch.Generator().manual_seed(SEED)
    tokenizer = load_tokenizer(checkpoint() / "tokenizer.json")
    items = [encode(tokenizer, passage) for passage in everything(options.gold) if is_kept(passage)]
    read = batches([item for item in items if item.first], options.pieces, generator)
    lessons = [lesson_of(batch).to(options.device) for batch in read]
    network = load_network(options.weights, options.device)
    teachers = [load_network(path, options.device) for path in options.teachers]
    told: list[Told | None] = [tell(teachers, lesson) for lesson in lessons]
    began = time.monotonic()
    for epoch, mean in enumerate(epochs(network, lessons, told, generator, options)):
        print(f"epoch {epoch + 1}/{options.epochs}: {mean}, {time.monotonic() - began:.0f} s", flush=True)
        torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
