import re
from dataclasses import replace

import pytest
from builders import a_role, an_article, an_event
from register_fixture import Opener, first_article, second_article
from starlette.testclient import TestClient

from regesta.model.article import Article
from regesta.model.entity import Actor


def president() -> Article:
    """A visit by a president, with his office in the words."""
    article = an_article("Polish President Jan Nowak visited Lithuania. It was said.", id="p1")
    who = Actor(name="Jan Nowak", office="President", iso3="POL", entity="person:jan-nowak", sector="GOV")
    event = an_event(article, actor=None)
    role = replace(a_role(article, "actor", "Polish President Jan Nowak"), actor=who)
    return replace(article, events=(replace(event, roles=(role, *event.roles)),))


@pytest.fixture
def pages(open_client: Opener) -> TestClient:
    return open_client([president(), first_article(), second_article()])


def test_a_state_shows_its_entries_statements_partners_and_people(pages: TestClient) -> None:
    page = pages.get("/actors/POL").text
    assert "<bdi>Poland</bdi></h1>" in page
    assert '<a href="/?party=POL">3 entries</a>' in page
    assert '<a href="/statements?speaker=POL">1 statement</a>' in page
    assert '<a href="/dyads?left=POL&amp;right=LTU"><bdi>Lithuania</bdi></a>' in page
    assert '<a href="/actors/person%3Ajan-nowak"><bdi>Jan Nowak</bdi></a>' in page


def test_a_person_shows_offices_with_their_words_and_names(pages: TestClient) -> None:
    page = pages.get("/actors/person%3Ajan-nowak").text
    assert "<strong>President</strong>, Poland" in page
    assert "“<bdi>Polish President Jan Nowak</bdi>”" in page
    twin = pages.get("/actors/person%3Ajan-nowak.json").json()
    assert twin["offices"][0]["evidence"] == [
        {"article": "p1", "start": 0, "end": 26, "quote": "Polish President Jan Nowak"}
    ]
    assert twin["partners"][0] == {"code": "LTU", "entries": 1, "intensity": 2.1, "name": "Lithuania"}


@pytest.mark.parametrize("written", ["poland", "Poland", "state:POL", "pol"])
def test_other_ways_to_write_a_state_lead_to_its_page(pages: TestClient, written: str) -> None:
    answer = pages.get(f"/actors/{written}")
    assert (answer.status_code, answer.headers["location"]) == (302, "/actors/POL")


def test_a_capital_is_no_other_way_to_write_a_state(pages: TestClient) -> None:
    assert pages.get("/actors/Warsaw").status_code == 404


def test_a_state_of_which_nothing_is_told_says_so(pages: TestClient) -> None:
    page = pages.get("/actors/FJI").text
    assert "<bdi>Fiji</bdi></h1>" in page
    assert "No event has it as a party." in page
    assert "No article quotes it." in page


@pytest.mark.parametrize("suffix", ["", ".json", ".svg"])
def test_an_unknown_actor_is_not_found_and_the_nearest_is_named(pages: TestClient, suffix: str) -> None:
    answer = pages.get(f"/actors/Jan Nowac{suffix}")
    assert answer.status_code == 404
    assert "Jan Nowak" in answer.text


@pytest.mark.parametrize("path", ["/", "/meetings", "/statements", "/search?q=visited"])
def test_every_name_of_an_actor_leads_to_its_page(pages: TestClient, path: str) -> None:
    page = pages.get(path).text
    links = set(re.findall(r'<a class="party" href="([^"]+)"', page))
    assert "/actors/POL" in links
    assert all(pages.get(link).status_code == 200 for link in links)


def test_actors_are_listed_and_found_by_name_or_state(pages: TestClient) -> None:
    def names(query: str) -> list[str]:
        return [actor["name"] for actor in pages.get(f"/actors.json?{query}").json()["actors"]]

    assert names("")[0] == "Lithuania"
    assert names("name=now") == ["Jan Nowak"]
    assert sorted(names("name=Poland")) == ["Jan Nowak", "Poland"]
    assert names("name=nobody") == []
    assert "No actor of this name" in pages.get("/actors?name=nobody").text
    assert pages.get("/actors?limit=1").text.count('<th scope="row">') == 1
