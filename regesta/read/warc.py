"""Web archives (WARC) to articles, record by record, as Common Crawl's CC-NEWS and web recorders write them."""

import hashlib
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

from regesta.model.article import Article
from regesta.read.bounded import Counted
from regesta.read.decoding import decode
from regesta.read.reader import Document, reads
from regesta.read.record import unreadable
from regesta.read.webpage import MAX_PAGE_BYTES, article_of_page, declared_encoding

PAGE_TYPES = ("text/html", "application/xhtml+xml")
logging.getLogger("fastwarc").addHandler(logging.NullHandler())


@reads(".warc")
def read_warc(document: Document) -> Iterator[Article]:
    """Yield the articles of the web pages in a WARC; what is passed over is counted in one fault at the end."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - read only when a WARC is

    passed: Counter[str] = Counter()
    count = 0
    records = ArchiveIterator(
        cast("Any", Counted(document.stream)),
        WarcRecordType.response,
        parse_http=True,
        auto_decode="all",
        stream_detect=False,
    )
    for record in records:
        count += 1
        try:
            article = article_of_warc(record, document, count)
        except Exception as error:  # a record may be broken in any way; the next one is found all the same
            passed[f"broken: {type(error).__name__}"] += 1
            continue
        if isinstance(article, str):
            passed[article] += 1
        else:
            yield article
    if passed:
        why = ", ".join(f"{number} {reason}" for reason, number in sorted(passed.items()))
        yield unreadable(
            document.source(None),
            f"{count} responses found, {count - passed.total()} read, {passed.total()} not: {why}",
        )


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
    content = record.reader.read(MAX_PAGE_BYTES + 1)
    if len(content) > MAX_PAGE_BYTES:
        return f"over {MAX_PAGE_BYTES >> 20} MiB"
    source = replace(
        document.source(None),
        origin=f"{document.name}:{number}",
        sha256=hashlib.sha256(content).hexdigest(),
        url=record.headers.get("WARC-Target-URI"),
        retrieved=record.record_date.astimezone(UTC) if isinstance(record.record_date, datetime) else None,
    )
    return article_of_page(decode(content, declared_encoding(content, record.http_charset)), source, "")
