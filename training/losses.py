"""How far the network is from what each word of a batch should be."""

import torch
from labels import ROLES
from lessons import IGNORE, NO_PARTY, PARTIES, Lesson
from network import Network, bucket
from torch import Tensor, nn

UNSURE_WEIGHT = 0.3  # of "no trigger here" in sentences whose other events nobody labelled
SMOOTHING = 0.02  # of the labels of triggers
HIDDEN_WEIGHT = 2.0  # of an event that is somewhere in its sentence
# Labels of words that name no party: nothing, or begin and inside of the roles that are none.
OTHERS = [0, *(1 + 2 * i + inside for i, role in enumerate(ROLES) if role not in PARTIES for inside in (0, 1))]
WEIGHTS = {"trigger": 1.0, "name": 0.3, "role": 1.0, "status": 0.4, "mode": 0.2, "cue": 0.3}  # roles carry their own


def states_of(network: Network, lesson: Lesson) -> Tensor:
    """Return the state of each word of a batch, shape (passages, words, hidden)."""
    return network.states(lesson.pieces, lesson.first)


def loss_of(network: Network, lesson: Lesson, states: Tensor, soft: bool = False) -> tuple[Tensor, dict[str, Tensor]]:
    """Return the loss of a batch and its parts, per passage.

    Args:
        network: What learns.
        lesson: The batch.
        states: What `states_of` gives.
        soft: Whether an event whose trigger the gold does not name is sought in the whole sentence; otherwise it is
            where the network now finds it likeliest.
    """
    scores = network.trigger(network.dropout(states)).float()
    words, kinds, wanted, weight = likeliest(lesson, scores.detach(), soft)
    each = nn.functional.cross_entropy(
        scores.flatten(0, 1), wanted.flatten(), reduction="none", label_smoothing=SMOOTHING
    )
    losses = {
        "trigger": (each * weight.flatten()).sum(),
        "name": apart_from(network.name(states), lesson.names).sum(),
        "cue": apart_from(network.cue(network.dropout(states)), lesson.cues).sum(),
    }
    if soft and len(lesson.hidden):
        losses["trigger"] = losses["trigger"] + HIDDEN_WEIGHT * somewhere(lesson, scores).sum()
    if len(lesson.rows):
        triggers = states[lesson.rows, words]
        count = len(lesson.roles)
        scored = decoded(network, states, lesson.real, lesson.rows[:count], words[:count], kinds[:count])
        losses["role"] = (apart_from_roles(scored, lesson.roles).sum(-1) * lesson.weights).sum()
        losses["status"] = apart_from(network.status(network.dropout(triggers)), lesson.status).sum()
        losses["mode"] = apart_from(network.mode(network.dropout(triggers)), lesson.mode).sum()
    passages = len(lesson.pieces)
    total = torch.stack([WEIGHTS[name] * value for name, value in losses.items()]).sum() / passages
    return total, {name: value.detach() / passages for name, value in losses.items()}


def likeliest(lesson: Lesson, scores: Tensor, soft: bool) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return word and type of each question, and what each word should be with how much that counts.

    Args:
        lesson: The batch.
        scores: The trigger scores of its words now, shape (passages, words, one more than types); they choose the
            trigger where the gold does not say which it is.
        soft: Whether to leave the words of such passages alone, since `somewhere` teaches them.
    """
    sure = scores.softmax(-1)[..., 0] > 0.5
    weight = lesson.known + lesson.unsure * torch.where(sure, UNSURE_WEIGHT, 0.0)
    wanted, words, kinds = lesson.triggers, lesson.words, lesson.kinds
    if len(lesson.hidden):
        word, kind = best_of(scores[lesson.hidden], lesson.possible)
        words = torch.cat([word, words[len(word) :]])
        kinds = torch.cat([kind, kinds[len(kind) :]])
        if soft:
            weight = weight.index_fill(0, lesson.hidden, 0.0)
        else:
            wanted = wanted.index_put((lesson.hidden, word), kind + 1)
            weight = weight.index_put((lesson.hidden, word), torch.ones_like(weight[0, 0]))
    return words, kinds, wanted, weight


def best_of(scores: Tensor, possible: Tensor) -> tuple[Tensor, Tensor]:
    """Return the word and type at which each event is likeliest, of those possible; by the odds against no trigger."""
    margin = (scores[..., 1:] - scores[..., :1]).masked_fill(~possible, -torch.inf)
    best = margin.flatten(1).argmax(1)
    return best // possible.shape[-1], best % possible.shape[-1]


def somewhere(lesson: Lesson, scores: Tensor) -> Tensor:
    """Return the loss of events that are somewhere in a passage: minus the log of the chance that any word is one."""
    chances = scores[lesson.hidden].softmax(-1)[..., 1:]
    at_word = (chances * lesson.possible).sum(-1).clamp(max=1 - 1e-6)
    return -torch.log((1 - torch.exp(torch.log1p(-at_word).sum(-1))).clamp(min=1e-6))


def decoded(network: Network, states: Tensor, real: Tensor, rows: Tensor, words: Tensor, kinds: Tensor) -> Tensor:
    """Return the decoder's scores for words of a batch, shape (questions, words, role labels).

    Args:
        network: Its decoder is asked.
        states: Word states, shape (passages, words, hidden).
        real: Which words are no padding, shape (passages, words).
        rows: Passage of each question.
        words: The word each is about.
        kinds: Index of its type.
    """
    far = bucket(torch.arange(states.shape[1], device=states.device)[None] - words[:, None])
    mask = (~real[rows] * -1e4)[:, None, None, :]
    scores: Tensor = network.decoder(states[rows, words], states[rows], kinds, far, mask)
    return scores


def apart_from(scores: Tensor, wanted: Tensor) -> Tensor:
    """Return the loss of each label, 0 where there is none; scores have one dimension more."""
    found = nn.functional.cross_entropy(
        scores.flatten(0, -2).float(), wanted.flatten(), ignore_index=IGNORE, reduction="none"
    )
    return found.view(wanted.shape)


def apart_from_roles(scores: Tensor, wanted: Tensor) -> Tensor:
    """Return the loss of each label of roles; where only no party is known, how far the word is from being none."""
    logs = scores.float().log_softmax(-1)
    none = torch.logsumexp(logs[..., OTHERS], -1)
    named = logs.gather(-1, wanted.clamp(min=0)[..., None]).squeeze(-1)
    found: Tensor = -torch.where(wanted == NO_PARTY, none, torch.where(wanted == IGNORE, 0.0, named))
    return found
