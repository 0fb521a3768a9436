"""The register that a server keeps: read at once where that is fast, beside the requests where it is not."""

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from time import monotonic, sleep

import pytest
from builders import a_decision
from register_fixture import faulty_article, fill, first_article, second_article
from starlette.testclient import TestClient

from regesta.query.clusters.clusters import Clusters, read_clusters
from regesta.query.matters.histories import kept_histories
from regesta.query.register import Register
from regesta.serve import shelf as shelves
from regesta.serve.app import app_over
from regesta.serve.beside import Reading, WorkingOut
from regesta.serve.shelf import Shelf
from regesta.serve.warmth import WARMTH
from regesta.store.memory import open_memory
from regesta.store.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with open_memory() as opened:
        fill(opened, [first_article()], ())
        yield opened


@pytest.fixture
def is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every register counts as a large one."""
    monkeypatch.setattr(shelves, "LARGE_EVENTS", 0)


def shown(shelf: Shelf) -> int:
    with shelf.register() as register:
        return register.count()


def wait_for(shelf: Shelf, count: int) -> None:
    end = monotonic() + 30
    while shown(shelf) != count:
        assert monotonic() < end
        sleep(0.01)


def test_a_small_register_is_shown_as_it_is_at_every_moment(store: Store) -> None:
    shelf = Shelf(store, WARMTH)
    before = shown(shelf)
    fill(store, [second_article()], ())
    assert shown(shelf) == before + len(second_article().events)


@pytest.mark.usefixtures("is_large")
def test_a_large_register_is_shown_as_it_was_until_it_is_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(store, WARMTH)
    before = shown(shelf)
    monkeypatch.setattr(shelf, "read_beside", lambda: None)
    fill(store, [second_article()], ())
    with shelf.register() as register:
        assert (register.is_behind, register.count()) == (True, before)
    monkeypatch.undo()
    monkeypatch.setattr(shelves, "LARGE_EVENTS", 0)
    shown(shelf)  # begins to read beside
    wait_for(shelf, before + len(second_article().events))
    shelf.close()


@pytest.mark.usefixtures("is_large")
def test_entries_of_an_article_that_was_replaced_meanwhile_are_still_shown(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(store, WARMTH)
    before = shown(shelf)
    monkeypatch.setattr(shelf, "read_beside", lambda: None)
    fill(store, [replace(first_article(), events=(), title="Corrected")], ())
    with shelf.register() as register:
        assert len(register.entries()) == register.count() == before > 0
    shelf.read_now()
    assert shown(shelf) == 0


@pytest.mark.usefixtures("is_large")
def test_what_a_person_decides_is_shown_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(store, WARMTH)
    monkeypatch.setattr(shelf, "read_beside", lambda: None)
    before = shown(shelf)
    with store.writer() as writer:
        writer.add_decisions([a_decision("reject", first_article().events[0])])
    assert shown(shelf) == before
    shelf.read_now()
    assert shown(shelf) == before - 1


def test_what_takes_long_is_shown_as_it_was_until_it_is_worked_out_anew(store: Store) -> None:
    with store.view() as view:
        old = read_clusters(view)
        before = kept_histories(Register(view, old), "meetings")
    fill(store, [second_article(), faulty_article()], ())
    put_up: list[Clusters] = []
    with store.view() as view:
        reading = Reading(store, WARMTH, lambda: [old, *put_up][-1], put_up.append)
        assert reading.catch_up(view)
        assert not reading.catch_up(view), "nothing changed"
        [clusters] = put_up
        WARMTH.keep(old, clusters)
        assert kept_histories(Register(view, clusters), "meetings") is before
        working_out = WorkingOut(store, WARMTH, lambda: clusters)
        assert working_out.catch_up(view)
        assert not working_out.catch_up(view), "nothing changed"
        after = clusters.worked_out.of_all["histories", "meetings"]
        assert len(after) >= len(before)
        assert after is not before
        assert clusters.worked_out.renewed == len(WARMTH.slow)


def test_answers_depend_on_the_same_before_and_after_a_small_register_is_brought_up_to_date(store: Store) -> None:
    shelf = Shelf(store, WARMTH)
    before = shelf.stamp()
    shown(shelf)
    assert shelf.stamp() == before
    fill(store, [second_article()], ())
    changed = shelf.stamp()
    assert changed != before
    shown(shelf)
    assert shelf.stamp() == changed


def test_only_the_revision_shown_is_kept_alive(store: Store) -> None:
    shelf = Shelf(store, WARMTH)
    shelf.read_beside()
    assert shelf._beside
    shelf._beside.join(30)
    seen: list[weakref.ref[Clusters]] = []
    for article in (second_article(), faulty_article()):
        with shelf.register() as register:
            register.entries()
            seen.append(weakref.ref(register.clusters))
        del register
        fill(store, [article], ())
    shown(shelf)
    assert shelf._working_out
    shelf._working_out.join(30)
    gc.collect()
    assert [old for old in seen if old() is not None] == []
    shelf.close()


def test_pages_without_a_filter_find_everything_worked_out(store: Store) -> None:
    with store.view() as view:
        shelf = Shelf(store, WARMTH)
        Reading(store, WARMTH, lambda: shelf.clusters, shelf._put_up).catch_up(view)
        WorkingOut(store, WARMTH, lambda: shelf.clusters).catch_up(view)
        kept = set(shelf.clusters.worked_out.of_all) if shelf.clusters else set()
    with TestClient(app_over(store)) as client:
        client.app.state.shelf.clusters = shelf.clusters  # type: ignore[attr-defined]
        for path in ("/", "/meetings", "/map", "/network", "/dyads", "/claims", "/histories/meetings", "/sources"):
            client.get(path).raise_for_status()
    assert shelf.clusters
    late = {what for what in shelf.clusters.worked_out.of_all if what not in kept} - {"days read"}
    assert late == set(), f"worked out while a reader waits: {late}"


def test_a_server_works_things_out_from_its_start_and_ends_cleanly(store: Store) -> None:
    with TestClient(app_over(store, warm=True)) as client:
        shelf = client.app.state.shelf  # type: ignore[attr-defined]
        end = monotonic() + 30
        while shelf.clusters is None or ("histories", "meetings") not in shelf.clusters.worked_out.of_all:
            assert monotonic() < end
            sleep(0.01)
        assert client.get("/").status_code == 200
    assert not shelf._beside.is_alive()
    assert not shelf._working_out.is_alive()


@pytest.mark.usefixtures("is_large")
def test_trouble_beside_leaves_the_pages_as_they_were(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    shelf = Shelf(store, replace(WARMTH, quick=(lambda register: 1 / 0,)))
    before = shown(shelf)
    fill(store, [second_article()], ())
    shelf.read_beside()
    shelf.close()
    assert "could not be read beside" in caplog.text
    assert shelf.clusters
    assert len(shelf.clusters.outlines) == before


def test_answers_of_a_moment_ago_are_not_kept_as_new(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    client = TestClient(app_over(store))
    client.get("/api/export?format=csv").raise_for_status()
    monkeypatch.setattr(shelves, "LARGE_EVENTS", 0)
    monkeypatch.setattr(Shelf, "read_beside", lambda self: None)
    fill(store, [second_article()], ())
    stale = client.get("/api/export?format=csv")
    client.app.state.shelf.read_now()  # type: ignore[attr-defined]
    fresh = client.get("/api/export?format=csv", headers={"If-None-Match": stale.headers["etag"]})
    assert fresh.status_code == 200
    assert len(fresh.text) > len(stale.text)
    counts = client.get("/api/counts").headers["etag"]
    assert client.get("/api/counts", headers={"If-None-Match": counts}).status_code == 304


@pytest.mark.usefixtures("is_large")
def test_it_is_told_when_the_register_and_what_takes_long_are_there(store: Store) -> None:
    told: list[str] = []
    shelf = Shelf(store, replace(WARMTH, settled=told.append))
    shelf.read_beside()
    end = monotonic() + 30
    while "worked out" not in told:
        assert monotonic() < end
        sleep(0.01)
    shelf.close()
    assert told[0] == "register"
