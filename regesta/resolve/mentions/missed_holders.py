"""Office holders called by the surname alone, where the recogniser sees a body or nothing: "Trump refused"."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.resolve.mentions.additions import PARTY_DEPS, with_added
from regesta.resolve.mentions.misread import name_of
from regesta.resolve.mentions.misread_towns import is_word
from regesta.resolve.names.forms import fold
from regesta.resolve.persons.knowledge import Known
from regesta.resolve.persons.offices import Asked
from regesta.resolve.states.states import load_states
from regesta.resolve.toponyms.gazetteer import load_gazetteer
from regesta.resolve.toponyms.place_uses import KNOWN_TOWN

NAMES = frozenset({"NNP", "NNPS"})
MISREAD_AS = frozenset({"ORG", "NORP", "GPE"})


def with_holders(article: Article, parse: Parse, known: Known) -> tuple[Mention, ...]:
    """Return the mentions of an article with those of known office holders read as persons', and those passed over.

    A surname behind a full name of the article is left to that.

    Args:
        article: An article with its mentions; without a day no surname tells who is meant, and nothing is changed.
        parse: Its parse.
        known: What is known of persons and bodies.
    """
    if article.source.day is None:
        return article.mentions
    full = [name_of(article.text, m) for m in article.mentions if m.label == "PERSON"]
    told = {name.rpartition(" ")[2] for name in full if " " in name}
    mentions = []
    for mention in article.mentions:
        is_told = name_of(article.text, mention) in told
        is_holders = not is_told and is_misread(article, parse, mention, known)
        mentions.append(replace(mention, label="PERSON", kind="actor") if is_holders else mention)
    return with_added(mentions, [*passed_over(article, parse, known)])


def is_misread(article: Article, parse: Parse, mention: Mention, known: Known) -> bool:
    """Tell whether a mention that the recogniser takes for a body or place is a known holder's surname."""
    is_misreadable = mention.form == "name" and mention.label in MISREAD_AS and is_alone(parse, mention.head)
    return is_misreadable and is_holder(article, name_of(article.text, mention), known)


def is_alone(parse: Parse, token: int) -> bool:
    """Tell whether a word is no part of a longer name: "Secretary of **Commerce** Carlos Gutierrez"."""
    return not any(parse.tags[at] in NAMES for at in (token - 1, token + 1) if 0 <= at < len(parse))


def passed_over(article: Article, parse: Parse, known: Known) -> Iterator[Mention]:
    """Yield mentions of known holders that no mention covers: "**Scholz** called for talks"."""
    covered = {token for mention in article.mentions for token in parse.tokens_in(mention.span)}
    for token, word in enumerate(parse.words):
        is_party = parse.tags[token] == "NNP" and parse.deps[token] in PARTY_DEPS  # "Rice fell in price" is none
        if is_party and token not in covered and is_alone(parse, token) and is_holder(article, word, known):
            span = parse.span(token)
            yield Mention(span=span, head=token, form="name", kind="actor", label="PERSON", name=span)


def is_holder(article: Article, name: str, known: Known) -> bool:
    """Tell whether a single word is the surname of one known office holder of the time, and nothing else of a name."""
    if not name.istitle() or is_word(name.lower()) or fold(name) not in known.offices.by_surname:
        return False
    if load_states().meaning(name) is not None or known.bodies.find(name) is not None:
        return False
    if any(place.kind != "town" or place.population >= KNOWN_TOWN for place in load_gazetteer().find(name)):
        return False
    return known.offices.holder(Asked(name, article.source.day)) is not None
