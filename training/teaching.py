"""The distance between a network and the mean of its teachers, which needs no labels."""

from collections import Counter

import torch
from batches import Encoded, distances, pad
from labels import SPEECH
from network import Network
from torch import Tensor, nn

ASKED_FROM = 0.3  # words the teachers hold for triggers or cues from here on: their roles are taught too
MOST = 400  # of them in a batch
WEIGHT = 1.0  # of the teachers against the gold


@torch.no_grad()
def told(teachers: list[Network], pieces: Tensor, first: Tensor) -> tuple[list[Tensor], list[Tensor]]:
    """Return the teachers' word states, and the mean probabilities of triggers, names and cues."""
    states = [teacher.states(pieces, first) for teacher in teachers]
    means = []
    for head in ("trigger", "name", "cue"):
        each = [getattr(t, head)(s).softmax(-1) for t, s in zip(teachers, states, strict=True)]
        means.append(torch.stack(each).mean(0))
    return states, means


def soft_loss_of(network: Network, teachers: list[Network], batch: list[Encoded]) -> tuple[Tensor, Counter[str]]:
    """Return how far a network is from the mean of its teachers on a batch, and the parts of that."""
    device = next(network.parameters()).device
    pieces, first = pad([i.pieces for i in batch]).to(device), pad([i.first for i in batch]).to(device)
    theirs, (triggers, names, cues) = told(teachers, pieces, first)
    states = network.states(pieces, first)
    width = states.shape[1]
    sizes = torch.tensor([len(i.first) for i in batch])
    real = (torch.arange(width)[None] < sizes[:, None]).to(device)
    losses = {
        "taught trigger": apart(network.trigger(network.dropout(states)), triggers, real),
        "taught name": 0.3 * apart(network.name(states), names, real),
        "taught cue": 0.3 * apart(network.cue(network.dropout(states)), cues, real),
    }
    events = ((1 - triggers[..., 0] > ASKED_FROM) & real).nonzero()[:MOST]
    speech = ((cues[..., 1] > ASKED_FROM) & real).nonzero()[:MOST]
    asked = torch.cat([events, speech])
    if len(asked):
        kinds = triggers[events[:, 0], events[:, 1], 1:].argmax(-1)
        kinds = torch.cat([kinds, torch.full((len(speech),), SPEECH, device=device)])
        losses |= taught_roles(network, teachers, states, theirs, asked, kinds, real)
    total = WEIGHT * torch.stack(list(losses.values())).sum() / len(batch)
    return total, Counter({name: float(value.detach()) / len(batch) for name, value in losses.items()})


def taught_roles(
    network: Network,
    teachers: list[Network],
    states: Tensor,
    theirs: list[Tensor],
    asked: Tensor,
    kinds: Tensor,
    real: Tensor,
) -> dict[str, Tensor]:
    """Return the distances of roles, status and mode, of the words asked about."""
    rows, words = asked[:, 0], asked[:, 1]
    far = distances(words.cpu(), states.shape[1]).to(states.device)
    mask = ((~real[rows]) * -1e4)[:, None, None, :]

    def answer(some: Network, of: Tensor) -> list[Tensor]:
        at = of[rows, words]
        return [some.decoder(at, of[rows], kinds, far, mask), some.status(at), some.mode(at)]

    with torch.no_grad():
        each = [[a.softmax(-1) for a in answer(t, s)] for t, s in zip(teachers, theirs, strict=True)]
        means = [torch.stack(some).mean(0) for some in zip(*each, strict=True)]
    roles, status, mode = answer(network, states)
    events = kinds != SPEECH
    return {
        "taught role": 0.4 * apart(roles, means[0], real[rows]),
        "taught status": 0.3 * apart(status[events], means[1][events], None),
        "taught mode": 0.2 * apart(mode[events], means[2][events], None),
    }


def apart(scores: Tensor, wanted: Tensor, real: Tensor | None) -> Tensor:
    """Return the cross-entropy of scores with wanted probabilities, summed over the words that are no padding."""
    each = -(wanted * nn.functional.log_softmax(scores, -1)).sum(-1)
    return each.sum() if real is None else each[real].sum()
