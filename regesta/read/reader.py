"""What a reader is: a function from one file's bytes to articles, with the file name extensions it serves."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import wraps
from io import BufferedReader
from pathlib import PurePath

from regesta.errors import RegestaError
from regesta.model.article import Article, Source
from regesta.read.clean import storable
from regesta.read.published import DateOrder
from regesta.read.record import unreadable

COMPRESSIONS = (".gz", ".bz2", ".xz")


def without_compression(name: str) -> str:
    """Return a file name without the extension of a compression: "news.jsonl" of "news.jsonl.gz"."""
    return next((name[: -len(end)] for end in COMPRESSIONS if name.lower().endswith(end)), name)


@dataclass(frozen=True, slots=True)
class Document:
    """One file or stream to read.

    Attributes:
        name: Its path as the user gave it, or "stdin"; articles read from it name it as their origin.
        stream: Its bytes, already decompressed.
        publisher: Who publishes what lies in its folder; None when the folder says nothing.
        columns: Fields of a record to the names that the user's table gives them; empty for the common names.
        depth: How many archives it lies in: 0 for a file, 1 for a file in a zip.
        order: Which of day and month comes first in dates of publication; None when the user did not say.
    """

    name: str
    stream: BufferedReader
    publisher: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0
    order: DateOrder | None = None

    @property
    def stem(self) -> str:
        """The file name without folders and extensions."""
        return PurePath(without_compression(self.name)).stem

    def read_bytes(self, limit_bytes: int) -> bytes | None:
        """Return all bytes; None when there are more than `limit_bytes`."""
        content = self.stream.read(limit_bytes + 1)
        return content if len(content) <= limit_bytes else None

    def source(self, content: bytes | None) -> Source:
        """Return the source of an article that fills the document.

        Args:
            content: All bytes of the document; None when they were not read.
        """
        digest = None if content is None else hashlib.sha256(content).hexdigest()
        return Source(origin=self.name, publisher=self.publisher, sha256=digest)


@dataclass(frozen=True, slots=True)
class Reader:
    """A registered reader.

    Attributes:
        extensions: File name extensions it serves, lower-case, with the dot.
        read: Yields the articles of a document. What one article lacks becomes a fault on it.
    """

    extensions: tuple[str, ...]
    read: Callable[[Document], Iterator[Article]]

    def __call__(self, document: Document) -> Iterator[Article]:
        """Yield the articles of a document; one that breaks off, or has none, ends in a fault."""
        count = 0
        try:
            for article in self.read(document):
                count += 1
                yield article
        except RegestaError:
            raise  # a wrong installation concerns every article
        except Exception as error:  # a library may fail in any way on a hostile file; others are still to be read
            yield broken(document.source(None), error, count)
            return
        if not count:
            yield unreadable(document.source(None), "there is no article in it")


def broken(source: Source, error: Exception, count: int = 0) -> Article:
    """Return the fault of a file that could not be read, or not beyond some articles."""
    beyond = f" beyond article {count}" if count else ""
    said = storable(str(error))[0].partition("\n")[0]
    return unreadable(source, f"cannot be read{beyond}: {type(error).__name__}: {said}")


Content = Callable[[Document, bytes, Source], Iterator[Article]]
"""Yields the articles of a document, given all its bytes and the source they make."""


def reads_whole(*extensions: str, limit_bytes: int) -> Callable[[Content], Reader]:
    """Make a reader of a function that takes all bytes at once: `@reads_whole(".txt", limit_bytes=1 << 20)`.

    Args:
        extensions: File name extensions it serves.
        limit_bytes: Size of the largest file it reads, which bounds memory; a larger one becomes a fault.
    """

    def decorate(read: Content) -> Reader:
        @wraps(read)
        def bounded(document: Document) -> Iterator[Article]:
            content = document.read_bytes(limit_bytes)
            source = document.source(content)
            if content is None:
                yield unreadable(source, f"over {limit_bytes >> 20} MiB: not read")
            else:
                yield from read(document, content, source)

        return Reader(extensions, bounded)

    return decorate


def reads(*extensions: str) -> Callable[[Callable[[Document], Iterator[Article]]], Reader]:
    """Make a reader of a function: `@reads(".txt")`."""
    return lambda read: Reader(extensions, read)
