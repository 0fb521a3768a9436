"""The stage that says who the actors of an article are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import STATELESS, Actor
from regesta.model.nearby import placed_numbers
from regesta.model.parse import Parse
from regesta.resolve.mentions.additions import missed_bodies, missed_forces, missed_people, missed_states, with_added
from regesta.resolve.mentions.apposition import named_beside
from regesta.resolve.mentions.article_names import ARTICLES, described_as, fullest_names, states_named, written_as
from regesta.resolve.mentions.called_again import called_again
from regesta.resolve.mentions.chains import chains_of, read_chains
from regesta.resolve.mentions.compass import with_compass
from regesta.resolve.mentions.guessing import guessed
from regesta.resolve.mentions.hyphens import with_pairs
from regesta.resolve.mentions.mention_readings import (
    heads_any,
    is_person,
    of_united_nations,
    owners,
    phrase_of,
    read_mention,
)
from regesta.resolve.mentions.misread import is_namesake_at, misread_names, root_of, with_bodies, with_people
from regesta.resolve.mentions.misread_towns import with_towns
from regesta.resolve.mentions.missed_holders import with_holders
from regesta.resolve.mentions.respective import respective
from regesta.resolve.mentions.sharing import parted
from regesta.resolve.mentions.surroundings import surroundings_of
from regesta.resolve.mentions.unions import with_unions
from regesta.resolve.names.actor_words import (
    COUNTRIES,
    FORMER,
    PREPOSITIONS,
    RELATIONAL,
)
from regesta.resolve.persons.knowledge import NOTHING, Known, unpack
from regesta.resolve.persons.remembering import Person, remembered
from regesta.resolve.phrases.naming import Written, actor_of
from regesta.resolve.phrases.phrases import Reading, read_phrase
from regesta.resolve.phrases.sectors import once
from regesta.resolve.places import towns_elsewhere

COREFERENCE = 0.85  # how sure an actor is that a mention has through another one


@dataclass(frozen=True)
class Actors:
    """Say who the mentions of an article denote when read as actors."""

    name: ClassVar[str] = "actors"
    requires: ClassVar[frozenset[str]] = frozenset({"parse", "mentions"})
    assigns: ClassVar[frozenset[str]] = frozenset({"mentions"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with the actors of its mentions."""
        for article in articles:
            yield replace(article, mentions=find_actors(article, unpack(NOTHING)))

    def knowing(self, knowledge: bytes) -> "InformedActors":
        """Return the stage with further knowledge, as `regesta.resolve.persons.knowledge.pack` gives it."""
        return InformedActors(knowledge)


