import pytest

from regesta.dedupe.wording import read_wording


def test_one_meaning_has_one_form() -> None:
    one = read_wording("The border will be shut to all vessels")
    assert one.meanings == read_wording("the frontier was closed to every ship").meanings


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("6,000 men", {"6000"}),
        ("six thousand men", {"6000"}),
        ("some 1.3 million tonnes", {"1300000"}),
        ("three and a half kilometres", {"3.5"}),
        ("3.5 kilometres", {"3.5"}),
        ("on the third of the month", {"3"}),
        ("one of them", set()),
        ("1.2.3 and 4", {"4"}),
    ],
)
def test_numbers_are_read_however_written(text: str, numbers: set[str]) -> None:
    assert read_wording(text).numbers == numbers


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("they have not fired", True),
        ("they haven’t fired", True),
        ("nothing was fired", True),
        ("they will fire with or without a deal", False),
        ("they fire whether or not there is a deal", False),
        ("it stays shut as long as they do not leave", False),
        ("they fired", False),
    ],
)
def test_only_what_says_that_something_is_not_so_denies(text: str, denies: bool) -> None:
    assert read_wording(text).denies is denies


def test_names_and_days_are_told_apart_from_other_words() -> None:
    said = read_wording("Talks in Geneva begin on Friday")
    assert (said.names, said.times) == ({"geneva"}, {"friday"})
