"""A batch as tensors with what the gold says of it: made once, since the gold does not change from epoch to epoch."""

from dataclasses import dataclass, fields

import torch
from batches import Encoded, pad
from labelled import Attribution, Labelled, Nearby, Passage
from labels import MODE_UNKNOWN, MODES, NAMES, ROLES, SPEECH, STATUSES, TYPES, WITHOUT_TRIGGERS
from torch import Tensor

IGNORE = -100
NO_PARTY = -1  # of a word that names no party, whatever else it may be
MULTIPLE = 8  # widths are rounded up to it, as attention on a GPU likes them
ROLE_WEIGHT, SPEECH_WEIGHT = 0.5, 0.3
PARTIES = frozenset({"actor", "recipient"})


@dataclass
class Lesson:
    """A batch of passages as tensors.

    Attributes:
        pieces: Word pieces, shape (passages, pieces); 0 is padding.
        first: Index of the first piece of each word, shape (passages, words).
        real: Which words are no padding, likewise.
        triggers: What each word should be: 0 for no trigger, else one more than the index of its type.
        known: How much that counts, where it is known.
        unsure: 1 at words of passages whose other events nobody labelled, else 0.
        names: Begin and inside of names; `IGNORE` where nobody looked.
        cues: Begin and inside of cues, likewise.
        hidden: Passage of each event whose trigger the gold does not name, shape (hidden,).
        possible: Which word and type it may be, shape (hidden, words, types).
        rows: Passage of each question to the decoder, shape (questions,); the hidden events come first, then those of
            which the gold gives the roles.
        words: The word each is about; 0 for hidden events.
        kinds: Index of its type, or `SPEECH`; 0 for hidden events.
        roles: The label of each word, for the first questions, of which the gold gives roles; `NO_PARTY` where it only
            says that the word names none; shape (of those, words).
        weights: How much each of those counts.
        status: Index of the status of each question; `IGNORE` when unknown.
        mode: Index of the mode, 0 for none; `IGNORE` when unknown.
    """

    pieces: Tensor
    first: Tensor
    real: Tensor
    triggers: Tensor
    known: Tensor
    unsure: Tensor
    names: Tensor
    cues: Tensor
    hidden: Tensor
    possible: Tensor
    rows: Tensor
    words: Tensor
    kinds: Tensor
    roles: Tensor
    weights: Tensor
    status: Tensor
    mode: Tensor

    def to(self, device: str) -> "Lesson":
        """Return the same on a device."""
        return Lesson(*(getattr(self, field.name).to(device) for field in fields(self)))


@dataclass
class Question:
    """One question to the decoder; see `Lesson`. `roles` are word ranges by role, None when the gold gives none.

    `nearby` is then who takes part in the words of one sentence, None when that is not known either.
    """

    row: int
    word: int
    kind: int
    roles: dict[str, list[tuple[int, int]]] | None
    status: int = IGNORE
    mode: int = IGNORE
    nearby: Nearby | None = None

    @property
    def is_answered(self) -> bool:
        """Whether the gold says anything of roles."""
        return self.roles is not None or self.nearby is not None

    def labels(self, n_words: int) -> list[int]:
        """Return the label of each word: `NO_PARTY` and `IGNORE` where only the parties of one sentence are known."""
        given = self.roles or (self.nearby.roles if self.nearby else {})
        ranges = [(role, found) for role, every in given.items() for found in every]
        ranges.sort(key=lambda pair: pair[0] in PARTIES)  # whoever is a party and a place is learned as the party
        labels = begin_inside(ranges, ROLES, n_words)
        if self.roles is None and self.nearby is not None:
            first, end = self.nearby.sentence
            return [(label or NO_PARTY) if first <= i < end else IGNORE for i, label in enumerate(labels)]
        return labels


def begin_inside(ranges: list[tuple[str, tuple[int, int]]], labels: tuple[str, ...], n_words: int) -> list[int]:
    """Return the label of each word: 0, or begin (odd) and inside (even) of the ranges' labels."""
    wanted = [0] * n_words
    for label, (first, end) in ranges:
        begin = 1 + 2 * labels.index(label)
        wanted[first:end] = [begin, *[begin + 1] * (end - first - 1)]
    return wanted


