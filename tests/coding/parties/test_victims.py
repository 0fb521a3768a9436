"""Of which state those are whom another state's forces attacked."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def attack(coded: Coder, text: str) -> tuple[set[str | None], set[str | None], str | None]:
    """Return the states of actors, recipients and place of the one attack in a text."""
    [event] = [event for event in coded(text).events if event.type == "ASSAULT"]
    actors, recipients = (
        {role.actor.iso3 if role.actor else None for role in side} for side in (event.actors, event.recipients)
    )
    return actors, recipients, event.place.place.iso3 if event.place else None


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Turkish warplanes bombed a village, Iraq's president said.", "TUR", "IRQ"),
        ("Two policemen were killed by Afghan gunmen, Iran's interior ministry said.", "AFG", "IRN"),
        ("Ethiopian soldiers shot dead three herders, the Kenyan government said.", "ETH", "KEN"),
        ("Venezuelan troops wounded a fisherman, Colombia's army said.", "VEN", "COL"),
        ("Cambodian rockets killed a shopkeeper, the Thai army said.", "KHM", "THA"),
        ("Ugandan troops abducted two traders, the Congolese army said.", "UGA", "COD"),
        ('"Russian troops shelled our village," Ukraine\'s president said.', "RUS", "UKR"),
        ("Turkish drones killed two fighters in Qamishli, Syria.", "TUR", "SYR"),
        ("In Kobani, Syria, Turkish shells wounded three children.", "TUR", "SYR"),
        ("French helicopters killed ten fighters near Gao, Mali.", "FRA", "MLI"),
        ("Pakistani jets killed six villagers near Khost, the Afghan government said.", "PAK", "AFG"),
        ("Rwandan troops killed four civilians in Goma, the Congolese government said in Kinshasa.", "RWA", "COD"),
    ],
)
def test_victims_are_of_the_state_that_was_struck_or_tells_it(
    coded: Coder, text: str, actor: str, recipient: str
) -> None:
    assert attack(coded, text) == ({actor}, {recipient}, recipient)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Turkish police killed two gunmen in Ankara, Turkey.", "TUR"),
        ("Iranian police shot dead two protesters, Iran's interior ministry said.", "IRN"),
        ("Iranian guards beat three prisoners, the British government said.", "IRN"),
        ("Sudanese soldiers killed ten villagers, the United Nations said.", "SDN"),
        ("Syrian jets bombed a village in Idlib, Turkey's president said.", "SYR"),
        ("Ethiopian soldiers killed five herders in Tigray, the Kenyan government said.", "ETH"),
        ("Kenyan soldiers killed two villagers near Mandera, Kenya.", "KEN"),
        ("Nigerien soldiers killed nine militants, Niger's army said.", "NER"),
    ],
)
def test_victims_at_home_are_of_their_own_state(coded: Coder, text: str, state: str) -> None:
    assert attack(coded, text)[:2] == ({state}, {state})


def test_victims_whose_words_tell_their_state_keep_it(coded: Coder) -> None:
    text = "Turkish warplanes bombed an Iraqi village, Syria's president said."
    assert attack(coded, text)[:2] == ({"TUR"}, {"IRQ"})


@pytest.mark.parametrize(
    ("text", "trigger", "states"),
    [
        ("Kenyan rangers fired at an Ethiopian convoy on Sunday, killing a driver.", "fired", {"ETH"}),
        ("Tunisian guards opened fire on a Libyan boat, wounding two sailors.", "opened", {"LBY"}),
        ("Turkish drones, launched near Ankara, hit a village in Syria.", "hit", {"SYR"}),
        ("Togo freed six Malian soldiers. The men had been arrested by Togolese police in May.", "arrested", {"MLI"}),
        ("Togo freed six Malian pilots. The pilots had been arrested by Togolese police in May.", "arrested", {"MLI"}),
        ("Guinean soldiers rounded up a dozen farmers, the Liberian government said.", "rounded", {"LBR"}),
        # near misses
        ("Tunisian guards opened fire on a Libyan boat, wounding two Maltese sailors.", "opened", {"LBY", "MLT"}),
        (
            "Togo freed six Malian soldiers. The editor had been arrested by Togolese police in May.",
            "arrested",
            {"TGO"},
        ),
        ("Togo freed six Malian soldiers. Two men had been arrested by Togolese police in May.", "arrested", {"TGO"}),
    ],
)
def test_victims_without_a_state_are_of_that_of_the_target_or_of_those_told_of_before(
    coded: Coder, text: str, trigger: str, states: set[str]
) -> None:
    [event] = [event for event in coded(text).events if event.trigger_text == trigger]
    assert {role.actor.iso3 if role.actor else None for role in event.recipients} == states
