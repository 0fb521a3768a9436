"""Tells who holds or tries somebody where nobody is told to: the state of the jail or court, "a prison **in Togo**"."""

from collections.abc import Iterator

from regesta.coding.roles.roles import Scene, role_of_mention
from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import Role, states_of

HELD = "COERCE"
OF_STATES = frozenset({
    "jail", "prison", "court", "custody", "detention", "cell", "tribunal", "penitentiary", "dungeon", "jailhouse",
})  # fmt: skip
SITED = frozenset({"in", "of"})
TOLD_IN = frozenset({"in", "before", "by", "into", "from", "at", "to"})


def with_jailer(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[Role]:
    """Return the actors of an act, of somebody's being held or tried by nobody the state of the jail or court.

    Args:
        scene: The article with lookups.
        candidate: The act.
        actors: Its actors.
        recipients: Its recipients.
    """
    if candidate.event_type != HELD or actors or not recipients:
        return actors
    held = states_of(recipients)
    found = (role for role in jailers_of(scene, candidate.token) if not states_of([role]) & held)
    return [*found][:1]


def jailers_of(scene: Scene, act: int) -> Iterator[Role]:
    """Yield the states of the jails and courts that an act is told with."""
    parse = scene.parse
    for prep in parse.governed(act, "prep", "agent"):
        nouns = parse.governed(prep, "pobj") if parse.lemmas[prep] in TOLD_IN else ()
        for noun in (noun for noun in nouns if parse.lemmas[noun] in OF_STATES):
            sites = [site for site in parse.governed(noun, "prep") if parse.lemmas[site] in SITED]
            for place in (place for site in sites for place in parse.governed(site, "pobj")):
                mention = scene.by_head.get(place)
                if mention is not None and mention.actor is not None and mention.actor.state:
                    yield role_of_mention(scene, mention, "actor")
