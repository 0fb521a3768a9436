"""The register as it was: `as_of` in the addresses of pages and of the API."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import unquote

import pytest
from builders import a_judgement
from register_fixture import fill, first_article, second_article
from starlette.testclient import TestClient

from regesta.serve.app import app_over
from regesta.serve.carried import carried, with_as_of
from regesta.store.memory import open_memory

Then = tuple[TestClient, str]
PAGES = (
    "/", "/actors", "/actors/POL", "/dyads?left=POL&right=LTU", "/meetings", "/histories/meetings", "/statements",
    "/said", "/changes", "/claims", "/map", "/network", "/articles", "/articles/a1", "/search?q=Poland", "/sources",
    "/faults",
)  # fmt: skip


@pytest.fixture
def then() -> Then:
    """A client, and the moment at which its store held the first article alone."""
    store, visits = open_memory(), (first_article().events[0], second_article().events[0])
    fill(store, [first_article()])
    with store.view() as view:
        changed = view.last_change()
    fill(store, [second_article()], [a_judgement(*visits)])
    assert changed
    client = TestClient(app_over(store), raise_server_exceptions=False, follow_redirects=False)
    return client, changed.replace(tzinfo=None).isoformat()


def test_the_register_shows_what_was_stored_by_then(then: Then) -> None:
    client, moment = then
    page, now = client.get(f"/?as_of={moment}").text, client.get("/").text
    assert "1 entry from 1 article" in page
    assert "2 entries from 2 articles" in now
    assert "The register as it was on" in page
    assert "The register as it was" not in now


def test_an_entry_shows_the_sources_it_had(then: Then) -> None:
    client, moment = then
    visit = first_article().events[0].id
    assert client.get(f"/entries/{visit}.json").json()["support"] == 2
    assert client.get(f"/entries/{visit}.json?as_of={moment}").json()["support"] == 1
    warning = second_article().events[1].id
    assert client.get(f"/entries/{warning}").status_code == 200
    assert client.get(f"/entries/{warning}?as_of={moment}").status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_every_link_and_form_of_a_page_keeps_to_the_moment(then: Then, path: str) -> None:
    client, moment = then
    page = client.get(path + ("&" if "?" in path else "?") + f"as_of={moment}")
    assert page.status_code == 200
    links = re.findall(r'<a\b(?![^>]*data-now)[^>]*href="(/[^"]*)"', page.text)
    links += re.findall(r'data-(?:graph|png|points)="(/[^"]*)"', page.text)
    kept = {link for link in links if not link.startswith(("/review", "/status"))}
    assert kept
    assert {link for link in kept if f"as_of={moment}" not in unquote(link)} == set()
    forms = len(re.findall(r"<form\b", page.text))
    assert len(re.findall(r'name="as_of"', page.text)) == forms


def test_the_banner_leads_to_the_same_page_of_now(then: Then) -> None:
    client, moment = then
    page = client.get(f"/?actor=POL&as_of={moment}").text
    assert '<a href="/?actor=POL" data-now>' in page


def test_a_day_is_meant_to_its_end(then: Then) -> None:
    client, moment = then
    assert "at the end of" in client.get(f"/?as_of={moment[:10]}").text
    assert client.get(f"/api/entries?as_of={moment[:10]}").json()["total"] == 2


def test_before_the_first_run_the_register_was_empty(then: Then) -> None:
    page = then[0].get("/?as_of=2001-01-01").text
    assert "The register was empty" in page
    assert "regesta run" not in page


def test_a_moment_that_cannot_be_read_is_refused(then: Then) -> None:
    for path in ("/", "/statements", "/entries/x", "/dyads", "/search", "/api/entries", "/api/counts", "/api/export"):
        answer = then[0].get(f"{path}?as_of=yesterday")
        assert answer.status_code == 422, path
        assert "as_of" in answer.text
        assert "The register as it was" not in answer.text


@pytest.mark.parametrize(("path", "before", "now"), [("entries", 1, 2), ("events", 1, 3), ("statements", 1, 2)])
def test_lists_of_the_api_are_of_the_moment(then: Then, path: str, before: int, now: int) -> None:
    client, moment = then
    assert client.get(f"/api/{path}?as_of={moment}").json()["total"] == before
    assert client.get(f"/api/{path}").json()["total"] == now


def test_the_next_page_of_a_list_is_of_the_same_moment(then: Then) -> None:
    client, _ = then
    first = client.get("/api/entries?limit=1&as_of=2999-01-01").json()
    assert "as_of=2999-01-01" in first["next"]
    assert client.get(first["next"]).status_code == 200
    assert client.get(first["next"].replace("as_of=2999-01-01", "as_of=2999-01-02")).status_code == 422


def test_single_things_counts_and_files_are_of_the_moment(then: Then) -> None:
    client, moment = then
    visit = first_article().events[0].id
    assert client.get(f"/api/entries/{visit}?as_of={moment}").json()["support"] == 1
    assert client.get(f"/api/articles/b/2.json?as_of={moment}").status_code == 404
    assert client.get(f"/api/search?words=Riga&as_of={moment}").json()["articles_total"] == 0
    assert client.get(f"/api/actors/POL?as_of={moment}").json()["entries"] == 1
    assert [row["articles"] for row in client.get(f"/api/counts?every=all&as_of={moment}").json()["rows"]] == [1]
    assert len(client.get(f"/api/export?format=jsonl&as_of={moment}").text.splitlines()) == 1
    assert len(client.get("/api/export?format=jsonl").text.splitlines()) == 2


def test_the_earlier_register_is_read_again_when_something_was_stored(then: Then) -> None:
    client, _ = then
    shelf = client.app.state.shelf  # type: ignore[attr-defined]  # a Starlette application has a state
    assert client.get("/api/entries?as_of=2999-01-01").json()["total"] == 2
    kept = shelf.earlier.kept
    client.get("/?as_of=2999-01-01")
    assert shelf.earlier.kept is kept
    fill(shelf.store, [])
    client.get("/meetings?as_of=2999-01-01")
    assert shelf.earlier.kept is not kept


def test_an_entry_tells_the_address_at_which_it_stays_so(then: Then) -> None:
    client, moment = then
    visit = first_article().events[0].id
    page = client.get(f"/entries/{visit}").text
    found = re.search(r'class="lasting" href="http://testserver([^"]*)"', page)
    assert found
    assert "as_of=" in found[1]
    assert client.get(found[1]).status_code == 200
    assert f"/entries/{visit}?as_of={moment}" in client.get(f"/entries/{visit}?as_of={moment}").text


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("/?actor=POL&sort=oldest", "/api/entries?actor=POL&sort=oldest"),
        ("/meetings", "/api/entries?view=meetings&sort=newest"),
        ("/statements", "/api/statements?sort=newest"),
        ("/articles?publisher=Baltic+Wire", "/api/articles?publisher=Baltic+Wire&sort=newest"),
        ("/changes?since=2020", "/api/changes?since=2020&sort=important"),
    ],
)
def test_a_list_tells_the_address_at_which_it_stays_so(then: Then, page: str, path: str) -> None:
    client, moment = then
    store = client.app.state.shelf.store  # type: ignore[attr-defined]  # a Starlette application has a state
    [now] = re.findall(r'class="lasting" href="http://testserver([^"]*)"', client.get(page).text)
    said = unescape(now)
    assert said.startswith(f"{path}&as_of=")
    items = client.get(said).json()["items"]
    assert items
    fill(store, [replace(second_article(), id="later", title="More of it")])
    assert client.get(said).json()["items"] == items
    earlier = client.get(page + ("&" if "?" in page else "?") + f"as_of={moment}").text
    [then_said] = re.findall(r'class="lasting" href="http://testserver([^"]*)"', earlier)
    assert client.get(unescape(then_said)).json()["total"] == 1


def test_redirects_keep_the_moment(then: Then) -> None:
    client, moment = then
    asked = f"as_of={moment}"
    assert client.get(f"/actors/Poland?{asked}").headers["location"] == f"/actors/POL?{asked}"
    assert client.get(f"/histories?{asked}").headers["location"].endswith(asked)
    assert unquote(client.get(f"/?actor=&{asked}").headers["location"]).endswith(asked)


def test_the_moment_goes_before_the_fragment_and_only_into_addresses_of_ours() -> None:
    assert with_as_of("/entries/x?from=y#report-y", "2022") == "/entries/x?from=y&as_of=2022#report-y"
    assert with_as_of("/entries/x", "2022-12-19T10:00+01:00") == "/entries/x?as_of=2022-12-19T10:00%2B01:00"
    assert with_as_of("/entries/x", "") == "/entries/x"
    for tag in ('<a href="#id">', '<a href="https://example.org/">', '<form method="post" action="/review">'):
        assert carried(tag, "2022") == tag
