from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from builders import DAY, PLACES, a_date, an_actor, an_event

import regesta
from regesta.coding.tellings.merge import with_telling
from regesta.coding.tellings.retelling import Coded, is_retelling, is_told_anew, likeness, network_chance, same_time
from regesta.model.annotation import Amount
from regesta.model.event import EventDate, EventPlace, PlaceBasis, Role
from regesta.model.span import Span
from tests.coding.conftest import Coder
from tests.coding.tellings import ARTICLE, a_telling, an_act, told_on

Weights = dict[str, dict[str, float]]
PIECES = {
    "network", "same word", "same parties", "shared party", "other parties", "other states",
    "other status", "other mode", "noun", "casualties", "casualties twice", "near",
    "side by side", "told anew", "other company", "long apart", "other country", "other numbers",
}  # fmt: skip


def evidence(left: Coded, right: Coded) -> dict[str, float]:
    found = dict(likeness(left, right))
    assert found == dict(likeness(right, left))
    return found


@pytest.fixture
def weighed(weigh_by: Callable[[Weights], None]) -> None:
    weigh_by({"same": {"bias": 0.0, "network": 1.0, "same parties": 2.0, "other parties": -6.0}})


def test_every_piece_of_evidence_has_a_shipped_weight(shipped_weights: Weights) -> None:
    assert set(evidence(a_telling(), a_telling())) == PIECES
    assert set(shipped_weights["same"]) >= PIECES


def test_the_same_words_with_the_same_parties_speak_for_one_happening() -> None:
    found = evidence(a_telling("visited"), a_telling("visited", token=9))
    assert {name for name, value in found.items() if value} == {"same word", "same parties", "near"}


@pytest.mark.parametrize(
    ("changes", "pieces"),
    [
        ({"actor": "Latvia"}, {"shared party"}),
        ({"actor": None}, {"shared party"}),
        ({"actor": None, "recipient": None}, set()),
        ({"actor": "Estonia", "recipient": "Sweden"}, {"other parties", "other states"}),
        ({"actor": "Lithuania", "recipient": "Poland"}, {"same parties"}),
        ({"status": "planned"}, {"same parties", "other status"}),
        ({"mode": "meet"}, {"same parties", "other mode"}),
        ({"mode": None}, {"same parties"}),
        ({"is_nominal": True}, {"same parties", "noun"}),
        ({"day": None}, {"same parties"}),
    ],
)
def test_each_difference_is_a_piece_of_evidence(changes: dict[str, Any], pieces: set[str]) -> None:
    found = evidence(a_telling("visited", date=told_on(0)), a_telling("visit", **{"date": told_on(0), **changes}))
    assert {name for name, value in found.items() if value} == pieces


def test_who_was_hurt_counts_in_one_sentence_only() -> None:
    killed, wounded = a_telling(is_toll=True), a_telling(is_toll=True)
    elsewhere = a_telling("visit", is_toll=True)
    assert {"near", "casualties", "casualties twice"} <= {k for k, v in evidence(killed, wounded).items() if v}
    assert not {"near", "casualties", "casualties twice"} & {k for k, v in evidence(killed, elsewhere).items() if v}


def test_people_of_one_state_are_no_other_states() -> None:
    event = a_telling("visit", actor="Estonia", recipient=None).event
    [role] = event.roles
    premier = replace(role, actor=an_actor("the premier", iso3="POL", entity="person:the-premier"))
    other = replace(a_telling("visit"), event=replace(event, roles=(premier,)))
    found = evidence(a_telling(), other)
    assert (found["other parties"], found["other states"]) == (1.0, 0.0)


def test_case_does_not_make_another_word() -> None:
    shouted = a_telling()
    shouted = replace(shouted, event=replace(shouted.event, trigger_text="VISITED"))
    assert evidence(a_telling(), shouted)["same word"] == 1.0


def test_the_network_speaks_through_the_later_act_whichever_comes_first() -> None:
    first, later = a_telling(act=an_act(), number=3), a_telling(act=an_act((0, 0.1), (3, 0.8)), number=5)
    assert network_chance(first, later) == network_chance(later, first) == 0.8


