"""Which names are one person."""

import random
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from regesta.model.office import OfficeHolding
from regesta.resolve.names.forms import fold
from regesta.resolve.persons.persons import are_one, known_as, offices_agree

# Heads of state and government, with the state: no two are one person.
HEADS = [
    ("George H. W. Bush", "USA", 1990), ("Bill Clinton", "USA", 1996), ("George W. Bush", "USA", 2004),
    ("Barack Obama", "USA", 2012), ("Donald Trump", "USA", 2018), ("Joe Biden", "USA", 2022),
    ("Boris Yeltsin", "RUS", 1996), ("Vladimir Putin", "RUS", 2004), ("Dmitry Medvedev", "RUS", 2010),
    ("Kim Il Sung", "PRK", 1990), ("Kim Jong Il", "PRK", 2004), ("Kim Jong Un", "PRK", 2018),
    ("Kim Yong Nam", "PRK", 2004), ("Fidel Castro", "CUB", 2004), ("Raúl Castro", "CUB", 2010),
    ("Hafez al-Assad", "SYR", 1996), ("Bashar al-Assad", "SYR", 2004), ("Laurent-Désiré Kabila", "COD", 1998),
    ("Joseph Kabila", "COD", 2004), ("Heydar Aliyev", "AZE", 2000), ("Ilham Aliyev", "AZE", 2004),
    ("Omar Bongo", "GAB", 2004), ("Ali Bongo", "GAB", 2012), ("Idriss Déby", "TCD", 2018),
    ("Mahamat Déby", "TCD", 2022), ("Néstor Kirchner", "ARG", 2004), ("Cristina Kirchner", "ARG", 2010),
    ("Lech Kaczyński", "POL", 2006), ("Jarosław Kaczyński", "POL", 2006), ("Mahinda Rajapaksa", "LKA", 2010),
    ("Gotabaya Rajapaksa", "LKA", 2020), ("Ranil Wickremesinghe", "LKA", 2022), ("Roh Tae-woo", "KOR", 1990),
    ("Roh Moo-hyun", "KOR", 2004), ("Lee Myung-bak", "KOR", 2010), ("Lee Jae-myung", "KOR", 2025),
    ("Khalifa bin Zayed", "ARE", 2010), ("Mohammed bin Zayed", "ARE", 2022), ("Mohammed bin Rashid", "ARE", 2022),
    ("Leonid Kravchuk", "UKR", 1992), ("Leonid Kuchma", "UKR", 2000), ("Viktor Yushchenko", "UKR", 2006),
    ("Viktor Yanukovych", "UKR", 2012), ("Volodymyr Zelenskyy", "UKR", 2022), ("Jiang Zemin", "CHN", 1998),
    ("Hu Jintao", "CHN", 2006), ("Xi Jinping", "CHN", 2018), ("Ruhollah Khomeini", "IRN", 1988),
    ("Ali Khamenei", "IRN", 2006), ("Mohammad Khatami", "IRN", 2002), ("Hosni Mubarak", "EGY", 2004),
    ("Mohamed Morsi", "EGY", 2012), ("Gurbanguly Berdimuhamedow", "TKM", 2012), ("Serdar Berdimuhamedow", "TKM", 2022),
]  # fmt: skip


def a_holding(person: str, iso3: str = "BLR", year: int = 2022, **changes: Any) -> OfficeHolding:
    """The president of a state in a year; the rest replaces fields."""
    base: dict[str, Any] = {"office": "President", "sector": "GOV", "support": 3, "citation": "a1:0-9"}
    return OfficeHolding(
        person=person, iso3=iso3, first=date(year, 1, 1), last=date(year, 12, 1), **base | changes
    )  # fmt: skip


def test_no_two_heads_of_state_are_ever_one() -> None:
    holdings = [a_holding(person, iso3, year) for person, iso3, year in HEADS]
    for left, right in combinations(holdings, 2):
        assert not are_one(left, right), (left.person, right.person)
    assert set(known_as(holdings).values()) == {person for person, _, _ in HEADS}


def test_no_two_heads_of_state_are_one_when_all_are_of_one_state_and_office() -> None:
    holdings = [a_holding(person, "BLR") for person, _, _ in HEADS if "Rashid" not in person]
    assert len(set(known_as(holdings).values())) == len(holdings)


def test_spellings_of_an_office_holder_are_one_person() -> None:
    spellings = ["Alexander Lukashenko", "Alyaksandr Lukashenka", "Aleksandr Łukaszenka", "Александр Лукашенко"]
    found = known_as(a_holding(person, support=9 - n) for n, person in enumerate(spellings))
    assert set(found.values()) == {"Alexander Lukashenko"}
    assert len(found) == len(spellings)


@pytest.mark.parametrize(
    ("changes", "is_one"),
    [
        ({}, True),
        ({"iso3": "RUS"}, False),
        ({"office": "Foreign Minister"}, False),
        ({"office": "leader"}, True),
        ({"year": 2012}, False),
        ({"year": 2019}, True),
    ],
)
def test_names_only_alike_are_one_person_when_state_office_and_time_agree(
    changes: dict[str, Any], is_one: bool
) -> None:
    left, right = a_holding("Uladzimir Orhanin"), a_holding("Wladimir Orchanin", **changes)
    assert are_one(left, right) is is_one
    assert are_one(right, left) is is_one


def test_nearly_the_same_name_is_one_person_for_a_lifetime_not_longer() -> None:
    assert are_one(a_holding("Mahmud Orhanli", year=2000), a_holding("Mahmoud Orhanli", year=2020, office="judge"))
    assert not are_one(a_holding("Mahmud Orhanli", year=1980), a_holding("Mahmoud Orhanli", year=2020))


def test_the_order_of_holdings_does_not_matter() -> None:
    holdings = [a_holding(person, iso3, year) for person, iso3, year in HEADS]
    holdings += [
        a_holding("Wladimir Putin", "RUS", 2004),
        a_holding("Aleksandr Łukaszenka"),
        a_holding("A. Lukashenka"),
    ]
    expected = known_as(holdings)
    for seed in range(5):
        assert known_as(random.Random(seed).sample(holdings, len(holdings))) == expected


def test_an_earlier_run_settles_the_spelling_and_a_users_table_before_it() -> None:
    earlier, later = a_holding("Aleksandr Orhanin", run=1, source="register"), a_holding("Alexander Orhanin", run=2)
    assert set(known_as([later, earlier]).values()) == {"Aleksandr Orhanin"}
    own = a_holding("Alaksandr Orhanin", source="pack:own", aliases=("Old Orhanin",))
    found = known_as([later, earlier, own])
    assert set(found.values()) == {"Alaksandr Orhanin"}
    assert found[fold("Old Orhanin"), "BLR"] == "Alaksandr Orhanin"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Defence Minister", "defense minister", True),
        ("minister", "Defence Minister", True),
        ("leader", "President", True),
        ("President", "Prime Minister", False),
        ("Foreign Minister", "Defence Minister", False),
        ("", "President", False),
    ],
)
def test_wordings_of_one_office_agree(left: str, right: str, expected: bool) -> None:
    assert offices_agree(left, right) is expected
