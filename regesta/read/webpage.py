"""Saved web pages to articles: the text without furniture; title, time and publisher as the page gives them."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from regesta.model.article import Article, Source
from regesta.read.clean import clean_text, cut_furniture
from regesta.read.datelines import dated
from regesta.read.decoding import Decoded, decode
from regesta.read.metadata import read_metadata
from regesta.read.published import parse_published
from regesta.read.reader import Document, reads
from regesta.read.record import finished, unreadable

MAX_PAGE_BYTES = 16 * 1024 * 1024  # news pages are under 1 MiB; trafilatura refuses pages over 20 MB
logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it says of broken pages, our faults say
DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
MIN_ARTICLE_CHARS = 40  # less than that is a word of a menu
HEAD_BYTES = 4096  # where a page declares its encoding
LATEST_DAY = "2100-12-31"  # for guessed days: a fixed bound, so that the same page always gives the same day


@reads(".html", ".htm", ".xhtml")
def read_webpage(document: Document) -> Iterator[Article]:
    """Yield the one article of a saved page."""
    content = document.read_bytes(MAX_PAGE_BYTES)
    source = document.source(content)
    if content is None:
        yield unreadable(source, f"page of over {MAX_PAGE_BYTES >> 20} MiB: not read")
        return
    declared = DECLARED.search(content[:HEAD_BYTES])
    decoded = decode(content, declared[1].decode("ascii", "ignore").lower() if declared else None)
    yield article_of_page(decoded, source, document.stem)


def article_of_page(decoded: Decoded, source: Source, stem: str) -> Article:
    """Return the article of a page, or the fault of a page that has none.

    The page's own time of publication counts, then the day in the file name, then a dateline, then a guess.

    Args:
        decoded: The page.
        source: Its origin.
        stem: Its file name.
    """
    import trafilatura  # noqa: PLC0415 - a second of import, paid only when a page is read

    page = trafilatura.load_html(decoded.text)
    words = None if page is None else trafilatura.extract(page, favor_precision=True, include_comments=False)
    if page is None or words is None or len(words) < MIN_ARTICLE_CHARS:
        return unreadable(source, decoded.trouble or "no article found on the page")
    found = read_metadata(page)
    # Blank lines, lest short paragraphs look like the lines of wrapped wire copy.
    text = without_title(cut_furniture(clean_text(words).replace("\n", "\n\n")), found.title)
    source = replace(
        source,
        publisher=found.publisher or source.publisher,
        url=found.url,
        published=found.published,
        published_basis="page" if found.published else None,
    )
    source = guess_dated(dated(source, stem, text), page)
    return finished(Article(id="", text=text, title=found.title, source=source), decoded.troubles, stem)


def without_title(text: str, title: str | None) -> str:
    """Return a text without a first paragraph that only repeats the title."""
    first, _, below = text.partition("\n\n")
    return below if below and " ".join(first.split()) == title else text


def guess_dated(source: Source, page: HtmlElement) -> Source:
    """Return a source without a day with the one that a page's class names, time elements or address suggest.

    A search of the whole text is left out: it takes a year of copyright for New Year's Day.
    """
    if source.published:
        return source
    import htmldate  # noqa: PLC0415 - as above

    guess = htmldate.find_date(page, extensive_search=False, original_date=True, max_date=LATEST_DAY)
    day = parse_published(guess)
    return replace(source, published=day, published_basis="inferred") if day else source
