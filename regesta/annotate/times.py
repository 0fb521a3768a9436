"""Time expressions of news text: spans, TIMEX3 types and values anchored at publication."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from regesta.annotate.timex.beside import BESIDE_RULES
from regesta.annotate.timex.clock import CLOCK_RULES
from regesta.annotate.timex.counted import COUNTED_RULES
from regesta.annotate.timex.day_parts import of_day_behind
from regesta.annotate.timex.days import DAY_RULES
from regesta.annotate.timex.durations import DURATION_RULES
from regesta.annotate.timex.figures import FIGURE_RULES
from regesta.annotate.timex.grammar import Match, Scene, find_matches
from regesta.annotate.timex.holidays import HOLIDAY_RULES
from regesta.annotate.timex.hours import HOUR_RULES
from regesta.annotate.timex.lexer import Word, read_words
from regesta.annotate.timex.parts import PART_RULES
from regesta.annotate.timex.periods import PERIOD_RULES
from regesta.annotate.timex.ranges import in_one_range
from regesta.annotate.timex.repetition import REPETITION_RULES
from regesta.annotate.timex.tense import direction_at
from regesta.annotate.timex.values import mentioned_day
from regesta.annotate.timex.weeks import WEEK_RULES
from regesta.model.annotation import TimeExpression
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.span import Span

RULES = (
    *DAY_RULES, *FIGURE_RULES, *HOLIDAY_RULES, *COUNTED_RULES, *WEEK_RULES, *PART_RULES, *PERIOD_RULES, *CLOCK_RULES,
    *HOUR_RULES, *BESIDE_RULES, *DURATION_RULES, *REPETITION_RULES,
)  # fmt: skip
RECENT_WORDS = 200  # how far back "that year" and "a day later" look; 30, 80 and 200 tried on TimeBank, 200 best
PLAUSIBLE_YEARS = range(1600, 2200)  # a publication day outside is a mistake in the record and anchors nothing
MODIFIER_DEPS = frozenset({"compound", "amod", "nmod", "nummod"})


@dataclass(frozen=True)
class Times:
    """Find the time expressions."""

    name: ClassVar[str] = "times"
    requires: ClassVar[frozenset[str]] = frozenset({"parse"})
    assigns: ClassVar[frozenset[str]] = frozenset({"times"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with its time expressions; one that was not parsed has none."""
        for article in articles:
            yield replace(article, times=find_times(article)) if article.parse else article


def find_times(article: Article) -> tuple[TimeExpression, ...]:
    """Return the time expressions of an article in text order; none overlap.

    Relative expressions are anchored at the day of publication. Without one they keep an unanchored value
    ("XXXX-WXX-1" for "Monday").
    """
    words = read_words(article.text, article.parse)
    found: list[TimeExpression] = []
    published = article.source.day if article.source.day and article.source.day.year in PLAUSIBLE_YEARS else None
    mentioned: list[tuple[int, date, str]] = []
    taken = 0
    for first, end, rule in find_matches(words, RULES):
        if first < taken or is_inside_word(article.text, words[end - 1].end):
            continue
        match = match_of(words, first, end, article.parse)
        direction = direction_at(article.parse, article.parse.token_at(words[end - 1].start)) if article.parse else 0
        recent = tuple(recent_days(mentioned, first))
        reading = rule.read(match, Scene(published=published, direction=direction, mentioned=recent))
        if reading is None:
            continue
        timex, value = reading
        first = after_determiner(words, first, end, article.parse)
        found.append(TimeExpression(span=Span(words[first].start, words[end - 1].end), timex=timex, value=value))
        if len(found) > 1:
            found[-2:] = in_one_range(article.text, found[-2], found[-1], published)
            found[-2] = of_day_behind(article.text, found[-2], found[-1])
        taken = end
        if rule.mentions and (dated := mentioned_day(value)):
            mentioned.append((first, *dated))
    return tuple(found)


def recent_days(mentioned: Sequence[tuple[int, date, str]], first: int) -> Iterator[tuple[date, str]]:
    """Yield the days and units mentioned a few words before a word, the last first."""
    for at, day, unit in reversed(mentioned):
        if first - at >= RECENT_WORDS:
            return
        yield day, unit


def is_inside_word(text: str, at: int) -> bool:
    """Tell whether a word goes on at a place, as "Sat" does in "Sat1"."""
    return at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def match_of(words: list[Word], first: int, end: int, parse: Parse | None) -> Match:
    """Return some of the words as a match with its neighbours."""
    return Match(
        words=tuple(words[first:end]),
        previous=words[first - 1].text if first else "",
        following=words[end].text if end < len(words) else "",
        previous_tag=parse.tags[parse.token_at(words[first - 1].start)] if first and parse else "",
    )


def after_determiner(words: list[Word], first: int, end: int, parse: Parse | None) -> int:
    """Return the first word of an expression, past a determiner that belongs to the noun it modifies.

    "the" is part of "the third quarter", not of "the third-quarter loss".
    """
    if words[first].kind not in ("the", "a") or parse is None or first + 1 == end:
        return first
    tokens = parse.tokens_in(Span(words[first + 1].start, words[end - 1].end))
    modifies = any(parse.deps[token] in MODIFIER_DEPS and parse.heads[token] >= tokens.stop for token in tokens)
    return first + 1 if modifies else first
