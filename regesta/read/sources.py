"""Files, folders and standard input to articles, each through the reader of its kind."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from regesta.errors import InputError, RegestaError
from regesta.model.article import Article, Source
from regesta.read.bounded import uncompressed
from regesta.read.clean import storable
from regesta.read.folders import files_in, publisher_of
from regesta.read.kinds import reader_by_start, reader_of, readers
from regesta.read.published import DateOrder
from regesta.read.reader import Document, Reader, broken
from regesta.read.record import unreadable

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of a file before it is opened.

    Attributes:
        name: What its articles name as their origin.
        publisher: Who publishes what lies in its folder; None when unknown.
        columns: Fields of a record to the names that the user's tables give them.
        depth: How many archives it lies in.
        order: Which of day and month comes first in dates of publication; None when the user did not say.
    """

    name: str
    publisher: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0
    order: DateOrder | None = None


UNKNOWN = Origin("")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that is to be read.

    Attributes:
        path: Where it lies.
        origin: What is known of it.
        is_named: Whether the user names the file itself, and not a folder it lies in.
    """

    path: Path
    origin: Origin
    is_named: bool = False


@dataclass(slots=True)
class AmountRead:
    """How much of some sources has been read, in bytes of their files, packed as they are.

    Attributes:
        total: Bytes of all files; None with standard input, of which nobody knows the end.
        before: Bytes of the files that were read to their end.
        of_file: Bytes read of the file that is being read.
    """

    total: int | None
    before: int = 0
    of_file: int = 0

    @property
    def share(self) -> float | None:
        """From 0 to 1; None when the total is unknown, or nothing."""
        return min(1.0, (self.before + self.of_file) / self.total) if self.total else None

    def end_file(self, size: int) -> None:
        """Count a file that was read to its end."""
        self.before, self.of_file = self.before + size, 0


def amount_of(sources: Sequence[str]) -> AmountRead:
    """Return how much there is to read in files and folders; those that cannot be looked at count nothing."""
    if STDIN in sources:
        return AmountRead(None)
    return AmountRead(sum(size_of(file.path) for source in sources for file in listed(source)))


def size_of(path: Path) -> int:
    """Return the size of a file in bytes; 0 where it cannot be told."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def read_sources(
    sources: Sequence[str],
    columns: Mapping[str, str] | None = None,
    amount: AmountRead | None = None,
    order: DateOrder | None = None,
) -> Iterator[Article]:
    """Yield the articles of files, folders and standard input, in the order given; files of a folder sorted by path.

    Nothing is fetched. Trouble with a file or record is a fault on an article, which has no text when none was found.

    Args:
        sources: Paths; "-" is standard input.
        columns: Fields of a record to the names that the user's tables and JSON lines give them; None for the common
            names.
        amount: Counts what is read; None not to count.
        order: Which of day and month comes first in dates of publication that are numbers; None to read only those that
            can be read in one way.

    Raises:
        InputError: A path does not exist; raised before anything is read.
    """
    check_exist(sources)
    counted = amount or AmountRead(None)
    known = Origin("", columns=columns or {}, order=order)
    return (article for source in sources for article in read_source(source, known, counted))


def check_exist(sources: Sequence[str]) -> None:
    """Check that every file and folder is there.

    Raises:
        InputError: One is not.
    """
    for source in sources:
        if source != STDIN and not Path(source).exists():
            where = "" if Path(source).is_absolute() else f" in {Path.cwd()}"
            raise InputError(f"{source}: no such file or folder{where}; give the path of one that is there")


def read_source(source: str, known: Origin, amount: AmountRead) -> Iterator[Article]:
    """Yield the articles of one file, folder or standard input, which is read as what it begins like."""
    if source == STDIN:
        yield from read_stream(sys.stdin.buffer, replace(known, name="stdin"), None)
        return
    for file in listed(source, known):
        yield from read_listed(file, amount)
        amount.end_file(size_of(file.path))


def listed(source: str, known: Origin = UNKNOWN) -> Iterator[Listed]:
    """Yield the files that a path names: itself, or those below the folder it is, sorted by path.

    Args:
        source: The path.
        known: What is known of all of them.
    """
    path = Path(source)
    if not path.is_dir():
        yield Listed(path, replace(known, name=nameable(Path(path.name))), is_named=True)
        return
    for file in files_in(path):
        name = path.name if file == path else file.relative_to(path)  # the folder itself, which cannot be opened
        yield Listed(file, replace(known, name=nameable(Path(name)), publisher=publisher_of(file, path)))


def read_listed(file: Listed, amount: AmountRead | None = None) -> Iterator[Article]:
    """Yield the articles of a file.

    The extension of its name decides who reads it; one of unknown extension that the user names is read as what it
    begins like.

    Args:
        file: The file.
        amount: Counts what is read of it; None not to count.
    """
    reader = reader_of(file.path)
    if reader or file.is_named or file.path.is_dir():
        yield from read_file(file.path, file.origin, reader, amount or AmountRead(None))
    else:
        yield unreadable(Source(origin=file.origin.name), no_reader(file.path))


def no_reader(file: Path) -> str:
    """Return why a file of unknown kind is not read."""
    kind = f"{file.suffix} files" if file.suffix else "files without an extension"
    return f"{kind} are not read; read are {', '.join(readers())}"


def nameable(path: Path) -> str:
    """Return a path as it can be stored and shown: file systems allow names that are not Unicode."""
    return storable(path.as_posix())[0]


def read_file(path: Path, origin: Origin, reader: Reader | None, amount: AmountRead) -> Iterator[Article]:
    """Yield the articles of one file.

    Args:
        path: The file.
        origin: What is known of it.
        reader: Who reads it; None to go by how it begins.
        amount: Counts what is read of it.
    """
    try:
        with path.open("rb") as stream:
            for article in read_stream(stream, origin, reader):
                amount.of_file = stream.tell() if stream.seekable() and not stream.closed else 0
                yield article
    except OSError as error:
        yield unreadable(Source(origin=origin.name), f"cannot be opened: {error.strerror or error}")


def read_stream(stream: IO[bytes], origin: Origin, reader: Reader | None) -> Iterator[Article]:
    """Yield the articles of a stream, compressed or not; one that breaks off ends in a fault.

    Args:
        stream: Its bytes.
        origin: What is known of it.
        reader: Who reads it; None to go by how it begins.
    """
    try:
        document = Document(
            origin.name, uncompressed(stream), origin.publisher, origin.columns, origin.depth, origin.order
        )
        chosen = reader or reader_by_start(document.stream)
    except RegestaError:
        raise  # a wrong installation concerns every article
    except Exception as error:  # the very first bytes may be broken
        yield broken(Source(origin=origin.name), error)
        return
    yield from chosen(document)


def read_member(stream: IO[bytes], name: str, archive: Document) -> Iterator[Article]:
    """Yield the articles of a file inside an archive, which its name leads to as a path leads to a file of a folder.

    Args:
        stream: Its bytes.
        name: Its path in the archive; only ever shown, nothing is written anywhere.
        archive: The archive.
    """
    within = Path(*[part for part in Path(name.replace("\\", "/")).parts if part not in {"/", "..", "."}])
    shown = f"{archive.name}/{nameable(within)}"
    publisher = archive.publisher or publisher_of(within, Path())
    origin = Origin(shown, publisher, archive.columns, archive.depth + 1, archive.order)
    if reader := reader_of(within):
        yield from read_stream(stream, origin, reader)
    else:
        yield unreadable(Source(origin=shown), no_reader(within))