def of_event(row: int, event: Labelled) -> Question:
    """Return the question that an event puts to the decoder."""
    status = STATUSES.index(event.status) if event.status else IGNORE
    if event.status is None or event.mode == MODE_UNKNOWN:
        mode = IGNORE
    else:
        mode = 1 + MODES.index(event.mode) if event.mode in MODES else 0
    kind = TYPES.index(event.types[0])
    return Question(row, event.trigger or 0, kind, event.roles, status, mode, event.nearby)


def of_speech(row: int, said: Attribution) -> Question:
    """Return the question that an attribution puts to the decoder."""
    return Question(row, said.cue[0][0], SPEECH, {"speaker": said.source, "content": said.content})


def possible(event: Labelled, n_words: int, width: int) -> Tensor:
    """Return which word and type an event whose trigger the gold does not name may be, shape (words, types)."""
    found = torch.zeros(width, len(TYPES), dtype=torch.bool)
    allowed = [i for i in range(n_words) if i not in event.avoid] or list(range(n_words))
    for name in event.types:
        found[allowed, TYPES.index(name)] = True
    return found


def lesson_of(batch: list[Encoded]) -> Lesson:
    """Return a batch with all that the gold says of it."""
    first = pad([item.first for item in batch], MULTIPLE)
    shape = first.shape
    sizes = torch.tensor([len(item.first) for item in batch])
    names, cues = torch.full(shape, IGNORE), torch.full(shape, IGNORE)
    triggers, known, unsure = torch.zeros(shape, dtype=torch.long), torch.zeros(shape), torch.zeros(shape)
    hidden: list[tuple[int, Labelled]] = []
    questions: list[Question] = []
    for row, item in enumerate(batch):
        passage, n = item.passage, len(item.first)
        if passage.names is not None:
            names[row, :n] = torch.tensor(begin_inside(passage.names, NAMES, n), dtype=torch.long)
        if passage.attributions is not None:
            told = [("cue", said.cue[0]) for said in passage.attributions]
            cues[row, :n] = torch.tensor(begin_inside(told, ("cue",), n), dtype=torch.long)
            questions += [of_speech(row, said) for said in passage.attributions]
        if passage.corpus not in WITHOUT_TRIGGERS:
            add_triggers(passage, n, triggers[row], known[row], unsure[row])
            hidden += [(row, event) for event in passage.events if event.trigger is None]
            questions += [of_event(row, event) for event in passage.events if event.trigger is not None]
    asked = [of_event(row, event) for row, event in hidden] + sorted(questions, key=lambda q: not q.is_answered)
    with_roles = [q for q in asked if q.is_answered]
    roles = torch.full((len(with_roles), shape[1]), IGNORE)
    for labels, question in zip(roles, with_roles, strict=True):
        n = len(batch[question.row].first)
        labels[:n] = torch.tensor(question.labels(n), dtype=torch.long)
    places = [possible(event, len(batch[row].first), shape[1]) for row, event in hidden]
    whole = lambda values: torch.tensor(values, dtype=torch.long)  # noqa: E731 - a column, used below only
    return Lesson(
        pieces=pad([item.pieces for item in batch], MULTIPLE),
        first=first,
        real=torch.arange(shape[1])[None] < sizes[:, None],
        triggers=triggers,
        known=known,
        unsure=unsure,
        names=names,
        cues=cues,
        hidden=whole([row for row, _ in hidden]),
        possible=torch.stack(places) if places else torch.zeros(0, shape[1], len(TYPES), dtype=torch.bool),
        rows=whole([q.row for q in asked]),
        words=whole([q.word for q in asked]),
        kinds=whole([q.kind for q in asked]),
        roles=roles,
        weights=torch.tensor([SPEECH_WEIGHT if q.kind == SPEECH else ROLE_WEIGHT for q in with_roles]),
        status=whole([q.status for q in asked]),
        mode=whole([q.mode for q in asked]),
    )


def add_triggers(passage: Passage, n_words: int, triggers: Tensor, known: Tensor, unsure: Tensor) -> None:
    """Write into a row what its words should be; of two events at one word the first counts."""
    if passage.complete:
        known[:n_words] = 1.0
    else:
        unsure[:n_words] = 1.0
    for event in passage.events:
        word = event.trigger
        if word is not None and triggers[word] == 0:
            triggers[word] = 1 + TYPES.index(event.types[0])
            known[word], unsure[word] = 1.0, 0.0
    for word in passage.nothing:
        known[word], unsure[word] = 1.0, 0.0
