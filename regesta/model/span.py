"""Spans of an article's text, and citations that quote them."""

import re
from dataclasses import dataclass
from typing import Self
from unicodedata import category

LOOSE = ",;:–—"  # marks that belong to no phrase which they end or begin
SYMBOLS = frozenset({"So", "Sk", "Cf", "Mn", "Me"})  # Unicode categories of pictures, and of what is joined to them
PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ('"', '"'))
POSSESSIVES = ("'s", "’s")
OPENED = re.compile(r"(?<!\w)['‘]")  # a single quotation mark before a word, no apostrophe inside one


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range `[start, end)` of Unicode code points in an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """Return the words the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Self) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Self) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, chars: int) -> "Span":
        """Return the span so many characters further on: from its place in a passage to that in the article."""
        return Span(self.start + chars, self.end + chars)

    def tightened(self, text: str) -> "Span":
        """Return the span without loose marks at its ends: commas, pictures, half a pair of brackets or quotes.

        A span of nothing else stays as it is.
        """
        start, end = self.start, self.end
        while start < end:
            words = text[start:end]
            if words[0].isalnum() and words[-1].isalnum() and "(" not in words:  # quick, and true of most
                return Span(start, end)
            first, last = loose_ends(words)
            if first == last == 0:
                return Span(start, end)
            start, end = start + first, end - last
        return self

    def joined(self, other: Self) -> "Span":
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of one article with its exact words, as a reader would check it."""

    article_id: str
    span: Span
    quote: str


def loose_ends(words: str) -> tuple[int, int]:
    """Return how many characters are loose at the beginning and at the end of some words, those of one mark each."""
    first = last = 0
    if words[0] in LOOSE or words[0].isspace() or words[0] == "-" or category(words[0]) in SYMBOLS:
        first = 1
    elif words.startswith(POSSESSIVES) and not words[2:3].isalnum():
        first = 2
    elif words[0] in "'‘" and not any(mark in words[1:] for mark in "'’"):
        first = 1
    is_mark = words[-1] in LOOSE or words[-1].isspace() or category(words[-1]) == "So"
    if is_mark or (words[-2:] in ("s'", "s’") and not OPENED.search(words[:-1])):
        last = 1  # "the Communists'", but not "the 'Red Wolves'"
    if words.count("(") > words.count(")") and words[0] != "(":
        return first, len(words) - words.rindex("(")  # "the party (its rival"
    for opening, closing in PAIRS:
        is_odd = words.count(opening) % 2 == 1 if opening == closing else words.count(opening) != words.count(closing)
        if is_odd and words[0] == opening:
            first = 1
        elif is_odd and words[-1] in (opening, closing):
            last = 1
    return (first, last) if first + last < len(words) else (len(words), 0)
