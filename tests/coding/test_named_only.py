"""Who is named in a sentence without a part in the act."""

from collections.abc import Callable
from dataclasses import replace

from builders import an_actor

from regesta.coding.parties.options import options_of
from regesta.coding.parties.parties import find_parties
from tests.coding.scenes import Party, a_scene, an_act, reading, state, the_parse

Weights = dict[str, dict[str, float]]
SEIZED = "Sweden seized Latvia while Estonia slept."
SEIZED_ROWS = """
    Sweden sweden NNP 1 nsubj
    seized seize VBD 1 ROOT
    Latvia latvia NNP 1 dobj
    while while IN 5 mark
    Estonia estonia NNP 5 nsubj
    slept sleep VBD 1 advcl
    . . . 1 punct
"""


def test_who_is_only_in_the_sentence_needs_more_to_take_part(weigh_by: Callable[[Weights], None]) -> None:
    weigh_by({"actor": {"bias": 0.4}, "recipient": {"bias": -9.0}})  # everybody is an actor with a chance of .6
    parse, named = the_parse(SEIZED, SEIZED_ROWS), (state("Sweden"), state("Latvia"), state("Estonia"))
    read = an_act(SEIZED, "seized", ("COERCE", 0.9), actor="Sweden")
    for act, actors in ((read, ["Sweden"]), (replace(read, arguments=()), [])):
        scene = a_scene(parse, SEIZED, *named, acts=(act,))
        found, _ = find_parties(scene, replace(reading(scene, 1, "COERCE"), entry=None))
        assert [role.text for role in found] == actors


def test_a_state_of_emergency_is_nobody() -> None:
    text = "Latvia declared a state of emergency."
    rows = """
        Latvia latvia NNP 1 nsubj
        declared declare VBD 1 ROOT
        a a DT 3 det
        state state NN 1 dobj
        of of IN 3 prep
        emergency emergency NN 4 pobj
        . . . 1 punct
    """
    described = Party("a state", an_actor("Latvia", basis="surroundings", confidence=0.4), form="nominal")
    scene = a_scene(
        the_parse(text, rows), text, state("Latvia"), described, acts=(an_act(text, "declared", ("COERCE", 0.9)),)
    )
    assert [option.role.text for option in options_of(scene, reading(scene, 1, "COERCE"))] == ["Latvia"]
