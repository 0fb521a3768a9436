"""The network: who deals with whom in a window of time; the table behind it is the same without a mouse."""

from dataclasses import asdict

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.errors import ConfigError
from regesta.query.filters import EVENT_OPTIONS, FilterReader, choice
from regesta.query.network import Network, network
from regesta.query.register import Register
from regesta.query.views import load_views
from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, options_of, read_address, whole
from regesta.serve.parties import code_path
from regesta.serve.respond import data, page, tidied
from regesta.serve.shelf import Shelf
from regesta.serve.wording import sentence

router = APIRouter()
LISTING = Listing("/network", "/network.json", (*options_of(EVENT_OPTIONS), "nodes", "parties"), ("entries",))
NODES, MOST_NODES = 40, 150
EMPTY = Network((), (), 0)
PARTIES = {"states": True, "all": False}


def find(register: Register, address: Address) -> Network:
    """Return the network that an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    options = {name: value for name, value in address.options.items() if name not in ("nodes", "parties")}
    clusters = register.matching(FilterReader(register.view, state_code).event_filter(options))
    most = whole("nodes", address.value("nodes") or str(NODES), MOST_NODES)
    parties = choice("choice of parties", address.value("parties") or "all", PARTIES)
    return network(clusters, most, states_only=PARTIES[parties])


@router.get("/network", response_class=HTMLResponse, openapi_extra=LISTING.parameters())
def show(request: Request) -> Response:
    """The network as a page."""
    address = read_address(LISTING, request.query_params)
    if tidy := tidied(request, address):
        return tidy
    shelf: Shelf = request.app.state.shelf
    with shelf.register() as register:
        problem, found = "", EMPTY
        try:
            found = find(register, address)
        except ConfigError as error:
            problem = sentence(str(error))
        context = {
            "address": address,
            "found": found,
            "names": shelf.names(register.view),
            "view_choices": [(name, view.title) for name, view in load_views().items()],
            "total": register.count(),
            "problem": problem,
        }
        return page(request, "network", context, 422 if problem else 200)


@router.get("/network.json", openapi_extra=LISTING.parameters())
def show_json(request: Request) -> Response:
    """The network as JSON: nodes and edges."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.register() as register:
        found, names = find(register, address), shelf.names(register.view)
    nodes = [{**asdict(node), "name": names.of(node.code), "page": code_path(node.code)} for node in found.nodes]
    return data(request, {"nodes": nodes, "edges": [asdict(e) for e in found.edges], "left_out": found.left_out})