def test_the_network_is_undecided_where_it_did_not_compare() -> None:
    assert network_chance(a_telling(act=an_act(), number=3), a_telling(act=an_act((0, 0.9)), number=5)) == 0.5


def test_the_network_is_undecided_where_it_read_only_one() -> None:
    read, unread = a_telling(act=an_act((0, 0.9)), number=1), a_telling()
    for left, right in permutations((read, unread)):
        assert network_chance(left, right) == 0.5


@pytest.mark.usefixtures("weighed")
def test_what_the_network_holds_for_the_same_is_a_retelling() -> None:
    first = a_telling(act=an_act(), number=0)
    assert is_retelling(a_telling("visit", act=an_act((0, 0.9)), number=1), first)
    assert not is_retelling(a_telling("visit", act=an_act((0, 0.02)), number=1), first)


@pytest.mark.usefixtures("weighed")
def test_another_type_is_never_a_retelling() -> None:
    first = a_telling(act=an_act(), number=0)
    assert not is_retelling(a_telling(act=an_act((0, 1.0)), number=1, type="AGREE"), first)


@pytest.mark.usefixtures("weighed")
def test_other_parties_or_another_time_outweigh_the_network() -> None:
    first = a_telling(act=an_act(), number=0, date=told_on(0))
    for changes in ({"actor": "Estonia", "recipient": "Sweden"}, {"date": told_on(9)}):
        assert not is_retelling(a_telling("visit", act=an_act((0, 0.9)), number=1, **changes), first)


def test_the_shipped_weights_tell_clear_cases_apart() -> None:
    first = a_telling(act=an_act(), number=0, date=told_on(0))
    same = a_telling(act=an_act((0, 0.99)), number=1, date=told_on(0))
    other = a_telling(
        "visit", act=an_act((0, 0.01)), number=1, actor="Estonia", recipient="Sweden", date=told_on(90), mode="meet"
    )
    assert is_retelling(same, first)
    assert not is_retelling(other, first)


@pytest.mark.parametrize(
    ("left", "right", "can_be_one"),
    [
        (told_on(0), told_on(0), True),
        (told_on(0), told_on(1), False),
        (told_on(0), replace(told_on(0), interval=a_date(DAY - timedelta(days=3), days=7).interval), True),
        (told_on(0), None, True),
        (told_on(0), a_date(DAY + timedelta(days=9)), True),
    ],
)
def test_only_days_that_the_text_tells_and_that_do_not_meet_are_another_time(
    left: EventDate, right: EventDate | None, can_be_one: bool
) -> None:
    events = [replace(an_event(ARTICLE), date=date) for date in (left, right)]
    assert same_time(*events) == same_time(*reversed(events)) == can_be_one


def test_what_was_joined_into_a_telling_brings_its_sentence_to_no_other() -> None:
    first, again = a_telling(), a_telling("visit")
    whole = with_telling(first, again)
    assert evidence(first, again)["near"] == evidence(whole, again)["near"] == 0.0
    assert again.sentence in whole.event.evidence


@pytest.mark.parametrize(
    ("words", "is_side_by_side"),
    [(1, True), (3, True), (4, False), (20, False)],
)
def test_acts_side_by_side_in_one_sentence_speak_for_one(words: int, is_side_by_side: bool) -> None:
    found = evidence(a_telling(token=5), a_telling("visited", token=5 + words))
    assert found["side by side"] == is_side_by_side
    assert not evidence(a_telling(token=5), a_telling("visit", token=5 + words))["side by side"]


