"""A person told by an office in one article is that of the name in another."""

from dataclasses import replace
from datetime import date

from builders import an_actor, an_article, an_event

from regesta.dedupe.telling import Telling
from regesta.dedupe.who import of_one_person, people
from regesta.model.entity import Actor
from regesta.model.event import Event

HOLDER = Actor(name="Ana Berg", iso3="LVA", sector="GOV", office="President", entity="person:ana-berg")
UNNAMED = Actor(name="president", iso3="LVA", sector="GOV", office="president")
ARTICLE = an_article("Poland visited Lithuania on Monday.")


def told_of(who: Actor) -> Telling:
    """A telling of a visit by somebody."""
    event: Event = an_event(ARTICLE, "visited")
    roles = tuple(replace(role, actor=who) if role.name == "actor" else role for role in event.roles)
    return Telling(replace(event, roles=roles), date(2023, 5, 17), ARTICLE.text)


def test_an_office_holder_of_a_name_and_one_told_by_the_office_may_be_one() -> None:
    left, right = told_of(HOLDER), told_of(UNNAMED)
    assert of_one_person(left, right)
    assert [(e.name, e.reason) for e in people(left, right)] == [("same_person", "both name the president (LVA)")]


def test_another_office_or_state_is_another_person() -> None:
    assert not of_one_person(told_of(HOLDER), told_of(replace(UNNAMED, office="prime minister")))
    assert not of_one_person(told_of(HOLDER), told_of(replace(UNNAMED, iso3="SWE")))


def test_of_two_names_the_names_decide() -> None:
    other = replace(HOLDER, name="Eva Lind", entity="person:eva-lind")
    assert not of_one_person(told_of(HOLDER), told_of(other))
    assert [e.name for e in people(told_of(HOLDER), told_of(other))] == ["other_people"]


def test_states_alone_tell_of_nobody() -> None:
    assert not of_one_person(told_of(an_actor("Latvia")), told_of(an_actor("Latvia")))
