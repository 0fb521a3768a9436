"""Two states joined by a hyphen: "**US-China** talks", "the **Israeli-Palestinian** truce", "**Sino-Indian** trade"."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import load_sectors
from regesta.resolve.mentions.additions import with_added
from regesta.resolve.phrases.phrases import Reading
from regesta.resolve.states.states import Meaning, load_states

HYPHENS = frozenset({"-", "\u2010", "\u2011", "\u2013"})
# Forms that a state's name takes before a hyphen alone.
BEFORE_HYPHEN = {
    "Anglo": "United Kingdom", "Austro": "Austria", "Belgo": "Belgium", "Franco": "France", "Germano": "Germany",
    "Greco": "Greece", "Hispano": "Spain", "Indo": "India", "Israelo": "Israel", "Italo": "Italy", "Luso": "Portugal",
    "Nippo": "Japan", "Russo": "Russia", "Sino": "China", "Turco": "Turkey", "Turko": "Turkey",
}  # fmt: skip
OF_STATES = frozenset({"name", "demonym"})  # "London-Paris" is a train


def with_pairs(article: Article, parse: Parse) -> tuple[Article, dict[int, Reading]]:
    """Return an article with a mention for each of two states joined by a hyphen, and how they read by their head."""
    meant = {token: meaning for pair in pairs(parse) for token, meaning in pair}
    if not meant:
        return article, {}
    known = {mention.head for mention in article.mentions}
    parted = [alone(parse, mention) if mention.head in meant else mention for mention in article.mentions]
    added = [
        alone(parse, Mention(span=parse.span(t), head=t, form="name", kind="actor", label="GPE"))
        for t in meant
        if t not in known
    ]
    readings = {token: Reading(m.iso3, m.sector, meaning=m, basis=m.basis) for token, m in meant.items()}
    return replace(article, mentions=with_added(parted, added)), readings


def pairs(parse: Parse) -> Iterator[tuple[tuple[int, Meaning], tuple[int, Meaning]]]:
    """Yield the two states of each pair, by their tokens, and what they mean.

    A single state of such a name ("Guinea-Bissau") is no pair, nor what somebody is of two states: "a Turkish-Armenian
    writer".
    """
    states = load_states()
    for hyphen in range(1, len(parse) - 1):
        if parse.words[hyphen] not in HYPHENS or not is_glued(parse, hyphen):
            continue
        first, second = parse.words[hyphen - 1], parse.words[hyphen + 1]
        if states.meaning(f"{first}-{second}") is not None or describes_person(parse, hyphen + 1):
            continue
        left, right = states.meaning(BEFORE_HYPHEN.get(first, first)), states.meaning(second)
        if left and right and left.iso3 != right.iso3 and {left.basis, right.basis} <= OF_STATES:
            yield (hyphen - 1, left), (hyphen + 1, right)


def is_glued(parse: Parse, hyphen: int) -> bool:
    """Tell whether no blank stands around a hyphen."""
    return parse.ends[hyphen - 1] == parse.starts[hyphen] and parse.ends[hyphen] == parse.starts[hyphen + 1]


def describes_person(parse: Parse, people: int) -> bool:
    """Tell whether a people's name tells of what descent one person is."""
    noun = parse.heads[people]
    found = load_sectors().noun((parse.lemmas[noun],)) if noun > people and parse.pos[noun] == "NOUN" else None
    return found is not None and found.kind == "person"


def alone(parse: Parse, mention: Mention) -> Mention:
    """Return a mention without the other of its pair, as that of a party."""
    span = parse.span(mention.head)
    return replace(mention, span=span, name=span, form="name", kind="actor", antecedent=None)