def test_only_the_later_of_two_sentences_can_say_that_an_act_is_one_more() -> None:
    for token, is_said in ((90, 1.0), (2, 0.0)):
        one_more = a_telling("visit", token=token, is_anew=True)
        assert evidence(a_telling(token=50), one_more)["told anew"] == is_said
    assert not evidence(a_telling(token=50), a_telling(token=90, is_anew=True))["told anew"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "is_said"),
    [
        ("The envoy met Chad's premier on Monday. He also met the king of Jordan.", "met", True),
        ("Meanwhile, Togo accused Benin of spying.", "accused", True),
        ("Togo again accused Benin of spying.", "accused", True),
        ("Togo accused Benin of spying, and Ghana too.", "accused", False),
        ("Another attack on the Chadian base killed two soldiers.", "attack", True),
        ("The previous visit of the Danish premier to Riga was in May.", "visit", True),
        ("The Danish premier held separate talks with the king of Jordan.", "talks", True),
        ("The attack on the Chadian base killed two other soldiers.", "attack", False),
        ("Also on Monday the attack on the Chadian base ended.", "attack", False),
    ],
)
def test_words_of_an_act_say_that_it_is_one_more(coded: Coder, text: str, word: str, is_said: bool) -> None:
    parse = coded(text).parse
    assert parse is not None
    last = max(n for n, found in enumerate(parse.words) if found == word)
    assert is_told_anew(parse, last) == is_said


@pytest.mark.parametrize(
    ("one", "two", "is_other"),
    [
        (("ana", "ben"), ("ana", "cleo"), True),
        (("ana", "ben"), ("ben", "ana"), False),
        (("ana", "ben"), ("ana",), False),
        (("ana", "ben"), ("cleo", "dora"), False),
        (("ana", "Poland"), ("ana", "Latvia"), True),
        (("ana", "Poland"), ("ana", "Poland", "ben"), False),
    ],
)
def test_one_guest_with_two_hosts_is_in_other_company(
    one: tuple[str, ...], two: tuple[str, ...], is_other: bool
) -> None:
    left, right = (with_parties(a_telling(trigger), names) for trigger, names in (("visited", one), ("visit", two)))
    assert evidence(left, right)["other company"] == is_other


def with_parties(telling: Coded, names: tuple[str, ...]) -> Coded:
    """A telling in which states, and persons of a name in small letters, take part."""
    [first, *_] = telling.event.roles
    actors = [an_actor(name, entity=f"person:{name}") if name.islower() else an_actor(name) for name in names]
    roles = tuple(replace(first, actor=actor) for actor in actors)
    return replace(telling, event=replace(telling.event, roles=roles))


@pytest.mark.parametrize(
    ("left", "right", "is_long"),
    [
        (told_on(-90), a_date(DAY), True),
        (told_on(-9), a_date(DAY), False),
        (told_on(-90), told_on(0), False),
        (told_on(-90), None, False),
    ],
)
def test_a_day_long_ago_is_not_that_of_the_news(left: EventDate, right: EventDate | None, is_long: bool) -> None:
    found = evidence(a_telling(date=left), a_telling("visit", date=right))
    assert found["long apart"] == is_long


@pytest.mark.parametrize(
    ("place", "basis", "is_elsewhere"),
    [("Riga", "expression", True), ("Vilnius", "expression", False), ("Riga", "inferred", False), (None, "", False)],
)
def test_places_told_in_two_countries_speak_for_two_acts(
    place: str | None, basis: PlaceBasis, is_elsewhere: bool
) -> None:
    name = place or "Riga"
    at = EventPlace(place=PLACES[name], span=Span(0, 1), text=name, basis=basis) if place else None
    found = evidence(in_place(a_telling(), VILNIUS), in_place(a_telling("visit"), at))
    assert found["other country"] == is_elsewhere


VILNIUS = EventPlace(place=PLACES["Vilnius"], span=Span(0, 1), text="Vilnius")


def in_place(telling: Coded, place: EventPlace | None) -> Coded:
    return replace(telling, event=replace(telling.event, place=place))


