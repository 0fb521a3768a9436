import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote

from builders import a_date, a_decision, a_judgement
from lxml import etree
from register_fixture import SETTINGS, faulty_article, fill, first_article, second_article
from starlette.testclient import TestClient

from regesta.model.article import Article
from regesta.serve.app import app_over
from regesta.store.memory import open_memory
from regesta.store.moments import TICK
from regesta.store.store import Store

ATOM = {"a": "http://www.w3.org/2005/Atom"}


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


def items(client: TestClient, path: str) -> list[etree._Element]:
    """The items of a feed."""
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
    return etree.fromstring(answer.content).findall("a:entry", ATOM)


def now_of(store: Store) -> datetime:
    """The moment of the last change of a store."""
    with store.view() as view:
        changed = view.last_change()
    assert changed
    return changed


def test_parties_acts_and_days_that_are_other_ones_now_are_told_in_words() -> None:
    store = open_memory()
    fill(store, [first_article()])
    since = (now_of(store) + TICK).replace(tzinfo=None).isoformat()
    visit = first_article().events[0]
    spoken = replace(
        second_article().events[1], id=visit.id, type="CONSULT", mode="phone", date=a_date(date(2022, 12, 1))
    )
    fill(store, [replace(second_article(), id="a1", events=(spoken,), statements=())])
    client = TestClient(app_over(store), raise_server_exceptions=False, follow_redirects=False)
    page, told = client.get(f"/changes?since={since}").text, client.get(f"/changes.json?since={since}").json()
    [change] = told["changes"]
    assert {"point": "actors", "old": "POL", "new": "EST"} in change["values"]
    assert 'who acted: <bdi>Poland</bdi> <span class="arrow" aria-label="to">→</span> <bdi>Estonia</bdi>' in page
    assert 'to whom: <bdi>Lithuania</bdi> <span class="arrow" aria-label="to">→</span> <bdi>Latvia</bdi>' in page
    assert "what was done: <bdi>visit</bdi>" in page
    assert "<bdi>1 Dec 2022</bdi>" in page
    [item] = items(client, f"/changes.atom?since={since}")
    assert "actors: Poland -&gt; Estonia" in etree.tostring(item).decode()


def test_the_feed_lists_each_change_with_its_words_and_a_link() -> None:
    client, since = client_and_moment()
    visit, warning = first_article().events[0].id, second_article().events[1].id
    found = {
        item.findtext("a:title", "", ATOM).split(":")[0]: item for item in items(client, f"/changes.atom?since={since}")
    }
    assert found.keys() == {"other sources", "new"}
    more = found["other sources"]
    assert more.findtext("a:summary", "", ATOM) == "now also told by b/2.json"
    assert "“Poland visited Lithuania, a witness said.”" in more.findtext("a:content", "", ATOM)
    assert [link.get("href") for link in more.findall("a:link[@rel='alternate']", ATOM)] == [
        f"http://testserver/entries/{visit}"
    ]
    assert [kind.get("term") for kind in found["new"].findall("a:category", ATOM)][:2] == ["new", "THREATEN"]
    assert found["new"].findall("a:link", ATOM)[0].get("href") == f"http://testserver/entries/{warning}"
    assert len(items(client, f"/changes.atom?since={since}&what=new")) == 1
    assert client.get("/changes.atom?what=newer").status_code == 422


def test_an_item_of_the_feed_is_the_same_until_its_entry_changes_again() -> None:
    store, visits = open_memory(), (first_article().events[0], second_article().events[0])
    client = TestClient(app_over(store), raise_server_exceptions=False, follow_redirects=False)
    ids = lambda path="/changes.atom": [item.findtext("a:id", "", ATOM) for item in items(client, path)]  # noqa: E731
    now = datetime.now(UTC)
    run_at(store, now - timedelta(hours=3), first_article())
    [first] = ids()
    assert ids("/changes.atom?since=2020") == [first], "whichever days the feed goes back"
    run_at(store, now - timedelta(hours=2), faulty_article())
    assert ids() == [first]
    run_at(store, now - timedelta(hours=1), second_article())
    with store.writer() as writer:
        writer.add_judgements([a_judgement(*visits)])
    assert len(ids()) == 2
    assert first not in ids()


def run_at(store: Store, began: datetime, article: Article) -> None:
    """Store an article in a run that began at a moment."""
    with store.writer() as writer:
        run = writer.start_run(SETTINGS, began)
        writer.add_article(run, article)
        writer.finish_run(run, began, {})


def test_an_entry_that_is_gone_is_led_to_as_it_was_by_the_feed() -> None:
    store, warning = open_memory(), second_article().events[1]
    fill(store, [first_article(), second_article()])
    since = (now_of(store) + TICK).replace(tzinfo=None).isoformat()
    with store.writer() as writer:
        made = a_decision("reject", warning, made=writer.now, author="Ann", reason="no threat")
        writer.add_decisions([made])
    client = TestClient(app_over(store), raise_server_exceptions=False, follow_redirects=False)
    [item] = items(client, f"/changes.atom?since={since}")
    assert item.findtext("a:title", "", ATOM).startswith("gone: Estonia")
    assert f"reject {warning.id}, by Ann: no threat" in item.findtext("a:content", "", ATOM)
    assert item.findtext("a:updated", "", ATOM) == f"{made.made.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    link = item.find("a:link[@rel='alternate']", ATOM)
    assert link is not None
    assert client.get(str(link.get("href"))).status_code == 200


def test_the_page_is_among_the_pages_and_offers_its_feed() -> None:
    client, since = client_and_moment()
    assert re.search(r'<nav aria-label="Pages">.*?<a href="/changes">Changes</a>.*?</nav>', client.get("/").text, re.S)
    page = client.get(f"/changes?since={since}&what=new").text
    assert page.count(f'href="/changes.atom?since={quote(since)}&amp;what=new"') == 3
    assert '<a href="/changes" aria-current="page">Changes</a>' in page


def test_an_earlier_register_leads_to_what_changed_since() -> None:
    client, since = client_and_moment()
    then = (datetime.fromisoformat(since) - TICK).isoformat()
    [link] = re.findall(r'<a href="([^"]*)" data-now>what changed since</a>', client.get(f"/?as_of={then}").text)
    assert link == f"/changes?since={quote(since, safe='')}"
    assert "1–2 of 2 entries" in client.get(link).text
    assert 'href="/changes?since=2022-12-20T00%3A00%3A00" data-now' in client.get("/?as_of=2022-12-19").text
    assert "what changed since" not in client.get("/?as_of=9999-12-31").text
