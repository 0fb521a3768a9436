"""The actors: everybody who takes part in events, a list to search."""

from dataclasses import asdict

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, Pages, read_address
from regesta.serve.api import pages_json
from regesta.serve.listing import listing_page
from regesta.serve.parties import count_path
from regesta.serve.respond import data
from regesta.serve.shelf import Shelf
from regesta.store.filters import EVERY_EVENT
from regesta.store.outlines import ActorCount
from regesta.store.store import View

router = APIRouter()
LISTING = Listing("/actors", "/actors.json", ("name",), ("events",))


def find(view: View, address: Address) -> tuple[Pages, list[ActorCount]]:
    """Return the actors of a state when the name is one's, else those with a word in the name that begins so."""
    name = address.value("name")
    actors = view.actors(like=state_code(name) or name if name else "", limit=None)
    return Pages(address, len(actors)), actors[address.offset : address.offset + address.limit]


@router.get("/actors", response_class=HTMLResponse, openapi_extra=LISTING.parameters())
def show(request: Request) -> Response:
    """The actors as a page."""
    return listing_page(request, LISTING, "actors", find, EVERY_EVENT)


@router.get("/actors.json", openapi_extra=LISTING.parameters())
def show_json(request: Request) -> Response:
    """The actors as JSON, each with the address of its page."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        pages, actors = find(view, address)
    return data(request, {**pages_json(pages), "actors": [{**asdict(a), "page": count_path(a)} for a in actors]})
