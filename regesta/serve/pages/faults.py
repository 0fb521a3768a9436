"""The faults: what went wrong with which article, and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.serve.address import Address, Listing, Pages, read_address
from regesta.serve.api import pages_json
from regesta.serve.respond import data, page, tidied
from regesta.serve.shelf import Shelf
from regesta.store.outlines import ArticleFault
from regesta.store.store import View

router = APIRouter()
LISTING = Listing("/faults", "/faults.json", ("stage",), ("article",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The faults of one page.

    Attributes:
        pages: Total and neighbouring pages.
        faults: The faults.
        stages: Number of faults by stage, most first.
    """

    pages: Pages
    faults: tuple[ArticleFault, ...]
    stages: Mapping[str, int]


def find(view: View, address: Address) -> Found:
    """Return the faults that an address leads to."""
    every, stage = view.faults(), address.value("stage")
    stages = Counter(fault.fault.stage for fault in every)
    wanted = [fault for fault in every if stage in ("", fault.fault.stage)]
    return Found(
        pages=Pages(address, len(wanted)),
        faults=tuple(wanted[address.offset : address.offset + address.limit]),
        stages=dict(sorted(stages.items(), key=lambda item: (-item[1], item[0]))),
    )


@router.get("/faults", response_class=HTMLResponse, openapi_extra=LISTING.parameters())
def show(request: Request) -> Response:
    """The faults as a page."""
    address = read_address(LISTING, request.query_params)
    if tidy := tidied(request, address):
        return tidy
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        found = find(view, address)
        return page(request, "faults", {"address": address, "found": found, "articles": view.counts().articles})


@router.get("/faults.json", openapi_extra=LISTING.parameters())
def show_json(request: Request) -> Response:
    """The faults as JSON."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        found = find(view, address)
    faults = [{"article": f.article_id, "stage": f.fault.stage, "reason": f.fault.reason} for f in found.faults]
    return data(request, {**pages_json(found.pages), "stages": found.stages, "faults": faults})
