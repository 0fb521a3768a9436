"""Says who "his hosts" and "the guests" are, and of which state those whom somebody sent or leads."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from regesta.coding.roles.passages import mentions_in
from regesta.coding.roles.roles import Scene, roles_of
from regesta.coding.roles.vague_parties import GUESS, GUESSED
from regesta.coding.triggers.arguments import agents
from regesta.coding.triggers.candidates import Candidate
from regesta.model.entity import Actor
from regesta.model.event import Role, states_of
from regesta.ontology.actor_sectors import OFFICIAL_SECTORS

OTHER_SIDE_BASIS = "other side"  # begins how it is known who hosts and guests are
OTHER_SIDE = frozenset({"host", "guest", "visitor"})
SENDING = frozenset({"send", "dispatch", "lead", "head", "command", "appoint"})
REACH_SENTENCES = 2


def as_hosts(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[Role]:
    """Return the recipients of an act, for hosts and guests the state told of before that is not the actor's.

    Args:
        scene: The article with lookups.
        candidate: The act.
        actors: Its actors.
        recipients: Its recipients.
    """
    noun = next(hosts_of(scene, candidate.token), None)
    named = [role for role in recipients if noun is None or noun not in scene.parse.tokens_in(role.span)]
    own = states_of(actors)
    if noun is None or len(own) != 1 or states_of(named) - own:
        return recipients
    span, here = scene.parse.span(noun), scene.sentence_of(noun)
    near = mentions_in(scene.article, here - REACH_SENTENCES - 1, here)
    for mention in sorted(near, key=lambda m: -m.span.start):
        actor = mention.actor if scene.first_token <= mention.head < noun else None
        is_near = here - scene.sentence_of(mention.head) <= REACH_SENTENCES
        if is_near and actor and actor.basis != GUESS and actor.state not in {*own, None}:
            meant = replace(actor, basis=f"{OTHER_SIDE_BASIS}: {actor.basis}")
            return [Role(name="recipient", span=span, text=span.of(scene.article.text), actor=meant)]
    return recipients


def hosts_of(scene: Scene, act: int) -> Iterator[int]:
    """Yield the nouns for hosts and guests that an act is done to, or told to."""
    parse = scene.parse
    for bearer in (act, *parse.governed(act, "dobj")):
        nouns = [*parse.governed(bearer, "dobj", "dative", "nsubjpass")]
        nouns += [noun for prep in parse.governed(bearer, "prep", "dative") for noun in parse.governed(prep, "pobj")]
        yield from (noun for noun in nouns if parse.lemmas[noun] in OTHER_SIDE and parse.governs(noun, "poss", "det"))


def as_sent(scene: Scene, roles: Iterable[Role]) -> list[Role]:
    """Return roles without those who sent or lead others of them; whose state is but a guess is of their state."""
    senders = {role: sender_of(scene, role) for role in roles}
    names = [sender.span for sender in senders.values() if sender is not None]
    others = [role for role in senders if not any(role.span.overlaps(name) for name in names) or senders[role]]
    return [with_state_of(role, senders[role]) for role in others]


def is_guessed(role: Role) -> bool:
    """Tell whether the state of somebody is not told, or told by the text around only."""
    return role.actor is None or role.actor.iso3 is None or role.actor.basis == GUESS


def sender_of(scene: Scene, role: Role) -> Role | None:
    """Return which official sent or leads somebody: "elders **sent by the Chadian president**"; None where none did."""
    parse = scene.parse
    head = parse.head_in(role.span)
    preps = [prep for prep in parse.governed(head, "prep") if parse.lemmas[prep] == "of"]
    nouns = [head, *(noun for prep in preps for noun in parse.governed(prep, "pobj"))]
    clauses = [clause for noun in nouns for clause in parse.governed(noun, "acl") if parse.lemmas[clause] in SENDING]
    found = (one for clause in clauses for noun in agents(parse, clause) for one in roles_of(scene, noun, role.name))
    return next((one for one in found if not is_guessed(one) and is_official(one)), None)


def is_official(role: Role) -> bool:
    """Tell whether somebody acts for a state."""
    return role.actor is not None and (role.actor.is_state or role.actor.sector in OFFICIAL_SECTORS)


def with_state_of(role: Role, sender: Role | None) -> Role:
    """Return a role with the state of who sent it."""
    if sender is None or sender.actor is None or not is_guessed(role):
        return role
    base = role.actor or Actor(name=role.text)
    return replace(role, actor=replace(base, iso3=sender.actor.state, confidence=GUESSED, basis=GUESS))
