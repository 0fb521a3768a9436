"""Tells apart parties of one state that are only described: students are no pensioners, judges no soldiers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from regesta.dedupe.odds import Evidence
from regesta.dedupe.topics import stem
from regesta.model.event import Event, Role
from regesta.ontology.actor_sectors import STATE_SECTORS, NounKind, load_sectors
from regesta.ontology.descriptions import load_descriptions
from regesta.ontology.number_words import NUMBER_WORDS, read_spelled

WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
# What follows the noun itself: "residents **of** a village", "engineers **who** worked there".
AFTER = re.compile(
    r"[,(;:–—]|\b(?:of|in|from|at|on|who|whom|which|that|near|outside|with|for|to|by|after|against)\b", re.IGNORECASE
)
QUANTITY = re.compile(r"^(?:[^\W_]+[ ,.]+){0,3}?([^\W\d_]+) of (?:the |a |an |its |his |their )?", re.IGNORECASE)
VAGUE = re.compile(
    r"^(?:at least|about|around|some|more than|over|nearly|almost|up to|as many as)\b",
    re.IGNORECASE,
)
ONE = frozenset({"a", "an", "one"})
FORMS = (("ies", "y"), ("men", "man"), ("ves", "f"), ("sses", "ss"), ("ches", "ch"), ("children", "child"), ("s", ""))
# Where they are, and whatever else is said of them.
PLACED = re.compile(r"[,(;:–—]|\b(?:in|from|at|on|near|outside|by|after|against|to)\b", re.IGNORECASE)
FIGURES = re.compile(r"\d+(?:,\d{3})*(?![\d.])")
ALIKE_CHARS = 4  # "mine" and "miner" are of one stem
FORCES = frozenset({"COP", "MIL"})
TIMES_AS_MANY = 2  # a count that differs by less is a toll that grew


@dataclass(frozen=True, slots=True)
class Description:
    """Whom the words for a party describe.

    Attributes:
        text: The words.
        words: The stems of its words in small letters.
        noun: The noun itself, a lemma or a phrase of them.
        sector: The sector of the people; None when only the noun is known.
        groups: The groups of people that the noun means; see `descriptions.yaml`.
        is_anyone: Whether the noun may be put for any actor.
        kind: Whether the noun is of one person, of several, or of a body; None of a noun that is not known.
        count: How many they are, when the words say so exactly.
    """

    text: str
    words: frozenset[str]
    noun: str
    sector: str | None
    groups: frozenset[int]
    is_anyone: bool
    kind: NounKind | None
    count: int | None


def described(role: Role) -> Description | None:
    """Return whom a role describes; None for one of a name, or when no noun is to be found."""
    actor = role.actor
    if actor is None or actor.is_person or actor.is_body:
        return None
    return description_of(role.text, None if actor.is_state else actor.sector, actor.is_state)


def described_in(event: Event, name: str) -> list[Description | None]:
    """Return whom the roles of one name describe; of a protest, those of whom its size is told go before the police.

    Args:
        event: The event.
        name: "actor" or "recipient".
    """
    found = [*map(described, event.named(name))]
    if name == "actor" and any(one and is_force(one) for one in found):
        told = [description_of(size.text, "CVL", False) for size in event.named("size")]
        return [one for one in told if one] or found
    return found


@lru_cache(maxsize=50_000)
def description_of(text: str, sector: str | None, is_named: bool) -> Description | None:
    """Return whom some words describe; None when they only name somebody.

    Args:
        text: The words.
        sector: The sector of the actor; None when it is a state's, or not known.
        is_named: Whether words with a capital are a name: "**French** engineer".
    """
    people = without_quantity(FIGURES.sub("", text))
    words = nouns_of(AFTER.split(people, maxsplit=1)[0], is_named)
    if not words:
        return None
    last = lemma(words[-1])
    known = load_sectors().noun([*map(str.lower, words[:-1]), last])
    noun = known.phrase if known else last
    if is_named and known:
        sector = known.sector
    telling = nouns_of(PLACED.split(people, maxsplit=1)[0], is_named)
    return Description(
        text=text,
        words=frozenset(stem(word) for word in map(str.lower, telling[is_name(telling) :]) if tells(word)),
        noun=noun,
        sector=sector,
        groups=load_descriptions().groups.get(noun, frozenset()),
        is_anyone=noun in load_descriptions().anyone or is_general(noun, sector, is_unknown=not known and not is_named),
        kind=known.kind if known else None,
        count=counted(text),
    )


def nouns_of(text: str, is_named: bool) -> list[str]:
    """Return the words of a text that may describe: not numbers, and no names beside the first word."""
    words = enumerate(WORD.findall(text))
    return [word for at, word in words if not (word[0].isdigit() or (word[0].isupper() and (at or is_named)))]


def is_name(words: Sequence[str]) -> bool:
    """Tell whether the first of some words is a name, "Latvian", and no noun that begins a sentence."""
    return bool(words) and words[0][0].isupper() and lemma(words[0]) not in load_noun_words()


@lru_cache(maxsize=1)
def load_noun_words() -> frozenset[str]:
    """Return the words of all nouns for actors."""
    return frozenset(word for phrase in load_sectors().nouns for word in phrase.split())


def tells(word: str) -> bool:
    """Tell whether a word in small letters says what people they are, beside how many or how old."""
    found = load_descriptions()
    return len(word) >= ALIKE_CHARS and word not in NUMBER_WORDS and not {word, lemma(word)} & found.modifiers


def is_general(noun: str, sector: str | None, *, is_unknown: bool) -> bool:
    """Tell whether a noun means civilians of no group, as "villagers", or people of no known sector."""
    return is_unknown or (sector in {"CVL", "UNK"} and noun not in load_descriptions().groups)


def without_quantity(text: str) -> str:
    """Return the words for people without how many they are: "thousands of **students**", "at least ten **people**"."""
    text = VAGUE.sub("", text.strip())
    found = QUANTITY.match(text)
    return text[found.end() :] if found and lemma(found[1]) in load_descriptions().quantities else text


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """Return a noun in the singular, in small letters; roughly."""
    low = word.lower()
    nouns = load_sectors().nouns
    if low in nouns or low in load_descriptions().anyone:
        return low
    for plural, singular in FORMS:
        if low.endswith(plural) and len(low) > len(plural) + 1:
            return low.removesuffix(plural) + singular
    return low


def counted(text: str) -> int | None:
    """Return how many people some words count, when they say so exactly; None when they do not."""
    words = [word.lower() for word in WORD.findall(text)]
    if not words or VAGUE.match(text):
        return None
    if words[0] in ONE:
        return None if words[1:2] in (["dozen"], ["hundred"], ["number"], ["group"], ["few"]) else 1
    if figures := FIGURES.match(text):
        return int(figures[0].replace(",", ""))
    value, used = read_spelled(words[:8])
    return int(value) if used else None


def descriptions(
    left: Sequence[Description | None], right: Sequence[Description | None], *, acts: bool, bodies: bool
) -> Iterator[Evidence]:
    """Yield whether those who fill one role in two events are described as other people, or as other numbers of them.

    Of a state's organs any may be named for it as the one that acts; and a body to which something is done may stand
    for the people in it, as a church that is attacked, but not where it is a measure against the body.

    Args:
        left: Those of one event.
        right: Those of the other.
        acts: Whether it is they who act.
        bodies: Whether a body stands for itself.
    """
    pairs = [(one, two) for one in left for two in right]
    told = [(one, two) for one, two in pairs if one and two and (bodies or "body" not in {one.kind, two.kind})]
    if not told or len(told) < len(pairs):
        return
    if all(are_others(one, two, acts=acts) for one, two in told):
        yield Evidence("other_kind", 1.0, f"described as others, {told[0][0].text} and {told[0][1].text}")
    elif not acts and all(are_other_numbers(one, two) for one, two in told):
        yield Evidence("other_count", 1.0, f"others in number, {told[0][0].text} and {told[0][1].text}")


def are_others(one: Description, two: Description, *, acts: bool) -> bool:
    """Tell whether two descriptions cannot be of the same people."""
    if one.is_anyone or two.is_anyone or share_a_word(one, two):
        return False
    if one.groups and two.groups:
        return one.groups.isdisjoint(two.groups)
    if one.sector is None or two.sector is None:
        return not acts and (one if one.sector else two).kind == "person"
    if acts and ({one.sector, two.sector} <= STATE_SECTORS or is_force(one) or is_force(two)):
        return False
    return two.sector not in load_descriptions().kin[one.sector]


def is_force(one: Description) -> bool:
    """Tell whether it is the police or an army, at hand wherever others act and taken for those who do."""
    return one.sector in FORCES and one.kind != "person"


def are_other_numbers(one: Description, two: Description) -> bool:
    """Tell whether two descriptions have other nouns, and one counts at least twice as many people."""
    if one.count is None or two.count is None or share_a_word(one, two):
        return False
    return one.noun != two.noun and max(one.count, two.count) >= TIMES_AS_MANY * min(one.count, two.count)


def share_a_word(one: Description, two: Description) -> bool:
    """Tell whether two descriptions have a word in common, in any form: "miners" and "mine workers"."""
    return any(left.startswith(right) or right.startswith(left) for left in one.words for right in two.words)
