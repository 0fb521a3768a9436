"""Hours that words around them make clear, days told by another day, and more ways to write dates and repetitions."""

from datetime import date

import pytest

from regesta.annotate.times import find_times
from regesta.model.article import Article, Source

WEDNESDAY = date(2021, 3, 17)


def found_in(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    article = Article(id="a", text=text, source=Source(published=published))
    return [(time.span.of(text), time.value) for time in find_times(article)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The vote starts at seven thirty.", "seven thirty", "2021-03-17T07:30"),
        ("The vote starts at seven thirty pm.", "seven thirty pm", "2021-03-17T19:30"),
        ("The vote ended at eight p.m. on Friday.", "eight p.m. on Friday", "2021-03-12T20:00"),
        ("Polls shut from two thirty to two forty five.", "from two thirty to two forty five",
         "2021-03-17T02:30/2021-03-17T02:45"),
        ("They spoke 9:30 tonight.", "9:30 tonight", "2021-03-17T21:30"),
        ("They spoke Friday evening at 7:30.", "Friday evening at 7:30", "2021-03-12T19:30"),
        ("They spoke at 7 o'clock in the evening.", "7 o'clock in the evening", "2021-03-17T19:00"),
        ("They met at 9 on 4 May.", "9 on 4 May", "2021-05-04T09:00"),
        ("They met yesterday at 3 in the afternoon.", "yesterday at 3 in the afternoon", "2021-03-16T15:00"),
        ("They met from 7 to 9 on Friday.", "from 7 to 9 on Friday", "2021-03-12T07:00/2021-03-12T09:00"),
        ("They met yesterday from 10 to 3.", "yesterday from 10 to 3", "2021-03-16T10:00/2021-03-16T15:00"),
        ("They met between 7 and 9 in the evening.", "between 7 and 9 in the evening",
         "2021-03-17T19:00/2021-03-17T21:00"),
        ("It began at five minutes to eight.", "five minutes to eight", "2021-03-17T07:55"),
        ("It began at ten to eight.", "ten to eight", "2021-03-17T07:50"),
        ("It began at twenty minutes past eight.", "twenty minutes past eight", "2021-03-17T08:20"),
        ("It was sent 2021-05-04T09:30.", "2021-05-04T09:30", "2021-05-04T09:30"),
        ("They met at 10 a.m. Monday, 15 March.", "10 a.m. Monday, 15 March", "2021-03-15T10:00"),
        ("They met on Friday around noon.", "Friday around noon", "2021-03-12T12:00"),
        ("They met yesterday in the morning.", "yesterday in the morning", "2021-03-16TMO"),
        ("They met in the evening on Friday.", "the evening on Friday", "2021-03-12TEV"),
        ("They met Monday evening, March 15.", "Monday evening, March 15", "2021-03-15TEV"),
        ("They met on Friday at dawn.", "Friday at dawn", "2021-03-12TMO"),
        ("They met late on Friday afternoon.", "late on Friday afternoon", "2021-03-12TAF"),
    ],
)  # fmt: skip
def test_an_hour_is_read_with_the_day_and_part_of_day_beside_it(text: str, words: str, value: str) -> None:
    assert found_in(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    ["They won 3 to 2.", "It took two twenty-dollar bills.", "I am here.", "It rose from 5 to 7 in a vote."],
)
def test_other_numbers_are_no_hours(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met the Friday before Christmas.", "the Friday before Christmas", "2020-12-18"),
        ("They met the first Monday after Easter 2020.", "the first Monday after Easter 2020", "2020-04-13"),
        ("They met the Friday before last.", "the Friday before last", "2021-03-05"),
        ("They meet the Monday after next.", "the Monday after next", "2021-03-29"),
        ("They met the weekend before last.", "the weekend before last", "2021-W09-WE"),
        ("They meet the weekend after next.", "the weekend after next", "2021-W13-WE"),
        ("They meet Friday in the week of May 3.", "Friday in the week of May 3", "2021-05-07"),
        ("They meet the weekend of May 5.", "the weekend of May 5", "2021-W18-WE"),
        ("They met over Labor Day weekend.", "Labor Day weekend", "2021-W35-WE"),
        ("They met over the Easter weekend 2020.", "the Easter weekend 2020", "2020-W15-WE"),
        ("They meet on Sunday 21.", "Sunday 21", "2021-03-21"),
        ("They met Monday, May 4.", "Monday, May 4", "2020-05-04"),
    ],
)
def test_a_day_is_told_by_another_day(text: str, words: str, value: str) -> None:
    assert found_in(text) == [(words, value)]


