"""Histories: agreements, sanctions, exercises, warnings and meetings, each matter step by step from first to last."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import get_args

from fastapi import APIRouter, HTTPException, Request, Response
from starlette.responses import HTMLResponse, RedirectResponse

from regesta.errors import ConfigError
from regesta.export.histories import history_record
from regesta.model.entry import Entry
from regesta.query.cycles import Cycle, load_cycles
from regesta.query.filters import HISTORY_OPTIONS, FilterReader
from regesta.query.histories import History, list_histories
from regesta.query.outcomes import Outcome, outcome_text
from regesta.query.register import Register
from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, Pages, options_of, read_address
from regesta.serve.api import pages_json
from regesta.serve.respond import data, page, tidied
from regesta.serve.shelf import Shelf
from regesta.serve.wording import sentence

router = APIRouter()
KINDS = (*(name for name in load_cycles() if name != "meetings"), "meetings")  # meetings have a page of their own
OPTIONS = options_of(HISTORY_OPTIONS)
FOLLOWED_SHOWN = 5  # entries in the days of a forecast that are written out; more are only counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A history as the page shows it.

    Attributes:
        history: The history.
        parties: Codes of those who take part, those of most steps first.
        became: What became of what was due, in words; "" when nothing was.
        followed: The first entries on record in the days that were forecast.
    """

    history: History
    parties: tuple[str, ...]
    became: str
    followed: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The histories that an address leads to.

    Attributes:
        pages: Total and neighbouring pages.
        histories: Those of this page.
        outcomes: How many have each outcome, whatever outcome the address asks for; those that occur.
    """

    pages: Pages
    histories: tuple[History, ...] = ()
    outcomes: tuple[tuple[Outcome, int], ...] = ()


def listing(kind: str) -> Listing:
    """Return the listing of a kind of history."""
    return Listing(f"/histories/{kind}", f"/histories/{kind}.json", OPTIONS, ("newest",))


PARAMETERS = listing(KINDS[0]).parameters()


def cycle_named(kind: str) -> Cycle:
    """Return the cycle of a kind.

    Raises:
        HTTPException: There is none.
    """
    if kind not in KINDS:
        raise HTTPException(404, f"There are no histories of that kind; there are {', '.join(KINDS)}.")
    return load_cycles()[kind]


def find(register: Register, kind: str, address: Address) -> Found:
    """Return what an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = FilterReader(register.view, state_code).history_filter(address.options)
    histories, total = list_histories(register, kind, replace(wanted, limit=address.limit, offset=address.offset))
    whatever, _ = list_histories(register, kind, replace(wanted, outcome=None))
    counts = Counter(history.outcome for history in whatever if history.outcome)
    outcomes = tuple((outcome, counts[outcome]) for outcome in get_args(Outcome) if counts[outcome])
    return Found(pages=Pages(address, total), histories=tuple(histories), outcomes=outcomes)


def row(register: Register, history: History) -> Row:
    """Return a history as the page shows it."""
    steps = Counter(code for step in history.steps for code in step.parties)
    followed = (register.entry(entry_id) for entry_id in history.followed_by[:FOLLOWED_SHOWN])
    return Row(
        history=history,
        parties=tuple(sorted(steps, key=lambda code: (-steps[code], code))),
        became=outcome_text(history.outcome, history.due) if history.outcome else "",
        followed=tuple(entry for entry in followed if entry),
    )


@router.get("/histories", include_in_schema=False)
def show_first() -> Response:
    """Lead to the first kind."""
    return RedirectResponse(f"/histories/{KINDS[0]}", status_code=307)


@router.get("/histories/{kind}.json", openapi_extra=PARAMETERS)
def show_json(request: Request, kind: str) -> Response:
    """The histories of a kind as JSON, with how many have each outcome."""
    cycle = cycle_named(kind)
    address = read_address(listing(cycle.name), request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.register() as register:
        found = find(register, cycle.name, address)
    records = [history_record(history) for history in found.histories]
    return data(request, {**pages_json(found.pages), "outcomes": dict(found.outcomes), "histories": records})


@router.get("/histories/{kind}", response_class=HTMLResponse, openapi_extra=PARAMETERS)
def show(request: Request, kind: str) -> Response:
    """The histories of a kind as a page."""
    cycle = cycle_named(kind)
    address = read_address(listing(cycle.name), request.query_params)
    if tidy := tidied(request, address):
        return tidy
    shelf: Shelf = request.app.state.shelf
    with shelf.register() as register:
        problem = ""
        try:
            found = find(register, cycle.name, address)
        except ConfigError as error:
            problem, found = sentence(str(error)), Found(pages=Pages(address, 0))
        context = {
            "address": address,
            "cycle": cycle,
            "stages": [(stage, stage) for stage in cycle.order],
            "kinds": [load_cycles()[name] for name in KINDS],
            "found": found,
            "rows": [row(register, history) for history in found.histories],
            "names": shelf.names(register.view),
            "total": list_histories(register, cycle.name)[1],
            "problem": problem,
        }
        return page(request, "histories", context, 422 if problem else 200)
