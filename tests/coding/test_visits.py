from dataclasses import replace
from typing import Any

import pytest
from builders import a_role, an_article, an_event

from regesta.coding.visits import with_hosts
from regesta.model.event import Event

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
