"""Text fit for XML and calendars: without characters that those formats forbid, or that reorder what is shown."""

import re
from urllib.parse import urlsplit

# Control characters, noncharacters and lone surrogates have no place in XML 1.0; embeddings, overrides and isolates of
# direction would reorder what a feed reader or calendar shows around the text.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Return text without unfit characters."""
    return UNFIT.sub("", text)


def plain_line(text: str) -> str:
    """Return text without unfit characters on one line."""
    return " ".join(plain(text).split())


def web_address(url: str | None) -> str | None:
    """Return an address that may be a link: http or https with a host, and no blanks; None for all others."""
    if url is None or url != plain_line(url) or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
