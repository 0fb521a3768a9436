"""Scores of a network on held-out passages, per corpus: what `train.py` prints.

python training/scores.py --gold ../shared/gold --weights training/build/acts.pt
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import torch
from batches import Encoded, batches, encode, load_tokenizer, pad
from corpora import everything
from encoders import checkpoint
from labelled import Labelled
from labels import NAMES, ROLES, SPEECH, STATUSES, TYPES
from lessons import possible
from losses import best_of, decoded
from network import Network, load_network
from torch import Tensor

from regesta.evaluate.held_out import is_held_out

Read = tuple[Encoded, Tensor, Tensor]


@torch.no_grad()
def predict(network: Network, items: list[Encoded]) -> list[Read]:
    """Return each passage with its trigger probabilities and word states, on the network's device."""
    network.eval()
    device = next(network.parameters()).device
    found = []
    for batch in batches(items, 4096, None):
        states = network.states(pad([i.pieces for i in batch]).to(device), pad([i.first for i in batch]).to(device))
        probabilities = network.trigger(states).softmax(-1)
        found += [
            (item, probabilities[r, : len(item.first)], states[r, : len(item.first)]) for r, item in enumerate(batch)
        ]
    return found


def decode(labels: list[int], names: tuple[str, ...] = ROLES) -> list[tuple[str, tuple[int, int]]]:
    """Return the spans of a label sequence."""
    found: list[tuple[str, tuple[int, int]]] = []
    begin, role = 0, None
    for index, label in enumerate([*labels, 0]):
        here = names[(label - 1) // 2] if label else None
        if role is not None and (here != role or label % 2 == 1):
            found.append((role, (begin, index)))
            role = None
        if here is not None and role is None:
            begin, role = index, here
    return found


class Tally:
    """Hits, finds and golds by name."""

    def __init__(self) -> None:
        self.hit: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()

    def add(self, name: str, gold: set[Any], found: set[Any]) -> None:
        """Count one comparison."""
        self.hit[name] += len(gold & found)
        self.found[name] += len(found)
        self.gold[name] += len(gold)

    def scores(self) -> dict[str, float]:
        """Return F1 by name; of what is always found, that is accuracy."""
        return {n: round(2 * self.hit[n] / max(1, self.found[n] + self.gold[n]), 3) for n in sorted(self.gold)}


@torch.no_grad()
def evaluate(network: Network, items: list[Encoded]) -> dict[str, float]:
    """Return the scores of the network on held-out passages, per corpus."""
    tally = Tally()
    for item, probabilities, states in predict(network, items):
        if item.passage.words:
            add_words(tally, network, item, probabilities, states)
            add_roles(tally, network, item, probabilities, states)
    return tally.scores()


def add_words(tally: Tally, network: Network, item: Encoded, probabilities: Tensor, states: Tensor) -> None:
    """Count what word labels get right: names, triggers, cues."""
    passage, corpus = item.passage, item.passage.corpus
    if passage.names is not None:
        tally.add("name", set(passage.names), set(decode(network.name(states).argmax(-1).tolist(), NAMES)))
    if passage.attributions is not None:
        told = decode(network.cue(states).argmax(-1).tolist(), ("cue",))
        tally.add("cue", {a.cue[0] for a in passage.attributions}, {r for _, r in told})
    event, best = 1 - probabilities[:, 0], probabilities[:, 1:].argmax(-1)
    predicted = {(i, TYPES[best[i]]) for i in range(len(event)) if event[i] > 0.5}
    if corpus in {"written", "newswire"}:
        tally.add(f"{corpus} trigger", {(e.trigger, e.types[0]) for e in passage.events}, predicted)
    elif corpus in {"dyads", "roles"} and passage.events:
        top = int(probabilities[:, 1:].max(0).values.argmax())
        tally.add(f"{corpus} type", {True}, {TYPES[top] in passage.events[0].types})
    elif passage.complete:
        tally.add(f"{corpus} neutral", {True}, {not predicted})


def add_roles(tally: Tally, network: Network, item: Encoded, probabilities: Tensor, states: Tensor) -> None:
    """Count what the decoder gets right, asked about the gold's triggers and cues."""
    passage, corpus = item.passage, item.passage.corpus
    labelled = [e for e in passage.events if e.roles is not None]
    asked = [place(probabilities, e) for e in labelled]
    said = passage.attributions or []
    asked += [(a.cue[0][0], SPEECH) for a in said]
    if not asked:
        return
    words, kinds = torch.tensor(asked, device=states.device).unbind(-1)
    real = torch.ones(1, len(states), dtype=torch.bool, device=states.device)
    scored = decoded(network, states[None], real, torch.zeros_like(words), words, kinds)
    spans = [decode(row) for row in scored.argmax(-1).tolist()]
    status = network.status(states[words]).argmax(-1).tolist()
    for index, event in enumerate(labelled):
        if event.status is not None:
            tally.add(f"{corpus} status", {event.status}, {STATUSES[status[index]]})
        for role in ("actor", "recipient", "place", "date"):
            if event.roles and (role in event.roles or corpus in {"written", "newswire"}):
                gold = set(event.roles.get(role, []))
                tally.add(f"{corpus} {role}", gold, {s for r, s in spans[index] if r == role})
    for a, found in zip(said, spans[len(labelled) :], strict=True):
        tally.add("speaker", set(a.source), {s for r, s in found if r == "speaker"})
        tally.add("content", set(a.content), {s for r, s in found if r == "content"})


def place(probabilities: Tensor, event: Labelled) -> tuple[int, int]:
    """Return the word and type of an event: the gold's, or where the network sees it most."""
    if event.trigger is not None:
        return event.trigger, TYPES.index(event.types[0])
    where = possible(event, len(probabilities), len(probabilities)).to(probabilities.device)
    word, kind = best_of(probabilities[None], where[None])
    return int(word), int(kind)


def main() -> None:
    """Print the scores of a saved network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--device", default="cpu")
    options = parser.parse_args()
    tokenizer = load_tokenizer(checkpoint() / "tokenizer.json")
    items = [encode(tokenizer, passage) for passage in everything(options.gold) if is_held_out(passage.key)]
    network = load_network(options.weights, options.device)
    print(json.dumps(evaluate(network, [item for item in items if item.first])))


if __name__ == "__main__":
    main()
