"""Says who is meant by "both sides" and "the two leaders", and of which state "two villagers" are."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.event import Role
from regesta.model.parse import Parse

SEVERAL = re.compile(
    r"both|each other|the pair|"
    r"(?:both(?: of)?(?: the)?|neither|either|each|(?:the|these|those|their) (?:two|three|four)) "
    r"(?:\w+ ){0,2}(?:sides?|country|countries|states?|nations?|leaders|governments|parties|capitals|neighbou?rs|"
    r"presidents|prime ministers|delegations|armies|powers|statesmen|allies|rivals)|"
    r"(?:the|their) (?:(?:foreign|prime|defen[cs]e|interior|finance) ministers|presidents|heads of state|sides|leaders|"
    r"governments|capitals|countries|neighbou?rs|delegations)",
    re.IGNORECASE,
)
COUNTED = re.compile(r"(?:two|three|four) ", re.IGNORECASE)
# Of no single state, whatever the article is about.
OF_NO_STATE = re.compile(
    r"\b(international|global|world|worldwide|foreign|foreigners|western|arab|african|european|"
    r"member (states|countries)|countries|nations|states|governments|economies|powers|donors|"
    r"(all|other|various|several|individual|three|four|five|six|seven|eight|nine|ten) (\w+ )?"
    r"(sides|parties|leaders|ministers|presidents|ambassadors|envoys|diplomats|capitals|members|individuals))\b",
    re.IGNORECASE,
)
NUMBERS = {"three": 3, "four": 4}
PEOPLE = re.compile(r"leaders|presidents|ministers|heads of state|statesmen|rivals|\bpair\b", re.IGNORECASE)
FIRST_PERSON = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves"})
REGIONAL = ("region", "town")
REACH_SENTENCES = 4  # how far back the parties meant by "both sides" are looked for
GUESSED = 0.4  # how sure a state is that only the text around a description tells
GUESS = "surroundings"


class LaidOut(Protocol):
    """An article of which it is known in which sentence a token stands."""

    @property
    def article(self) -> Article:
        """The article."""

    @property
    def parse(self) -> Parse:
        """Its parse."""

    def sentence_of(self, token: int) -> int:
        """Return the number of the sentence a token stands in."""


def spelled_out(scene: LaidOut, roles: Iterable[Role], facing: Iterable[Role] = ()) -> Iterator[Role]:
    """Yield roles with vague ones made plain: several parties one by one, stateless descriptions with their state.

    Args:
        scene: The article with lookups.
        roles: The actors of an act, or its recipients.
        facing: Those on the other side of it: nobody is on both, and "both sides" that France urges are two others.
    """
    named = list(roles)
    others = {role.actor.iso3 for role in facing if role.actor and not is_vague(role)}
    known = {role.actor.iso3 for role in named if role.actor and not is_vague(role)}
    for role in named:
        if is_several(role, scene.parse):
            urged = parties_before(scene, role, others) if role.name == "recipient" else []
            meant = urged or parties_before(scene, role)
            meant = [actor for actor in meant if actor.iso3 not in known | others]
            yield from (replace(role, actor=replace(actor, basis=f"several: {actor.basis}")) for actor in meant)
            if meant:
                continue
        yield with_state(scene, role) if is_described(scene, role) else role


def is_first_person(words: str) -> bool:
    """Tell whether words stand for who speaks: "We", "I"; not "US"."""
    return words == "I" or (words.lower() in FIRST_PERSON and not words.isupper())


def is_vague(role: Role) -> bool:
    """Tell whether nothing is known of a role's state but a guess."""
    return role.actor is None or role.actor.iso3 is None or role.actor.basis.endswith(GUESS)


def is_several(role: Role, parse: Parse) -> bool:
    """Tell whether a role is several parties that its words leave open: "both sides", and "two sides" behind "the"."""
    first = parse.token_at(role.span.start)
    is_definite = COUNTED.match(role.text) is not None and first > 0 and parse.words[first - 1].lower() == "the"
    return is_vague(role) and SEVERAL.fullmatch(f"the {role.text}" if is_definite else role.text) is not None


def is_described(scene: LaidOut, role: Role) -> bool:
    """Tell whether a role is a description that leaves its state open, not a name and not a pronoun."""
    if role.actor is not None and (role.actor.iso3 is not None or role.actor.entity is not None):
        return False
    if OF_NO_STATE.search(role.text):
        return False
    tokens = scene.parse.tokens_in(role.span)
    return (
        bool(tokens)
        and all(scene.parse.pos[t] != "PRON" for t in tokens)
        and not any(scene.parse.entities[t] and not scene.parse.entities[t].endswith("DATE") for t in tokens)
    )


def parties_before(scene: LaidOut, role: Role, others: Container[str | None] = frozenset()) -> list[Actor]:
    """Return the states' actors that "both sides" means: those last spoken of, one of each state; empty when fewer.

    "Both governments" are states, under a state's own name where the article has it. Of whom others speak nothing
    follows: "Macron received Scholz and spoke of Kyiv's losses. Both sides ...".

    Args:
        scene: The article with lookups.
        role: The vague words.
        others: States that are not meant.
    """
    wanted = NUMBERS.get(next((w for w in role.text.lower().split() if w in NUMBERS), ""), 2)
    sentence = scene.sentence_of(scene.parse.token_at(role.span.start))
    told = [span for quote in scene.article.quotes for span in quote.content if not span.contains(role.span)]
    found: dict[str, Actor] = {}
    for mention in sorted(scene.article.mentions, key=lambda m: -m.span.start):
        if mention.span.start >= role.span.start or not names_state(mention) or mention.actor is None:
            continue
        if sentence - scene.sentence_of(mention.head) > REACH_SENTENCES:
            break
        if mention.actor.iso3 in others or is_part_of_state(mention.actor):
            continue
        if any(span.contains(mention.span) for span in told):
            continue
        found.setdefault(mention.actor.iso3 or "", mention.actor)
        if len(found) == wanted:
            is_people = PEOPLE.search(role.text) is not None
            return [actor if is_people else state_of(scene, actor) for actor in found.values()]
    return []


def is_part_of_state(actor: Actor) -> bool:
    """Tell whether an actor is a town or region, which is no side of two states' affairs."""
    return actor.basis.endswith(REGIONAL) and not actor.is_person


def state_of(scene: LaidOut, actor: Actor) -> Actor:
    """Return the state that an actor belongs to as the article names it; the actor itself where it does not."""
    entity = f"state:{actor.iso3}"
    if actor.entity == entity:
        return actor
    named = (m.actor for m in scene.article.mentions if m.actor and m.actor.entity == entity)
    return next(named, actor)


def names_state(mention: Mention) -> bool:
    """Tell whether a mention tells its state by itself."""
    actor = mention.actor
    return actor is not None and actor.state is not None and actor.basis != GUESS and mention.kind != "place"


def with_state(scene: LaidOut, role: Role) -> Role:
    """Return a description with the state of a place in its sentence, else the one the article speaks of most."""
    sentence = scene.sentence_of(scene.parse.token_at(role.span.start))
    here = [
        m.place.iso3
        for m in scene.article.mentions
        if m.place and m.place.iso3 and m.kind == "place" and scene.sentence_of(m.head) == sentence
    ]
    counts = Counter(m.actor.iso3 for m in scene.article.mentions if m.actor and names_state(m))
    state = here[0] if here else next((iso3 for iso3, _ in counts.most_common(1)), None)
    if state is None:
        return role
    base = role.actor or Actor(name=role.text)
    return replace(role, actor=replace(base, iso3=state, confidence=GUESSED, basis=GUESS))
