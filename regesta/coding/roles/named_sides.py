"""Finds the states that the words of an act themselves name on its sides, which no telling of it can change for others.

Two states that expel a diplomat each have done two things, however alike the words. But most tellings are vaguer than
that: on annotated articles only a name where the grammar of the act has its place tells two acts apart, and only where
the other sentence does not speak of that state at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from regesta.coding.roles.roles import OWNING_PREPOSITIONS, Scene
from regesta.coding.triggers.arguments import MODIFIER_DEPS, carrier_of, expand, objects, prepositions, subjects
from regesta.coding.triggers.candidates import readings_at
from regesta.model.event import PARTY_ROLES, Event, Role
from regesta.model.parse import Parse
from regesta.ontology.event_types import is_mutual

NAMING = frozenset({"name", "demonym", "capital", "organization", "office", "title", "seat", "register"})
COREFERENCE, OPEN = "coreference", "several"
AIMING_PREPOSITIONS = OWNING_PREPOSITIONS | {"at", "into", "upon", "toward", "towards"}
DEEP = 2  # "signed the treaty with Chile", "froze the assets of officials from Chile"
# From here on the network's word that two are one counts, where one sentence speaks of the other's state, too. Swept on
# annotated articles: with .6 and .75 all but 2 of 18 pairs kept apart are two acts, with .85 6 of 23.
NEARLY_SURE = 0.75


@dataclass(frozen=True, slots=True)
class NamedSides:
    """Whom the words of an act name as its parties.

    Attributes:
        sides: The states of its actors and its recipients, each only where the act's own words name them all.
        equals: The states of all who take part, where it takes two and its own words name them all.
        around: Every state that its sentence speaks of.
    """

    sides: Mapping[str, frozenset[str]] = field(default_factory=dict)
    equals: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()

    def with_those_of(self, other: "NamedSides") -> "NamedSides":
        """Return whom an act names in two tellings, this one first."""
        return NamedSides({**other.sides, **self.sides}, self.equals or other.equals, self.around | other.around)


def are_of_others(one: NamedSides, two: NamedSides, chance: float) -> bool:
    """Tell whether two acts name others on one side, so that they are two.

    Equal parties are others when each act names a state that is not in the other: "the talks of Chile and Peru" and
    those of Chile with Bolivia, but not those of Chile, Peru and Bolivia.

    Args:
        one: Whom one of them names.
        two: Whom the other names.
        chance: The network's probability that they are one.
    """
    pairs = [(one.sides[name], two.sides[name]) for name in PARTY_ROLES if name in one.sides and name in two.sides]
    facing = [(left, right) for left, right in pairs if left.isdisjoint(right)] + [(one.equals, two.equals)]
    for left, right in facing:
        ours, theirs = left - right, right - left
        if left and right and ours and theirs:
            absent = (ours.isdisjoint(two.around), theirs.isdisjoint(one.around))
            if all(absent) or (any(absent) and chance < NEARLY_SURE):
                return True
    return False


def named_sides(scene: Scene, token: int, event: Event, around: frozenset[str]) -> NamedSides:
    """Return whom the words of an act name.

    Args:
        scene: The article with lookups.
        token: The act's trigger.
        event: The act.
        around: The states that its sentence speaks of.
    """
    verb = verb_of(scene, token, event.type)
    acting = [] if verb is None else subjects(scene.parse, verb)
    suffering = [] if verb is None else done_to(scene.parse, token, verb)
    if is_mutual(event.type) or not event.recipients:
        where = [*acting, *suffering, *(of_noun(scene.parse, token) if verb != token else ())]
        equals = states_named(scene, event.parties, where)
        if is_mutual(event.type) or len(equals) > 1:
            return NamedSides(equals=equals if len(equals) > 1 else frozenset(), around=around)
    found = {"recipient": states_named(scene, event.recipients, suffering)}
    if not is_list_open(scene, event.actors, acting):
        found["actor"] = states_named(scene, event.actors, acting)
    return NamedSides({name: states for name, states in found.items() if states}, around=around)


def states_around(scene: Scene) -> Mapping[int, frozenset[str]]:
    """Return the states that each sentence of an article speaks of, by its number; nothing of those without."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for mention in scene.article.mentions:
        known = {mention.actor and mention.actor.state, mention.place and mention.place.iso3}
        found[scene.sentence_of(mention.head)].update(state for state in known if state)
    return defaultdict(frozenset, {number: frozenset(states) for number, states in found.items()})


