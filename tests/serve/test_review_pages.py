"""The review pages: what is in doubt, decisions by form, the log; and writes from anywhere else are refused."""

import html
import re
from collections.abc import Mapping
from typing import Any

import pytest
from builders import a_coded_article, a_decision, a_judgement
from register_fixture import Opener, fill, first_article, second_article
from stand_in import HandMade, a_report
from starlette.testclient import TestClient

from regesta.cli.serve import origins
from regesta.model.event import Event
from regesta.run.ingest import ingest
from regesta.serve.app import app_over
from regesta.serve.deciding import back_of
from regesta.serve.guard import MAX_FORM_BYTES, READ_ONLY, Guard
from regesta.store.memory import MemoryStore, open_memory
from regesta.store.store import Store

HERE = "http://testserver"
SIGNED = {"by": "Ann", "reason": "read it twice"}


@pytest.fixture
def store(visits: tuple[Event, Event]) -> Store:
    """A store with two tellings of a visit that may be one, and an event of little confidence."""
    opened = open_memory()
    fill(opened, (first_article(), second_article()), [a_judgement(*visits, "unsure", reasons=("a day apart",))])
    return opened


@pytest.fixture
def reviewer(store: Store) -> TestClient:
    """A browser on pages that take decisions."""
    return TestClient(app_over(store, [HERE]), raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture
def reader(store: Store) -> TestClient:
    """A browser on pages that are read-only."""
    return TestClient(app_over(store), raise_server_exceptions=False, follow_redirects=False)


def token_of(page: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found
    return found[1]


def send(client: TestClient, form: Mapping[str, str], **headers: str) -> Any:
    return client.post("/review", data=dict(form), headers={"Origin": HERE, **headers})


def signed(client: TestClient, **form: str) -> dict[str, str]:
    """A form as a person sends it."""
    return {"token": token_of(client.get("/review").text), **SIGNED, **form}


def decided(store: Store) -> list[tuple[str, str]]:
    with store.view() as view:
        return [(decision.act, decision.author) for decision in view.decisions()]


def test_a_correction_shows_at_once_what_came_of_it() -> None:
    opened = open_memory()
    ingest((a_report("a1"), a_report("a2")), opened, HandMade(), lambda report: None)
    reviewer = TestClient(app_over(opened, [HERE]), raise_server_exceptions=False, follow_redirects=False)
    [entry] = reviewer.get("/entries.json").json()["entries"]
    form = signed(reviewer, act="correct", id=entry["id"], event="1", field="type", value="ASSAULT", back="/review")
    assert send(reviewer, form).status_code == 303
    assert [item["support"] for item in reviewer.get("/entries.json").json()["entries"]] == [1, 1]
    with opened.view() as view:
        [made] = view.decisions()
    assert send(reviewer, signed(reviewer, act="undo", id=made.id, back="/review")).status_code == 303
    assert [item["id"] for item in reviewer.get("/entries.json").json()["entries"]] == [entry["id"]]


# What is in doubt


def test_doubts_are_shown_with_their_reasons_and_forms(reviewer: TestClient, visits: tuple[Event, Event]) -> None:
    page = reviewer.get("/review").text
    assert "a day apart" in page
    assert '<a href="#pairs">1 pair</a> that may be one happening' in page
    assert f'value="{min(event.id for event in visits)}"' in page
    assert "Is this coded right?" in page
    assert page.count("autofocus") == 1


def test_the_twin_has_the_same_doubts(reader: TestClient) -> None:
    twin = reader.get("/review.json").json()
    assert (twin["may_write"], twin["pairs_total"], twin["entries_total"]) == (False, 1, 1)
    assert twin["pairs"][0]["reasons"] == ["a day apart"]
    assert twin["entries"][0]["best"]["type"] == "THREATEN"


def statements_in_doubt() -> tuple[Store, str, str]:
    """A store with two statements that may be one utterance, and their ids."""
    opened = open_memory()
    articles = a_coded_article(), a_coded_article(id="a2")
    left, right = sorted(article.statements[0].id for article in articles)
    unsure = a_judgement(left, right, "unsure", kind="statement", score=0.5, reasons=("3 of 5 words shared",))
    fill(opened, articles, [unsure])
    return opened, left, right


def test_two_statements_are_judged_one_utterance_and_that_is_undone() -> None:
    store, left, right = statements_in_doubt()
    reviewer = TestClient(app_over(store, [HERE]), raise_server_exceptions=False, follow_redirects=False)
    page = reviewer.get("/review").text
    assert "Perhaps one utterance" in page
    assert "3 of 5 words shared" in page
    twin = reviewer.get("/review.json").json()
    assert (twin["statements_total"], len(twin["statements"][0]["utterances"])) == (1, 2)
    pair = {"id": left, "other": right, "event": "1"}
    assert send(reviewer, signed(reviewer, act="same", back="/review", **pair)).status_code == 303
    assert "Perhaps one utterance" not in reviewer.get("/review").text
    assert reviewer.get("/statements.json").json()["total"] == 1
    here = f"/review/statements/{right}"
    shown = reviewer.get(here).text
    assert "2 articles report one utterance" in shown
    assert "read it twice" in shown
    assert f'<a href="{here}">statement</a>' in reviewer.get("/review/log").text
    (decision,) = (row["id"] for row in reviewer.get("/review/log.json").json()["decisions"])
    form = {**SIGNED, "token": token_of(shown), "act": "undo", "id": decision, "back": here}
    assert send(reviewer, form).headers["location"] == f"{here}#log"
    assert reviewer.get("/statements.json").json()["total"] == 2
    assert "One article reports it" in reviewer.get(here).text
    assert reviewer.get("/review/statements/none").status_code == 404


def test_nothing_in_doubt_is_said(open_client: Opener) -> None:
    assert "Nothing is in doubt" in open_client([a_coded_article()]).get("/review").text


# Deciding


def test_a_decision_is_stored_and_the_doubt_is_gone(
    reviewer: TestClient, store: Store, visits: tuple[Event, Event]
) -> None:
    left, right = (event.id for event in visits)
    answer = send(
        reviewer, signed(reviewer, act="same", id=left, other=right, event="1", back="/review", by="Ann Łęcka")
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    assert decided(store) == [("same", "Ann Łęcka")]
    assert reviewer.get("/review.json").json()["pairs_total"] == 0
    assert 'name="by" value="Ann Łęcka"' in reviewer.get("/review").text
    page = reviewer.get(f"/entries/{left}").text
    assert "What persons decided" in page
    assert "read it twice" in page


@pytest.mark.parametrize("act", ["confirm", "reject"])
def test_an_event_is_confirmed_or_rejected(reviewer: TestClient, store: Store, act: str) -> None:
    warning = second_article().events[1].id
    assert send(reviewer, signed(reviewer, act=act, id=warning, event="1")).status_code == 303
    assert decided(store) == [(act, "Ann")]
    assert reviewer.get("/review.json").json()["entries_total"] == 0
    answer = reviewer.get(f"/entries/{warning}")
    assert answer.status_code == (200 if act == "confirm" else 404)
    if act == "reject":
        assert "Ann rejected this event: read it twice" in answer.text


def test_a_value_is_corrected_and_undone_from_the_page_of_the_entry(reviewer: TestClient, visit_id: str) -> None:
    form = signed(reviewer, act="correct", id=visit_id, event="1", field="place", value="Riga")
    back = f"/review/entries/{visit_id}"
    answer = send(reviewer, {**form, "back": back})
    assert answer.headers["location"] == f"{back}#log"
    assert reviewer.get(f"/entries/{visit_id}.json").json()["best"]["place"]["basis"] == "corrected"
    (row,) = reviewer.get(f"/entries/{visit_id}.json").json()["decisions"]
    assert (row["field"], row["old"], row["new"], row["state"]) == ("place", "", "Rīga (LVA)", "counts")
    page = reviewer.get(back).text
    assert f'value="{row["id"]}"' in page
    assert send(reviewer, signed(reviewer, act="undo", id=row["id"])).status_code == 303
    log = reviewer.get("/review/log.json").json()["decisions"]
    assert [(item["act"], item["state"]) for item in log] == [("undo", "counts"), ("correct", "undone")]
    assert "undone by" in reviewer.get("/review/log").text


def test_what_cannot_be_decided_is_said_and_the_form_kept(reviewer: TestClient, store: Store, visit_id: str) -> None:
    form = signed(reviewer, act="correct", id=visit_id, field="date", value="yesterday <b>", back="/review")
    answer = send(reviewer, form)
    assert answer.status_code == 422
    assert "is no date" in html.unescape(answer.text)
    assert 'value="yesterday &lt;b&gt;"' in answer.text
    assert decided(store) == []
    for wrong in ({"act": "dance"}, {"by": ""}, {"reason": " "}, {"id": "nothing"}, {"by": "dedupe@1.0"}):
        assert send(reviewer, {**form, "value": "2022", **wrong}).status_code == 422
    assert decided(store) == []


# Writes from anywhere else


def test_read_only_pages_refuse_and_explain(reader: TestClient, store: Store, visit_id: str) -> None:
    answer = send(reader, {"act": "reject", "id": visit_id, **SIGNED, "token": "x"})
    assert answer.status_code == 403
    assert READ_ONLY in html.unescape(answer.text)
    assert decided(store) == []
    for path in ("/review", f"/review/entries/{visit_id}", "/review/log"):
        page = reader.get(path).text
        assert 'method="post"' not in page.lower()
        assert "set-cookie" not in reader.get(path).headers


def test_a_form_without_the_token_is_refused(reviewer: TestClient, store: Store, visit_id: str) -> None:
    form = signed(reviewer, act="reject", id=visit_id)
    for token in ("", "0" * 64, form["token"][:-1]):
        assert send(reviewer, {**form, "token": token}).status_code == 403
    del form["token"]
    assert send(reviewer, form).status_code == 403
    assert decided(store) == []


def test_a_token_is_worth_nothing_without_its_cookie(reviewer: TestClient, store: Store, visit_id: str) -> None:
    form = signed(reviewer, act="reject", id=visit_id)
    reviewer.cookies.clear()
    assert send(reviewer, form).status_code == 403
    other = TestClient(reviewer.app)
    other.get("/review")
    assert send(other, form).status_code == 403
    assert decided(store) == []


def test_a_token_of_another_process_is_refused(reviewer: TestClient, store: Store, visit_id: str) -> None:
    form = signed(reviewer, act="reject", id=visit_id)
    later = TestClient(app_over(store, [HERE]), cookies=dict(reviewer.cookies))
    assert send(later, form).status_code == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://testserver", "http://testserver:81", "http://testserver.evil"]
)
def test_a_form_of_another_site_is_refused(reviewer: TestClient, store: Store, visit_id: str, origin: str) -> None:
    form = signed(reviewer, act="reject", id=visit_id)
    assert send(reviewer, form, Origin=origin).status_code == 403
    referer = {"Referer": f"{origin}/review"}
    assert reviewer.post("/review", data=form, headers=referer).status_code == 403
    assert reviewer.post("/review", data=form).status_code == 403
    assert decided(store) == []


def test_an_old_browser_is_known_by_its_referer(reviewer: TestClient, store: Store, visit_id: str) -> None:
    form = signed(reviewer, act="reject", id=visit_id)
    assert reviewer.post("/review", data=form, headers={"Referer": f"{HERE}/review"}).status_code == 303
    assert decided(store) == [("reject", "Ann")]


def test_what_is_no_form_or_too_large_is_refused(reviewer: TestClient) -> None:
    assert reviewer.post("/review", json={"act": "reject"}, headers={"Origin": HERE}).status_code == 415
    large = "a=" + "x" * MAX_FORM_BYTES
    headers = {"Origin": HERE, "Content-Type": "application/x-www-form-urlencoded"}
    assert reviewer.post("/review", content=large, headers=headers).status_code == 413
    assert reviewer.post("/review", content=b"a=\xff", headers=headers).status_code == 400
    assert reviewer.post("/review", content="a=%FF", headers=headers).status_code == 400


def test_reading_never_writes(reviewer: TestClient, store: Store, visit_id: str) -> None:
    token = token_of(reviewer.get("/review").text)
    reviewer.get(
        "/review", params={"act": "reject", "id": visit_id, "token": token, **SIGNED}, headers={"Origin": HERE}
    )
    assert decided(store) == []


def test_the_cookie_is_not_for_scripts_nor_other_sites_and_forms_are_not_cached(reviewer: TestClient) -> None:
    answer = reviewer.get("/review")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert answer.headers["cache-control"] == "no-store"


def test_hostile_words_of_a_person_stay_text(reviewer: TestClient, store: Store, visit_id: str) -> None:
    with store.writer() as writer:
        writer.add_decisions([a_decision("confirm", visit_id, author="<script>1", reason="</bdi><img src=x>")])
    for path in ("/review/log", f"/entries/{visit_id}", f"/review/entries/{visit_id}"):
        page = reviewer.get(path).text
        assert "<script>1" not in page
        assert "<img" not in page.replace('<img src="/static/', "")
        assert "&lt;script&gt;1" in page


@pytest.mark.parametrize(
    "path", ["//evil.example", "https://evil.example", "/\\evil.example", "/review\r\nx: y", "", "/"]
)
def test_a_decision_leads_back_only_to_our_pages(path: str) -> None:
    assert back_of(path) == "/review"
    assert back_of("/entries/e1") == "/entries/e1"


def test_the_addresses_of_the_server_are_known() -> None:
    assert "http://127.0.0.1:8000" in origins("0.0.0.0", 8000, [])
    assert "http://localhost" in origins("127.0.0.1", 80, [])
    assert origins("127.0.0.1", 8000, ["https://register.example"])[0] == "https://register.example"
    assert not Guard().is_open
    assert isinstance(open_memory(), MemoryStore)


KEY = "k" * 32


@pytest.fixture
def guarded(store: Store) -> TestClient:
    """A browser on pages that take decisions from those who have the key."""
    return TestClient(app_over(store, [HERE], KEY), raise_server_exceptions=False, follow_redirects=False)


def test_without_the_key_pages_are_read_only(guarded: TestClient, store: Store, visit_id: str) -> None:
    assert 'name="token"' not in guarded.get("/review").text
    assert guarded.get("/review.json").json()["may_write"] is False
    guard: Guard = guarded.app.state.guard  # type: ignore[attr-defined]
    forged = {"act": "confirm", "id": visit_id, **SIGNED, "token": guard.token("0" * 32)}
    answer = guarded.post("/review", data=forged, headers={"Origin": HERE, "Cookie": f"regesta_review={'0' * 32}"})
    assert answer.status_code == 403
    assert "has not shown the key" in answer.text
    assert decided(store) == []


@pytest.mark.parametrize("key", ["", "k", "k" * 31, "é" * 32, "K" * 32])
def test_a_wrong_key_opens_nothing(guarded: TestClient, key: str) -> None:
    answer = guarded.get("/review", params={"key": key})
    assert answer.status_code == 200
    assert "regesta_key" not in answer.headers.get("set-cookie", "")
    assert 'name="token"' not in answer.text


def test_a_browser_that_has_shown_the_key_may_decide(guarded: TestClient, store: Store, visit_id: str) -> None:
    answer = guarded.get("/review", params={"key": KEY})
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")  # the key leaves the address
    assert {"HttpOnly", "SameSite=strict"} <= set(answer.headers["set-cookie"].split("; "))
    assert send(guarded, signed(guarded, act="confirm", id=visit_id)).status_code == 303
    assert [act for act, _ in decided(store)] == ["confirm"]
