"""What somebody has said over time: utterances month by month, with how they were said."""

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.errors import ConfigError
from regesta.export.utterances import period_counts
from regesta.query.filters import STATEMENT_OPTIONS, FilterReader
from regesta.query.said import SaidPeriod, said_over_time
from regesta.query.timeline import Step
from regesta.query.utterances import Utterances
from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, Pages, options_of, read_address
from regesta.serve.api import pages_json, utterance_json
from regesta.serve.chart import Axes, Chart, Column, Part, draw
from regesta.serve.course import name_of
from regesta.serve.respond import data, drawing, page, tidied
from regesta.serve.shelf import Shelf
from regesta.serve.wording import plural, sentence

router = APIRouter()
LISTING = Listing("/said", "/said.json", options_of(STATEMENT_OPTIONS), ("newest", "oldest"))
MOST = 500  # utterances on the page, the newest; more are only counted
MAX_MONTHS = 36  # more bars cannot be told apart: then years
KEY = (("words", "says that it is so"), ("denied", "says that it is not so"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an address leads to.

    Attributes:
        pages: Total.
        step: Length of a period.
        periods: Those with utterances, in the order that the address asks for.
        chart: All periods as bars; None with fewer than two.
    """

    pages: Pages
    step: Step = "month"
    periods: tuple[SaidPeriod, ...] = ()
    chart: Chart | None = None


def find(utterances: Utterances, address: Address) -> Found:
    """Return what was said by period.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = FilterReader(utterances.view, state_code).statement_filter(address.options)
    newest = replace(wanted, order="newest", limit=MOST)
    step: Step = "month"
    periods = said_over_time(utterances, newest, step)
    if len(periods) > MAX_MONTHS:
        step = "year"
        periods = said_over_time(utterances, newest, step)
    found = [period for period in periods if period.utterances]
    ordered = found if address.sort == "oldest" else found[::-1]
    return Found(
        pages=Pages(address, utterances.count(wanted)),
        step=step,
        periods=tuple(ordered),
        chart=chart_of(address, periods, step),
    )


def chart_of(address: Address, periods: list[SaidPeriod], step: Step) -> Chart | None:
    """Draw what was said by period, and how much of it denies something; its bars narrow the page to a period."""
    if len(periods) < 2:
        return None
    columns = []
    for period in periods:
        name, count = name_of(period.start, step), len(period.utterances)
        parts = (Part(name="words", count=count - period.denied), Part(name="denied", count=period.denied))
        url = address.url(on=name, since=None, until=None) if count else ""
        tip = f"{name}: {plural(count, 'statement')}, {period.denied} not so"
        columns.append(Column(label=name, tip=tip, url=url, parts=parts))
    axes = Axes(title="What was said over time", across=f"{step} of publication", up="statements", key=KEY)
    return draw(columns, axes)


@router.get("/said", response_class=HTMLResponse, openapi_extra=LISTING.parameters())
def show(request: Request) -> Response:
    """What was said over time as a page."""
    address = read_address(LISTING, request.query_params)
    if tidy := tidied(request, address):
        return tidy
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        problem = ""
        try:
            found = find(shelf.utterances(view), address)
        except ConfigError as error:
            found, problem = Found(pages=Pages(address, 0)), sentence(str(error))
        context = {"address": address, "found": found, "most": MOST, "problem": problem}
        return page(request, "said", context, 422 if problem else 200)


@router.get("/said.json", openapi_extra=LISTING.parameters())
def show_json(request: Request) -> Response:
    """What was said over time as JSON: periods with counts by speech class, and their utterances."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        found = find(shelf.utterances(view), address)
    host = str(request.base_url).rstrip("/")
    periods = [
        {**period_counts(period), "utterances": [utterance_json(said, host) for said in period.utterances]}
        for period in found.periods
    ]
    told = {name: value for name, value in pages_json(found.pages).items() if name in {"total", "filters", "sort"}}
    return data(request, {**told, "every": found.step, "periods": periods})


@router.get("/said.svg", openapi_extra=LISTING.parameters())
def show_svg(request: Request) -> Response:
    """What was said over time as a drawing."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        return drawing(request, find(shelf.utterances(view), address).chart)
