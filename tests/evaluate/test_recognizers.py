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


def test_a_range_of_hours_is_right_as_one_time_or_as_two() -> None:
    values = [{"timex": "(T09:30,T11,PT1H30M)", "start": "09:30:00", "end": "11:00:00"}]
    hours = {"Text": "9:30 to 11", "Start": 3, "End": 12, "TypeName": "datetimeV2.timerange"}
    case = {"Input": "At 9:30 to 11", "Results": [{**hours, "Resolution": {"values": values}}]}

    def found(*times: str) -> dict[str, Any]:
        return {"times": [{"start": 3, "end": 12, "value": time, "interval": None} for time in times]}

    right = found("2020-06-01T09:30/2020-06-01T11:00"), found("2020-06-01T09:30", "2020-06-01T11:00")
    wrong = found("2020-06-01T09:30"), found("2020-06-01T09:30/2020-06-01T12:00"), found()
    assert [time_scores([case], [one])["cases"] for one in (*right, *wrong)] == [1.0, 1.0, 0.0, 0.0, 0.0]


def test_for_a_day_in_no_calendar_no_days_may_be_found() -> None:
    case = day_case("not resolved")
    assert time_scores([case], [time_found("2020-05-03", "2020-05-03", "2020-05-04")])["cases"] == 0.0
    assert time_scores([case], [{"times": []}])["cases"] == 1.0


def test_the_present_is_right_by_its_value() -> None:
    now = [{"timex": "PRESENT_REF", "value": "2020-06-01 00:00:00"}]
    case = {"Input": "Do it now", "Results": [{"Start": 6, "End": 8, "TypeName": "datetimeV2.datetime"}]}
    case["Results"][0]["Resolution"] = {"values": now}  # type: ignore[index]
    coded = {"times": [{"start": 6, "end": 9, "value": "PRESENT_REF", "interval": None}]}
    assert time_scores([case], [coded])["cases"] == 1.0


def test_a_sum_needs_value_and_currency() -> None:
    told = {"Start": 0, "End": 9, "Resolution": {"value": "5000000", "unit": "Euro", "isoCurrency": "EUR"}}
    case = {"Input": "5m euros", "Results": [told]}
    right = {"amounts": [{"start": 0, "end": 8, "value": 5000000, "unit": "EUR"}]}
    wrong = {"amounts": [{"start": 0, "end": 8, "value": 5000000, "unit": "USD"}]}
    assert [scores(tally_money_cases([case], [found]))["cases"] for found in (right, wrong)] == [1.0, 0.0]


def counted_case(text: str, kind: str, timex: str, day: str) -> dict[str, Any]:
    """Return a case whose time is counted."""
    values = [{"timex": timex, "value": day}]
    result = {"Text": text, "Start": 3, "End": 7, "TypeName": f"datetimeV2.{kind}", "Resolution": {"values": values}}
    return {"Input": f"On {text}", "Results": [result]}


def test_a_date_counted_in_years_is_right_as_the_year_but_not_as_another_unit() -> None:
    case = counted_case("two years ago", "date", "2018-05-03", "2018-05-03")
    year, month = time_found("2018", "2018-01-01", "2019-01-01"), time_found("2018-05", "2018-05-01", "2018-06-01")
    wrong = time_found("2017", "2017-01-01", "2018-01-01")
    assert [time_scores([case], [found])["cases"] for found in (year, month, wrong)] == [1.0, 0.0, 0.0]
    named = counted_case("the feast of this year", "date", "2018-05-03", "2018-05-03")
    assert time_scores([named], [year])["cases"] == 0.0


def test_a_vague_count_is_right_as_an_open_one() -> None:
    def found(value: str) -> dict[str, Any]:
        return {"times": [{"start": 3, "end": 8, "value": value, "interval": None}]}

    vague = counted_case("few hours", "duration", "PT3H", "10800")
    exact = counted_case("3 hours", "duration", "PT3H", "10800")
    assert time_scores([vague], [found("PTXH")])["cases"] == 1.0
    assert time_scores([exact], [found("PTXH")])["cases"] == 0.0
