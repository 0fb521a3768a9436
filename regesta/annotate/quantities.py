"""Numbers in running text, in figures and words, with their magnitudes and ranges: "40,000 million", "1.5-2 billion"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from regesta.annotate.number_words import MAGNITUDES, NUMBER_WORDS, read_spelled

SUFFIXES = {"k": 10**3, "m": 10**6, "b": 10**9}
MAGNITUDE = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
FIRST_WORD = "|".join(sorted(NUMBER_WORDS - MAGNITUDES.keys(), key=len, reverse=True))
# "5m people" is five million of them, "a 100m race" is not; after a symbol ("$5m") there is no doubt.
COUNTED_MILLIONS = r"m(?=\s(?:people|euros|pounds|dollars|roubles|rubles|barrels|tonnes|tons)\b)"
FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
SPELLED = rf"(?:\ban?\s(?:{MAGNITUDE})\b|\b(?:{FIRST_WORD})\b)(?:(?:\s?-\s?|\s(?:and\s)?)(?:{WORD})\b)*"
NUMBER = rf"(?:{FIGURE}(?:[\s-]?(?:{MAGNITUDE})\b)*(?:{COUNTED_MILLIONS})?|half\san?\s(?:{MAGNITUDE})\b|{SPELLED})"
PARTS = re.compile(rf"({FIGURE})?(.*)", re.DOTALL)
INHERITING_LIMIT = 1000  # "1.5-2 billion" shares its magnitude, "500,000 to 2 million" does not


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, or a range of numbers, somewhere in a text.

    Attributes:
        start: Offset of its first character, its currency symbol included.
        end: Offset after its last character.
        low: The number; the lower bound of a range.
        high: Upper bound; None for a single number.
        symbol: Currency symbol or code before it; "" when there is none.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    symbol: str = ""


def quantity_pattern(symbols: list[str]) -> re.Pattern[str]:
    """Return the pattern of a quantity after any of these currency symbols or after none."""
    known = "|".join(map(re.escape, sorted(symbols, key=len, reverse=True)))
    of_money = rf"(?i:{NUMBER}[kmb]?(?!\w))"
    return re.compile(
        rf"""(?:(?<!\w)(?P<symbol>{known})\s?(?P<money>{of_money})(?:\s?(?:-|–|to|and)\s?(?:{known})?\s?(?P<more>{of_money}))?
        |(?<![\w$€£])(?<![\w)]-)(?<!\d[.,:/])(?P<low>(?i:{NUMBER}))(?:\s?(?:-|–|to|or|and)\s?(?P<high>(?i:{NUMBER})))?
        )(?![\w:/]|[.,]\d)""",
        re.VERBOSE,
    )


def find_quantities(text: str, pattern: re.Pattern[str]) -> Iterator[Quantity]:
    """Yield the quantities of a text in order.

    Args:
        text: The text.
        pattern: As made by `quantity_pattern`.
    """
    at = 0
    while match := pattern.search(text, at):
        group = "money" if match["symbol"] else "low"
        low, high = match[group], match["more"] or match["high"]
        least, most = number_value(low), number_value(high) if high else None
        if high and most is not None and least < INHERITING_LIMIT and not re.search(rf"{MAGNITUDE}|[kmb]$", low, re.I):
            least *= magnitude_of(high)
        joint = text[match.end(group) : match.end()].split()[:1]
        is_range = most is not None and most > least and (joint != ["and"] or is_between(text, match.start()))
        at = match.end() if is_range else match.end(group)
        yield Quantity(match.start(), at, least if is_range else number_value(low), most if is_range else None, match["symbol"] or "")


def is_between(text: str, start: int) -> bool:
    """Tell whether "between" stands right before an offset."""
    return text[max(0, start - 8) : start].lower() == "between "


def number_value(text: str) -> Decimal:
    """Return the value of a number as the pattern finds it: "40,000 million", "5m", "two hundred", "half a million"."""
    figure, rest = PARTS.match(text.lower()).groups()
    if figure is None:
        words = re.findall(r"[a-z]+|-", rest)
        if words[0] == "half":
            return Decimal(MAGNITUDES[words[-1]]) / 2
        return Decimal(read_spelled(words)[0])
    return Decimal(figure.replace(",", "")) * magnitude_of(rest)


def magnitude_of(text: str) -> Decimal:
    """Return the product of the magnitudes at the end of a number: 10^6 for "40 million", 10^9 for "thousand million"."""
    product = 1
    for word in re.findall(r"[a-z]+", text.lower()):
        product *= MAGNITUDES.get(word) or SUFFIXES.get(word) or 1
    return Decimal(product)