@dataclass(frozen=True)
class InformedActors:
    """The same stage with knowledge beside that which ships: users' own tables, what earlier runs learned."""

    knowledge: bytes

    name: ClassVar[str] = Actors.name
    requires: ClassVar[frozenset[str]] = Actors.requires
    assigns: ClassVar[frozenset[str]] = Actors.assigns

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with the actors of its mentions."""
        known = unpack(self.knowledge)
        for article in articles:
            yield replace(article, mentions=find_actors(article, known))


def find_actors(article: Article, known: Known) -> tuple[Mention, ...]:
    """Return the mentions of an article with their actors.

    What a mention's own words say comes first, then what other mentions of the same actor say, then who possesses it,
    then which office is known of a person of that name, and last, with low confidence, which state the text around it
    speaks of.

    Args:
        article: A parsed article with mentions.
        known: What is known of persons and bodies.
    """
    parse = article.parse
    if parse is None:
        return article.mentions
    told = identify(article, parse, known)
    article, roots, chains = told.article, told.roots, told.chains
    named = with_unions(parse, article.mentions, told.readings)
    around = surroundings_of(article, parse, named)
    firsts = {chain[0]: chain for chain in chains.values()}  # one guess for an actor, not one for each mention
    readings = shared(chains, [guessed(around, firsts[i]) if i in firsts else r for i, r in enumerate(named)])
    names = [
        replace(name, known_as=told.spellings[root]) if root in told.spellings else name
        for name, root in zip(fullest_names(article, parse, chains, readings), roots, strict=True)
    ]
    names = [
        described_as(parse, told.described[m.head]) if m.head in told.described and roots[i] == i else name
        for i, (m, name) in enumerate(zip(article.mentions, names, strict=True))
    ]
    return tuple(
        replace(m, actor=actor_at(m, told.own[i], readings[i], names[i], is_linked=roots[i] != i))
        for i, m in enumerate(article.mentions)
    )


@dataclass(frozen=True)
class Identified:
    """What the words of an article, and what is known, tell of its actors; nothing guessed.

    Attributes:
        article: The article, with mentions that the names of states add.
        own: What each mention's own words say.
        readings: What all mentions of its actor say together.
        roots: Index of the fullest mention of each mention's actor.
        chains: The mentions of each actor, by that index.
        spellings: The name by which a person is known, by that index.
        described: The tokens that describe each state's part of what several share, by the head of its mention.
    """

    article: Article
    own: list[Reading]
    readings: list[Reading]
    roots: list[int]
    chains: dict[int, list[int]]
    spellings: Mapping[int, str]
    described: Mapping[int, Sequence[int]]


def identify(article: Article, parse: Parse, known: Known) -> Identified:
    """Return what the words of an article and what is known tell of its actors."""
    named = with_bodies(article.text, with_people(article.text, parse, article.mentions))
    article = replace(article, mentions=tuple(named))
    article, compass = with_compass(article, parse)
    article, pairs = with_pairs(article, parse)
    mentions = with_towns(article, parse, known, states_named(article))
    article = replace(article, mentions=with_added(mentions, [*missed_states(article, parse)]))
    article = replace(
        article,
        mentions=with_added([*article.mentions], [*missed_forces(article, parse), *missed_people(article, parse)]),
    )
    article = replace(article, mentions=with_holders(article, parse, known))
    known = replace(
        known, bodies=known.bodies.on(article.source.day).beside(states_named(article), towns_elsewhere(article))
    )
    bodies = missed_bodies(article, parse, known.bodies)
    article = replace(article, mentions=with_added([*article.mentions], [*bodies]))
    article, described = parted(article, parse, known.bodies)
    misread = misread_names(article, parse)
    sure = compass | pairs | {h: read_phrase(phrase_of(parse, words, known.bodies)) for h, words in described.items()}
    own = [
        sure.get(m.head) or (Reading() if i in misread else read_mention(parse, m, known.bodies))
        for i, m in enumerate(article.mentions)
    ]
    own = [Reading() if is_namesake_at(article, i, r.organization) else r for i, r in enumerate(own)]
    own, respectively = respective(article, parse, own)
    again = called_again(parse, article.mentions, own)
    linked = again | misread | named_beside(article, parse, own) | respectively
    roots = [linked.get(i, root_of(m, i)) for i, m in enumerate(article.mentions)]
    roots = [linked.get(root, root) for root in roots]
    chains = chains_of(roots)
    readings = read_chains(own, roots, chains)
    heads = {mention.head: i for i, mention in enumerate(article.mentions)}
    for _ in range(2):
        readings = shared(chains, [owned(article, parse, readings, heads, i) for i in range(len(readings))])
    readings = [of_united_nations(reading) for reading in readings]
    people = people_of(article, parse, chains, readings)
    found, spellings = remembered(people, article.source.day, known.offices)
    readings = [found[root].completed(readings[i]) if root in found else readings[i] for i, root in enumerate(roots)]
    readings = shared(chains, [owned(article, parse, readings, heads, i) for i in range(len(readings))])
    return Identified(article, own, readings, roots, chains, spellings, described)


def shared(chains: dict[int, list[int]], readings: Sequence[Reading]) -> list[Reading]:
    """Return readings with the state that any mention of a chain has won given to those that have none."""
    found = list(readings)
    for chain in chains.values():
        known = next((readings[i] for i in chain if readings[i].iso3), None)
        for index in chain:
            if known and not found[index].iso3:
                found[index] = replace(found[index], iso3=known.iso3, basis=known.basis)
    return found


def owned(article: Article, parse: Parse, readings: Sequence[Reading], heads: Mapping[int, int], index: int) -> Reading:
    """Return a reading with the state of who possesses it: "Siniora's government"; `heads` tells mentions by head.

    Who heads any kind of body has its sector too: "its chairman".
    """
    reading, mention = readings[index], article.mentions[index]
    noun = reading.noun.phrase if reading.noun else ""
    is_open = reading.sector == "UNK" and heads_any(reading)
    is_told = reading.iso3 and reading.basis != "located"  # "the aides of President Amal in Rome" are of his state
    if (is_told and not is_open) or mention.form == "pronoun" or noun in RELATIONAL:
        return reading
    whose = [readings[o] for head in owners(parse, mention) if (o := heads.get(head)) is not None and o != index]
    if is_open:
        whose += [readings[i] for i in bodies_within(article, index)]
    if is_open and (sector := next((told.sector for told in whose if told.sector not in {None, "UNK"}), None)):
        was = FORMER.intersection(parse.lemmas[t] for t in parse.tokens_in(mention.span))
        reading = replace(reading, sector=once(sector) if was else sector)
    if noun in COUNTRIES:
        whose = [told for told in whose if told.iso3 not in STATELESS]  # "their country"
    iso3 = next((told.iso3 for told in whose if told.iso3), None)
    return reading if is_told or iso3 is None else replace(reading, iso3=iso3, basis="possessor")


def bodies_within(article: Article, index: int) -> list[int]:
    """Return the mentions of bodies inside another mention: "**PDI** chairwoman Berg"."""
    whole = article.mentions[index].span
    near = (i for i in placed_numbers(article).touching(whole) if i != index and article.mentions[i].label == "ORG")
    return [i for i in near if whole.contains(article.mentions[i].span)]


def people_of(
    article: Article, parse: Parse, chains: dict[int, list[int]], readings: Sequence[Reading]
) -> dict[int, Person]:
    """Return the persons of an article by the index of their fullest mention, with what the article says of them."""
    found = {}
    for root, chain in chains.items():
        names = [written_as(article, parse, m).name for i in chain if is_person(parse, m := article.mentions[i])]
        if names:
            iso3 = next((readings[i].iso3 for i in chain if readings[i].iso3), None)
            office = next((readings[i].office for i in chain if readings[i].office), None)
            found[root] = Person(max(names, key=lambda n: len(n.split())), iso3, office, len(chain))
    return found


def is_empty(written: Written) -> bool:
    """Tell whether a name is none: the recogniser takes "the" or "of" for one."""
    return written.name.lower() in ARTICLES | PREPOSITIONS


def actor_at(mention: Mention, own: Reading, reading: Reading, written: Written, is_linked: bool) -> Actor | None:
    """Return the actor of a mention; None when nothing says who it is."""
    is_known = written.is_person or mention.label == "ORG" or reading.sector or reading.iso3
    if not is_known or (mention.form == "pronoun" and not is_linked) or is_empty(written):
        return None
    actor = actor_of(reading, written)
    if not is_linked or (own.iso3 and own.iso3 == reading.iso3):
        return actor
    return replace(actor, confidence=round(actor.confidence * COREFERENCE, 4), basis=f"coreference: {actor.basis}")
