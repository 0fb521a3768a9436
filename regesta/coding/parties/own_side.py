"""Tells who cannot be the other side of an act, the actor's own state, organs and envoys; and who is instead."""

from collections.abc import Iterable, Mapping

from regesta.coding.roles.posts import is_envoy, places_at
from regesta.coding.roles.roles import Scene, role_of_mention, roles_at
from regesta.coding.roles.vague_parties import ITS, is_vague
from regesta.coding.triggers.arguments import objects
from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import Role, states_of
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.actor_sectors import OFFICIAL_SECTORS, load_sectors
from regesta.ontology.event_types import load_ontology

# Acts that no state does to itself.
DONE_TO_OTHERS = frozenset({"REJECT", "SANCTION", "SUPPORT", "AGREE", "ACCUSE", "CONCEDE"})
# Acts whose object is one's own where they are done to another: "recalled **its ambassador** from Chad".
DONE_WITH_OWN = frozenset({"REJECT", "SANCTION"})
BROKEN = "SANCTION"
MISSIONS = frozenset({"embassy", "consulate", "mission", "legation"})
STATE_NAMES = ("GPE", "NORP")


def own_states(scene: Scene, candidate: Candidate, found: Mapping[str, Iterable[Role]]) -> frozenset[Span]:
    """Return the recipients of an act that are the actor's own state, which is no other side of it.

    A government turns to parts of its state, "urged **the army**", and not to the state by name: nobody is the
    recipient where an American minister "ruled out a change of **American** policy", and where one "condemned the
    violence and said that **Washington** would act" it is not Washington that he condemned.

    Args:
        scene: The article with lookups.
        candidate: The act.
        found: Who takes part, by role.
    """
    home = states_for(found["actor"]) if candidate.event_type in DONE_TO_OTHERS else frozenset()
    return frozenset(role.span for role in found["recipient"] if is_own_state(scene, role, home))


def without_own_organs(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[Role]:
    """Return the recipients of an act without what is the actor's own: "withdrew **its troops** from Chad".

    An act that needs somebody keeps it: "recalled **its ambassadors**", if no one tells from where.

    Args:
        scene: The article with lookups.
        candidate: The act.
        actors: Who acted.
        recipients: To whom.
    """
    home = states_for(actors) if candidate.event_type in DONE_WITH_OWN else frozenset()
    kept = [role for role in recipients if not is_own_organ(scene.parse, role, home)]
    return kept if kept or not needs_recipient(candidate) else recipients


def needs_recipient(candidate: Candidate) -> bool:
    """Tell whether an act is none without somebody it is done to."""
    return load_ontology().event_types[candidate.event_type].recipient_required


def states_for(actors: Iterable[Role]) -> frozenset[str]:
    """Return the one state that all actors act for; nothing when they are of several, or somebody is not a state's."""
    found = {role.actor.state if role.actor and not is_vague(role) else None for role in actors}
    are_official = all(role.actor and (role.actor.is_state or role.actor.sector in OFFICIAL_SECTORS) for role in actors)
    return frozenset(state for state in found if state) if len(found) == 1 and are_official else frozenset()


def is_own_state(scene: Scene, role: Role, states: frozenset[str]) -> bool:
    """Tell whether a recipient is the actor's own state, by its name: "American", not "the American government"."""
    if role.actor is None or not role.actor.is_state or role.actor.state not in states:
        return False
    tokens, parse = scene.parse.tokens_in(role.span), scene.parse
    is_named = any(parse.entities[token].endswith(STATE_NAMES) for token in tokens)
    return is_named and not any(load_sectors().noun((parse.lemmas[token],)) for token in tokens)


def is_own_organ(parse: Parse, role: Role, states: frozenset[str]) -> bool:
    """Tell whether a recipient is the actor's own: "its troops"."""
    is_owned = any(parse.words[token].lower() in ITS for token in parse.tokens_in(role.span))
    return is_owned and role.actor is not None and role.actor.state in states


def abroad(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[Role]:
    """Return the recipients of what a state does to its own envoy or embassy: the state where that is.

    "**Chad** recalled its ambassador **to Niger**", "left **Mali** and shut its embassy there". Without one they stay.

    Args:
        scene: The article with lookups.
        candidate: The act.
        actors: Its actors.
        recipients: Its recipients, as found.
    """
    parse, verb, home = scene.parse, candidate.token, states_of(actors)
    if candidate.event_type != BROKEN or not home or states_of(recipients) - home:
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
    hosts = [role for role in named if states_of([role]) - home]
    others = [role for role in around if states_of([role]) - home and role.actor and role.actor.iso3 != "IGO"]
    if not hosts and len(states_of(others)) == 1:
        hosts = others
    return hosts[:1] or recipients


def is_post(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is an envoy or a mission that belongs to somebody: "**its** embassy"."""
    return (is_envoy(parse, noun) or parse.lemmas[noun] in MISSIONS) and parse.governs(noun, "poss")
