"""Times that name a range, hours of a day, days of a near month, and repetitions."""

from datetime import date

import pytest

from regesta.annotate.times import find_times
from regesta.model.article import Article, Source

FRIDAY = date(2022, 5, 20)


def values_in(text: str) -> list[str]:
    return [t.value for t in find_times(Article(id="a", text=text, source=Source(published=FRIDAY)))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Power was cut from 8 to 10 p.m. on Tuesday.", "2022-05-17T20:00/2022-05-17T22:00"),
        ("Power was cut on Tuesday from 10 to 3 p.m.", "2022-05-17T10:00/2022-05-17T15:00"),
        ("Power was cut between 9.30 a.m. and 11 a.m. on Tuesday.", "2022-05-17T09:30/2022-05-17T11:00"),
        ("Shells fell at five in the morning.", "2022-05-20T05:00"),
        ("Shells fell at about 4 in the afternoon.", "2022-05-20T16:00"),
        ("Shells fell at three in the night.", "2022-05-20T03:00"),
        ("Shells fell in the morning.", "2022-05-20TMO"),
    ],
)
def test_hours_are_read_in_words_and_from_to(text: str, value: str) -> None:
    assert values_in(text) == [value]


def test_the_next_morning_counts_from_the_day_told_of() -> None:
    assert values_in("They landed on Tuesday night and met the following morning.") == [
        "2022-05-17TNI",
        "2022-05-18TMO",
    ]
    assert values_in("They met on 3 May and parted the next evening.") == ["2022-05-03", "2022-05-04TEV"]


def test_the_morning_of_something_else_is_no_time_of_day() -> None:
    assert values_in("It was the morning they had feared.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Envoys met on the 12th of this month.", "2022-05-12"),
        ("Envoys met on the third day of last month.", "2022-04-03"),
        ("Envoys meet from 4 to 23 of next month.", "2022-06-04/2022-06-23"),
        ("Envoys met on the third Tuesday of last month.", "2022-04-19"),
        ("Envoys met on the last Monday of the previous month.", "2022-04-25"),
        ("Envoys met from 4 to January 22, 1995.", "1995-01-04/1995-01-22"),
        ("Envoys met from April the ninth till the seventeenth.", "2022-04-09/2022-04-17"),
        ("Envoys met in the week of March 6.", "2022-W09"),
        ("Envoys met in the week starting on 2 May.", "2022-W18"),
        ("Envoys talk for the rest of the year.", "2022"),
        ("Envoys met in 2002-04.", "2002/2004"),
        ("Envoys met in 2016-11.", "2016-11"),
    ],
)
def test_days_and_weeks_are_read_from_what_they_belong_to(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The school was shut from August to October 2020.", ["2020-08/2020-10"]),
        ("The road was shut from May 28 to June 3, 2020.", ["2020-05-28", "2020-06-03"]),
        ("The road was shut from December 28 to January 3, 2020.", ["2019-12-28", "2020-01-03"]),
        ("The road was shut between 28 May and 3 June 2020.", ["2020-05-28", "2020-06-03"]),
        ("Ministers met in March and in November 2019.", ["2019-03", "2019-11"]),
        ("Ministers met in March 2018 and in November 2019.", ["2018-03", "2019-11"]),
        ("Ministers met in March. In November 2019 they parted.", ["2022-03", "2019-11"]),
        ("Figures were revised on Friday to December levels.", ["2022-05-20", "2021-12"]),
    ],
)
def test_a_year_told_with_the_second_date_counts_for_both(text: str, values: list[str]) -> None:
    assert values_in(text) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Patrols pass every other day.", "P2D"),
        ("Patrols pass every second week.", "P2W"),
        ("Patrols pass on Friday mornings.", "XXXX-WXX-5TMO"),
        ("The council sits fortnightly.", "P2W"),
        ("The truce held for a fortnight.", "P2W"),
        ("The truce held for two fortnights.", "P4W"),
        ("A 48h truce was agreed.", "PT48H"),
        ("The talks took two hours and a half.", "PT2.5H"),
        ("Guns fired all day.", "P1D"),
        ("He is not at present in office.", "PRESENT_REF"),
    ],
)
def test_lengths_and_repetitions(text: str, value: str) -> None:
    assert values_in(text) == [value]


def test_the_year_before_counts_from_the_year_told_of() -> None:
    assert values_in("They shot 83 in 2005 and 35 the year before.") == ["2005", "2004"]
    assert values_in("They met on 3 May. The day before, guns had fired.") == ["2022-05-03", "2022-05-02"]


def test_numbers_beside_months_and_years_are_not_swallowed() -> None:
    assert values_in("It took power in March two months after the vote.")[0] == "2022-03"
    assert values_in("He was jailed in 1995 to 15 years.")[0] == "1995"
    assert "P1Q" not in values_in("It cost a quarter million dollars.")
