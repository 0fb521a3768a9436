"""Lines of a text file, compressed or not, each with the place it stands at."""

import lzma
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import BufferedReader
from pathlib import Path

from regesta.errors import InputError
from regesta.read.bounded import Bounded, UnpacksTooMuch, uncompressed
from regesta.read.clean import storable
from regesta.read.decoding import REPLACEMENT, Lines

STDIN = Path("-")
ZIP = b"PK\x03\x04"
MAX_LINE_BYTES = 1 << 20  # bounds memory: rows of these data sets have some kilobytes
BOM = b"\xef\xbb\xbf"
BROKEN = (OSError, EOFError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, UnpacksTooMuch)


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
    name = storable(path.name)[0]  # file systems allow names that are not Unicode
    try:
        with path.open("rb") as stream:
            start = stream.peek(4)[:4]
            if start.startswith(ZIP):
                yield from members(path, name)
            else:
                yield lines_of(uncompressed(stream), name)
    except (*BROKEN, ValueError, NotImplementedError, RuntimeError) as error:  # the last: one that asks for a password
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error


def members(path: Path, shown: str) -> Iterator[Iterator[Line]]:
    """Yield the lines of each file in a zip archive, which is called `shown`."""
    with zipfile.ZipFile(path) as archive:
        for info in sorted(archive.infolist(), key=lambda each: each.filename):
            if not info.filename.endswith("/"):
                with archive.open(info) as member:
                    bounded = BufferedReader(Bounded(member, partial(int, info.compress_size)))
                    yield lines_of(bounded, f"{shown}/{storable(info.filename)[0]}")


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
    """Return a line as text: UTF-8, else Latin-1, which some years of POLECAT are in; NUL, unstorable, is U+FFFD."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    return text.replace("\0", REPLACEMENT)
