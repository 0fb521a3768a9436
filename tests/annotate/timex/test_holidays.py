"""Days that have a name."""

from datetime import date

import pytest

from regesta.annotate.times import find_times
from regesta.annotate.timex.holidays import named_days
from regesta.annotate.timex.words import FEASTS, VALUED
from regesta.model.article import Article, Source


def values_in(text: str, published: date | None = date(2022, 5, 20)) -> list[str]:
    return [t.value for t in find_times(Article(id="a", text=text, source=Source(published=published)))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Crowds marched on May Day.", "2022-05-01"),
        ("Crowds marched on International Women's Day.", "2022-03-08"),
        ("Crowds marched on Women’s Day 2019.", "2019-03-08"),
        ("Crowds marched on Labor Day 2021.", "2021-09-06"),
        ("Crowds marched on Memorial Day 2021.", "2021-05-31"),
        ("Crowds marched on Thanksgiving 2021.", "2021-11-25"),
        ("Shops were raided on Black Friday 2021.", "2021-11-26"),
        ("Bells rang on Palm Sunday.", "2022-04-10"),
        ("Bells rang on Orthodox Easter.", "2022-04-24"),
        ("Bells rang at Pentecost.", "2022-06-05"),
        ("Troops paraded on Victory Day.", "2022-05-09"),
        ("Bells rang on Easter Sunday 2021.", "2021-04-04"),
        ("Bells rang on New Year's Day 2021.", "2021-01-01"),
        ("Crowds marched on Nakba Day.", "2022-05-15"),
        ("Crowds marched on St. Stephen's Day 2021.", "2021-12-26"),
        ("Guns fell silent on Yom Kippur 2021.", "2021-09-16"),
        ("Guns fell silent on Passover.", "2022-04-16"),
        ("Guns fell silent for Hanukkah 2021.", "2021-11-29"),
        ("Guns fell silent on Eid al-Adha 2021.", "2021-07-20"),
        ("Guns fell silent during Ramadan.", "2022-04-03/2022-05-02"),
    ],
)
def test_a_feast_is_the_nearest_one_or_that_of_its_year(text: str, value: str) -> None:
    assert values_in(text) == [value]


def test_a_feast_without_a_year_or_a_day_of_publication_is_left_out() -> None:
    assert values_in("Crowds marched on Palm Sunday.", published=None) == []


@pytest.mark.parametrize(
    "text",
    [
        "They may day and night be seen there.",
        "Mr Ramadan spoke.",
        "The Yom Kippur War and the Good Friday Agreement are history.",
    ],
)
def test_ordinary_words_and_other_names_are_no_feast(text: str) -> None:
    assert values_in(text) == []


def test_every_feast_is_a_day_of_every_year() -> None:
    for rule in {*FEASTS.values(), *VALUED["holiday"].values()}:
        for year in (1999, 2020, 2024, 2100):
            assert {day.year for day in named_days(rule, year)} == {year}


def test_of_two_feasts_in_one_year_the_nearest_is_meant() -> None:
    assert values_in("Guns fell silent on Eid al-Adha.", published=date(2006, 12, 29)) == ["2006-12-31"]
    assert values_in("Guns fell silent on Eid al-Adha.", published=date(2006, 1, 8)) == ["2006-01-10"]
    assert values_in("Guns fell silent on Eid al-Fitr.", published=date(2000, 12, 20)) == ["2000-12-28"]
