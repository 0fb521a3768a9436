"""What a web page says of itself: JSON-LD, OpenGraph and meta elements."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from typing import Any, TypeGuard
from urllib.parse import urlsplit

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
FRONT_PATH = re.compile(
    r"/*(?:[a-z]{2}(?:[-_][a-z]{2})?(?:/+|$))?(?:(?:index|home|default)(?:\.\w+)?/*)?", re.IGNORECASE
)
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
    documents = list(linked_data(page))
    named_by_id = nodes_by_id(documents)
    linked = next((node for node in described(documents) if is_article(node)), {})
    linked = {key: followed(value, named_by_id) for key, value in linked.items()}
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


def linked_data(page: HtmlElement) -> Iterator[Any]:
    """Yield what a page's JSON-LD scripts hold; a page with broken metadata is a page without."""
    for script in page.xpath("//script[starts-with(@type, 'application/ld+json')]/text()"):
        with suppress(ValueError, RecursionError):
            yield json.loads(script, strict=False)


def described(documents: Iterable[Any]) -> Iterator[Json]:
    """Yield the objects that describe a page: top level, `@graph`, `mainEntity`, not what they list of other pages."""
    for found in documents:
        for node in filter(is_object, found if isinstance(found, list) else [found]):
            graph = node.get("@graph")
            for each in filter(is_object, [node, *(graph if isinstance(graph, list) else [])]):
                yield each
                if is_object(main := each.get("mainEntity")):
                    yield main


def is_object(value: Any) -> TypeGuard[Json]:
    """Tell whether a value of JSON is an object."""
    return isinstance(value, dict)


def nodes_by_id(documents: Iterable[Any]) -> dict[str, Json]:
    """Return the objects of JSON-LD, at any depth, that have an `@id` and a name; the first of an id counts."""
    found: dict[str, Json] = {}
    waiting = deque(documents)
    while waiting:
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value)
        elif is_object(value):
            waiting.extend(value.values())
            if isinstance(name := value.get("@id"), str) and named(value):
                found.setdefault(name, value)
    return found


def followed(value: Any, named_by_id: Mapping[str, Json]) -> Any:
    """Return a value of JSON-LD with the objects that its references (`{"@id": "#ana"}`) mean, also in a list."""
    if isinstance(value, list):
        return [followed(each, named_by_id) if is_object(each) else each for each in value]
    is_reference = is_object(value) and not named(value) and isinstance(value.get("@id"), str)
    return named_by_id.get(value["@id"], value) if is_reference else value


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
    """Return the first that is a full web address, one of a front page only for want of others; None when none is."""
    full = [each for each in candidates if each and is_full(each)]
    return next((each for each in full if not is_front_page(each)), full[0] if full else None)


def is_full(candidate: str) -> bool:
    """Tell whether words are a web address with its host."""
    try:
        return candidate.startswith(("https://", "http://")) and bool(urlsplit(candidate).hostname)
    except ValueError:  # urllib's, for brackets that do not match
        return False


def is_front_page(url: str) -> bool:
    """Tell whether an address is that of a whole site, or of its edition in a language: no story has it."""
    parts = urlsplit(url)
    return not parts.query and bool(FRONT_PATH.fullmatch(parts.path))


def without_site(title: str, publisher: str | None) -> str:
    """Return a title without the name of the site behind a separator."""
    for separator in TITLE_SEPARATORS:
        head, _, site = title.rpartition(separator)
        if publisher and head and site.strip().lower() == publisher.lower():
            return head.strip()
    return title
