"""Says who is meant by "both sides" and "the two leaders", and of which state "two villagers" are."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from regesta.coding.roles.pairs import last_dealing, last_joined
from regesta.coding.roles.passages import first_actors, is_told_elsewhere, mentions_in
from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.event import Role
from regesta.model.nearby import once
from regesta.model.parse import Parse

SEVERAL = re.compile(
    r"both|each other|the pair|"
    r"(?:both(?: of)?(?: the)?|neither|either|each|(?:the|these|those|their|its|his|her) (?:two|three|four)) "
    r"(?:[\w-]+ ){0,3}(?:sides?|country|countries|states?|nations?|leaders|governments|parties|capitals|neighbou?rs|"
    r"presidents|prime ministers|delegations|armies|powers|statesmen|allies|rivals|foes|enemies|adversaries|republics|"
    r"kingdoms)|"
    r"(?:the|their) (?:(?:foreign|prime|defen[cs]e|interior|finance) ministers|presidents|heads of state|sides|leaders|"
    r"governments|capitals|countries|nations|neighbou?rs|delegations|rivals|foes|allies)",
    re.IGNORECASE,
)
MUCH_MORE = 2  # so many times as often are the two presidents spoken of as two states that are named together once
OF = frozenset({"of", "from"})
COUNTED = re.compile(r"(?:two|three|four) ", re.IGNORECASE)
# Of no single state, whatever the article is about.
OF_NO_STATE = re.compile(
    r"\b(international|global|world|worldwide|foreign|foreigners|western|arab|african|european|"
    r"member (states|countries)|countries|nations|states|governments|economies|powers|donors|"
    r"(all|other|various|several|individual|three|four|five|six|seven|eight|nine|ten) (\w+ )?"
    r"(sides|parties|leaders|ministers|presidents|ambassadors|envoys|diplomats|capitals|members|individuals))\b",
    re.IGNORECASE,
)
TWO = 2
NUMBERS = {"three": 3, "four": 4}
PEOPLE = re.compile(r"leaders|presidents|ministers|heads of state|statesmen|rivals|\bpair\b", re.IGNORECASE)
FIRST_PERSON = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves"})
REGIONAL = ("region", "town")
REACH_SENTENCES = 4  # how far back the parties meant by "both sides" are looked for
REACH_OF_PAIRS = 6  # and how far those that are named together
GUESSED = 0.4  # how sure a state is that only the text around a description tells
ITS = frozenset({"its", "their"})  # how what is a state's own is told: "**its** minister"
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
        if (several := those_of_several(scene.parse, role)) is not None:
            urged = parties_before(scene, several, others) if role.name == "recipient" else []
            meant = urged or parties_before(scene, several)
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


def those_of_several(parse: Parse, role: Role) -> Role | None:
    """Return a role that is several parties, or the words behind its noun that are: "a group of **both countries**".

    So may be those before it: "the **two countries**' generals".
    """
    if is_several(role, parse):
        return role
    tokens = parse.tokens_in(role.span) if is_vague(role) else ()
    of = [prep for token in tokens for prep in parse.governed(token, "prep") if parse.lemmas[prep] in OF]
    owners = [owner for token in tokens for owner in parse.governed(token, "poss")]
    for noun in (*owners, *(noun for prep in of for noun in parse.governed(prep, "pobj"))):
        span = parse.span(min([noun, *parse.children[noun]]), noun)
        inner = replace(role, span=span, text=" ".join(parse.words[t] for t in parse.tokens_in(span)))
        if is_several(inner, parse):
            return inner
    return None


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
    """Return the states' actors that "both sides" means, one of each state; empty when the article named fewer.

    They are the two last named together ("Peru and Chile"), else those of whom the article speaks most, that last dealt
    with each other, or were last spoken of. "Both governments" are states, under a state's own name where the article
    has it. Of whom others speak nothing follows: "Macron received Scholz and spoke of Kyiv's losses. Both sides ...";
    but sides, though no persons, may be two whom only others join: "asked for talks of Chad and Niger".

    Args:
        scene: The article with lookups.
        role: The vague words.
        others: States that are not meant.
    """
    wanted = NUMBERS.get(next((w for w in role.text.lower().split() if w in NUMBERS), ""), 2)
    named = [mention for mention in sides_before(scene, role) if mention.actor and mention.actor.iso3 not in others]
    are_two, is_people = wanted == TWO, PEOPLE.search(role.text) is not None
    pair = actors_of(last_joined(scene.parse, named)) if are_two else []
    most = most_spoken_of(scene, role, others) if are_two else []
    dealing = last_dealing(scene.parse, named) if are_two else None
    just, before = (dealing, None) if dealing and is_just_before(scene, role, dealing) else (None, dealing)
    reported = [m for m in sides_before(scene, role, reported=True) if m.actor and m.actor.iso3 not in others]
    told = [] if pair or just or is_people or not are_two else actors_of(last_joined(scene.parse, reported))
    found = pair or actors_of(just) or told or most or actors_of(before) or last_spoken_of(scene, role, named, wanted)
    if is_people and pair and most and is_spoken_of_more(scene, most, pair):
        found = most
    return [actor if is_people else state_of(scene, actor) for actor in found]


def is_just_before(scene: LaidOut, role: Role, pair: Iterable[Mention]) -> bool:
    """Tell whether two are named in the sentence before vague words, or in their own."""
    here = scene.sentence_of(scene.parse.token_at(role.span.start))
    return all(here - scene.sentence_of(mention.head) <= 1 for mention in pair)


def actors_of(mentions: Iterable[Mention] | None) -> list[Actor]:
    """Return the actors of mentions."""
    return [mention.actor for mention in mentions or () if mention.actor]


def sides_before(scene: LaidOut, role: Role, *, reported: bool = False) -> list[Mention]:
    """Return the mentions before vague words that may be meant by them, the last one first.

    Args:
        scene: The article with lookups.
        role: The vague words.
        reported: Whether those count, too, of whom others speak.
    """
    sentence = scene.sentence_of(scene.parse.token_at(role.span.start))
    near = mentions_in(scene.article, sentence - REACH_OF_PAIRS - 1, sentence)
    return [
        mention
        for mention in sorted(near, key=lambda m: -m.span.start)
        if mention.span.start < role.span.start
        and names_state(mention)
        and sentence - scene.sentence_of(mention.head) <= REACH_OF_PAIRS
        and not (mention.actor and is_part_of_state(mention.actor))
        and (reported or not is_told_elsewhere(scene.article, mention.span, role.span))
    ]


def is_spoken_of_more(scene: LaidOut, these: Iterable[Actor], others: Iterable[Actor]) -> bool:
    """Tell whether an article speaks of the states of some actors by far more often than of those of others."""
    counts = mentions_by_state(scene.article)
    many, few = (sum(counts[actor.iso3] for actor in actors) for actors in (these, others))
    return many > MUCH_MORE * few


def most_spoken_of(scene: LaidOut, role: Role, others: Container[str | None]) -> list[Actor]:
    """Return the actors, last named, of the two states that an article so far speaks of more than of any other."""
    named = whole_states(scene.article)
    so_far = {iso3: bisect_left(told, role.span.start, key=start_of) for iso3, told in named.items()}
    spoken_of = Counter({iso3: many for iso3, many in so_far.items() if many and iso3 not in others})
    counts = spoken_of.most_common(3)
    is_clear = len(counts) >= TWO and counts[1][1] > max(1, *(many for _, many in counts[TWO:]), 0)
    return actors_of(named[iso3][many - 1] for iso3, many in counts[:TWO]) if is_clear else []


def start_of(mention: Mention) -> int:
    """Return where a mention begins."""
    return mention.span.start


@once
def whole_states(article: Article) -> Mapping[str | None, Sequence[Mention]]:
    """Return the mentions of each state as a whole, in text order, by its code; first that which is named first."""
    found: defaultdict[str | None, list[Mention]] = defaultdict(list)
    for mention in article.mentions:
        if mention.actor and names_state(mention) and not is_part_of_state(mention.actor):
            found[mention.actor.iso3].append(mention)
    return found


@once
def mentions_by_state(article: Article) -> Counter[str | None]:
    """Return how many mentions of an article tell each state by themselves, by its code."""
    return Counter(m.actor.iso3 for m in article.mentions if m.actor and names_state(m))


def last_spoken_of(scene: LaidOut, role: Role, named: Iterable[Mention], wanted: int) -> list[Actor]:
    """Return as many states' actors as are wanted, those last spoken of first; empty when there are fewer."""
    sentence = scene.sentence_of(scene.parse.token_at(role.span.start))
    found: dict[str, Actor] = {}
    for mention in named:
        if mention.actor and sentence - scene.sentence_of(mention.head) <= REACH_SENTENCES:
            found.setdefault(mention.actor.iso3 or "", mention.actor)
        if len(found) == wanted:
            return list(found.values())
    return []


