import pytest

from regesta.dedupe.trigger_words import FLOOR, SAME_WORD, likeness_of, load_table, trigger_key


@pytest.mark.parametrize(
    ("one", "other"),
    [("visited", "arrived"), ("talks", "discussions"), ("shelling", "bombardment"), ("truce", "ceasefire")],
)
def test_words_for_one_act_are_more_alike_than_words_for_others(one: str, other: str) -> None:
    left, right = trigger_key(one), trigger_key(other)
    assert likeness_of(left, right) == likeness_of(right, left) > likeness_of(left, trigger_key("praised")) == FLOOR


def test_a_word_is_as_like_itself_as_any_that_is_not_in_the_table() -> None:
    assert likeness_of(trigger_key("visit"), trigger_key("Visits")) > FLOOR
    assert "zzzgrumb" not in load_table()
    assert likeness_of("zzzgrumb", "zzzgrumb") == SAME_WORD


def test_what_has_no_word_is_like_nothing() -> None:
    assert trigger_key("") == "" == trigger_key(" ")
    assert likeness_of("", "") == FLOOR == likeness_of("", "visit")


def test_pairs_are_kept_once_and_above_the_floor() -> None:
    table = load_table()
    assert all(low <= high and odds > FLOOR for low, others in table.items() for high, odds in others.items())
