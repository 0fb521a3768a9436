"""A listing as a page: what its address leads to, or why it leads nowhere."""

from collections.abc import Callable
from typing import Any

from fastapi import Request, Response

from regesta.errors import ConfigError
from regesta.serve.address import Address, Listing, Pages, read_address
from regesta.serve.chart import Chart
from regesta.serve.respond import page, tidied
from regesta.serve.shelf import Shelf
from regesta.serve.wording import sentence
from regesta.store.filters import Filter
from regesta.store.store import View

Find = Callable[[View, Address], tuple[Pages, list[Any]]]
"""Returns the items that an address leads to; raises `ConfigError` for a filter that cannot be read."""

Draw = Callable[[View, Address], Chart | None]


def listing_page(
    request: Request, listing: Listing, template: str, find: Find, every: Filter, draw: Draw | None = None
) -> Response:
    """Return a listing as a page; with status 422 and the reason when its filters cannot be read.

    Args:
        request: What asked for it.
        listing: The page.
        template: Name of its template, which gets `address`, `pages`, `items`, `publishers`, `total` and `problem`.
        find: Finds the items.
        every: Lets every item through, to count all.
        draw: Draws the items that an address leads to; the template gets it as `chart`.

    Raises:
        ConfigError: An unknown parameter, order, or a number out of bounds.
    """
    address = read_address(listing, request.query_params)
    if tidy := tidied(request, address):
        return tidy
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        problem = ""
        try:
            pages, items = find(view, address)
        except ConfigError as error:
            pages, items, problem = Pages(address, 0), [], sentence(str(error))
        context = {
            "address": address,
            "chart": draw(view, address) if draw and items else None,
            "pages": pages,
            "items": items,
            "publishers": [(name, name) for name in sorted(view.publishers())],
            "total": view.count(every),
            "problem": problem,
        }
        return page(request, template, context, 422 if problem else 200)
