"""Cuts a text into passages the encoder can read at once, and passages into words."""

import re
from collections.abc import Iterator

from regesta.annotate.sentences import paragraphs
from regesta.model.span import Span

# Long enough for two or three paragraphs, so that a pronoun's owner is mostly in view; short enough to stay quick.
PASSAGE_CHARS = 700
SENTENCE_GAP = re.compile(r"(?<=[.!?][\"”’)]|[a-z0-9)][.!?])\s+(?=[\"“‘(]?[A-Z])")
WORD = re.compile(r"\w+|[^\w\s]")


def passages(text: str) -> Iterator[Span]:
    """Yield the passages of a text in order: whole paragraphs together, an overlong one cut between sentences."""
    pieces = [piece for paragraph in paragraphs(text) for piece in cut(text, paragraph)]
    begin: int | None = None
    end = 0
    for piece in pieces:
        if begin is not None and piece.end - begin > PASSAGE_CHARS:
            yield Span(begin, end)
            begin = None
        begin = piece.start if begin is None else begin
        end = piece.end
    if begin is not None:
        yield Span(begin, end)


def cut(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield an overlong paragraph in pieces: between sentences, or anywhere when a sentence is itself too long."""
    start = paragraph.start
    gaps = [paragraph.start + gap.start() for gap in SENTENCE_GAP.finditer(paragraph.of(text))]
    while paragraph.end - start > PASSAGE_CHARS:
        at = max((gap for gap in gaps if start < gap <= start + PASSAGE_CHARS), default=None)
        if at is None:
            at = text.rfind(" ", start + 1, start + PASSAGE_CHARS)
            at = start + PASSAGE_CHARS if at <= start else at
        yield Span(start, at)
        start = at + len(text[at : paragraph.end]) - len(text[at : paragraph.end].lstrip())
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def words_of(text: str, passage: Span) -> list[Span]:
    """Return the words and punctuation marks of a passage, one span each, as offsets into the text."""
    return [Span(passage.start + w.start(), passage.start + w.end()) for w in WORD.finditer(passage.of(text))]
