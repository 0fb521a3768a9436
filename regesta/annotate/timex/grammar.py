"""Patterns over word classes: how a rule says which words make a time expression and what they mean.

A pattern names kinds of `lexer.Word` with the operators of regular expressions: `the? last number? units` matches
"the last three years". Kinds become single characters, so that `re` does the matching.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from regesta.annotate.timex.lexer import LEXICON, Word
from regesta.annotate.timex.values import is_finer

Timex = Literal["DATE", "TIME", "DURATION", "SET"]
Reading = tuple[Timex, str]
TOKEN_KINDS = (
    "number",
    "hours",
    "half_day",
    "feast",
    "year",
    "figures",
    "month_year",
    "day_month",
    "part_of_year",
    "s",
    "open",
    "shut",
    "comma",
    "hyphen",
    "slash",
)
KINDS = sorted({kind for kind, _ in LEXICON.values()} | set(TOKEN_KINDS))
SYMBOLS = {kind: chr(0x4E00 + index) for index, kind in enumerate(KINDS)}
OTHER = "_"
CLAUSE_END = frozenset({"", ".", ",", ";", ")", "?", "!"})  # what may follow where nothing more is told of a time
# Kinds that alone make no time expression, whatever their order.
LINKS = (
    "the", "a", "of", "in", "on", "at", "and", "or", "to", "for", "from", "this", "that", "comma", "hyphen", "slash",
    "open", "shut", "s", "than", "so", "no", "more", "new",
)  # fmt: skip
RUN = re.compile(f"[^{OTHER}]+")
ONLY_LINKS = re.compile(f"[{''.join(SYMBOLS[kind] for kind in LINKS)}]+")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the value of a time expression depends on besides its words.

    Attributes:
        published: Publication day; None when unknown.
        direction: -1 when its clause tells of the past, 1 of the future, 0 when it does not say.
        mentioned: Days and units (D, M, Q, Y) of the dates shortly before it, the last one first.
    """

    published: date | None
    direction: int = 0
    mentioned: tuple[tuple[date, str], ...] = ()

    def last_mentioned(self, unit: str) -> tuple[date, str] | None:
        """Return the last date mentioned that is at least as fine as a unit; None when there is none.

        For what is past none ahead of the news: "tariffs **from Friday**, after Canada had raised its own **a day
        earlier**".
        """
        last = self.published if self.direction < 0 and self.published else date.max
        return next((found for found in self.mentioned if is_finer(found[1], unit) and found[0] <= last), None)

    @property
    def quarter(self) -> date | None:
        """The first day of the quarter mentioned last that has begun; None when there is none."""
        today = self.published or date.max
        return next((day for day, unit in self.mentioned if unit == "Q" and day <= today), None)


@dataclass(frozen=True, slots=True)
class Match:
    """The words a pattern matched.

    Attributes:
        words: Those words.
        previous: The word before them, lower-case; "" at the start of the text.
        following: The word after them; likewise.
        previous_tag: Penn tag of the word before them; "" where there is no parse.
    """

    words: tuple[Word, ...]
    previous: str = ""
    following: str = ""
    previous_tag: str = ""

    def get(self, *kinds: str) -> Any:
        """Return the value of the first word of one of these kinds; None when there is none."""
        return next((word.value for word in self.words if word.kind in kinds), None)

    def all(self, *kinds: str) -> list[Any]:
        """Return the values of all words of these kinds, in order."""
        return [word.value for word in self.words if word.kind in kinds]

    def without_kinds(self, *kinds: str) -> "Match":
        """Return the match without the words of these kinds."""
        return replace(self, words=tuple(word for word in self.words if word.kind not in kinds))

    def has(self, *kinds: str) -> bool:
        """Tell whether a word of one of these kinds is among them."""
        return any(word.kind in kinds for word in self.words)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its matches mean.

    Attributes:
        pattern: Kinds of words with the operators of regular expressions.
        read: Type and value of a match; None when these words are no time expression after all.
        mentions: Whether its dates are what later expressions ("that year", "a day later") refer back to.
    """

    pattern: str
    read: Callable[[Match, Scene], Reading | None]
    mentions: bool = True


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern over kinds as a pattern over their symbols."""
    return re.compile(re.sub(r"[a-z_]+", lambda name: SYMBOLS[name[0]], pattern).replace(" ", ""))


def find_matches(words: Sequence[Word], rules: Sequence[Rule]) -> Iterator[tuple[int, int, Rule]]:
    """Yield each match of each rule as first word, word after the last, and rule: longest first from each word on."""
    symbols, places = telling("".join([SYMBOLS.get(word.kind, OTHER) for word in words]))
    found = [
        (places[match.start()], -places[match.end() - 1], order)
        for order, rule in enumerate(rules)
        for match in compiled(rule.pattern).finditer(symbols)
    ]
    for start, last, order in sorted(found):
        yield start, 1 - last, rules[order]


def telling(symbols: str) -> tuple[str, list[int]]:
    """Return the runs of words of the grammar that may tell a time, apart from each other, and where each symbol stood.

    Most words of an article are in no such run, and each rule looks at all that is left.
    """
    kept: list[str] = []
    places: list[int] = []
    for run in RUN.finditer(symbols):
        if not ONLY_LINKS.fullmatch(run[0]):
            kept.append(run[0] + OTHER)
            places.extend(range(run.start(), run.end() + 1))
    return "".join(kept), places
