"""Who is no other side of an act: the actor's own state and envoy; the state where that envoy is."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def recipients(coded: Coder, text: str, trigger: str) -> set[str | None]:
    """Return the states of the recipients of the one event with a trigger."""
    [event] = [event for event in coded(text).events if event.trigger_text == trigger]
    return {role.actor.iso3 if role.actor else None for role in event.recipients}


@pytest.mark.parametrize(
    ("text", "trigger", "states"),
    [
        (
            "Morocco recalled its ambassador, Amal Tazi, after she was summoned to the Portuguese foreign ministry.",
            "recalled",
            {"PRT"},
        ),
        ("Uganda recalled its ambassador to Kenya.", "recalled", {"KEN"}),
        ("Norway closed its embassy in Damascus.", "closed", {"SYR"}),
        ("France withdrew its last troops from Niger and shut its embassy there.", "shut", {"NER"}),
        # near misses
        ("Ecuador expelled the Mexican ambassador.", "expelled", {"MEX"}),
        ("Peru recalled its ambassadors to Bolivia and Mexico.", "recalled", {"BOL", "MEX"}),
    ],
)
def test_what_a_state_does_to_its_own_envoy_is_done_to_the_state_where_he_is(
    coded: Coder, text: str, trigger: str, states: set[str]
) -> None:
    assert recipients(coded, text, trigger) == states


@pytest.mark.parametrize(
    ("text", "trigger", "state"),
    [
        (
            "Chile's foreign minister condemned the violence and said Santiago would back talks of Peru and Ecuador.",
            "condemned",
            "CHL",
        ),
        ("The US secretary of state said that the flight was a clear violation of US sovereignty.", "violation", "USA"),
    ],
)
def test_a_government_does_not_accuse_its_own_state(coded: Coder, text: str, trigger: str, state: str) -> None:
    assert state not in recipients(coded, text, trigger)


def test_an_opposition_may_accuse_its_own_government(coded: Coder) -> None:
    assert recipients(coded, "Kenya's opposition accused the Kenyan government of fraud.", "accused") == {"KEN"}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Denmark threatened to stop buying gas unless Norway lowered the price.", {"NOR"}),
        ("Norway threatened to stop the talks unless Iceland cut its quota.", {"ISL"}),
        # near misses
        ("Egypt threatened Sudan with sanctions unless it reopened the port.", {"SDN"}),
    ],
)
def test_a_threat_without_another_target_is_made_to_who_has_to_do_something(
    coded: Coder, text: str, states: set[str]
) -> None:
    assert recipients(coded, text, "threatened") == states
