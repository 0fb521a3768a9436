"""Who is no other side of an act, being the actor's own."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def recipients(coded: Coder, text: str) -> set[str]:
    """Return the recipients of the first act of a text by name."""
    return {role.called for role in coded(text).events[0].recipients}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("US Secretary of State Antony Blinken ruled out any change in American policy on Monday.", set()),
        ("Peru recalled its ambassador from Bolivia on Monday.", {"Bolivia"}),
        ("The Greek government rejected the withdrawal of its troops on Monday.", set()),
        ("Kenya's president thanked the Kenyans and Uganda on Monday.", {"Uganda"}),
        ("Kenya cancelled a visit by its foreign minister to Uganda on Monday.", {"Uganda"}),
    ],
)
def test_the_actors_state_and_its_organs_are_no_recipient(coded: Coder, text: str, names: set[str]) -> None:
    assert recipients(coded, text) == names


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Chile's parliament rejected the government's plan on Monday.", "CHL"),
        ("The Kenyan opposition rejected the government's offer of talks.", "KEN"),
        ("Peru's president urged the army on Monday to return to barracks.", "PER"),
        ("Hungary rejected a change of Polish policy on Monday.", "POL"),
    ],
)
def test_who_faces_his_own_government_has_it_for_recipient(coded: Coder, text: str, state: str) -> None:
    [role] = coded(text).events[0].recipients
    assert role.actor is not None
    assert role.actor.iso3 == state


def test_who_backs_somebody_stands_before_the_hyphen(coded: Coder) -> None:
    events = coded("The Islamists left the US-backed transitional government in control of one town.").events
    event = next(event for event in events if event.trigger_text == "backed")
    assert [role.actor.iso3 for role in event.actors if role.actor] == ["USA"]
    assert [role.text for role in event.recipients] == ["transitional government"]


def test_a_visit_of_ones_own_minister_that_is_put_off_is_no_second_act(coded: Coder) -> None:
    events = coded("Washington cancelled a trip to Beijing by its secretary of state last month.").events
    assert [event.type for event in events] == ["REJECT"]
