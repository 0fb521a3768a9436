"""Quantities with their units: money, percentages, measures, and counts of people and things."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest
from typing import ClassVar

from regesta.annotate.quantities import SUFFIXES, WORD, Quantity, find_quantities, number_value, plain, quantity_pattern
from regesta.annotate.timex.words import UNITS as TIME_UNITS
from regesta.annotate.vague_amounts import PEOPLE, vague_amounts
from regesta.model.annotation import Amount, TimeExpression
from regesta.model.article import Article
from regesta.model.nearby import Placed, placed_times
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.number_words import MAGNITUDES, TENS, TOLLS, VICTIMS
from regesta.ontology.units import Unit, load_units

APPROXIMATE = re.compile(
    r"(?:about|around|approximately|roughly|nearly|almost|some|over|under|estimated|least|most|than|up to|close to"
    r"|as many as|as much as)\s(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
AFTER = re.compile(r"[\s-]{0,2}((?:[^\W\d_]*[^\w\s.,;:()'\"/–-])(?!\d)|[^\W\d_]+(?:\.[^\W\d_]+)*\.?)")
BEFORE = re.compile(
    r"(?<!\w)((?:u\.?s\.? )?dollars?|euros?|yen|yuan|rupees?|rou?bles|sen|pesos|riyals|dirhams|naira|shillings"
    r"|francs|lire|dinars|kronor|kroner|shekels|ringgit|baht|taka|rupiah|birr|tenge|hryvnias?|zlotys|forints)\s$",
    re.IGNORECASE,
)
ONE = re.compile(r"\b(?:an?|one|per|every|each|the)\s$", re.IGNORECASE)  # "a dollar fifty" is not fifty dollars
AND_CENTS = re.compile(
    rf"[,\s]{{1,2}}(?:and\s)?(\d\d?|(?:{WORD})(?:[\s-](?:{WORD}))?)\s(?:cents?|pence|kopecks?|kopeks)\b", re.IGNORECASE
)
STERLING = re.compile(r"sterling|quid", re.IGNORECASE)
IN_PENCE = re.compile(
    rf"(?:[,\s]{{1,2}}(?:and\s)?(?:\d\d?|{WORD})(?:[\s-](?:{WORD}))?\spence|\ssterling)\b", re.IGNORECASE
)
NUMERATORS = {"two": 2, "three": 3, "four": 4}
DENOMINATORS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
PART_OF = re.compile(
    r"\b(?:(an?|one|two|three|four)[\s-])?(half|thirds?|quarters?|fifths?|sixths?|tenths?)\sof\s"
    r"(?:(?:the|its|his|her|their|that|this|all|an?|about|around|roughly|some|nearly|almost)\s)*$",
    re.IGNORECASE,
)
PART_CHARS = len("three-quarters of about the ") + 8
CENT = Decimal("0.01")
GRAND = re.compile(r"\sgrand(?=[.,;:!?)]|\s(?:a|and|at|for|from|in|of|on|or|per|to|with)\b|$)", re.IGNORECASE)
BARE_CENTS = re.compile(rf"\s(\d\d|(?:{'|'.join(TENS)})(?:-[a-z]+)?)(?=\s*(?:[.,;:!?)]\s|[.!?]?$))")  # "15 dollars 50"
MAGNITUDE_BEHIND = re.compile(r"\s(thousand|million|billion|trillion)\b")  # "75 USD million"
HALF_A_UNIT = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
MULTIPLIED = re.compile(r"([kmMKbB])([A-Z]{3}|usd|eur|gbp)")  # "75 mUSD", "120 MEUR"
DOLLARS_OF = re.compile(
    r"\s\(?(Canadian|Cdn|Australian|US|U\.S\.|American|New Zealand|Hong Kong|Singapore|Taiwan)\)?(?=\s?(?:[.,;:!?)]|$))"
)  # "$45 million Canadian.", not "a $45 million Canadian pipeline"
OF_THEM = re.compile(r"\s(?:out\s)?of\s(?:(?:all|the|its|their|his|her|those|these)\s)?", re.IGNORECASE)  # "45 of 60"
STRONG = re.compile(r"-strong\b", re.IGNORECASE)
VERB_WORDS = frozenset({"won", "mark", "marks", "pound", "pounds", "crowns", "rand"})  # currencies that are verbs too
MAX_UNIT_WORDS = 5
MILLION = 10**6
# Verbs whose bare number counts people: "11 were killed", "killing 11".
CASUALTY_VERBS = frozenset({"kill", "wound", "injure", "arrest", "detain", "hurt", "die", "abduct", "kidnap"})
FRACTIONS = frozenset({"half", "third", "quarter", "fifth", "tenth"})
HUNDREDTHS = Decimal(100)
COUNTING_DEPS = frozenset({"nummod", "nmod", "compound"})


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
    times = placed_times(article)
    quantities = list(find_quantities(article.text, pattern()))
    for quantity, behind in zip_longest(quantities, quantities[1:]):
        start, end, unit = measured(article.text, quantity, article.parse) or (0, 0, None)
        if behind and (unit is None or end <= quantity.end):
            unit = counted_of(article, quantity, behind) or unit
            start, end = (start, end) if end else (quantity.start, quantity.end)
        if unit is None:
            continue
        if unit.is_money and unit.factor >= 1 and quantity.high is None:
            end, quantity = with_cents(article.text, end, quantity)
            start, quantity = part_of_sum(article.text, start, quantity)
        span = before_rate(Span(start, max(quantity.end, end)), quantity.end, times)
        if any(span.overlaps(time.span) for time in times.touching(span)) or (found and span.overlaps(found[-1].span)):
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
    vague = vague_amounts(article, [amount.span for amount in found])
    return tuple(sorted(in_known_currency([*found, *vague]), key=lambda amount: amount.span))


def before_rate(span: Span, number_end: int, times: Placed[TimeExpression]) -> Span:
    """Return what is written of a quantity before its rate, which is a time expression: "1.2 million barrels"."""
    near = times.touching(span)
    rate = next((time.span for time in near if number_end < time.span.start < span.end <= time.span.end), None)
    return Span(span.start, rate.start - 1) if rate else span


def in_known_currency(amounts: list[Amount]) -> Iterator[Amount]:
    """Yield sums whose word alone does not tell the currency in the one such that the article names: "₹", "rupees"."""
    named = {amount.unit for amount in amounts}
    for amount in amounts:
        codes = named & load_units().shared.get(amount.unit, frozenset())
        yield replace(amount, unit=next(iter(codes))) if len(codes) == 1 else amount


def part_of_sum(text: str, start: int, quantity: Quantity) -> tuple[int, Quantity]:
    """Return the start and the number of the part of a sum that the words before it take: "a third of $57bn"."""
    part = PART_OF.search(text[max(0, start - PART_CHARS) : start])
    if part is None:
        return start, quantity
    numerator = NUMERATORS.get((part[1] or "a").lower(), 1)
    value = quantity.low * numerator / DENOMINATORS[part[2].lower().removesuffix("s")]
    return start - len(part[0]), replace(quantity, low=plain(value.quantize(CENT)))


def counted_of(article: Article, part: Quantity, whole: Quantity) -> Unit | None:
    """Return what a number counts some of: "45 of 60 **drones**", "17 of the 20 **suspects**"; None of one alone.

    Args:
        article: The article.
        part: A number.
        whole: The one behind it.
    """
    if part.low <= 1 or part.symbol or not OF_THEM.fullmatch(article.text[part.end : whole.start]):
        return None
    counted = counted_by(article.parse, whole) if article.parse else None
    return counted[1] if counted and part.low < whole.low else None


def with_cents(text: str, end: int, quantity: Quantity) -> tuple[int, Quantity]:
    """Return the end and the number of a sum with the cents or the magnitude behind it: "3 dollars and 50 cents"."""
    if size := MAGNITUDE_BEHIND.match(text, end):
        return size.end(), replace(quantity, low=quantity.low * MAGNITUDES[size[1]])
    if cents := AND_CENTS.match(text, end) or BARE_CENTS.match(text, end):
        return cents.end(), replace(quantity, low=quantity.low + number_value(cents[1]) / HUNDREDTHS)
    if half := HALF_A_UNIT.match(text, end):
        return half.end(), replace(quantity, low=quantity.low + Decimal("0.5"))
    return end, quantity


def measured(text: str, quantity: Quantity, parse: Parse | None) -> tuple[int, int, Unit] | None:
    """Return what a number measures or counts, with the bounds of all of it; None when that is nothing."""
    if found := unit_of(text, quantity, parse):
        return quantity.start, *found
    if grand := GRAND.match(text, quantity.end):
        return quantity.start, grand.end(), Unit("USD", Decimal(1000), is_money=True)
    before = BEFORE.search(text[max(0, quantity.start - 16) : quantity.start])
    if before and not ONE.search(text[: quantity.start - len(before[0])][-8:]):
        unit = load_units().names[before[1].lower()]
        return quantity.start - len(before[0]), quantity.end, unit
    if strong := STRONG.match(text, quantity.end):
        return quantity.start, strong.end(), Unit("people")
    counted = counted_by(parse, quantity) if parse else None
    if counted and (money := load_units().names.get(counted[1].code)) and money.is_money:
        return quantity.start, counted[0], money  # words stand between: "75 convertible dollars"
    return (quantity.start, *counted) if counted else None


@lru_cache(maxsize=1)
def pattern() -> re.Pattern[str]:
    """Return the pattern of quantities with all known currency symbols."""
    return quantity_pattern(list(load_units().symbols), load_units().large_only)


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
            if unit := units.names.get(form.lower()) or units.symbols.get(form) or multiplied(form):
                candidates.append((at - len(name) + len(form), unit))
                break
    if quantity.symbol == "$" and (whose := DOLLARS_OF.match(text, quantity.end)):
        return whose.end(), units.names[f"{whose[1].lower()} dollars"]
    if quantity.symbol:
        money = units.symbols[quantity.symbol]
        end, unit = candidates[-1] if candidates else (quantity.end, money)
        return (end, unit if unit.is_money and unit.code != money.code and len(quantity.symbol) == 1 else money)
    if not candidates:
        return None
    end, unit = candidates[-1]
    is_large = quantity.low >= MILLION or "million" in text[quantity.start : quantity.end]
    if unit.is_weight and not is_large and not is_sterling(text, quantity.end, end):
        return end, Unit("pound")
    may_be_verb = not unit.is_money or text[quantity.end : end].strip().lower() in VERB_WORDS
    is_verb = parse and may_be_verb and parse.tags[parse.token_at(end - 1)].startswith(("VB", "IN"))
    return None if is_verb else (end, unit)


def is_sterling(text: str, start: int, end: int) -> bool:
    """Tell whether pounds are money by their words: "pounds sterling", "ten quid", "7 pounds 50 pence"."""
    return bool(STERLING.search(text[start:end]) or IN_PENCE.match(text, end))


def multiplied(form: str) -> Unit | None:
    """Return what a currency code with a letter for thousands or millions before it means: "mUSD"; None otherwise."""
    match = MULTIPLIED.fullmatch(form)
    money = load_units().symbols.get(match[2].upper()) if match else None
    return replace(money, factor=Decimal(SUFFIXES[match[1].lower()])) if match and money else None


def counted_by(parse: Parse, quantity: Quantity) -> tuple[int, Unit] | None:
    """Return the noun a number counts as a unit, and where it ends; None when it counts nothing."""
    last = token = parse.token_at(quantity.end - 1)
    number = parse.tokens_in(Span(quantity.start, quantity.end))
    while parse.heads[token] in number and parse.heads[token] != token:  # "30 and **40** gunmen", "two **dozen** men"
        token = parse.heads[token]
    head = parse.heads[token]
    if parse.deps[token] in COUNTING_DEPS and head > last and parse.tags[head] in ("NN", "NNS", "NNPS"):
        lemma = parse.lemmas[head]
        if lemma in TIME_UNITS or lemma in FRACTIONS:
            return None
        return parse.ends[head], Unit("people" if lemma in PEOPLE else lemma)
    is_party = parse.deps[token] in ("nsubjpass", "dobj", "nsubj") and parse.pos[token] == "NUM"
    is_of_people = is_party and parse.lemmas[head] in CASUALTY_VERBS
    return (quantity.end, Unit("people")) if is_of_people or is_toll(parse, token, last) else None


def is_toll(parse: Parse, number: int, last: int) -> bool:
    """Tell whether a bare number counts victims: "the death toll rose to **12**", "left **12** dead"."""
    if last + 1 < len(parse) and parse.words[last + 1].lower() in VICTIMS:
        return True
    verb = parse.heads[parse.heads[number]] if parse.deps[number] == "pobj" else parse.heads[number]
    subjects = (parse.lemmas[subject] for subject in parse.governed(verb, "nsubj"))
    return parse.pos[number] == "NUM" and parse.deps[number] in {"pobj", "dobj"} and not TOLLS.isdisjoint(subjects)
