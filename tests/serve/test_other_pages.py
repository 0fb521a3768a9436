from dataclasses import replace
from datetime import date

import pytest
from register_fixture import Opener, first_article
from starlette.testclient import TestClient


def said(client: TestClient, query: str) -> list[str]:
    return [statement["words"] for statement in client.get(f"/statements.json?{query}").json()["statements"]]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", ["Poland visited Lithuania", "We will keep talking,"]),
        ("sort=oldest", ["We will keep talking,", "Poland visited Lithuania"]),
        ("speaker=Poland", ["We will keep talking,"]),
        ("contains=talking", ["We will keep talking,"]),
        ("publisher=Riga+Post", ["Poland visited Lithuania"]),
        ("since=2022-12-20", ["Poland visited Lithuania"]),
        ("until=2022-12-19", ["We will keep talking,"]),
    ],
)
def test_statements_can_be_searched(client: TestClient, query: str, words: list[str]) -> None:
    assert said(client, query) == words
    assert client.get(f"/statements?{query}").text.count('<article class="statement">') == len(words)


def test_statements_are_counted_over_time(open_client: Opener) -> None:
    first = first_article()
    later = replace(first, id="a9", source=replace(first.source, published=date(2023, 2, 1)))
    client = open_client([first, later])
    page = client.get("/statements").text
    assert 'aria-label="2022-12: 1 statement"' in page
    assert 'data-tip="2023-01: 0 statements"' in page
    assert client.get("/statements?on=2022-12").text.count("<figure") == 0
    assert ">statements</text>" in client.get("/statements.svg?speaker=Poland").text


def test_a_statement_leads_to_its_place_in_the_article(client: TestClient) -> None:
    statement = first_article().statements[0]
    page = client.get("/statements?speaker=Poland").text
    assert (
        f'<a class="inside" href="/articles/a1?focus={statement.id}#statement-{statement.id}">in the article</a>'
        in page
    )


def test_sources_sum_up_each_publisher(client: TestClient) -> None:
    rows = client.get("/sources.json").json()["sources"]
    assert [(r["publisher"], r["articles"], r["events"], r["statements"], r["faulty"]) for r in rows] == [
        ("Baltic Wire", 1, 1, 1, 0),
        ("Riga Post", 1, 2, 1, 0),
        (None, 1, 0, 0, 1),
    ]
    assert rows[0]["first"] == "2022-12-19"
    assert "Riga Post" in client.get("/sources").text


def test_faults_name_article_stage_and_reason(client: TestClient) -> None:
    page = client.get("/faults").text
    assert '<a href="/articles/c3"><bdi>c3</bdi></a></th><td>read</td><td>the page has no text</td>' in page
    twin = client.get("/faults.json?stage=parse").json()
    assert twin["faults"] == [{"article": "c3", "stage": "parse", "reason": "no words"}]
    assert twin["stages"] == {"parse": 1, "read": 1}


def test_status_tells_that_the_store_can_be_read(client: TestClient) -> None:
    state = client.get("/status.json").json()
    assert state["status"] == "ok"
    assert (state["counts"]["articles"], state["counts"]["unread"]) == (2, 1)
    assert state["runs"][0]["summary"] == {"read": 3}
    assert "Ontology" in client.get("/status").text


def test_what_has_no_text_is_no_article(client: TestClient) -> None:
    assert "2 articles, kept as read; below also 1 file or page of which no text could be read." in " ".join(
        client.get("/articles").text.split()
    )
    assert "from 2 articles" in client.get("/").text
    assert "<dt>without text</dt><dd>1</dd>" in client.get("/status").text


LISTS = ["/statements", "/articles", "/sources", "/faults", "/status"]
LISTS += ["/actors", "/dyads", "/meetings", "/map", "/network", "/search"]


@pytest.mark.parametrize("path", ["/", *LISTS])
def test_every_page_works_on_an_empty_register(open_client: Opener, path: str) -> None:
    client = open_client()
    assert client.get(path).status_code == 200
    assert client.get(f"{path}.json" if path != "/" else "/entries.json").status_code == 200


@pytest.mark.parametrize("path", ["/", *LISTS, "/articles/a1", "/actors/POL", "/search?q=talks"])
def test_every_page_names_its_twin(client: TestClient, path: str) -> None:
    page = client.get(path).text
    twin = page.split('">This page as ')[0].rsplit('"', 1)[1]
    assert client.get(twin).headers["content-type"] == "application/json"


def test_browsers_that_show_a_feed_find_the_seal(client: TestClient) -> None:
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert answer.content == client.get("/static/seal.svg").content
