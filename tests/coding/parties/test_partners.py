"""Who belongs to a shared act: the state behind "with", and not who speaks at the talks of others."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def parties(coded: Coder, text: str, trigger: str) -> set[str | None]:
    """Return the states of the parties of the one event with a trigger."""
    [event] = [event for event in coded(text).events if event.trigger_text == trigger]
    return {role.actor.iso3 if role.actor else None for role in event.parties}


@pytest.mark.parametrize(
    ("text", "trigger", "states"),
    [
        ("Peru signed the treaty with Bolivia.", "signed", {"PER", "BOL"}),
        ("Ireland settled the dispute with Iceland.", "settled", {"IRL", "ISL"}),
        ("Kazakhstan's treaty with Russia was ratified in Astana.", "ratified", {"KAZ", "RUS"}),
        ("Croatia initialled a border treaty with Slovenia.", "initialled", {"HRV", "SVN"}),
        ("Turkey renewed its agreement with Libya.", "renewed", {"TUR", "LBY"}),
        ("At a meeting of Egypt and Sudan, Kenya signed a treaty with Uganda.", "signed", {"KEN", "UGA"}),
        ("At a meeting of Egypt and Sudan, Kenya signed a treaty with Uganda.", "meeting", {"EGY", "SDN"}),
        (
            "On the sidelines of talks between France and Germany, Poland reached an agreement with Slovakia.",
            "talks",
            {"FRA", "DEU"},
        ),
        # near misses
        ("At a meeting with Chile, Argentina rejected a Bolivian request.", "meeting", {"CHL", "ARG"}),
        ("Peru signed the treaty with reservations.", "signed", {"PER"}),
        ("Peru and Ecuador, at a meeting with Brazil, signed a peace treaty.", "signed", {"PER", "ECU"}),
    ],
)
def test_shared_acts_have_all_their_parties_and_no_others(
    coded: Coder, text: str, trigger: str, states: set[str]
) -> None:
    assert parties(coded, text, trigger) == states


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (
            "Peru and Chile signed a truce. Hours later each side accused the other of breaking it.",
            {"PER", "CHL"},
            set(),
        ),
        ("Armenia and Azerbaijan accused each other of shelling villages.", {"ARM", "AZE"}, set()),
        # near misses
        ("Peru accused Chile of breaking the truce.", {"PER"}, {"CHL"}),
    ],
)
def test_what_each_does_to_the_other_both_do(coded: Coder, text: str, actors: set[str], recipients: set[str]) -> None:
    [event] = [event for event in coded(text).events if event.trigger_text == "accused"]
    assert {role.actor.iso3 for role in event.actors if role.actor} == actors
    assert {role.actor.iso3 for role in event.recipients if role.actor} == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "states"),
    [
        ("Tonga thanked New Zealand, which sent a ship with water on Friday.", "sent", {"NZL", "TON"}),
        (
            "Nepal's prime minister K.P. Oli met reporters. Oli thanked China, which donated 13 lorries of petrol.",
            "donated",
            {"CHN", "NPL"},
        ),
        # a near miss: whom the help went to is told
        ("Fiji thanked Japan, which gave food to Samoa.", "gave", {"JPN", "WSM"}),
    ],
)
def test_who_thanks_the_helper_was_helped(coded: Coder, text: str, trigger: str, states: set[str]) -> None:
    assert parties(coded, text, trigger) == states


@pytest.mark.parametrize(
    ("text", "trigger", "states"),
    [
        (
            "Egypt voiced its sympathy with Sudan after the flood and sent two planeloads of medicine.",
            "sent",
            {"EGY", "SDN"},
        ),
        ("The Egyptian government voiced solidarity with Sudan and airlifted tents.", "airlifted", {"EGY", "SDN"}),
        # a near miss
        ("Egypt voiced its sympathy with Sudan and sent two planeloads of medicine to Chad.", "sent", {"EGY", "TCD"}),
    ],
)
def test_help_goes_to_whom_a_kindness_was_done_before(coded: Coder, text: str, trigger: str, states: set[str]) -> None:
    assert parties(coded, text, trigger) == states
