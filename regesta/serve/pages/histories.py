"""Histories: agreements, sanctions, exercises, warnings and meetings, each matter step by step from first to last."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any, get_args

from fastapi import APIRouter, HTTPException, Request, Response
from starlette.responses import RedirectResponse

from regesta.export.atom import FeedItem
from regesta.export.feeds import history_item
from regesta.export.jsonl import Json
from regesta.export.records.histories import history_record
from regesta.model.entry import Entry
from regesta.query.filters import HISTORY_OPTIONS, FilterReader
from regesta.query.matters.cycles import load_cycles
from regesta.query.matters.histories import History, list_histories
from regesta.query.matters.outcomes import Outcome, outcome_text
from regesta.query.matters.steps import Step
from regesta.query.party_names import names_of
from regesta.query.register import Register
from regesta.serve.address import Address, Listing, Pages, options_of
from regesta.serve.api import entry_path, pages_json
from regesta.serve.feed import FEED_ITEMS
from regesta.serve.highlight import Mark, Passage, Segment, segments
from regesta.serve.listing import Asked, ListPage, routes
from regesta.serve.shown import Shown
from regesta.serve.wording import range_text

KINDS = (*(name for name in load_cycles() if name != "meetings"), "meetings")  # meetings have a page of their own
OPTIONS = options_of(HISTORY_OPTIONS)
FOLLOWED_SHOWN = 5  # entries in the days of a forecast that are written out; more are only counted


@dataclass(frozen=True, slots=True)
class Telling:
    """Steps that one sentence tells.

    Attributes:
        steps: The steps.
        evidence: The sentence, the words that express the acts marked.
    """

    steps: tuple[Step, ...]
    evidence: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A history as the page shows it.

    Attributes:
        history: The history.
        tellings: Its steps, those that follow each other in one sentence together.
        parties: Codes of those who take part, those of most steps first.
        became: What became of what was due, in words; "" when nothing was.
        followed: The first entries on record in the days that were forecast.
    """

    history: History
    tellings: tuple[Telling, ...]
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


def find(register: Register, kind: str, address: Address) -> Found:
    """Return what an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = FilterReader(register.view).history_filter(address.options)
    whatever, _ = list_histories(register, kind, replace(wanted, outcome=None))
    histories = [h for h in whatever if h.outcome == wanted.outcome] if wanted.outcome else whatever
    counts = Counter(history.outcome for history in whatever if history.outcome)
    outcomes = tuple((outcome, counts[outcome]) for outcome in get_args(Outcome) if counts[outcome])
    return Found(pages=Pages(address, len(histories)), histories=tuple(address.shown(histories)), outcomes=outcomes)


def row(register: Register, history: History) -> Row:
    """Return a history as the page shows it."""
    steps = Counter(code for step in history.steps for code in step.parties)
    followed = (register.entry(entry_id) for entry_id in history.followed_by[:FOLLOWED_SHOWN])
    return Row(
        history=history,
        tellings=tuple(tellings(history)),
        parties=tuple(sorted(steps, key=lambda code: (-steps[code], code))),
        became=became(history.outcome, history.due) if history.outcome else "",
        followed=tuple(entry for entry in followed if entry),
    )


def tellings(history: History) -> Iterator[Telling]:
    """Yield the steps of a history with the sentences that tell them."""
    for _, told in groupby(history.steps, key=lambda step: (step.article, step.citation.span)):
        steps = tuple(told)
        citation = steps[0].citation
        marks = [Mark(span=step.trigger, kind="trigger", label=f"{step.stage}: {step.summary}") for step in steps]
        yield Telling(steps, segments(Passage(citation.span.start, citation.quote), marks))


def became(outcome: Outcome, due: tuple[date, date] | None) -> str:
    """Return what became of what was due, with days as pages write them: "due 25 Dec 2022"."""
    if due is None:
        return outcome_text(outcome, due)
    return outcome_text(outcome, due, range_text)


def page_of(kind: str) -> ListPage[Register, Found]:
    """Return the page of a kind of history."""
    cycle, listing = load_cycles()[kind], Listing(f"/histories/{kind}", f"/histories/{kind}.json", OPTIONS, ("newest",))

    def context(asked: Asked[Register], found: Found) -> dict[str, Any]:
        return {
            "cycle": cycle,
            "stages": [(stage, stage) for stage in cycle.order],
            "kinds": [load_cycles()[name] for name in KINDS],
            "rows": [row(asked.source, history) for history in found.histories],
            "names": names_of(asked.source),
            "total": list_histories(asked.source, kind)[1],
        }

    def items(asked: Asked[Register]) -> list[FeedItem]:
        wanted = FilterReader(asked.source.view).history_filter(asked.address.options)
        newest, _ = list_histories(asked.source, kind, replace(wanted, limit=FEED_ITEMS, offset=0))
        return [history_item(history, asked.host + entry_path(history.steps[-1].entry)) for history in newest]

    return ListPage[Register, Found](
        title=f"Histories: {cycle.title}",
        listing=listing,
        template="histories",
        opened=Shown.register,
        find=lambda register, address: find(register, kind, address),
        nothing=lambda _, address: Found(pages=Pages(address, 0)),
        context=context,
        record=lambda _, found: record(found),
        items=items,
    )


def record(found: Found) -> Json:
    """Return histories as JSON, with how many have each outcome."""
    records = [history_record(history) for history in found.histories]
    return {**pages_json(found.pages), "outcomes": dict(found.outcomes), "histories": records}


router = APIRouter()
for name in KINDS:
    router.include_router(routes(page_of(name)))


@router.get("/histories", include_in_schema=False)
def show_first(request: Request) -> Response:
    """Lead to the first kind, with the same filters."""
    query = request.url.query
    return RedirectResponse(f"/histories/{KINDS[0]}" + (f"?{query}" if query else ""), status_code=307)


@router.get("/histories/{kind}", include_in_schema=False)
def show_none(kind: str) -> Response:
    """Say which kinds there are, for another one.

    Raises:
        HTTPException: Always.
    """
    raise HTTPException(404, f"There are no histories of the kind {kind[:40]!r}; there are {', '.join(KINDS)}.")
