"""Days of a time as the status of the act and the day of the news narrow them."""

from datetime import date

import pytest
from scenes import the_parse

from regesta.coding.dates.reach import before_news, behind_news
from regesta.model.annotation import DateInterval

FRIDAY = date(2021, 3, 12)
TUESDAY_AHEAD = DateInterval(date(2021, 3, 16), date(2021, 3, 17), "day")
MAY_AHEAD = DateInterval(date(2021, 5, 1), date(2021, 6, 1), "month")
THE_YEAR = DateInterval(date(2021, 1, 1), date(2022, 1, 1), "year")
PAST = """
    They they PRP 1 nsubj
    met meet VBD 1 ROOT
    on on IN 1 prep
    Tuesday Tuesday NNP 2 pobj
"""
PASSIVE = """
    Talks talk NNS 2 nsubjpass
    were be VBD 2 auxpass
    held hold VBN 2 ROOT
    Tuesday Tuesday NNP 2 npadvmod
"""


@pytest.mark.parametrize(("text", "rows", "verb"), [
    ("They met on Tuesday", PAST, 1), ("Talks were held Tuesday", PASSIVE, 2),
])  # fmt: skip
def test_what_has_happened_did_so_on_the_last_such_day(text: str, rows: str, verb: int) -> None:
    parse = the_parse(text, rows)
    found = before_news(parse, verb, "Tuesday", TUESDAY_AHEAD, FRIDAY)
    assert found == DateInterval(date(2021, 3, 9), date(2021, 3, 10), "day")
    found = before_news(parse, verb, "May", MAY_AHEAD, FRIDAY)
    assert found == DateInterval(date(2020, 5, 1), date(2020, 6, 1), "month")


def test_nouns_and_full_dates_stay_ahead() -> None:
    parse = the_parse("They met on Tuesday", PAST)
    assert before_news(parse, 0, "Tuesday", TUESDAY_AHEAD, FRIDAY) == TUESDAY_AHEAD
    assert before_news(parse, 1, "next Tuesday", TUESDAY_AHEAD, FRIDAY) == TUESDAY_AHEAD
    assert before_news(parse, 1, "May 2021", MAY_AHEAD, FRIDAY) == MAY_AHEAD


def test_this_year_ends_for_the_past_with_the_news() -> None:
    parse = the_parse("They met on Tuesday", PAST)
    assert before_news(parse, 1, "this year", THE_YEAR, FRIDAY) == DateInterval(
        date(2021, 1, 1), date(2021, 3, 13), "range"
    )
    assert before_news(parse, 1, "2021", THE_YEAR, FRIDAY) == THE_YEAR


@pytest.mark.parametrize(("limit", "first"), [("by", FRIDAY), ("before", FRIDAY), ("at", date(2021, 9, 1))])
def test_what_is_planned_by_an_end_may_come_from_now_on(limit: str, first: date) -> None:
    parse = the_parse(f"They met {limit} Tuesday", PAST.replace("on on", f"{limit} {limit}"))
    late = DateInterval(date(2021, 9, 1), date(2022, 1, 1), "range")
    assert behind_news(parse, 3, "the end of the year", late, FRIDAY).start == first
    assert behind_news(parse, 3, "2021", late, FRIDAY) == late


def test_a_leap_day_has_no_counterpart_a_year_before() -> None:
    parse = the_parse("They met on Tuesday", PAST)
    leap = DateInterval(date(2024, 2, 29), date(2024, 3, 1), "day")
    assert before_news(parse, 1, "Feb. 29", leap, date(2024, 2, 1)) == leap
