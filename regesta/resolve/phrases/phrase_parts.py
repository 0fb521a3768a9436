"""What a noun phrase is made of: names of states and organisations in it, and the noun that describes its actor."""

import re
from dataclasses import dataclass, field, replace

from regesta.ontology.actor_sectors import ActorNoun, Organization, load_sectors
from regesta.resolve.names.actor_words import (
    ADJECTIVES,
    AREA_NOUNS,
    AREAS,
    BACKERS,
    CONTINENTS,
    COUNTRY_NOUNS,
    DIRECTIONS,
    ETHNIC,
    MINORITIES,
    OFFICES,
    PLAIN_NAMES,
    PREPOSITIONS,
    RELATED,
    STANCES,
    STANDING,
)
from regesta.resolve.names.forms import fold
from regesta.resolve.phrases.organizations import BASIS, Bodies, load_bodies
from regesta.resolve.states.states import Meaning, load_states
from regesta.resolve.toponyms.gazetteer import Toponym, load_gazetteer

APOSTROPHE = re.compile(r" (['’](?:s\b|(?= |$)))")  # apart from its word, as tokens are: "Workers ' Party"
PLAIN_NAMED = frozenset({"PTY", "BUS"})
LONGEST_NAME = 7  # words of the longest name looked up
LONGEST_NOUN = 4  # words of the longest actor noun, a hyphen counted
SHORTEST_PROVINCE = 5  # letters of the name of a province whose people a word may mean
PEOPLES = (
    ("n", ""),
    ("an", ""),
    ("an", "y"),
    ("an", "any"),
    ("n", "s"),
    ("ian", "y"),
    ("ian", ""),
    ("i", ""),
)  # "Bavarian": Bavaria
LARGE_TOWN = 100_000  # people; a town tells whose an actor is only from this size


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a noun phrase with their lemmas.

    Attributes:
        words: As written.
        lemmas: Of each word.
        towns: Whether towns tell a state.
        bodies: The organisations known.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    towns: bool = False
    bodies: Bodies = field(default_factory=load_bodies, repr=False, compare=False)

    def part(self, first: int, end: int) -> "Phrase":
        """Return some of its words."""
        return replace(self, words=self.words[first:end], lemmas=self.lemmas[first:end])


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a phrase, words `first` to `end`, exclusive, with what it denotes and what told it."""

    first: int
    end: int
    meaning: Meaning | None = None
    organization: Organization | None = None
    is_town: bool = False
    basis: str = BASIS


def names_in(phrase: Phrase) -> list[Hit]:
    """Return the names of states, peoples and organisations in a phrase, the longest first at each word."""
    hits: list[Hit] = []
    at = 0
    while at < len(phrase.words):
        ends = range(min(len(phrase.words), at + LONGEST_NAME), at, -1)
        hit = next((found for end in ends if (found := hit_at(phrase, at, end))), None)
        if hit and not tells_no_state(phrase, hit, hits):
            hits.append(hit)
        at = hit.end if hit else at + 1
    return hits


def tells_no_state(phrase: Phrase, hit: Hit, before: list[Hit]) -> bool:
    """Tell whether a name in a phrase does not say whose the actor is."""
    return (
        is_stance(phrase, hit)
        or is_of_area(phrase, hit)
        or is_of_descent(phrase, hit)
        or is_of_longer_name(phrase, hit, before)
    )


def hit_at(phrase: Phrase, first: int, end: int) -> Hit | None:
    """Return what some words of a phrase name; None when they name nothing known."""
    if not (is_word(phrase.words[first]) and is_word(phrase.words[end - 1])):
        return None
    written = written_at(phrase, first, end)
    states = load_states()
    name = states.bodies.get(fold(written), written)
    if name.islower() and not states.is_name(name):
        return None
    if known := phrase.bodies.find(name):
        return Hit(first, end, organization=known.organization, basis=known.basis)
    if phrase.towns and (iso3 := phrase.bodies.towns.get(fold(written))):
        return Hit(first, end, meaning=Meaning(written, iso3, "CVL", "region"), is_town=True, basis="region")
    if meaning := states.meaning(written, phrase.bodies.day):
        return Hit(first, end, meaning=meaning, basis=meaning.basis)
    if written[0].isupper() and (told := phrase.bodies.states.get(fold(written))):
        iso3, basis = told
        return Hit(first, end, meaning=Meaning(states.by_iso3[iso3].name, iso3, "GOV", "name"), basis=basis)
    if phrase.towns and not is_plain(phrase, first, end) and (meaning := town_meaning(written)):
        return Hit(first, end, meaning=meaning, is_town=True, basis=meaning.basis)
    if end < len(phrase.words) and (meaning := province_meaning(written)):
        return Hit(first, end, meaning=meaning, is_town=True, basis=meaning.basis)
    return None


def written_at(phrase: Phrase, first: int, end: int) -> str:
    """Return some words of a phrase as its text has them."""
    written = " ".join(phrase.words[first:end])
    return APOSTROPHE.sub(r"\1", written) if "'" in written or "’" in written else written


def is_word(token: str) -> bool:
    """Tell whether a token is a word, not a mark."""
    return token.isalnum() or (any(map(str.isalnum, token)) and token not in {"'s", "’s"})


def is_stance(phrase: Phrase, hit: Hit) -> bool:
    """Tell whether a name only says how the actor stands to it: "pro-Russian", "Iran-backed", "Iran's ally"."""
    words = phrase.words
    if phrase.lemmas[-1] in RELATED and hit.end < len(words):
        return True
    before = hit.first >= 2 and words[hit.first - 1] == "-" and words[hit.first - 2].lower() in STANCES
    after = hit.end + 1 < len(words) and words[hit.end] == "-" and words[hit.end + 1].lower() in BACKERS
    return before or after


def is_of_area(phrase: Phrase, hit: Hit) -> bool:
    """Tell whether a name is of a part of the world, not of a state: "Latin American", "Central African leaders"."""
    words = [word.lower() for word in phrase.words[: hit.end]]
    if hit.meaning is None or words[-1] not in CONTINENTS:
        return False
    is_many = hit.end < len(phrase.words) and phrase.words[-1].lower() != phrase.lemmas[-1]
    if hit.end - hit.first > 1:
        return words[-1] == "african" and is_many and phrase.lemmas[-1] in COUNTRY_NOUNS and words[-2] == "central"
    return hit.first > 0 and words[-2] in AREAS


def is_of_descent(phrase: Phrase, hit: Hit) -> bool:
    """Tell whether a people's name only says of what descent some are: "ethnic Serb villagers", "the Greek minority".

    They are seldom of the state that bears the name.
    """
    if hit.meaning is None or hit.meaning.basis != "demonym" or hit.end == len(phrase.words):
        return False
    is_ethnic = hit.first > 0 and phrase.words[hit.first - 1].lower() == ETHNIC
    behind = phrase.words[hit.end + 1 : hit.end + 2]  # not "the Greek minority government"
    is_minority = phrase.lemmas[hit.end].lower() in MINORITIES and PREPOSITIONS.issuperset(map(str.lower, behind))
    return is_ethnic or is_minority


def is_plain(phrase: Phrase, first: int, end: int) -> bool:
    """Tell whether words are ordinary ones before others, though a place has their name: "Drug Enforcement Agency"."""
    if end == len(phrase.words) or phrase.words[end].lower() in AREA_NOUNS:
        return False
    return all(word.lower() in PLAIN_NAMES for word in phrase.words[first:end])


def is_of_longer_name(phrase: Phrase, hit: Hit, before: list[Hit]) -> bool:
    """Tell whether a name is but the end of an unknown one: "Democratic Party" in "Social Democratic Party".

    So it is with parties and companies, whose names are made of the same few words.
    """
    body = hit.organization
    is_name = body is not None and body.sector in PLAIN_NAMED and hit.end - hit.first > 1
    at = hit.first - 1
    if not is_name or at < 0 or any(other.end == hit.first for other in before):
        return False
    nouns = load_sectors().nouns
    if not is_word(phrase.words[at]):  # "People's Democratic Party", but "Abe's Liberal Democratic Party"
        return at > 0 and phrase.lemmas[at - 1] in nouns
    noun = nouns.get(phrase.lemmas[at])
    is_title = noun is not None and noun.kind == "person" and noun.sector in OFFICES
    return phrase.words[at][:1].isupper() and not is_title and phrase.lemmas[at] not in STANDING


def town_meaning(name: str) -> Meaning | None:
    """Return the state a large town or a province tells: "Shanghai police"; its own voice is its people's."""
    words = {*name.lower().split()}
    if (
        len(name) < 4
        or not (name[0].isupper() or name.islower())  # "new mexico"
        or words & load_sectors().nouns.keys()
        or words <= DIRECTIONS | AREA_NOUNS
    ):
        return None
    place = next(iter(load_gazetteer().find(name)), None)
    if place is None or place.iso3 is None or place.kind == "district":
        return None
    if place.kind != "area" and place.population < LARGE_TOWN:
        return None
    written = without_area_noun(name.title() if name.isupper() else name, place)  # "ISTANBUL" of a dateline
    return Meaning(written, place.iso3, "GOV" if place.kind == "province" else "CVL", "region")


