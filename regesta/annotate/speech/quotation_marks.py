"""Stretches of text between quotation marks of any kind; unbalanced marks cost only themselves."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from regesta.model.span import Span

DOUBLE = re.compile(r"``|''|[\"“”„‟«»]")
SINGLE_OPEN = re.compile(r"(?<![\w.,;:!?'’])['‘\u2039](?=\w)(?!\d\ds?\b)")
SINGLE_CLOSE = re.compile(r"(?<!\s)['’\u203a](?![\w'])")
MARKS = frozenset("\"“”„‟«»‘’'`\u2039\u203a")
OPENING = frozenset({"“", "„", "‟", "«", "``"})
CLOSING = frozenset({"”", "»"})
BEFORE_OPENING = frozenset("([{—–-/")
Side = Literal["open", "close"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, within one paragraph.

    Attributes:
        outer: The stretch with its marks.
        inner: The words between them, without white space at their ends and without a comma before the closing mark.
        continues: The paragraph ends before the quotation does; the next paragraph takes it up.
    """

    outer: Span
    inner: Span
    continues: bool = False


def find_quotations(text: str, paragraphs: Iterable[Span]) -> list[Quotation]:
    """Return the quotations of a text in text order; none overlap, marks inside a quotation are part of it.

    A quotation left open at the end of a paragraph counts when the next paragraph takes it up: by an opening mark at
    its start, or by a closing mark without an opening one.
    """
    found: list[Quotation] = []
    pending: Quotation | None = None
    for paragraph in paragraphs:
        closed, left_open = double_quotations(text, paragraph, is_continued=pending is not None)
        starts = [quotation.outer.start for quotation in (*closed, *([left_open] if left_open else []))]
        if pending is not None and paragraph.start in starts:
            inside = [quotation for quotation in found if quotation.outer.overlaps(pending.outer)]  # in single marks
            found = [*(quotation for quotation in found if quotation not in inside), pending]
        found.extend(closed)
        found.extend(single_quotations(text, paragraph, closed))
        pending = left_open
    has_words = (quotation for quotation in found if any(map(str.isalnum, quotation.inner.of(text))))
    return sorted(has_words, key=lambda quotation: quotation.outer)


def double_quotations(text: str, paragraph: Span, is_continued: bool) -> tuple[list[Quotation], Quotation | None]:
    """Return the quotations in double marks, and the one left open at the end of the paragraph.

    Args:
        text: The article's text.
        paragraph: Where to look.
        is_continued: A quotation is open from the paragraph before, so a lone closing mark ends it here.
    """
    found: list[Quotation] = []
    opened: Span | None = None
    for match in DOUBLE.finditer(text, paragraph.start, paragraph.end):
        mark = Span(*match.span())
        if side_of(text, mark, paragraph, opened) == "open":
            opened = mark
        elif opened is not None:
            found.append(between(text, opened, mark))
            opened = None
        elif is_continued and not found:
            found.append(between(text, Span(paragraph.start, paragraph.start), mark))
    if opened is None:
        return found, None
    rest = between(text, opened, Span(paragraph.end, paragraph.end))
    return found, Quotation(rest.outer, rest.inner, continues=True)


def side_of(text: str, mark: Span, paragraph: Span, opened: Span | None) -> Side:
    """Tell whether a double mark opens or closes, by its glyph and by the white space around it.

    Glyphs alone mislead: „German“ and »Danish« marks close with the glyph that opens English and French ones, and
    straight marks have one glyph.
    """
    glyph = mark.of(text)
    after_gap = (
        mark.start == paragraph.start or text[mark.start - 1].isspace() or text[mark.start - 1] in BEFORE_OPENING
    )
    before_gap = mark.end == paragraph.end or not text[mark.end].isalnum()
    hugs_next = after_gap and mark.end < paragraph.end and not text[mark.end].isspace()
    hugs_last = mark.start > paragraph.start and not text[mark.start - 1].isspace() and before_gap
    if glyph == "“" and opened is not None and opened.of(text) == "„":
        return "close"
    if glyph in OPENING and not (glyph == "«" and hugs_last and not hugs_next):
        return "open"
    if glyph in CLOSING and not (opened is None and hugs_next and not hugs_last):
        return "close"
    if hugs_next != hugs_last:
        return "open" if hugs_next else "close"
    return "close" if opened else "open"


def single_quotations(text: str, paragraph: Span, doubles: Iterable[Quotation]) -> Iterator[Quotation]:
    """Yield the quotations in single marks outside those in double marks; apostrophes are not taken for marks."""
    at = paragraph.start
    taken = [quotation.outer for quotation in doubles]
    while opened := SINGLE_OPEN.search(text, at, paragraph.end):
        at = opened.end()
        start = Span(*opened.span())
        end = closing_single(text, at, paragraph.end)
        if end is not None and not any(outer.overlaps(Span(start.start, end.end)) for outer in taken):
            yield between(text, start, end)
            at = end.end


def closing_single(text: str, start: int, end: int) -> Span | None:
    """Return the single mark that closes what opened before `start`; None when there is none.

    A mark after a comma or stop is preferred, since one after a letter may be a plural's apostrophe ("the ministers'").
    """
    reopened = SINGLE_OPEN.search(text, start, end)
    closers = [Span(*m.span()) for m in SINGLE_CLOSE.finditer(text, start, reopened.start() if reopened else end)]
    after_stop = [mark for mark in closers if text[mark.start - 1] in ",.?!…"]
    after_letter = [mark for mark in closers if text[mark.start - 1] != "s"]
    return next(iter((*after_stop, *after_letter, *closers)), None)


def between(text: str, opened: Span, closed: Span) -> Quotation:
    """Return the quotation between two marks."""
    words = text[opened.end : closed.start]
    start = opened.end + len(words) - len(words.lstrip())
    end = opened.end + len(words.rstrip().removesuffix(","))
    return Quotation(Span(opened.start, closed.end), Span(start, max(start, end)))
