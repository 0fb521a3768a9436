import pytest
from register_fixture import Opener, first_article, second_article
from starlette.testclient import TestClient


@pytest.fixture
def pages(open_client: Opener) -> TestClient:
    return open_client([first_article(), second_article()])


def test_words_are_looked_for_everywhere(pages: TestClient) -> None:
    found = pages.get("/search.json?q=visited").json()
    assert (found["entries"]["total"], found["statements"]["total"], found["documents"]["total"]) == (2, 1, 2)
    page = pages.get("/search?q=visited").text
    for heading in ("Entries", "Statements", "Articles"):
        assert f">{heading}</h2>" in page


@pytest.mark.parametrize(
    ("query", "name"), [("Poland", "Poland"), ("polish", "Poland"), ("Warsaw", "Poland"), ("lat", "Latvia")]
)
def test_a_name_leads_to_its_actor(pages: TestClient, query: str, name: str) -> None:
    assert pages.get(f"/search.json?q={query}").json()["actors"][0]["name"] == name


@pytest.mark.parametrize("query", ["Poland and Lithuania", "Poland,Lithuania", "POL-LTU", "Poland & Lithuania"])
def test_two_names_lead_to_their_dyad(pages: TestClient, query: str) -> None:
    dyad = pages.get("/search.json", params={"q": query}).json()["dyad"]
    assert dyad.startswith("/dyads?left=")
    assert pages.get(dyad).status_code == 200


def test_one_name_with_an_and_in_it_is_no_dyad(pages: TestClient) -> None:
    assert pages.get("/search.json?q=trade and aid").json()["dyad"] is None


def test_a_place_leads_to_its_entries(pages: TestClient) -> None:
    assert pages.get("/search.json?q=Vilnius").json()["places"] == []  # no event is placed there
    assert pages.get("/search.json?q=Vilnius").json()["documents"]["total"] == 1


@pytest.mark.parametrize("query", ["zzz", "***", '"', "a" * 500, "\x00", "%ff"])
def test_what_is_nowhere_says_what_to_do(pages: TestClient, query: str) -> None:
    answer = pages.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert "Nothing has these words" in answer.text or "What do you look for?" in answer.text


def test_without_words_the_page_explains_itself(pages: TestClient) -> None:
    assert "What do you look for?" in pages.get("/search").text
    assert pages.get("/search.json").json() == {"query": ""}


def test_the_search_stands_on_every_page(pages: TestClient) -> None:
    assert 'action="/search" role="search"' in pages.get("/status").text
