import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.resolve.names.spelling import likeness, words_of
from regesta.resolve.persons.persons import PROPOSED, SURE

ONE = [
    ("Alexander Lukashenko", "Alyaksandr Lukashenka"),
    ("Alexander Lukashenko", "Aleksandr Łukaszenka"),
    ("Alexander Lukashenko", "Александр Лукашенко"),
    ("Volodymyr Zelenskyy", "Volodimir Zelenski"),
    ("Volodymyr Zelenskyy", "Володимир Зеленський"),
    ("Volodymyr Zelenskyy", "Владимир Зеленский"),
    ("Viktor Khrenin", "Viktor Jrenin"),
    ("Muammar Gaddafi", "Moammar al-Qaddafi"),
    ("Muammar Gaddafi", "Mouammar Kadhafi"),
    ("Muammar Gaddafi", "معمر القذافي"),
    ("Steffen Hebestreit", "Steffen Gebeshtreit"),
    ("Vladimir Putin", "Wladimir Putin"),
    ("Vladimir Putin", "Vladimir Poutine"),
    ("Xi Jinping", "习近平"),
    ("Ali Khamenei", "علي خامنئي"),
    ("Joe Biden", "Joseph Biden"),
    ("Recep Tayyip Erdoğan", "Recep Erdogan"),
    ("Benjamin Netanyahu", "Binyamin Netanjahu"),
    ("Mahmud Abbas", "Abbas, Mahmoud"),
]
PROPOSED_ONLY = [
    ("Vladimir Putin", "ولاديمير بوتين"),
    ("Vladimir Putin", "弗拉基米尔·普京"),
    ("Vladimir Putin", "ウラジーミル・プーチン"),
    ("Vladimir Putin", "ვლადიმერ პუტინი"),
]
TWO = [
    ("Kim Jong Un", "Kim Yo Jong"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Kim Jong Il", "Kim Myong Gil"),
    ("George W. Bush", "George H. W. Bush"),
    ("George W. Bush", "George H.W. Bush"),
    ("George Bush", "Laura Bush"),
    ("Fidel Castro", "Raúl Castro"),
    ("Hafez al-Assad", "Bashar al-Assad"),
    ("Lech Kaczyński", "Jarosław Kaczyński"),
    ("Xi Jinping", "Hu Jintao"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_spellings_of_one_name_are_surely_alike(left: str, right: str) -> None:
    assert likeness(left, right) >= SURE - 0.02
    assert likeness(left, right) == likeness(right, left)


@pytest.mark.parametrize(("left", "right"), PROPOSED_ONLY)
def test_scripts_that_keep_fewer_sounds_apart_are_proposed(left: str, right: str) -> None:
    assert PROPOSED <= likeness(left, right) < SURE


@pytest.mark.parametrize(("left", "right"), TWO)
def test_different_people_of_one_surname_are_not_even_proposed(left: str, right: str) -> None:
    assert likeness(left, right) < PROPOSED


@pytest.mark.parametrize("name", ["", " ", "?!", "-", "’"])
def test_what_is_no_name_is_like_nothing(name: str) -> None:
    assert likeness(name, "Jan Novotal") == 0.0


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_of_any_text_is_a_share_and_symmetric(left: str, right: str) -> None:
    found = likeness(left, right)
    assert 0.0 <= found <= 1.0
    assert found == likeness(right, left)


def test_words_are_in_latin_letters_without_marks() -> None:
    assert words_of("Зеленський, Володимир") == ("zelenskiy", "volodimir")
    assert words_of("Jean-Yves O'Orhan") == ("jean", "yves", "oorhan")
