"""Numbers in running text, in figures and words, with magnitudes and ranges: "40,000 million", "1.5-2 billion"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from regesta.ontology.number_words import MAGNITUDES, NUMBER_WORDS, ONES, read_spelled

SUFFIXES = {"k": 10**3, "m": 10**6, "mm": 10**6, "mil": 10**6, "b": 10**9, "t": 10**12}
MAGNITUDE = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
FIRST_WORD = "|".join(sorted(NUMBER_WORDS - MAGNITUDES.keys(), key=len, reverse=True))
# "5m people" is five million of them, "a 100m race" is not; after a symbol ("$5m") there is no doubt.
MONEY_WORDS = r"(?:us\s|u\.s\.\s)?(?:euros?|pounds?|dollars?|roubles?|rubles?|usd|eur|gbp|[A-Z]{3}\b)"
COUNTED_MILLIONS = (
    rf"(?:\s?(?:[kmb]|mm|mil)(?=\s{MONEY_WORDS}\b)"
    r"|[kmb](?=\s(?:people|barrels|tonnes|tons)\b|[€£]))"
)
CURRENCY_WORDS = (
    r"(?:euros?|pounds?|dollars?|rou?bles?|rupees?|yen|yuan|pesos?|francs?|rand|naira|shillings?|taka|liras?|dinars?"
    r"|riyals?|dirhams?|kron[eo]r|crowns?|zlotys?|hryvnias?|won|marks?|lire|pence|cents?)\b"
)
OF_MONEY = rf"(?:s?\sof(?=\s(?:[a-z]+\s)?{CURRENCY_WORDS}))"  # "ten lakhs of Indian rupees"
# Words between "a" and a magnitude that change nothing of the number: "a cool million".
EMPHASIS = frozenset(
    {
        "cool", "mere", "whopping", "staggering", "record", "further", "additional", "extra", "estimated", "round",
        "full", "good", "paltry", "massive", "huge", "whole", "modest", "meagre", "hefty", "handsome", "neat",
    }
)  # fmt: skip
MAGNITUDE_AHEAD = rf"(?=\s?(?:(?:{MAGNITUDE}|per\s?cent)\b|%))"
# Thousands by commas (Xinhua breaks "10, 000" after it), by lakhs and crores ("12,34,567"), by points where there are
# several; decimals by a point, and by a comma before a magnitude ("1,5 million"); halves ("3 1/2").
SPACED = r"\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?:,\d\d)?" + rf"(?=\s?(?:€|£|{MONEY_WORDS})|$)"  # "200 000 euros"
FIGURE = (
    rf"(?:{SPACED}|"
    r"\d{1,3}(?:\.\d{3})+,\d\d(?![\d,])|\d{1,3}(?:\.\d{3}){2,}|(?:\d{1,2}(?:,\d\d)+,\d{3}|\d{1,3}(?:,(?:\d{3}|\s000\b))+|\d+)(?:\.\d+)?"
    rf"(?:,\d\d?{MAGNITUDE_AHEAD}|,\d\d(?=\s?(?:€|{MONEY_WORDS})))?(?:\s[1-3]/[2-4](?![\d/])|\s?[½¼¾])?)"
)
DECIMAL_COMMA = r"\d{1,3},\d\d(?![\d,])"  # "€5,50"
BEFORE_LARGE = r"(?=\s?\d[\d.]*\s?(?:[mb]|bn|tn|mn|million|billion|trillion)\b|\s?\d{1,3}(?:,\d{3})+(?![\d,]))"
SPACED_DECIMAL = (  # of money or per cent: "1 . 6 billion", "32 . 5 pence"
    r"(?<=\s)\d{1,3}(?:\s,\s\d{3})*\s\.\s\d+"
    rf"(?=\s(?:(?:{MAGNITUDE}|per\s?cent)\b|%|(?:[a-z]+\s)?{CURRENCY_WORDS}))(?:\s(?:{MAGNITUDE})\b)?"
)
SPACED_FIGURE = r"\d{1,3}(?:\s,\s\d{3})*\s\.\s\d+|\d{1,3}(?:\s,\s\d{3})+"  # a text cut into tokens: "$ 8 . 50"
AND_A_HALF = r"(?:[\s-]and[\s-]a[\s-](?:half|quarter)\b)"
AFTER_MAGNITUDE = "(?<=dred|sand|lion|lakh|rore)"  # "two hundred and ten", but "between eight and ten"
DIGIT = "|".join(word for word, value in ONES.items() if value <= 9)
POINTED = (  # "two point three million", but not "at one point five thousand"
    rf"(?<!\bat )\b(?:{FIRST_WORD})(?:[\s-](?:{WORD}))*\spoint(?:\s(?:{DIGIT}))+"
    rf"(?=\s(?:{MAGNITUDE}|per\s?cent)\b)(?:\s(?:{MAGNITUDE})\b)*"
)
SPELLED = (
    rf"(?:\b(?:an?|another)\s(?:(?:{'|'.join(sorted(EMPHASIS))})\s)?(?:{MAGNITUDE})\b|\ba\scouple\s(?:of\s)?(?:{MAGNITUDE})\b"
    rf"|\b(?:{FIRST_WORD})\b)"
    rf"(?:(?:\s?-\s?|\s|{AFTER_MAGNITUDE}\sand\s)(?:{WORD})\b)*{OF_MONEY}?"
)
HALF = rf"(?:three\squarters|half|quarter)\s(?:of\s)?(?:an?\s)?(?:{MAGNITUDE})\b"
NUMBER = (
    rf"(?:(?:(?:{FIGURE}|[½¼¾](?=\s?(?:{MAGNITUDE})\b)){AND_A_HALF}?(?:[\s-]?(?:{MAGNITUDE})(?:s\sof)?\b)*{OF_MONEY}?"
    rf"(?:{COUNTED_MILLIONS})?|{HALF}|{POINTED}|{SPELLED})"
    rf"(?:{AND_A_HALF}(?:\s(?:{MAGNITUDE})\b)?)?)"
)
LEADING_FIGURE = re.compile(rf"\d{{1,3}},\d\d?(?![\d,])|{FIGURE}|[½¼¾]")  # what follows has told that it is a decimal
SMALL_PART = re.compile(r"[\s-]and[\s-]a[\s-](half|quarter)\b")
COUPLE = re.compile(r"\ba couple (?:of )?")
FRACTION = re.compile(r"\s([1-3])/([2-4])$")
HALVES = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
ARTICLES = frozenset({"A", "S", "R"})  # "a $5 billion deal" is no Australian one, "its chief's $5" none of Singapore
KEPT_CASE = frozenset({"Can$", "Aust$", "Mex$"})
CODE_LETTERS = 3
GLUED = "kms?|kgs?|kWh|[MGT]Wh?|ha|pc"  # units that news writes right behind a number: "1,500km"
PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three quarters": Decimal("0.75")}
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


BEYOND = Decimal(10**24)  # news counts nothing so large, and from 28 digits on decimal arithmetic rounds


def quantity_pattern(symbols: list[str], large_only: frozenset[str] = frozenset()) -> re.Pattern[str]:
    """Return the pattern of a quantity after any of these currency symbols or after none.

    Args:
        symbols: Symbols and codes.
        large_only: Those that mean a currency only before a large sum, being words as well: "PEN", "Le".
    """
    ordered = sorted(symbols, key=len, reverse=True)
    known = "|".join(s + BEFORE_LARGE if s in large_only else symbol_pattern(s) for s in ordered)
    codes = "|".join(symbol for symbol in symbols if len(symbol) == CODE_LETTERS and symbol.isalpha())
    spaced = rf"(?<=\s)(?:{SPACED_FIGURE})(?:\s(?:{MAGNITUDE})\b)?"
    of_money = rf"(?i:(?:{spaced}|{DECIMAL_COMMA}(?!\s?(?:{MAGNITUDE}))|{NUMBER})(?:\s?[kmb]|mm|t)?(?!\w))"
    return re.compile(
        rf"""(?:(?<!\w)(?P<symbol>{known})\s?(?P<money>{of_money})(?:\s?(?:-|–|to|and)\s?(?:{known})?\s?(?P<more>{of_money}))?
        |(?<![\w$€£])(?<![\w)]-)(?<!\d[.,:/])(?P<low>(?i:{SPACED_DECIMAL}|{NUMBER}))(?:\s?(?:-|–|to|or|and)\s?(?P<high>(?i:{NUMBER})))?
        )(?=(?:{codes}|{GLUED})\b|(?![\w:/]|[.,]\d))""",
        re.VERBOSE,
    )


def symbol_pattern(symbol: str) -> str:
    """Return the pattern of a currency symbol; some stand in small letters or apart too: "c $ 5", "us$5".

    A single letter is one only before a large sum: "R5 million", "N20,000".
    """
    if len(symbol) == 1 and symbol.isalpha():
        return symbol + BEFORE_LARGE.replace(r"\s?\d", r"\d")
    letters = symbol.removesuffix("$")
    is_loose = symbol.endswith("$") and letters.isalpha() and letters not in ARTICLES
    return rf"(?i:{letters})\s?\$" if is_loose else re.escape(symbol)


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
        if (most or least) < BEYOND:
            yield Quantity(match.start(), at, least, most, plain_symbol(match["symbol"] or ""))


def plain_symbol(written: str) -> str:
    """Return a currency symbol as the table of units has it: "US$" for "us $"."""
    joined = re.sub(r"\s", "", written)
    return joined if joined in KEPT_CASE or not joined.endswith("$") else joined.upper()


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
    """Return the value of a number as the pattern finds it: "40,000 million", "5m", "two hundred", "half a million".

    The half of "one and a half million" is one of what the number counts, that of "a million and a half" of a million.
    """
    form = COUPLE.sub("two ", text.lower())
    if part := SMALL_PART.search(form):
        before, behind = form[: part.start()], magnitude_of(form[part.end() :])
        whole, unit = number_value(before), magnitude_of(before) if behind == 1 else Decimal(1)
        return plain((whole + PARTS[part[1]] * unit) * behind)
    if form[0].isdigit() or form[0] in HALVES:
        spaced = re.sub(r"\s([.,])\s", r"\1", form)
        figure = LEADING_FIGURE.match(spaced)
        return plain(figure_value(figure[0]) * magnitude_of(spaced[figure.end() :])) if figure else Decimal(0)
    integer, point, decimals = form.partition(" point ")
    if point:
        digits = "".join(str(ONES[word]) for word in decimals.split() if word in ONES)
        return plain((number_value(integer) + Decimal(f"0.{digits}")) * magnitude_of(decimals))
    words = ["a" if word == "another" else word for word in re.findall(r"[a-z]+|-", form) if word not in EMPHASIS]
    if size := PARTS.get(words[0]) or PARTS.get(" ".join(words[:2])):
        return plain(Decimal(MAGNITUDES[words[-1]]) * size)
    return Decimal(read_spelled(words)[0])


def figure_value(figure: str) -> Decimal:
    """Return the value of a figure, however it groups thousands and marks decimals."""
    if fraction := FRACTION.search(figure):
        return figure_value(figure[: fraction.start()]) + Decimal(fraction[1]) / Decimal(fraction[2])
    if half := HALVES.get(figure[-1]):
        return (figure_value(figure[:-1].rstrip()) if len(figure) > 1 else Decimal(0)) + half
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d\d", figure):
        return Decimal(figure.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", figure):
        return Decimal(figure.replace(".", ""))
    if re.fullmatch(r"[\d\s]+,\d\d?", figure):
        return Decimal(re.sub(r"\s", "", figure).replace(",", "."))
    return Decimal(re.sub(r"[,\s]", "", figure))


def magnitude_of(text: str) -> Decimal:
    """Return the product of the magnitudes in a number: 10^6 for "40 million", 10^9 for "1.5 thousand million"."""
    product = 1
    for word in re.findall(r"[a-z]+", text.lower()):
        product *= MAGNITUDES.get(word.removesuffix("s")) or SUFFIXES.get(word) or 1
    return Decimal(product)


def plain(value: Decimal) -> Decimal:
    """Return a whole number without decimal places: 1500000000 for 1500000000.0."""
    return Decimal(int(value)) if value == value.to_integral_value() else value
