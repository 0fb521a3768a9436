"""States called by a direction alone: "**North** and South Korea", "Seoul accused **the North**".

Without such a state in the article, a bare direction is no state and no town.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from regesta.model.annotation import Mention, MentionKind
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.written_names import OPPOSITE
from regesta.resolve.mentions.additions import PARTY_DEPS, with_added
from regesta.resolve.mentions.article_names import states_named
from regesta.resolve.phrases.phrases import Reading
from regesta.resolve.states.states import Meaning, load_states
from regesta.resolve.toponyms.town_uses import is_inside

JOINING = frozenset({"and", "&", "or", "nor"})
KOREAS = {"North": "North Korea", "South": "South Korea"}
KOREAN = frozenset({"PRK", "KOR"})
# Where one of these is named too, its own north and south may be meant.
DIVIDED = frozenset({"YEM", "SDN", "SSD", "VNM", "CYP", "CIV", "LBN"})
BESIDE = ("NOUN", "PROPN", "ADJ")
PLACE_LABEL = "GPE"


def with_compass(article: Article, parse: Parse) -> tuple[Article, dict[int, Reading]]:
    """Return an article with a mention for each direction that names a state, and how they read by their head."""
    paired = {token: meaning for token, _, meaning in pairs(parse)}
    wholes = {last: token + 2 for token, last, _ in pairs(parse)}
    meant = {**alone(article, parse, states_named(article)), **paired}
    if not meant:
        return article, {}
    by_head = {mention.head: mention for mention in article.mentions}
    shrunk = [
        shortened(parse, mention, wholes[mention.head]) if mention.head in wholes else mention
        for mention in article.mentions
    ]
    found = [direction(parse, m) if m.head in meant else m for m in shrunk]
    added = [direction(parse, bare(parse, token)) for token in meant if token not in by_head and is_party(parse, token)]
    readings = {token: Reading(m.iso3, m.sector, meaning=m, basis=m.basis) for token, m in meant.items()}
    return replace(article, mentions=with_added(found, added)), readings


def pairs(parse: Parse) -> Iterator[tuple[int, int, Meaning]]:
    """Yield the first direction of "North and South Korea", the token that ends the name, and what the first means.

    "North Sudan" is called Sudan.
    """
    states = load_states()
    for token in range(len(parse) - 3):
        first, joining, second, name = parse.words[token : token + 4]
        if OPPOSITE.get(first) != second or joining not in JOINING or not name[:1].isupper():
            continue
        if states.meaning(f"{second} {name}") is None and states.meaning(f"{first} {name}") is None:
            continue
        meaning = states.meaning(f"{first} {name}") or states.meaning(name)
        if meaning is not None:
            yield token, token + 3, meaning


def alone(article: Article, parse: Parse, named: Collection[str]) -> dict[int, Meaning]:
    """Return the bare directions that are a Korea in an article that names one, by token."""
    if KOREAN.isdisjoint(named) or not DIVIDED.isdisjoint(named):
        return {}
    states = load_states()
    meanings = {word: states.meaning(name, article.source.day) for word, name in KOREAS.items()}
    return {
        token: meaning
        for token, word in enumerate(parse.words)
        if (meaning := meanings.get(word)) is not None and stands_alone(parse, token)
    }


def stands_alone(parse: Parse, token: int) -> bool:
    """Tell whether a direction is no part of a longer name: not "South Africa", "the Global South", "North-South"."""
    before, after = token - 1, token + 1
    is_joined = (
        after < len(parse) and parse.starts[after] == parse.ends[token] and parse.words[after] in {"-", "/"}
    ) or (before >= 0 and parse.ends[before] == parse.starts[token] and parse.words[before] in {"-", "/"})
    if is_joined or parse.entities[token].startswith("I-") or parse.entities[token].endswith("PERSON"):
        return False
    if after < len(parse) and (parse.entities[after].startswith("I-") or is_capital(parse, after)):
        return False
    return before < 0 or not (parse.pos[before] in BESIDE and parse.words[before][:1].isupper())


def is_capital(parse: Parse, token: int) -> bool:
    """Tell whether a word is written like a part of a name."""
    return parse.words[token][:1].isupper() and parse.pos[token] in BESIDE


def is_party(parse: Parse, token: int) -> bool:
    """Tell whether a direction stands where a party does: "the North said"; or in front of the other of a pair."""
    return parse.deps[token] in PARTY_DEPS or parse.words[token + 1] in JOINING


def bare(parse: Parse, token: int) -> Mention:
    """Return a mention of one word."""
    span = parse.span(token)
    return Mention(span=span, head=token, form="name", kind="actor", label=PLACE_LABEL, name=span)


def shortened(parse: Parse, mention: Mention, first: int) -> Mention:
    """Return the mention of "North and South Korea" as that of South Korea."""
    span = parse.span(first, mention.head)
    return replace(mention, span=span, name=span, label=PLACE_LABEL)


def direction(parse: Parse, mention: Mention) -> Mention:
    """Return the mention of a direction as that of a state: a party, unless it stands behind a preposition of place."""
    is_first = parse.words[mention.head + 1 : mention.head + 2] and parse.words[mention.head + 1] in JOINING
    kind: MentionKind = "other" if mention.kind == "other" and not is_first else "actor"
    kind = "place" if is_inside(parse, mention) else kind
    name = parse.span(mention.head)
    span = replace(mention.span, end=name.end)
    return replace(mention, span=span, form="name", label=PLACE_LABEL, kind=kind, name=name, antecedent=None)
