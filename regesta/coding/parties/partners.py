"""Says who belongs to a shared act: "settled the dispute **with Chad**", not who speaks at the talks of two others."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.coding.roles.act_roles import roles_read
from regesta.coding.roles.roles import LIKELY, Scene, party, role_of_mention, roles_at
from regesta.coding.roles.vague_parties import spelled_out
from regesta.coding.triggers.arguments import expand, objects, subjects
from regesta.coding.triggers.candidates import Candidate, readings_at
from regesta.model.event import Role
from regesta.model.parse import SUBJECTS, Parse

SHARED = frozenset({"AGREE", "SUPPORT", "COOPERATE"})  # signing what was agreed is SUPPORT
OF_BOTH = frozenset({"between", "of", "among"})
TWO = 2
KIND = frozenset({"SUPPORT", "AID"})
THANKING = frozenset({"thank", "praise", "commend"})


def with_partner(
    scene: Scene, candidate: Candidate, sides: tuple[list[Role], list[Role]]
) -> tuple[list[Role], list[Role]]:
    """Return the actors and recipients of a shared act, with the state behind "with" where only one side is found.

    Whose the shared thing is acts, where nobody else does: "**Kenya's** treaty with Chad was ratified".
    """
    actors, recipients = sides
    if candidate.event_type not in SHARED or scene.parse.pos[candidate.token] != "VERB":
        return sides
    if len({party(role) for role in (*actors, *recipients)}) != 1:
        return sides
    known = {party(role) for role in (*actors, *recipients)}
    if actors:
        others = [role for role in tied(scene, candidate.token, "recipient") if party(role) not in known]
        return actors, others or recipients
    owners = [role for role in owning(scene, candidate.token) if party(role) not in known]
    return owners, recipients


def tied(scene: Scene, verb: int, name: str) -> Iterator[Role]:
    """Yield the states behind "with", at a verb or what it acts on."""
    parse = scene.parse
    for bearer in (verb, *objects(parse, verb)):
        preps = [prep for prep in parse.governed(bearer, "prep") if parse.lemmas[prep] == "with"]
        yield from states_at(scene, expand(parse, (n for prep in preps for n in parse.governed(prep, "pobj"))), name)


def owning(scene: Scene, verb: int) -> Iterator[Role]:
    """Yield the states whose the thing is that a verb acts on, where it is shared with somebody."""
    parse = scene.parse
    for thing in objects(parse, verb):
        if any(parse.lemmas[prep] == "with" for prep in parse.governed(thing, "prep")):
            yield from states_at(scene, expand(parse, parse.governed(thing, "poss")), "actor")


def states_at(scene: Scene, tokens: list[int], name: str) -> Iterator[Role]:
    """Yield the roles of nouns that are a state by its name, or its government."""
    for token in tokens:
        mention = scene.by_head.get(token)
        if mention is not None and mention.actor is not None and mention.actor.is_state:
            yield role_of_mention(scene, mention, name)


def is_closed_to(parse: Parse, act: int, noun: int) -> bool:
    """Tell whether a shared act is of two others, where somebody does another thing: "At talks of A and B, **C**"."""
    verb = parse.heads[noun]
    if parse.deps[noun] not in SUBJECTS or noun < act or verb not in parse.ancestors(act):
        return False
    return parse.pos[act] == "NOUN" and parse.deps[act] == "pobj" and len(members(parse, act)) >= TWO


def members(parse: Parse, act: int) -> list[int]:
    """Return whose a shared act is: "talks between **Chad** and **Niger**"."""
    preps = (prep for prep in parse.governed(act, "prep") if parse.lemmas[prep] in OF_BOTH)
    return expand(parse, (noun for prep in preps for noun in parse.governed(prep, "pobj")))


def as_mutual(
    scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]
) -> tuple[list[Role], list[Role]]:
    """Return the parties of what each does to the other as equals: "**each side** accused **the other**".

    Args:
        scene: The article with lookups.
        candidate: The act.
        actors: Its actors.
        recipients: Its recipients.
    """
    parse, verb = scene.parse, candidate.token
    is_each = any(
        "each" in (parse.lemmas[word].lower() for word in (who, *parse.governed(who, "det")))
        for who in parse.governed(verb, "nsubj")
    )
    is_other = any(parse.lemmas[other] == "other" for other in parse.governed(verb, "dobj", "pobj"))
    if not (is_each and is_other and actors and recipients):
        return actors, recipients
    others = (replace(role, name="actor") for role in recipients) if len(actors) < TWO else ()
    return [*actors, *others], []


def with_befriended(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[Role]:
    """Return whom help went to: where nobody is found, to whom its giver did a kindness in the clause before.

    "Egypt expressed its sympathy **with Chad** and sent medicine."
    """
    parse, verb = scene.parse, candidate.token
    if candidate.event_type != "AID" or recipients or not actors or parse.deps[verb] != "conj":
        return recipients
    before = parse.heads[verb]
    clause = {before, *parse.governed(before, "dobj")}
    readings = [reading for token in sorted(clause) for reading in readings_at(scene.candidates, token)]
    kind = [c.act for c in readings if c.event_type in KIND and c.probability >= LIKELY]
    known = {party(role) for role in actors}
    read = [one.role for act in kind if act is not None for one in roles_read(scene, act, "recipient")]
    return [role for role in spelled_out(scene, read, actors) if party(role) not in known][:1]


def with_thankful(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[Role]:
    """Return whom help went to: where nobody is found, who thanks for it: "**Togo** thanked Mali, which gave rice"."""
    parse, verb = scene.parse, candidate.token
    thanks = parse.heads[parse.heads[verb]]
    is_told_so = parse.deps[verb] == "relcl" and parse.deps[parse.heads[verb]] == "dobj"
    if candidate.event_type != "AID" or recipients or not is_told_so or parse.lemmas[thanks] not in THANKING:
        return recipients
    known = {party(role) for role in actors}
    return [role for role in roles_at(scene, subjects(parse, thanks), "recipient") if party(role) not in known]
