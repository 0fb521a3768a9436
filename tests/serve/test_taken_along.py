"""What a reader may take along from a page: feeds, files, calendars."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import etree
from register_fixture import Opener, first_article
from starlette.testclient import TestClient

from regesta.serve.endpoints import export

ATOM = {"a": "http://www.w3.org/2005/Atom"}
FED = {
    "/": "/entries.atom",
    "/?view=meetings&party=Poland": "/entries.atom?party=Poland&view=meetings",
    "/meetings": "/meetings.atom",
    "/statements?contains=talking": "/statements.atom?contains=talking",
    "/articles": "/articles.atom",
    "/changes": "/changes.atom",
    "/claims": "/claims.atom",
    "/map": "/map.atom",
    "/histories/meetings": "/histories/meetings.atom",
    "/histories/warnings": "/histories/warnings.atom",
    "/actors/POL": "/entries.atom?party=POL",
    "/dyads?left=POL&right=LTU": "/entries.atom?dyad=POL%2CLTU",
}


def links(client: TestClient, page: str) -> list[dict[str, str]]:
    tree = etree.HTML(client.get(page).raise_for_status().text)
    return [dict(link.attrib) for link in tree.findall(".//head/link[@rel='alternate']")]


def items(client: TestClient, path: str) -> list[etree._Element]:
    answer = client.get(path).raise_for_status()
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(answer.content).findall("a:entry", ATOM)


@pytest.mark.parametrize(("page", "feed"), FED.items())
def test_every_page_with_news_names_its_feed_which_can_be_read(client: TestClient, page: str, feed: str) -> None:
    [found] = [link["href"] for link in links(client, page) if link["type"] == "application/atom+xml"]
    assert found == feed
    root = etree.fromstring(client.get(feed).raise_for_status().content)
    own = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}
    assert own["self"] == f"http://testserver{feed}"
    assert client.get(own["alternate"]).status_code == 200


def test_an_entry_of_a_feed_leads_to_its_page_and_cites_every_source(client: TestClient, visit_id: str) -> None:
    [entry] = [e for e in items(client, "/entries.atom?view=meetings") if e.findtext("a:summary", "", ATOM)][:1]
    found = {link.get("rel"): link.get("href") for link in entry.findall("a:link", ATOM)}
    assert found["alternate"] == f"http://testserver/entries/{visit_id}"
    content = entry.findtext("a:content", "", ATOM)
    assert content.count("“") == client.get(f"/entries/{visit_id}.json").json()["support"] == 2
    assert client.get(found["alternate"]).status_code == 200


def test_a_statement_of_a_feed_leads_to_its_words(client: TestClient) -> None:
    found = items(client, "/statements.atom")
    assert len(found) == client.get("/statements.json").json()["total"]
    link = found[0].find("a:link", ATOM)
    assert link is not None
    assert "#statement-" in str(link.get("href"))


def test_a_feed_is_not_sent_again_while_nothing_changed(client: TestClient) -> None:
    tag = client.get("/entries.atom").headers["etag"]
    assert client.get("/entries.atom", headers={"If-None-Match": tag}).status_code == 304


def test_a_bad_filter_of_a_feed_is_told(client: TestClient) -> None:
    assert client.get("/entries.atom?actor=Nobody").status_code == 422
    assert client.get("/entries.atom?actr=Poland").status_code == 422


@pytest.mark.parametrize("page", ["/", "/meetings", "/statements", "/actors/POL", "/dyads?left=POL&right=LTU"])
def test_every_file_that_a_page_offers_can_be_had(client: TestClient, page: str) -> None:
    tree = etree.HTML(client.get(page).text)
    offered = {
        a.get("href"): a.text for a in tree.findall(".//nav[@class='take']//a") if "/api/export" in a.get("href")
    }
    assert len(offered) >= 2
    for url in offered:
        answer = client.get(url)
        assert (answer.status_code, bool(answer.content)) == (200, True), url
        assert "attachment" in answer.headers["content-disposition"]


def test_the_files_of_a_filtered_page_hold_what_the_page_lists(client: TestClient) -> None:
    for page, kind in (("/entries.json?party=Poland", "csv"), ("/statements.json?contains=talking", "statements-csv")):
        query = page.partition("?")[2]
        rows = list(csv.DictReader(io.StringIO(client.get(f"/api/export?format={kind}&{query}").text)))
        told = client.get(page).json()
        assert len(rows) == told["total"] > 0
        listed = told.get("entries") or told.get("statements")
        assert {row["id"] for row in rows} == {item["id"] for item in listed}


def test_the_order_and_a_limit_hold_for_files(client: TestClient) -> None:
    lines = client.get("/api/export?format=jsonl&sort=newest&limit=1").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [client.get("/api/entries?limit=1").json()["items"][0]["id"]]
    assert "attachment" in client.get("/api/export?format=statements-jsonl").headers["content-disposition"]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("format=cvs", "did you mean 'csv'"),
        ("format=csv&speaker=Poland", "no option 'speaker'"),
        ("format=statements-csv&type=CONSULT", "no option 'type'"),
        ("format=csv&sort=size", "no sort 'size'"),
        ("format=csv&actor=Atlantis", "no actor 'Atlantis'"),
    ],
)
def test_what_cannot_be_exported_is_told_before_a_byte_is_sent(client: TestClient, query: str, says: str) -> None:
    answer = client.get(f"/api/export?{query}")
    assert answer.status_code == 422
    assert says in answer.json()["detail"]


def test_an_export_is_not_sent_again_while_nothing_changed(client: TestClient) -> None:
    tag = client.get("/api/export?format=csv").headers["etag"]
    assert client.get("/api/export?format=csv", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/api/export?format=jsonl", headers={"If-None-Match": tag}).status_code == 200


def test_too_many_exports_at_once_are_asked_to_wait_and_failed_ones_do_not_count(client: TestClient) -> None:
    for _ in range(6):
        assert client.get("/api/export?format=csv&actor=Atlantis").status_code == 422
        assert client.get("/api/export?format=csv").status_code == 200
    held = [export.AT_ONCE.acquire(blocking=False) for _ in range(4)]
    try:
        answer = client.get("/api/export?format=csv")
        assert (all(held), answer.status_code, answer.headers["retry-after"]) == (True, 503, "60")
    finally:
        for _ in held:
            export.AT_ONCE.release()


def test_an_export_is_sent_while_it_is_read_and_lets_go_when_its_reader_leaves() -> None:
    taken: list[str] = []

    def pieces() -> Iterator[bytes]:
        try:
            for number in range(3):
                taken.append(str(number))
                yield b"x"
        finally:
            taken.append("closed")

    assert export.AT_ONCE.acquire(blocking=False)
    made = pieces()
    sending = export.sent(next(made), made)  # type: ignore[arg-type]
    next(sending)
    sending.close()
    assert taken == ["0", "closed"]


def test_what_is_planned_can_be_subscribed_to(open_client: Opener) -> None:
    client = open_client([first_article()])
    [url] = [
        a.get("href") for a in etree.HTML(client.get("/meetings").text).iter("a") if a.text == "Planned, as a calendar"
    ]
    assert "status=planned" in url
    assert client.get(url).text.startswith("BEGIN:VCALENDAR")


def test_words_of_articles_stay_text_in_feeds(open_client: Opener) -> None:
    hostile = replace(first_article(), title="<script>alert(1)</script>\u202e")
    text = open_client([hostile]).get("/articles.atom").text
    assert "<script>" not in text
    assert "\u202e" not in text


def test_a_file_is_named_after_its_filters(client: TestClient) -> None:
    names = {
        "format=csv": "entries.csv",
        "format=csv&dyad=POL-LTU&since=2022-12&sort=oldest": "entries-pol-ltu-2022-12.csv",
        "format=statements-csv&contains=%22red%20line%22%0d%0a": "statements-red-line.csv",
        "format=jsonl&contains=" + "a" * 200: f"entries-{'a' * 72}.jsonl",
    }
    for asked, name in names.items():
        assert client.get(f"/api/export?{asked}").headers["content-disposition"] == f'attachment; filename="{name}"'
