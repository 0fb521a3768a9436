"""Currencies and units of measure, by the words and symbols that news uses for them."""

from collections.abc import Iterator
from dataclasses import dataclass as plain_dataclass
from decimal import Decimal
from functools import lru_cache

from pydantic.dataclasses import dataclass

from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, config=STRICT)
class CurrencyWord:
    """The word for a unit of currency.

    Attributes:
        alone: ISO 4217 code it means without a country; None when that is anybody's guess.
        forms: Other spellings and plurals.
        of: Code by the adjective or name of a country before it.
        is_weight: Alone it is a weight unless millions of it are counted ("pound").
    """

    alone: str | None
    forms: tuple[str, ...] = ()
    of: dict[str, str] | None = None
    is_weight: bool = False


@dataclass(frozen=True, config=STRICT)
class CurrencyFile:
    """The contents of `currencies.yaml`.

    Attributes:
        units: Words for units.
        hundredths: Words for their hundredths.
        words_not_codes: Codes that are English words, and are never read as codes.
        large_only: Codes and symbols that are words too, and mean a currency only before a large sum.
        symbols: Codes by symbol; the word for a unit where only a country would tell which ("kr").
    """

    units: dict[str, CurrencyWord]
    hundredths: dict[str, CurrencyWord]
    words_not_codes: frozenset[str]
    large_only: frozenset[str]
    symbols: dict[str, str]


@plain_dataclass(frozen=True, slots=True)
class Unit:
    """What the words for a unit mean.

    Attributes:
        code: ISO 4217 code, "percent", or the unit's name ("tonne", "franc" where no country tells which).
        factor: What one of them is worth in that unit: 0.01 for cents, else 1.
        is_money: Whether it is a currency.
        is_weight: Alone it is a weight unless millions of it are counted.
    """

    code: str
    factor: Decimal = Decimal(1)
    is_money: bool = False
    is_weight: bool = False


@plain_dataclass(frozen=True, slots=True)
class Units:
    """All units by how they are written.

    Attributes:
        names: By words that follow a number, lower-case: "us dollars", "percent", "km".
        symbols: By symbols and codes that precede or follow a number: "$", "EUR".
        shared: Codes of the units that a word alone may mean, by the word, where it alone means none: "franc".
        large_only: Symbols that mean a currency only before a large sum: "PEN", "Le".
    """

    names: dict[str, Unit]
    symbols: dict[str, Unit]
    shared: dict[str, frozenset[str]]
    large_only: frozenset[str]


@lru_cache(maxsize=1)
def load_units() -> Units:
    """Read `currencies.yaml` and `measures.yaml`.

    Raises:
        OntologyError: A file does not validate.
    """
    currencies = read_yaml(DATA / "currencies.yaml", CurrencyFile)
    measures = read_yaml(DATA / "measures.yaml", dict[str, tuple[str, ...]])
    names = {form.lower(): Unit(unit) for unit, forms in measures.items() for form in forms}
    for word, entry in currencies.units.items():
        names |= dict(written(word, entry, Decimal(1)))
    for word, entry in currencies.hundredths.items():
        names |= dict(written(word, entry, HUNDREDTH))
    symbols = {symbol: Unit(code, is_money=True) for symbol, code in currencies.symbols.items()}
    codes = {unit.code for unit in names.values() if unit.is_money and unit.code.isupper()} - currencies.words_not_codes
    words = currencies.units.items()
    shared = {word: frozenset((entry.of or {}).values()) for word, entry in words if entry.alone is None}
    return Units(
        names, symbols | {code: Unit(code, is_money=True) for code in sorted(codes)}, shared, currencies.large_only
    )


def written(word: str, entry: CurrencyWord, factor: Decimal) -> Iterator[tuple[str, Unit]]:
    """Yield every way to write a currency word, alone and after a country, with what it means."""
    alone = Unit(entry.alone or word, factor if entry.alone else Decimal(1), is_money=True, is_weight=entry.is_weight)
    for form in {word: None, f"{word}s": None} | dict.fromkeys(entry.forms):
        yield form, alone
        for country, code in (entry.of or {}).items():
            yield f"{country} {form}".lower(), Unit(code, factor, is_money=True)
