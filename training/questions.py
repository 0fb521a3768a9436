"""Which single words to ask somebody about: those from whose answers the network learns most.

- `retold`: words that tell an annotated event again, of which nobody has said who takes part there;
- `unsure`: words of passages that nobody annotated, of which the network does not know whether and which act they tell;
- `doubted`: words of annotated passages of which the network, having learned them, still thinks otherwise;
- `who`: words of passages that nobody annotated which surely tell an act, but of whom, the network does not know;
- `misread`: triggers of annotated events where the network, having learned who takes part, still reads somebody else.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpora import HERE, everything, lines, polnear, unread
from labelled import Labelled, Passage, passage_id
from labels import TYPES, WITHOUT_TRIGGERS

from regesta.annotate.acts.network import Scored, load_network, score, score_arguments
from regesta.evaluate.held_out import is_held_out

# Sentences end at marks that no title or initial precedes, and before a capital. Rough: it only bounds what is shown.
GAP = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Dr|St|Lt|vs|No)\.)(?<!\b(?:Sen|Gen|Gov|Rep|Col|Mrs)\.)[\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n+"
)
# Chosen so that what there was to ask could be answered: first from .25 to .75 and two words of a passage, then these.
UNSURE = (0.12, 0.88)  # chances of an act between which the network does not know
EACH = 4  # words asked of a passage
# Set by hand and not swept: what they should leave out is what the network is nearly sure of.
TORN = 0.6  # chance of the likeliest type below which it does not know which
SURE = 0.8  # chance of an act, and of its type, from which it is asked who takes part
DOUBTFUL = (0.3, 0.7)  # chances of a party between which the network does not know
AGAINST = 0.7  # chance from which it contradicts a label that it has learned
SHORT, LONG = 8, 60  # words of a sentence that is asked about: headlines cut short and lists are left out
PARTIES = ("actor", "recipient")
PARTY_LABELS = slice(1, 5)  # of the decoder: begin and inside of actors, then of recipients
WITHOUT_LABELS = frozenset({"names", "roles"})  # what is complete there is so by its gold alone, without triggers


@dataclass(frozen=True)
class WordQuestion:
    """One word to be asked about.

    Attributes:
        passage: Where it stands.
        word: Index of the word.
        told: The event that it tells again; None where it is not known whether it is one.
        parties: Who takes part in that event, in the words of its first telling; empty where that is asked.
    """

    passage: Passage
    word: int
    told: Labelled | None = None
    parties: str = ""

    @property
    def id(self) -> str:
        """What names the question in whatever order it is asked: ten hexadecimal digits."""
        return hashlib.sha256(f"{passage_id(self.passage)} {self.word}".encode()).hexdigest()[:10]


def sentence_of(passage: Passage, word: int) -> tuple[int, int]:
    """Return the characters of the sentence in which a word stands, as offsets into the passage's text."""
    text, at = passage.span.of(passage.text), passage.words[word].start - passage.span.start
    ends = [gap.start() for gap in GAP.finditer(text)] + [len(text)]
    starts = [0] + [gap.end() for gap in GAP.finditer(text)]
    begin = max(start for start in starts if start <= at)
    end = min(end for end in ends if end > at)
    return passage.span.start + begin, passage.span.start + end


def retold(gold: Path) -> Iterator[WordQuestion]:
    """Yield the words that tell an annotated event again."""
    passages = [p for p in everything(gold) if not is_held_out(p.key)]
    first = {
        (passage.corpus, passage.key, event.number): parties(passage, event)
        for passage in passages
        for event in passage.events
        if event.number is not None and event.roles is not None
    }
    for passage in passages:
        for event in passage.events:
            if event.roles is None and event.trigger is not None and event.number is not None:
                told = first.get((passage.corpus, passage.key, event.number), "told elsewhere")
                yield WordQuestion(passage, event.trigger, event, told)


def read(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Scored]]:
    """Yield passages with what the shipped network says of them, but for those that it cannot read."""
    network = load_network()
    for passage in passages:
        scored = score(network, passage.text, passage.span)
        if scored is not None and len(scored.words) == len(passage.words):
            yield passage, scored


def unannotated(gold: Path) -> Iterator[Passage]:
    """Yield the passages of which nobody has said what acts they tell, nor of a copy of theirs."""
    told = {passage_id(passage) for passage in everything(gold) if passage.complete}
    for passage in [*unread(gold, more=True), *polnear(gold)]:
        is_told = passage.corpus not in WITHOUT_TRIGGERS or passage_id(passage) in told
        if not is_told and not is_held_out(passage.key):
            yield passage


def unsure(gold: Path) -> Iterator[WordQuestion]:
    """Yield words of passages that nobody annotated which the network does not understand."""
    seen: set[tuple[str, int]] = set()
    for passage, scored in read(unannotated(gold)):
        scores = scored.triggers
        act, best = 1 - scores[:, 0], scores[:, 1:].max(1)
        doubt = np.where((act > UNSURE[0]) & (act < UNSURE[1]), 1 - 2 * np.abs(act - 0.5), 0)
        doubt = np.where((act >= UNSURE[1]) & (best < TORN), 1 - best, doubt)
        for word in sorted(np.flatnonzero(doubt), key=lambda w: -doubt[w])[:EACH]:
            start, end = sentence_of(passage, int(word))
            words = passage.text[start:end]
            here = (words, passage.words[word].start - start)
            if here not in seen and SHORT <= len(words.split()) <= LONG:
                seen.add(here)
                yield WordQuestion(passage, int(word))


