"""The documents: a list to search."""

from dataclasses import replace

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.query.filters import ARTICLE_OPTIONS, FilterReader
from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, Pages, options_of, read_address
from regesta.serve.api import outline_json, pages_json
from regesta.serve.listing import listing_page
from regesta.serve.respond import data
from regesta.serve.shelf import Shelf
from regesta.store.filters import EVERY_ARTICLE
from regesta.store.outlines import ArticleOutline
from regesta.store.store import View

router = APIRouter()
LISTING = Listing("/articles", "/articles.json", options_of(ARTICLE_OPTIONS), ("newest", "oldest"))


def find(view: View, address: Address) -> tuple[Pages, list[ArticleOutline]]:
    """Return the documents that an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = FilterReader(view, state_code).article_filter({**address.options, "order": address.sort})
    outlines = view.article_outlines(replace(wanted, limit=address.limit, offset=address.offset))
    return Pages(address, view.count(wanted)), outlines


@router.get("/articles", response_class=HTMLResponse, openapi_extra=LISTING.parameters())
def show(request: Request) -> Response:
    """The documents as a page."""
    return listing_page(request, LISTING, "articles", find, EVERY_ARTICLE)


@router.get("/articles.json", openapi_extra=LISTING.parameters())
def show_json(request: Request) -> Response:
    """The documents as JSON, in outline."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        pages, outlines = find(view, address)
        return data(request, {**pages_json(pages), "articles": [outline_json(outline) for outline in outlines]})
