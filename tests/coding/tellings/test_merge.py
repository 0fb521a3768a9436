from collections.abc import Callable
from dataclasses import replace

import pytest
from builders import an_actor, an_event

from regesta.coding.tellings.merge import joined, with_telling
from regesta.coding.tellings.retelling import SAME
from regesta.model.event import Role
from regesta.model.span import Span
from tests.coding.conftest import Coder
from tests.coding.tellings import ARTICLE, a_telling, an_act

Weights = dict[str, dict[str, float]]


def test_a_telling_joined_in_is_kept_with_its_chance(weigh_by: Callable[[Weights], None]) -> None:
    weigh_by({"same": {"bias": 0.0, "network": 1.0, "same parties": 2.0}})
    first, again = a_telling(act=an_act(), number=0), a_telling("visit", act=an_act((0, 0.9)), number=1)
    whole = with_telling(first, again)
    [(telling, chance)] = whole.tellings
    assert telling is again
    assert chance is not None
    assert SAME < chance < 1
    assert whole.candidate is first.candidate


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


def test_a_source_is_of_the_telling_that_stands_first() -> None:
    heard = Role(name="source", span=Span(0, 6), text="Poland", actor=an_actor("POL"))
    plain = a_telling().event
    told = a_telling("visit").event
    told = replace(told, roles=(*told.roles, heard))
    assert plain.roles
    assert not any(role.name == "source" for role in joined(plain, told).roles)
    assert heard in joined(told, plain).roles


def test_of_two_tellings_the_clearer_stays_with_the_evidence_of_both() -> None:
    poor = an_event(ARTICLE, "visited", recipient=None, evidence=(Span(0, 25),), place="Riga", contexts=("military",))
    full = an_event(ARTICLE, "visit", day=None, mode=None, evidence=(Span(26, 60),), confidence=0.5)
    whole = joined(full, poor)
    assert whole.trigger_text == "visit"
    assert whole.evidence == (Span(26, 60), Span(0, 25))
    assert (whole.date, whole.place, whole.mode) == (poor.date, poor.place, poor.mode)
    assert whole.contexts == ("diplomatic", "military")
    assert whole.confidence == poor.confidence


def test_the_clearer_telling_has_the_parties_of_the_other_only_where_it_names_none() -> None:
    full, poor = an_event(ARTICLE, "visit"), an_event(ARTICLE, "visited", recipient=None)
    nobody = replace(poor, roles=())
    assert joined(poor, full).parties == poor.parties
    assert joined(nobody, full).parties == full.parties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Lebanon and Israel reached a maritime border deal on Monday.", {"reached"}),
        ("Chile backed the agreement of Peru and Bolivia on Monday.", {"backed", "agreement"}),
    ],
)
def test_a_deal_that_is_reached_is_one_event(coded: Coder, text: str, triggers: set[str]) -> None:
    assert {event.trigger_text for event in coded(text).events} == triggers


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Polish premier visited Lithuania on Monday. The visit to Vilnius lasted an hour.", "Vilnius"),
        ("The Polish premier visited Vilnius on Monday. The visit to Lithuania lasted an hour.", "Vilnius"),
    ],
)
def test_of_a_country_and_a_town_in_it_the_town_is_the_place(coded: Coder, text: str, place: str) -> None:
    [event] = [event for event in coded(text).events if event.type == "CONSULT"]
    assert event.place is not None
    assert event.place.place.name == place
