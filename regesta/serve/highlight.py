"""Cuts marked text into segments: where marks nest or overlap, every segment knows all marks that cover it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from regesta.model.span import Span

BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something to show in a text.

    Attributes:
        span: Characters of the article.
        kind: What it is, a word fit for a CSS class: "trigger", "actor", "recipient", "date", "place", "statement".
        label: What it means, for the reader; "" for nothing to add.
        anchor: Name by which a link reaches its first segment; None for none.
    """

    span: Span
    kind: str
    label: str = ""
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Characters under the same marks.

    Attributes:
        text: The characters, as in the article: not escaped.
        kinds: Kinds of the marks that cover them, each once, in the order of the marks.
        labels: Labels of those marks, each once.
        anchors: Anchors of the marks that begin here.
    """

    text: str
    kinds: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an article's text.

    Attributes:
        start: Offset of its first character in the article.
        text: Its characters.
    """

    start: int
    text: str

    @property
    def span(self) -> Span:
        """The characters it covers."""
        return Span(self.start, self.start + len(self.text))

    def part(self, span: Span) -> "Passage":
        """Return the part of it that lies in a span."""
        start, end = max(span.start, self.start), min(span.end, self.start + len(self.text))
        return Passage(start, self.text[start - self.start : max(start, end) - self.start])


def segments(passage: Passage, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut a passage at every edge of a mark. The segments joined give the passage's text again.

    Args:
        passage: What to cut.
        marks: May nest, overlap and reach beyond the passage; empty ones are left out.
    """
    whole = passage.span
    inside = [mark for mark in marks if mark.span.overlaps(whole) and mark.span.start < mark.span.end]
    edges = {whole.start, whole.end}.union(*((m.span.start, m.span.end) for m in inside))
    cuts = sorted(edge for edge in edges if whole.start <= edge <= whole.end)
    return tuple(_segments(passage, cuts, sorted(inside, key=lambda m: (m.span.start, -m.span.end))))


def _segments(passage: Passage, cuts: list[int], marks: list[Mark]) -> Iterator[Segment]:
    """Yield one segment per pair of neighbouring cuts, sweeping over marks sorted by start."""
    waiting, active = iter(marks), list[Mark]()
    upcoming = next(waiting, None)
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.span.end > start]
        while upcoming and upcoming.span.start <= start:
            active.append(upcoming)
            upcoming = next(waiting, None)
        yield Segment(
            text=passage.text[start - passage.start : end - passage.start],
            kinds=tuple(dict.fromkeys(mark.kind for mark in active)),
            labels=tuple(dict.fromkeys(mark.label for mark in active if mark.label)),
            anchors=tuple(mark.anchor for mark in active if mark.anchor and mark.span.start == start),
        )


def paragraphs(text: str) -> tuple[Passage, ...]:
    """Return the paragraphs of a text: what blank lines part, without the white space around it."""
    found, start = [], 0
    for end, after in [*((gap.start(), gap.end()) for gap in BLANK_LINE.finditer(text)), (len(text), len(text))]:
        line = text[start:end]
        if line.strip():
            found.append(Passage(start + len(line) - len(line.lstrip()), line.strip()))
        start = after
    return tuple(found)


def context(text: str, evidence: Span, reach_chars: int = 360) -> Passage:
    """Return the paragraph around a piece of evidence, cut between words where it goes on for too long.

    Args:
        text: The whole article.
        evidence: What the passage must hold; when it spans several paragraphs all of them are taken.
        reach_chars: About so many characters on either side at most.
    """
    touched = [passage.span for passage in paragraphs(text) if passage.span.overlaps(evidence)]
    start = min([evidence.start, *(span.start for span in touched)])
    end = max([evidence.end, *(span.end for span in touched)])
    if evidence.start - start > reach_chars:
        start = evidence.start - reach_chars
        start = max(start, text.find(" ", start, evidence.start) + 1)
    if end - evidence.end > reach_chars:
        end = evidence.end + reach_chars
        end = max(evidence.end, text.rfind(" ", evidence.end, end)) if " " in text[evidence.end : end] else end
    return Passage(start, text[start:end])