@pytest.mark.parametrize(
    ("left", "right", "is_other"),
    [
        ({"killed": 4}, {"killed": 11}, True),
        ({"killed": 4}, {"killed": 4}, False),
        ({"killed": 4, "wounded": 7}, {"killed": 4, "wounded": 9}, False),
        ({"killed": 4}, {"wounded": 7}, False),
        ({"killed": 4}, {}, False),
    ],
)
def test_other_numbers_of_the_same_speak_for_two_acts(
    left: dict[str, int], right: dict[str, int], is_other: bool
) -> None:
    found = evidence(with_numbers(a_telling(), left), with_numbers(a_telling("visit"), right))
    assert found["other numbers"] == is_other


def with_numbers(telling: Coded, numbers: dict[str, int]) -> Coded:
    roles = (
        Role(name=name, span=Span(0, 1), text=str(number), amount=an_amount(number)) for name, number in numbers.items()
    )
    return replace(telling, event=replace(telling.event, roles=(*telling.event.roles, *roles)))


def an_amount(number: int) -> Amount:
    return Amount(span=Span(0, 1), value=Decimal(number), unit="soldier")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Foreign Minister Ana Berg of Norway met Chad's premier on Monday. She also met King Abdullah of Jordan.", 2),
        (
            "Foreign Minister Ana Berg met Premier Jo Dahl in Oslo on Monday. Berg met Prince Ali of Jordan in Amman.",
            2,
        ),
        ("Norway's premier met Chad's president in Oslo on Monday. The two leaders also discussed trade.", 1),
        ("Rebels attacked a Chadian base on Monday. The attack on the base lasted for hours.", 1),
        ("Students of Lima held protest rallies against the Peruvian government on Monday.", 1),
    ],
)
def test_one_more_act_is_another_and_the_act_told_again_is_not(coded: Coder, text: str, acts: int) -> None:
    kinds = Counter(event.type for event in coded(text).events)
    assert max(kinds.values()) == acts


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("France bombed Syria on Thursday. Syria shelled French bases.", 2),
        ("Poland accused Belarus of spying. Belarus accused Poland of spying.", 2),
        ("Rebels attacked a Syrian base on 3 March. Turkey shelled Greece.", 2),
        ("France bombed Syria on Thursday. The attack on Syria killed five people.", 1),
    ],
)
def test_an_answer_or_an_act_between_others_is_another_act(text: str, acts: int) -> None:
    assert len(regesta.code(text, published="2021-03-19").events) == acts


def test_acts_of_different_days_are_not_one_whatever_else_is_alike() -> None:
    first = a_telling(date=told_on(0))
    assert not is_retelling(first, a_telling("visit", date=told_on(9)))
    assert is_retelling(first, a_telling("visit", date=told_on(0)))


@pytest.mark.model
def test_what_is_told_again_is_the_act_it_likeliest_tells(coded: Coder) -> None:
    events = coded(
        "Rebels bombed a Chadian base on Monday. Rebels bombed a Chadian village on Tuesday. "
        "The bombing of the village lasted for hours."
    ).events
    assert [(len(event.evidence), event.recipients[0].text) for event in events] == [
        (1, "a Chadian base"),
        (2, "a Chadian village"),
    ]


def test_a_denied_act_is_not_retold_by_one_that_happened() -> None:
    denied = a_telling(status="denied")
    assert not is_retelling(denied, a_telling("visit"))
    assert is_retelling(a_telling(), a_telling("visit"))
    assert is_retelling(denied, a_telling("visit", status="denied"))


@pytest.mark.model
def test_several_acts_told_at_once_are_not_one_of_them(coded: Coder) -> None:
    article = coded(
        "The Latvian president has travelled to Estonia seven times throughout 2022. "
        "On Monday the Latvian president travelled to Estonia for talks with its prime minister."
    )
    assert len([event for event in article.events if event.type == "CONSULT"]) == 2


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "attacks"),
    [
        ("Gunmen stormed a college in Garissa, killing 40 people. Kenyan soldiers killed four of the attackers.", 2),
        ("Gunmen stormed a college in Garissa on Monday. The gunmen killed 40 people.", 1),
    ],
)
def test_soldiers_and_those_they_fight_do_two_things(coded: Coder, text: str, attacks: int) -> None:
    assert sum(event.type == "ASSAULT" for event in coded(text).events) == attacks
