"""Full-text search over articles and statements, each hit with the passage it was found in."""

from dataclasses import dataclass

from regesta.model.article import Article
from regesta.model.entry import StatementReport
from regesta.model.span import Citation, Span
from regesta.store.filters import SPOKEN, ArticleFilter, StatementFilter
from regesta.store.view import View
from regesta.store.words import Phrase, folded_words, occurrences, parse_query

OPENING_CHARS = 240  # shown when only the headline has the words


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found.

    Attributes:
        article: The article, without its parse.
        passage: The sentence with most of the words searched for, else the article's opening.
    """

    article: Article
    passage: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found.

    Attributes:
        hits: Articles, the newest first.
        hits_total: How many there are in all.
        statements: Statements, the newest first.
        statements_total: How many there are in all.
    """

    hits: tuple[Hit, ...]
    hits_total: int
    statements: tuple[StatementReport, ...]
    statements_total: int


def search(view: View, query: str, limit: int = 20, offset: int = 0) -> Found:
    """Find articles and statements with all the words of a query.

    Args:
        view: Where to search.
        query: Words, "quoted phrases" and prefix* words, all of which must occur; case and diacritics do not matter.
        limit: At most so many articles, and so many statements.
        offset: Leave out so many of each first.
    """
    phrases = parse_query(query)
    articles = ArticleFilter(contains=query, order="newest", limit=limit, offset=offset)
    statements = StatementFilter(contains=query, min_confidence=SPOKEN, order="newest", limit=limit, offset=offset)
    return Found(
        hits=tuple(Hit(article, passage(article, phrases)) for article in view.articles(articles)),
        hits_total=view.count(articles),
        statements=tuple(view.statements(statements)),
        statements_total=view.count(statements),
    )


def passage(article: Article, phrases: tuple[Phrase, ...]) -> Citation:
    """Return the first sentence with most of the phrases, else the opening of the article."""
    best, most = Span(0, min(OPENING_CHARS, len(article.text))), 0
    for sentence in article.sentences:
        words = folded_words(sentence.span.of(article.text))
        found = sum(occurrences(phrase, words) > 0 for phrase in phrases)
        if found > most:
            best, most = sentence.span, found
    return Citation(article.id, best, best.of(article.text))
