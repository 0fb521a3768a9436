"""Tests of two states that a hyphen joins."""

import pytest

import regesta

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Trucks waited. US-China talks began on Monday.", {"USA", "CHN"}),
        ("Trucks waited. The Israeli-Palestinian talks resumed on Monday.", {"ISR", "PSE"}),
        ("Trucks waited. The Sino-Indian border talks were held on Monday.", {"CHN", "IND"}),
        ("Trucks waited. Joint Kenyan-Ugandan military exercises began on Monday.", {"KEN", "UGA"}),
        ("Trucks waited. Franco-German talks began on Monday.", {"FRA", "DEU"}),
    ],
)
def test_both_states_of_a_pair_take_part(text: str, states: set[str]) -> None:
    [event] = regesta.code(text, published="2024-05-16").events
    assert {role.actor.iso3 for role in event.parties if role.actor} == states


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Police in Istanbul arrested a Turkish-Armenian writer on Monday.", {"TUR"}),
        ("Guinea-Bissau signed a treaty with Senegal on Monday.", {"GNB", "SEN"}),
        ("Chile thanked a Peruvian-born singer on Monday.", {"CHL"}),
    ],
)
def test_one_name_and_the_descent_of_one_are_no_pair(text: str, states: set[str]) -> None:
    events = regesta.code(text, published="2024-05-16").events
    found = {role.actor.iso3 for event in events for role in event.parties if role.actor}
    assert found - {None} <= states | {"PER"}
    assert states <= found


def test_each_of_a_pair_has_its_own_words() -> None:
    text = "Trucks waited. US-China talks began on Monday."
    [event] = regesta.code(text, published="2024-05-16").events
    assert [role.span.of(text) for role in event.parties] == ["US", "China"]
