from builders import a_decision, a_judgement
from register_fixture import fill, first_article, second_article
from starlette.testclient import TestClient

from regesta.serve.app import app_over
from regesta.store.memory import open_memory


def client_and_moment() -> tuple[TestClient, str]:
    """A client over a store that got the second article later, and the moment in between."""
    store, visits = open_memory(), (first_article().events[0], second_article().events[0])
    fill(store, [first_article()])
    with store.view() as view:
        changed = view.last_change()
    assert changed
    fill(store, [second_article()], [a_judgement(*visits)])
    since = changed.replace(microsecond=changed.microsecond + 1, tzinfo=None).isoformat()
    return TestClient(app_over(store), raise_server_exceptions=False, follow_redirects=False), since


def test_the_page_tells_what_changed_in_each_entry_with_ids() -> None:
    client, since = client_and_moment()
    visit = first_article().events[0].id
    page = client.get(f"/changes?since={since}").text
    assert "1–2 of 2 entries" in page
    assert 'now also told by <a href="/articles/b%2F2.json"><bdi>b/2.json</bdi></a>' in page
    assert f'id="change-{visit}"' in page
    assert "1–1 of 1 entry" in client.get(f"/changes?since={since}&what=new").text
    assert "Nothing changed that fits these filters" in client.get(f"/changes?since={since}&what=split").text
    assert "Nothing changed" in client.get("/changes?since=2999").text
    assert client.get("/changes?since=noon").status_code == 422


def test_the_same_is_told_as_json_and_by_the_api_page_by_page() -> None:
    client, since = client_and_moment()
    told = client.get(f"/changes.json?since={since}").json()
    assert [change["kinds"] for change in told["changes"]] == [["sources"], ["new"]]
    first = client.get(f"/api/changes?since={since}&limit=1").json()
    second = client.get(first["next"]).json()
    assert [first["items"][0]["id"], second["items"][0]["id"]] == [change["id"] for change in told["changes"]]
    assert second["next"] is None


def test_an_entry_that_is_gone_is_shown_as_it_was_with_who_rejected_it() -> None:
    store, warning = open_memory(), second_article().events[1]
    fill(store, [first_article(), second_article()])
    with store.view() as view:
        changed = view.last_change()
    assert changed
    with store.writer() as writer:
        writer.add_decisions([a_decision("reject", warning, made=writer.now, author="Ann", reason="no threat")])
    client = TestClient(app_over(store), raise_server_exceptions=False, follow_redirects=False)
    since = changed.replace(microsecond=changed.microsecond + 1, tzinfo=None).isoformat()
    page = client.get(f"/changes?since={since}").text
    assert "1–1 of 1 entry" in page
    assert "a person rejected what told it" in page
    assert f"<code>reject {warning.id}</code>" in page
    assert "<bdi>no threat</bdi>" in page
    assert f'href="/entries/{warning.id}"' not in page
    assert client.get(f"/changes.json?since={since}").json()["changes"][0]["kinds"] == ["retracted"]
