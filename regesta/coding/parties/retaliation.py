"""Says who did what its sufferer answers: "expelled two Danes **in response to** the expulsion of two of its own"."""

from collections.abc import Set
from dataclasses import replace

from regesta.coding.roles.roles import OWNING_PREPOSITIONS, Scene, roles_at
from regesta.coding.roles.vague_parties import GUESS, GUESSED
from regesta.coding.triggers.arguments import clause_subjects, expand, objects, prepositions
from regesta.model.event import Role, states_of
from regesta.model.parse import Parse

ANSWERS = frozenset({
    "response", "retaliation", "reprisal", "revenge", "retribution", "reaction", "return", "answer", "reply",
})  # fmt: skip
DOERS = frozenset({"by", "from"})
SUFFERERS = frozenset({"of", "on", "against", "to"})


def as_retaliated(scene: Scene, act: int, actors: list[Role], recipients: list[Role]) -> tuple[list[Role], list[Role]]:
    """Return the actors and recipients of an act; of one that its sufferer answers, the other side did it.

    Args:
        scene: The article with lookups.
        act: The act's trigger.
        actors: Who did it, as it is read.
        recipients: To whom.
    """
    parse = scene.parse
    verb = answering_verb(parse, act)
    if verb is None or has_own_doer(scene, act):
        return actors, recipients
    answering = roles_at(scene, clause_subjects(parse, verb, 0), "actor")
    struck = roles_at(scene, struck_by(parse, act), "recipient") or recipients
    ours = states_of(answering)
    is_read = bool(actors) and not any(role.actor and role.actor.state in ours for role in actors)
    if is_read or not any(role.actor and role.actor.state in ours for role in struck):
        return actors, recipients
    others = [
        r for r in roles_at(scene, aimed_at(parse, verb), "actor") if r.actor and r.actor.state not in {*ours, None}
    ]
    return [as_state(scene, role) for role in others[:1]] or without(actors, ours), struck


def answering_verb(parse: Parse, act: int) -> int | None:
    """Return the verb that tells what was done in answer to an act; None where nobody answers it."""
    act = parse.first_of_row(act)
    prep = parse.heads[act]
    answer = parse.heads[prep]
    if parse.pos[act] != "NOUN" or parse.deps[act] != "pobj" or parse.lemmas[answer] not in ANSWERS:
        return None
    return next((above for above in parse.ancestors(answer) if parse.pos[above] == "VERB"), None)


def has_own_doer(scene: Scene, act: int) -> bool:
    """Tell whether the words of an act name who did it: "Denmark's expulsion of", "an attack by rebels"."""
    parse = scene.parse
    before = any(token in scene.by_head for token in parse.governed(act, "poss", "amod", "compound", "nmod"))
    return before or any(parse.lemmas[prep] in DOERS for prep in parse.governed(act, "prep", "agent"))


def struck_by(parse: Parse, act: int) -> list[int]:
    """Return the nouns behind an act that say to whom it was done."""
    preps = (prep for prep in parse.governed(act, "prep") if parse.lemmas[prep] in SUFFERERS)
    return expand(parse, (noun for prep in preps for noun in parse.governed(prep, "pobj")))


def aimed_at(parse: Parse, verb: int) -> list[int]:
    """Return the nouns that say to whom the answer was done: its objects, and those behind their prepositions."""
    done = objects(parse, verb)
    preps = [prep for bearer in (verb, *done) for prep in prepositions(parse, bearer)]
    behind = (n for prep in preps if parse.lemmas[prep] in OWNING_PREPOSITIONS for n in parse.governed(prep, "pobj"))
    return [*done, *expand(parse, behind)]


def without(actors: list[Role], states: Set[str]) -> list[Role]:
    """Return actors without those of some states, who suffered the act."""
    return [role for role in actors if role.actor is None or role.actor.state not in states]


def as_state(scene: Scene, role: Role) -> Role:
    """Return somebody's state in his place, by the word that names it: "Danish" of "two Danish diplomats"."""
    parse = scene.parse
    named = [token for token in parse.tokens_in(role.span) if parse.entities[token].endswith(("NORP", "GPE"))]
    span = parse.span(named[0]) if named else role.span
    actor = role.actor and replace(role.actor, sector="GOV", office=None, confidence=GUESSED, basis=GUESS)
    return replace(role, span=span, text=span.of(scene.article.text), actor=actor)
