"""Sentences of our own that are hard, with what is right, for the page of errors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from regesta.evaluate.align import Json
from regesta.evaluate.tally import Tally, add_rate
from regesta.ontology.load import read_yaml

NONE = "none"


@dataclass(frozen=True)
class HardSentence:
    """A sentence, which kind of mistake it invites, and its events as `told` writes them; less than all will do."""

    kind: str
    text: str
    right: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """A sentence with how it was coded."""

    sentence: HardSentence
    coded: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether every event is as it should be, in any order, and there is no other."""
        left = list(self.coded)
        for wanted in self.sentence.right:
            found = next((line for line in left if agrees(wanted, line)), None)
            if found is None:
                return False
            left.remove(found)
        return not left


def read_sentences(path: Path) -> tuple[HardSentence, ...]:
    """Read the sentences."""
    return read_yaml(path, tuple[HardSentence, ...])


def answers(sentences: Sequence[HardSentence], coded: Sequence[Json]) -> list[Answer]:
    """Return the sentences with their codings, given in the same order."""
    return [
        Answer(sentence, tuple(map(told, row.get("events", []))))
        for sentence, row in zip(sentences, coded, strict=True)
    ]


def tally_answers(found: Iterable[Answer]) -> list[Tally]:
    """Return whether each sentence is coded rightly."""
    tallies = []
    for answer in found:
        tally: Tally = Tally()
        add_rate(tally, "right", answer.is_right)
        tallies.append(tally)
    return tallies


def told(event: Json) -> str:
    """Return an event in one line: type, parties, status, first day, country of the place."""
    recipients = event.get("recipients") or []
    to = f" -> {parties(recipients)}" if recipients else ""
    status = "" if event["status"] == "happened" else f" [{event['status']}]"
    day = (event.get("date") or {}).get("start") or "no day"
    place = (event.get("place") or {}).get("iso3") or "no place"
    return f"{event['type']}: {parties(event.get('actors') or [])}{to}{status}, {day}, {place}"


def parties(found: Sequence[Json]) -> str:
    """Return the states of parties; "none" for one without."""
    return "+".join(sorted(party.get("iso3") or NONE for party in found)) or NONE


def agrees(wanted: str, line: str) -> bool:
    """Tell whether an event is the one wanted, in what the wanted line names."""
    parts = wanted.split(", ")
    return line.split(", ")[: len(parts)] == parts
