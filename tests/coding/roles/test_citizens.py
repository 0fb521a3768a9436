"""A people's name in the plural means its citizens where the act tells so, and else its state."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def sectors(coded: Coder, text: str, state: str) -> set[str | None]:
    """Return the sectors of the parties of a state in the events of a text."""
    roles = [role for event in coded(text).events for role in (*event.actors, *event.recipients)]
    return {role.actor.sector for role in roles if role.actor and role.actor.iso3 == state}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Kenyans protested in Nairobi on Friday.", "KEN"),
        ("Chile deported the Venezuelans on Friday.", "VEN"),
        ("Kenya arrested Somalis on Friday.", "SOM"),
        ("Rebels in Sudan abducted Ugandans on Friday.", "UGA"),
        ("Serbs attacked Albanians with sticks in Mitrovica.", "SRB"),
        ("Serbs attacked Albanians with sticks in Mitrovica.", "ALB"),
        ("Greeks and Turks fought in the stadium.", "GRC"),
        ("The Turks and Kurds fought in a park in Berlin.", "TUR"),
        ("Armed Somalis attacked a bus near Garissa.", "SOM"),
        ("Albanian riots shook Skopje on Monday.", "ALB"),
    ],
)
def test_what_only_persons_do_or_suffer_is_of_citizens(coded: Coder, text: str, state: str) -> None:
    assert sectors(coded, text, state) == {"CVL"}


def test_on_whom_their_own_state_acts_are_its_citizens(coded: Coder) -> None:
    (event,) = coded("The Kenyan president urged Kenyans to stay calm.").events
    assert [role.actor.sector for role in event.actors if role.actor] == ["GOV"]
    assert [(role.actor.name, role.actor.sector) for role in event.recipients if role.actor] == [("Kenyans", "CVL")]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Kenyans attacked Somalia on Friday.", "KEN"),
        ("The Ugandans attacked the Rwandans near Kisangani.", "UGA"),
        ("Russians bombed a bridge in Georgia on Friday.", "RUS"),
        ("Americans invaded Iraq in March.", "USA"),
        ("Russians and Ukrainians held talks in Istanbul.", "RUS"),
        ("Russian missiles hit Kharkiv on Tuesday.", "RUS"),
        ("Chile accused the Peruvians of closing the border.", "PER"),
        ("Chile held talks with the Peruvians on Friday.", "PER"),
    ],
)
def test_a_people_is_else_its_state(coded: Coder, text: str, state: str) -> None:
    assert sectors(coded, text, state) == {"GOV"}


def test_who_has_rockets_is_not_told_to_be_the_government(coded: Coder) -> None:
    text = "Palestinian rockets hit a school in Sderot, wounding two people."
    assert sectors(coded, text, "PSE") == {"UNK"}
