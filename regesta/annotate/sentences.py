"""Paragraphs of a text, and the characters a parser should see."""

import re

from regesta.model.span import Span

# Models are trained on straight marks. One character for one, so offsets hold.
PLAIN_MARKS = str.maketrans({"’": "'", "‘": "'"} | dict.fromkeys("“”„«»", '"'))
BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+|\n(?=[^\S\n]{2,}\S)")
ANY_LINE = re.compile(r"\n+")
SENTENCE_END = re.compile(r"[.!?:\"”’)]\s*$")
# The longest run in the example articles has 2 marks and the longest word 17 characters; addresses of pages reach 300.
# Without bounds 10,000 exclamation marks take the tokeniser 13 s; with them 40,000 marks of any kind take 0.2 s.
LONG_MARKS = re.compile(r"(?P<kept>[^\w\s]{24})[^\w\s]+")
LONG_WORD = re.compile(r"(?P<kept>\S{400})\S+")
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


def plain(text: str) -> str:
    """Return the text with straight marks and spaces for line ends, code point for code point.

    Of endless runs of marks, and of endless words, the beginning is kept and the rest is blank: spaCy's tokeniser takes
    a time that grows with the square of their length.
    """
    straight = re.sub(r"\s", " ", text.translate(PLAIN_MARKS))
    return LONG_WORD.sub(shortened, LONG_MARKS.sub(shortened, straight))


def shortened(found: re.Match[str]) -> str:
    """Return the beginning of a run, and blanks for the rest of it."""
    return found["kept"] + " " * (len(found[0]) - len(found["kept"]))
