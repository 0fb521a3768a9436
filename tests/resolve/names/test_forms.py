import pytest

from regesta.resolve.names.forms import fold, is_acronym, slug


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("St. Petersburg", "Saint Petersburg"),
        ("Sana'a", "Sanaa"),
        ("Port-au-Prince", "Port au Prince"),
        ("the Netherlands", "Netherlands"),
        ("Łódź", "Lodz"),
        ("São Tomé", "Sao Tome"),
        ("Weißrussland", "Weissrussland"),
        ("I\u011fd\u0131r", "Igdir"),
    ],
)
def test_spellings_of_one_name_share_a_key(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_different_names_have_different_keys() -> None:
    assert fold("Niger") != fold("Nigeria")
    assert fold("The") == "the"


def test_a_slug_keeps_words_apart() -> None:
    assert slug("Necmettin Erbakan") == "necmettin-erbakan"
    assert slug("Côte d'Ivoire") == "cote-divoire"


@pytest.mark.parametrize(("name", "expected"), [("U.S.", True), ("DPRK", True), ("Us", False), ("A", False)])
def test_initials_are_all_capitals(name: str, expected: bool) -> None:
    assert is_acronym(name) is expected