def verb_of(scene: Scene, token: int, event_type: str) -> int | None:
    """Return the verb that tells an act: its own, or the one that a noun is object of; None without.

    An act of another type does not tell it: who "imposed sanctions" acts, who "condemned the sanctions" does not.
    """
    if scene.parse.pos[token] in {"VERB", "AUX"}:
        return token
    carrier = carrier_of(scene.parse, token)
    if carrier not in scene.triggers:
        return carrier
    read = {candidate.event_type for candidate in readings_at(scene.candidates, carrier)}
    return carrier if event_type in read else None


def done_to(parse: Parse, token: int, verb: int) -> list[int]:
    """Return the nouns that stand where the grammar has those to whom an act is done, or in what is done to them."""
    found = [*(objects(parse, verb) if verb == token else ()), *expand(parse, parse.governed(verb, "dative"))]
    waiting = [token, verb, *found]
    for _ in range(DEEP):
        waiting = [noun for bearer in waiting for noun in aimed_at(parse, bearer)]
        found.extend(waiting)
    return found


def of_noun(parse: Parse, token: int) -> list[int]:
    """Return the nouns that a noun act has for its parties: "**Chile's** talks with **Peru**"."""
    return expand(parse, [*parse.governed(token, "poss", *MODIFIER_DEPS), *aimed_at(parse, token)])


def aimed_at(parse: Parse, bearer: int) -> list[int]:
    """Return the nouns that prepositions tie to a word as a party, not as where or when: "sanctions **on Peru**"."""
    preps = [prep for prep in prepositions(parse, bearer) if parse.lemmas[prep] in AIMING_PREPOSITIONS]
    return expand(parse, (noun for prep in preps for noun in parse.governed(prep, "pobj")))


def states_named(scene: Scene, roles: Iterable[Role], nouns: Iterable[int]) -> frozenset[str]:
    """Return the states of parties when every one is named among nouns, by a name that tells its state; else none."""
    parse = scene.parse
    meant = (named_by(scene, noun) for noun in nouns)
    words = {word for noun in meant for word in (noun, *parse.governed(noun, "poss", *MODIFIER_DEPS))}
    states: set[str] = set()
    for role in roles:
        if role.actor is None or role.actor.state is None or not is_by_name(parse, role):
            return frozenset()
        if words.isdisjoint(parse.tokens_in(role.span)):
            return frozenset()
        states.add(role.actor.state)
    return frozenset(states)


def named_by(scene: Scene, noun: int) -> int:
    """Return the noun that a pronoun stands for in its own sentence ("Togo said **it** had"); else the word itself."""
    mention = scene.by_head.get(noun)
    if mention is None or mention.form != "pronoun" or mention.antecedent is None:
        return noun
    head = scene.article.mentions[mention.antecedent].head
    return head if scene.sentence_of(head) == scene.sentence_of(noun) else noun


def is_by_name(parse: Parse, role: Role) -> bool:
    """Tell whether a party is known by a name: neither guessed from around it nor a description that stands for one."""
    *ways, basis = role.actor.basis.split(": ") if role.actor else [""]
    if basis not in NAMING or OPEN in ways:
        return False
    return COREFERENCE not in ways or any(parse.pos[token] == "PROPN" for token in parse.tokens_in(role.span))


def is_list_open(scene: Scene, roles: Iterable[Role], nouns: Iterable[int]) -> bool:
    """Tell whether a list of those who act has a member that is no known party: "Norway **and its allies**"."""
    parse = scene.parse
    known = set(tokens_of(parse, roles))
    listed = [noun for noun in nouns if parse.deps[noun] == "conj" or parse.governs(noun, "conj")]
    return any(known.isdisjoint((noun, *parse.governed(noun, "poss", *MODIFIER_DEPS))) for noun in listed)


def tokens_of(parse: Parse, roles: Iterable[Role]) -> Iterator[int]:
    """Yield the tokens of parties."""
    for role in roles:
        yield from parse.tokens_in(role.span)
