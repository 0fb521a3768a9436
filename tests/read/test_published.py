"""Publication times in all the forms in which they come."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from regesta.read.published import DateOrder, has_two_readings, parse_published

EVENING = datetime(2022, 12, 19, 17, 55, tzinfo=UTC)


@pytest.mark.parametrize(
    "given",
    [
        "2022-12-19T18:55:00+01:00",
        "2022-12-19T17:55Z",
        "2022-12-19 17:55:00 UTC",
        "2022-12-19 18:55 +0100",
        "2022-12-19T18:55:00.000+0100",
        "2022-12-19T17:55:00",
        "20221219175500",
        20221219175500,
        "1671472500",
        1671472500000,
        "Mon, 19 Dec 2022 18:55:00 +0100",
        "19 Dec 2022 17:55 GMT",
        "19 December 2022 17:55 GMT",
        "Monday, 19 December 2022 at 17:55",
        "Dec. 19, 2022, 17:55",
        datetime(2022, 12, 19, 18, 55, tzinfo=timezone(timedelta(hours=1))),
    ],
)
def test_a_clock_time_becomes_utc(given: object) -> None:
    assert parse_published(given) == EVENING


@pytest.mark.parametrize(
    "given",
    ["2022-12-19", "20221219", 20221219, "2022-W51-1", "19 December 2022", "December 19th, 2022", "19-DEC-2022"],
)
def test_a_day_stays_a_day(given: object) -> None:
    assert parse_published(given) == date(2022, 12, 19)
    assert not isinstance(parse_published(given), datetime)


def test_old_wire_stamps_are_read_with_their_codes() -> None:
    assert parse_published("26-FEB-1987 15:01:01.79") == datetime(1987, 2, 26, 15, 1, 1, tzinfo=UTC)
    assert parse_published(" 3-MAR-1987  09:15:05.40RM V Y") == datetime(1987, 3, 3, 9, 15, 5, tzinfo=UTC)


def test_hours_of_zone_and_microseconds_are_read() -> None:
    assert parse_published("2009-03-20 12:24:52.002364-05") == datetime(2009, 3, 20, 17, 24, 52, 2364, tzinfo=UTC)


@pytest.mark.parametrize(
    "given", ["December 19, 2022 6:55 PM EST", "2022-12-19T18:55:00[Europe/Berlin]", "2022-12-19T25:00"]
)
def test_a_clock_time_that_cannot_be_placed_leaves_the_day(given: str) -> None:
    assert parse_published(given) == date(2022, 12, 19)


@pytest.mark.parametrize(
    "given",
    ["", "2022", "2022-12", "yesterday", "2022-02-30", "12/19/22", "a:b:c", "\0", "1" * 5000,
     "\uff12\uff10\uff12\uff12\uff11\uff12\uff11\uff19", None, [], 1.5, True, {"day": 1}, -1],
)  # fmt: skip
def test_what_is_no_day_is_none(given: object) -> None:
    assert parse_published(given) is None


@pytest.mark.parametrize("given", ["0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", date(1, 1, 1)])
def test_empty_values_of_programs_are_none(given: object) -> None:
    assert parse_published(given) is None


@pytest.mark.parametrize(
    "given", ["19.12.2022", "12/19/2022", "19/12/2022", "19-12-2022", "2022/12/19", "2022.12.19", "19.12.2022 9.30 Uhr"]
)
@pytest.mark.parametrize("order", [None, "day", "month"])
def test_numbers_that_can_be_read_in_one_way_are_read(given: str, order: DateOrder | None) -> None:
    assert parse_published(given, order) == date(2022, 12, 19)
    assert not has_two_readings(given)


def test_numbers_that_can_be_read_in_two_ways_are_read_in_the_order_that_is_said() -> None:
    for given in ("12/04/2022", "12.4.2022", "12-04-2022 "):
        assert has_two_readings(given)
        assert parse_published(given) is None
        assert parse_published(given, "day") == date(2022, 4, 12)
        assert parse_published(given, "month") == date(2022, 12, 4)
    assert parse_published("05/05/2022") == date(2022, 5, 5)


def test_numbers_keep_their_clock_time() -> None:
    assert parse_published("19.12.2022 17:55") == EVENING
    assert parse_published("12/19/2022, 17:55:00 UTC") == EVENING
    assert parse_published("12/19/2022 6:55 PM") == date(2022, 12, 19)


@pytest.mark.parametrize(
    "given", ["19.12.22", "31.02.2022", "13/13/2022", "19.12-2022", "1.2.3.2022", "19.12.2022x", "0/1/2022"]
)
def test_other_numbers_are_no_dates(given: str) -> None:
    assert parse_published(given) is None
    assert parse_published(given, "day") is None
