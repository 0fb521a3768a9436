import pytest

from regesta.ontology.number_words import read_spelled


@pytest.mark.parametrize(
    ("words", "value", "used"),
    [
        ("twelve monkeys", 12, 1),
        ("twenty - four hours", 24, 3),
        ("two hundred and fifty men", 250, 4),
        ("a hundred days", 100, 2),
        ("one hundred twenty five thousand", 125_000, 5),
        ("nineteen ninety - six", 1996, 4),
        ("two thousand and five", 2005, 4),
        ("five six", 5, 1),
        ("two million and more", 2_000_000, 2),
        ("three dozen", 36, 2),
    ],
)
def test_the_longest_number_at_the_start_is_read(words: str, value: int, used: int) -> None:
    assert read_spelled(words.split()) == (value, used)


@pytest.mark.parametrize("words", ["a day", "hundred of them", "and two", "", "men"])
def test_no_number_at_the_start_takes_no_words(words: str) -> None:
    assert read_spelled(words.split()) == (0, 0)
