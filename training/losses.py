"""What each word of a passage should be, and how far the network is from it."""

from collections import Counter
from dataclasses import dataclass

import torch
from batches import Encoded, distances, pad
from corpora import Attribution, Labelled
from labels import MODES, NAMES, ROLES, SPEECH, STATUSES, TYPES
from network import Network
from torch import Tensor, nn

IGNORE = -100
UNSURE_WEIGHT = 0.3  # of "no trigger here" in sentences whose other events nobody labelled
WEIGHTS = {"trigger": 1.0, "name": 0.3, "role": 0.5, "status": 0.4, "mode": 0.2, "cue": 0.3, "speech": 0.3}
WITHOUT_TRIGGERS = frozenset({"names", "polnear", "unread"})  # corpora that say nothing of events


@dataclass
class Asked:
    """One question to the decoder: the roles of one word of a batch.

    Attributes:
        row: Passage in the batch.
        word: Its word.
        kind: Index of the type, or `SPEECH`.
        roles: The label of each word, shape (words,).
        status: Index of the status; `IGNORE` when unknown.
        mode: Index of the mode, 0 for none; `IGNORE` when unknown.
    """

    row: int
    word: int
    kind: int
    roles: Tensor
    status: int = IGNORE
    mode: int = IGNORE


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


def begin_inside(ranges: list[tuple[str, tuple[int, int]]], labels: tuple[str, ...], n_words: int) -> list[int]:
    """Return the label of each word: 0, or begin (odd) and inside (even) of the ranges' labels."""
    wanted = [0] * n_words
    for label, (first, end) in ranges:
        begin = 1 + 2 * labels.index(label)
        wanted[first:end] = [begin, *[begin + 1] * (end - first - 1)]
    return wanted


def role_target(roles: dict[str, list[tuple[int, int]]] | None, n_words: int, width: int) -> Tensor:
    """Return the role label of each word for one event; all are ignored where the gold gives no roles."""
    wanted = torch.full((width,), IGNORE)
    if roles is not None:
        pairs = [(role, found) for role, ranges in roles.items() for found in ranges]
        wanted[:n_words] = torch.tensor(begin_inside(pairs, ROLES, n_words))
    return wanted


def trigger_targets(
    item: Encoded, scores: Tensor, soft: bool
) -> tuple[Tensor, Tensor, list[tuple[int, int, Labelled]]]:
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


def asked_of_event(row: int, word: int, type_: int, event: Labelled, n_words: int, width: int) -> Asked:
    """Return the question that an event puts to the decoder."""
    status = STATUSES.index(event.status) if event.status else IGNORE
    mode = IGNORE if event.status is None else 1 + MODES.index(event.mode) if event.mode in MODES else 0
    return Asked(row, word, type_, role_target(event.roles, n_words, width), status, mode)


def asked_of_speech(row: int, said: Attribution, n_words: int, width: int) -> Asked:
    """Return the question that an attribution puts to the decoder."""
    roles = {"speaker": said.source, "content": said.content}
    return Asked(row, said.cue[0][0], SPEECH, role_target(roles, n_words, width))


@dataclass
class Wanted:
    """What a batch should be: word labels of shape (passages, words), and questions to the decoder."""

    triggers: Tensor
    weight: Tensor
    names: Tensor
    cues: Tensor
    asked: list[Asked]
    hidden: list[tuple[int, Labelled]]


def wanted_of(batch: list[Encoded], scores: Tensor, soft: bool) -> Wanted:
    """Return what a batch should be, given what the network now makes of it (on the processor, no gradient)."""
    shape = scores.shape[:2]
    wanted = Wanted(
        torch.zeros(shape, dtype=torch.long),
        torch.zeros(shape),
        torch.full(shape, IGNORE),
        torch.full(shape, IGNORE),
        [],
        [],
    )
    for row, item in enumerate(batch):
        passage, n = item.passage, len(item.passage.words)
        if passage.names is not None:
            wanted.names[row, :n] = torch.tensor(begin_inside(passage.names, NAMES, n), dtype=torch.long)
        if passage.attributions is not None:
            cues = [("cue", said.cue[0]) for said in passage.attributions]
            wanted.cues[row, :n] = torch.tensor(begin_inside(cues, ("cue",), n), dtype=torch.long)
            wanted.asked += [asked_of_speech(row, said, n, shape[1]) for said in passage.attributions]
        if passage.corpus in WITHOUT_TRIGGERS or not n:
            continue
        triggers, weight, events = trigger_targets(item, scores[row], soft)
        wanted.triggers[row, :n], wanted.weight[row, :n] = triggers, weight
        if soft:
            wanted.hidden += [(row, e) for e in passage.events if e.trigger is None]
        wanted.asked += [asked_of_event(row, word, type_, e, n, shape[1]) for word, type_, e in events]
    return wanted


