"""Trains the head that tells whether two triggers of an article are one happening, on the states of a trained network.

    python training/same.py --gold ../shared/gold --weights training/build/acts.pt --out training/build/same.pt

The annotations name, for each event, the other words of the article that tell it again: those pairs are the same; pairs
of different events of one type are not. On two cores an epoch takes one to three minutes.
"""

import argparse
import math
import random
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import torch
from batches import encode, load_tokenizer
from corpora import TEXTS_OF, stood_off, written
from encoders import checkpoint
from labelled import Passage
from labels import TYPES
from network import APART_EDGES, AROUND, Network, Same, load_network
from scores import predict
from tellings import told_in_full
from torch import Tensor, nn
from train import SEED

from regesta.evaluate.held_out import is_held_out

EPOCHS, BATCH, RATE = 5, 256, 1e-3
MOST = 40  # pairs of one article in an epoch
SURE = 0.98  # what is the same is learned as this likely: annotations err
CHARS_PER_WORD = 6  # near enough


class Mention(NamedTuple):
    """A trigger of an article: its offset, type, event, passage, and the row of what stands around it."""

    start: int
    type: str
    number: int
    passage: int
    row: int


class Pair(NamedTuple):
    """Two mentions of one type in one article, and whether they are one happening."""

    left: Mention
    right: Mention
    same: bool


def around(states: Tensor, word: int) -> Tensor:
    """Return the states of the words around one; zeros beyond the ends of the passage."""
    window = torch.zeros(2 * AROUND + 1, states.shape[-1], dtype=torch.half)
    first, end = max(0, word - AROUND), min(len(states), word + AROUND + 1)
    window[first - word + AROUND : end - word + AROUND] = states[first:end].half()
    return window


def mentions(network: Network, passages: list[Passage]) -> tuple[dict[str, list[Mention]], Tensor]:
    """Return the annotated triggers of each article, and what stands around each."""
    tokenizer = load_tokenizer(checkpoint() / "tokenizer.json")
    number = {id(passage): at for at, passage in enumerate(passages)}
    found: dict[str, list[Mention]] = defaultdict(list)
    windows: list[Tensor] = []
    for item, _, states in predict(network, [encode(tokenizer, passage) for passage in passages if passage.events]):
        passage = item.passage
        for event in passage.events:
            if event.trigger is not None and event.number is not None:
                start = passage.words[event.trigger].start
                mention = Mention(start, event.types[0], event.number, number[id(passage)], len(windows))
                found[f"{passage.corpus} {passage.key}"].append(mention)
                windows.append(around(states, event.trigger))
    return found, torch.stack(windows)


def pairs(found: dict[str, list[Mention]], held_out: bool) -> list[list[Pair]]:
    """Return, by article, the pairs of triggers of one type, of the held-out articles or of the others."""
    result = []
    for key, triggers in found.items():
        if is_held_out(key.split(" ", 1)[1]) == held_out:
            ordered = sorted(triggers)
            some = [
                Pair(left, right, left.number == right.number)
                for at, left in enumerate(ordered)
                for right in ordered[at + 1 :]
                if right.type == left.type
            ]
            result += [some] if some else []
    return result


def asked(head: Same, some: list[Pair], windows: Tensor) -> Tensor:
    """Return the log-odds of pairs, of which each trigger is read once."""
    known = {mention.row: mention for pair in some for mention in (pair.left, pair.right)}
    kinds = torch.tensor([TYPES.index(mention.type) for mention in known.values()])
    remembered = head.read(windows[list(known)].float(), kinds)
    at = {row: number for number, row in enumerate(known)}
    left, right = (remembered[[at[pair[side].row] for pair in some]] for side in (0, 1))
    words = torch.tensor([(p.right.start - p.left.start) // CHARS_PER_WORD for p in some])
    together = torch.tensor([int(p.left.passage == p.right.passage) for p in some])
    odds: Tensor = head(left, right, torch.bucketize(words, torch.tensor(APART_EDGES)), together)
    return odds


def drawn(articles: list[list[Pair]], rng: random.Random) -> list[Pair]:
    """Return what one epoch learns from: of a long article not every pair."""
    some = [pair for article in articles for pair in rng.sample(article, min(MOST, len(article)))]
    rng.shuffle(some)
    return some


def train(head: Same, articles: list[list[Pair]], windows: Tensor) -> None:
    """Train in place."""
    rng = random.Random(SEED)
    steps = EPOCHS * math.ceil(len(drawn(articles, random.Random(SEED))) / BATCH)
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.02)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (steps / 12), 0.5 * (1 + math.cos(math.pi * min(1.0, s / steps))) + 0.005)
    )
    for epoch in range(EPOCHS):
        head.train()
        some, began, total = drawn(articles, rng), time.monotonic(), 0.0
        for at in range(0, len(some), BATCH):
            batch = some[at : at + BATCH]
            wanted = torch.tensor([SURE if pair.same else 1 - SURE for pair in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                odds = asked(head, batch, windows)
            loss = nn.functional.binary_cross_entropy_with_logits(odds.float(), wanted)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            pace.step()
            total += float(loss.detach()) * len(batch)
        print(f"epoch {epoch + 1}: loss {total / len(some):.3f}, {time.monotonic() - began:.0f} s", flush=True)


@torch.no_grad()
def report(head: Same, found: dict[str, list[Mention]], windows: Tensor) -> None:
    """Print average precision on held-out pairs, of each corpus and of all."""
    head.eval()
    for corpus in ("", *sorted({key.split(" ", 1)[0] for key in found})):
        of_corpus = {key: some for key, some in found.items() if key.startswith(corpus)}
        some = [pair for article in pairs(of_corpus, held_out=True) for pair in article]
        if not any(pair.same for pair in some):
            continue
        batches = [some[at : at + BATCH] for at in range(0, len(some), BATCH)]
        odds = torch.cat([asked(head, batch, windows) for batch in batches])
        same = torch.tensor([float(pair.same) for pair in some])[odds.argsort(descending=True, stable=True)]
        precision = same.cumsum(0) / torch.arange(1, len(same) + 1)
        mean = float((precision * same).sum() / same.sum())
        print(f"{corpus or 'all'}: average precision {mean:.3f} of {len(same)} pairs", flush=True)


def main() -> None:
    """Train, and say how held-out pairs are told apart."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    articles = [passage for kind in TEXTS_OF for passage in stood_off(options.gold, kind)]
    passages = [*articles, *written(), *told_in_full(options.gold)]
    found, windows = mentions(load_network(options.weights), passages)
    learned = pairs(found, held_out=False)
    counted = [pair.same for article in learned for pair in article]
    print(f"{len(counted)} pairs of {len(learned)} articles to learn, {sum(counted)} the same", flush=True)
    head = Same()
    train(head, learned, windows)
    report(head, found, windows)
    torch.save(head.state_dict(), options.out)


if __name__ == "__main__":
    main()
