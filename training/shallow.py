"""Trains a decoder of one layer in the place of one of two, which takes nearly half of the time.

    python training/shallow.py --gold ../shared/gold --weights training/build/network.pt --out training/build/shallow.pt

It learns from the gold and from what the two layers say of each word; nothing else of the network changes.
"""

import argparse
import math
import random
import time
from pathlib import Path

import torch
from batches import batches
from further import PIECES, SEED, learned_from
from lessons import Lesson, lesson_of
from losses import apart_from_roles, decoded, states_of
from network import Network, load_network
from teaching import apart
from torch import Tensor, nn

TAUGHT = 0.4  # how much the two layers count beside the gold


def with_one_layer(deep: Network) -> Network:
    """Return a network like another whose decoder has its first layer alone."""
    network = Network(deep.encoder.size, 1)
    kept = network.state_dict().keys()
    network.load_state_dict({name: value for name, value in deep.state_dict().items() if name in kept})
    return network


def loss_of(deep: Network, shallow: Network, lesson: Lesson, states: Tensor) -> Tensor:
    """Return how far the roles that the shallow decoder reads are from the gold and from the deep one's."""
    first = len(lesson.hidden)  # of these nobody has said which word it is
    rows, words, kinds = lesson.rows[first:], lesson.words[first:], lesson.kinds[first:]
    with torch.no_grad():
        taught = decoded(deep, states, lesson.real, rows, words, kinds).float().softmax(-1)
    found, wanted = decoded(shallow, states, lesson.real, rows, words, kinds), lesson.roles[first:]
    gold = (apart_from_roles(found[: len(wanted)], wanted).sum(-1) * lesson.weights[first:]).sum()
    return (gold + TAUGHT * apart(found, taught, lesson.real[rows])) / len(lesson.pieces)


def train(deep: Network, shallow: Network, lessons: list[Lesson], epochs: int, rate: float) -> None:
    """Train the shallow decoder in place."""
    parameters = list(shallow.decoder.parameters())
    optimizer = torch.optim.AdamW(parameters, lr=rate, weight_decay=0.01)
    steps, generator = epochs * len(lessons), torch.Generator().manual_seed(SEED)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (steps / 15), 0.5 * (1 + math.cos(math.pi * min(1.0, s / steps))))
    )
    deep.eval()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        known = [states_of(deep, lesson).bfloat16() for lesson in lessons]
    began = time.monotonic()
    for epoch in range(epochs):
        shallow.train()
        total = 0.0
        for number in torch.randperm(len(lessons), generator=generator).tolist():
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(deep, shallow, lessons[number], known[number].float())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            pace.step()
            total += float(loss.detach())
        spent = time.monotonic() - began
        print(f"epoch {epoch + 1}/{epochs}: {total / len(lessons):.3f}, {spent:.0f} s", flush=True)


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1e-3)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    items = [
        item
        for item in learned_from(options.gold, random.Random(SEED))
        if item.passage.events or item.passage.attributions
    ]
    lessons = [lesson_of(batch) for batch in batches(items, PIECES, torch.Generator().manual_seed(SEED))]
    lessons = [lesson for lesson in lessons if len(lesson.rows) > len(lesson.hidden)]
    deep = load_network(options.weights)
    shallow = with_one_layer(deep)
    train(deep, shallow, lessons, options.epochs, options.rate)
    torch.save(shallow.state_dict(), options.out)


if __name__ == "__main__":
    main()
