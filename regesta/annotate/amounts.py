"""Quantities with their units: money, percentages, measures, and counts of people and things."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar

from regesta.annotate.quantities import Quantity, find_quantities, quantity_pattern
from regesta.annotate.timex.words import UNITS as TIME_UNITS
from regesta.model.annotation import Amount
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.units import Unit, load_units

APPROXIMATE = re.compile(
    r"(?:about|around|approximately|roughly|nearly|almost|some|over|under|estimated|least|most|than|up to|close to"
    r"|as many as|as much as)\s(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
AFTER = re.compile(r"[\s-]{0,2}([^\W\d_]+(?:\.[^\W\d_]+)*\.?|(?:[^\W\d_]*[^\w\s.,;:()'\"/-])(?!\d))")
MAX_UNIT_WORDS = 5
MILLION = 10**6
# Verbs whose bare number counts people: "11 were killed", "killing 11".
CASUALTY_VERBS = frozenset({"kill", "wound", "injure", "arrest", "detain", "hurt", "die", "abduct", "kidnap"})
FRACTIONS = frozenset({"half", "third", "quarter", "fifth", "tenth"})
PEOPLE = frozenset({"other", "person", "people"})


@dataclass(frozen=True)
class Amounts:
    """Find the quantities."""

    name: ClassVar[str] = "amounts"
    requires: ClassVar[frozenset[str]] = frozenset({"parse", "times"})
    assigns: ClassVar[frozenset[str]] = frozenset({"amounts"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with its quantities; one that was not parsed has none."""
        for article in articles:
            yield replace(article, amounts=find_amounts(article)) if article.parse else article


def find_amounts(article: Article) -> tuple[Amount, ...]:
    """Return the quantities of an article in text order; none overlaps a time expression.

    Money is given in ISO 4217 codes, "dollars" being those of the United States; a currency that only a country would
    tell ("francs") keeps its word. A number without a unit counts the noun it modifies.
    """
    found: list[Amount] = []
    for quantity in find_quantities(article.text, pattern()):
        end, unit = unit_of(article.text, quantity, article.parse) or (0, None)
        if unit is None:
            counted = counted_by(article.parse, quantity) if article.parse else None
            if counted is None:
                continue
            end, unit = counted
        span = Span(quantity.start, max(quantity.end, end))
        if any(span.overlaps(time.span) for time in article.times):
            continue
        found.append(
            Amount(
                span=span,
                value=quantity.low * unit.factor,
                upper=None if quantity.high is None else quantity.high * unit.factor,
                unit=unit.code,
                approximate=bool(APPROXIMATE.search(article.text[max(0, span.start - 16) : span.start])),
            )
        )
    return tuple(found)


@lru_cache(maxsize=1)
def pattern() -> re.Pattern[str]:
    """Return the pattern of quantities with all known currency symbols."""
    return quantity_pattern(list(load_units().symbols))


def unit_of(text: str, quantity: Quantity, parse: Parse | None) -> tuple[int, Unit] | None:
    """Return the unit written beside a number, and where it ends; None when there is none."""
    units = load_units()
    words: list[str] = []
    candidates: list[tuple[int, Unit]] = []
    at = quantity.end
    while len(words) < MAX_UNIT_WORDS and (match := AFTER.match(text, at)):
        words.append(match[1])
        at = match.end()
        name = " ".join(words)
        for form in (name, name.rstrip(".")):
            unit = units.names.get(form.lower()) or units.symbols.get(form)
            if unit:
                candidates.append((at - len(name) + len(form), unit))
                break
    if quantity.symbol:
        money = units.symbols[quantity.symbol]
        end, unit = candidates[-1] if candidates else (quantity.end, money)
        return (end, unit if unit.is_money and unit.code != money.code and len(quantity.symbol) == 1 else money)
    if not candidates:
        return None
    end, unit = candidates[-1]
    if unit.is_weight and quantity.low < MILLION:
        return end, Unit("pound")
    return None if parse and parse.tags[parse.token_at(end - 1)].startswith(("VB", "IN")) else (end, unit)


def counted_by(parse: Parse, quantity: Quantity) -> tuple[int, Unit] | None:
    """Return the noun a number counts as a unit, and where it ends; None when it counts nothing."""
    token = parse.token_at(quantity.end - 1)
    head = parse.heads[token]
    if parse.deps[token] == "nummod" and head > token and parse.tags[head] in ("NN", "NNS", "NNPS"):
        lemma = parse.lemmas[head]
        if lemma in TIME_UNITS or lemma in FRACTIONS:
            return None
        return parse.ends[head], Unit("people" if lemma in PEOPLE else lemma)
    is_party = parse.deps[token] in ("nsubjpass", "dobj", "nsubj") and parse.pos[token] == "NUM"
    return (quantity.end, Unit("people")) if is_party and parse.lemmas[head] in CASUALTY_VERBS else None
