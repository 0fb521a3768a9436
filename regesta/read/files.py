"""Plain text files to articles: a title line, a date in the file name or dateline, no page furniture."""

import hashlib
from collections.abc import Iterator
from datetime import date

from regesta.model.annotation import Fault
from regesta.model.article import Article, PublishedBasis, Source
from regesta.read.clean import clean_text, cut_furniture, split_title
from regesta.read.datelines import day_in_dateline, day_in_name
from regesta.read.decoding import decode
from regesta.read.language import language_of
from regesta.read.reader import Document, reads
from regesta.read.record import unreadable

MAX_FILE_BYTES = 128 * 1024 * 1024


@reads(".txt", ".text", "")
def read_text(document: Document) -> Iterator[Article]:
    """Yield the one article of a text file."""
    content = document.read_bytes(MAX_FILE_BYTES)
    if content is None:
        yield unreadable(document.name, f"over {MAX_FILE_BYTES >> 20} MiB: not read")
        return
    decoded = decode(content)
    if not decoded.text.strip():
        yield unreadable(document.name, decoded.trouble or "empty file")
        return
    title, text = split_title(cut_furniture(clean_text(decoded.text)))
    day, basis = day_of(document, text)
    yield Article(
        id=document.name,
        text=text,
        title=title,
        language=language_of(text),
        source=Source(
            publisher=document.publisher,
            published=day,
            published_basis=basis,
            origin=document.name,
            sha256=hashlib.sha256(content).hexdigest(),
        ),
        faults=(Fault("read", decoded.trouble),) if decoded.trouble else (),
    )


def day_of(document: Document, text: str) -> tuple[date | None, PublishedBasis | None]:
    """Return the publication day that the file name gives, else the dateline, with how it is known."""
    if day := day_in_name(document.stem):
        return day, "given"
    day = day_in_dateline(text)
    return day, "inferred" if day else None
