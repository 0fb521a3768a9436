"""The register: its entries, filtered, sorted, counted."""

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.errors import ConfigError
from regesta.model.entry import Entry
from regesta.query.filters import EVENT_OPTIONS, FilterReader
from regesta.query.register import SORTS, Register
from regesta.query.views import load_views
from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, Pages, options_of, plain_address, read_address
from regesta.serve.api import entry_json, pages_json
from regesta.serve.chart import Chart
from regesta.serve.course import course
from regesta.serve.facets import Facet, facets
from regesta.serve.respond import data, drawing, page, tidied
from regesta.serve.rows import rows
from regesta.serve.shelf import Shelf
from regesta.serve.wording import sentence
from regesta.store.filters import EVERY_EVENT, EventFilter

router = APIRouter()
LISTING = Listing("/", "/entries.json", options_of(EVENT_OPTIONS), SORTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an address of the register leads to.

    Attributes:
        pages: Total and neighbouring pages.
        entries: The entries of this page.
        facets: What could be chosen.
        chart: The course over time; None when there is none to show.
    """

    pages: Pages
    entries: tuple[Entry, ...] = ()
    facets: tuple[Facet, ...] = ()
    chart: Chart | None = None


def find(register: Register, address: Address) -> Found:
    """Return what an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = FilterReader(register.view, state_code).event_filter(address.options)
    cut = replace(wanted, limit=address.limit, offset=address.offset)
    sort = next(sort for sort in SORTS if sort == address.sort)
    return Found(
        pages=Pages(address, register.count(wanted)),
        entries=tuple(register.entries(cut, sort)),
        facets=facets(register, wanted, address),
        chart=chart_of(register, wanted, address),
    )


def chart_of(register: Register, wanted: EventFilter, address: Address) -> Chart | None:
    """Draw the course of what a filter lets through; its bars narrow the register to a period."""
    return course(register, wanted, lambda on: address.url(on=on, since=None, until=None), title="Entries over time")


@router.get("/", response_class=HTMLResponse, openapi_extra=LISTING.parameters())
def show(request: Request) -> Response:
    """The register as a page."""
    address = read_address(LISTING, request.query_params)
    if tidy := tidied(request, address):
        return tidy
    shelf: Shelf = request.app.state.shelf
    with shelf.register() as register:
        problem = ""
        try:
            found = find(register, address)
        except ConfigError as error:
            problem = sentence(str(error))
            found = Found(pages=Pages(address, 0), facets=facets(register, EVERY_EVENT, plain_address(LISTING)))
        context = {
            "address": address,
            "found": found,
            "rows": rows(found.entries),
            "views": load_views(),
            "view_choices": [(name, view.title) for name, view in load_views().items()],
            "counts": register.view.counts(),
            "total": register.count(),
            "problem": problem,
        }
        return page(request, "register", context, 422 if problem else 200)


@router.get("/entries.json", openapi_extra=LISTING.parameters())
def show_json(request: Request) -> Response:
    """The register as JSON: entries, counts of further choices, address of the next page."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.register() as register:
        found = find(register, address)
    host = str(request.base_url).rstrip("/")
    choices = {f.title.lower(): [{"value": c.label, "entries": c.entries} for c in f.choices] for f in found.facets}
    entries = [entry_json(entry, host) for entry in found.entries]
    return data(request, {**pages_json(found.pages), "facets": choices, "entries": entries})


@router.get("/entries.svg", openapi_extra=LISTING.parameters())
def show_svg(request: Request) -> Response:
    """The course of the register as a drawing."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.register() as register:
        wanted = FilterReader(register.view, state_code).event_filter(address.options)
        return drawing(request, chart_of(register, wanted, address))
