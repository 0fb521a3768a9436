"""One article from a record: the fields of a JSON object, or the arguments of `regesta.code`."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from html import unescape
from typing import Any

from regesta.model.annotation import Fault
from regesta.model.article import Article, PublishedBasis, Source
from regesta.read.clean import storable
from regesta.read.datelines import dated_record
from regesta.read.language import language_of
from regesta.read.published import DateOrder, has_two_readings, parse_published

TEXT_FIELDS = ("text", "body", "content")
SUMMARY_FIELDS = ("lead", "summary", "description")
TITLE_FIELDS = ("title", "headline")
PUBLISHED_FIELDS = ("published", "date", "published_at", "publish_date", "pubdate")
PUBLISHER_FIELDS = ("publisher", "source", "outlet")
URL_FIELDS = ("url", "link")
BYLINE_FIELDS = ("byline", "author", "authors")
BY = re.compile(r"^by(?:: ?| )(?=\S)", re.IGNORECASE)
RETRIEVED_FIELDS = ("retrieved",)
RAW_HASH_FIELDS = ("raw_sha256",)
SHA256 = re.compile(r"[0-9a-f]{64}")
BASES: tuple[PublishedBasis, ...] = ("given", "page", "inferred")
ID_FIELDS = ("id", "doc", "uri")
COLUMN_FIELDS = ("text", "lead", "title", "published", "publisher", "url", "id", "byline")  # what columns map to
ISO_HINT = "is no date: use ISO 8601, as 2022-12-19"
NO_TEXT = "there is no text"


def make_article(
    text: str, *, published: str | date | datetime | None = None, title: str | None = None, id: str | None = None
) -> Article:
    """Return the article of a text in memory, kept to the letter.

    Args:
        text: The text.
        published: Day or time of publication, as an object or in any form that `parse_published` reads; None when
            unknown.
        title: Headline; None when unknown.
        id: Id; None derives one from date and text.
    """
    return article_of_record({"text": text, "published": published, "title": title, "id": id}, Source())


def article_of_record(record: Mapping[str, Any], source: Source, complaints: Iterable[str] = ()) -> Article:
    """Return the article of a record; what is wrong with a field becomes a fault and the rest is kept.

    The text is kept to the letter. A record without one, but with a lead, is a headline record: its text is title and
    lead, a blank line between. A record without a day of publication has that of its address or of a dateline.

    Args:
        record: Fields by name, `text`, `id`, `title`, `published`, `publisher`, `url`, or common names for them, with
            values as JSON has them: strings, also whole numbers for an id or a day; null is the same as absent.
        source: What is known beyond the record: origin, hash, and a publisher for records that name none.
        complaints: What went wrong before the fields were read.
    """
    fields = Fields(record, list(complaints))
    title = " ".join(unescape(fields.words(TITLE_FIELDS) or "").split())
    text = fields.words(TEXT_FIELDS) or headline_text(title, fields.words(SUMMARY_FIELDS), record)
    if not text:
        fields.complaints.append(NO_TEXT)
    published = fields.published()
    found = replace(
        source,
        publisher=fields.line(PUBLISHER_FIELDS) or source.publisher,
        url=fields.line(URL_FIELDS),
        published=published,
        published_basis=fields.basis() if published else None,
        sha256=fields.raw_sha256() or source.sha256,
        byline=fields.byline(),
        retrieved=fields.retrieved(),
    )
    article = Article(id=fields.id() or "", text=text, title=title or None, source=dated_record(found, text or ""))
    return finished(article, fields.complaints)


def record_of(article: Article) -> dict[str, Any]:
    """Return an article as the record that `article_of_record` reads back; what is unknown is left out."""
    source = article.source
    row = {
        "id": article.id,
        "title": article.title,
        "published": source.published.isoformat() if source.published else None,
        "published_basis": None if source.published_basis == "given" else source.published_basis,
        "publisher": source.publisher,
        "byline": source.byline,
        "url": source.url,
        "retrieved": source.retrieved.isoformat() if source.retrieved else None,
        "raw_sha256": source.sha256 if source.retrieved else None,
        "text": article.text,
    }
    return {name: value for name, value in row.items() if value is not None}


def with_columns(
    record: Mapping[str, Any], columns: Mapping[str, str], order: DateOrder | None = None
) -> Mapping[str, Any]:
    """Return a record whose fields also go by the names that the user's columns are to have.

    Args:
        record: Values by the names of the table.
        columns: Field to column: `{"text": "Body"}` makes the text of what "Body" holds.
        order: Which of day and month comes first in its dates of publication; None when the user did not say.
    """
    mapped = {**record, **{field_name: record.get(column) for field_name, column in columns.items()}}
    dated = {name: mapped[name] for name in PUBLISHED_FIELDS if order and has_two_readings(mapped.get(name))}
    return {**mapped, **{name: parse_published(value, order) for name, value in dated.items()}}


def headline_text(title: str, lead: str | None, record: Mapping[str, Any]) -> str:
    """Return the text of a headline record; "" for a record that has no field for a lead, not even an empty one.

    What is only said twice stands once: a title that begins the lead, and a lead whose last line begins the title, as
    leads do that were cut short.
    """
    lead = unescape(lead or "").strip()
    if lead.startswith(title) or not any(name in record for name in SUMMARY_FIELDS):
        return lead
    last_line = " ".join(lead.rpartition("\n")[2].split())
    return title if title.startswith(last_line) else f"{title}\n\n{lead}"


def finished(article: Article, complaints: Iterable[str] = (), stem: str = "") -> Article:
    """Return an article as `read` hands it on: with an id, its language, and a fault for every complaint.

    Args:
        article: An article with its text, title and source; id "" asks for one.
        complaints: What went wrong while it was read.
        stem: Name of the file it fills, which begins an id made for it; "" when it shares the file.
    """
    origin = article.source.origin
    reasons = [f"{origin}: {complaint}" if origin else complaint for complaint in complaints]
    faults = (Fault("read", storable(reason)[0]) for reason in reasons)  # they quote what stands in files
    return replace(
        article,
        id=article.id or derived_id(article, stem),
        language=language_of(article.text),
        faults=(*article.faults, *faults),
    )


def derived_id(article: Article, stem: str) -> str:
    """Return an id for an article that has none: its address, else a hash of its publisher, date, title and text.

    So it does not depend on the machine or the folder, and files of one name in two folders stay two articles. What has
    no text goes by its origin.
    """
    source = article.source
    if source.url:
        return source.url
    if not article.text and source.origin:
        return source.origin
    parts = (source.publisher or "", str(source.published or ""), article.title or "", article.text)
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"{stem}-{digest[:8]}" if stem else digest[:16]


def unreadable(source: Source, reason: str) -> Article:
    """Return an article without text that carries the fault of what could not be read, so that it is counted."""
    return finished(Article(id="", text="", source=source), [reason])


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a record, read with a complaint for each that is not what it should be.

    Attributes:
        record: Names to values.
        complaints: Grows while fields are read.
    """

    record: Mapping[str, Any]
    complaints: list[str] = field(default_factory=list)

    def words(self, names: Iterable[str]) -> str | None:
        """Return the first of some fields that holds words, to the letter; None when none does."""
        for name in names:
            value = self.record.get(name)
            if value is not None and not isinstance(value, str):
                self.complaints.append(f'{name} is {kind_of(value)}, not a string: left out; write "{name}": "..."')
            elif value and value.strip():
                kept, was_changed = storable(value)
                if was_changed:
                    self.complaints.append(f"{name} had characters that cannot be stored: replaced by U+FFFD")
                return kept
        return None

    def line(self, names: Iterable[str]) -> str | None:
        """Return the first of some fields that holds words, on one line; None when none does."""
        return " ".join((self.words(names) or "").split()) or None

    def byline(self) -> str | None:
        """Return who wrote the article, without "By"; the names of a list of `authors` are parted by commas."""
        said = Fields({**self.record, "authors": joined(self.record.get("authors"))}, self.complaints)
        line = said.line(BYLINE_FIELDS)
        return BY.sub("", line) if line else None

    def id(self) -> str | None:
        """Return the id, as a string also where it is a whole number; None when the record has none."""
        found = {name: self.record.get(name) for name in ID_FIELDS}
        named = {name: str(value) if type(value) is int else value for name, value in found.items()}  # true is no id
        return Fields(named, self.complaints).line(ID_FIELDS)

    def basis(self) -> PublishedBasis:
        """Return how the day of publication is known: as the record says, else given by it."""
        said = self.record.get("published_basis")
        return next((basis for basis in BASES if basis == said), "given")

    def raw_sha256(self) -> str | None:
        """Return the hash of the page that the record was made from; None when it says none."""
        said = next(filter(None, map(self.record.get, RAW_HASH_FIELDS)), None)
        return said if isinstance(said, str) and SHA256.fullmatch(said) else None

    def retrieved(self) -> datetime | None:
        """Return when the article was fetched; None when not said, or said without a clock time."""
        moment = self._moment(RETRIEVED_FIELDS)
        return moment if isinstance(moment, datetime) else None

    def published(self) -> date | datetime | None:
        """Return when the article was published; None when not given or not to be understood."""
        return self._moment(PUBLISHED_FIELDS)

    def _moment(self, names: Iterable[str]) -> date | datetime | None:
        for name in names:
            value = self.record.get(name)
            if value is None or value == "":
                continue
            if moment := parse_published(value):
                return moment
            hint = "may be two days: say which comes first with --date-order" if has_two_readings(value) else ISO_HINT
            self.complaints.append(f"{name} {str(value)[:60]!r} {hint}")
        return None


def joined(names: object) -> object:
    """Return a list of names, or of objects with a name, as one line; anything else as it is."""
    if not isinstance(names, list):
        return names
    found = [each.get("name") if isinstance(each, dict) else each for each in names]
    said = [name for name in found if isinstance(name, str)]
    return ", ".join(said) if len(said) == len(found) else names


def kind_of(value: object) -> str:
    """Return what JSON calls a value that is no number: "a list", "an object", "true or false", "a string", "null"."""
    names = {list: "a list", dict: "an object", bool: "true or false", str: "a string", type(None): "null"}
    return names.get(type(value), "a number")
