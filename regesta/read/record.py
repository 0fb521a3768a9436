"""One article from a record: the fields of a JSON object, or the arguments of `regesta.code`."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from regesta.model.annotation import Fault
from regesta.model.article import Article, PublishedBasis, Source
from regesta.read.clean import storable
from regesta.read.language import language_of
from regesta.read.published import parse_published

TEXT_FIELDS = ("text", "body", "content")
SUMMARY_FIELDS = ("lead", "summary", "description")
PUBLISHED_FIELDS = ("published", "date", "published_at", "publish_date", "pubdate")
PUBLISHER_FIELDS = ("publisher", "source", "outlet")
ID_FIELDS = ("id", "doc", "uri")


def make_article(
    text: str, *, published: str | date | datetime | None = None, title: str | None = None, id: str | None = None
) -> Article:
    """Return an article with a text kept to the letter.

    Args:
        text: The text.
        published: Day or time of publication, ISO 8601 or an object; None when unknown.
        title: Headline; None when unknown.
        id: Id; None derives one from text and date.
    """
    return article_of_record({"text": text, "published": published, "title": title, "id": id}, None)


def article_of_record(record: Mapping[str, Any], origin: str | None) -> Article:
    """Return the article of a record; what is wrong with a field becomes a fault and the rest is kept.

    Args:
        record: Fields by name: `text` (or title and `lead` where there is none), `id`, `title`, `published`,
            `publisher`, `url`, and common names for them.
        origin: File and line it was read from; None when given as text.
    """
    faults: list[str] = []
    text, changed = storable(text_of(record))
    if changed:
        faults.append("characters that cannot be stored were replaced by U+FFFD")
    if not text.strip():
        faults.append("no text: expected a field `text` with the article's words")
    day, basis = published_of(record, faults)
    source = Source(
        publisher=first_text(record, PUBLISHER_FIELDS),
        url=first_text(record, ("url", "link")),
        published=day,
        published_basis=basis,
        origin=origin,
    )
    return Article(
        id=first_text(record, ID_FIELDS) or derived_id(source, text),
        text=text if text.strip() else "",
        title=first_text(record, ("title", "headline")),
        language=language_of(text),
        source=source,
        faults=tuple(Fault("read", reason) for reason in faults),
    )


def text_of(record: Mapping[str, Any]) -> str:
    """Return a record's text to the letter; headline and lead, a blank line between, where it has none."""
    for name in TEXT_FIELDS:
        if isinstance(value := record.get(name), str) and value.strip():
            return value
    parts = (first_text(record, ("title", "headline")), first_text(record, SUMMARY_FIELDS))
    return "\n\n".join(part for part in parts if part) if parts[1] else ""


def published_of(record: Mapping[str, Any], faults: list[str]) -> tuple[date | datetime | None, PublishedBasis | None]:
    """Return when a record says it was published; a value that is no date becomes a fault."""
    value = next((record[name] for name in PUBLISHED_FIELDS if record.get(name) not in (None, "")), None)
    if value is None:
        return None, None
    found = parse_published(value)
    if found is None:
        faults.append(f"published {str(value)[:60]!r} is no date: use ISO 8601, as 2022-12-19")
        return None, None
    return found, "given"


def first_text(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """Return the first of some fields that has a value, as text; None when none has."""
    for name in names:
        value = record.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return storable(str(value).strip())[0]
    return None


def derived_id(source: Source, text: str) -> str:
    """Return an id for an article that has none: its address, else a hash of its publisher, date and text."""
    if source.url:
        return source.url
    parts = (source.publisher or "", str(source.published or ""), text)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def unreadable(origin: str, reason: str) -> Article:
    """Return an article without text that carries the fault of what could not be read, so that it is counted."""
    fault = Fault("read", f"{origin}: {reason}")
    return Article(id=origin, text="", source=Source(origin=origin), faults=(fault,))
