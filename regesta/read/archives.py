"""Zip and tar archives: every file in them as if it lay in a folder. Nothing is unpacked to disk."""

import tarfile
import zipfile
from collections.abc import Iterator
from functools import partial
from io import BufferedReader
from pathlib import PurePosixPath
from typing import IO, cast

from regesta.model.article import Article, Source
from regesta.read.bounded import (
    FREE_BYTES,
    MAX_RATIO,
    UNPACKED_AT_ONCE_BYTES,
    Bounded,
    Counted,
    UnpacksTooMuch,
    seekable,
)
from regesta.read.folders import PASSED_OVER
from regesta.read.reader import Document, reads
from regesta.read.record import unreadable
from regesta.read.sources import read_member

MAX_ARCHIVE_BYTES = 4 * 1024**3  # of a zip inside something else, which is copied to be searched
MAX_MEMBERS = 1_000_000
ENCRYPTED = 1  # flag of a member
MAX_DEPTH = 2  # Nexis gives zips of zips; deeper nesting is a bomb's


@reads(".zip")
def read_zip(document: Document) -> Iterator[Article]:
    """Yield the articles of the files in a zip."""
    if fault := too_deep(document):
        yield fault
        return
    with seekable(document.stream, MAX_ARCHIVE_BYTES) as stream:
        if stream is None:
            over = f"zip of over {MAX_ARCHIVE_BYTES >> 30} GiB in an archive or pipe: not read"
            yield unreadable(document.source(None), over)
            return
        packed_bytes = stream.seek(0, 2)
        with zipfile.ZipFile(stream) as archive:
            yield from read_members(archive, document, packed_bytes)


def read_members(archive: zipfile.ZipFile, document: Document, packed_bytes: int) -> Iterator[Article]:
    """Yield the articles of the files in a zip, sorted by path.

    Args:
        archive: The zip.
        document: Where it was found.
        packed_bytes: Its size. Members of a bomb can share their bytes, so all of them together share one bound.

    Raises:
        UnpacksTooMuch: They unpack to more than honest files do.
    """
    members = [info for info in archive.infolist() if not is_folder(info.filename) and is_wanted(info.filename)]
    if len(members) > MAX_MEMBERS:
        yield unreadable(document.source(None), f"holds over {MAX_MEMBERS:,} files: not read")
        return
    left_bytes = FREE_BYTES + MAX_RATIO * packed_bytes
    for info in sorted(members, key=lambda each: each.filename):
        if info.flag_bits & ENCRYPTED:
            yield unreadable(Source(origin=f"{document.name}/{info.filename}"), "is encrypted: not read")
            continue
        with archive.open(info) as member:
            bounded = Bounded(member, partial(int, info.compress_size))
            yield from read_member(BufferedReader(bounded, UNPACKED_AT_ONCE_BYTES), info.filename, document)
        left_bytes -= bounded.count_bytes
        if left_bytes < 0:
            raise UnpacksTooMuch(f"unpacks to over {MAX_RATIO} times its size: not read further")


@reads(".tar")
def read_tar(document: Document) -> Iterator[Article]:
    """Yield the articles of the files in a tar, in the order in which they lie there."""
    if fault := too_deep(document):
        yield fault
        return
    with tarfile.open(fileobj=cast("IO[bytes]", document.stream), mode="r|") as archive:
        for number, info in enumerate(archive, start=1):
            archive.members = []  # type: ignore[attr-defined]  # else it keeps every header in memory
            if number > MAX_MEMBERS:
                yield unreadable(document.source(None), f"holds over {MAX_MEMBERS:,} files: the rest is not read")
                return
            if info.isfile() and is_wanted(info.name) and (member := archive.extractfile(info)):
                once = BufferedReader(Counted(member), UNPACKED_AT_ONCE_BYTES)  # what goes back in it would fail
                yield from read_member(once, info.name, document)


def too_deep(document: Document) -> Article | None:
    """Return the fault of an archive that lies too deep in others; None for one that does not."""
    if document.depth < MAX_DEPTH:
        return None
    return unreadable(document.source(None), f"lies in {document.depth} archives: deeper ones are not read")


def is_folder(name: str) -> bool:
    """Tell whether a member of a zip is a folder; that of `zipfile` fails on a member without a name."""
    return name.endswith("/")


def is_wanted(name: str) -> bool:
    """Tell whether a file of an archive is read: not hidden, no notes, none of what macOS adds."""
    path = PurePosixPath(name.replace("\\", "/"))
    hidden = any(part.startswith((".", "__MACOSX")) and part not in {".", ".."} for part in path.parts)
    return not hidden and path.suffix.lower() not in PASSED_OVER