def without_area_noun(name: str, place: Toponym) -> str:
    """Return a place's name without a word for its kind: "Jiangxi Province" is Jiangxi."""
    first, _, last = name.rpartition(" ")
    is_kind = bool(first) and last.lower() in AREA_NOUNS
    return first if is_kind and next(iter(load_gazetteer().find(first)), None) == place else name


def province_meaning(people: str) -> Meaning | None:
    """Return the state of a province by its people: "Bavarian", "Sicilian", "Texan"; None when it is no such word."""
    if " " in people or not people[:1].isupper() or not people.endswith(("n", "i")):
        return None
    for ending, instead in PEOPLES:
        name = people.removesuffix(ending) + instead
        is_people = people.endswith(ending) and len(name) >= SHORTEST_PROVINCE
        place = next(iter(load_gazetteer().find(name)), None) if is_people else None
        if place is not None and place.kind in {"province", "area"} and place.iso3 is not None:
            return Meaning(place.name, place.iso3, "GOV", "region")
    return None


def noun_in(phrase: Phrase, hits: list[Hit], end: int) -> tuple[ActorNoun, int, int] | None:
    """Return the last actor noun of a phrase with its first word and the word after it; the longest wins."""
    nouns = load_sectors().nouns
    free = [not any(hit.first <= i < hit.end for hit in hits) for i in range(len(phrase.words))]
    for stop in range(end, 0, -1):
        for first in range(max(0, stop - LONGEST_NOUN), stop):
            key = " ".join(phrase.lemmas[first:stop]).replace(" - ", " ").replace("-", " ")
            noun = nouns.get(key) or nouns.get(key.removesuffix(" elect").removesuffix(" designate"))
            if noun is None or not all(free[first:stop]) or (noun.phrase in ADJECTIVES and stop < end):
                continue
            return noun, first, stop
    return None


def is_within_noun(phrase: Phrase, at: int) -> bool:
    """Tell whether a preposition belongs to the noun for a body: "house of representatives", "court of appeal"."""
    noun = load_sectors().nouns.get(" ".join(phrase.lemmas[at - 1 : at + 2])) if at else None
    return noun is not None and noun.kind == "body"


def words_beside(hits: list[Hit], phrase: Phrase) -> list[str]:
    """Return the words of a phrase that name no state or place: the "West Bank council" is no bank."""
    named = {at for hit in hits if hit.meaning for at in range(hit.first, hit.end)}
    return [word for at, word in enumerate(phrase.words) if at not in named]


def former_owner(hits: list[Hit]) -> str | None:
    """Return the name of the state that is no more which the names before a noun tell; None when they tell none."""
    named = next((hit.meaning.name for hit in hits if hit.meaning), None)
    return named if named in load_states().former else None
