"""What a program keeps of a store from run to run is what it would read anew."""

from dataclasses import replace
from datetime import date

import pytest
from stand_in import a_report, coded
from stores import SETTINGS

from regesta.model.article import Article
from regesta.run import kept as kept_module
from regesta.run.ingest import store_batch
from regesta.run.judge_fresh import judge_fresh
from regesta.run.kept import Kept
from regesta.run.report import RunReport
from regesta.store.store import Store, open_store


def run(store: Store, kept: Kept, *articles: Article, version: str = "") -> None:
    """Store coded articles and judge them, as a run does."""
    with store.writer() as writer:
        number = writer.start_run(replace(SETTINGS, config_hash=f"c0ffee{version}"), writer.now)
    store_batch(store, number, list(articles), RunReport())
    judge_fresh(store, RunReport(), kept)


def report(id: str, host: str = "Lithuania", year: int = 2022) -> Article:
    return coded(a_report(id, host=host, published=date(year, 12, 19)))


def test_an_event_that_is_coded_anew_under_its_id_is_compared_anew() -> None:
    first = report("a1")
    other = report("a1", host="Latvia").events[0]
    again = replace(first, events=(replace(first.events[0], roles=other.roles, type="ASSAULT"),))
    ours, theirs, kept = open_store("memory:"), open_store("memory:"), Kept()
    run(ours, kept, first, report("a2"))
    run(ours, kept, again, version="1")
    run(theirs, Kept(), report("a2"), again, version="1")
    with ours.view() as one, theirs.view() as two:
        assert one.judgements() == two.judgements()


def test_events_compared_again_are_not_read_again() -> None:
    store, kept = open_store("memory:"), Kept()
    run(store, kept, report("a1"), report("a2"))
    compared = dict(kept.compared)
    run(store, kept, report("a3"))
    assert compared
    assert all(kept.compared[id].telling is before.telling for id, before in compared.items())


def test_events_compared_longest_ago_are_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "MOST_COMPARED", 2)
    store, kept = open_store("memory:"), Kept()
    run(store, kept, report("a1"), report("a2"))
    run(store, kept, report("b1", year=2012), report("b2", year=2012))
    assert {one.report.event.article_id for one in kept.compared.values()} == {"b1", "b2"}


def test_a_look_at_an_unchanged_store_reads_nothing() -> None:
    store, kept = open_store("memory:"), Kept()
    run(store, kept, report("a1"))
    with store.view() as view:
        kept.catch_up(view)
        offices = kept.offices
        kept.catch_up(view)
    assert kept.offices is offices
