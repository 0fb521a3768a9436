from dataclasses import replace
from typing import Any

import pytest
from builders import a_role, an_article, an_event

from regesta.coding.roles.visits import visitors_in, with_hosts
from regesta.model.event import Event
from tests.coding.conftest import Coder

TEXT = "Poland met Latvia in Riga. Later Poland visited Latvia. Sweden stood by. Estonia saw Vilnius."
ARTICLE = an_article(TEXT)


def a_meeting(place: str | None, basis: str = "expression", **changes: Any) -> Event:
    event = an_event(ARTICLE, "met", **{"recipient": "Latvia", "mode": None, "place": place, **changes})
    return replace(event, place=replace(event.place, basis=basis)) if event.place else event


def equals(*names: str) -> dict[str, Any]:
    return {"roles": tuple(a_role(ARTICLE, "actor", name) for name in names)}


def sides(event: Event) -> tuple[list[str], list[str]]:
    return [r.text for r in event.actors], [r.text for r in event.recipients]


@pytest.mark.parametrize(
    "meeting",
    [
        a_meeting("Riga", **equals("Poland", "Latvia")),
        a_meeting("Riga", basis="inferred", **equals("Poland", "Latvia")),
        a_meeting("Riga"),
        a_meeting("Riga", actor="Latvia", recipient="Poland"),
        a_meeting("Riga", basis="inferred", actor="Latvia", recipient="Poland"),
        a_meeting("Riga", actor="Latvia", recipient="Poland", mode="visit"),
    ],
)
def test_who_meets_in_the_country_of_one_visits_that_one(meeting: Event) -> None:
    [event] = with_hosts([meeting])
    assert (sides(event), event.mode) == ((["Poland"], ["Latvia"]), "visit")


def test_a_visit_elsewhere_in_the_article_tells_the_host() -> None:
    visit = an_event(ARTICLE, "visited", recipient="Latvia")
    for meeting in (a_meeting(None, **equals("Poland", "Latvia")), a_meeting(None, actor="Latvia", recipient="Poland")):
        assert sides(with_hosts([visit, meeting])[1]) == (["Poland"], ["Latvia"])


@pytest.mark.parametrize(
    "event",
    [
        a_meeting("Riga", basis="inferred", actor="Latvia", recipient="Poland", mode="visit"),
        a_meeting("Riga", actor="Latvia", recipient="Poland", mode="phone"),
        a_meeting("Riga", actor="Latvia", recipient="Poland", type="AGREE"),
        a_meeting("Vilnius", **equals("Poland", "Latvia")),
        a_meeting("Riga", **equals("Poland", "Latvia", "Sweden")),
        a_meeting("Riga", **equals("Poland", "Latvia", "saw")),
    ],
)
def test_sides_stay_as_they_are_told_where_no_host_is_known(event: Event) -> None:
    assert with_hosts([event]) == [event]


def test_a_told_visit_is_not_turned_round_by_another_one() -> None:
    there, back = an_event(ARTICLE, "visited", recipient="Latvia"), a_meeting(None, actor="Latvia", recipient="Poland")
    back = replace(back, mode="visit")
    assert with_hosts([there, back]) == [there, back]


def test_a_guessed_place_makes_no_host_where_each_side_is_told_to_visit_the_other() -> None:
    there, back = an_event(ARTICLE, "visited", recipient="Latvia"), a_meeting(None, actor="Latvia", recipient="Poland")
    meeting = a_meeting("Riga", basis="inferred", **equals("Poland", "Latvia"))
    assert with_hosts([there, replace(back, mode="visit"), meeting])[2] == meeting
    assert sides(with_hosts([there, meeting])[1]) == (["Poland"], ["Latvia"])


@pytest.mark.parametrize(
    "meeting",
    [
        a_meeting(None, **equals("Poland", "Latvia")),
        a_meeting(None, actor="Latvia", recipient="Poland"),
        a_meeting("Vilnius", basis="inferred", actor="Latvia", recipient="Poland", mode="visit"),
    ],
)
def test_who_is_called_visiting_is_the_guest(meeting: Event) -> None:
    [event] = with_hosts([meeting], frozenset({"POL"}))
    assert (sides(event), event.mode) == ((["Poland"], ["Latvia"]), "visit")


def test_of_two_who_are_called_visiting_none_is_the_host() -> None:
    meeting = a_meeting(None, actor="Latvia", recipient="Poland")
    assert with_hosts([meeting], frozenset({"POL", "LVA"})) == [meeting]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The visiting Thai minister met Hun Manet.", {"THA"}),
        ("Visiting Kenyan President William Ruto thanked Japan.", {"KEN"}),
        ("The Thai minister is visiting Cambodia.", set()),
    ],
)
def test_those_called_visiting(coded: Coder, text: str, states: set[str]) -> None:
    assert visitors_in(coded(text)) == states


@pytest.mark.model
def test_a_guest_of_whom_nothing_is_known_is_not_of_the_state_visited(coded: Coder) -> None:
    [visit] = coded("Lula visits Beijing to boost trade").events
    assert [(role.text, role.actor and role.actor.iso3) for role in visit.actors] == [("Lula", None)]
