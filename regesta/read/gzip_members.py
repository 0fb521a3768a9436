"""Gzip member by member, so that reading can go on behind one that is damaged."""

import re
import zlib
from gzip import BadGzipFile
from io import BufferedReader

PACKED_AT_ONCE_BYTES = 64 * 1024
KEPT_BYTES = 1024 * 1024  # of a member: what is damaged may unpack to nonsense far into the next ones
MAX_DAMAGED = 10_000  # members, or stretches of records; bounds what a file made of false beginnings can cost
START = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")  # magic, deflate, no reserved flag
START_BYTES = 4
WITH_HEADER = zlib.MAX_WBITS | 16
TROUBLE = (BadGzipFile, EOFError)


class Members:
    """The unpacked bytes of a gzip file.

    Attributes:
        packed: Its bytes.
        waiting: Bytes that were read and not unpacked yet.
        kept: The last bytes that were read of the member, among them those that wait.
        given_bytes: Unpacked so far of the member.
        damaged: How many members were passed over.
    """

    def __init__(self, packed: BufferedReader) -> None:
        self.packed = packed
        self.waiting = b""
        self.kept = bytearray()
        self.given_bytes = 0
        self.damaged = 0
        self.unpack = zlib.decompressobj(WITH_HEADER)

    def read(self, size: int) -> bytes:
        """Return some bytes, at most `size`; none at the end.

        Raises:
            BadGzipFile: A member is damaged.
            EOFError: The last one breaks off.
        """
        while self.waiting or self._read_on():
            try:
                content = self.unpack.decompress(self.waiting, size)
            except zlib.error as error:
                raise BadGzipFile(str(error)) from error
            self.given_bytes += len(content)
            self.waiting = self.unpack.unconsumed_tail
            if self.unpack.eof:
                self._begin(self.unpack.unused_data)
            if content:
                return content
        return b""

    def go_on(self) -> bool:
        """Go to the next beginning of a member behind that of the one that failed; tell whether there is one."""
        self.damaged += 1
        at = 1
        while self.damaged <= MAX_DAMAGED:
            if found := START.search(self.kept, at):
                self._begin(bytes(self.kept[found.start() :]))
                return True
            fresh = self.packed.read1(PACKED_AT_ONCE_BYTES)
            if not fresh:
                break
            self.kept = self.kept[1 - START_BYTES :] + fresh  # a beginning may be cut in two
            at = 0
        return False

    def _begin(self, rest: bytes) -> None:
        """Begin a member with what was read of it; zeros may fill up the one before."""
        self.unpack = zlib.decompressobj(WITH_HEADER)
        self.given_bytes = 0
        self.waiting = rest.lstrip(b"\0")
        self.kept = bytearray(self.waiting)

    def _read_on(self) -> bool:
        """Read packed bytes; tell whether there are more."""
        is_between = not self.kept
        while fresh := self.packed.read1(PACKED_AT_ONCE_BYTES):
            self.waiting = fresh.lstrip(b"\0") if is_between else fresh
            if self.waiting:
                self.kept += self.waiting
                del self.kept[:-KEPT_BYTES]
                return True
        if not is_between:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        return False
