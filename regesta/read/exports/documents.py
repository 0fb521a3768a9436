"""What a layout of exports gives: the documents of a file, cut at anchors that stand in a data file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import yaml

from regesta.shipped import read_shipped

DATA = Path(__file__).parent / "layouts.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """One document of an export; None for what it does not say.

    Attributes:
        text: Its body, a blank line between paragraphs; "" when none was found.
        title: Headline.
        published: Day of publication, as written.
        publisher: Name of the source.
        byline: Who wrote it.
        id: Number that the archive gave it.
    """

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    byline: str | None = None
    id: str | None = None


class Layout(Protocol):
    """One way in which an archive lays out its exports."""

    def is_of(self, text: str) -> bool:
        """Tell whether a text is laid out so."""
        ...

    def announced(self, text: str) -> int | None:
        """Return how many documents the export says it holds; None when it does not say."""
        ...

    def extracts(self, text: str) -> Iterator[Extract]:
        """Yield its documents in order, the first and the last among them."""
        ...


@lru_cache(maxsize=1)
def anchors() -> dict[str, Any]:
    """Return the anchors of every layout, by its name."""
    found: dict[str, Any] = yaml.safe_load(read_shipped(DATA))
    return found


def whole_line(pattern: str) -> re.Pattern[str]:
    """Return a pattern that a whole line of a text matches, blank space around it left out."""
    return re.compile(rf"^[^\S\n]*(?:{pattern})[^\S\n]*$", re.MULTILINE)


def parts_ending(text: str, end: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Yield the parts of a text that end at an anchor, each with its anchor; last the rest, with None."""
    at = 0
    for found in end.finditer(text):
        yield text[at : found.start()], found
        at = found.end()
    yield text[at:], None


def body_of(lines: Iterable[str]) -> str:
    """Return lines as a text with a blank line between paragraphs.

    Where blank lines part the paragraphs, lines between them were wrapped and are joined again.
    """
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(part) for part in paragraphs if part)


def nonblank(lines: Iterable[str]) -> list[str]:
    """Return the lines that hold something, without blank space around them."""
    return [line.strip() for line in lines if line.strip()]


def last_line(lines: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    """Return the number of the last line that a pattern matches; None when none does."""
    return next((number for number in range(len(lines) - 1, -1, -1) if pattern.fullmatch(lines[number])), None)


def day_in(line: str, date: re.Pattern[str]) -> str | None:
    """Return the day of a line that a pattern with the group `day` matches; None when it does not match."""
    found = date.fullmatch(line)
    return found["day"] if found else None
