"""Feeds (RSS, Atom) and sitemaps: which pages they name, and what they say of each."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from time import struct_time
from typing import Any, cast
from urllib.parse import urljoin

from lxml import etree

from regesta.read.bounded import uncompressed
from regesta.read.clean import clean_text, storable
from regesta.read.metadata import byline
from regesta.read.published import in_utc, parse_published
from regesta.read.web.answer import Fetched
from regesta.read.web.trackers import without_trackers

MAX_ENTRIES = 5000  # of one feed or sitemap; sitemaps may have 50,000, most of them years old
FEED_START = (b"<rss", b"<feed", b"<rdf:rdf")
SITEMAP_START = (b"<urlset", b"<sitemapindex")
START_BYTES = 4096
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SITEMAP_LIMIT_BYTES = 50 * 1024 * 1024  # of the protocol, uncompressed


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One page that a feed or sitemap names; None for what it does not say.

    Attributes:
        url: Its address.
        title: Its headline.
        published: A UTC time, or a day.
        publisher: Whose page it is.
        byline: Who wrote it.
        words: Its text as HTML, where a feed carries the whole of it; else the summary.
    """

    url: str
    title: str | None = None
    published: date | datetime | None = None
    publisher: str | None = None
    byline: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a feed or sitemap lists.

    Attributes:
        entries: Pages, in its order.
        listings: Addresses of further sitemaps.
    """

    entries: tuple[Listed, ...] = ()
    listings: tuple[str, ...] = ()


def listing_of(found: Fetched) -> Listing | None:
    """Return what a feed or sitemap lists; None for content that is neither, or too broken to be read."""
    try:
        return read_listing(found)
    except Exception:  # a library may fail in any way on a hostile feed; the caller counts it as no feed
        return None


def read_listing(found: Fetched) -> Listing | None:
    """Return what a feed or sitemap lists; None for content that is neither."""
    start = found.content[:START_BYTES].lower()
    if start.startswith(b"\x1f\x8b"):
        content = unpacked(found.content)
        return (
            sitemap(content, found.url)
            if any(mark in content[:START_BYTES].lower() for mark in SITEMAP_START)
            else None
        )
    if b"<html" in start and b"<rss" not in start:
        return None
    if any(mark in start for mark in SITEMAP_START):
        return sitemap(found.content, found.url)
    return feed(found) if any(mark in start for mark in FEED_START) else None


def unpacked(content: bytes) -> bytes:
    """Return a compressed sitemap, at most as long as the protocol allows; b"" for one that is broken."""
    try:
        return uncompressed(cast("Any", BytesIO(content))).read(SITEMAP_LIMIT_BYTES)
    except (OSError, EOFError, ValueError, gzip.BadGzipFile):
        return b""


def feed(found: Fetched) -> Listing:
    """Return the entries of an RSS or Atom feed."""
    import feedparser  # noqa: PLC0415 - read only when a feed is

    parsed = feedparser.parse(
        BytesIO(found.content), response_headers={"content-location": found.url, "content-type": found.kind}
    )
    publisher = line(parsed.feed.get("title"))
    return Listing(entries=tuple(feed_entries(parsed.entries[:MAX_ENTRIES], found.url, publisher)))


def feed_entries(entries: list[Any], base: str, publisher: str | None) -> Iterator[Listed]:
    """Yield the entries of a feed that link to a page."""
    for entry in entries:
        url = web_address(entry.get("link"), base)
        if url is None:
            continue
        contents = [each.get("value") for each in entry.get("content", []) if each.get("value")]
        yield Listed(
            url=url,
            title=line(entry.get("title")),
            published=moment(entry.get("published_parsed") or entry.get("updated_parsed")),
            publisher=publisher,
            byline=byline(entry.get("authors")),
            words=max(contents, key=len, default=entry.get("summary")),
        )


def sitemap(content: bytes, base: str) -> Listing:
    """Return what a sitemap lists: pages with their news title and date, or further sitemaps."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    root = etree.fromstring(content, parser)
    if root is None:
        return Listing()
    entries: list[Listed] = []
    listings: list[str] = []
    for node in root.iterchildren("{*}url", "{*}sitemap"):
        url = web_address(node.findtext("{*}loc"), base)
        if url is None or len(entries) + len(listings) >= MAX_ENTRIES:
            continue
        if str(node.tag).endswith("sitemap"):
            listings.append(url)
            continue
        stamp = node.findtext(f"{NEWS}news/{NEWS}publication_date") or node.findtext("{*}lastmod")
        entries.append(
            Listed(
                url=url,
                title=line(node.findtext(f"{NEWS}news/{NEWS}title")),
                published=parse_published(stamp),
                publisher=line(node.findtext(f"{NEWS}news/{NEWS}publication/{NEWS}name")),
            )
        )
    return Listing(entries=tuple(entries), listings=tuple(listings))


def web_address(said: object, base: str) -> str | None:
    """Return a link as a full address without fragment and trackers; None for what is no web address."""
    if not isinstance(said, str) or not said.strip():
        return None
    try:
        full = without_trackers(urljoin(base, storable(said.strip())[0]).partition("#")[0])
    except ValueError:
        return None
    return full if full.startswith(("https://", "http://")) else None


def line(value: object) -> str | None:
    """Return words on one line; None for none."""
    return " ".join(clean_text(value).split()) or None if isinstance(value, str) else None


def moment(parsed: struct_time | None) -> date | datetime | None:
    """Return a time that feedparser read, in UTC; None for none or an impossible one."""
    try:
        return in_utc(datetime(*parsed[:6], tzinfo=UTC)) if parsed else None
    except ValueError:
        return None
