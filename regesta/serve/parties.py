"""Where the page of an actor is."""

from regesta.model.entity import STATE
from regesta.model.event import Role
from regesta.serve.visible_text import path_part
from regesta.store.outlines import ActorCount


def party_key(role: Role) -> str | None:
    """Return what an actor's page is found by: a state's code, else an entity id, else a name; None when unresolved."""
    if role.actor is None:
        return None
    return (role.actor.entity or role.actor.name).removeprefix(STATE)


def party_path(role: Role) -> str | None:
    """Return the path of the page of a participant or speaker; None when it is nobody in particular."""
    key = party_key(role)
    return code_path(key) if key and key.strip() else None


def code_path(key: str) -> str:
    """Return the path of an actor's page."""
    return f"/actors/{path_part(key)}"


def count_path(actor: ActorCount) -> str:
    """Return the path of the page of an actor from a count."""
    return code_path((actor.entity or actor.name).removeprefix(STATE))
