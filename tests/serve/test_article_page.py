from dataclasses import replace

from register_fixture import Opener, first_article, second_article
from starlette.testclient import TestClient


def test_shows_the_text_with_everything_marked(client: TestClient) -> None:
    page = client.get("/articles/a1").text
    event, statement = first_article().events[0], first_article().statements[0]
    assert f'<a id="event-{event.id}" class="anchor"></a><mark class="m-trigger "' in page
    assert f'<a id="statement-{statement.id}" class="anchor"></a><mark class="m-said "' in page
    assert '<mark class="m-speaker m-actor m-mention "' in page
    assert "events (1)" in page


def test_can_mark_one_act_alone(client: TestClient) -> None:
    event = first_article().events[0]
    page = client.get(f"/articles/a1?focus={event.id}").text
    assert '<mark class="m-trigger "' in page
    assert 'class="m-said "' not in page.split('<div class="text"')[1]
    assert "Mark everything" in page


def test_lists_faults_and_does_without_what_is_unknown(client: TestClient) -> None:
    page = client.get("/articles/c3").text
    assert "<strong>read</strong>: the page has no text" in page
    assert "The article has no text." in page
    assert "Unknown publisher" in page


def test_an_id_with_slash_and_suffix_has_its_page_and_its_twin(client: TestClient) -> None:
    assert "Late news" in client.get("/articles/b%2F2.json").text
    assert client.get("/articles/b%2F2.json.json").json()["id"] == "b/2.json"


def test_the_twin_is_the_coded_article_with_its_text(client: TestClient) -> None:
    found = client.get("/articles/a1.json").json()
    article = first_article()
    assert found["text"] == article.text
    assert [event["id"] for event in found["events"]] == [event.id for event in article.events]
    assert found["url"] == "https://baltic-wire.example/visit"


def test_older_versions_stay_within_reach(open_client: Opener) -> None:
    client = open_client([first_article(), replace(first_article(), title="Corrected")])
    page = client.get("/articles/a1").text
    assert "Corrected" in page
    assert "(current)" in page
    old = page.split("?version=")[1].split('"')[0]
    assert "A visit" in client.get(f"/articles/a1?version={old}").text
    assert client.get("/articles/a1?version=none").status_code == 404


def test_documents_can_be_searched(client: TestClient) -> None:
    assert [a["id"] for a in client.get("/articles.json?contains=witness").json()["articles"]] == ["b/2.json"]
    assert [a["id"] for a in client.get("/articles.json?faulty=yes").json()["articles"]] == ["c3"]
    assert 'href="/articles/b%2F2.json"' in client.get("/articles").text
    assert client.get("/articles?publisher=nobody").status_code == 422


def test_an_event_without_evidence_says_so(open_client: Opener) -> None:
    article = second_article()
    event = replace(article.events[0], evidence=())
    page = open_client([replace(article, events=(event,))]).get(f"/entries/{event.id}").text
    assert "This report has no evidence sentence." in page
