"""The records of a web archive one by one, found again behind what is damaged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader

from regesta.read.bounded import go_on
from regesta.read.gzip_members import MAX_DAMAGED, TROUBLE

READ_AT_ONCE_BYTES = 256 * 1024
FIRST_HEAD_BYTES, MAX_HEAD_BYTES = 4 * 1024, 256 * 1024  # of the fields above a record; addresses can be long
BLANK = re.compile(rb"[\r\n]*")
BEHIND = b"\r\n\r\n"  # what follows every record
START = re.compile(rb"WARC/1\.\d[ \t]*\r?\n[A-Za-z-]{1,40}:")
LOOKED_AT_BYTES = 64  # more than `START` matches
NEXT = re.compile(rb"\r\n\r\nWARC/1\.\d\r\n[A-Za-z-]{1,40}:")
HEAD_END = re.compile(rb"\r?\n\r?\n")
LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Record:
    """A record.

    Attributes:
        head: Its fields.
        content: Head and body; of a record that is too long only the first bytes.
    """

    head: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch that holds no sound record.

    Attributes:
        at: Where it begins, in bytes of the unpacked archive.
        length_bytes: How long it is; 0 for what could not be unpacked at all.
        is_last: Whether the archive ends with it.
    """

    at: int
    length_bytes: int
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Where something could not be unpacked.

    Attributes:
        at: Place in the unpacked archive.
        is_behind_nonsense: Whether some of it was unpacked before, which may be wrong.
    """

    at: int
    is_behind_nonsense: bool


class Records:
    """The records of an archive, as they are iterated over, with the stretches between them that hold none.

    Attributes:
        trouble: Why the archive could not be read to its end; None when it was.
    """

    def __init__(self, stream: BufferedReader, max_bytes: int) -> None:
        """Begin.

        Args:
            stream: The archive, unpacked.
            max_bytes: How much of a record is kept.
        """
        self.stream = stream
        self.max_bytes = max_bytes
        self.trouble: Exception | None = None
        self._at = 0
        self._held = bytearray()
        self._gaps: list[Gap] = []
        self._is_ended = False

    def __iter__(self) -> Iterator[Record | Damage]:
        damaged = 0
        while self._skip_blank():
            found = self._gap_here() or self._record() or self._pass_over()
            damaged += isinstance(found, Damage)
            if damaged > MAX_DAMAGED:
                self.trouble = ValueError(f"is damaged in over {MAX_DAMAGED:,} places")
                return
            yield found

    def _gap_here(self) -> Damage | None:
        """Return the damage of what could not be unpacked in front of what is held; None when nothing is missing."""
        if not self._gaps or self._gaps[0].at > self._at:
            return None
        self._forget_gaps()
        return Damage(self._at, 0)

    def _record(self) -> Record | None:
        """Take the record that begins here; None when none does, or it is not sound."""
        head = self._head()
        said = head and LENGTH.search(head)
        if not head or not said:
            return None
        length = len(head) + int(said[1])
        is_sound = self._is_sound(length) if length <= self.max_bytes else self._seems_sound(len(head))
        if not is_sound:
            return None
        content = bytes(self._held[: min(length, self.max_bytes)])
        self._skip(length)
        return Record(head, content)

    def _head(self) -> bytes | None:
        """Return the fields of the record that begins here, to the blank line; None when none does."""
        for size in (FIRST_HEAD_BYTES, MAX_HEAD_BYTES):
            self._fill(size)
            if not START.match(self._held):
                return None
            if end := HEAD_END.search(self._held, 0, size):
                return bytes(self._held[: end.end()])
        return None

    def _is_sound(self, length: int) -> bool:
        """Tell whether a record ends where it says: a blank line, another record, or nothing follows."""
        self._fill(length + LOOKED_AT_BYTES)
        behind = bytes(self._held[length : length + LOOKED_AT_BYTES])
        rest = behind.lstrip(b"\r\n")
        is_end = behind.startswith(BEHIND) or not rest or START.match(rest) is not None
        blank = min(len(behind) - len(rest), len(BEHIND))
        return len(self._held) >= length and is_end and not self._has_gap(length + blank)

    def _seems_sound(self, head_bytes: int) -> bool:
        """Tell whether a record that is too long to be kept has no gap and no other record in what is kept of it."""
        self._fill(self.max_bytes)
        return not self._has_gap(self.max_bytes) and not NEXT.search(self._held, head_bytes, self.max_bytes)

    def _has_gap(self, length: int) -> bool:
        """Tell whether something is missing in the next bytes, or at their end of what they were unpacked from."""
        end = self._at + length
        return any(gap.at < end or (gap.at == end and gap.is_behind_nonsense) for gap in self._gaps)

    def _pass_over(self) -> Damage:
        """Go to the next beginning of a record, not the one here."""
        began = self._at
        self._drop(1)
        while not (found := START.search(self._held)):
            self._drop(len(self._held) - LOOKED_AT_BYTES)
            if not self._fill(len(self._held) + 1):
                break
        self._drop(found.start() if found else len(self._held))
        self._forget_gaps()
        return Damage(began, self._at - began, is_last=not self._held)

    def _skip(self, length: int) -> None:
        """Skip bytes that need not be held, to where they hold the beginning of a record or something is missing."""
        while length > len(self._held):
            found = NEXT.search(self._held)
            if found or self._has_gap(len(self._held)):
                self._drop(found.start() if found else len(self._held))
                return
            length -= self._drop(len(self._held) - LOOKED_AT_BYTES)
            if not self._fill(len(self._held) + 1):
                self.trouble = self.trouble or EOFError("ends within a record")
                break
        self._drop(length)

    def _skip_blank(self) -> bool:
        """Skip empty lines; tell whether anything is left."""
        while self._fill(1):
            blank = BLANK.match(self._held)
            self._drop(blank.end() if blank else 0)
            if self._held:
                return True
        return False

    def _drop(self, count: int) -> int:
        """Let go of the first bytes that are held; return how many."""
        dropped = max(0, min(count, len(self._held)))
        del self._held[:dropped]
        self._at += dropped
        return dropped

    def _forget_gaps(self) -> None:
        self._gaps = [gap for gap in self._gaps if gap.at > self._at]

    def _fill(self, size: int) -> bool:
        """Hold so many bytes, or all that are left; tell whether there are so many."""
        while len(self._held) < size and not self._is_ended:
            try:
                fresh = self.stream.read1(READ_AT_ONCE_BYTES)
            except TROUBLE as error:
                given_bytes = go_on(self.stream)
                if given_bytes is None:
                    self._end(error)
                else:
                    self._gaps.append(Gap(self._at + len(self._held), given_bytes > 0))
            except Exception as error:  # what was read before is still to be given
                self._end(error)
            else:
                self._held += fresh
                self._is_ended = not fresh
        return len(self._held) >= size

    def _end(self, error: Exception) -> None:
        self.trouble, self._is_ended = error, True
