"""Says of which state those are whom another state's forces attacked, where only the text around them tells.

They are of the state that the attack is told to have happened in: "Turkish drones killed two fighters **in Syria**";
else of the one for which who tells it speaks: "..., **Iraq's president** said".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from regesta.coding.parties.located import is_located
from regesta.coding.roles.passages import mentions_in
from regesta.coding.roles.roles import Scene, roles_of
from regesta.coding.roles.vague_parties import (
    GUESS,
    GUESSED,
    is_described,
    is_first_person,
    is_vague,
    names_state,
)
from regesta.coding.triggers.arguments import objects
from regesta.coding.triggers.candidates import Candidate
from regesta.model.entity import Actor
from regesta.model.event import Role, states_of
from regesta.model.nearby import mentions_headed_in
from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import OFFICIAL_SECTORS

FORCE = frozenset({"ASSAULT", "COERCE"})
# People of whom something was told before, whoever they were; "the soldiers" are only those called so before.
ANY_PEOPLE = frozenset({
    "man", "woman", "trio", "quartet", "captive", "detainee", "prisoner", "hostage", "victim", "crew", "people",
    "person",
})  # fmt: skip
DEFINITE = frozenset({"the", "these", "those"})
REACH_OF_PEOPLE = 2  # sentences
AIMED = frozenset({"on", "at", "against", "into"})
AT_HOME = frozenset({"COP", "JUD"})  # whose deeds others tell of, though they are done at home


def as_struck(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[Role]:
    """Return the recipients of an attack, those whose state is but a guess as of the state that was struck.

    Args:
        scene: The article with lookups.
        candidate: The act.
        actors: Who attacked.
        recipients: Whom they attacked.
    """
    if candidate.event_type not in FORCE or not any(is_open(scene, role) for role in recipients):
        return recipients
    attacking = states_of(role for role in actors if not is_vague(role))
    struck = struck_state(scene, candidate.token, actors, attacking) if len(attacking) == 1 else None
    ours = speaker_state(scene, candidate.token)
    found = []
    for role in recipients:
        of_attacker = role.actor is None or role.actor.state in {*attacking, None}
        state = ours if has_first_person(scene, role) else None
        if state is None and of_attacker:
            state = state_told_before(scene, role, attacking) or struck
        found.append(with_guess(role, state) if state and is_open(scene, role) else role)
    return found


def is_open(scene: Scene, role: Role) -> bool:
    """Tell whether a role is a description whose words do not tell its state."""
    if role.actor is not None and role.actor.iso3 is not None:
        return role.actor.basis == GUESS
    return is_described(scene, role)


def has_first_person(scene: Scene, role: Role) -> bool:
    """Tell whether somebody belongs to who speaks: "**our** village"."""
    parse, tokens = scene.parse, scene.parse.tokens_in(role.span)
    owners = (owner for token in tokens for owner in parse.governed(token, "poss"))
    return any(is_first_person(parse.words[owner]) for owner in owners)


def struck_state(scene: Scene, act: int, actors: Iterable[Role], attacking: frozenset[str]) -> str | None:
    """Return the foreign state that was struck, by the place that is told of the attack, else by who tells of it."""
    told = [
        mention.place.iso3
        for mention in mentions_headed_in(scene.article, scene.sentence_tokens(act))
        if mention.place and is_of_clause(scene.parse, act, mention.head) and is_located(scene, mention)
    ]
    if told:
        abroad = [state for state in told if state and state not in attacking]
        return abroad[0] if len(abroad) == len(told) else None
    if (target := target_state(scene, act, attacking)) is not None:
        return target
    state = speaker_state(scene, act)
    is_at_home = any(role.actor and role.actor.sector in AT_HOME for role in actors)
    return None if is_at_home or state in attacking else state


def is_of_clause(parse: Parse, act: int, place: int) -> bool:
    """Tell whether a place is told of an act itself: "drones, launched near Ankara, hit a village in **Syria**"."""
    above = list(parse.ancestors(place))
    between = above[: above.index(act)] if act in above else ()
    return act in above and all(parse.pos[token] != "VERB" for token in between)


def target_state(scene: Scene, act: int, attacking: frozenset[str]) -> str | None:
    """Return the foreign state of what was acted on in the clause above: "fired at a **Chadian** bus, killing two"."""
    parse = scene.parse
    verb = next((token for token in (act, *parse.ancestors(act)) if parse.pos[token] == "VERB"), act)
    above = parse.heads[verb]
    if parse.deps[verb] not in {"advcl", "conj"} or parse.pos[above] != "VERB":
        return None
    nouns = [*objects(parse, above), *prepositional_nouns(parse, above)]
    states = [
        state
        for noun in nouns
        for state in sorted(states_of(roles_of(scene, noun, "recipient")))
        if state not in attacking
    ]
    return states[0] if states else None


def prepositional_nouns(parse: Parse, verb: int) -> Iterator[int]:
    """Yield at whom or what force is used: "fired **at** a bus", "opened fire **on** it"."""
    for holder in (verb, *parse.governed(verb, "dobj")):
        for prep in parse.governed(holder, "prep"):
            if parse.lemmas[prep] in AIMED:
                yield from parse.governed(prep, "pobj")


def speaker_state(scene: Scene, act: int) -> str | None:
    """Return the state for which who tells of an act speaks; None where nobody does."""
    speaker = scene.speaker_at(act)
    actor = speaker.actor if speaker else None
    return actor.state if actor and actor.sector in OFFICIAL_SECTORS and actor.basis != GUESS else None


def with_guess(role: Role, state: str) -> Role:
    """Return a role with a state that the text around it tells."""
    base = role.actor or Actor(name=role.text)
    return replace(role, actor=replace(base, iso3=state, confidence=GUESSED, basis=GUESS))


def state_told_before(scene: Scene, role: Role, attacking: frozenset[str]) -> str | None:
    """Return the foreign state of those whom a description tells of again: "the men", of "six **Chadian** pilots"."""
    parse = scene.parse
    head = parse.head_in(role.span)
    is_definite = any(parse.lemmas[det] in DEFINITE for det in parse.governed(head, "det"))
    if not is_definite or any(parse.governs(head, dep) for dep in ("poss", "compound", "prep", "relcl")):
        return None
    sentence = scene.sentence_of(head)
    near = mentions_in(scene.article, sentence - REACH_OF_PEOPLE - 1, sentence)
    for mention in sorted(near, key=lambda m: -m.span.start):
        told = mention.head
        is_near = mention.span.end <= role.span.start and sentence - scene.sentence_of(told) <= REACH_OF_PEOPLE
        is_same = parse.lemmas[told] == parse.lemmas[head] or (
            parse.lemmas[head] in ANY_PEOPLE and parse.tags[told] == "NNS" and mention.kind != "place"
        )
        state = mention.actor.state if mention.actor and names_state(mention) else None
        if is_near and is_same and mention.form == "nominal" and parse.pos[told] == "NOUN" and state:
            return None if state in attacking else state
    return None
