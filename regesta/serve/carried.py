"""Links, forms and drawings of a page that shows an earlier register lead on in it: `as_of` goes with them.

It is put into the page when it is made, in one place: a link that forgot it would lead into another register, and the
reader would not notice.
"""

import re
from urllib.parse import quote

from markupsafe import escape

from regesta.serve.shown import AS_OF

TAG = re.compile(r"<(?:a|button|form)\b[^>]*>")
LINK = re.compile(r'(?:(?<=href=")|(?<=data-png="))/[^"]*')
OF_NOW = ("/review", "/status", "/static", "/openapi.json")
"""What has no earlier state; a tag with `data-now` leads to the present as well."""


def carried(html: str, as_of: str) -> str:
    """Return a page whose links, forms and drawings keep to the moment that was asked for.

    Args:
        html: The page, its text escaped: what looks like a tag is one.
        as_of: The moment as the reader wrote it.
    """

    def kept(found: re.Match[str]) -> str:
        tag = found[0]
        if "data-now" in tag or 'method="post"' in tag:
            return tag
        if tag.startswith("<form"):
            return f'{tag}<input type="hidden" name="{AS_OF}" value="{escape(as_of)}">'
        return LINK.sub(lambda link: with_as_of(link[0], as_of, "&amp;"), tag)

    return TAG.sub(kept, html)


def with_as_of(url: str, as_of: str, between: str = "&") -> str:
    """Return an address of ours with the moment that was asked for.

    Args:
        url: The address, from its path on.
        as_of: The moment as the reader wrote it; "" for the present.
        between: What stands between parameters; "&amp;" in a page.
    """
    address, sharp, fragment = url.partition("#")
    if not as_of or f"{AS_OF}=" in address or address.startswith(OF_NOW):
        return url
    said = f"{AS_OF}={quote(as_of, safe=':', errors='replace')}"
    return f"{address}{between if '?' in address else '?'}{said}{sharp}{fragment}"
