"""Days of acts that are told by their anniversary."""

import pytest

from tests.coding.conftest import Coder


def day_of(coded: Coder, text: str, trigger: str) -> str | None:
    events = [event for event in coded(text).events if event.trigger.of(text) == trigger]
    assert events, [event.trigger.of(text) for event in coded(text).events]
    return events[0].date.interval.start.isoformat() if events[0].date else None


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Albanians marked the first anniversary on Friday of the shelling of Tirana by Greece.",
         "shelling", "2021-12-16"),
        ("Albanians protested on Monday, the tenth anniversary of the bombing of Tirana by Greece.",
         "bombing", "2012-12-19"),
        ("Crowds marked the 2nd anniversary of the invasion of Kuwait by Iraq on Monday.", "invasion", "2020-12-19"),
    ],
)  # fmt: skip
def test_a_counted_anniversary_is_so_many_years_later(coded: Coder, text: str, trigger: str, day: str) -> None:
    assert day_of(coded, text, trigger) == day


@pytest.mark.parametrize(
    "text",
    [
        "The anniversary of the bombing of Tirana by Greece was marked on Monday.",
        "Crowds marked the second anniversary of the bombing of Tirana by Greece.",
    ],
)
def test_one_that_is_not_counted_or_has_no_day_gives_none(coded: Coder, text: str) -> None:
    assert day_of(coded, text, "bombing") is None


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Albanians protested on Monday, the tenth anniversary of the bombing of Tirana by Greece.",
         "protested", "2022-12-19"),
        ("Albanians marked the second anniversary of the bombing of Tirana by Greece on 6 April 2020.",
         "bombing", "2020-04-06"),
        ("Greece bombed Tirana on Friday, on the eve of the anniversary of independence.", "bombed", "2022-12-16"),
    ],
)  # fmt: skip
def test_other_days_stay(coded: Coder, text: str, trigger: str, day: str) -> None:
    assert day_of(coded, text, trigger) == day
