"""The actors: everybody who takes part in events, a list to search."""

from typing import Any

from regesta.query.party_names import names_of
from regesta.query.register import Register
from regesta.resolve.states.states import state_code
from regesta.serve.address import Address, Listing, Pages
from regesta.serve.api import actor_json, pages_json
from regesta.serve.listing import Asked, Items, ListPage, no_items, routes
from regesta.serve.shown import Shown
from regesta.store.filters import EVERY_EVENT
from regesta.store.outlines import ActorCount

LISTING = Listing("/actors", "/actors.json", ("name",), ("events",))


def find(register: Register, address: Address) -> Items[ActorCount]:
    """Return the actors of a state when the name is one's, else those with a word in the name that begins so."""
    name = address.value("name")
    actors = register.view.actors(like=state_code(name) or name, limit=None) if name else names_of(register).actors
    return Items(Pages(address, len(actors)), address.shown(actors))


def context(asked: Asked[Register], found: Items[ActorCount]) -> dict[str, Any]:
    """Return what the template gets."""
    return {"total": asked.source.view.count(EVERY_EVENT)}


PAGE = ListPage[Register, Items[ActorCount]](
    title="Actors",
    listing=LISTING,
    template="actors",
    opened=Shown.register,
    find=find,
    nothing=no_items,
    context=context,
    record=lambda _, found: {
        **pages_json(found.pages),
        "actors": [actor_json(actor) for actor in found.items],
    },
)
router = routes(PAGE)
