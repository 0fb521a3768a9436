"""Numbers in running text, in figures and words, with magnitudes and ranges: "40,000 million", "1.5-2 billion"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from regesta.ontology.number_words import MAGNITUDES, NUMBER_WORDS, read_spelled

SUFFIXES = {"k": 10**3, "m": 10**6, "b": 10**9}
MAGNITUDE = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
FIRST_WORD = "|".join(sorted(NUMBER_WORDS - MAGNITUDES.keys(), key=len, reverse=True))
# "5m people" is five million of them, "a 100m race" is not; after a symbol ("$5m") there is no doubt.
COUNTED_MILLIONS = r"m(?=\s(?:people|euros|pounds|dollars|roubles|rubles|barrels|tonnes|tons)\b)"
FIGURE = r"(?:\d{1,3}(?:,(?:\d{3}|\s000\b))+|\d+)(?:\.\d+)?"  # Xinhua breaks "10, 000" after the comma
SPELLED = rf"(?:\ban?\s(?:{MAGNITUDE})\b|\b(?:{FIRST_WORD})\b)(?:(?:\s?-\s?|\s(?:and\s)?)(?:{WORD})\b)*"
HALF = rf"half\san?\s(?:{MAGNITUDE})\b"
NUMBER = rf"(?:{FIGURE}(?:[\s-]?(?:{MAGNITUDE})(?:s\sof)?\b)*(?:{COUNTED_MILLIONS})?|{HALF}|{SPELLED})"
LEADING_FIGURE = re.compile(FIGURE)
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
        joint = text[match.end(group) : match.end()].strip()
        if high and joint.startswith(("-", "–")) and number_value(high) <= number_value(low):  # the score of a match
            at = match.end()
            continue
        is_range = high and (not joint.startswith("and") or is_between(text, match.start()))
        bounds = range_of(low, high) if is_range else None
        at = match.end() if bounds else match.end(group)
        least, most = bounds or (number_value(low), None)
        yield Quantity(match.start(), at, least, most, match["symbol"] or "")


def range_of(low: str, high: str) -> tuple[Decimal, Decimal] | None:
    """Return the bounds of a range; None when the second number is no larger. "1.5-2 billion" starts at 1.5 billion."""
    least, most = number_value(low), number_value(high)
    if least < INHERITING_LIMIT and magnitude_of(low) == 1:
        least *= magnitude_of(high)
    return (plain(least), most) if least < most else None


def is_between(text: str, start: int) -> bool:
    """Tell whether "between" stands right before an offset."""
    return text[max(0, start - 8) : start].lower() == "between "


def number_value(text: str) -> Decimal:
    """Return the value of a number as the pattern finds it: "40,000 million", "5m", "two hundred", "half a million"."""
    form = text.lower()
    figure = LEADING_FIGURE.match(form)
    if figure:
        return plain(Decimal(re.sub(r"[,\s]", "", figure[0])) * magnitude_of(form[figure.end() :]))
    words = re.findall(r"[a-z]+|-", form)
    return Decimal(MAGNITUDES[words[-1]]) / 2 if words[0] == "half" else Decimal(read_spelled(words)[0])


def magnitude_of(text: str) -> Decimal:
    """Return the product of the magnitudes in a number: 10^6 for "40 million", 10^9 for "1.5 thousand million"."""
    product = 1
    for word in re.findall(r"[a-z]+", text.lower()):
        product *= MAGNITUDES.get(word.removesuffix("s")) or SUFFIXES.get(word) or 1
    return Decimal(product)


def plain(value: Decimal) -> Decimal:
    """Return a whole number without decimal places: 1500000000 for 1500000000.0."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
