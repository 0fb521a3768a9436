"""Trains the upper layers and the heads of a trained network further, on two cores in half an hour.

    python training/further.py --gold ../shared/gold --weights training/build/acts.pt --out training/build/further.pt

The lower layers stay as they are, so that what they make of every passage is computed once, and what else begins with
them (`together.py`) need not be trained again. Of what the network has learned from before, shares are read again, so
that it forgets nothing; texts in which every telling is annotated are read whole.
"""

import argparse
import math
import random
import time
from pathlib import Path

import torch
from asked import heed
from batches import Encoded, batches, encode, load_tokenizer
from corpora import everything, unread
from encoders import PAD, Encoder, checkpoint
from lessons import Lesson, lesson_of
from losses import loss_of
from network import Network, load_network
from split import SHARED_LAYERS
from tellings import told_in_full
from torch import Tensor, nn

from regesta.evaluate.held_out import is_held_out

SEED, PIECES, HEADS_RATE = 7, 6000, 4.0
SHARES = {"unread": 0.0, "asked": 0.2, "polnear": 0.35, "written": 0.35, "reuters": 0.5}  # of others, all


def learned_from(gold: Path, rng: random.Random) -> list[Encoded]:
    """Return the passages to learn from."""
    tokenizer = load_tokenizer(checkpoint() / "tokenizer.json")
    passages = [*everything(gold), *unread(gold, True)]
    heed(passages)
    again = list(told_in_full(gold))
    read_again = {passage.text for passage in again}
    passages = [*(passage for passage in passages if passage.text not in read_again), *again]
    items = [item for item in (encode(tokenizer, passage) for passage in passages) if item.first]
    return [
        item
        for item in items
        if not is_held_out(item.passage.key) and rng.random() < SHARES.get(item.passage.corpus, 1.0)
    ]


def mask_of(pieces: Tensor) -> Tensor:
    """Return what is added to attention scores: padding is not looked at."""
    return (pieces == PAD)[:, None, None, :] * -1e4


@torch.no_grad()
def lower(encoder: Encoder, pieces: Tensor) -> Tensor:
    """Return what the lower layers make of a batch."""
    assert encoder.segment is not None
    positions = torch.arange(pieces.shape[1])
    x = encoder.norm(encoder.word(pieces) + encoder.position(positions) + encoder.segment.weight[0])
    for layer in list(encoder.layers)[:SHARED_LAYERS]:
        x = layer(x, mask_of(pieces))
    return x.bfloat16()


def states_of(encoder: Encoder, lesson: Lesson, below: Tensor) -> Tensor:
    """Return the states of the words of a batch, from those of the lower layers."""
    x = below.float()
    for layer in list(encoder.layers)[SHARED_LAYERS:]:
        x = layer(x, mask_of(lesson.pieces))
    return x.float().gather(1, lesson.first[:, :, None].expand(-1, -1, x.shape[-1]))


def train(network: Network, lessons: list[Lesson], epochs: int, rate: float) -> None:
    """Train in place."""
    encoder, generator = network.encoder, torch.Generator().manual_seed(SEED)
    upper = [p for layer in list(encoder.layers)[SHARED_LAYERS:] for p in layer.parameters()]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": upper, "lr": rate}, {"params": heads, "lr": HEADS_RATE * rate}], weight_decay=0.01
    )
    steps = epochs * len(lessons)
    warmup = max(1, steps // 15)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warmup, 0.5 * (1 + math.cos(math.pi * min(1.0, s / steps))))
    )
    network.eval()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        below = [lower(encoder, lesson.pieces) for lesson in lessons]
    network.train()
    began = time.monotonic()
    for epoch in range(epochs):
        total = 0.0
        for number in torch.randperm(len(lessons), generator=generator).tolist():
            with torch.autocast("cpu", dtype=torch.bfloat16):
                states = states_of(encoder, lessons[number], below[number])
                loss, _ = loss_of(network, lessons[number], states, soft=epoch == 0)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*upper, *heads], 1.0)
            optimizer.step()
            pace.step()
            total += float(loss.detach())
        spent = time.monotonic() - began
        left = spent / (epoch + 1) * (epochs - epoch - 1)
        print(f"epoch {epoch + 1}/{epochs}: {total / len(lessons):.3f}, {spent:.0f} s, {left:.0f} s left", flush=True)


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    items = learned_from(options.gold, random.Random(SEED))
    lessons = [lesson_of(batch) for batch in batches(items, PIECES, torch.Generator().manual_seed(SEED))]
    print(f"{len(items)} passages, {len(lessons)} batches", flush=True)
    network = load_network(options.weights)
    train(network, lessons, options.epochs, options.rate)
    torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
