"""Trains the network that reads two sentences together, on the states of the shipped encoder's lower half.

    python training/together.py --weights training/build/acts.pt --epochs 6 --rate 1.5e-4
    python training/together.py --export-only

`training/told_pairs.py` gathers what it learns from. A fifth is held out: written happenings and annotated articles by
their id, pairs of two articles one by one; on those `training/together_odds.py` fits how the register weighs what the
network says. The lower half is read by ONNX Runtime, as it ships, once for each sentence; three layers are trained. On
two cores an epoch takes three to eight minutes.
"""

import argparse
import math
import random
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from corpora import HERE, lines
from cross_encoder import CrossEncoder, Pair, beginning_with
from fuse import fuse
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from regesta.dedupe.marked import bucket_of, states_around
from regesta.evaluate.held_out import is_held_out
from regesta.model.span import Span

PAIRS = HERE.parent / "regesta/dedupe/weights/pairs.onnx"
TRAINED = HERE / "build" / "together.pt"
SEED = 1
BATCH = 32
AGAIN, APART = 6, 8  # pairs of each written happening in an epoch
RETOLD, OWN, OTHER = 2500, 900, 800  # pairs of single articles, of our own happenings, of two written ones
SURE = 0.98  # what is the same is learned as this likely, or so: judgements err
HEADS = 12
Item = dict[str, Any]
SIDES = ("left", "right")


class Sentence(NamedTuple):
    """The states of the pieces around a marked word, and which of them are of it."""

    states: np.ndarray
    mark: np.ndarray


Place = tuple[str, int, int]
Known = dict[Place, Sentence]


def drawn(items: list[Item], rng: random.Random) -> list[Item]:
    """Return what one epoch learns from: of a happening told often not every pair."""
    written: dict[tuple[str, bool], list[Item]] = defaultdict(list)
    for each in items:
        if each["corpus"] == "written":
            written[each["key"], each["same"]].append(each)
    found = [
        x for (_, same), some in written.items() for x in rng.sample(some, min(AGAIN if same else APART, len(some)))
    ]
    own = [x for x in items if x["corpus"] == "own"]
    same, apart = [x for x in own if x["same"]], [x for x in own if not x["same"]]
    found += same + rng.sample(apart, min(len(apart), max(0, OWN - len(same))))
    for corpus, most in (("retold", RETOLD), ("other", OTHER)):
        some = [x for x in items if x["corpus"] == corpus]
        found += rng.sample(some, min(len(some), most))
    return found + [x for x in items if x["corpus"] == "judged"]


def place(side: Item) -> Place:
    """Return what a sentence with its marked word is known by."""
    return side["words"], side["start"], side["end"]


def read(places: set[Place]) -> Known:
    """Return sentences as the network takes them, each read once."""
    known = {}
    for words, start, end in sorted(places):
        states, mark = states_around(words, Span(start, end))
        known[words, start, end] = Sentence(states[0].astype(np.float16), mark[0])
    return known


def batch(items: list[Item], known: Known, rng: random.Random | None) -> tuple[Tensor, ...]:
    """Return pairs as the tensors that the network takes; with a source of chance, turned as often as not."""
    rows, gaps = [], []
    for each in items:
        left, right, days = known[place(each["left"])], known[place(each["right"])], each["days"]
        turned = rng is not None and rng.random() < 0.5
        rows.append((right, left) if turned else (left, right))
        gaps.append(bucket_of(-days if turned and days is not None else days))
    length = max(len(left.mark) + len(right.mark) for left, right in rows)
    states = np.zeros((len(rows), length, rows[0][0].states.shape[-1]), np.float32)
    side, mark, mask = (np.zeros((len(rows), length), np.float32) for _ in range(3))
    for row, (left, right) in enumerate(rows):
        end = len(left.mark) + len(right.mark)
        states[row, :end] = np.concatenate([left.states, right.states])
        mark[row, :end] = np.concatenate([left.mark, right.mark])
        side[row, len(left.mark) :] = 1
        mask[row, end:] = -1e4
    words, sides, marks, masked = (torch.from_numpy(array) for array in (states, side, mark, mask))
    return words, sides.long(), marks, torch.tensor(gaps), masked[:, None, None, :]


