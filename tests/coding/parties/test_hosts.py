"""Who hosts and guests are, and of which state those whom somebody sent or leads."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def recipients(coded: Coder, text: str, trigger: str) -> set[str | None]:
    """Return the states of the recipients of the act with a trigger."""
    event = next(event for event in coded(text).events if event.trigger_text == trigger)
    return {role.actor.iso3 if role.actor else None for role in event.recipients}


@pytest.mark.parametrize(
    ("text", "trigger", "states"),
    [
        ("Latvia's prime minister flew into Dublin on Monday and thanked his hosts.", "thanked", {"IRL"}),
        (
            "The Chadian president met the Egyptian president in Cairo. He invited his host to a visit.",
            "invited",
            {"EGY"},
        ),
        ("The Peruvian premier arrived in Quito. Ecuador's president criticised his guest.", "criticised", {"PER"}),
        (
            "Kenya's foreign minister arrived in Lusaka on Monday and pleaded with his hosts for help.",
            "pleaded",
            {"ZMB"},
        ),
        # near misses
        ("Latvia's prime minister flew into Dublin on Monday and thanked Norway.", "thanked", {"NOR"}),
        ("Latvia's prime minister flew into Dublin on Monday. Estonia condemned Belarus.", "condemned", {"BLR"}),
        ("Latvia's prime minister thanked his hosts.", "thanked", set()),
    ],
)
def test_hosts_and_guests_are_the_other_side(coded: Coder, text: str, trigger: str, states: set[str]) -> None:
    assert recipients(coded, text, trigger) == states


@pytest.mark.parametrize(
    ("text", "trigger", "states"),
    [
        ("Guinea refused to meet a delegation of elders sent by the Liberian government.", "refused", {"LBR"}),
        ("Guinean police arrested a group of teachers led by Liberia's education minister.", "arrested", {"LBR"}),
        # near misses
        ("Guinean police arrested four Malian teachers sent by the Liberian government.", "arrested", {"MLI"}),
        ("Guinean police arrested a group of teachers led by a pastor.", "arrested", {"GIN"}),
    ],
)
def test_who_was_sent_is_of_the_senders_state(coded: Coder, text: str, trigger: str, states: set[str]) -> None:
    assert recipients(coded, text, trigger) == states