def is_part_of_state(actor: Actor) -> bool:
    """Tell whether an actor is a town or region, which is no side of two states' affairs."""
    return actor.basis.endswith(REGIONAL) and not actor.is_person


def state_of(scene: LaidOut, actor: Actor) -> Actor:
    """Return the state that an actor belongs to as the article names it; the actor itself where it does not."""
    entity = f"state:{actor.iso3}"
    if actor.entity == entity:
        return actor
    return first_actors(scene.article).get(entity, actor)


def names_state(mention: Mention) -> bool:
    """Tell whether a mention tells its state by itself."""
    actor = mention.actor
    return actor is not None and actor.state is not None and actor.basis != GUESS and mention.kind != "place"


def with_state(scene: LaidOut, role: Role) -> Role:
    """Return a description with the state of a place in its sentence, else the one the article speaks of most."""
    sentence = scene.sentence_of(scene.parse.token_at(role.span.start))
    here = [
        m.place.iso3
        for m in mentions_in(scene.article, sentence - 1, sentence)
        if m.place and m.place.iso3 and m.kind == "place" and scene.sentence_of(m.head) == sentence
    ]
    counts = mentions_by_state(scene.article)
    state = here[0] if here else next((iso3 for iso3, _ in counts.most_common(1)), None)
    if state is None:
        return role
    base = role.actor or Actor(name=role.text)
    return replace(role, actor=replace(base, iso3=state, confidence=GUESSED, basis=GUESS))
