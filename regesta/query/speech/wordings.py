"""The wordings of an utterance: which article has which words, and in what they differ from the ones shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from regesta.model.entry import StatementReport, Utterance

Change = Literal["same", "added", "left out"]
WORD = re.compile(r"\S+")
LOOSE = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a wording, and whether the wording shown has them too.

    Attributes:
        change: "added" words are in this wording alone, words "left out" only in the one shown.
        text: The words.
    """

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of an utterance.

    Attributes:
        reports: The statements that have it to the letter, but for case and marks; in order of the utterance's reports.
        pieces: Its words beside those of the wording shown, cut where they differ.
    """

    reports: tuple[StatementReport, ...]
    pieces: tuple[Piece, ...]


def wordings(utterance: Utterance) -> tuple[Wording, ...]:
    """Return the wordings of an utterance, the one shown first, the others in order of their first reports."""
    shown = utterance.best.statement.content_text
    found: dict[tuple[str, ...], list[StatementReport]] = {tuple(letters(shown)): []}
    for report in utterance.reports:
        found.setdefault(tuple(letters(report.statement.content_text)), []).append(report)
    return tuple(
        Wording(tuple(reports), tuple(pieces(shown, reports[0].statement.content_text))) for reports in found.values()
    )


def pieces(shown: str, other: str) -> Iterator[Piece]:
    """Yield the words of a wording beside those of another, word by word; case and marks make no difference."""
    ours, theirs = WORD.findall(shown), WORD.findall(other)
    matcher = SequenceMatcher(None, letters(shown), letters(other), autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", " ".join(theirs[other_start:other_end]))
            continue
        if end > start:
            yield Piece("left out", " ".join(ours[start:end]))
        if other_end > other_start:
            yield Piece("added", " ".join(theirs[other_start:other_end]))


def letters(text: str) -> list[str]:
    """Return the words of a text in lower case, without marks."""
    return [LOOSE.sub("", word).lower() for word in WORD.findall(text)]


def differences(utterance: Utterance) -> dict[str, tuple[str, ...]]:
    """Return in what else the sources differ, by name: values in order of the reports; only where there are several."""
    statements = [report.statement for report in utterance.reports]
    found: dict[str, list[str]] = {
        "speaker": [s.speaker.text for s in statements if s.speaker],
        "class": [s.speech_class for s in statements if s.speech_class],
        "kind": [s.kind for s in statements],
        "addressee": [s.addressee.text for s in statements if s.addressee],
    }
    once = {name: tuple(dict.fromkeys(values)) for name, values in found.items()}
    return {name: values for name, values in once.items() if len(values) > 1}
