import pytest

import regesta
from regesta.coding.roles.named_sides import NEARLY_SURE, NamedSides, are_of_others
from regesta.coding.tellings.merge import with_telling
from tests.coding.conftest import Coder
from tests.coding.tellings import a_telling

SURE, UNSURE = NEARLY_SURE, NEARLY_SURE - 0.01


def sides(actor: str = "", recipient: str = "", equals: str = "", around: str = "") -> NamedSides:
    """Whom an act names, by codes with spaces between."""
    known = {"actor": frozenset(actor.split()), "recipient": frozenset(recipient.split())}
    states = frozenset(f"{actor} {recipient} {equals} {around}".split())
    return NamedSides({name: side for name, side in known.items() if side}, frozenset(equals.split()), states)


@pytest.mark.parametrize(
    ("one", "two", "is_other"),
    [
        (sides("NOR", "KEN"), sides("JPN", "KEN"), True),
        (sides("NOR", "KEN"), sides("NOR", "TZA"), True),
        (sides("NOR", "KEN"), sides("NOR"), False),
        (sides("NOR SWE", "KEN"), sides("SWE", "KEN"), False),
        (sides("NOR", "KEN"), sides("", "KEN", around="JPN"), False),
        (sides(equals="CHL PER"), sides(equals="CHL BOL"), True),
        (sides(equals="CHL PER"), sides(equals="BOL PER CHL"), False),
        (sides(equals="CHL PER"), sides(equals="CHL PER"), False),
        (sides(), sides(), False),
    ],
)
def test_acts_that_name_other_states_on_one_side_are_others(one: NamedSides, two: NamedSides, is_other: bool) -> None:
    assert are_of_others(one, two, SURE) == are_of_others(two, one, SURE) == is_other


@pytest.mark.parametrize(("chance", "is_other"), [(SURE, False), (UNSURE, True)])
def test_who_is_spoken_of_in_one_sentence_only_leaves_it_to_the_network(chance: float, is_other: bool) -> None:
    assert are_of_others(sides("NOR", "KEN"), sides("JPN", "KEN", around="NOR"), chance) == is_other


def test_who_is_spoken_of_in_both_sentences_may_act_in_both() -> None:
    assert not are_of_others(sides("NOR", "KEN", around="JPN"), sides("JPN", "KEN", around="NOR"), 0.0)


def test_what_is_joined_in_tells_whom_the_first_telling_left_open() -> None:
    vague, plain = a_telling(), a_telling("visit")
    named = sides("NOR", "KEN")
    object.__setattr__(plain, "named", named)
    assert with_telling(vague, plain).named.sides == named.sides


TWO_ACTS = [
    "Norway gave Kenya tents on Monday. Japan gave Kenya tents on Monday.",
    "Togo expelled a Ghanaian diplomat. Togo expelled a Malian diplomat on Monday.",
    "Jordan shelled Syria on Monday. It shelled Iraq on Monday too.",
    "Sanctions were imposed on Iran by Canada on Monday. Sanctions were imposed on Iran by Malta on Monday.",
    "Portugal imposed sanctions on Fiji on Monday. Greece imposed sanctions on Fiji on Monday.",
    "The Thai premier criticised Laos on Monday. The Malaysian premier criticised Laos on Monday.",
    "Oslo froze the assets of Libyan generals. Vienna froze the assets of Libyan generals.",
    "Poland said it had expelled a Chadian envoy. Latvia said it had expelled a Chadian envoy.",
    "Estonia decided to expel a Chadian envoy. Lithuania decided to expel a Chadian envoy.",
    "Cuba signed a fishing agreement with Peru. Chile signed a fishing agreement with Peru.",
    "The Nepalese president visited Cairo on Monday. The Nepalese president visited Tunis on Monday.",
    "The Cuban president arrived in Lagos on Monday. The Danish minister, who visited Nigeria, warned the banks.",
    "Morocco held talks with Spain on Monday. Morocco held talks with Malta on Monday.",
    "The Kenyan minister met his Malian counterpart on Sunday. The Thai minister met the Laotian president on Sunday.",
]


@pytest.mark.model
@pytest.mark.parametrize("text", TWO_ACTS)
def test_parallel_acts_of_other_states_are_two(text: str) -> None:
    events = regesta.code(text, published="2024-05-16").events
    told = [event for event in events if event.rule != "network" or event.confidence > 0.5]
    assert {len(event.evidence) for event in told} == {1}
    assert len({(event.type, *sorted(p.called for p in event.parties)) for event in told}) > 1


ONE_ACT = [
    "Togo expelled a Ghanaian diplomat on Monday. A Ghanaian diplomat was expelled by Lome.",
    "Norway and its allies imposed sanctions on Chad. Sweden imposed sanctions on Chad after the vote.",
    "Chile and Peru held talks on Monday. The talks between Peru, Chile and Bolivia lasted for hours.",
    "Britain and France bombed Libya on Monday. The French jets bombed Libya at dawn.",
    "Washington bombed Serbia on Monday. NATO bombed Serbia for the third day.",
    "Jordan attacked Iraq on Monday. The attack on an Iraqi power plant lasted for hours.",
    "The French president visited Kenya on Tuesday. Kenya received the French president on Tuesday.",
    "Japan gave Nepal ten trucks on Monday. Tokyo gave Kathmandu the trucks after the storm.",
    "The Syrian president met the Turkish president. The Turkish president hosted the Syrian leader in Ankara.",
]


@pytest.mark.model
@pytest.mark.parametrize("text", ONE_ACT)
def test_an_act_that_is_told_again_by_other_names_stays_one(text: str) -> None:
    kinds = [event.type for event in regesta.code(text, published="2024-05-16").events]
    assert len(kinds) == len(set(kinds))


@pytest.mark.model
def test_who_condemns_an_act_is_none_of_those_who_did_it(coded: Coder) -> None:
    events = coded("Iceland's parliament recognised Togo on Monday. Ghana condemned the recognition.").events
    assert len([event for event in events if event.type == "SUPPORT"]) == 1
