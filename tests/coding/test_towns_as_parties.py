"""A town that is shelled has its state, and is where it happens, also in one short sentence."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "town", "iso3"),
    [
        ("Russia struck Lviv overnight.", "Lviv", "UKR"),
        ("M23 rebels seized Goma on Monday.", "Goma", "COD"),
        ("Israeli forces stormed Nablus.", "Nablus", "PSE"),
        ("Rockets hit Ashkelon.", "Ashkelon", "ISR"),
    ],
)
def test_a_town_is_a_party_of_its_state_and_the_place(coded: Coder, text: str, town: str, iso3: str) -> None:
    [event] = coded(text).events
    [recipient] = [role for role in event.roles if role.name == "recipient"]
    assert recipient.actor is not None
    assert (recipient.text, recipient.actor.iso3, recipient.actor.sector) == (town, iso3, "CVL")
    assert event.place is not None
    assert event.place.text == town
