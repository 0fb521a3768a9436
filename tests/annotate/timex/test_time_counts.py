"""Times counted from others, weeks, parts of longer times, times told in words, and ranges of two times."""

from datetime import date

import pytest

from regesta.annotate.times import find_times
from regesta.model.article import Article, Source

FRIDAY = date(2022, 5, 20)


def values_in(text: str, published: date | None = FRIDAY) -> list[str]:
    return [t.value for t in find_times(Article(id="a", text=text, source=Source(published=published)))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Envoys met more than two weeks before yesterday.", "2022-05-05"),
        ("Envoys met the day after Easter.", "2022-04-18"),
        ("Envoys met ten days after Christmas.", "2022-01-04"),
        ("Envoys met the week after Easter 2021.", "2021-W14"),
        ("Envoys met less than three days after 3 May.", "2022-05-03/2022-05-06"),
        ("A truce held for ten days from 3 May.", "2022-05-03/2022-05-12"),
        ("A truce held for 1 week, from 3 May.", "2022-05-03/2022-05-09"),
        ("Envoys met a year ago today.", "2021-05-20"),
        ("Envoys met two weeks ago on Monday.", "2022-05-02"),
        ("Envoys met a year and a half ago.", "2020-11"),
        ("Envoys met in the 2 past months.", "P2M"),
    ],
)
def test_times_are_counted_from_days_named_beside_them(text: str, value: str) -> None:
    assert values_in(text) == [value]


def test_a_week_before_at_the_end_of_a_clause_is_a_week_earlier() -> None:
    assert values_in("Envoys met on 16 May. Rebels had met three days before.") == ["2022-05-16", "2022-05-13"]
    assert values_in("Envoys met three days before the vote.") == ["P3D"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Envoys met in the first week of March.", "2022-W09"),
        ("Envoys met in the last week of April 2021.", "2021-W17"),
        ("Envoys meet in the second week of next month.", "2022-W23"),
        ("Envoys met in the last week of 2021.", "2021-W52"),
        ("Envoys met in the week of the 9th.", "2022-W19"),
        ("Prices rose in the week ending 15 May.", "2022-05-09/2022-05-15"),
        ("Prices rose in the week to May 15.", "2022-05-09/2022-05-15"),
        ("Envoys met in the first half of April.", "2022-04-01/2022-04-15"),
        ("Envoys met in the second half of last month.", "2022-04-16/2022-04-30"),
        ("Envoys met on the last day of April.", "2022-04-30"),
        ("Envoys met on the first day of the year.", "2022-01-01"),
        ("Envoys met on the second day of 2021.", "2021-01-02"),
        ("Prices rose in the final quarter of 2020.", "2020-Q4"),
        ("Envoys met in the month of April.", "2022-04"),
        ("Envoys met in fiscal year 2020-21.", "2020/2021"),
        ("Envoys met in August 99.", "1999-08"),
        ("The canals date from the 1800s.", "18"),
    ],
)
def test_weeks_and_parts_of_longer_times_are_read(text: str, value: str) -> None:
    assert values_in(text) == [value]


def test_the_last_year_of_a_war_is_not_last_year() -> None:
    assert values_in("Envoys met in the last year of the war.") == []


