"""Pages of a PDF to title and text: headers, footers and page numbers left out, paragraphs parted as they are set."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles
from typing import Any

from regesta.read.clean import is_like_title

REPEATS = 3  # a line at the top or bottom of so many pages is a header or footer, not text
EDGE_LINES = 2  # at the top and at the bottom of a page
PAGE_NUMBER = re.compile(
    r"(?:page|p\.|pg\.?) ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|\d{1,4} ?(?:of|/) ?\d{1,4}|[-–—|] ?\d{1,4} ?[-–—|]",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint)|untitled|document ?\d*$|print\b|slide ?\d|layout ?\d|https?:)"
    r"|.*\.(?:docx?|pdf|rtf|odt|indd|qxp|txt|html?|tmp)$",
    re.IGNORECASE,
)
LARGER = 1.15  # of a headline against the text: 12 pt over 10 pt is one, 11 pt over 10 is not
WIDER = 1.4  # of the space above a paragraph against that between its lines
TOP_LINES = 6  # a headline is among them
HYPHEN_AT_END = "\ufffe"  # pdfium writes it where it joined a word


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        words: Its characters.
        base: Height of its base line above the lower edge of the page, in points; None when unknown.
        size: Size of its first letter, in points; 0 when unknown.
    """

    words: str
    base: float | None = None
    size: float = 0.0


def lines_of_page(page: Any) -> list[Line]:
    """Return the lines of a page of pypdfium2, with where they stand if what is hidden does not blur that."""
    from pypdfium2 import raw  # noqa: PLC0415 - a library of 8 MB

    textpage = page.get_textpage()
    seen, whole = textpage.get_text_bounded().replace("\x02", HYPHEN_AT_END), textpage.get_text_range()
    if seen != whole or units(whole) != textpage.count_chars():
        return [Line(words) for words in seen.replace(HYPHEN_AT_END, "").replace("\r\n", "\n").split("\n")]
    found, at, x, y = [], 0, ctypes.c_double(), ctypes.c_double()
    for words in whole.split("\r\n"):
        raw.FPDFText_GetCharOrigin(textpage, at, x, y)
        found.append(Line(words.replace(HYPHEN_AT_END, ""), y.value, raw.FPDFText_GetFontSize(textpage, at)))
        at += units(words) + 2
    return found


def units(words: str) -> int:
    """Return how many characters pdfium counts: those beyond U+FFFF twice."""
    return len(words) + sum(mark > "\uffff" for mark in words)


def title_and_text(pages: Sequence[list[Line]], named: str) -> tuple[str | None, str]:
    """Return the headline of a PDF, None for one that only its text may tell, and the text, in which it may come first.

    Args:
        pages: Its pages.
        named: The title that the file gives itself; "" for none.
    """
    first, *others = list(without_running_lines(pages)) or [[]]
    title, count = headline(first, [line.size for page in (first, *others) for line in page])
    if is_sensible(named := " ".join(named.split())):
        title, count = named, repeated(first, named)
    above = f"{title}\n\n" if count else ""
    return title, above + "\n".join(parted([first[count:], *others]))


def is_sensible(title: str) -> bool:
    """Tell whether the title that a file gives itself is one of a story, not of a program or a file."""
    return " " in title and any(map(str.isalpha, title)) and is_like_title(title) and not NO_TITLE.match(title)


def headline(lines: list[Line], sizes: list[float]) -> tuple[str | None, int]:
    """Return the words that stand out by their size at the top of a first page, and how many lines end with them."""
    top = [line for line in lines[:TOP_LINES] if line.words.strip()]
    largest = max((line.size for line in top), default=0.0)
    if not top or largest < LARGER * median(sizes):
        return None, 0
    begin = next(number for number, line in enumerate(lines) if line.size == largest)
    end = next((n for n, line in enumerate(lines[begin:], begin) if line.size != largest), len(lines))
    title = " ".join(" ".join(line.words for line in lines[begin:end]).split())
    is_headline = end < len(lines) and is_like_title(title) and any(map(str.isalpha, title))
    return (title, end) if is_headline and begin == 0 else (title if is_headline else None, 0)


def repeated(lines: list[Line], title: str) -> int:
    """Return how many of the first lines say the title; 0 when they say more or something else."""
    for count in range(1, TOP_LINES):
        if " ".join(" ".join(line.words for line in lines[:count]).split()).lower() == title.lower():
            return count
    return 0


def parted(pages: Sequence[list[Line]]) -> Iterator[str]:
    """Yield the words of lines, and an empty line before each that stands farther below the last than lines do."""
    gaps = [gap for page in pages for gap in gaps_of(page) if gap]
    usual = quantiles(gaps, n=4)[0] if len(gaps) > 1 else None
    for page in pages:
        for gap, line in zip([None, *gaps_of(page)], page, strict=False):
            if usual and gap and gap > WIDER * usual:
                yield ""
            yield line.words


def gaps_of(page: list[Line]) -> list[float | None]:
    """Return how far each line but the first stands below the one before; None for one beside or above it."""
    pairs = pairwise(page)
    gaps = [(low, high.base - low.base) if high.base and low.base else (low, 0.0) for high, low in pairs]
    return [gap if gap > low.size / 2 else None for low, gap in gaps]


def without_running_lines(pages: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """Yield pages without headers, footers and page numbers.

    These are at the edge of a page what stands there on several, what counts pages, and what is beyond that count.
    """
    edges = Counter(
        key for page in pages for key in {running_key(line) for line in (*page[:EDGE_LINES], *page[-EDGE_LINES:])}
    )
    for page in pages:
        first, last = 0, len(page)
        for number, line in enumerate(page):
            runs = bool(PAGE_NUMBER.fullmatch(line.words.strip()))
            if runs and number < EDGE_LINES:
                first = number + 1
            elif runs and number >= len(page) - EDGE_LINES:
                last = min(last, number)
        yield [
            line
            for number, line in enumerate(page)
            if first <= number < last
            and not (min(number, len(page) - 1 - number) < EDGE_LINES and edges[running_key(line)] >= REPEATS)
        ]


def running_key(line: Line) -> str:
    """Return a line as it is compared with those of other pages: without the digits that number them."""
    return "".join(mark for mark in line.words if not mark.isdigit()).strip().lower()
