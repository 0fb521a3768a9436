import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from builders import DAY, STATES
from stand_in import HandMade, a_report

from regesta.errors import ConfigError
from regesta.model.article import Article, Source
from regesta.query.check import check
from regesta.query.register import open_register
from regesta.read.record import unreadable
from regesta.run.config import Config
from regesta.run.ingest import BATCH_ARTICLES, ingest, runner_for
from regesta.run.processes import Processes
from regesta.run.report import MAX_NAMED, RunReport
from regesta.run.serial import Serial
from regesta.store.store import Store, open_store

A1, A2, B1 = a_report("a1"), a_report("a2"), a_report("b1", "Sweden", "Latvia")
BROKEN = a_report("c1", note="break here")


@dataclass
class Shown:
    """What a progress callback was told: articles added, at each call."""

    added: list[int] = field(default_factory=list)

    def __call__(self, report: RunReport) -> None:
        self.added.append(report.added)


def run(store: Store, *articles: Article, config: Config | None = None) -> RunReport:
    return ingest(articles, store, config or HandMade(), lambda report: None)


def entries(store: Store) -> list[tuple[str, list[str]]]:
    with store.view() as view:
        return [(e.id, [r.event.article_id for r in e.reports]) for e in open_register(view).entries()]


def interrupted(count: int) -> Iterator[Article]:
    """Some articles, then an interruption as by Ctrl-C."""
    yield from (a_report(f"a{n:03}") for n in range(count))
    raise KeyboardInterrupt


def test_articles_are_coded_stored_and_joined_and_the_report_counts_them() -> None:
    store = open_store("memory:")
    report = run(store, A1, A2, B1, BROKEN)
    counts = {name: count for name, count in report.summary().items() if count}
    found = {"read": 4, "added": 4, "events": 3, "statements": 3, "faults": 1}
    assert counts == {**found, "compared": 1, "same": 1, "unsure": 3}  # same words, by ministers of no state
    assert report.faults == {"stand-in": 1}
    assert sorted(articles for _, articles in entries(store)) == [["a1", "a2"], ["b1"]]
    with store.view() as view:
        assert check(view) == []
        [row] = view.faults()
    assert (row.article_id, row.fault.reason) == ("c1", "ZeroDivisionError: told to break")


def test_a_run_is_kept_with_its_settings_and_counts() -> None:
    store = open_store("memory:")
    report = run(store, A1)
    with store.view() as view:
        [kept] = view.runs()
    assert kept.summary == report.summary()
    assert kept.settings.config_hash == HandMade().digest()
    assert kept.finished is not None
    assert kept.finished >= kept.started


def test_a_second_run_adds_nothing() -> None:
    store = open_store("memory:")
    run(store, A1, A2, B1)
    before = entries(store)
    report = run(store, A1, A2, B1)
    assert {name: count for name, count in report.summary().items() if count} == {"read": 3, "skipped": 3}
    assert entries(store) == before


def test_an_article_given_twice_is_stored_once() -> None:
    store = open_store("memory:")
    report = run(store, A1, A1)
    assert (report.read, report.added, report.skipped) == (2, 1, 1)


def test_articles_of_a_later_run_join_those_of_an_earlier_one() -> None:
    store = open_store("memory:")
    run(store, A1, B1)
    run(store, A2)
    assert sorted(articles for _, articles in entries(store)) == [["a1", "a2"], ["b1"]]


def test_the_order_and_the_runs_in_which_articles_come_do_not_matter() -> None:
    pairs = list(combinations(STATES, 2))
    articles = [a_report(f"a{n}", *pairs[n % len(pairs)]) for n in range(3 * len(pairs))]
    whole, parts = open_store("memory:"), open_store("memory:")
    run(whole, *articles)
    run(parts, *reversed(articles[20:]))
    run(parts, *articles[:20])
    assert entries(parts) == entries(whole)
    assert {len(found) for _, found in entries(whole)} == {3}


def test_a_corrected_article_replaces_the_older_version_in_the_register() -> None:
    store = open_store("memory:")
    run(store, A1, A2)
    corrected = a_report("a2", published=DAY + timedelta(days=90))
    report = run(store, corrected)
    assert (report.added, report.skipped) == (1, 0)
    assert sorted(articles for _, articles in entries(store)) == [["a1"], ["a2"]]
    with store.view() as view:
        assert len(view.versions("a2")) == 2


def test_other_settings_code_again() -> None:
    store = open_store("memory:")
    run(store, A1)
    assert run(store, A1, config=HandMade(stage={"x": {"y": 1}})).added == 1


def test_the_place_of_the_store_and_the_number_of_workers_are_no_other_settings() -> None:
    store = open_store("memory:")
    run(store, A1)
    assert run(store, A1, config=HandMade(store="other.db")).skipped == 1
    assert HandMade(processes=2).digest() == HandMade().digest()


def test_an_interrupted_run_keeps_whole_batches_and_the_next_run_judges_them() -> None:
    store = open_store("memory:")
    with pytest.raises(KeyboardInterrupt):
        ingest(interrupted(2 * BATCH_ARTICLES + 1), store, HandMade(), lambda report: None)
    with store.view() as view:
        assert view.counts().articles == 2 * BATCH_ARTICLES
        assert view.judgements() == []
        assert view.runs()[0].finished is None
    report = run(store, B1)
    assert report.added == 1
    assert sorted(len(articles) for _, articles in entries(store)) == [1, 2 * BATCH_ARTICLES]


