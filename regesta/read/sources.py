"""Files, folders and standard input to articles, each through the reader of its kind."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BufferedReader
from pathlib import Path
from typing import Any, cast

from regesta import plugins
from regesta.errors import InputError
from regesta.model.article import Article
from regesta.read.reader import Document, Reader
from regesta.read.record import unreadable

STDIN = "-"
SMALL_WORDS = frozenset({"of", "the", "and", "de", "del", "la", "le", "des", "du", "der", "van", "von", "di"})
SKIPPED_IN_FOLDERS = frozenset({".md", ".markdown"})  # notes about articles, not articles


def read_sources(sources: Sequence[str]) -> Iterator[Article]:
    """Yield the articles of files, folders and standard input, in the order given; files of a folder sorted by path.

    Args:
        sources: Paths; "-" is standard input, JSON lines if it begins with "{", else one text.

    Raises:
        InputError: A path does not exist; raised before anything is read.
    """
    for source in sources:
        if source != STDIN and not Path(source).exists():
            raise InputError(f"{source}: no such file or folder")
    return (article for source in sources for article in read_source(source))


def read_source(source: str) -> Iterator[Article]:
    """Yield the articles of one file, folder or standard input."""
    if source == STDIN:
        yield from read_stream(BufferedReader(cast("io.RawIOBase", sys.stdin.buffer)))
    elif Path(source).is_dir():
        root = Path(source)
        for path in sorted(p for p in root.rglob("*") if p.is_file() and not is_hidden(p, root)):
            if path.suffix.lower() not in SKIPPED_IN_FOLDERS:
                yield from read_file(path, named=path.relative_to(root).as_posix(), publisher=publisher_of(path, root))
    else:
        yield from read_file(Path(source), named=Path(source).name, publisher=None, kind_is_told=True)


def is_hidden(path: Path, root: Path) -> bool:
    """Tell whether a file, or a folder between it and the root, is hidden."""
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def publisher_of(path: Path, root: Path) -> str | None:
    """Return the publisher a folder below the root is named for ("rhine-post" is "Rhine Post"); None at the root."""
    folders = path.relative_to(root).parts[:-1]
    words = folders[0].replace("_", "-").split("-") if folders else []
    return " ".join(word if word in SMALL_WORDS else word.capitalize() for word in words) or None


def read_file(path: Path, *, named: str, publisher: str | None, kind_is_told: bool = False) -> Iterator[Article]:
    """Yield the articles of one file; a file that cannot be opened or is of no known kind becomes a fault.

    Args:
        path: The file.
        named: What its articles name as their origin.
        publisher: Who publishes what lies in its folder; None when unknown.
        kind_is_told: The user named this file, so an unknown extension is read as text.
    """
    compressed = path.suffix.lower() == ".gz"
    extension = (path.with_suffix("") if compressed else path).suffix.lower()
    reader = readers().get(extension) or (readers()[""] if kind_is_told else None)
    if reader is None:
        yield unreadable(named, f"files of kind {extension!r} are not read; known: {', '.join(sorted(readers()))}")
        return
    try:
        with path.open("rb") as file:
            stream: Any = BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=file))) if compressed else file
            yield from reader(Document(named, stream, publisher))
    except (OSError, EOFError, zlib.error) as error:
        yield unreadable(named, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def read_stream(stream: BufferedReader) -> Iterator[Article]:
    """Yield the articles of standard input."""
    start = stream.peek(64).lstrip()[:1]
    yield from readers()[".jsonl" if start == b"{" else ""](Document("stdin", stream))


@lru_cache(maxsize=1)
def readers() -> dict[str, Reader]:
    """Return the installed readers by file name extension."""
    found: dict[str, Reader] = {}
    for name in plugins.names("readers"):
        reader: Reader = plugins.load("readers", name)
        found |= dict.fromkeys(reader.extensions, reader)
    return found