def test_a_persons_age_is_no_decade() -> None:
    assert values_in("The envoy is in his sixties.") == []
    assert values_in("The treaty is of the sixties.") == ["196"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Envoys met at half past two.", "2022-05-20T02:30"),
        ("Envoys met at quarter to five.", "2022-05-20T04:45"),
        ("Envoys met at ten past six.", "2022-05-20T06:10"),
        ("Envoys met at seven o'clock.", "2022-05-20T07:00"),
        ("Power was cut between 0730-0930.", "2022-05-20T07:30/2022-05-20T09:30"),
        ("Power was cut from 10 p.m. for 3 hours 30 minutes.", "2022-05-20T22:00/2022-05-21T01:30"),
        ("Power was cut for two hours from 2 p.m.", "2022-05-20T14:00/2022-05-20T16:00"),
        ("Shells fell one morning.", "XXXX-XX-XXTMO"),
    ],
)
def test_times_of_day_are_read_in_words(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize("text", ["They won ten to six.", "He led 3 past sunset.", "They lost two to nine."])
def test_results_are_no_times_of_day(text: str) -> None:
    assert values_in(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Envoys talked from Monday to Thursday.", ["2022-05-16", "2022-05-19"]),
        ("Envoys talked from Thursday to Tuesday.", ["2022-05-12", "2022-05-17"]),
        ("Envoys talk from Monday to Friday next week.", ["2022-05-23", "2022-05-27"]),
        ("Rebels fought from October 2017 to February.", ["2017-10", "2018-02"]),
        ("Rebels fought from 5/1-5/7, 2021.", ["2021-05-01/2021-05-07"]),
        ("Rebels fought from 12/28-1/3/2022.", ["2021-12-28/2022-01-03"]),
        ("Rebels fought from the 4th to the 12th.", ["2022-05-04/2022-05-12"]),
    ],
)
def test_the_two_ends_of_a_range_fit_together(text: str, values: list[str]) -> None:
    assert values_in(text) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Talks this Sunday.", "2022-05-22"),
        ("Talks next Sunday.", "2022-05-29"),
        ("Talks coming Sunday.", "2022-05-22"),
        ("Talks last Sunday.", "2022-05-15"),
    ],
)
def test_next_sunday_is_in_the_next_week(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met once a month.", "P1M"),
        ("They met twice a week.", "P1W"),
        ("They met in the mornings.", "XXXX-XX-XXTMO"),
        ("A bi-monthly meeting was set.", "P2M"),
        ("A weeklong strike began.", "P1W"),
        ("A decade-long war began.", "P1DE"),
    ],
)
def test_repetitions_and_lengths_in_one_word_are_read(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Envoys meet tomorrow at 7.", "2022-05-21T07:00"),
        ("Envoys meet this evening at 7.", "2022-05-20T19:00"),
        ("Envoys meet at 5 this afternoon.", "2022-05-20T17:00"),
        ("Shells fell last night at 8 p.m.", "2022-05-19T20:00"),
        ("Power was cut from 2 p.m. to 4:30 on Tuesday.", "2022-05-17T14:00/2022-05-17T16:30"),
        ("Envoys met two Mondays ago.", "2022-05-09"),
        ("Envoys met on 2021 March 5th.", "2021-03-05"),
        ("Envoys met in the year of 2020.", "2020"),
        ("Prices rose in the latter half of the year.", "2022-H2"),
        ("Envoys met in the second half of the year.", "2022-H2"),
    ],
)
def test_hours_and_days_are_read_in_more_orders(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Envoys will meet this coming Monday.", "2022-05-23"),
        ("Envoys met this past Friday.", "2022-05-13"),
        ("Envoys met on the first weekend of May.", "2022-W18-WE"),
        ("Envoys met on the last weekend of this month.", "2022-W21-WE"),
        ("Envoys met early in the week.", "2022-W20"),
        ("Exports fell, year to date.", "2022"),
        ("No envoy has come to date.", "PRESENT_REF"),
        ("It was built in the nineteen seventies.", "197"),
        ("It fell in FY21.", "2021"),
        ("It fell in FY 2021.", "2021"),
        ("Envoys met on Oct/2.", "2022-10-02"),
        ("Envoys met on 22.04.", "2022-04-22"),
        ("Envoys met from 30/4 to 2/5/2022.", "2022-04-30/2022-05-02"),
        ("Envoys met half an hour ago.", "2022-05-20TXX:XX"),
        ("Envoys met two hours ago.", "2022-05-20TXX:XX"),
        ("Envoys will meet an hour from now.", "2022-05-20TXX:XX"),
        ("Envoys met at half past seven.", "2022-05-20T07:30"),
        ("Envoys met at 7:30:15 p.m.", "2022-05-20T19:30"),
        ("Envoys met at 19h30.", "2022-05-20T19:30"),
        ("Shells fell at 1930 hours.", "2022-05-20T19:30"),
        ("Envoys met on 5/6/2021 10:30.", "2021-05-06T10:30"),
        ("Shells fell at dawn on Monday.", "2022-05-16TMO"),
        ("Shells fell the night before last.", "2022-05-18TNI"),
    ],
)
def test_days_and_hours_are_read_in_other_words(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The truce held for 3 hours and 20 minutes.", "PT3H20M"),
        ("The truce held for a year and three months.", "P1Y3M"),
        ("The truce held for a quarter of an hour.", "PT15M"),
        ("The truce held for three quarters of an hour.", "PT45M"),
        ("The truce held for 2½ years.", "P2.5Y"),
        ("The truce held for ½ hour.", "PT0.5H"),
        ("The truce held for three weekends.", "P3WE"),
        ("The truce held the whole day.", "P1D"),
        ("Envoys meet three times a month.", "P1M"),
        ("Envoys meet every 4th of July.", "XXXX-07-04"),
        ("Envoys meet every May 5.", "XXXX-05-05"),
        ("Envoys meet every Sunday at 3 p.m.", "XXXX-WXX-7T15:00"),
        ("Envoys meet every Monday morning.", "XXXX-WXX-1TMO"),
        ("Envoys meet every two weekends.", "P2WE"),
        ("Shells fell nightly.", "XXXX-XX-XXTNI"),
        ("Envoys meet quarterly.", "P3M"),
    ],
)
def test_lengths_are_added_and_repetitions_told_more_closely(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "It cut its quarterly dividend.",
        "They lead everyday lives.",
        "Rebels won on 4-2 votes.",
        "It lay on 4.05 hectares.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert values_in(text) == []


def test_a_monday_before_is_counted_from_the_day_told_of() -> None:
    assert values_in("Envoys met on 11 May. Rebels had met the Monday before.") == ["2022-05-11", "2022-05-09"]


def test_hours_beyond_the_calendar_are_no_range() -> None:
    assert values_in("Power was cut for 99999999999999999999 hours from 2 p.m.") == [
        "PT99999999999999999999H", "2022-05-20T14:00",
    ]  # fmt: skip


def test_figures_behind_a_day_may_count_something() -> None:
    assert values_in("The envoys met on Tuesday at 7 villages.") == ["2022-05-17"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("In Apr talks began.", "2022-04"), ("In Dec talks began.", "2021-12"), ("Week 31 was quiet.", "2022-W31")],
)
def test_short_months_and_weeks_are_read_at_the_head_of_a_sentence(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Envoys met three Mondays ago.", "2022-05-02"),
        ("Envoys will meet two Tuesdays from now.", "2022-05-31"),
        ("Envoys will meet two Fridays from today.", "2022-06-03"),
        ("Envoys met two weekends ago.", "2022-W18-WE"),
        ("Envoys meet three weekends from now.", "2022-W23-WE"),
        ("Envoys met on the second Tuesday.", "2022-05-10"),
        ("Envoys met last week's Thursday.", "2022-05-12"),
        ("It is a matter of days, to be settled in two weeks' time.", "2022-W22"),
        ("In a month's time it is over.", "2022-06"),
    ],
)
def test_days_and_weeks_are_counted_from_the_news(text: str, value: str) -> None:
    assert value in values_in(text)


