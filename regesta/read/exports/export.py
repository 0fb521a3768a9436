"""Tells exports of news archives from other texts, and makes an article or a fault of every document in them."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.model.article import Article, Source
from regesta.read.exports.documents import Extract, Layout
from regesta.read.exports.factiva import FACTIVA
from regesta.read.exports.nexis import NEXIS
from regesta.read.exports.nexis_older import NEXIS_OLDER
from regesta.read.record import article_of_record, unreadable

LAYOUTS: tuple[Layout, ...] = (NEXIS, NEXIS_OLDER, FACTIVA)


def layout_of(text: str) -> Layout | None:
    """Return the layout of the export that a text is; None for any other text."""
    return next((layout for layout in LAYOUTS if layout.is_of(text)), None)


def articles_of_export(text: str, layout: Layout, source: Source, troubles: tuple[str, ...] = ()) -> Iterator[Article]:
    """Yield an article or a fault for every document of an export, so that they can be counted against its cover.

    Args:
        text: The whole export.
        layout: What it is laid out like.
        source: The file.
        troubles: What went wrong while it was decoded; told once.
    """
    found = 0
    for extract in layout.extracts(text):
        found += 1
        yield article_of_extract(extract, replace(source, origin=f"{source.origin}:{found}"))
    announced = layout.announced(text)
    if announced is not None and announced != found:
        yield unreadable(source, f"announces {announced} documents, but {found} are in it")
    if troubles:
        yield unreadable(source, " ".join(troubles))


def article_of_extract(extract: Extract, source: Source) -> Article:
    """Return the article of one document of an export, or the fault of one without text."""
    if not extract.text.strip():
        return unreadable(
            source, f"document {extract.title or '(no title)'!r} has no text between its anchors: skipped"
        )
    record = {
        "text": extract.text,
        "title": extract.title,
        "published": extract.published,
        "publisher": extract.publisher,
        "byline": extract.byline,
        "id": extract.id,
    }
    return article_of_record(record, source, [] if extract.published else ["names no day of publication"])
