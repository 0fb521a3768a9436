"""ETags of answers that are dear to make: known before anything is read."""

import hashlib
from collections.abc import Mapping

from regesta.version import __version__


def tag_of(revision: int, given: Mapping[str, str]) -> str:
    """Return the ETag of an answer: the revision of the store, and what was asked."""
    asked = hashlib.sha256(repr((__version__, sorted(given.items()))).encode("utf-8", "replace")).hexdigest()[:12]
    return f'W/"{revision}-{asked}"'
