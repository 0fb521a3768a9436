"""Tells who cannot be meant as the other side of an act: the actor's own state, his own envoy; and who is instead."""

from collections.abc import Iterable, Mapping

from regesta.coding.roles.posts import is_envoy, places_at
from regesta.coding.roles.roles import Scene, role_of_mention, roles_at
from regesta.coding.roles.vague_parties import is_vague
from regesta.coding.roles.visits import states
from regesta.coding.triggers.arguments import objects
from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import Role
from regesta.model.parse import Parse
from regesta.model.span import Span

AGAINST_OTHERS = frozenset({"ACCUSE", "REJECT"})
BROKEN = "SANCTION"
GOVERNING = "GOV"
BY_NAME = frozenset({"name", "capital"})
MISSIONS = frozenset({"embassy", "consulate", "mission", "legation"})


def of_own_state(candidate: Candidate, found: Mapping[str, Iterable[Role]]) -> frozenset[Span]:
    """Return the recipients that are the acting government's own state by its name or its capital's.

    "Pompeo condemned the violence and said **Washington** would act": it is not Washington that he condemned.
    """
    actors = tuple(found["actor"])
    home = states(actors)
    is_known = all(role.actor and role.actor.sector == GOVERNING and not is_vague(role) for role in actors)
    if candidate.event_type not in AGAINST_OTHERS or not home or not is_known:
        return frozenset()
    others = (role for role in found["recipient"] if role.actor and role.actor.is_state and role.actor.state in home)
    return frozenset(role.span for role in others if role.actor and role.actor.basis in BY_NAME)


def abroad(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[Role]:
    """Return the recipients of what a state does to its own envoy or embassy: the state where that is.

    "**Chad** recalled its ambassador **to Niger**", "left **Mali** and shut its embassy there". Without one they stay.

    Args:
        scene: The article with lookups.
        candidate: The act.
        actors: Its actors.
        recipients: Its recipients, as found.
    """
    parse, verb, home = scene.parse, candidate.token, states(actors)
    if candidate.event_type != BROKEN or not home or states(recipients) - home:
        return recipients
    posts = [noun for noun in objects(parse, verb) if is_post(parse, noun)]
    if not posts:
        return recipients
    named = [
        role for at in (*posts, verb) for noun in places_at(parse, at) for role in roles_at(scene, [noun], "recipient")
    ]
    around = [
        role_of_mention(scene, mention, "recipient")
        for token, mention in scene.by_head.items()
        if token in scene.sentence_tokens(verb) and mention.actor is not None and mention.form != "pronoun"
    ]
    hosts = [role for role in named if states([role]) - home]
    others = [role for role in around if states([role]) - home and role.actor and role.actor.iso3 != "IGO"]
    if not hosts and len(states(others)) == 1:
        hosts = others
    return hosts[:1] or recipients


def is_post(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is an envoy or a mission that belongs to somebody: "**its** embassy"."""
    return (is_envoy(parse, noun) or parse.lemmas[noun] in MISSIONS) and any(parse.governed(noun, "poss"))
