"""Cursors: where the next page of a list begins, however the register grows in between."""

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from fastapi import HTTPException

from regesta.errors import ConfigError

MAX_OFFSET = 10**9  # that of the command line; what is beyond 64 bits no store can count
CHANGED = "The register changed, and what the last page ended with is no longer listed; begin again without a cursor."


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a list goes on.

    Attributes:
        question: Hash of the filters and the order it belongs to.
        revision: Revision of the store in which it was made.
        offset: How many items stand before.
        last: Id of the last of them.
    """

    question: str
    revision: int
    offset: int
    last: str

    def written(self) -> str:
        """Return the cursor as an address has it; its form is nobody's business."""
        text = json.dumps([self.question, self.revision, self.offset, self.last], separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode("utf-8", "surrogatepass")).decode().rstrip("=")


def question_of(path: str, asked: Mapping[str, str]) -> str:
    """Return a hash of what was asked where, leaving out what may change from page to page."""
    fixed = sorted((name, value) for name, value in asked.items() if name not in {"cursor", "limit"})
    return hashlib.sha256(json.dumps([path, fixed]).encode()).hexdigest()[:12]


def read_cursor(written: str, question: str) -> Cursor:
    """Return a cursor from an address.

    Raises:
        ConfigError: It is none, or belongs to another question.
    """
    try:
        padded = written + "=" * (-len(written) % 4)
        found = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if [type(part) for part in found] != [str, int, int, str] or not 0 <= found[2] <= MAX_OFFSET:
            raise ValueError(found)
    except (ValueError, TypeError, RecursionError, binascii.Error) as error:
        raise ConfigError("cursor: is none; take the one in `next`, or begin without") from error
    cursor = Cursor(*found)
    if cursor.question != question:
        raise ConfigError("cursor: belongs to other filters or another order; begin without one")
    return cursor


def offset_of(cursor: Cursor, revision: int, ids: Callable[[], Iterable[str]]) -> int:
    """Return how many items of a list stand before a cursor now.

    Args:
        cursor: The cursor.
        revision: The revision of the store now.
        ids: Gives the ids of the whole list in order; called only when the store changed.

    Raises:
        HTTPException: 410 when the item it stood at has gone.
    """
    if cursor.revision == revision:
        return cursor.offset
    for position, found in enumerate(ids(), 1):
        if found == cursor.last:
            return position
    raise HTTPException(410, CHANGED)
