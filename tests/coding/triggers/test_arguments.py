"""Who does what to whom where a participle or a verb with two objects tells it."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def act(coded: Coder, text: str, trigger: str) -> str:
    """Return the act with a trigger: its type, and the states of its actors and recipients."""
    event = next(event for event in coded(text).events if event.trigger_text == trigger)
    sides = (
        ",".join(sorted(role.actor.iso3 or "" for role in side if role.actor))
        for side in (event.actors, event.recipients)
    )
    return f"{event.type}: {' -> '.join(sides)}"


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("Asked by Chad to look into Sudanese raids, the African Union sent a team.", "Asked", "REQUEST: TCD -> IGO"),
        ("Freed by Libya after two years in jail, the Tunisian pilots flew home.", "Freed", "RETREAT: LBY -> TUN"),
        ("Accused by Kenya of arming rebels, Uganda kept silent.", "Accused", "ACCUSE: KEN -> UGA"),
        ("Uganda kept silent, accused by Kenya of arming rebels.", "accused", "ACCUSE: KEN -> UGA"),
        # near misses
        ("Asked whether he had condemned Chad, the Kenyan minister praised Uganda.", "praised", "SUPPORT: KEN -> UGA"),
        ("Having accused Kenya of arming rebels, Uganda recalled its envoy.", "accused", "ACCUSE: UGA -> KEN"),
    ],
)
def test_a_participle_tells_what_was_done_to_the_subject(coded: Coder, text: str, trigger: str, told: str) -> None:
    assert act(coded, text, trigger) == told


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("The Danish ambassador was handed a strongly worded note by Iraq.", "handed", "ACCUSE: IRQ -> DNK"),
        ("Iraq handed the Danish ambassador a strongly worded note.", "handed", "ACCUSE: IRQ -> DNK"),
        ("Iraq handed a strongly worded note to the Danish ambassador.", "handed", "ACCUSE: IRQ -> DNK"),
        ("Denmark has shown two Iraqi diplomats the door.", "shown", "SANCTION: DNK -> IRQ"),
        ("Two Iraqi diplomats were shown the door by Denmark.", "shown", "SANCTION: DNK -> IRQ"),
    ],
)
def test_whoever_is_given_something_is_the_recipient(coded: Coder, text: str, trigger: str, told: str) -> None:
    assert act(coded, text, trigger) == told


@pytest.mark.parametrize(
    "text",
    [
        "Denmark has shown two Iraqi diplomats, its guests, the cathedral.",
        "The Danish ambassador was handed a bunch of flowers.",
        "The Danish players were shown the door.",
    ],
)
def test_other_things_given_tell_no_act(coded: Coder, text: str) -> None:
    assert [event for event in coded(text).events if event.type in {"SANCTION", "ACCUSE"}] == []