def doubted(gold: Path) -> Iterator[WordQuestion]:
    """Yield words of annotated passages whose label the network does not believe."""
    for passage, scored in read(p for p in everything(gold) if p.complete and p.corpus not in WITHOUT_LABELS):
        if is_held_out(passage.key):
            continue
        given: dict[int, int] = {}
        for event in passage.events:
            if event.trigger is not None:  # of two events at one word the first is learned
                given.setdefault(event.trigger, 1 + TYPES.index(event.types[0]))
        for word, row in enumerate(scored.triggers):
            believed = int(row.argmax())
            if believed != given.get(word, 0) and row[believed] > AGAINST:
                yield WordQuestion(passage, word)


def who(gold: Path) -> Iterator[WordQuestion]:
    """Yield words that surely tell an act of which the network does not know who takes part."""
    for passage, scored in read(unannotated(gold)):
        sure = np.flatnonzero((1 - scored.triggers[:, 0] > SURE) & (scored.triggers[:, 1:].max(1) > SURE))
        if not len(sure):
            continue
        kinds = scored.triggers[sure, 1:].argmax(1)
        starts, roles, _, _ = score_arguments(load_network(), scored, sure.tolist(), kinds.tolist())
        doubts = []
        for word, kind, start, row in zip(sure, kinds, starts, roles, strict=True):
            begin, end = sentence_of(passage, int(word))
            inside = [begin <= passage.words[start + i].start < end for i in range(len(row))]
            chance = row[inside][:, PARTY_LABELS].max(1)
            unclear = chance[(chance > DOUBTFUL[0]) & (chance < DOUBTFUL[1])]
            if len(unclear) and SHORT <= len(passage.text[begin:end].split()) <= LONG:
                doubts.append((len(unclear), int(word), TYPES[kind]))
        for _, word, name in sorted(doubts, reverse=True)[:EACH]:
            yield WordQuestion(passage, word, Labelled((name,), word))


def misread(gold: Path) -> Iterator[WordQuestion]:
    """Yield triggers of which the network reads other parties in their sentence than are annotated there."""
    for passage, scored in read(p for p in everything(gold) if p.complete and not is_held_out(p.key)):
        triggers = [(e.trigger, e.roles, e) for e in passage.events if e.trigger is not None and e.roles is not None]
        if not triggers:
            continue
        kinds = [TYPES.index(event.types[0]) for _, _, event in triggers]
        starts, rows, _, _ = score_arguments(load_network(), scored, [word for word, _, _ in triggers], kinds)
        for (word, roles, event), start, row in zip(triggers, starts, rows, strict=True):
            begin, end = sentence_of(passage, word)
            given = {i: role for role in PARTIES for a, b in roles[role] for i in range(a, b)}
            inside = [i for i in range(len(row)) if begin <= passage.words[start + i].start < end]
            surely = [i for i in inside if row[i].max() > AGAINST]
            is_apart = any(role_of(int(row[i].argmax())) != given.get(start + i) for i in surely)
            if is_apart and len(passage.text[begin:end].split()) >= SHORT:
                yield WordQuestion(passage, word, event)


def role_of(label: int) -> str | None:
    """Return the role of a party that a label of the decoder is of; None of everything else."""
    return PARTIES[(label - 1) // 2] if PARTY_LABELS.start <= label < PARTY_LABELS.stop else None


def parties(passage: Passage, event: Labelled) -> str:
    """Return who takes part in an event in the words of a passage."""
    named = {
        role: [passage.text[passage.words[a].start : passage.words[b - 1].end] for a, b in found]
        for role, found in (event.roles or {}).items()
    }
    return " | ".join("; ".join(" ".join(name.split()) for name in named.get(role, [])) or "-" for role in PARTIES)


CHOICES = {"retold": retold, "unsure": unsure, "doubted": doubted, "who": who, "misread": misread}
"""What yields the questions of each kind."""


def questions_of(kind: str, gold: Path) -> dict[str, WordQuestion]:
    """Return the questions of a kind by id, in the order of their ids; none that was answered before.

    Args:
        kind: One of `CHOICES`.
        gold: Folder of the gold.
    """
    answers = (a for path in sorted((HERE / "data").glob("asked*.jsonl")) for a in lines(path))
    known = {(answer["passage"], answer["word"][0]) for answer in answers}
    found = {q.id: q for q in CHOICES[kind](gold)}
    at = lambda q: q.passage.words[q.word].start - q.passage.span.start  # noqa: E731 - used below only
    return {id_: q for id_, q in sorted(found.items()) if (passage_id(q.passage), at(q)) not in known}
