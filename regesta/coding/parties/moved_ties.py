"""Tells who has no part where ties are moved from one state to another: "switched recognition from X **to Y**"."""

from collections.abc import Iterator

from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.candidates import Candidate
from regesta.model.parse import Parse

SWITCHING = frozenset({"switch", "shift", "transfer", "move"})
ENDS = frozenset({"from", "to"})
MOVED_ENDS = {"SUPPORT": "from", "SANCTION": "to"}  # where those stand who have no part


def is_other_end(scene: Scene, candidate: Candidate, noun: int) -> bool:
    """Tell whether recognition is moved to somebody, who loses nothing by it, or from him, who does not get it.

    "Chad switched recognition from **Niger** (SANCTION) to **Mali** (SUPPORT)".
    """
    if candidate.event_type not in MOVED_ENDS:
        return False
    others = [*moved_with(scene.parse, candidate.token, MOVED_ENDS[candidate.event_type])]
    known = {state_at(scene, other) for other in others} - {None}
    return bool(others) and (noun in others or state_at(scene, noun) in known)


def moved_with(parse: Parse, act: int, end: str) -> Iterator[int]:
    """Yield the nouns behind "from" or "to" where something is moved from one to another."""
    verb = act if parse.pos[act] == "VERB" else parse.heads[act]
    if parse.lemmas[verb] not in SWITCHING:
        return
    bearers = [verb, *parse.governed(verb, "dobj")]
    bearers += [prep for bearer in bearers for prep in parse.governed(bearer, "prep")]
    preps = [prep for bearer in bearers for prep in parse.governed(bearer, "prep") if parse.lemmas[prep] in ENDS]
    if {parse.lemmas[prep] for prep in preps} == ENDS:
        yield from (noun for prep in preps if parse.lemmas[prep] == end for noun in parse.governed(prep, "pobj"))


def state_at(scene: Scene, noun: int) -> str | None:
    """Return the state of the mention with a head word; None without one."""
    mention = scene.by_head.get(noun)
    return mention.actor.iso3 if mention is not None and mention.actor is not None else None
