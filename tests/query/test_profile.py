from dataclasses import replace
from datetime import date

import pytest
from builders import a_role, a_statement, an_article, an_event
from stores import a_register

from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.query import profile as profiles
from regesta.query.profile import Partner, actor_of, partners, profile
from regesta.store.filters import EventFilter

ENTITY = "person:jana-kalna"


def told(number: int, words: str, office: str | None, day: date, state: str = "LVA") -> Article:
    """An article in which Jana Kalna, under given words, meets Sweden."""
    article = an_article(f"{words} met Sweden. It was said.", id=f"a{number}", published=day)
    kalna = Actor(name="Jana Kalna", office=office, iso3=state, entity=ENTITY, sector="GOV")
    role = replace(a_role(article, "actor", words), actor=kalna)
    event = an_event(article, "met", actor=None, recipient="Sweden", day=day)
    return replace(article, events=(replace(event, roles=(role, *event.roles)),))


def articles() -> list[Article]:
    return [
        told(1, "Latvian Interior Minister Jana Kalna", "interior minister", date(2021, 3, 1)),
        told(2, "the Latvian Interior Minister", "Interior Minister", date(2021, 9, 1)),
        told(3, "Prime Minister Jana Kalna", "prime minister", date(2022, 5, 1)),
        told(4, "she", "prime minister", date(2022, 6, 1)),
        told(5, "Jana Kalna's", None, date(2022, 7, 1)),
        told(6, "jana kalna", None, date(2022, 8, 1)),
        told(7, "Jana Kalna", None, date(2022, 9, 1)),
    ]


def test_offices_follow_each_other_the_latest_first_each_with_its_words() -> None:
    with a_register(articles()) as register:
        offices = profile(register, ENTITY).offices
    assert [(o.office, o.iso3, o.first, o.last, o.articles) for o in offices] == [
        ("prime minister", "LVA", date(2022, 5, 1), date(2022, 5, 1), 1),
        ("Interior Minister", "LVA", date(2021, 3, 1), date(2021, 9, 1), 2),
    ]
    assert [s.citation.quote for s in offices[1].evidence] == [
        "Latvian Interior Minister Jana Kalna",
        "the Latvian Interior Minister",
    ]


def test_an_office_that_the_words_do_not_tell_is_no_evidence() -> None:
    with a_register([articles()[3]]) as register:
        assert profile(register, ENTITY).offices == ()


def test_names_are_counted_by_article_without_pronouns_and_possessives() -> None:
    with a_register(articles()) as register:
        names = dict(profile(register, ENTITY).names)
    assert names["Jana Kalna"] == 2
    assert "she" not in names
    assert "jana kalna" not in names


def test_a_speaker_without_events_has_a_profile() -> None:
    article = an_article()
    with a_register([replace(article, statements=(a_statement(article),))]) as register:
        assert profile(register, "POL").names == (("Poland", 1),)


def test_only_the_newest_events_are_looked_at_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profiles, "LOOKED_AT", 3)
    with a_register(articles()) as register:
        found = profile(register, ENTITY)
    assert not found.complete
    assert found.offices == ()


def test_partners_are_the_others_most_entries_first_with_mean_intensity() -> None:
    warm = an_article(id="b1")
    cold = an_article("Poland warned Sweden. It was said.", id="b2")
    found = [
        *articles(),
        replace(warm, events=(an_event(warm, recipient=None),)),
        replace(cold, events=(an_event(cold, "warned", recipient="Sweden", quad=3, intensity=-4.0),)),
    ]
    with a_register(found) as register:
        clusters = register.matching(EventFilter(party="SWE"))
        assert partners(clusters, "SWE") == [Partner("LVA", 7, pytest.approx(2.1)), Partner("POL", 1, -4.0)]


def test_an_actor_is_found_by_entity_or_exact_name() -> None:
    with a_register(articles()) as register:
        by_entity, by_name = actor_of(register.view, ENTITY), actor_of(register.view, "jana KALNA")
        assert by_entity == by_name
        assert by_entity is not None
        assert (by_entity.name, by_entity.events) == ("Jana Kalna", 7)
        assert actor_of(register.view, "Kalna") is None
