from dataclasses import replace

import pytest
from builders import an_article, an_event

from regesta.model.entry import Report
from regesta.query.matters.rounds import counts_rounds, round_of, round_told, rounds_in
from regesta.store.citing import report_of
from regesta.store.words import folded_words

NOUNS = frozenset({"round", "package", "tranche", "set", "session"})


def told(text: str, trigger: str = "sanctions") -> Report:
    """A report of a sanction whose trigger is the first of these words."""
    article = an_article(text)
    return report_of(an_event(article, trigger, actor=None, recipient=None, type="SANCTION"), article)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Poland imposed a third round of sanctions on Turkey.", 3),
        ("Poland adopted its sixth package of sanctions against Turkey.", 6),
        ("Poland's 11th sanctions package against Turkey came into force.", 11),
        ("The sixth major sanctions package of Poland hit Turkey.", 6),
        ("Poland imposed sanctions on Turkish banks in its second tranche.", 2),
        ("Poland imposed a first set of sanctions on Turkey.", 1),
        ("Poland imposed sanctions on Turkey.", None),
        ("Poland imposed a new round of sanctions on Turkey.", None),
        ("Poland imposed sanctions on Turkey for the third time.", None),
        ("Poland imposed sanctions on Turkey on the third day of the session.", None),
        ("Poland imposed sanctions on every third package from Turkey.", 3),  # no parse is looked at
        ("A second, a new package: Poland imposed sanctions on Turkey.", None),
    ],
)
def test_a_round_is_numbered_by_the_ordinal_before_its_noun(text: str, number: int | None) -> None:
    assert round_of(told(text), NOUNS) == number


def test_of_several_rounds_the_one_nearest_to_the_act_is_meant() -> None:
    text = "Poland adopted a sixth package of sanctions when the fifth package of penalties for Turkey lapsed."
    assert round_of(told(text), NOUNS) == 6
    assert round_of(told(text, "lapsed"), NOUNS) == 5


def test_a_round_told_far_from_the_act_is_that_of_another() -> None:
    text = (
        "Poland adopted its sixth package on Monday, and in an unrelated move that surprised many of its neighbours in "
        "the east Lithuania imposed sanctions on Latvia."
    )
    assert round_of(told(text), NOUNS) is None


def test_only_the_nouns_asked_for_number_a_series() -> None:
    report = told("Poland imposed a third round of sanctions on Turkey.")
    assert round_of(report, frozenset({"package"})) is None
    assert round_of(report, ()) is None


def test_without_a_sentence_around_the_act_there_is_no_number() -> None:
    report = told("Poland imposed a third round of sanctions on Turkey.")
    assert round_of(replace(report, citations=()), NOUNS) is None


def test_of_several_reports_most_decide_and_the_earliest_of_equals() -> None:
    third, fourth, none = (
        told(f"Poland imposed {which} of sanctions on Turkey.")
        for which in ("a third round", "a fourth round", "a wave")
    )
    assert round_told([fourth, third, third], NOUNS) == 3
    assert round_told([fourth, third], NOUNS) == 4
    assert round_told([none, third], NOUNS) == 3
    assert round_told([none], NOUNS) is round_told([], NOUNS) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a third round", [(1, 2, 3)]),
        ("its second and third packages", []),
        ("the 6th package and the seventh package", [(1, 2, 6), (5, 6, 7)]),
        ("its sixth major sanctions package", [(1, 4, 6)]),
        ("third of the sets", []),
    ],
)
def test_the_places_of_ordinals_are_found(words: str, found: list[tuple[int, int, int]]) -> None:
    assert rounds_in(folded_words(words), NOUNS) == found


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("a third round of sanctions", True),
        ("five packages of sanctions on Russia since February", True),
        ("has imposed sanctions three times", False),
        ("their third visit", False),
        ("two batches of aid", False),  # not asked for
    ],
)
def test_a_claim_counts_rounds_or_acts(words: str, is_so: bool) -> None:
    assert counts_rounds(folded_words(words), NOUNS) is is_so
