"""Force that is told of with its place alone."""

import pytest

from tests.coding.conftest import Coder


@pytest.mark.parametrize(
    ("text", "event_type", "state"),
    [
        ("A bomb exploded in Narathiwat on Tuesday.", "ASSAULT", "THA"),
        ("A curfew was imposed in Dhaka on Tuesday.", "COERCE", "BGD"),
        ("Protests were held in Dhaka on Tuesday.", "PROTEST", "BGD"),
        ("Fighting broke out in Mogadishu on Tuesday.", "ASSAULT", "SOM"),
    ],
)
def test_force_is_an_event_where_it_is_told_to_have_been_used(
    coded: Coder, text: str, event_type: str, state: str
) -> None:
    [event] = coded(text).events
    assert (event.type, event.actors, event.recipients) == (event_type, (), ())
    assert event.place is not None
    assert event.place.place.iso3 == state


@pytest.mark.parametrize(
    "text",
    [
        "The population of Lagos exploded in the 1990s.",
        "Protests were held on Tuesday.",
        "Talks were held in Dhaka on Tuesday.",
        "Prices shot up in Cairo on Tuesday.",
    ],
)
def test_what_is_no_force_or_nowhere_needs_somebody(coded: Coder, text: str) -> None:
    assert coded(text).events == ()
