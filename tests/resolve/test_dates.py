from datetime import date

import pytest

from regesta import code
from regesta.model.annotation import DateInterval, TimeExpression
from regesta.model.article import Article, Source
from regesta.model.span import Span
from regesta.resolve.dates import Dates, resolve_value

PUBLISHED = date(2021, 5, 12)


@pytest.mark.parametrize(
    ("value", "start", "end", "precision"),
    [
        ("2005-11-18", date(2005, 11, 18), date(2005, 11, 19), "day"),
        ("2005-11-18T22:00", date(2005, 11, 18), date(2005, 11, 19), "time"),
        ("2005-11-18TEV", date(2005, 11, 18), date(2005, 11, 19), "time"),
        ("2005-W46", date(2005, 11, 14), date(2005, 11, 21), "week"),
        ("2005-W46-5", date(2005, 11, 18), date(2005, 11, 19), "day"),
        ("2005-W46-WE", date(2005, 11, 19), date(2005, 11, 21), "range"),
        ("2005-12", date(2005, 12, 1), date(2006, 1, 1), "month"),
        ("2004-02", date(2004, 2, 1), date(2004, 3, 1), "month"),
        ("2005-Q4", date(2005, 10, 1), date(2006, 1, 1), "quarter"),
        ("2005-H2", date(2005, 7, 1), date(2006, 1, 1), "range"),
        ("2005-SU", date(2005, 6, 1), date(2005, 9, 1), "season"),
        ("2005-WI", date(2005, 12, 1), date(2006, 3, 1), "season"),
        ("2005", date(2005, 1, 1), date(2006, 1, 1), "year"),
        ("199", date(1990, 1, 1), date(2000, 1, 1), "decade"),
        ("19", date(1900, 1, 1), date(2000, 1, 1), "century"),
        ("2022-04-17/2022-04-19", date(2022, 4, 17), date(2022, 4, 20), "range"),
        ("1990/1991", date(1990, 1, 1), date(1992, 1, 1), "range"),
    ],
)
def test_a_dated_value_denotes_whole_days(value: str, start: date, end: date, precision: str) -> None:
    found = resolve_value(value)
    assert found is not None
    assert (found.start, found.end, found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    "value",
    ["P3D", "PT4H", "PXY", "PRESENT_REF", "XXXX-WXX-1", "XXXX-05", "2005-QX", "", "soon", "2022-04-19/2022-04-17"],
)
def test_lengths_vague_words_and_unknown_parts_denote_no_days(value: str) -> None:
    assert resolve_value(value) is None


@pytest.mark.parametrize("value", ["2019-02-29", "2019-13", "2019-W54", "0000", "9999-12-31", "9999", "00"])
def test_days_in_no_calendar_are_none_instead_of_an_error(value: str) -> None:
    assert resolve_value(value) is None


def test_the_stage_fills_intervals_and_keeps_the_rest() -> None:
    times = (
        TimeExpression(span=Span(0, 4), timex="DATE", value="2019"),
        TimeExpression(span=Span(5, 9), timex="DURATION", value="P3D"),
    )
    [article] = Dates()([Article(id="a", text="2019 3day", times=times)])
    assert article.times[0].interval == DateInterval(date(2019, 1, 1), date(2020, 1, 1), "year")
    assert article.times[1] == times[1]


