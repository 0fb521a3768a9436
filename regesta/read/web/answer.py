"""What came of fetching an address: its content, or why there is none."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Cause = Literal["address", "robots", "connection", "time", "size", "redirects", "status", "content", "resting"]
PAST_HELP = frozenset({"address", "robots", "size", "redirects", "content"})  # these end the same tomorrow


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """Content from the web.

    Attributes:
        url: Where it was found, after redirects.
        content: Its bytes, uncompressed; empty when it has not changed since the last time.
        retrieved: When, UTC.
        changed: False when the server says it is what it was under the given mark.
        kind: Media type, lower-case ("text/html"); "" when not said.
        charset: Encoding that the server names; None when it does not.
        etag: The server's mark of this version, to be sent along the next time; None without one.
        modified: The server's time of this version, as it wrote it; None without one.
    """

    url: str
    content: bytes
    retrieved: datetime
    changed: bool = True
    kind: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why nothing was fetched.

    Attributes:
        url: The address.
        cause: The kind of reason, to be counted by.
        reason: In words.
        status: Code of the answer; None without one.
        retry_after_s: How long the server asks to be left alone; None when it does not ask.
    """

    url: str
    cause: Cause
    reason: str
    status: int | None = None
    retry_after_s: float | None = None

    @property
    def is_final(self) -> bool:
        """Whether trying again later is vain."""
        gone = self.status is not None and 400 <= self.status < 500 and self.status not in {408, 425, 429}
        return self.cause in PAST_HELP or gone