def test_progress_is_told_after_each_batch_and_at_the_end() -> None:
    shown = Shown()
    ingest((a_report(f"a{n}") for n in range(BATCH_ARTICLES + 1)), open_store("memory:"), HandMade(), shown)
    assert shown.added == [BATCH_ARTICLES, BATCH_ARTICLES + 1, BATCH_ARTICLES + 1]


def test_a_wrong_setting_is_told_before_anything_is_written() -> None:
    store = open_store("memory:")
    with pytest.raises(ConfigError, match="did you mean 'parse'"):
        run(store, A1, config=Config(stages=("prase",)))
    with store.view() as view:
        assert view.runs() == []


def test_no_articles_are_a_run_that_adds_nothing() -> None:
    store = open_store("memory:")
    assert run(store).summary() == RunReport().summary()
    assert entries(store) == []


def test_one_process_is_this_one() -> None:
    assert runner_for(1) == Serial()
    assert runner_for(3) == Processes(3)


def test_no_view_is_open_between_batches_so_that_the_log_of_sqlite_is_used_anew(tmp_path: Path) -> None:
    path, busy = tmp_path / "regesta.db", list[int]()

    def look(report: RunReport) -> None:
        with closing(sqlite3.connect(path, timeout=0)) as other:
            busy.append(other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])

    with open_store(str(path)) as store:
        ingest((a_report(f"a{n:03}") for n in range(2 * BATCH_ARTICLES)), store, HandMade(), look)
    assert busy == [0] * len(busy)
    assert len(busy) > 2


def from_file(origin: str, id: str, *states: str) -> Article:
    """A report with an id that another file may have as well."""
    article = a_report(id, *states)
    return replace(article, source=replace(article.source, origin=origin))


def test_an_id_that_comes_again_with_another_text_is_told_with_both_origins() -> None:
    first = [from_file("c1.csv:2", "1"), from_file("c1.csv:3", "2")]
    other = [from_file("c2.csv:2", "1", "Sweden", "Latvia"), from_file("c2.csv:3", "3", "Sweden", "Latvia")]
    store = open_store("memory:")
    for added in (4, 0):  # a second run tells it as well
        report = run(store, *first, *other)
        assert (report.added, report.met_again) == (added, 1)
        assert report.clashes == {"1": ("c1.csv:2", "c2.csv:2")}


def test_an_article_that_comes_again_or_is_corrected_by_a_later_run_is_not_told() -> None:
    store = open_store("memory:")
    assert run(store, A1, from_file("copy.csv:1", "a1"), A2).met_again == 0
    assert run(store, from_file("new.csv:1", "a1", "Sweden", "Latvia")).met_again == 0


def test_files_that_hold_no_text_have_no_id_to_clash() -> None:
    empty = [replace(A1, id="a.csv", text=""), replace(A2, id="a.csv", text="")]
    assert run(open_store("memory:"), *empty).met_again == 0


def test_of_many_ids_that_come_again_some_are_named_and_all_are_counted() -> None:
    ids = [f"n{number}" for number in range(MAX_NAMED + 3)]
    report = run(
        open_store("memory:"),
        *(from_file("c1.csv", id) for id in ids),
        *(from_file("c2.csv", id, "Sweden", "Latvia") for id in ids),
    )
    assert (report.met_again, len(report.clashes)) == (MAX_NAMED + 3, MAX_NAMED)


def a_file(name: str, text: str = "") -> Article:
    """What is read of a text file: without words a fault that goes by its name."""
    source = Source(origin=name)
    return replace(a_report(f"of-{name}"), source=source) if text else unreadable(source, "there is no text")


def test_what_cannot_be_read_is_no_article_and_is_told_each_time() -> None:
    store = open_store("memory:")
    for added in (2, 0):
        report = run(store, a_file("a.txt"), a_file("b.txt"))
        assert (report.read, report.unread, report.added, report.faults) == (2, 2, added, {"read": 2})


@pytest.mark.parametrize("address", ["memory:", "sqlite"])
def test_the_fault_of_a_file_clears_when_it_is_read_at_last(address: str, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a.db") if address == "sqlite" else address) as store:
        run(store, a_file("a.txt"), a_file("b.txt"))
        report = run(store, a_file("a.txt", "words"), a_file("b.txt"))
        assert (report.read, report.unread, report.added, report.faults) == (2, 1, 1, {"read": 1})
        with store.view() as view:
            assert [fault.article_id for fault in view.faults()] == ["b.txt"]
            assert not check(view)


def test_another_reason_why_a_file_cannot_be_read_takes_the_place_of_the_first() -> None:
    store = open_store("memory:")
    run(store, a_file("a.pdf"))
    run(store, unreadable(Source(origin="a.pdf"), "has no text layer"))
    with store.view() as view:
        assert [fault.fault.reason for fault in view.faults()] == ["a.pdf: has no text layer"]
