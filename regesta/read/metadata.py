"""What a web page says of itself: JSON-LD, OpenGraph and meta elements."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from regesta.read.clean import clean_text
from regesta.read.published import parse_published
from regesta.read.record import BY

Json = dict[str, Any]
META_NAMES = ("property", "name", "itemprop", "http-equiv")
PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "dc.date", "date",
)  # fmt: skip
BYLINE_NAMES = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
BYLINE_PATH = "//*[@rel='author' or @itemprop='author' or contains(concat(' ', @class, ' '), ' byline ')]"
MAX_BYLINE_CHARS = 200
TITLE_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page says of itself; None for what it does not say.

    Attributes:
        title: Headline, without the name of the site.
        publisher: Name of the site or its publisher.
        url: Canonical address.
        published: UTC time, or day.
        byline: Who wrote it.
    """

    title: str | None
    publisher: str | None
    url: str | None
    published: date | datetime | None
    byline: str | None = None


NOTHING = PageMetadata(title=None, publisher=None, url=None, published=None)


def read_metadata(page: HtmlElement) -> PageMetadata:
    """Read what a page says of itself, JSON-LD before meta elements."""
    linked = next((node for node in linked_data(page) if is_article(node)), {})
    meta = meta_elements(page)
    publisher = named(linked.get("publisher")) or meta.get("og:site_name")
    title = words(linked.get("headline")) or meta.get("og:title") or first(page, "//h1") or first(page, "//title")
    stamps = [
        linked.get("datePublished"),
        *map(meta.get, PUBLISHED_NAMES),
        first(page, "//*[@itemprop='datePublished']/@datetime"),
    ]
    bylines = (linked.get("author"), *map(meta.get, BYLINE_NAMES), first(page, BYLINE_PATH))
    return PageMetadata(
        title=without_site(title, publisher) if title else None,
        publisher=publisher,
        url=address(first(page, "//link[@rel='canonical']/@href"), meta.get("og:url"), words(linked.get("url"))),
        published=next(filter(None, map(parse_published, stamps)), None),
        byline=next(filter(None, map(byline, bylines)), None),
    )


def linked_data(page: HtmlElement) -> Iterator[Json]:
    """Yield the objects of a page's JSON-LD: top level and `@graph`, not what they list of other pages."""
    for script in page.xpath("//script[starts-with(@type, 'application/ld+json')]/text()"):
        try:
            found: Any = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue  # a page with broken metadata is a page without
        for node in found if isinstance(found, list) else [found]:
            graph = node.get("@graph") if isinstance(node, dict) else None
            yield from (each for each in [node, *(graph if isinstance(graph, list) else [])] if isinstance(each, dict))


def is_article(node: Json) -> bool:
    """Tell whether an object of JSON-LD describes an article ("NewsArticle", "BlogPosting") and dates it."""
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return "datePublished" in node and any(str(name).endswith(("Article", "Posting")) for name in names)


def meta_elements(page: HtmlElement) -> dict[str, str]:
    """Return a page's meta elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        content = words(element.get("content"))
        for attribute in META_NAMES:
            if content and (name := element.get(attribute)):
                found.setdefault(name.lower(), content)
    return found


def words(value: object) -> str | None:
    """Return a string as one line of clean text; None for what is no string or empty."""
    return " ".join(clean_text(unescape(value)).split()) or None if isinstance(value, str) else None


def named(value: object) -> str | None:
    """Return a name that JSON-LD gives as a string, as an object, or as a list of these."""
    if isinstance(value, list):
        return next(filter(None, map(named, value)), None)
    return words(value.get("name")) if isinstance(value, dict) else words(value)


def byline(value: object) -> str | None:
    """Return names of authors without "By"; None for what is none, as the address of a page about the author."""
    names = [named(each) for each in (value if isinstance(value, list) else [value])]
    said = ", ".join(dict.fromkeys(BY.sub("", name) for name in names if name and "://" not in name))
    return said if said and len(said) <= MAX_BYLINE_CHARS else None


def first(page: HtmlElement, path: str) -> str | None:
    """Return the words of the first element or attribute at an XPath; None when there is none."""
    for found in page.xpath(path):
        return words(found.text_content() if isinstance(found, HtmlElement) else str(found))
    return None


def address(*candidates: str | None) -> str | None:
    """Return the first that is a full web address; None when none is."""
    return next((each for each in candidates if each and each.startswith(("https://", "http://"))), None)


def without_site(title: str, publisher: str | None) -> str:
    """Return a title without the name of the site behind a separator."""
    for separator in TITLE_SEPARATORS:
        head, _, site = title.rpartition(separator)
        if publisher and head and site.strip().lower() == publisher.lower():
            return head.strip()
    return title
