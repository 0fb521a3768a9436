"""Spans of an article's text, and citations that quote them."""

from dataclasses import dataclass
from typing import Self


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

    def joined(self, other: Self) -> "Span":
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of one article with its exact words, as a reader would check it."""

    article_id: str
    span: Span
    quote: str
