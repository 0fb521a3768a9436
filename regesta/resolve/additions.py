"""Mentions that resolution adds: names the recogniser passed over but the tables know."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.resolve.states import load_states

PARTY_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "dative"})


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
