"""Writing, versions, runs, opening: one suite for every registered store; a gap is a strict xfail with its reason."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from threading import Thread

import pytest
from builders import (
    DAY,
    a_claim,
    a_coded_article,
    a_date,
    an_article,
)
from stores import NOW, SETTINGS, write

from regesta.errors import ConfigError, StoreError
from regesta.model.annotation import Amount, Fault, Quote, TimeExpression
from regesta.model.article import Article, Source
from regesta.store.filters import ArticleFilter, EventFilter
from regesta.store.runs import version_of
from regesta.store.store import Store, open_store


def write_and_raise(store: Store, article: Article) -> None:
    with store.writer() as writer:
        writer.add_article(writer.start_run(SETTINGS, NOW), article)
        raise ZeroDivisionError


def test_an_article_is_read_as_it_was_written_but_for_its_parse(store: Store) -> None:
    article = a_coded_article(published=datetime(2022, 12, 19, 8, 30, tzinfo=UTC))
    said = article.statements[0]
    article = replace(
        article,
        times=(TimeExpression(span=said.content[0], timex="DATE", value="2022-12-19", interval=a_date(DAY).interval),),
        amounts=(Amount(span=said.content[0], value=Decimal("4E+1"), unit="percent", upper=Decimal("40.50")),),
        quotes=(Quote(content=said.content, kind="direct", cue=said.cue),),
        claims=(a_claim(article, "visited Lithuania"),),
        faults=(Fault("quotes", "too long"), Fault("dates", "no day")),
    )
    write(store, article)
    with store.view() as view:
        assert view.article("a1") == article


def test_a_retried_write_adds_nothing(store: Store) -> None:
    assert write(store, a_coded_article(), a_coded_article()) == [True, False]
    assert write(store, a_coded_article()) == [False]
    with store.view() as view:
        assert (view.counts().versions, view.counts().events, view.counts().statements) == (1, 1, 1)


def test_where_an_article_was_read_from_does_not_make_a_new_version(store: Store) -> None:
    moved = replace(a_coded_article(), source=replace(a_coded_article().source, origin="other.jsonl:7"))
    assert write(store, a_coded_article(), moved) == [True, False]


def test_a_changed_text_is_a_new_version_and_the_older_is_kept(store: Store) -> None:
    old, new = a_coded_article(), an_article("Poland closed its border.")
    assert write(store, old, new) == [True, True]
    with store.view() as view:
        assert view.article("a1") == new
        versions = view.versions("a1")
        assert [(v.is_current, v.events) for v in versions] == [(False, 1), (True, 0)]
        assert view.article("a1", versions[0].version) == old


def test_facts_of_replaced_versions_show_only_when_asked_for(store: Store) -> None:
    old = a_coded_article()
    write(store, old, an_article("Poland closed its border."))
    with store.view() as view:
        assert view.reports() == []
        assert view.statements() == []
        assert view.counts().events == 0
        assert view.event_ids(EventFilter(every_version=True)) == [old.events[0].id]
        assert [a.id for a in view.articles(ArticleFilter(every_version=True))] == ["a1", "a1"]
        report = view.report(old.events[0].id)
        assert report is not None
        assert report.event == old.events[0]


def test_another_coder_makes_a_new_version_of_the_same_text(store: Store) -> None:
    newer = replace(SETTINGS, regesta_version="0.2.0")
    write(store, a_coded_article())
    assert write(store, a_coded_article(), settings=newer) == [True]
    with store.view() as view:
        assert len(view.versions("a1")) == 2
        assert len(view.reports()) == 1


def test_a_store_knows_what_it_has_coded_under_which_settings(store: Store) -> None:
    write(store, a_coded_article())
    with store.view() as view:
        assert view.holds(SETTINGS, an_article())
        assert not view.holds(replace(SETTINGS, config_hash="other"), an_article())
        assert not view.holds(SETTINGS, an_article("Poland closed its border."))


def test_version_depends_on_what_is_read_and_how_it_is_coded() -> None:
    base = version_of(an_article(), SETTINGS)
    others = [an_article(title=None), an_article(publisher="Other"), an_article(published=None), an_article(id="a2")]
    assert base == version_of(a_coded_article(), replace(SETTINGS, config="{}"))
    assert len({base, *(version_of(other, SETTINGS) for other in others)}) == 5


def test_a_transaction_that_raises_leaves_nothing(store: Store) -> None:
    write(store, a_coded_article())
    with pytest.raises(ZeroDivisionError):
        write_and_raise(store, a_coded_article(id="a2"))
    with store.view() as view:
        assert [article.id for article in view.articles()] == ["a1"]
        assert len(view.runs()) == 1
    assert write(store, a_coded_article(id="a2")) == [True]


def test_a_view_does_not_see_what_is_written_after_it_was_opened(store: Store) -> None:
    write(store, a_coded_article())
    with store.view() as view:
        write(store, a_coded_article(id="a2"))
        assert view.counts().articles == 1
        with store.view() as later:
            assert later.counts().articles == 2
            assert later.revision > view.revision


def test_what_has_no_text_is_counted_apart_from_articles(store: Store) -> None:
    write(store, a_coded_article(), an_article("", id="scan.pdf", sentences=()))
    with store.view() as view:
        counts = view.counts()
        assert (counts.articles, counts.unread, counts.versions) == (1, 1, 2)
    write(store, an_article("It was read at last.", id="scan.pdf"))
    with store.view() as view:
        counts = view.counts()
        assert (counts.articles, counts.unread, counts.versions) == (2, 0, 3)


def test_readers_do_not_wait_for_a_writer(store: Store) -> None:
    with store.writer() as writer:
        writer.add_article(writer.start_run(SETTINGS, NOW), a_coded_article())
        with store.view() as view:
            assert view.counts().articles == 0


def test_a_second_writer_waits_for_the_first(store: Store) -> None:
    with store.writer() as writer:
        second = Thread(target=write, args=(store, a_coded_article(id="a2")))
        second.start()
        writer.add_article(writer.start_run(SETTINGS, NOW), a_coded_article())
    second.join(timeout=30)
    with store.view() as view:
        assert [article.id for article in view.articles()] == ["a1", "a2"]
        assert [run.id for run in view.runs()] == [1, 2]


def test_articles_need_a_run(store: Store) -> None:
    with pytest.raises(StoreError, match="no run 7"), store.writer() as writer:
        writer.add_article(7, an_article())


def test_runs_are_numbered_and_keep_settings_and_counts(store: Store) -> None:
    with store.writer() as writer:
        first = writer.start_run(SETTINGS, NOW)
        second = writer.start_run(replace(SETTINGS, config_hash="b"), NOW)
        writer.finish_run(first, NOW + timedelta(minutes=1), {"read": 3, "added": 2})
    with store.view() as view:
        runs = view.runs()
    assert [run.id for run in runs] == [first, second] == [1, 2]
    assert (runs[0].settings.config, runs[0].settings) == (SETTINGS.config, SETTINGS)
    assert (runs[0].started, runs[0].finished, runs[0].summary) == (
        NOW,
        NOW + timedelta(minutes=1),
        {"read": 3, "added": 2},
    )
    assert (runs[1].finished, runs[1].summary) == (None, {})


def test_a_sound_store_has_no_damage(store: Store) -> None:
    write(store, a_coded_article())
    with store.view() as view:
        assert view.integrity() == []


def test_an_empty_store_is_empty(store: Store) -> None:
    with store.view() as view:
        assert view.revision == 0
        assert list(view.articles()) == view.reports() == view.outlines() == view.actors() == view.runs() == []
        assert view.publishers() == {}


def test_an_unknown_kind_of_store_is_refused_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match="did you mean 'sqlite'"):
        open_store("sqlit:///x.db")


def test_source_survives_in_full(store: Store) -> None:
    source = Source(
        publisher="P",
        url="https://p.example/1",
        published=datetime(2022, 1, 1, 23, 30, tzinfo=UTC),
        published_basis="page",
        origin="x.jsonl:3",
        sha256="ab",
    )
    write(store, replace(an_article(), source=source, language=None, title=None))
    with store.view() as view:
        article = view.article("a1")
    assert article is not None
    assert article.source == source
