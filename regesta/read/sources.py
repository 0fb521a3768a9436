"""Files, folders and standard input to articles, each through the reader of its kind."""

import gzip
import io
import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BufferedReader
from pathlib import Path
from typing import IO, cast

from regesta import plugins
from regesta.errors import ConfigError, InputError, RegestaError
from regesta.model.article import Article, Source
from regesta.read.clean import storable
from regesta.read.folders import files_in, publisher_of
from regesta.read.reader import Document, Reader
from regesta.read.record import unreadable

STDIN = "-"
GZIP = b"\x1f\x8b"
PEEKED_BYTES = 512
JSON_START = re.compile(rb"\s*\{\s*[\"}]")  # "{" alone begins RTF as well
PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


def read_sources(sources: Sequence[str]) -> Iterator[Article]:
    """Yield the articles of files, folders and standard input, in the order given; files of a folder sorted by path.

    Nothing is fetched. Trouble with a file or record is a fault on an article, which has no text when none was found.

    Args:
        sources: Paths; "-" is standard input.

    Raises:
        InputError: A path does not exist; raised before anything is read.
    """
    for source in sources:
        if source != STDIN and not Path(source).exists():
            raise InputError(f"{source}: no such file or folder")
    return (article for source in sources for article in read_source(source))


def read_source(source: str) -> Iterator[Article]:
    """Yield the articles of one file, folder or standard input.

    In a folder the extension of a file decides who reads it; standard input, and a file of unknown extension that the
    user names, are read as what they begin like: JSON lines, a web page or text.
    """
    path = Path(source)
    if source == STDIN:
        yield from read_stream(sys.stdin.buffer, "stdin", None, None)
    elif path.is_dir():
        for file in files_in(path):
            named = nameable(file.relative_to(path))
            if (reader := reader_of(file)) or file.is_dir():
                yield from read_file(file, named, publisher_of(file, path), reader)
            else:
                kind = f"{file.suffix} files" if file.suffix else "files without an extension"
                yield unreadable(Source(origin=named), f"{kind} are not read; read are {', '.join(readers())}")
    else:
        yield from read_file(path, nameable(Path(path.name)), None, reader_of(path))


def nameable(path: Path) -> str:
    """Return a path as it can be stored and shown: file systems allow names that are not Unicode."""
    return storable(path.as_posix())[0]


def read_file(path: Path, named: str, publisher: str | None, reader: Reader | None) -> Iterator[Article]:
    """Yield the articles of one file.

    Args:
        path: The file.
        named: What its articles name as their origin.
        publisher: Who publishes what lies in its folder; None when unknown.
        reader: Who reads it; None to go by how it begins.
    """
    try:
        with path.open("rb") as stream:
            yield from read_stream(stream, named, publisher, reader)
    except OSError as error:
        yield unreadable(Source(origin=named), f"cannot be opened: {error.strerror or error}")


def read_stream(stream: IO[bytes], named: str, publisher: str | None, reader: Reader | None) -> Iterator[Article]:
    """Yield the articles of a stream, compressed with gzip or not; one that breaks off ends in a fault.

    Args:
        stream: Its bytes.
        named: What its articles name as their origin.
        publisher: Who publishes it; None when unknown.
        reader: Who reads it; None to go by how it begins.
    """
    count = 0
    try:
        document = Document(named, uncompressed(stream), publisher)
        for article in (reader or reader_by_start(document))(document):
            count += 1
            yield article
    except RegestaError:
        raise  # a wrong installation concerns every article
    except Exception as error:  # a library may fail in any way on a hostile file; the other files are still to be read
        beyond = f" beyond article {count}" if count else ""
        yield unreadable(Source(origin=named), f"cannot be read{beyond}: {type(error).__name__}: {error}")
        return
    if not count:
        yield unreadable(Source(origin=named), "there is no article in it")


def uncompressed(stream: IO[bytes]) -> BufferedReader:
    """Return a stream that can be looked into ahead, without its compression."""
    ahead = stream if isinstance(stream, BufferedReader) else BufferedReader(cast("io.RawIOBase", stream))
    if ahead.peek(len(GZIP)).startswith(GZIP):
        return BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=ahead)))
    return ahead


def reader_by_start(document: Document) -> Reader:
    """Return the reader for what a document begins like."""
    start = document.stream.peek(PEEKED_BYTES)[:PEEKED_BYTES].removeprefix(b"\xef\xbb\xbf")
    name = "jsonl" if JSON_START.match(start) else "html" if PAGE_START.match(start) else "text"
    reader: Reader = plugins.load("readers", name)
    return reader


def reader_of(path: Path) -> Reader | None:
    """Return the reader of a file by its extension, the one before ".gz" if it is compressed; None without one."""
    name = path.name.lower().removesuffix(".gz")
    return readers().get(Path(name).suffix)


@lru_cache(maxsize=1)
def readers() -> dict[str, Reader]:
    """Return the installed readers by file name extension.

    Raises:
        ConfigError: Two of them serve the same extension.
    """
    found: dict[str, Reader] = {}
    for name in plugins.names("readers"):
        reader: Reader = plugins.load("readers", name)
        for extension in reader.extensions:
            if found.setdefault(extension, reader) is not reader:
                raise ConfigError(f"two installed readers serve {extension} files: uninstall the one of {name!r}")
    return found
