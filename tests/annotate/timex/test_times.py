from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from regesta.annotate.times import Times, find_times
from regesta.model.article import Article, Source
from tests.annotate.parses import Row, a_parse

FRIDAY = date(2022, 5, 20)


def times_in(text: str, published: date | None = FRIDAY) -> list[tuple[str, str, str]]:
    article = Article(id="a", text=text, source=Source(published=published))
    return [(time.span.of(text), time.timex, time.value) for time in find_times(article)]


def values_in(text: str, published: date | None = FRIDAY) -> list[str]:
    return [value for _, _, value in times_in(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The treaty of 18 November 2005 lapsed.", "18 November 2005"),
        ("It was signed on Friday, Nov. 18, 2005, in Oslo.", "Friday, Nov. 18, 2005"),
        ("It was signed on the 18th of November 2005.", "18th of November 2005"),
        ("It was signed on 2005-11-18.", "2005-11-18"),
        ("It was signed on 18.11.2005.", "18.11.2005"),
        ("It was signed on 11/18/2005.", "11/18/2005"),
        ("It was signed November 18th, 2005.", "November 18th, 2005"),
        ("It was signed on November eighteen, 2005.", "November eighteen, 2005"),
    ],
)
def test_a_full_date_is_read_in_every_order(text: str, expected: str) -> None:
    found = times_in(text)
    assert [value for _, _, value in found] == ["2005-11-18"]
    assert expected in found[0][0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Envoys met on Wednesday.", "2022-05-18"),
        ("Envoys met on Friday.", "2022-05-20"),
        ("Envoys met last Friday.", "2022-05-13"),
        ("Envoys meet next Monday.", "2022-05-23"),
        ("Envoys met on Tuesday of last week.", "2022-05-10"),
        ("Envoys met yesterday.", "2022-05-19"),
        ("Envoys met the day before yesterday.", "2022-05-18"),
        ("Envoys met three days ago.", "2022-05-17"),
        ("Envoys met two weeks ago.", "2022-W18"),
        ("Envoys meet three weeks from tomorrow.", "2022-06-11"),
        ("Envoys met last week.", "2022-W19"),
        ("Envoys meet next month.", "2022-06"),
        ("Envoys met earlier this year.", "2022"),
        ("Envoys met over the weekend.", "2022-W19-WE"),
        ("Envoys met last summer.", "2021-SU"),
        ("Envoys met five years ago.", "2017"),
    ],
)
def test_relative_dates_count_from_publication(text: str, value: str) -> None:
    assert values_in(text) == [value]


def test_a_date_without_a_year_takes_the_nearest_one() -> None:
    assert values_in("Talks were held on May 3 and on Dec. 28.") == ["2022-05-03", "2021-12-28"]


def test_a_month_alone_is_the_last_such_month() -> None:
    assert values_in("The envoy was expelled in March.") == ["2022-03"]
    assert values_in("The envoy was expelled last November.") == ["2021-11"]


def test_the_year_after_a_month_may_be_relative() -> None:
    assert values_in("They met in March last year.") == ["2021-03"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The accord of the late 1980s failed.", "198"),
        ("Borders of the 19th century were kept.", "18"),
        ("Trade grew in the second quarter of 2021.", "2021-Q2"),
        ("Trade grew in the third-quarter.", "2021-Q3"),
        ("Trade grew in Q4 2020.", "2020-Q4"),
        ("Trade grew in the first half of 2019.", "2019-H1"),
        ("Trade grew in fiscal 2019.", "2019"),
        ("A pact signed in 1867 was broken.", "1867"),
        ("The year two thousand came.", "2000"),
        ("Sanctions began in mid-May.", "2022-05"),
        ("Sanctions began at the end of April.", "2022-04"),
    ],
)
def test_longer_periods_keep_their_precision(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The summit of April 17-19 ended.", "2022-04-17/2022-04-19"),
        ("The summit of 17 to 19 April 2021 ended.", "2021-04-17/2021-04-19"),
        ("The war of 1990-91 ended.", "1990/1991"),
        ("The talks of January-February 2017 ended.", "2017-01/2017-02"),
    ],
)
def test_ranges_include_their_last_day_month_or_year(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("A three-day visit ended.", "three-day", "P3D"),
        ("Fighting lasted two and a half years.", "two and a half years", "P2.5Y"),
        ("They talked for more than four hours.", "more than four hours", "PT4H"),
        ("He stayed for a week.", "a week", "P1W"),
        ("Tension rose over the past few months.", "the past few months", "PXM"),
        ("The siege went on for weeks.", "weeks", "PXW"),
    ],
)
def test_lengths_of_time_are_durations(text: str, span: str, value: str) -> None:
    assert times_in(text) == [(span, "DURATION", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Patrols leave every day.", "P1D"),
        ("They meet each July.", "XXXX-07"),
        ("They meet every Monday.", "XXXX-WXX-1"),
        ("The council votes annually.", "P1Y"),
    ],
)
def test_repetition_is_a_set(text: str, value: str) -> None:
    assert [(timex, found) for _, timex, found in times_in(text)] == [("SET", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shelling began at 8 a.m. on Thursday.", "2022-05-19T08:00"),
        ("Shelling began at noon Thursday.", "2022-05-19T12:00"),
        ("Shelling began at 1030 GMT.", "2022-05-20T10:30"),
        ("Shelling began on Thursday evening.", "2022-05-19TEV"),
        ("Shelling began this morning.", "2022-05-20TMO"),
        ("Shelling began last night.", "2022-05-19TNI"),
    ],
)
def test_times_of_day_are_times(text: str, value: str) -> None:
    assert [(timex, found) for _, timex, found in times_in(text)] == [("TIME", value)]


