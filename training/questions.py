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

from regesta.annotate.acts.network import load_network, score, score_arguments
from regesta.evaluate.held_out import is_held_out

KINDS = ("retold", "unsure", "doubted", "who", "misread")
GAP = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Dr|St|Lt|vs|No)\.)(?<!\b(?:Sen|Gen|Gov|Rep|Col|Mrs)\.)[\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n+"
)
UNSURE = (0.12, 0.88)  # chances of an act between which the network does not know
TORN = 0.6  # chance of the likeliest type below which it does not know which
SURE = 0.8  # chance of an act, and of its type, from which it is asked who takes part
DOUBTFUL = (0.3, 0.7)  # chances of a party between which the network does not know
PARTY_LABELS = slice(1, 5)  # of the decoder: begin and inside of actors, then of recipients
AGAINST = 0.7  # chance from which it contradicts a label that it has learned
EACH = 4  # words asked of a passage
PARTIES = ("actor", "recipient")
SHORT, LONG = 8, 60  # words of a sentence that is asked about


@dataclass(frozen=True)
class Question:
    """One word to be asked about.

    Attributes:
        passage: Where it stands.
        word: Index of the word.
        told: The event that it tells again; None where it is not known whether it is one.
        parties: Who takes part in that event, in the words of its first telling.
    """

    passage: Passage
    word: int
    told: Labelled | None = None
    parties: str = ""


def sentence_of(passage: Passage, word: int) -> tuple[int, int]:
    """Return the characters of the sentence in which a word stands, as offsets into the passage's text."""
    text, at = passage.span.of(passage.text), passage.words[word].start - passage.span.start
    ends = [gap.start() for gap in GAP.finditer(text)] + [len(text)]
    starts = [0] + [gap.end() for gap in GAP.finditer(text)]
    begin = max(start for start in starts if start <= at)
    end = min(end for end in ends if end > at)
    return passage.span.start + begin, passage.span.start + end


def retold(gold: Path) -> Iterator[Question]:
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
                yield Question(passage, event.trigger, event, told)


def chances(passages: Iterable[Passage]) -> Iterator[tuple[Passage, np.ndarray]]:
    """Yield passages with the chances that each word is nothing, or tells an act of each type."""
    network = load_network()
    for passage in passages:
        scored = score(network, passage.text, passage.span)
        if scored is not None and len(scored.words) == len(passage.words):
            yield passage, scored.triggers


def unannotated(gold: Path) -> Iterator[Passage]:
    """Yield the passages of which nobody has said what acts they tell."""
    for passage in [*unread(gold, more=True), *polnear(gold)]:
        if passage.corpus in WITHOUT_TRIGGERS and not is_held_out(passage.key):
            yield passage


def unsure(gold: Path) -> Iterator[Question]:
    """Yield words of passages that nobody annotated which the network does not understand."""
    seen: set[tuple[str, int]] = set()
    for passage, scores in chances(unannotated(gold)):
        act, best = 1 - scores[:, 0], scores[:, 1:].max(1)
        doubt = np.where((act > UNSURE[0]) & (act < UNSURE[1]), 1 - 2 * np.abs(act - 0.5), 0)
        doubt = np.where((act >= UNSURE[1]) & (best < TORN), 1 - best, doubt)
        for word in sorted(np.flatnonzero(doubt), key=lambda w: -doubt[w])[:EACH]:
            start, end = sentence_of(passage, int(word))
            words = passage.text[start:end]
            here = (words, passage.words[word].start - start)
            if here not in seen and SHORT <= len(words.split()) <= LONG:
                seen.add(here)
                yield Question(passage, int(word))


def doubted(gold: Path) -> Iterator[Question]:
    """Yield words of annotated passages whose label the network does not believe."""
    every = [
        p for p in everything(gold) if p.complete and p.corpus not in {"names", "roles"} and not is_held_out(p.key)
    ]
    for passage, scores in chances(every):
        given = {
            event.trigger: 1 + TYPES.index(event.types[0]) for event in passage.events if event.trigger is not None
        }
        for word, row in enumerate(scores):
            believed = int(row.argmax())
            if believed != given.get(word, 0) and row[believed] > AGAINST:
                yield Question(passage, word)