def test_a_number_behind_a_weekday_that_it_does_not_fit_is_no_day() -> None:
    assert found_in("They meet on Sunday 22.") == [("Sunday", "2021-03-14")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Signed Dec-5-21, 5-Dec-21, Dec-05-2021 and 2021/05/Dec.", ["2021-12-05"] * 4),
        ("Signed Dec31, 1994.", ["1994-12-31"]),
        ("Signed on May 3 of the year 2020.", ["2020-05-03"]),
        ("Held in November between 19 and 20.", ["2020-11-19/2020-11-20"]),
        ("Held from the 5th to 7th.", ["2021-03-05/2021-03-07"]),
        ("Held on May 12, 13 and 14, 2020.", ["2020-05-12/2020-05-14"]),
        ("Held on the 12th, 13th and 14th of May 2020.", ["2020-05-12/2020-05-14"]),
        ("Born in nineteen oh five.", ["1905"]),
        ("Built in the noughties.", ["200"]),
        ("Built in the first decade of the 21st century.", ["200"]),
        ("Built in the last decade of the 20th century.", ["199"]),
        ("Built in the 5th century BC.", []),
        ("Due by end 2022, at end-May and by year-end 2022.", ["2022", "2021-05", "2022"]),
        ("Held in late summer 2020.", ["2020-SU"]),
        ("Held in week 10 of 2020.", ["2020-W10"]),
        ("Sales grew in 2Q 2020 and 1H 2020.", ["2020-Q2", "2020-H1"]),
        ("They scored in the second half of the match.", []),
        ("It stood for a quarter of a century.", ["P25Y"]),
        ("A quarter of the voters stayed at home.", []),
        ("They left two days prior.", ["2021-03-15"]),
        ("Trains stood still for the past hour.", ["PT1H"]),
        ("They meet every Christmas and every Easter.", ["XXXX-12-25", "P1Y"]),
        ("They meet every 15th of the month, on weekdays.", ["XXXX-XX-15", "XXXX-WXX-WD"]),
        ("They meet daily at 9 a.m.", ["XXXX-XX-XXT09:00"]),
        ("They meet on Monday and Wednesday next week.", ["2021-03-15", "2021-03-24"]),
        ("They meet the last Monday of this year.", ["2021-12-27"]),
        ("They meet the first Friday of 2022.", ["2022-01-07"]),
        ("They rested the whole month of May 2020.", ["2020-05"]),
        ("They rested for the rest of 2020.", ["2020"]),
        ("They worked Mon-Fri.", ["2021-03-08", "2021-03-12"]),
        ("Sales fell Jan-Mar 2020 and in Apr/May 2020.", ["2020-01/2020-03", "2020-04/2020-05"]),
        ("Due 5-May.", ["2021-05-05"]),
        ("A truce for two weeks starting Monday.", ["2021-03-15/2021-03-28"]),
        ("A truce for two weeks at the end of May.", ["P2W", "2021-05"]),
        ("Sales fell in the second and third quarters of 2020.", ["2020-Q2/2020-Q3"]),
        ("They meet this coming weekend.", ["2021-W11-WE"]),
        ("They spoke for 2 hours 30 minutes.", ["PT2H30M"]),
        ("They spoke for 90 secs.", ["PT90S"]),
        ("After a half-century a six-to-eight-week truce came.", ["P0.5CE", "P6W"]),
        ("They meet the first Monday of every month.", ["P1M"]),
        ("They meet the 1st of every month.", ["XXXX-XX-01"]),
        ("They meet weekdays at 5 pm.", ["XXXX-WXX-WDT17:00"]),
    ],
)
def test_further_forms_of_dates_lengths_and_repetitions_are_read(text: str, values: list[str]) -> None:
    assert [value for _, value in found_in(text)] == values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met five days ago at 3 p.m.", "five days ago at 3 p.m.", "2021-03-12T15:00"),
        ("They met at noon two weeks ago.", "noon two weeks ago", "2021-03-03T12:00"),
        ("They left an hour before noon.", "an hour before noon", "2021-03-17T11:00"),
        ("They left 40 minutes after 9:30 p.m.", "40 minutes after 9:30 p.m.", "2021-03-17T22:10"),
        ("They met at 5 p.m. on the 3rd.", "5 p.m. on the 3rd", "2021-03-03T17:00"),
        ("It was 20 minutes past 8.", "20 minutes past 8", "2021-03-17T08:20"),
        ("They will be back 7ish.", "7ish", "2021-03-17T07:00"),
        ("They will be back noonish.", "noonish", "2021-03-17T12:00"),
        ("Shops open at 9 a.m. on weekdays.", "9 a.m. on weekdays", "XXXX-WXX-WDT09:00"),
        ("They pray at noon on Fridays.", "noon on Fridays", "XXXX-WXX-5T12:00"),
        ("They pray at 5 p.m. every day.", "5 p.m. every day", "XXXX-XX-XXT17:00"),
    ],
)
def test_times_by_the_clock_are_told_by_way_of_others(text: str, words: str, value: str) -> None:
    assert found_in(text) == [(words, value)]


