"""Paragraphs of a text."""

import re

from regesta.model.span import Span

BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+|\n(?=[^\S\n]{2,}\S)")
ANY_LINE = re.compile(r"\n+")
SENTENCE_END = re.compile(r"[.!?:\"”’)]\s*$")
WRAPPED_LINE_CHARS = 100  # wire copy wraps at 60 to 80; a longer line means one line is one paragraph


def paragraphs(text: str) -> list[Span]:
    """Split a text into paragraphs without surrounding white space.

    Blank lines and indented lines begin a paragraph. So does every line, unless the text is hard-wrapped as old wire
    copy is: then its lines belong together.
    """
    gap = BLANK_LINE if is_wrapped(text) else ANY_LINE
    bounds = [0, *(edge for match in gap.finditer(text) for edge in match.span()), len(text)]
    found = []
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        piece = text[start:end]
        if piece.strip():
            found.append(Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return found


def is_wrapped(text: str) -> bool:
    """Tell whether lines are broken at a fixed width rather than at paragraphs."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 4 or max(map(len, lines)) > WRAPPED_LINE_CHARS:
        return False
    return sum(bool(SENTENCE_END.search(line)) for line in lines) < len(lines) / 2
