"""The statements: who said what, a list to search."""

from dataclasses import replace

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.model.entry import StatementReport
from regesta.query.filters import STATEMENT_OPTIONS, FilterReader
from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, Pages, options_of, read_address
from regesta.serve.api import pages_json, statement_report_json
from regesta.serve.chart import Chart
from regesta.serve.listing import listing_page
from regesta.serve.respond import data, drawing
from regesta.serve.said import said_over_time
from regesta.serve.shelf import Shelf
from regesta.store.filters import EVERY_STATEMENT
from regesta.store.store import View

router = APIRouter()
LISTING = Listing("/statements", "/statements.json", options_of(STATEMENT_OPTIONS), ("newest", "oldest"))


def find(view: View, address: Address) -> tuple[Pages, list[StatementReport]]:
    """Return the statements that an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = FilterReader(view, state_code).statement_filter({**address.options, "order": address.sort})
    reports = view.statements(replace(wanted, limit=address.limit, offset=address.offset))
    return Pages(address, view.count(wanted)), reports


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
    return listing_page(request, LISTING, "statements", find, EVERY_STATEMENT, chart_of)


@router.get("/statements.json", openapi_extra=LISTING.parameters())
def show_json(request: Request) -> Response:
    """The statements as JSON, each with its article."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        pages, reports = find(view, address)
    host = str(request.base_url).rstrip("/")
    return data(request, {**pages_json(pages), "statements": [statement_report_json(r, host) for r in reports]})


@router.get("/statements.svg", openapi_extra=LISTING.parameters())
def show_svg(request: Request) -> Response:
    """The statements over time as a drawing."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        return drawing(request, chart_of(view, address))
