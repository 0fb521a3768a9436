import re
from decimal import Decimal

import pytest

from regesta.ontology.units import load_units


@pytest.mark.parametrize(
    ("name", "code", "factor"),
    [
        ("dollars", "USD", 1),
        ("canadian dollars", "CAD", 1),
        ("u.s. dollars", "USD", 1),
        ("roubles", "RUB", 1),
        ("kronor", "SEK", 1),
        ("pence", "GBP", Decimal("0.01")),
        ("francs", "franc", 1),
        ("per cent", "percent", 1),
    ],
)
def test_a_name_means_a_code_and_a_factor(name: str, code: str, factor: Decimal | int) -> None:
    unit = load_units().names[name]
    assert (unit.code, unit.factor) == (code, Decimal(factor))


def test_every_symbol_means_an_iso_4217_code_or_a_word_that_states_share() -> None:
    codes = {unit.code for unit in load_units().symbols.values()}
    assert {code for code in codes if not re.fullmatch(r"[A-Z]{3}", code)} == {"franc", "krone", "shilling"}
    assert load_units().shared["krone"] == {"DKK", "NOK", "SEK"}


def test_codes_that_are_english_words_are_not_read_as_codes() -> None:
    symbols = load_units().symbols
    assert "EUR" in symbols
    assert "ALL" not in symbols


def test_names_are_lower_case() -> None:
    assert all(name == name.lower() for name in load_units().names)
