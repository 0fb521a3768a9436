"""What an article names: its states, and the fullest name or description that each mention's actor has there."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import PLURALS, Parse
from regesta.model.span import Span
from regesta.model.written_names import capitals
from regesta.ontology.actor_sectors import Organization
from regesta.resolve.mentions.mention_readings import is_person, name_tokens
from regesta.resolve.names.forms import is_acronym
from regesta.resolve.phrases.body_names import fullest_name, spells
from regesta.resolve.phrases.naming import Written
from regesta.resolve.phrases.phrases import Reading
from regesta.resolve.states.states import load_states

INDEFINITE = re.compile(r"(?:an?|another|any|some|each|every|one|\d+|unidentified|unknown)\b", re.IGNORECASE)
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "those"})


def states_named(article: Article) -> Counter[str]:
    """Return how often an article names states by a name, a people, a capital or a seat."""
    states = load_states()
    names = Counter(m.name.of(article.text) for m in article.mentions if m.name is not None)
    meant = {name: states.meaning(name, article.source.day) for name in names}
    return Counter(meaning.iso3 for name in names.elements() if (meaning := meant[name]))


def fullest_names(
    article: Article, parse: Parse, chains: dict[int, list[int]], readings: Sequence[Reading]
) -> list[Written]:
    """Return for each mention the fullest name or description its actor has in the article."""
    written = [written_as(article, parse, mention) for mention in article.mentions]
    bodies = body_names(readings, written)
    found = list(written)
    for chain in chains.values():
        best: Written | None = None
        for index in chain:
            if article.mentions[index].form != "pronoun":
                best = fuller(best, written[index])
        best = in_full(best, [written[index] for index in chain]) if best and is_acronym(best.name) else best
        for index in chain:
            organization = readings[index].organization
            found[index] = (bodies.get(organization.name) if organization else None) or best or written[index]
    return found


def body_names(readings: Sequence[Reading], written: Sequence[Written]) -> dict[str, Written]:
    """Return the fullest name that each organisation has in the article, by its usual name.

    Where the usual name is initials, a name beside it that they stand for is one too.
    """
    called: defaultdict[str, list[str]] = defaultdict(list)
    known: dict[str, Organization] = {}
    for reading, name in zip(readings, written, strict=True):
        body = reading.organization
        if body is not None:
            known[body.name] = body
            called[body.name].extend([reading.called] if reading.called else [])
            called[body.name].extend([name.name] if name.is_name and spells(name.name, body.name) else [])
    return {name: Written(fullest_name(body, called[name])) for name, body in known.items()}


def fuller(left: Written | None, right: Written) -> Written:
    """Return the fuller of two names: a person's before others, names before descriptions, the longer, the first."""
    if left is None:
        return right
    return max(left, right, key=lambda w: (w.is_person, w.is_name, len(w.name.split())))


def in_full(initials: Written, others: Sequence[Written]) -> Written:
    """Return the name that stands for initials among what else an actor is called; the initials where none does."""
    letters = initials.name.replace(".", "")
    spelled = (other for other in others if letters in capitals(other.name) and not is_acronym(other.name))
    return next((replace(other, is_name=True) for other in spelled), initials)


def written_as(article: Article, parse: Parse, mention: Mention) -> Written:
    """Return how one mention writes its actor, without titles and articles."""
    if is_person(parse, mention):
        tokens = name_tokens(parse, mention)
        return Written(parse.span(tokens[0], tokens[-1]).tightened(article.text).of(article.text), is_person=True)
    text = (mention.name or mention.span).of(article.text)
    is_one = mention.form == "name" or not (INDEFINITE.match(text) or is_many(parse, mention.head))
    return Written(without_article(text), is_name=mention.form == "name", is_one=is_one)


def is_many(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is a plural; "police" is none."""
    return parse.tags[noun] in PLURALS and parse.words[noun].lower() != parse.lemmas[noun]


def without_article(text: str) -> str:
    """Return a name or description without articles before it and marks left at its ends."""
    first, _, rest = text.partition(" ")
    while rest and first.lower() in ARTICLES:  # "the the new town"
        text = rest
        first, _, rest = text.partition(" ")
    return Span(0, len(text)).tightened(text).of(text)


def described_as(parse: Parse, tokens: Sequence[int]) -> Written:
    """Return how some words describe an actor that do not stand together: "Russian" and "defence ministers"."""
    words = [parse.words[t] for t in tokens if parse.pos[t] != "DET" and parse.tags[t] != "POS"]
    return Written(" ".join(words), is_name=False)
