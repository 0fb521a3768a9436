"""Lines of a text file, compressed or not, each with the place it stands at."""

import gzip
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regesta.errors import InputError
from regesta.read.decoding import Lines

STDIN = Path("-")
GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
MAX_LINE_BYTES = 1 << 20  # bounds memory: rows of these data sets have some kilobytes
BOM = b"\xef\xbb\xbf"
BROKEN = (OSError, EOFError, zipfile.BadZipFile, zlib.error)


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end.

    Attributes:
        origin: File, member of an archive, and number of the line: "2022.zip/01.txt:17".
        text: Its text; None for a line of over 1 MiB, which is not read.
    """

    origin: str
    text: str | None


def files_of(path: Path) -> Iterator[Iterator[Line]]:
    """Yield the lines of a file, or those of each file in a zip archive, sorted by name; "-" is standard input.

    Raises:
        InputError: It cannot be opened, is encrypted, or breaks off.
    """
    if path == STDIN:
        yield lines_of(sys.stdin.buffer, "stdin")
        return
    try:
        with path.open("rb") as stream:
            start = stream.peek(4)[:4]
            if start.startswith(ZIP):
                yield from members(path)
            elif start.startswith(GZIP):
                yield lines_of(gzip.GzipFile(fileobj=stream), path.name)
            else:
                yield lines_of(stream, path.name)
    except (*BROKEN, NotImplementedError, RuntimeError) as error:  # the last: an archive that asks for a password
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error


def members(path: Path) -> Iterator[Iterator[Line]]:
    """Yield the lines of each file in a zip archive."""
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if not name.endswith("/"):
                with archive.open(name) as member:
                    yield lines_of(member, f"{path.name}/{name}")


def lines_of(stream: Lines, name: str) -> Iterator[Line]:
    """Yield the lines of a binary stream; empty ones are left out.

    Raises:
        InputError: The stream breaks off, as a file does that was not downloaded to its end.
    """
    number = 0
    try:
        while content := stream.readline(MAX_LINE_BYTES + 1):
            number += 1
            is_long = len(content) > MAX_LINE_BYTES and not content.endswith(b"\n")
            while is_long and (rest := stream.readline(MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
                pass
            if is_long:
                yield Line(f"{name}:{number}", None)
            elif stripped := content.removeprefix(BOM if number == 1 else b"").rstrip(b"\r\n"):
                yield Line(f"{name}:{number}", decoded(stripped))
    except BROKEN as error:
        raise InputError(f"{name}: breaks off after line {number}: {error}; was it downloaded to its end?") from error


def decoded(content: bytes) -> str:
    """Return a line as text: UTF-8, else Latin-1, which some years of POLECAT are in."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")
