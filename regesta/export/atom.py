"""Atom feeds (RFC 4287): the form of a feed and of what it lists, whatever that is."""

import tempfile
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from regesta.export.values.entry_values import EPOCH
from regesta.export.values.plain_text import plain, plain_line
from regesta.version import __version__

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
SPOOL_BYTES = 1 << 20  # a larger feed waits on disk: its head tells the newest time in it
PIECE_BYTES = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A link of a feed or of something in it; the address has been looked at, the title has not."""

    rel: str
    href: str
    title: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHead:
    """What a feed says of itself.

    Attributes:
        key: What its id is made from: the same for the same feed for ever.
        title: Its name.
        links: Where it is, and the page it belongs to.
    """

    key: str = "regesta:register"
    title: str = "Regesta: the register"
    links: tuple[FeedLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One thing that a feed lists; all its text is plain, never markup.

    Attributes:
        key: What its id is made from: the same for the same thing for ever.
        title: It in one line.
        updated: When it last changed, UTC.
        published: When it first appeared, UTC; None when unknown.
        links: Its own page first, as "alternate", then what it rests on.
        categories: Kinds it belongs to.
        summary: Its first words, on one line.
        content: The words of every source with where they stand, line by line.
    """

    key: str
    title: str
    updated: datetime
    published: datetime | None = None
    links: tuple[FeedLink, ...] = ()
    categories: tuple[str, ...] = ()
    summary: str
    content: str


def feed(head: FeedHead, items: Iterable[FeedItem]) -> Iterator[bytes]:
    """Yield a feed. Its time is the newest of its items, so that the same items give the same bytes."""
    newest = EPOCH
    with tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES) as spool:
        for item in items:
            newest = max(newest, item.updated)
            spool.write(etree.tostring(item_element(item), encoding="utf-8") + b"\n")
        yield head_bytes(head, newest)
        spool.seek(0)
        while piece := spool.read(PIECE_BYTES):
            yield piece
    yield b"</feed>\n"


def head_bytes(head: FeedHead, updated: datetime) -> bytes:
    """Return the beginning of a feed, up to its first item."""
    element = etree.Element("feed", nsmap={None: NAMESPACE})
    element.text = "\n"
    for name, text in (("id", urn(head.key)), ("title", plain_line(head.title)), ("updated", moment(updated))):
        add(element, name, text)
    add_links(element, head.links)
    add(add(element, "author", None), "name", "Regesta")
    add(element, "generator", "Regesta", version=__version__)
    open_tag: bytes = etree.tostring(element, encoding="utf-8").removesuffix(b"</feed>")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + open_tag + b"\n"


def item_element(item: FeedItem) -> etree._Element:
    """Return an item as an element of the feed."""
    element = etree.Element("entry", nsmap={None: NAMESPACE})
    add(element, "id", urn(item.key))
    add(element, "title", plain_line(item.title), type="text")
    add(element, "updated", moment(item.updated))
    if item.published:
        add(element, "published", moment(item.published))
    add_links(element, item.links)
    for category in item.categories:
        add(element, "category", None, term=category)
    add(element, "summary", plain_line(item.summary), type="text")
    add(element, "content", plain(item.content), type="text")
    return element


def add_links(parent: etree._Element, links: Iterable[FeedLink]) -> None:
    """Add links to a feed or an item."""
    for link in links:
        given = {"title": plain_line(link.title) if link.title else "", "type": link.type or ""}
        add(parent, "link", None, rel=link.rel, href=link.href, **{name: text for name, text in given.items() if text})


def add(parent: etree._Element, name: str, text: str | None, **attributes: str) -> etree._Element:
    """Add an element to another and return it."""
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    child.text = text
    return child


def urn(key: str) -> str:
    """Return an id for feeds: a UUID made from a key."""
    return uuid.uuid5(uuid.NAMESPACE_URL, key.encode("utf-8", "replace").decode()).urn


def moment(at: datetime) -> str:
    """Return a UTC time as RFC 3339 has it."""
    return f"{at.isoformat(timespec='seconds')}Z"
