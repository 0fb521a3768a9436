"""What a reader is: a function from one file's bytes to articles, with the file name extensions it serves."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import PurePath

from regesta.model.article import Article, Source


@dataclass(frozen=True, slots=True)
class Document:
    """One file or stream to read.

    Attributes:
        name: Its path as the user gave it, or "stdin"; articles read from it name it as their origin.
        stream: Its bytes, already decompressed.
        publisher: Who publishes what lies in its folder; None when the folder says nothing.
    """

    name: str
    stream: BufferedReader
    publisher: str | None = None

    @property
    def stem(self) -> str:
        """The file name without folders and extensions."""
        return PurePath(self.name.removesuffix(".gz")).stem

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
        """Yield the articles of a document."""
        return self.read(document)


def reads(*extensions: str) -> Callable[[Callable[[Document], Iterator[Article]]], Reader]:
    """Make a reader of a function: `@reads(".txt")`."""
    return lambda read: Reader(extensions, read)
