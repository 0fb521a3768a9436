"""Saved web pages to articles: the text without furniture; title, time and publisher as the page gives them."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from regesta.model.article import Article, Source
from regesta.read.clean import clean_text, cut_furniture, without_title
from regesta.read.datelines import dated
from regesta.read.decoding import Decoded, decode
from regesta.read.exports.documents import Layout
from regesta.read.exports.export import articles_of_export, layout_of
from regesta.read.metadata import NOTHING, is_front_page, read_metadata
from regesta.read.page_parts import GAPS, block_text, check_tags, cut_asides
from regesta.read.published import parse_published
from regesta.read.reader import Document, reads_whole
from regesta.read.record import finished, unreadable

MAX_PAGE_BYTES = 16 * 1024 * 1024  # news pages are under 1 MiB; trafilatura refuses pages over 20 MB
logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it says of broken pages, our faults say
DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
EXPORT_MARK = re.compile(r"Factiva|End of Document|\d of \d+ DOCUMENT|\bDocument (?=[A-Za-z]*\d)[A-Za-z0-9]{15,40}\b")
MIN_ARTICLE_CHARS = 40  # less than that is a word of a menu
HEAD_BYTES = 4096  # where a page declares its encoding
LATEST_DAY = "2100-12-31"  # for guessed days: a fixed bound, so that the same page always gives the same day


@reads_whole(".html", ".htm", ".xhtml", limit_bytes=MAX_PAGE_BYTES)
def read_webpage(document: Document, content: bytes, source: Source) -> Iterator[Article]:
    """Yield the one article of a saved page."""
    decoded = decode(content, declared_encoding(content))
    if export := export_on_page(decoded.text):
        yield from articles_of_export(*export, source, decoded.troubles)
    else:
        yield article_of_page(decoded, source, document.stem)


def declared_encoding(content: bytes, by_server: str | None = None) -> str | None:
    """Return the encoding that a page or its server says it is in, lower-case; None when neither does."""
    declared = DECLARED.search(content[:HEAD_BYTES])
    return declared[1].decode("ascii", "ignore").lower() if declared else by_server and by_server.lower()


def export_on_page(page: str) -> tuple[str, Layout] | None:
    """Return the lines of an export of a news archive that was saved as a page, and its layout; None for others."""
    if not EXPORT_MARK.search(page):
        return None
    text = block_text(page)
    layout = layout_of(text)
    return (text, layout) if layout else None


def article_of_page(decoded: Decoded, source: Source, stem: str) -> Article:
    """Return the article of a page, or the fault of a page that has none.

    The page's own time of publication counts, then the day in the file name, then a dateline, then a guess.

    Args:
        decoded: The page.
        source: Its origin; what it already says of publisher, address and day counts where the page says nothing.
        stem: Its file name.

    Raises:
        ValueError: A tag would keep the parser busy without end.
    """
    import trafilatura  # noqa: PLC0415 - a second of import, paid only when a page is read

    check_tags(decoded.text)
    page = trafilatura.load_html(decoded.text)
    found = NOTHING if page is None else read_metadata(page)
    words = None
    if page is not None:
        cut_asides(page)
        words = trafilatura.extract(page, favor_precision=True, include_comments=False)
    if page is None or words is None or len(words) < MIN_ARTICLE_CHARS:
        return unreadable(source, decoded.trouble or "no article found on the page")
    # Blank lines, lest short paragraphs look like the lines of wrapped wire copy.
    whole = clean_text(words).replace("\n", "\n\n")
    text = without_title(GAPS.sub("\n\n", cut_furniture(whole)), found.title)
    source = replace(
        source,
        publisher=found.publisher or source.publisher,
        url=own_address(found.url, source.url),
        byline=found.byline or source.byline,
        published=found.published or source.published,
        published_basis="page" if found.published else source.published_basis,
    )
    source = guess_dated(dated(source, stem, whole), page)
    return finished(Article(id="", text=text, title=found.title, source=source), decoded.troubles, stem)


def own_address(canonical: str | None, fetched: str | None) -> str | None:
    """Return the address that a page calls its own; the fetched one where that names another site or its front page.

    All stories that call the front page theirs would be one. Of a file nobody knows where it was found: then it has no
    address.

    Args:
        canonical: What the page says; None when it does not.
        fetched: Where it was found; None when it was read from a file.
    """
    if canonical and is_front_page(canonical) and not (fetched and is_front_page(fetched)):
        return fetched
    if not canonical or not fetched:
        return canonical or fetched
    return canonical if site(urlsplit(canonical).hostname) == site(urlsplit(fetched).hostname) else fetched


def site(host: str | None) -> str:
    """Return the last two labels of a host name: "news.paper.example" and "www.paper.example" are one site."""
    return ".".join((host or "").split(".")[-2:])


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
