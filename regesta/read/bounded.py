"""Streams that stop growing: what is compressed may not unpack without end."""

import bz2
import io
import lzma
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from typing import IO, Any, cast

from regesta.read.gzip_members import Members

MAX_RATIO = 200  # unpacked to packed; news text packs 3 to 10 times, repetitive tables 100; deflate ends at 1,032
FREE_BYTES = 64 * 1024 * 1024  # unpacked before the ratio counts, so that small repetitive files pass
SPOOL_BYTES = 16 * 1024 * 1024  # kept in memory; more goes to a temporary file
UNPACKED_AT_ONCE_BYTES = 256 * 1024
MAGIC_BYTES = 6


def _gunzip(packed: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", Members(buffered(packed)))


UNPACKERS: tuple[tuple[bytes, Callable[[IO[bytes]], IO[bytes]]], ...] = (
    (b"\x1f\x8b", _gunzip),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
)


class UnpacksTooMuch(ValueError):
    """A compressed file unpacks to more than any honest file of its size; what was read of it before stays read."""


class Counted(io.RawIOBase):
    """A stream that counts the bytes read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        # What was unpacked before the packed bytes break off is to be read; `read` would lose it with the rest.
        self.read_some = getattr(stream, "read1", stream.read)
        self.count_bytes = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self.count_bytes

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer and count."""
        content = self.read_some(len(buffer))
        buffer[: len(content)] = content
        self.count_bytes += len(content)
        return len(content)


class Bounded(Counted):
    """An unpacked stream that fails once it has given too much for what it was packed in.

    Attributes:
        packed_bytes: Tells how many packed bytes were read so far.
    """

    def __init__(self, stream: IO[bytes], packed_bytes: Callable[[], int]) -> None:
        super().__init__(stream)
        self.packed_bytes = packed_bytes

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer.

        Raises:
            UnpacksTooMuch: The ratio is beyond what honest files have.
        """
        count = super().readinto(buffer)
        if self.count_bytes > FREE_BYTES + MAX_RATIO * self.packed_bytes():
            raise UnpacksTooMuch(f"unpacks to over {MAX_RATIO} times its size: not read further")
        return count


def buffered(stream: IO[bytes]) -> BufferedReader:
    """Return a stream that can be looked into ahead."""
    return stream if isinstance(stream, BufferedReader) else BufferedReader(cast("io.RawIOBase", stream))


def uncompressed(stream: IO[bytes]) -> BufferedReader:
    """Return a stream that can be looked into ahead, without its compression (gzip, bzip2 or xz)."""
    ahead = buffered(stream)
    start = ahead.peek(MAGIC_BYTES)[:MAGIC_BYTES]
    unpack = next((each for magic, each in UNPACKERS if start.startswith(magic)), None)
    if unpack is None:
        return ahead
    packed = Counted(ahead)
    unpacked = unpack(cast("IO[bytes]", BufferedReader(packed)))
    return BufferedReader(Bounded(unpacked, lambda: packed.count_bytes), UNPACKED_AT_ONCE_BYTES)


def go_on(stream: BufferedReader) -> int | None:
    """Go on behind what could not be unpacked of an `uncompressed` stream.

    Returns:
        How many bytes had been unpacked of what failed; None when nothing is left to go on with.
    """
    unpacked = stream.raw.stream if isinstance(stream.raw, Bounded) else None
    if not isinstance(unpacked, Members):
        return None
    given_bytes = unpacked.given_bytes
    return given_bytes if unpacked.go_on() else None


@contextmanager
def seekable(stream: BufferedReader, limit_bytes: int) -> Iterator[IO[bytes] | None]:
    """Give a stream in which one can go back, on disk if it is large; None when it is over the limit."""
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(SPOOL_BYTES) as copy:
        while content := stream.read(1 << 20):
            copy.write(content)
            if copy.tell() > limit_bytes:
                yield None
                return
        copy.seek(0)
        yield cast("IO[bytes]", copy)
