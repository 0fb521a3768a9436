from dataclasses import replace

from builders import PLACES, an_article, an_event
from stores import a_register

from regesta.model.article import Article
from regesta.model.entity import Place
from regesta.query.counts.places import count_places


def story(number: int, place: Place | None, quad: int = 1) -> Article:
    article = an_article(id=f"a{number}")
    event = an_event(article, place="Vilnius", quad=quad)
    at = replace(event.place, place=place) if place and event.place else None
    return replace(article, events=(replace(event, place=at),))


def test_a_place_is_one_by_its_geonames_id_whatever_its_name() -> None:
    vilnius = PLACES["Vilnius"]
    found = [story(1, vilnius), story(2, replace(vilnius, name="Wilno"), 4), story(3, PLACES["Riga"]), story(4, None)]
    with a_register(found) as register:
        counts = count_places(register.matching())
    assert [(c.place.name, c.entries, c.by_quad) for c in counts] == [
        ("Vilnius", 2, (1, 0, 0, 1)),
        ("Riga", 1, (1, 0, 0, 0)),
    ]


def test_places_without_id_are_one_by_name_state_and_precision() -> None:
    city = Place(name="Newtown", iso3="LTU")
    with a_register([story(1, city), story(2, city), story(3, replace(city, precision="region"))]) as register:
        assert [count.entries for count in count_places(register.matching())] == [2, 1]
