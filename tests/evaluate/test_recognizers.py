"""Scores on cases of Recognizers, with cases of our own."""

from typing import Any

from measured import scores

from regesta.evaluate.recognizers import case_articles, tally_money_cases, tally_time_cases


def time_scores(rows: list[dict[str, Any]], coded: list[dict[str, Any]]) -> dict[str, float]:
    return scores(tally_time_cases(rows, coded))


DAY = {"Text": "3 May", "Start": 3, "End": 7, "TypeName": "datetimeV2.date"}


def day_case(*days: str) -> dict[str, Any]:
    """Return a case whose date has these readings."""
    values = [{"timex": "XXXX-05-03", "value": day} for day in days]
    case = {"Input": "On 3 May", "Context": {"ReferenceDateTime": "2020-06-01T00:00:00"}}
    return {**case, "Results": [{**DAY, "Resolution": {"values": values}}]}


def time_found(value: str, start: str, behind: str) -> dict[str, Any]:
    """Return a coded case with one time."""
    return {"times": [{"start": 3, "end": 8, "value": value, "interval": [start, behind]}]}


def test_a_case_is_an_article_of_its_day() -> None:
    [article] = case_articles([day_case("2020-05-03")])
    assert article == {"id": "case-0", "text": "On 3 May", "published": "2020-06-01"}


def test_the_next_such_day_counts_for_the_whole_but_not_for_the_past() -> None:
    found = time_scores([day_case("2020-05-03", "2021-05-03")], [time_found("2021-05-03", "2021-05-03", "2021-05-04")])
    assert (found["cases"], found["past.cases"]) == (1.0, 0.0)


def test_a_wrong_day_is_wrong() -> None:
    found = time_scores([day_case("2020-05-03")], [time_found("2020-05-04", "2020-05-04", "2020-05-05")])
    assert found["cases"] == 0.0


def test_where_nothing_is_expected_nothing_may_be_found() -> None:
    case = {"Input": "It may go", "Results": []}
    assert time_scores([case], [time_found("2020-05", "2020-05-01", "2020-06-01")])["cases"] == 0.0


def test_a_sum_needs_value_and_currency() -> None:
    told = {"Start": 0, "End": 9, "Resolution": {"value": "5000000", "unit": "Euro", "isoCurrency": "EUR"}}
    case = {"Input": "5m euros", "Results": [told]}
    right = {"amounts": [{"start": 0, "end": 8, "value": 5000000, "unit": "EUR"}]}
    wrong = {"amounts": [{"start": 0, "end": 8, "value": 5000000, "unit": "USD"}]}
    assert [scores(tally_money_cases([case], [found]))["cases"] for found in (right, wrong)] == [1.0, 0.0]
