"""Feeds of the pages that list news: Atom, the newest first, each item with the words of its sources."""

from collections.abc import Iterable

from fastapi import Request, Response

from regesta.export.atom import MEDIA_TYPE, FeedHead, FeedItem, FeedLink, feed
from regesta.serve.address import Address
from regesta.serve.respond import host_of, tagged

FEED_ITEMS = 50  # a reader that calls once a day misses nothing of a register that grows by as many


def feed_response(request: Request, title: str, address: Address, items: Iterable[FeedItem]) -> Response:
    """Return items as the feed of a page.

    Args:
        request: What asked for it.
        title: What the page lists.
        address: The address of the page.
        items: What the feed lists, the newest first.
    """
    host = host_of(request)
    filters = ", ".join(f"{name} {value}" for name, value in sorted(address.options.items()))
    own = host + address.beside("atom")
    head = FeedHead(
        key=f"regesta:{address.beside('atom')}",
        title=f"Regesta: {title}{f' ({filters})' if filters else ''}",
        links=(
            FeedLink(rel="self", href=own, type=MEDIA_TYPE),
            FeedLink(rel="alternate", href=host + address.url(), type="text/html"),
        ),
    )
    return tagged(request, b"".join(feed(head, items)), f"{MEDIA_TYPE}; charset=utf-8", 200)