def who(gold: Path) -> Iterator[Question]:
    """Yield words that surely tell an act of which the network does not know who takes part."""
    network = load_network()
    for passage in unannotated(gold):
        scored = score(network, passage.text, passage.span)
        if scored is None or len(scored.words) != len(passage.words):
            continue
        sure = np.flatnonzero((1 - scored.triggers[:, 0] > SURE) & (scored.triggers[:, 1:].max(1) > SURE))
        if not len(sure):
            continue
        kinds = scored.triggers[sure, 1:].argmax(1)
        starts, roles, _, _ = score_arguments(network, scored, sure.tolist(), kinds.tolist())
        doubts = []
        for word, kind, start, row in zip(sure, kinds, starts, roles, strict=True):
            begin, end = sentence_of(passage, int(word))
            inside = [begin <= passage.words[start + i].start < end for i in range(len(row))]
            chance = row[inside][:, PARTY_LABELS].max(1)
            unclear = chance[(chance > DOUBTFUL[0]) & (chance < DOUBTFUL[1])]
            if len(unclear) and SHORT <= len(passage.text[begin:end].split()) <= LONG:
                doubts.append((len(unclear), int(word), TYPES[kind]))
        for _, word, name in sorted(doubts, reverse=True)[:EACH]:
            yield Question(passage, word, Labelled((name,), word), "who?")


def misread(gold: Path) -> Iterator[Question]:
    """Yield triggers of which the network reads other parties in their sentence than are annotated there."""
    network = load_network()
    for passage in everything(gold):
        events = [e for e in passage.events if e.trigger is not None and e.roles is not None]
        if not events or not passage.complete or is_held_out(passage.key):
            continue
        scored = score(network, passage.text, passage.span)
        if scored is None or len(scored.words) != len(passage.words):
            continue
        kinds = [TYPES.index(e.types[0]) for e in events]
        starts, roles, _, _ = score_arguments(network, scored, [e.trigger or 0 for e in events], kinds)
        for event, start, row in zip(events, starts, roles, strict=True):
            begin, end = sentence_of(passage, event.trigger or 0)
            given = {
                start + i: begin <= passage.words[start + i].start < end and party
                for i, party in enumerate(row.argmax(1))
                if row[i].max() > AGAINST
            }
            labels = {
                i: 1 + 2 * n
                for n, role in enumerate(PARTIES)
                for a, b in (event.roles or {})[role]
                for i in range(a, b)
            }
            apart = [i for i, read in given.items() if read is not False and side(int(read)) != labels.get(i, 0)]
            if apart and len(passage.text[begin:end].split()) >= SHORT:
                yield Question(passage, event.trigger or 0, event, "who?")


def side(label: int) -> int:
    """Return the first label of the role of a party that a label is of; 0 of everything else."""
    return {1: 1, 2: 1, 3: 3, 4: 3}.get(label, 0)


def parties(passage: Passage, event: Labelled) -> str:
    """Return who takes part in an event in the words of a passage."""
    named = {
        role: [passage.text[passage.words[a].start : passage.words[b - 1].end] for a, b in found]
        for role, found in (event.roles or {}).items()
    }
    return " | ".join("; ".join(" ".join(name.split()) for name in named.get(role, [])) or "-" for role in PARTIES)


def asked(kind: str, gold: Path) -> list[Question]:
    """Return the questions of a kind, each once, always in the same order; none that was answered before."""
    digest = lambda q: hashlib.sha256(f"{passage_id(q.passage)} {q.word}".encode()).hexdigest()  # noqa: E731
    found = {
        digest(q): q
        for q in {"retold": retold, "unsure": unsure, "doubted": doubted, "who": who, "misread": misread}[kind](gold)
    }
    known = {(a["passage"], a["word"][0]) for path in sorted((HERE / "data").glob("asked*.jsonl")) for a in lines(path)}
    done = lambda q: (passage_id(q.passage), q.passage.words[q.word].start - q.passage.span.start) in known  # noqa: E731
    return [found[key] for key in sorted(found) if not done(found[key])]
