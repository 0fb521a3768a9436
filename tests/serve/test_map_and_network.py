from dataclasses import replace

import pytest
from builders import an_article, an_event
from register_fixture import Opener
from starlette.testclient import TestClient

from regesta.model.article import Article


def story(number: int, place: str | None = None, **changes: object) -> Article:
    text = "Poland visited Lithuania in Vilnius and Riga. It was said."
    article = an_article(text, id=f"m{number}")
    return replace(article, events=(an_event(article, place=place, **changes),))


@pytest.fixture
def pages(open_client: Opener) -> TestClient:
    aid = {"type": "AID", "mode": None, "cameo": "070", "quad": 2, "intensity": 7.4}
    return open_client([story(1, "Vilnius"), story(2, "Vilnius", **aid), story(3, "Riga"), story(4)])


def test_the_map_is_geojson_with_one_point_for_each_place(pages: TestClient) -> None:
    found = pages.get("/map.json").json()
    assert (found["type"], found["entries"], found["entries_with_place"]) == ("FeatureCollection", 4, 3)
    vilnius = found["features"][0]
    assert vilnius["geometry"] == {"type": "Point", "coordinates": [25.28, 54.69]}
    assert vilnius["properties"] == {
        "name": "Vilnius",
        "iso3": "LTU",
        "geonameid": 593116,
        "precision": "city",
        "entries": 2,
        "by_quad": [1, 1, 0, 0],
        "url": "/?place=Vilnius",
    }


def test_points_lead_to_their_entries_under_the_same_filters(pages: TestClient) -> None:
    found = pages.get("/map.json?type=AID").json()
    assert [place["properties"]["url"] for place in found["features"]] == ["/?place=Vilnius&type=AID"]
    assert pages.get("/entries.json?place=Vilnius&type=AID").json()["total"] == 1


def test_the_table_says_the_same_as_the_map_and_the_boundaries_imply_nothing(pages: TestClient) -> None:
    page = pages.get("/map").text
    assert 'data-points="/map.json"' in page
    assert '<a href="/?place=Vilnius"><bdi>Vilnius</bdi></a>' in page
    assert "imply no opinion" in page


def test_entries_without_a_place_are_not_hidden(pages: TestClient) -> None:
    page = pages.get("/map?article=m4").text
    assert "No place fits these filters" in page
    assert '<a href="/?article=m4">1 entry</a>' in page
    assert "maplibre" not in page


def test_the_network_joins_parties_by_entries(pages: TestClient) -> None:
    found = pages.get("/network.json").json()
    assert found["edges"] == [{"left": "LTU", "right": "POL", "entries": 4, "intensity": pytest.approx(3.425)}]
    assert found["nodes"][0] == {"code": "LTU", "entries": 4, "name": "Lithuania", "page": "/actors/LTU"}
    page = pages.get("/network").text
    assert 'right=POL">what happened<span class="visually-hidden">: Lithuania and Poland</span></a>' in page
    assert 'data-graph="/network.json"' in page


@pytest.mark.parametrize("query", ["nodes=x", "nodes=1000", "parties=none", "view=nothing"])
def test_what_is_wrong_with_a_network_is_said_on_the_page(pages: TestClient, query: str) -> None:
    answer = pages.get(f"/network?{query}")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert pages.get(f"/network.json?{query}").status_code == 422


def test_a_network_without_pairs_says_what_to_do(pages: TestClient, open_client: Opener) -> None:
    assert "Nobody deals with anybody here" in pages.get("/network?since=2030").text
    assert "Nothing to show yet" in open_client().get("/network").text
    assert "Nothing to show yet" in open_client().get("/map").text
