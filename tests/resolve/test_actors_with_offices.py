"""What earlier news tells of people whom an article names barely."""

from datetime import date
from functools import lru_cache

import pytest

from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.office import OfficeHolding
from regesta.resolve.actors import find_actors
from regesta.resolve.persons.knowledge import Known
from regesta.resolve.persons.offices import indexed
from regesta.resolve.phrases.organizations import load_bodies
from tests.resolve.reports import Said, a_report

DAY = date(2022, 12, 20)


@lru_cache
def known() -> Known:
    """Earlier news knows a Czech and a Turkish office holder, and two of one surname."""
    offices = indexed(
        a_holding(person, iso3, office)
        for person, iso3, office in [
            ("Jan Novotal", "CZE", "President"),
            ("Mahmud Orhanli", "TUR", "Defence Minister"),
            ("Ana Zilani", "CHL", "President"),
            ("Ola Zilani", "SWE", "President"),
        ]
    )
    return Known(offices, load_bodies())


def a_holding(person: str, iso3: str, office: str) -> OfficeHolding:
    return OfficeHolding(
        person=person, office=office, iso3=iso3, sector="GOV", first=date(2022, 1, 3), last=date(2022, 6, 1),
        support=3, citation="x:0-9",
    )  # fmt: skip


def actors_of(article: Article) -> list[Actor | None]:
    return [mention.actor for mention in find_actors(article, known())]


def actor_in(text: str, *said: Said, published: date | None = DAY) -> Actor:
    [actor, *_] = actors_of(a_report(text, *said, published=published))
    assert actor is not None
    return actor


def told(actor: Actor) -> tuple[str | None, str | None, str | None, str]:
    return (actor.iso3, actor.sector, actor.office, actor.basis)


def test_a_bare_surname_takes_the_office_of_earlier_news() -> None:
    actor = actor_in("Then Novotal spoke.", Said("Novotal", "PERSON"))
    assert told(actor) == ("CZE", "GOV", "President", "office")
    assert actor.entity == "person:jan-novotal"


def test_what_earlier_news_tells_is_less_sure_than_what_the_article_says() -> None:
    remembered = actor_in("Then Jan Novotal spoke.", Said("Jan Novotal", "PERSON"))
    said = actor_in(
        "Then Czech President Jan Novotal spoke.", Said("Czech President Jan Novotal", "PERSON", "Jan Novotal")
    )
    assert remembered.confidence < said.confidence


def test_all_mentions_of_the_person_take_it() -> None:
    article = a_report(
        "Then Jan Novotal spoke. Novotal left, and he slept.",
        Said("Jan Novotal", "PERSON"), Said("Novotal", "PERSON", nth=1, like="Jan Novotal"),
        Said("he", like="Jan Novotal"),
    )  # fmt: skip
    actors = actors_of(article)
    assert len(actors) == 3
    assert {(a.name, a.iso3, a.office) for a in actors if a} == {("Jan Novotal", "CZE", "President")}


def test_the_fullest_name_of_the_article_is_looked_up() -> None:
    actor = actor_in(
        "Then Zilani spoke. Ana Zilani left.",
        Said("Zilani", "PERSON", like="Ana Zilani"), Said("Ana Zilani", "PERSON"),
    )  # fmt: skip
    assert actor.iso3 == "CHL"


def test_what_the_article_says_comes_first() -> None:
    words = "Latvian Foreign Minister Jan Novotal"
    actor = actor_in(f"Then {words} spoke.", Said(words, "PERSON", "Jan Novotal"))
    assert told(actor)[:3] == ("LVA", "GOV", "Foreign Minister")
    assert actor.basis != "office"


def test_an_office_without_state_in_the_article_is_kept_and_given_its_state() -> None:
    words = "Foreign Minister Jan Novotal"
    actor = actor_in(f"Then {words} spoke.", Said(words, "PERSON", "Jan Novotal"))
    assert told(actor) == ("CZE", "GOV", "Foreign Minister", "office")


def test_earlier_news_comes_before_the_surroundings() -> None:
    words = "Foreign Minister Mahmud Orhanli"
    actor = actor_in(
        f"Then {words} spoke in Minsk.",
        Said(words, "PERSON", "Mahmud Orhanli"), Said("Minsk", "GPE", kind="place"),
    )  # fmt: skip
    assert (actor.iso3, actor.basis) == ("TUR", "office")


@pytest.mark.parametrize(
    ("name", "label", "published"),
    [
        ("Zilani", "PERSON", DAY),  # two of that surname
        ("Kovarik", "PERSON", DAY),
        ("Novotal", "PERSON", None),
        ("Novotal", "PERSON", date(1999, 1, 1)),
    ],
)
def test_nobody_is_guessed_for_doubtful_unknown_or_undated_names(name: str, label: str, published: date | None) -> None:
    actor = actor_in(f"Then {name} spoke.", Said(name, label), published=published)
    assert (actor.iso3, actor.office) == (None, None)
