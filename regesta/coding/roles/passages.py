"""What some sentences of an article mention, and who is meant by an id throughout it."""

from collections.abc import Mapping

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.nearby import once, placed_mentions, placed_quotes
from regesta.model.span import Span


def mentions_in(article: Article, first: int, last: int) -> list[Mention]:
    """Return the mentions of some sentences, in text order; perhaps some beside them, too.

    Args:
        article: The article.
        first: Number of the first of the sentences.
        last: That of the last one.
    """
    sentences = article.sentences
    start = sentences[first].span.start if first > 0 else 0
    end = sentences[last + 1].span.start if last + 1 < len(sentences) else len(article.text)
    return placed_mentions(article).touching(Span(start, max(start, end)))


def is_told_elsewhere(article: Article, named: Span, here: Span) -> bool:
    """Tell whether a name stands in what somebody says, and some words do not stand in that."""
    return any(not span.contains(here) for span, _ in placed_quotes(article).around(named))


@once
def first_actors(article: Article) -> Mapping[str | None, Actor]:
    """Return the actor of the first mention of each known actor, by its id."""
    return {m.actor.entity: m.actor for m in reversed(article.mentions) if m.actor}