def ask(network: Network, states: Tensor, batch: list[Encoded], asked: list[Asked]) -> tuple[Tensor, Tensor]:
    """Return the states of the words asked about, and the decoder's scores, shape (questions, words, role labels)."""
    device, width = states.device, states.shape[1]
    rows, words = torch.tensor([a.row for a in asked], device=device), torch.tensor([a.word for a in asked])
    far = distances(words, width).to(device)
    sizes = torch.tensor([len(batch[a.row].first) for a in asked])
    mask = ((torch.arange(width)[None] >= sizes[:, None]) * -1e4)[:, None, None, :].to(device)
    triggers = states[rows, words.to(device)]
    kinds = torch.tensor([a.kind for a in asked], device=device)
    return triggers, network.decoder(triggers, states[rows], kinds, far, mask)


def loss_of(network: Network, batch: list[Encoded], soft: bool = False) -> tuple[Tensor, Counter[str]]:
    """Return the loss of a batch and its parts."""
    device = next(network.parameters()).device
    pieces, first = pad([item.pieces for item in batch]).to(device), pad([item.first for item in batch]).to(device)
    states = network.states(pieces, first)
    scores = network.trigger(network.dropout(states))
    wanted = wanted_of(batch, scores.detach().cpu(), soft)
    each = nn.functional.cross_entropy(
        scores.flatten(0, 1), wanted.triggers.flatten().to(device), reduction="none", label_smoothing=0.02
    )
    losses = {
        "trigger": (each * wanted.weight.flatten().to(device)).sum(),
        "name": nothing_ignored(network.name(states), wanted.names),
        "cue": nothing_ignored(network.cue(network.dropout(states)), wanted.cues),
    }
    if wanted.hidden:
        told = [somewhere(scores[row, : len(batch[row].first)], event) for row, event in wanted.hidden]
        losses["trigger"] = losses["trigger"] + 2 * torch.stack(told).sum()
    if wanted.asked:
        losses |= decoded(network, states, batch, wanted.asked)
    total = torch.stack([WEIGHTS[name] * value for name, value in losses.items()]).sum() / len(batch)
    return total, Counter({name: float(value.detach()) / len(batch) for name, value in losses.items()})


def nothing_ignored(scores: Tensor, wanted: Tensor) -> Tensor:
    """Return the loss of word labels, over the words that have one."""
    return nn.functional.cross_entropy(
        scores.flatten(0, 1), wanted.flatten().to(scores.device), ignore_index=IGNORE, reduction="sum"
    )


def decoded(network: Network, states: Tensor, batch: list[Encoded], asked: list[Asked]) -> dict[str, Tensor]:
    """Return the losses of what the decoder is asked, and of status and mode."""
    triggers, scored = ask(network, states, batch, asked)
    labels = torch.stack([a.roles for a in asked])
    speech = torch.tensor([a.kind == SPEECH for a in asked])
    losses = {}
    for name, some in (("role", ~speech), ("speech", speech)):
        if some.any():
            losses[name] = nothing_ignored(scored[some.to(scored.device)], labels[some])
    for name, head, known in (
        ("status", network.status, torch.tensor([a.status for a in asked])),
        ("mode", network.mode, torch.tensor([a.mode for a in asked])),
    ):
        if (known != IGNORE).any():
            losses[name] = nn.functional.cross_entropy(
                head(network.dropout(triggers)), known.to(states.device), ignore_index=IGNORE, reduction="sum"
            )
    return losses
