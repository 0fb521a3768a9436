"""The actors: everybody who takes part in events, a list to search."""

from typing import Any

from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, Pages
from regesta.serve.api import actor_json, pages_json
from regesta.serve.listing import Asked, Items, ListPage, no_items, routes
from regesta.serve.shelf import Shelf
from regesta.store.filters import EVERY_EVENT
from regesta.store.outlines import ActorCount
from regesta.store.view import View

LISTING = Listing("/actors", "/actors.json", ("name",), ("events",))


def find(view: View, address: Address) -> Items[ActorCount]:
    """Return the actors of a state when the name is one's, else those with a word in the name that begins so."""
    name = address.value("name")
    actors = view.actors(like=state_code(name) or name if name else "", limit=None)
    return Items(Pages(address, len(actors)), address.shown(actors))


def context(asked: Asked[View], found: Items[ActorCount]) -> dict[str, Any]:
    """Return what the template gets."""
    return {"total": asked.source.count(EVERY_EVENT)}


PAGE = ListPage[View, Items[ActorCount]](
    title="Actors",
    listing=LISTING,
    template="actors",
    opened=Shelf.view,
    find=find,
    nothing=no_items,
    context=context,
    record=lambda _, found: {
        **pages_json(found.pages),
        "actors": [actor_json(actor) for actor in found.items],
    },
)
router = routes(PAGE)
