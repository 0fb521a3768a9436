"""Mentions that resolution adds: names the recogniser passed over but the tables know."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import load_sectors
from regesta.resolve.mentions.mention_readings import state_behind
from regesta.resolve.phrases.organizations import Bodies, sector_of_name
from regesta.resolve.states.states import load_states

LONGEST_BODY = 5  # words of an organisation's name that is looked for
PARTY_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "dative"})
BEFORE_NOUNS = frozenset({"compound", "nmod", "amod"})
ARMED = frozenset({"MIL", "COP", "PRM", "SPY"})


def missed_states(article: Article, parse: Parse) -> Iterator[Mention]:
    """Yield mentions of states and capitals that no mention covers: "**Kyiv** rejected the offer"."""
    covered = {token for mention in article.mentions for token in parse.tokens_in(mention.span)}
    states = load_states()
    for token, word in enumerate(parse.words):
        if token in covered or parse.pos[token] != "PROPN" or parse.deps[token] not in PARTY_DEPS:
            continue
        meaning = states.meaning(word)
        if meaning is not None and meaning.basis in {"name", "capital"}:
            span = parse.span(token)
            yield Mention(span=span, head=token, form="name", kind="actor", label="GPE", name=span)


def missed_bodies(article: Article, parse: Parse, bodies: Bodies) -> Iterator[Mention]:
    """Yield mentions of known organisations that no mention covers: "**Gazprom** cut supplies", "the **AU**"."""
    covered = {token for mention in article.mentions for token in parse.tokens_in(mention.span)}
    for token, word in enumerate(parse.words):
        is_name = parse.pos[token] == "PROPN" or (word.isupper() and parse.pos[token] == "PRON")
        if token not in covered and is_name and parse.deps[token] in PARTY_DEPS:
            found = body_around(parse, token, covered, bodies)
            if found is not None:
                span = parse.span(found[0], found[-1])
                yield Mention(span=span, head=token, form="name", kind="actor", label="ORG", name=span)


def missed_people(article: Article, parse: Parse) -> Iterator[Mention]:
    """Yield mentions of unknown names of a state in a list with another person: "**Sesse** of Zambia and Obasanjo"."""
    covered = {token for mention in article.mentions for token in parse.tokens_in(mention.span)}
    people = {parse.tokens_in(m.span)[0] for m in article.mentions if m.label == "PERSON"}
    for token, word in enumerate(parse.words):
        is_name = parse.pos[token] == "PROPN" and word.istitle() and parse.deps[token] in PARTY_DEPS
        if token in covered or not is_name or load_sectors().nouns.get(word.lower()) or sector_of_name([word]):
            continue
        state = state_behind(parse, token)
        if state and {state[-1] + 1, state[-1] + 2} & people and parse.words[state[-1] + 1] in {"and", ","}:
            span = parse.span(token)
            yield Mention(span=span, head=token, form="name", kind="actor", label="PERSON", name=span)


def missed_forces(article: Article, parse: Parse) -> Iterator[Mention]:
    """Yield mentions of a state's forces of which the recogniser sees only the state: "**Kenya Defence Forces**"."""
    heads = {mention.head for mention in article.mentions}
    for mention in article.mentions:
        last = parse.heads[mention.head]
        if mention.label not in {"GPE", "NORP", "ORG"} or parse.deps[mention.head] not in BEFORE_NOUNS or last in heads:
            continue
        run = range(first_of_name(parse, parse.tokens_in(mention.name or mention.span)[0]), last + 1)
        is_run = mention.head < last and all(parse.pos[t] == "PROPN" for t in range(mention.head, last + 1))
        if is_run and names_forces(parse, run):
            span = parse.span(run[0], last)
            yield Mention(span=span, head=last, form="name", kind="actor", label="ORG", name=span)


def first_of_name(parse: Parse, token: int) -> int:
    """Return the first of the words of a name before one of them: "**Royal** Thai Army"."""
    while (
        token and parse.words[token - 1].istitle() and parse.pos[token - 1] == "PROPN" and not parse.entities[token - 1]
    ):
        token -= 1
    return token


def names_forces(parse: Parse, tokens: Sequence[int]) -> bool:
    """Tell whether words end in a noun for forces: soldiers, the police, secret services."""
    lemmas = [parse.lemmas[t].lower() for t in tokens]
    nouns = (load_sectors().noun([*lemmas[:-1], last]) for last in (lemmas[-1], lemmas[-1].removesuffix("s")))
    return any(noun is not None and noun.kind != "person" and noun.sector in ARMED for noun in nouns)


def body_around(parse: Parse, token: int, covered: set[int], bodies: Bodies) -> Sequence[int] | None:
    """Return the tokens of the longest organisation's name with a word in it; None when there is none.

    Initials that only a state's party or force has are left alone: they are as often something else.
    """
    for size in range(LONGEST_BODY, 0, -1):
        for first in range(max(0, token - size + 1), min(token, len(parse) - size) + 1):
            tokens = range(first, first + size)
            is_whole = first + size == len(parse) or parse.pos[first + size] not in {"NOUN", "PROPN"}
            is_free = is_whole and covered.isdisjoint(tokens)
            known = bodies.find(" ".join(parse.words[t] for t in tokens)) if is_free else None
            if known is not None and not known.is_local:
                return tokens
    return None


def with_added(mentions: list[Mention], added: list[Mention]) -> tuple[Mention, ...]:
    """Return mentions with further ones among them, in text order, antecedents still pointing to the same mention."""
    heads = {mention.head for mention in mentions}
    together = [*enumerate(mentions), *((-1, mention) for mention in added if mention.head not in heads)]
    together.sort(key=lambda pair: (pair[1].span.start, -pair[1].span.end))
    moved = {old: new for new, (old, _) in enumerate(together)}
    return tuple(
        mention if mention.antecedent is None else replace(mention, antecedent=moved[mention.antecedent])
        for _, mention in together
    )
