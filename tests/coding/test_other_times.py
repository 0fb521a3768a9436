"""Which times of a sentence date its act."""

from collections.abc import Callable

import pytest

from regesta.model.article import Article

Coder = Callable[[str], Article]


def days_of(article: Article, event_type: str) -> list[tuple[str, str]]:
    dates = [event.date for event in article.events if event.type == event_type]
    return [(date.interval.start.isoformat(), date.interval.end.isoformat()) for date in dates if date]


@pytest.mark.parametrize(
    "text",
    [
        "French President Macron will meet German Chancellor Scholz during a summit in Prague next month.",
        "French President Macron will meet German Chancellor Scholz on the sidelines of a summit next month.",
    ],
)
def test_what_goes_on_within_another_act_has_its_time(coded: Coder, text: str) -> None:
    assert ("2023-01-01", "2023-02-01") in days_of(coded(text), "CONSULT")


@pytest.mark.parametrize(
    "text",
    [
        "Turkey on Tuesday condemned Germany over the March 3 rally in Berlin.",
        "Turkey condemned Germany over its ban on the March 3 rally.",
        "The Iranian foreign minister accused Israel of the May 5 attack.",
    ],
)
def test_a_day_that_says_which_thing_is_meant_does_not_date_words_about_it(coded: Coder, text: str) -> None:
    assert days_of(coded(text), "ACCUSE") == [("2022-12-20", "2022-12-21")]


def test_force_told_by_a_verb_above_has_the_day_of_the_sentence_before(coded: Coder) -> None:
    text = "Protesters gathered in Lagos on Friday. Nigerian police used batons to beat the demonstrators."
    assert days_of(coded(text), "ASSAULT") == [("2022-12-16", "2022-12-17")]
