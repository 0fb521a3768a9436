"""Counts by magnitude alone, with the least they can mean: "dozens of soldiers", "several hundred million dollars"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from regesta.annotate.timex.words import UNITS as TIME_UNITS
from regesta.model.annotation import Amount
from regesta.model.article import Article
from regesta.model.nearby import Placed
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.units import load_units

OF_MANY = re.compile(
    r"\b(tens|dozens|scores|hundreds|thousands|millions|billions|trillions)"
    r"(?:\sof\s(thousands|millions|billions|trillions))?\sof\s(?=[^\W\d_])",
    re.IGNORECASE,
)
SOME = re.compile(
    r"\b(?:a\sfew|several|many)\s(dozen|hundred|thousand|million|billion|trillion)"
    r"(?:\s(thousand|million|billion|trillion))?\s(?=[^\W\d_])(?!of\b)",
    re.IGNORECASE,
)
SIZES = {
    "ten": 10, "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
PEOPLE = frozenset({"other", "person", "people"})


def vague_amounts(article: Article, taken: list[Span]) -> Iterator[Amount]:
    """Yield counts by magnitude alone, with the least they can mean: "dozens of soldiers", "tens of thousands of"."""
    parse = article.parse
    matches = (match for pattern in (OF_MANY, SOME) for match in pattern.finditer(article.text))
    near = Placed((span, span) for span in taken)
    for match in matches if parse else ():
        noun = counted_noun(parse, match.end()) if parse else None
        span = Span(match.start(), noun[0]) if noun else None
        if span and noun and not any(span.overlaps(other) for other in near.touching(span)):
            least = size_of(match[1]) * (size_of(match[2]) if match[2] else 1)
            yield Amount(span=span, value=Decimal(least), unit=noun[1], approximate=True)


def size_of(word: str) -> int:
    """Return what a magnitude means, in the plural too."""
    return SIZES[word.lower().removesuffix("s")]


def counted_noun(parse: Parse, start: int) -> tuple[int, str] | None:
    """Return the end and the unit of the noun phrase that starts at an offset; None when there is none."""
    token = parse.token_at(start)
    head = next((t for t in (token, *parse.ancestors(token)) if parse.tags[t] in ("NN", "NNS", "NNPS")), None)
    if head is None or head < token or parse.lemmas[head] in TIME_UNITS:
        return None
    money = load_units().names.get(parse.lemmas[head])
    if money and money.is_money and money.factor >= 1:
        return parse.ends[head], money.code  # "millions of euros"
    return parse.ends[head], "people" if parse.lemmas[head] in PEOPLE else parse.lemmas[head]