@pytest.mark.parametrize(
    ("words", "value", "first", "behind"),
    [
        ("late April", "2021-04", date(2021, 4, 21), date(2021, 5, 1)),
        ("early spring", "2021-SP", date(2021, 3, 1), date(2021, 4, 1)),
        ("the middle of the winter", "2020-WI", date(2021, 1, 1), date(2021, 2, 1)),
        ("the beginning of 2020", "2020", date(2020, 1, 1), date(2020, 5, 1)),
        ("the mid-1980s", "198", date(1984, 1, 1), date(1987, 1, 1)),
        ("the end of last week", "2021-W18", date(2021, 5, 7), date(2021, 5, 10)),
        ("early next week", "2021-W20", date(2021, 5, 17), date(2021, 5, 20)),
        ("earlier this month", "2021-05", date(2021, 5, 1), date(2021, 5, 12)),
        ("later this year", "2021", date(2021, 5, 13), date(2022, 1, 1)),
        ("the rest of the year", "2021", date(2021, 5, 12), date(2022, 1, 1)),
        ("the past month", "2021-04", date(2021, 4, 12), date(2021, 5, 13)),
        ("the past year", "2020", date(2020, 5, 12), date(2021, 5, 13)),
        ("overnight", "2021-05-12TNI", date(2021, 5, 11), date(2021, 5, 13)),
        ("the year to date", "2021", date(2021, 1, 1), date(2021, 5, 13)),
        ("quarter to date", "2021-Q2", date(2021, 4, 1), date(2021, 5, 13)),
        ("the last two quarters", "P2Q", date(2020, 10, 1), date(2021, 4, 1)),
        ("the next three quarters", "P3Q", date(2021, 7, 1), date(2022, 4, 1)),
        ("the last two weeks", "P2W", date(2021, 4, 28), date(2021, 5, 13)),
        ("the last few weeks", "PXW", date(2021, 4, 21), date(2021, 5, 13)),
        ("the coming days", "PXD", date(2021, 5, 13), date(2021, 5, 16)),
        ("the next three months", "P3M", date(2021, 5, 13), date(2021, 8, 13)),
        ("the past two hours", "PT2H", date(2021, 5, 12), date(2021, 5, 13)),
        ("the last 24 hours", "PT24H", date(2021, 5, 11), date(2021, 5, 13)),
        ("the next 48 hours", "PT48H", date(2021, 5, 12), date(2021, 5, 15)),
    ],
)
def test_words_narrow_what_a_value_denotes(words: str, value: str, first: date, behind: date) -> None:
    time = TimeExpression(span=Span(0, len(words)), timex="DATE", value=value)
    article = Article(id="a", text=words, source=Source(published=PUBLISHED), times=(time,))
    [dated] = next(iter(Dates()([article]))).times
    assert dated.interval == DateInterval(first, behind, "range")


def test_a_length_that_is_bound_to_no_day_is_no_date() -> None:
    time = TimeExpression(span=Span(0, 9), timex="DURATION", value="P2W")
    article = Article(id="a", text="two weeks", source=Source(published=PUBLISHED), times=(time,))
    assert next(iter(Dates()([article]))).times[0].interval is None


@pytest.mark.parametrize(
    ("text", "words", "value", "start", "end"),
    [
        ("in the first ten days of April", "the first ten days", "P10D", date(2021, 4, 1), date(2021, 4, 11)),
        ("in the last two weeks of April", "the last two weeks", "P2W", date(2021, 4, 17), date(2021, 5, 1)),
        ("in the 2 next weeks", "the 2 next weeks", "P2W", date(2021, 5, 13), date(2021, 5, 27)),
        ("in the last two weeks and April", "the last two weeks", "P2W", date(2021, 4, 28), date(2021, 5, 13)),
    ],
)
def test_a_length_is_at_the_edge_of_what_it_is_of(text: str, words: str, value: str, start: date, end: date) -> None:
    found = [(words, "DURATION", value)] + [("April", "DATE", "2021-04")] * ("April" in text)
    times = tuple(
        TimeExpression(span=Span(text.index(w), text.index(w) + len(w)), timex=timex, value=v)  # type: ignore[arg-type]
        for w, timex, v in found
    )
    [article] = Dates()([Article(id="a", text=text, source=Source(published=PUBLISHED), times=times)])
    assert article.times[0].interval == DateInterval(start, end, "range")


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Troops must leave within 30 days.", date(2021, 6, 12)),
        ("Troops are to leave within two weeks, he said.", date(2021, 5, 27)),
        ("Rebels were told to disarm within 48 hours.", date(2021, 5, 15)),
        ("Troops must leave within 30 days of the vote.", None),
        ("Troops left within two weeks.", None),
    ],
)
def test_a_term_that_is_set_runs_from_publication(text: str, behind: date | None) -> None:
    article = code(text, published=PUBLISHED)
    [interval] = [time.interval for time in article.times]
    assert (interval and (interval.start, interval.end)) == (behind and (PUBLISHED, behind))


@pytest.mark.parametrize(
    ("text", "is_dated"), [("between now and June", True), ("from now to June", True), ("now and in June", False)]
)
def test_now_is_the_day_of_publication_where_a_range_begins_with_it(text: str, is_dated: bool) -> None:
    times = (
        TimeExpression(span=Span(text.index("now"), text.index("now") + 3), timex="DATE", value="PRESENT_REF"),
        TimeExpression(span=Span(len(text) - 4, len(text)), timex="DATE", value="2021-06"),
    )
    [article] = Dates()([Article(id="a", text=text, source=Source(published=PUBLISHED), times=times)])
    day = DateInterval(PUBLISHED, date(2021, 5, 13), "day")
    assert article.times[0].interval == (day if is_dated else None)
