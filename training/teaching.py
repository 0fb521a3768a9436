"""What teachers make of a batch, asked once, and how far a network is from the mean of them; that needs no labels."""

from dataclasses import dataclass

import torch
from labels import SPEECH
from lessons import Lesson
from losses import decoded
from network import Network
from torch import Tensor, nn

ASKED_FROM = 0.3  # words the teachers hold for triggers or cues from here on: their roles are taught too
MOST = 400  # of them in a batch
WEIGHTS = {"trigger": 1.0, "name": 0.3, "cue": 0.3, "role": 0.4, "status": 0.3, "mode": 0.2}


@dataclass
class Told:
    """The mean of what teachers answer about a batch, as probabilities in half precision.

    Attributes:
        words: Of triggers, names and cues, each of shape (passages, words, labels).
        rows: Passage of each word whose roles were asked, shape (questions,); triggers first, then cues.
        at: The word.
        kinds: Index of its type, or `SPEECH`.
        answers: Of its roles, shape (questions, words, labels), then of its status and mode, (questions, labels).
    """

    words: list[Tensor]
    rows: Tensor
    at: Tensor
    kinds: Tensor
    answers: list[Tensor]


def answers_of(network: Network, states: Tensor, real: Tensor, rows: Tensor, at: Tensor, kinds: Tensor) -> list[Tensor]:
    """Return a network's scores of roles, status and mode for words of a batch."""
    triggers = states[rows, at]
    return [decoded(network, states, real, rows, at, kinds), network.status(triggers), network.mode(triggers)]


@torch.no_grad()
def tell(teachers: list[Network], lesson: Lesson) -> Told:
    """Return what the teachers answer on average."""
    theirs = [teacher.states(lesson.pieces, lesson.first) for teacher in teachers]
    mean = lambda each: torch.stack(each).mean(0)  # noqa: E731 - used below only
    triggers, names, cues = (
        mean([getattr(t, head)(s).float().softmax(-1) for t, s in zip(teachers, theirs, strict=True)])
        for head in ("trigger", "name", "cue")
    )
    events = ((1 - triggers[..., 0] > ASKED_FROM) & lesson.real).nonzero()[:MOST]
    speech = ((cues[..., 1] > ASKED_FROM) & lesson.real).nonzero()[:MOST]
    rows, at = torch.cat([events, speech]).unbind(-1)
    kinds = triggers[events[:, 0], events[:, 1], 1:].argmax(-1)
    kinds = torch.cat([kinds, torch.full_like(speech[:, 0], SPEECH)])
    each = [
        [a.float().softmax(-1) for a in answers_of(t, s, lesson.real, rows, at, kinds)]
        for t, s in zip(teachers, theirs, strict=True)
    ]
    answers = [mean(some).half() for some in zip(*each, strict=True)]
    return Told([triggers.half(), names.half(), cues.half()], rows, at, kinds, answers)


def soft_loss_of(network: Network, lesson: Lesson, told: Told, states: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
    """Return how far a network is from its teachers on a batch, and the parts of that, per passage.

    Args:
        network: What learns.
        lesson: The batch.
        told: What its teachers answered.
        states: The network's own word states.
    """
    triggers, names, cues = told.words
    losses = {
        "trigger": apart(network.trigger(network.dropout(states)), triggers, lesson.real),
        "name": apart(network.name(states), names, lesson.real),
        "cue": apart(network.cue(network.dropout(states)), cues, lesson.real),
    }
    if len(told.rows):
        roles, status, mode = answers_of(network, states, lesson.real, told.rows, told.at, told.kinds)
        events = told.kinds != SPEECH
        losses["role"] = apart(roles, told.answers[0], lesson.real[told.rows])
        losses["status"] = apart(status, told.answers[1], events)
        losses["mode"] = apart(mode, told.answers[2], events)
    passages = len(lesson.pieces)
    total = torch.stack([WEIGHTS[name] * value for name, value in losses.items()]).sum() / passages
    return total, {f"taught {name}": value.detach() / passages for name, value in losses.items()}


def apart(scores: Tensor, wanted: Tensor, counted: Tensor) -> Tensor:
    """Return the cross-entropy of scores with wanted probabilities, summed over what is counted."""
    each = -(wanted.float() * nn.functional.log_softmax(scores.float(), -1)).sum(-1)
    return (each * counted).sum()