def batches(items: list[Item], known: Known, rng: random.Random | None) -> list[list[Item]]:
    """Return items in batches of like length; with a source of chance, in random order."""
    length = {id(x): sum(len(known[place(x[name])].mark) for name in SIDES) for x in items}
    ordered = sorted(items, key=lambda x: length[id(x)] + (rng.random() * 12 if rng else 0))
    found = [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]
    if rng:
        rng.shuffle(found)
    return found


def train(network: CrossEncoder, items: list[Item], known: Known, epochs: int, rate: float) -> None:
    """Train in place."""
    rng = random.Random(SEED)
    steps = epochs * math.ceil(len(drawn(items, random.Random(SEED))) / BATCH)
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (0.06 * steps)) * max(0.02, 1 - step / steps)
    )
    for epoch in range(epochs):
        network.train()
        begun, losses = time.monotonic(), []
        for some in batches(drawn(items, rng), known, rng):
            same = torch.tensor([SURE if each["same"] else 1 - SURE for each in some])
            loss = nn.functional.binary_cross_entropy_with_logits(network(*batch(some, known, rng)), same)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            pace.step()
            losses.append(float(loss.detach()))
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.monotonic() - begun:.0f} s", flush=True)


@torch.no_grad()
def report(network: CrossEncoder, items: list[Item], known: Known) -> None:
    """Print average precision by corpus."""
    network.eval()
    for corpus in sorted({each["corpus"] for each in items if each["same"]}):
        groups = batches([x for x in items if x["corpus"] == corpus], known, None)
        odds = np.concatenate([network(*batch(some, known, None)).numpy() for some in groups])
        same = np.array([each["same"] for some in groups for each in some], dtype=float)[np.argsort(-odds)]
        precision = np.cumsum(same) / np.arange(1, len(same) + 1)
        print(
            f"{corpus}: average precision {(precision * same).sum() / same.sum():.3f} of {len(same)} pairs", flush=True
        )


def export(network: CrossEncoder) -> None:
    """Write the quantised file that ships."""
    left, right = torch.export.Dim("left_pieces", min=2, max=512), torch.export.Dim("right_pieces", min=2, max=512)
    states = torch.rand(1, 11, 384), torch.rand(1, 13, 384)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "pairs.onnx"
        torch.onnx.export(
            Pair(network.eval()),
            (*states, torch.ones(1, 11), torch.ones(1, 13), torch.ones(1, dtype=torch.long)),
            whole,
            input_names=["left", "right", "left_mark", "right_mark", "gap"],
            output_names=["odds"],
            dynamic_shapes={
                "left": {1: left},
                "right": {1: right},
                "left_mark": {1: left},
                "right_mark": {1: right},
                "gap": None,
            },
            dynamo=True,
            external_data=False,
        )
        # Weights in 7 bits, as in `export.py`.
        quantize_dynamic(whole, PAIRS, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    fuse(PAIRS, HEADS)


def main() -> None:
    """Train, say how held-out pairs are told apart, and write the file that ships."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=HERE / "build" / "acts.pt")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--export-only", action="store_true", help="write the file of what was trained before")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    if options.export_only:
        network = CrossEncoder()
        network.load_state_dict(torch.load(TRAINED, weights_only=True))
    else:
        network = beginning_with(options.weights)
        items = lines(HERE / "build" / "told_pairs.jsonl")
        known = read({place(each[name]) for each in items for name in SIDES})
        held_out = [each for each in items if is_held_out(each["key"])]
        train(network, [each for each in items if not is_held_out(each["key"])], known, options.epochs, options.rate)
        report(network, held_out, known)
        torch.save(network.state_dict(), TRAINED)
    export(network)


if __name__ == "__main__":
    main()