def test_minutes_to_a_number_may_be_something_else() -> None:
    assert found_in("They added 20 minutes to 8.") == [("20 minutes", "PT20M")]
    assert found_in("They left 99999999999999999999 hours before noon.")[-1] == ("noon", "2021-03-17T12:00")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They spoke from 9 a.m. to 11.", "from 9 a.m. to 11", "2021-03-17T09:00/2021-03-17T11:00"),
        ("They spoke between 10 a.m. and 3 on Monday.", "between 10 a.m. and 3 on Monday",
         "2021-03-15T10:00/2021-03-15T15:00"),
        ("The vote is in 5 minutes.", "5 minutes", "2021-03-17TXX:XX"),
    ],
)  # fmt: skip
def test_the_end_of_a_time_by_the_clock_is_told_with_it(text: str, words: str, value: str) -> None:
    assert found_in(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "part", "value"),
    [
        ("They fled in the evening of 4 March.", "the evening", "2021-03-04TEV"),
        ("They fled in the late evening of 4 March.", "late evening", "2021-03-04TEV"),
        ("They fled during the night of 4 to 5 March.", "the night", "2021-03-04TNI"),
        ("They fled overnight from 4 to 5 March.", "overnight", "2021-03-04TNI"),
        ("They fled overnight on 4 March.", "overnight", "2021-03-04TNI"),
        ("They fled overnight Sunday.", "overnight", "2021-03-14TNI"),
        ("They fled overnight into Sunday.", "overnight", "2021-03-13TNI"),
    ],
)
def test_a_part_of_a_day_is_of_the_day_behind_it(text: str, part: str, value: str) -> None:
    assert found_in(text)[0] == (part, value)


@pytest.mark.parametrize(
    "text", ["They fled overnight.", "They fled overnight. On 4 March they met.", "They fled overnight and in March."]
)
def test_another_part_of_a_day_is_of_the_day_of_the_news(text: str) -> None:
    assert found_in(text)[0] == ("overnight", "2021-03-17TNI")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell in the fiscal year ending March 2020.", "the fiscal year ending March 2020", "2019-04/2020-03"),
        ("It fell in the fiscal year ended June 30, 2020.", "the fiscal year ended June 30, 2020", "2019-07/2020-06"),
        ("It fell in the financial year ending 31 March 2020.", "the financial year ending 31 March 2020",
         "2019-04/2020-03"),
    ],
)  # fmt: skip
def test_a_fiscal_year_ends_with_the_month_told(text: str, words: str, value: str) -> None:
    assert found_in(text) == [(words, value)]


def test_a_year_that_ends_on_a_day_without_its_year_stays_a_length() -> None:
    assert found_in("It fell in the year ended 30 June.")[0] == ("the year", "P1Y")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Monday. He had arrived the evening before.", "2021-03-14TEV"),
        ("They met on Monday. He left the morning after.", "2021-03-16TMO"),
        ("They met on Monday. She paid by 2020 and left in the evening.", "2021-03-15TEV"),
    ],
)
def test_a_part_of_a_day_is_of_the_day_told_last(text: str, value: str) -> None:
    assert found_in(text)[-1][1] == value


def test_the_evening_before_something_is_no_time_by_itself() -> None:
    assert [value for _, value in found_in("They met on Monday, the evening before the vote.")] == ["2021-03-15"]


def test_the_next_day_is_not_counted_from_a_year_told_in_between() -> None:
    assert found_in("He came on Monday, the first time since 2017. He left the following day.")[-1][1] == "2021-03-16"


def test_the_next_day_of_a_month_alone_is_of_that_month() -> None:
    assert found_in("It opened in May 2016. The next day they met.")[-1][1] == "2016-05"
