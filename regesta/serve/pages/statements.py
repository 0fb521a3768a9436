"""The statements: who said what, a list to search."""

from dataclasses import replace

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.model.entry import Utterance
from regesta.query.filters import STATEMENT_OPTIONS, FilterReader
from regesta.query.utterances import Utterances
from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, Pages, options_of, read_address
from regesta.serve.api import pages_json, utterance_json
from regesta.serve.chart import Chart
from regesta.serve.listing import listing_page
from regesta.serve.respond import data, drawing
from regesta.serve.said import said_over_time
from regesta.serve.shelf import Shelf
from regesta.store.filters import EVERY_STATEMENT
from regesta.store.store import View

router = APIRouter()
LISTING = Listing("/statements", "/statements.json", options_of(STATEMENT_OPTIONS), ("newest", "oldest"))


def find(utterances: Utterances, address: Address) -> tuple[Pages, list[Utterance]]:
    """Return the statements that an address leads to, what several articles report of one utterance once.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = FilterReader(utterances.view, state_code).statement_filter({**address.options, "order": address.sort})
    found = utterances.find(replace(wanted, limit=address.limit, offset=address.offset))
    return Pages(address, utterances.count(wanted)), found


def chart_of(view: View, address: Address) -> Chart | None:
    """Draw the statements that an address leads to, over time; its bars narrow the page to a period.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = FilterReader(view, state_code).statement_filter(address.options)
    return said_over_time(view, wanted, lambda on: address.url(on=on, since=None, until=None))


@router.get("/statements", response_class=HTMLResponse, openapi_extra=LISTING.parameters())
def show(request: Request) -> Response:
    """The statements as a page."""
    shelf: Shelf = request.app.state.shelf
    return listing_page(
        request, LISTING, "statements", lambda view, a: find(shelf.utterances(view), a), EVERY_STATEMENT, chart_of
    )


@router.get("/statements.json", openapi_extra=LISTING.parameters())
def show_json(request: Request) -> Response:
    """The statements as JSON, each with the articles that report it."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        pages, found = find(shelf.utterances(view), address)
    host = str(request.base_url).rstrip("/")
    return data(request, {**pages_json(pages), "statements": [utterance_json(said, host) for said in found]})


@router.get("/statements.svg", openapi_extra=LISTING.parameters())
def show_svg(request: Request) -> Response:
    """The statements over time as a drawing."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        return drawing(request, chart_of(view, address))
