"""The network: who deals with whom in a window of time; the table behind it is the same without a mouse."""

from dataclasses import asdict
from typing import Any

from regesta.export.jsonl import Json
from regesta.query.counts.network import Network, network
from regesta.query.filters import ENTRY_OPTIONS, FilterReader
from regesta.query.known import choice, whole
from regesta.query.party_names import names_of
from regesta.query.register import Register
from regesta.query.views import load_views
from regesta.serve.address import Address, Listing, options_of
from regesta.serve.carried import with_as_of
from regesta.serve.listing import Asked, ListPage, routes
from regesta.serve.parties import code_path
from regesta.serve.shown import Shown

LISTING = Listing("/network", "/network.json", (*options_of(ENTRY_OPTIONS), "nodes", "parties"), ("entries",))
NODES, MOST_NODES = 40, 150
EMPTY = Network((), (), 0)
PARTIES = {"states": True, "all": False}


def find(register: Register, address: Address) -> Network:
    """Return the network that an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    options = {name: value for name, value in address.options.items() if name not in ("nodes", "parties")}
    wanted = FilterReader(register.view).entry_filter(options)
    most = whole("nodes", address.value("nodes") or str(NODES), 1, MOST_NODES)
    parties = choice("choice of parties", address.value("parties") or "all", PARTIES)
    is_narrow = PARTIES[parties]
    return register.kept(
        wanted, ("network", most, is_narrow), lambda: network(register.matching(wanted), most, states_only=is_narrow)
    )


def context(asked: Asked[Register], _: Network) -> dict[str, Any]:
    """Return what the template gets."""
    return {
        "names": names_of(asked.source),
        "view_choices": [(name, view.title) for name, view in load_views().items()],
        "total": asked.source.count(),
    }


def record(asked: Asked[Register], found: Network) -> Json:
    """Return the network as JSON: nodes and edges."""
    names = names_of(asked.source)
    paths = {node.code: with_as_of(code_path(node.code), asked.address.as_of) for node in found.nodes}
    nodes = [{**asdict(node), "name": names.of(node.code), "page": paths[node.code]} for node in found.nodes]
    return {"nodes": nodes, "edges": [asdict(edge) for edge in found.edges], "left_out": found.left_out}


PAGE = ListPage[Register, Network](
    title="Network",
    listing=LISTING,
    template="network",
    opened=Shown.register,
    find=find,
    nothing=lambda _register, _address: EMPTY,
    context=context,
    record=record,
)
router = routes(PAGE)
