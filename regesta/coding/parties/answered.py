"""Decides whose an act is that somebody answers for or judges.

Who apologises, takes the blame or compensates did it, and those to whom he does so suffered it; who condemns it, mourns
its victims or looks into it did not do it.
"""

from collections.abc import Iterable
from dataclasses import replace

from regesta.coding.parties.answers import Answer, answer_to
from regesta.coding.roles.roles import Scene, party, roles_at
from regesta.coding.roles.vague_parties import GUESS, GUESSED, is_described, is_vague
from regesta.coding.triggers.arguments import subjects
from regesta.coding.triggers.candidates import Candidate
from regesta.model.entity import Actor
from regesta.model.event import Role
from regesta.model.parse import Parse
from regesta.ontology.event_types import load_ontology

CONFLICT = frozenset({3, 4})  # quad classes of what one side does to another
OWN_ACT = frozenset({"PROTEST"})  # done to nobody who could be apologised to
SUFFERS = 0.3  # the network's score from which on who judges an act is the one it struck


def answer_of(parse: Parse, candidate: Candidate) -> Answer | None:
    """Return what somebody says of an act of conflict; None where nobody answers for or judges it.

    A noun names it, a clause of that noun ("the raid that **killed** two"), or what somebody apologises for.
    """
    event_type = load_ontology().event_types[candidate.event_type]
    if event_type.quad not in CONFLICT or candidate.event_type in OWN_ACT:
        return None
    act = candidate.token
    if parse.deps[act] == "relcl" and set(subjects(parse, act)) == {parse.heads[act]}:
        act = parse.heads[act]
    is_noun, is_gerund = parse.pos[act] == "NOUN", parse.deps[act] == "pcomp"
    found = answer_to(parse, act) if is_noun or is_gerund else None
    return found if found and (is_noun or found.owns) else None


def may_be(scene: Scene, answer: Answer | None, role: Role, token: int, suffers: float) -> bool:
    """Tell whether what is said of an act leaves it open that somebody has a part in it.

    Args:
        scene: The article with lookups.
        answer: What is said.
        role: The part.
        token: Head word of who may have it.
        suffers: The network's score that it was done to him.
    """
    is_recipient = role.name == "recipient"
    if answer is None or (is_recipient and (answer.owns or answer.may_suffer or suffers >= SUFFERS)):
        return True
    judges = answer.speakers if is_recipient else (*answer.speakers, *answer.addressees)
    outside = answer.addressees if answer.owns else judges
    if any(token == noun or is_within(scene.parse, noun, token) for noun in outside):
        return False
    others = roles_at(scene, outside, role.name)
    return not any(party(role) == party(other) or role.span.overlaps(other.span) for other in others)


def is_within(parse: Parse, noun: int, token: int) -> bool:
    """Tell whether a word stands in a noun phrase before its noun: "Turkey" of "**Turkey**'s foreign minister"."""
    return token < noun and noun in parse.ancestors(token)


def as_answered(
    scene: Scene, candidate: Candidate, answer: Answer | None, sides: tuple[list[Role], list[Role]]
) -> tuple[list[Role], list[Role]]:
    """Return the actors and recipients of an act, those of one that somebody answers for as the answer tells them.

    Somebody whom the noun itself names did it, whoever answers for it: "apologised for the attack **by rebels**".

    Args:
        scene: The article with lookups.
        candidate: The act.
        answer: What is said of it.
        sides: The actors and recipients as they are read.
    """
    if answer is None:
        return sides
    struck = roles_at(scene, answer.addressees, "recipient")
    if not answer.owns:
        return sides[0], sides[1] or struck
    actors = roles_at(scene, answer.speakers, "actor")
    if not actors or has_own_actor(scene, candidate.token, answer):
        return sides
    doers = {party(role) for role in actors}
    spans = [role.span for role in actors]
    others = [r for r in sides[1] if party(r) not in doers and not any(r.span.overlaps(span) for span in spans)]
    return actors, [of_state(scene, role, struck) for role in others] or struck


def of_state(scene: Scene, role: Role, struck: Iterable[Role]) -> Role:
    """Return a described recipient without a state of its own as one of the state that is answered to."""
    state = next((r.actor.iso3 for r in struck if r.actor and r.actor.iso3), None)
    is_open = is_vague(role) if role.actor and role.actor.iso3 else is_described(scene, role)
    if state is None or not is_open:
        return role
    base = role.actor or Actor(name=role.text)
    return replace(role, actor=replace(base, iso3=state, confidence=GUESSED, basis=GUESS))


def has_own_actor(scene: Scene, act: int, answer: Answer) -> bool:
    """Tell whether the words of an act name who did it: "Kenya's raid", "the Kenyan raid", "the raid by rebels"."""
    parse, here = scene.parse, scene.sentence_tokens(act)
    if any(parse.lemmas[token] == "by" and parse.governs(token, "pobj") for token in here if token > act):
        return True
    named = (token for token in parse.governed(act, "poss", "amod", "compound", "nmod") if token in scene.by_head)
    return any(scene.by_head[token].form != "pronoun" and token not in answer.speakers for token in named)
