"""Tells who summons or expels an envoy whom nobody is told to: the state of the post, "the envoy **in Baghdad**".

Else it is the one from whose capital the report comes: "NAIROBI - Uganda's ambassador was summoned".
"""

from collections.abc import Iterator

from regesta.coding.roles.dateline import behind_dateline
from regesta.coding.roles.roles import Scene, role_of_mention, roles_at
from regesta.coding.triggers.arguments import agents, expand, given_objects, is_passive, objects
from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import Role, states_of
from regesta.model.nearby import mentions_headed_in
from regesta.model.parse import Parse

ENVOYS = frozenset({
    "ambassador", "envoy", "diplomat", "attache", "attaché", "consul", "charge", "chargé", "nuncio", "commissioner",
    "counsellor", "counselor", "representative", "emissary",
})  # fmt: skip
POSTED = frozenset({"in", "to", "at"})
DONE_TO_ENVOYS = frozenset({("ACCUSE", "disapprove"), ("SANCTION", "expel")})


def is_envoy(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is somebody whom one state sends to another."""
    return parse.lemmas[noun] in ENVOYS


def with_host(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[Role]:
    """Return the actors of an act, of what is done to an envoy by nobody who is told the state where the post is.

    Args:
        scene: The article with lookups.
        candidate: The act.
        actors: Its actors, as found.
        recipients: Its recipients.
    """
    parse, verb, trigger = scene.parse, candidate.token, candidate.trigger
    if trigger is None or (candidate.event_type, trigger.mode) not in DONE_TO_ENVOYS or not is_passive(parse, verb):
        return actors
    home = states_of(recipients)
    if agents(parse, verb) or not home or states_of(actors) - home:
        return actors
    envoys = [noun for noun in behind_dateline(parse, objects(parse, verb), scene.first_token) if is_envoy(parse, noun)]
    hosts = (
        roles_at(scene, [noun], "actor")
        for at in (*envoys, verb, *given_objects(parse, verb))
        for noun in places_at(parse, at)
    )
    found = next((host for host in hosts if envoys and states_of(host) and not states_of(host) & home), None)
    if found is not None:
        return found
    return dateline_host(scene, home) if envoys else actors


def dateline_host(scene: Scene, home: frozenset[str]) -> list[Role]:
    """Return the state of the capital in the dateline as who acts, where that is not the envoy's own."""
    for mention in mentions_headed_in(scene.article, range(scene.first_token)):
        if mention.place and mention.actor and mention.actor.state not in home:
            return [role_of_mention(scene, mention, "actor")]
    return []


def places_at(parse: Parse, token: int) -> Iterator[int]:
    """Yield the nouns that say where somebody is posted or something is done, the places of those nouns behind them."""
    for prep in parse.governed(token, "prep"):
        if parse.lemmas[prep] in POSTED:
            for noun in expand(parse, parse.governed(prep, "pobj")):
                yield noun
                yield from places_at(parse, noun)
