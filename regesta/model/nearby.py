"""The layers of an article by where they stand: what lies near a word is found without a walk over all of it.

A walk for each act, mention or quote over all others takes the square of an article's length, and hours for a text that
somebody made as long as he could.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from itertools import accumulate
from typing import Generic, TypeVar

from regesta.model.annotation import Amount, Mention, Quote, Sentence, TimeExpression
from regesta.model.article import Article
from regesta.model.event import Event
from regesta.model.span import Span
from regesta.model.statement import Statement

Item = TypeVar("Item")
Whole = TypeVar("Whole")
Found = TypeVar("Found")


class Placed(Generic[Item]):
    """Things in an article, found by where they stand."""

    def __init__(self, items: Iterable[tuple[Span, Item]]) -> None:
        pairs = list(items)
        self.order = sorted(range(len(pairs)), key=lambda at: pairs[at][0].start)
        self.spans = [pairs[at][0] for at in self.order]
        self.items = [item for _, item in pairs]
        self.starts = [span.start for span in self.spans]
        self.reach = list(accumulate((span.end for span in self.spans), max))  # the last end so far

    def touching(self, span: Span) -> list[Item]:
        """Return the things that overlap a span or border on it, in the order in which they were given."""
        near = range(bisect_left(self.reach, span.start), bisect_right(self.starts, span.end))
        found = sorted(self.order[at] for at in near if self.spans[at].end >= span.start)
        return [self.items[at] for at in found]

    def around(self, span: Span) -> list[Item]:
        """Return the things that a span lies wholly in, in the order in which they were given."""
        near = range(bisect_left(self.reach, span.end), bisect_right(self.starts, span.start))
        found = sorted(self.order[at] for at in near if self.spans[at].contains(span))
        return [self.items[at] for at in found]


class LastBefore:
    """Numbers of things in an article, of which the last is found whose word stands before another."""

    def __init__(self, numbered: Iterable[tuple[int, int]]) -> None:
        pairs = sorted(numbered)  # words and numbers
        self.words = [word for word, _ in pairs]
        self.last = list(accumulate((number for _, number in pairs), max))

    def find(self, word: int) -> int | None:
        """Return the highest number of a thing whose word stands before a word; None where none does."""
        before = bisect_left(self.words, word)
        return self.last[before - 1] if before else None


def once(find: Callable[[Whole], Found]) -> Callable[[Whole], Found]:
    """Keep what a function finds in an article until it is asked of another one, so that it looks once.

    The article, or what else is asked of, must not change.
    """
    kept: list[tuple[Whole, Found]] = []

    @wraps(find)
    def ask(whole: Whole) -> Found:
        for known, found in kept:
            if known is whole:
                return found
        found = find(whole)
        kept[:] = [(whole, found)]
        return found

    return ask


@once
def placed_mentions(article: Article) -> Placed[Mention]:
    """Return the mentions of an article by where they stand."""
    return Placed((mention.span, mention) for mention in article.mentions)


@once
def placed_numbers(article: Article) -> Placed[int]:
    """Return the numbers of an article's mentions by where those stand."""
    return Placed((mention.span, number) for number, mention in enumerate(article.mentions))


@once
def numbers_by_head(article: Article) -> Mapping[int, Sequence[int]]:
    """Return the numbers of an article's mentions by their head words."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(article.mentions):
        found[mention.head].append(number)
    return found


@once
def placed_heads(article: Article) -> Placed[Mention]:
    """Return the mentions of an article by where their head words stand, each as a span of its token's number."""
    return Placed((Span(mention.head, mention.head), mention) for mention in article.mentions)


@once
def placed_sentences(article: Article) -> Placed[Sentence]:
    """Return the sentences of an article by where they stand."""
    return Placed((sentence.span, sentence) for sentence in article.sentences)


@once
def placed_times(article: Article) -> Placed[TimeExpression]:
    """Return the time expressions of an article by where they stand."""
    return Placed((time.span, time) for time in article.times)


@once
def placed_amounts(article: Article) -> Placed[Amount]:
    """Return the amounts of an article by where they stand."""
    return Placed((amount.span, amount) for amount in article.amounts)


@once
def placed_quotes(article: Article) -> Placed[tuple[Span, Quote]]:
    """Return the parts of what is quoted in an article, each with its quote, by where they stand."""
    return Placed((span, (span, quote)) for quote in article.quotes for span in quote.content)


@once
def placed_events(article: Article) -> Placed[Event]:
    """Return the events of an article by where their triggers stand."""
    return Placed((event.trigger, event) for event in article.events)


@once
def placed_statements(article: Article) -> Placed[Statement]:
    """Return the statements of an article by where each part of their content stands."""
    return Placed((span, statement) for statement in article.statements for span in statement.content)


def mentions_headed_in(article: Article, tokens: range) -> list[Mention]:
    """Return the mentions whose head words are among some tokens, in the order of the article's list."""
    return placed_heads(article).touching(Span(tokens.start, tokens.stop - 1)) if tokens else []


@once
def first_place(article: Article) -> Mention | None:
    """Return the first place that an article mentions; None when it mentions none."""
    return next((mention for mention in article.mentions if mention.place), None)
