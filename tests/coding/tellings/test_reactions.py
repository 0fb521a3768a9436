"""To whom a reaction is whose object tells again what somebody did."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def recipients(coded: Coder, text: str, trigger: str) -> set[str | None]:
    """Return the states of the recipients of the act with a trigger."""
    event = next(event for event in coded(text).events if event.trigger_text == trigger)
    return {role.actor.iso3 if role.actor else None for role in event.recipients}


@pytest.mark.parametrize(
    ("text", "trigger", "state"),
    [
        (
            "Soldiers of Myanmar executed four activists on Monday. The opposition in Norway condemned the execution.",
            "condemned",
            "MMR",
        ),
        ("Rwandan troops bombed a camp near Goma on Friday. Belgium denounced the bombing.", "denounced", "RWA"),
        ("Rwandan troops bombed a camp near Goma on Friday. Burundi praised the attack.", "praised", "RWA"),
        ("Kenya expelled two Danish diplomats on Monday. Sweden criticised the expulsion.", "criticised", "KEN"),
    ],
)
def test_a_reaction_is_to_who_did_what_its_object_tells(coded: Coder, text: str, trigger: str, state: str) -> None:
    assert recipients(coded, text, trigger) == {state}


@pytest.mark.parametrize(
    ("text", "trigger", "states"),
    [
        ("A bomb killed two people in Quetta on Friday. Belgium condemned the bombing.", "condemned", set()),
        ("Kenya bombed a camp on Friday. Belgium criticised Uganda over the bombing.", "criticised", {"UGA"}),
    ],
)
def test_nobody_is_reacted_to_who_reacts_or_is_not_told(
    coded: Coder, text: str, trigger: str, states: set[str]
) -> None:
    assert recipients(coded, text, trigger) == states


def test_who_suffered_an_attack_is_not_blamed_for_it(coded: Coder) -> None:
    text = (
        "Two Tajik border guards were killed by Taliban fighters on Tuesday. Tajikistan's security council, which met "
        "under the president, ordered troops to the border. Latvia, which has an embassy there, condemned the killing."
    )
    assert recipients(coded, text, "condemned") == {"AFG"}
    told = "Taliban fighters killed two Tajik guards on Tuesday. Latvia criticised Tajikistan over the killing."
    assert recipients(coded, told, "criticised") == {"TJK"}


@pytest.mark.parametrize(
    ("text", "trigger", "states"),
    [
        ("Peru recalled its consul from Quito on Monday. Ecuador condemned the move.", "condemned", {"PER"}),
        ("Tanzania freed forty Ugandan herders on Monday. Kenya welcomed the gesture.", "welcomed", {"TZA"}),
        (
            "Peru recalled its consul from Quito and asked the African Union for help. Ecuador, whose foreign minister "
            "was in Oslo for talks with his Norwegian counterpart, expressed dismay at the move.",
            "dismay",
            {"PER"},
        ),
        # near misses
        (
            "Tanzania freed forty Ugandan herders on Monday. Uganda criticised Kenya over the move.",
            "criticised",
            {"KEN"},
        ),
        ("Kenya freed forty herders on Monday. Uganda criticised the move by Tanzania.", "criticised", {"TZA"}),
    ],
)
def test_the_move_is_the_last_deed_of_another(coded: Coder, text: str, trigger: str, states: set[str]) -> None:
    assert recipients(coded, text, trigger) == states
