"""Saved web pages to articles: the text without furniture, date, title and publisher from the page's own metadata."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import htmldate
import trafilatura
from lxml import html

from regesta.model.annotation import Fault
from regesta.model.article import Article, PublishedBasis, Source
from regesta.read.clean import clean_text, cut_furniture
from regesta.read.datelines import day_in_name
from regesta.read.decoding import decode
from regesta.read.language import language_of
from regesta.read.published import parse_published
from regesta.read.reader import Document, reads
from regesta.read.record import unreadable

MAX_PAGE_BYTES = 32 * 1024 * 1024  # news pages are under 1 MiB; trees of larger ones would not fit in memory
DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
META_DATES = ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "pubdate")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; None for what it does not say."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | datetime | None = None
    basis: PublishedBasis | None = None


@reads(".html", ".htm", ".xhtml")
def read_webpage(document: Document) -> Iterator[Article]:
    """Yield the one article of a saved page."""
    content = document.read_bytes(MAX_PAGE_BYTES)
    if content is None:
        yield unreadable(document.name, f"page of over {MAX_PAGE_BYTES >> 20} MiB: not read")
        return
    declared = DECLARED.search(content[:4096])
    decoded = decode(content, declared[1].decode("ascii") if declared else None)
    text = trafilatura.extract(decoded.text, favor_precision=True, include_comments=False) if decoded.text else None
    if not text:
        yield unreadable(document.name, decoded.trouble or "no article found on the page")
        return
    text = cut_furniture(clean_text(text))
    found = metadata_of(decoded.text, document)
    yield Article(
        id=found.url or document.name,
        text=text,
        title=found.title,
        language=language_of(text),
        source=Source(
            publisher=found.publisher or document.publisher,
            url=found.url,
            published=found.published,
            published_basis=found.basis,
            origin=document.name,
            sha256=hashlib.sha256(content).hexdigest(),
        ),
        faults=(Fault("read", decoded.trouble),) if decoded.trouble else (),
    )


def metadata_of(page: str, document: Document) -> Metadata:
    """Read a page's metadata: JSON-LD first, then OpenGraph and other meta tags; a guessed date is marked inferred."""
    try:
        tree = html.fromstring(page)
    except (ValueError, html.etree.ParserError):
        return Metadata()
    linked, tags = linked_data(tree), meta_tags(tree)
    published = first_date([linked.get("datePublished"), *(tags.get(name) for name in META_DATES)])
    basis: PublishedBasis | None = "page" if published else None
    if published is None and (published := day_in_name(document.stem)):
        basis = "given"
    if published is None and (guess := htmldate.find_date(page, original_date=True)):
        published, basis = parse_published(guess), "inferred"
    publisher = linked.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
    title = tags.get("og:title") or linked.get("headline") or tree.xpath("string(//title)")
    return Metadata(
        title=as_text(title),
        publisher=as_text(name or tags.get("og:site_name")),
        url=as_text(canonical or tags.get("og:url")),
        published=published,
        basis=basis,
    )


def linked_data(tree: Any) -> dict[str, Any]:
    """Return the first article among a page's JSON-LD objects; {} when there is none or it is broken."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            content = json.loads(script)
        except (ValueError, RecursionError):
            continue
        graph = content.get("@graph", [content]) if isinstance(content, dict) else content
        for item in graph if isinstance(graph, list) else []:
            if isinstance(item, dict) and "datePublished" in item:
                return item
    return {}


def meta_tags(tree: Any) -> dict[str, str]:
    """Return a page's meta tags by lower-case name or property, the first of each."""
    tags: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name:
            tags.setdefault(name.lower(), tag.get("content"))
    return tags


def first_date(values: list[object]) -> date | datetime | None:
    """Return the first value that is a date."""
    return next((found for value in values if value and (found := parse_published(value))), None)


def as_text(value: object) -> str | None:
    """Return a value as clean text on one line; None when there is none."""
    return " ".join(clean_text(value).split()) or None if isinstance(value, str) else None
