"""JSON lines to articles: one object per line, its text kept to the letter."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

from regesta.model.article import Article, Source
from regesta.read.decoding import Lines, decode, utf8_lines
from regesta.read.reader import Document, reads
from regesta.read.record import article_of_record, kind_of, unreadable, with_columns

MAX_LINE_BYTES = 128 * 1024 * 1024  # bounds memory: a line beyond it is skipped with a fault


@reads(".jsonl", ".ndjson", ".jl")
def read_jsonl(document: Document) -> Iterator[Article]:
    """Yield one article per line; a line that is none becomes a fault that names it."""
    for number, line in enumerate(lines(utf8_lines(document.stream), MAX_LINE_BYTES), start=1):
        source = Source(origin=f"{document.name}:{number}", publisher=document.publisher)
        if line is None:
            yield unreadable(source, f"line of over {MAX_LINE_BYTES >> 20} MiB: not read")
        elif content := line.strip():
            yield article_of_line(content, source, document)


def lines(stream: Lines, limit_bytes: int) -> Iterator[bytes | None]:
    """Yield the lines of a stream; None in place of one beyond the limit, whose rest is skipped."""
    while line := stream.readline(limit_bytes + 1):
        if len(line) <= limit_bytes or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1 << 20)
        yield None


def article_of_line(content: bytes, source: Source, document: Document) -> Article:
    """Return the article of one line, or the fault of a line that holds none."""
    source = replace(source, sha256=hashlib.sha256(content).hexdigest())
    decoded = decode(content)
    if decoded.trouble and not decoded.text:
        return unreadable(source, decoded.trouble)
    try:
        record = json.loads(decoded.text)
    except RecursionError:
        return unreadable(source, "not JSON that can be read: nested too deeply")
    except ValueError as error:
        return unreadable(source, f"not JSON: {error}")
    if not isinstance(record, dict):
        return unreadable(source, f"a JSON object is expected, not {kind_of(record)}")
    return article_of_record(with_columns(record, document.columns, document.order), source, decoded.troubles)
