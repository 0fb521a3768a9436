"""Web archives (WARC) to articles, record by record, as Common Crawl's CC-NEWS and web recorders write them."""

import hashlib
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, cast

from regesta.model.article import Article
from regesta.read.clean import storable
from regesta.read.decoding import decode
from regesta.read.reader import Document, reads
from regesta.read.record import unreadable
from regesta.read.warc_records import Damage, Record, Records
from regesta.read.webpage import MAX_PAGE_BYTES, article_of_page, declared_encoding

STARTS = {"gzip": b"\x1f\x8b", "x-gzip": b"\x1f\x8b", "deflate": b"\x78", "zstd": b"\x28\xb5\x2f\xfd"}  # of the packed
RESPONSE = re.compile(rb"^WARC-Type:[ \t]*response[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
MAX_HEADS_BYTES = 1024 * 1024  # of a record and of its answer, and of what parts its chunks
PANICS = "pyo3_runtime"
PAGE_TYPES = ("text/html", "application/xhtml+xml")
logging.getLogger("fastwarc").addHandler(logging.NullHandler())


@reads(".warc")
def read_warc(document: Document) -> Iterator[Article]:
    """Yield the articles of the web pages in a WARC, a fault for each stretch that is damaged, and one at the end.

    That one counts what is passed over by cause.

    Raises:
        ValueError: The archive breaks off.
    """
    passed: Counter[str] = Counter()
    count = 0
    records = Records(document.stream, MAX_PAGE_BYTES + MAX_HEADS_BYTES)
    for record in records:
        if isinstance(record, Damage):
            if record.is_last:
                records.trouble = records.trouble or ValueError(f"{record.length_bytes:,} bytes are no whole record")
            else:
                yield damaged(record, document, count)
        elif RESPONSE.search(record.head):
            count += 1
            article = article_or_reason(record, document, count)
            if isinstance(article, str):
                passed[article] += 1
            else:
                yield article
    if passed:
        why = ", ".join(f"{number} {reason}" for reason, number in sorted(passed.items()))
        found = f"{count} responses found, {count - passed.total()} read, {passed.total()} not: {why}"
        yield unreadable(document.source(None), found)
    if records.trouble:
        raise ValueError(f"breaks off after response {count}: {records.trouble}")


def damaged(stretch: Damage, document: Document, count: int) -> Article:
    """Return the fault of a stretch that holds no record.

    Args:
        stretch: Where it lies.
        document: The archive.
        count: How many responses lie before it.
    """
    source = replace(document.source(None), origin=f"{document.name}@{stretch.at}")
    lost = f"{stretch.length_bytes:,} bytes" if stretch.length_bytes else "what cannot be unpacked"
    return unreadable(source, f"damaged after response {count}: {lost} passed over")


def article_or_reason(record: Record, document: Document, number: int) -> Article | str:
    """Return the article of a response, or why it is none, also when the record is broken in whatever way."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - read only when a WARC is

    content = cast("Any", BytesIO(record.content))
    try:
        found = ArchiveIterator(
            content, WarcRecordType.response, parse_http=True, auto_decode="transfer", stream_detect=False
        )
        return article_of_warc(next(iter(found)), document, number)
    except BaseException as error:  # a panic of the library, which is written in Rust, is no Exception
        if not isinstance(error, Exception) and type(error).__module__ != PANICS:
            raise
        return f"broken: {type(error).__name__}"


def article_of_warc(record: Any, document: Document, number: int) -> Article | str:
    """Return the article of a response, or why it is none.

    Args:
        record: A record of fastwarc.
        document: The archive.
        number: Its number among the responses.
    """
    http = record.http_headers
    if http is None or http.status_code != 200:
        return f"of status {http.status_code if http is not None else 'unknown'}"
    kind = (record.http_content_type or "").lower()
    if kind not in PAGE_TYPES:
        return "no web page"
    content = unpacked(record.reader.read(MAX_PAGE_BYTES + 1), http.get("Content-Encoding") or "")
    if len(content) > MAX_PAGE_BYTES:
        return f"over {MAX_PAGE_BYTES >> 20} MiB"
    source = replace(
        document.source(None),
        origin=f"{document.name}:{number}",
        sha256=hashlib.sha256(content).hexdigest(),
        url=storable(record.headers.get("WARC-Target-URI") or "")[0] or None,
        retrieved=record.record_date.astimezone(UTC) if isinstance(record.record_date, datetime) else None,
    )
    return article_of_page(decode(content, declared_encoding(content, record.http_charset)), source, "")


def unpacked(content: bytes, encoding: str) -> bytes:
    """Return the bytes of a page without the compression that its server sent it in, the first of them for a bomb.

    The library's iterator could do so too, but loses the records behind a page of which not all is read.

    Args:
        content: As they were sent. Some recorders store the page unpacked and keep the header.
        encoding: Content-Encoding of the header; "" for none.
    """
    from fastwarc.stream_io import BrotliReader, GzipReader, ZstdReader  # noqa: PLC0415 - read only when a WARC is

    name, limit_bytes = encoding.strip().lower(), MAX_PAGE_BYTES + 1
    if not content.startswith(STARTS.get(name, b"")):
        return content
    if name == "deflate":
        return zlib.decompressobj().decompress(content, limit_bytes)
    readers: dict[str, Any] = {"gzip": GzipReader, "x-gzip": GzipReader, "zstd": ZstdReader, "br": BrotliReader}
    return bytes(readers[name](BytesIO(content)).read(limit_bytes)) if name in readers else content
