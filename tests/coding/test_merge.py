from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from builders import DAY, a_date, an_actor, an_article, an_event

import regesta
from regesta.coding.candidates import Candidate
from regesta.coding.merge import SAME, Coded, is_retelling, joined, likeness, network_chance, same_time, with_telling
from regesta.model.act import Act
from regesta.model.event import EventDate, Role
from regesta.model.span import Span
from tests.coding.conftest import Coder

Weights = dict[str, dict[str, float]]
TEXT = "Poland visited Lithuania. Latvia saw Poland visit Lithuania. Estonia and Sweden enjoyed their visit in Riga."
ARTICLE = an_article(TEXT)
PIECES = {
    "network", "same word", "same parties", "shared party", "other parties", "other states",
    "other time", "other status", "other mode", "noun", "casualties", "casualties twice", "near",
}  # fmt: skip


def an_act(*earlier: tuple[int, float]) -> Act:
    types = (("CONSULT", 0.9),)
    return Act(trigger=Span(0, 1), types=types, statuses=(("happened", 0.9),), mode=None, arguments=(), earlier=earlier)


def a_telling(trigger: str = "visited", act: Act | None = None, number: int | None = None, **changes: Any) -> Coded:
    """A visit of Poland to Lithuania, coded, in a sentence of its own for each trigger word."""
    is_nominal, is_toll = changes.pop("is_nominal", False), changes.pop("is_toll", False)
    event = an_event(ARTICLE, trigger, **{"evidence": (Span(0, len(trigger)),), **changes})
    candidate = Candidate(
        token=0, event_type=event.type, entry=None, act=act, number=number, read={event.type: 0.9}, rivals=()
    )
    return Coded(candidate, event, is_nominal, is_toll)


def told_on(days: int) -> EventDate:
    """A date that words of the text tell."""
    return replace(a_date(DAY + timedelta(days=days)), basis="expression", span=Span(0, 1), text="then")


def evidence(left: Coded, right: Coded) -> dict[str, float]:
    found = dict(likeness(left, right))
    assert found == dict(likeness(right, left))
    return found


@pytest.fixture
def weighed(weigh_by: Callable[[Weights], None]) -> None:
    weigh_by({"same": {"bias": 0.0, "network": 1.0, "same parties": 2.0, "other parties": -6.0, "other time": -6.0}})


def test_every_piece_of_evidence_has_a_shipped_weight(shipped_weights: Weights) -> None:
    assert set(evidence(a_telling(), a_telling())) == PIECES
    assert set(shipped_weights["same"]) >= PIECES


def test_the_same_words_with_the_same_parties_speak_for_one_happening() -> None:
    found = evidence(a_telling("visited"), a_telling("visited"))
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
        ({"date": told_on(9)}, {"same parties", "other time"}),
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


@pytest.mark.usefixtures("weighed")
def test_a_telling_joined_in_is_kept_with_its_chance() -> None:
    first, again = a_telling(act=an_act(), number=0), a_telling("visit", act=an_act((0, 0.9)), number=1)
    whole = with_telling(first, again)
    [(telling, chance)] = whole.tellings
    assert telling is again
    assert chance is not None
    assert SAME < chance < 1
    assert whole.candidate is first.candidate


def test_of_two_tellings_the_fuller_stays_with_the_evidence_of_both() -> None:
    poor = an_event(ARTICLE, "visited", recipient=None, evidence=(Span(0, 25),), place="Riga", contexts=("military",))
    full = an_event(ARTICLE, "visit", day=None, mode=None, evidence=(Span(26, 60),), confidence=0.5)
    for whole in (joined(poor, full), joined(full, poor)):
        assert whole.trigger_text == "visit"
        assert whole.evidence == (Span(26, 60), Span(0, 25))
        assert (whole.date, whole.place, whole.mode) == (poor.date, poor.place, poor.mode)
        assert whole.contexts == ("diplomatic", "military")
        assert whole.confidence == poor.confidence


def test_a_mutual_act_has_the_parties_of_the_telling_that_names_more_of_them() -> None:
    one = an_event(ARTICLE, "visited", recipient=None, mode=None)
    others = tuple(replace(one.actors[0], actor=an_actor(name), text=name) for name in ("Latvia", "Estonia"))
    three = replace(one, roles=(*one.roles, *others), confidence=one.confidence / 2)
    two = replace(one, roles=(*one.roles, others[0]))
    for kind in ("CONSULT", "ASSAULT"):  # an attack of two is not one of three for being told with a third
        whole = joined(replace(two, type=kind), replace(three, type=kind))
        assert len(whole.actors) == (3 if kind == "CONSULT" else 2)


def test_what_is_denied_takes_no_day_from_a_telling_that_names_none() -> None:
    denied = an_event(ARTICLE, "visited", day=None, status="denied", confidence=0.99)
    told_again = replace(an_event(ARTICLE, "visit", confidence=0.1), place=None)
    assert joined(replace(denied, place=None), told_again).date is None


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


def test_a_source_is_of_the_telling_that_stands_first() -> None:
    heard = Role(name="source", span=Span(0, 6), text="Poland", actor=an_actor("POL"))
    plain = a_telling().event
    told = a_telling("visit").event
    told = replace(told, roles=(*told.roles, heard))
    assert plain.roles
    assert not any(role.name == "source" for role in joined(plain, told).roles)
    assert heard in joined(told, plain).roles


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
