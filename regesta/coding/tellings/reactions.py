"""Says to whom a reaction is that names no one: to who did what it is a reaction to, where the article tells that.

"The soldiers executed two traders. A party condemned **the execution**": the party condemned the soldiers.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from regesta.coding.roles.roles import party
from regesta.coding.tellings.retelling import Coded
from regesta.model.event import Role, states_of
from regesta.model.parse import UNDERGOING, Parse
from regesta.ontology.actor_sectors import OFFICIAL_SECTORS

REACTIONS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
DEEDS = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "RETREAT", "AID", "CONCEDE", "REJECT"})
MOVES = frozenset({"move", "step", "decision", "measure", "action", "gesture"})
CHARGE = "ACCUSE"
OBJECT_PREPOSITIONS = frozenset({"against", "of", "to", "for", "at", "over"})


def with_those_reacted_to(parse: Parse, happenings: Sequence[Coded]) -> list[Coded]:
    """Return happenings, reactions without a recipient with the actors of the happening that their object tells again.

    Args:
        parse: Parse of the article.
        happenings: Those of the article, each with what was joined into it.
    """
    told = {telling.token: each for each in happenings for telling in tellings_of(each)}
    deeds = [each for each in happenings if each.event.type in DEEDS and each.event.status == "happened"]
    deeds.sort(key=token_of)
    return [
        reaction_to(reaction, cause_of(parse, reaction, told) or move_before(parse, reaction, deeds))
        for reaction in happenings
    ]


def tellings_of(happening: Coded) -> Iterator[Coded]:
    """Yield a happening and what was joined into it."""
    yield happening
    yield from (telling for telling, _ in happening.tellings)


def cause_of(parse: Parse, reaction: Coded, told: dict[int, Coded]) -> Coded | None:
    """Return the happening that a reaction is to whose recipient is not told; None when its object tells none."""
    trigger = reaction.candidate.trigger
    is_shared = trigger is not None and trigger.reciprocal  # "signed a treaty"
    if reaction.event.type not in REACTIONS or is_shared:
        return None
    causes = (told.get(noun) for noun in objects_of(parse, reaction.token))
    cause = next((cause for cause in causes if cause is not None and cause is not reaction), None)
    return cause if cause is not None and (not reaction.event.recipients or are_victims(reaction, cause)) else None


def token_of(happening: Coded) -> int:
    """Return the word that tells a happening first."""
    return happening.token


def move_before(parse: Parse, reaction: Coded, deeds: Sequence[Coded]) -> Coded | None:
    """Return the deed that "the move" means, the last of another's before a reaction to nobody of its sentence.

    Args:
        parse: Parse of the article.
        reaction: The reaction.
        deeds: What was done, in the order of the words that tell it.
    """
    near = any(reaction.sentence.contains(role.span) for role in reaction.event.recipients)
    if (
        reaction.event.type not in REACTIONS
        or near
        or not any(stands_for_deed(parse, n) for n in objects_of(parse, reaction.token))
    ):
        return None
    own = states_of(reaction.event.actors)
    before = bisect_left(deeds, reaction.token, key=token_of)
    last = deeds[before - 1] if before else None
    return last if last is not None and own and states_of(last.event.actors) - own else None


def stands_for_deed(parse: Parse, noun: int) -> bool:
    """Tell whether a noun stands for a deed told before, whosever: "**the move**", not "the move by Kyiv"."""
    is_told = any(parse.lemmas[det] in {"the", "this", "these", "both"} for det in parse.governed(noun, "det"))
    return is_told and parse.lemmas[noun] in MOVES and not parse.governs(noun, "poss", "amod", "prep", "acl", "relcl")


def are_victims(reaction: Coded, cause: Coded) -> bool:
    """Tell whether the recipients of a charge are only read from afar, and suffered what it is about."""
    far = all(not reaction.sentence.contains(role.span) for role in reaction.event.recipients)
    did, suffered = states_of(cause.event.actors), states_of(cause.event.recipients)
    blamed = states_of(reaction.event.recipients)
    return reaction.event.type == CHARGE and far and bool(did) and blamed <= suffered - did


def objects_of(parse: Parse, act: int) -> Iterator[int]:
    """Yield the nouns that an act is about: its object, or what stands behind its preposition."""
    yield from parse.governed(act, *UNDERGOING)
    for prep in parse.governed(act, "prep"):
        if parse.lemmas[prep] in OBJECT_PREPOSITIONS:
            yield from parse.governed(prep, "pobj")


def reaction_to(reaction: Coded, cause: Coded | None) -> Coded:
    """Return a reaction with those as recipients who did what it is a reaction to, unless they are who reacts."""
    if cause is None:
        return reaction
    own = {party(role) for role in reaction.event.actors}
    own |= states_of(role for role in reaction.event.actors if role.actor and role.actor.is_state)
    doers = [role for role in cause.event.actors if party(role) not in own and not acts_for(role, own)]
    if not doers:
        return reaction
    adopted = tuple(replace(role, name="recipient") for role in doers)
    others = tuple(role for role in reaction.event.roles if role.name != "recipient")
    return replace(reaction, event=replace(reaction.event, roles=(*others, *adopted)))


def acts_for(role: Role, states: Set[str]) -> bool:
    """Tell whether somebody acts for one of some states: its army, for it."""
    actor = role.actor
    return actor is not None and actor.state in states and (actor.is_state or actor.sector in OFFICIAL_SECTORS)
