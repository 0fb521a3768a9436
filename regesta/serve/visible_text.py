"""Makes text from articles fit to show: what would be invisible or reorder the page becomes a visible sign."""

import re
from urllib.parse import quote, urlsplit

from markupsafe import Markup

# Control characters, direction embeddings, overrides and isolates, lone surrogates. Marks of direction (U+200E, U+200F,
# U+061C) stay: Arabic and Hebrew names need them, and they reach no further than the next letter.
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")
CONTROL_PICTURES = 0x2400  # U+2400 shows U+0000, and so on


def visible(value: object) -> object:
    """Return text with every unfit character replaced by one sign, so that offsets stay; other values as they are."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return UNFIT.sub(lambda found: sign(found.group()), value)


def sign(character: str) -> str:
    """Return the sign shown for an unfit character."""
    if character == "\r":
        return " "
    code = ord(character)
    return chr(CONTROL_PICTURES + code) if code < 0x20 else "\ufffd"


def web_link(url: str | None) -> str | None:
    """Return an address that may be a link: http or https with a host; None for all others ("javascript:...")."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def path_part(text: str) -> str:
    """Return text percent-encoded for use in a path or a query; slashes too."""
    return quote(text, safe="", errors="replace")