def test_a_time_without_a_day_belongs_to_the_last_day_mentioned() -> None:
    assert values_in("Guards left on Tuesday. They returned at 9 p.m.") == ["2022-05-17", "2022-05-17T21:00"]


def test_the_same_day_is_the_last_one_mentioned() -> None:
    assert values_in("On Monday he called a meeting. On the same day he flew home.") == ["2022-05-16", "2022-05-16"]


def test_later_counts_from_the_last_date_mentioned() -> None:
    assert values_in("The truce began on March 3, 2021. Two days later it was broken.") == ["2021-03-03", "2021-03-05"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on Monday.", ["XXXX-WXX-1"]),
        ("They met last week.", ["XXXX-WXX"]),
        ("They met on May 3.", ["XXXX-05-03"]),
        ("They met yesterday.", ["XXXX-XX-XX"]),
        ("They met in 2019.", ["2019"]),
    ],
)
def test_without_a_publication_day_relative_dates_stay_unanchored(text: str, values: list[str]) -> None:
    assert values_in(text, published=None) == values


def test_an_impossible_publication_year_anchors_nothing() -> None:
    assert values_in("They met on Monday.", published=date(9999, 12, 31)) == ["XXXX-WXX-1"]


def test_the_attacks_of_2001_are_known_by_month_and_day() -> None:
    assert values_in("After the September 11 attacks and 9/11 laws") == ["2001-09-11", "2001-09-11"]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1973 was adopted.",
        "Some 2000 troops crossed.",
        "A 27-year-old man was held.",
        "The march may end soonest.",
        "May he rest.",
        "The Sun reported losses of $1995.",
        "There is no 31 June or Feb. 30 here, 24:75 neither.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert [value for value in values_in(text) if value[:1] in "12P" and len(value) > 7] == []
    assert not any(value in ("1973", "2000", "1995", "P27Y") for value in values_in(text))


def test_abbreviations_keep_their_stop_and_sentences_lose_theirs() -> None:
    found = times_in("It was sealed on Aug. 6. It was opened in October.")
    assert [span for span, _, _ in found] == ["Aug. 6", "October"]


def test_curly_apostrophes_are_read_like_straight_ones() -> None:
    assert times_in("Last year’s third quarter was weak.") == [("Last year’s third quarter", "DATE", "2021-Q3")]


def test_the_stage_anchors_at_the_utc_day() -> None:
    moment = datetime(2022, 5, 20, 23, 30, tzinfo=UTC)
    text = "They met yesterday."
    rows: list[Row] = [
        ("They", "they", "PRP", 1, "nsubj"),
        ("met", "meet", "VBD", 1, "ROOT"),
        ("yesterday", "yesterday", "NN", 1, "npadvmod"),
    ]
    article = Article(id="a", text=text, parse=a_parse(text, rows), source=Source(published=moment))
    [found] = Times()([article])
    assert [time.value for time in found.times] == ["2022-05-19"]
    assert found.text == article.text


def test_an_article_that_was_not_parsed_is_passed_over() -> None:
    article = Article(id="a", text="They met yesterday.", source=Source(published=FRIDAY))
    assert list(Times()([article])) == [article]


def test_expressions_come_in_text_order_without_overlap() -> None:
    text = "On Monday, May 16, 2022, at 5 p.m., three days before the vote of the past two weeks, they met."
    spans = [time.span for time in find_times(Article(id="a", text=text, source=Source(published=FRIDAY)))]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert len(spans) > 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was signed in 11/2016.", "2016-11"),
        ("It was signed on 22/04.", "2022-04-22"),
        ("It was signed on Friday the 13th.", "2022-05-13"),
        ("It was signed two days before yesterday.", "2022-05-17"),
        ("It was signed a week after 3 May 2021.", "2021-05-10"),
        ("It was signed on Easter Monday.", "2022-04-18"),
        ("It was signed on Good Friday 2021.", "2021-04-02"),
        ("It was signed on New Year's Eve.", "2021-12-31"),
        ("It was signed in the second week of 2021.", "2021-W02"),
        ("It will be signed the week after next.", "2022-W22"),
        ("It was signed two years, a month and 3 days ago.", "2020-04-17"),
        ("It was signed on 5 December 1789.", "1789-12-05"),
    ],
)
def test_odd_forms_of_dates_are_read(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize("text", ["He spoke to Sun24 radio.", "He flew the Sat2 probe.", "The Mon7 group met."])
def test_a_time_does_not_end_inside_a_word(text: str) -> None:
    assert values_in(text) == []