def test_the_third_friday_in_a_row_is_no_day_of_the_month() -> None:
    assert "2022-05-20" in values_in("Crowds marched for the first Friday in a row.")
    assert "2022-05-03" not in values_in("Crowds marched on the first Tuesday of a long strike.")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A truce held for 2 1/2 months.", "P2.5M"),
        ("A truce held for 6 3/4 hours.", "PT6.75H"),
        ("Votes are cast within 30mins.", "PT30M"),
        ("A strike of 2hrs began.", "PT2H"),
        ("The file of 20210307 was lost.", "2021-03-07"),
        ("Exports grew in the year to date.", "2022"),
        ("Exports grew in Q1 of last year.", "2021-Q1"),
        ("A vote is due in H2 of next year.", "2023-H2"),
        ("Shops were shut on Cyber Monday.", "2021-11-29"),
        ("He was sworn in on Inauguration Day 2021.", "2021-01-20"),
        ("They met on the eve of Easter.", "2022-04-16"),
    ],
)
def test_lengths_and_days_are_written_in_many_ways(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize("text", ["He paid 20220740 pesos.", "He scored 1/2 of the goals.", "The ID is 120220501."])
def test_other_figures_are_no_days(text: str) -> None:
    assert values_in(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("born 5 jan 1986 in lima", "1986-01-05"),
        ("a truce held from 3 jun on", "2022-06-03"),
        ("the ninth of may was dull", "2022-05-09"),
        ("the fleet left on 5 may 2020", "2020-05-05"),
        ("the fleet left on 2 march 2021", "2021-03-02"),
        ("Talks took place in H1-2018.", "2018-H1"),
        ("The talks took a year and a quarter.", "P1.25Y"),
        ("They were signed in the two thousands.", "200"),
        ("They met on 4.22.", "2022-04-22"),
    ],
)
def test_dates_are_read_without_capitals_and_in_short(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "All 5 may leave.",
        "He met on 30 Feb with aides.",
        "The vote is on April 31.",
        "They live on 4.22 dollars.",
        "They are two of the two thousands of guests.",
    ],
)
def test_days_that_no_month_has_and_other_numbers_are_no_dates(text: str) -> None:
    assert values_in(text) == []


def test_what_a_month_is_followed_by_may_be_counted() -> None:
    assert values_in("In April 31 people died.") == ["2022-04"]


def test_the_next_day_after_a_month_is_some_day_of_it() -> None:
    assert values_in("Rebels fled in March. The army shot two the next day.") == ["2022-03", "2022-03"]
    assert values_in("Rebels fled on 3 March. The army shot two the next day.") == ["2022-03-03", "2022-03-04"]
    assert values_in("The fleet left in 1999 and came back the following day.") == ["1999", "1999"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Envoys met on 11-12 May.", "2022-05-11/2022-05-12"),
        ("Envoys met on 6/7 May.", "2022-05-06/2022-05-07"),
        ("Envoys met on 5/12 and left.", "2022-05-12"),
        ("Envoys met Tuesday before last.", "2022-05-10"),
        ("Envoys met a week last Tuesday.", "2022-05-10"),
        ("The vote is a week on Sunday.", "2022-05-29"),
        ("Envoys met 72 hours ago.", "2022-05-17"),
        ("Envoys met half a century ago.", "1972"),
        ("Envoys met a quarter of a century ago.", "1997"),
        ("Envoys met at Nowruz.", "2022-03-21"),
    ],
)
def test_days_are_told_in_figures_and_counted_back_in_weeks_and_centuries(text: str, value: str) -> None:
    assert values_in(text) == [value]
