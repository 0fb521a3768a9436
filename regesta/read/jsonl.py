"""JSON lines to articles: one object per line, its text kept to the letter."""

import json
from collections.abc import Iterator

from regesta.model.article import Article
from regesta.read.decoding import decode
from regesta.read.reader import Document, reads
from regesta.read.record import article_of_record, unreadable

MAX_LINE_BYTES = 128 * 1024 * 1024  # bounds memory: a line beyond it is skipped with a fault


@reads(".jsonl", ".ndjson", ".jl")
def read_jsonl(document: Document) -> Iterator[Article]:
    """Yield one article per line; a line that is none becomes a fault that names it."""
    for number, line in enumerate(lines(document), start=1):
        origin = f"{document.name}:{number}"
        if line is None:
            yield unreadable(origin, f"line of over {MAX_LINE_BYTES >> 20} MiB: not read")
        elif line.strip():
            yield article_of_line(line, origin)


def lines(document: Document) -> Iterator[bytes | None]:
    """Yield the lines of a document; None in place of one that is too long, whose rest is skipped."""
    while line := document.stream.readline(MAX_LINE_BYTES + 1):
        if len(line) <= MAX_LINE_BYTES:
            yield line
            continue
        while (rest := document.stream.readline(1 << 20)) and not rest.endswith(b"\n"):
            pass
        yield None


def article_of_line(line: bytes, origin: str) -> Article:
    """Return the article of one line, or the fault of a line that holds none."""
    decoded = decode(line)
    if not decoded.text:
        return unreadable(origin, decoded.trouble or "empty")
    try:
        record = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        return unreadable(origin, f"not JSON: {error}")
    if not isinstance(record, dict):
        return unreadable(origin, f"a JSON object is expected, not {type(record).__name__}")
    return article_of_record(record, origin)
