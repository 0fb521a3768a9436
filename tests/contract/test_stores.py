"""One suite for every registered store: what one can, all can; a gap is a strict xfail with its reason."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from threading import Thread

import pytest
from builders import (
    DAY,
    a_coded_article,
    a_date,
    a_judgement,
    a_mention,
    a_role,
    a_statement,
    an_actor,
    an_article,
    an_event,
)

from regesta import plugins
from regesta.errors import ConfigError, StoreError
from regesta.model.annotation import Amount, Fault, Quote, TimeExpression
from regesta.model.article import Article, Source
from regesta.model.span import Citation
from regesta.store.filters import ArticleFilter, EventFilter, EventKind, StatementFilter
from regesta.store.runs import RunSettings, version_of
from regesta.store.store import Store, View, open_store

SETTINGS = RunSettings(config_hash="c0ffee", ontology_version="1.0", regesta_version="0.1.0", config='{"a": 1}')
NOW = datetime(2023, 1, 2, 3, 4, tzinfo=UTC)
ADDRESSES = {"sqlite": "{folder}/regesta.db", "memory": "memory:"}


@pytest.fixture(params=plugins.names("stores"))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with open_store(ADDRESSES[request.param].format(folder=tmp_path)) as opened:
        yield opened


def write(store: Store, *articles: Article, settings: RunSettings = SETTINGS) -> list[bool]:
    with store.writer() as writer:
        run = writer.start_run(settings, NOW)
        return [writer.add_article(run, article) for article in articles]


def write_and_raise(store: Store, article: Article) -> None:
    with store.writer() as writer:
        writer.add_article(writer.start_run(SETTINGS, NOW), article)
        raise ZeroDivisionError


def found(view: View, **wanted: object) -> list[str]:
    return [report.event.article_id for report in view.reports(EventFilter(**wanted))]  # type: ignore[arg-type]


# Writing


def test_an_article_is_read_as_it_was_written_but_for_its_parse(store: Store) -> None:
    article = a_coded_article(published=datetime(2022, 12, 19, 8, 30, tzinfo=UTC))
    said = article.statements[0]
    article = replace(
        article,
        times=(TimeExpression(span=said.content[0], timex="DATE", value="2022-12-19", interval=a_date(DAY).interval),),
        amounts=(Amount(span=said.content[0], value=Decimal("4E+1"), unit="percent", upper=Decimal("40.50")),),
        quotes=(Quote(content=said.content, kind="direct", cue=said.cue),),
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


# Events


def test_a_report_cites_the_evidence_verbatim(store: Store) -> None:
    article = a_coded_article()
    write(store, article)
    with store.view() as view:
        (report,) = view.reports()
    assert (report.event, report.source, report.title) == (article.events[0], article.source, article.title)
    (citation,) = report.citations
    assert citation == Citation("a1", article.events[0].evidence[0], "Poland's minister visited Lithuania on Monday.")


def test_events_are_found_by_party(store: Store) -> None:
    text = "Poland's minister visited Lithuania. Recep Tayyip Erdoğan visited Latvia."
    one, two = an_article(text, id="a1"), an_article(text, id="a2")
    person = an_actor("Recep Tayyip Erdoğan", iso3="TUR", sector="GOV", entity="person:recep-tayyip-erdogan")
    erdogan = replace(a_role(two, "actor", "Recep Tayyip Erdoğan"), actor=person)
    visit = an_event(two, actor=None, recipient="Latvia")
    write(
        store,
        replace(one, events=(an_event(one),)),
        replace(two, events=(replace(visit, roles=(erdogan, *visit.roles)),)),
    )
    with store.view() as view:
        assert found(view, actor="POL") == ["a1"]
        assert found(view, actor="poland") == ["a1"]
        assert found(view, recipient="POL") == []
        assert found(view, party="LTU") == ["a1"]
        assert found(view, actor="erdogan") == found(view, actor="tayyip erdoğan") == found(view, actor="tur") == ["a2"]
        assert found(view, party="person:recep-tayyip-erdogan") == ["a2"]
        assert found(view, actor="erdo") == []  # whole words
        assert found(view, actor="") == []
        assert found(view, dyad=("LTU", "POL")) == found(view, dyad=("POL", "LTU")) == ["a1"]
        assert found(view, dyad=("POL", "LVA")) == []


def test_events_are_found_by_type_mode_kind_context_status_quad_and_confidence(store: Store) -> None:
    base = an_article()
    visit = an_event(base)
    pact = an_event(
        base, "talking", type="SUPPORT", mode=None, cameo="057", contexts=("economic", "legal"), confidence=0.4
    )
    threat = an_event(base, "keep", type="THREATEN", mode="violence", cameo="1384", quad=3, status="denied", day=None)
    write(store, replace(base, events=(visit, pact, threat)))
    with store.view() as view:

        def ids(**wanted: object) -> list[str]:
            return view.event_ids(EventFilter(**wanted))  # type: ignore[arg-type]

        assert ids(type="SUPPORT") == [pact.id]
        assert ids(mode="visit") == [visit.id]
        assert sorted(ids(kinds=(EventKind(cameo="05"), EventKind(type="CONSULT", mode="visit")))) == sorted(
            [pact.id, visit.id]
        )
        assert ids(kinds=(EventKind(cameo="138"),), type="CONSULT") == []
        assert ids(kinds=(EventKind(cameo="138"),)) == [threat.id]
        assert ids(context="economic") == [pact.id]
        assert ids(status="denied") == ids(quad=3) == [threat.id]
        assert threat.id not in ids(min_confidence=0.81)
        assert pact.id not in ids(min_confidence=0.8)
        assert ids(ids=(visit.id, "unknown")) == [visit.id]
        assert ids(ids=()) == []


def test_events_are_found_by_their_days_and_those_of_their_articles(store: Store) -> None:
    base = an_article(published=date(2022, 12, 20))
    day = an_event(base)
    month = an_event(base, "keep", date=a_date(date(2022, 12, 1), 31))
    never = an_event(base, "talking", day=None)
    write(store, replace(base, events=(day, month, never)))
    with store.view() as view:

        def ids(**wanted: object) -> set[str]:
            return set(view.event_ids(EventFilter(**wanted)))  # type: ignore[arg-type]

        assert ids(since=date(2022, 12, 20)) == {month.id}
        assert ids(since=date(2022, 12, 19), until=date(2022, 12, 20)) == {day.id, month.id}
        assert ids(until=date(2022, 12, 1)) == set()
        assert ids(published_since=date(2022, 12, 20)) == {day.id, month.id, never.id}
        assert ids(published_until=date(2022, 12, 20)) == set()


def test_events_are_found_by_place_publisher_article_and_words(store: Store) -> None:
    one, two = an_article(id="a1"), an_article(id="a2", publisher="Vistula Courier")
    write(
        store,
        replace(one, events=(an_event(one, place="Vilnius"),)),
        replace(two, events=(an_event(two, "keep"),)),
    )
    with store.view() as view:
        assert found(view, place="LTU") == found(view, place="vilnius") == ["a1"]
        assert found(view, place="LVA") == []
        assert found(view, publisher="Vistula Courier") == found(view, article="a2") == ["a2"]
        assert found(view, contains="minister monday") == ["a1"]
        assert found(view, contains='"talking the minister"') == ["a2"]
        assert found(view, contains="LITHU*") == ["a1"]
        assert found(view, contains="lithu") == found(view, contains="!?") == []


def test_events_come_by_day_undated_last_and_can_be_cut(store: Store) -> None:
    articles = []
    for number, day in enumerate((date(2022, 5, 3), None, date(2022, 5, 1), date(2022, 5, 2))):
        base = an_article(id=f"a{number}")
        articles.append(replace(base, events=(an_event(base, day=day),)))
    write(store, *articles)
    with store.view() as view:
        assert found(view) == ["a2", "a3", "a0", "a1"]
        assert found(view, order="newest") == ["a0", "a3", "a2", "a1"]
        assert found(view, limit=2) == ["a2", "a3"]
        assert found(view, limit=2, offset=3) == ["a1"]
        assert found(view, offset=2) == ["a0", "a1"]
        assert found(view, limit=0) == []
        assert view.count(EventFilter(limit=1)) == 4


def test_an_outline_agrees_with_its_event(store: Store) -> None:
    base = an_article()
    event = an_event(base, place="Vilnius", recipient="minister")
    write(store, replace(base, events=(event,)))
    with store.view() as view:
        (outline,) = view.outlines()
    assert (outline.id, outline.article_id, outline.publisher, outline.published) == (
        event.id,
        "a1",
        "Baltic Wire",
        DAY,
    )
    assert (outline.type, outline.mode, outline.quad, outline.intensity) == ("CONSULT", "visit", 1, 2.1)
    assert (outline.status, outline.confidence, outline.start, outline.end) == (
        "happened",
        0.8,
        DAY,
        DAY + timedelta(1),
    )
    assert event.place is not None
    assert (outline.place, outline.actors, outline.recipients) == (event.place.place, ("POL",), ("minister",))
    assert outline.states == ("POL",)


def test_many_ids_can_be_asked_for_at_once(store: Store) -> None:
    article = a_coded_article()
    write(store, article)
    ids = tuple(f"{number:016x}" for number in range(100_000))
    with store.view() as view:
        assert view.event_ids(EventFilter(ids=(*ids, article.events[0].id))) == [article.events[0].id]


# Statements


def test_statements_are_found_by_speaker_subject_words_and_article(store: Store) -> None:
    text = 'The minister said "Latvia and Riga are near" and Poland agreed.'
    one = an_article(text, id="a1", published=date(2022, 1, 1))
    one = replace(one, mentions=tuple(a_mention(one, words) for words in ("Latvia", "Riga", "Poland")))
    one = replace(one, statements=(a_statement(one, "Latvia and Riga are near"),))
    two = a_coded_article(id="a2", publisher="Vistula Courier", published=None)
    write(store, one, two)
    with store.view() as view:

        def ids(**wanted: object) -> list[str]:
            return [r.statement.article_id for r in view.statements(StatementFilter(**wanted))]  # type: ignore[arg-type]

        assert ids() == ids(speaker="POL") == ids(speaker="state:POL") == ["a1", "a2"]
        assert ids(order="newest") == ["a1", "a2"]
        assert ids(speaker="LTU") == []
        assert ids(about="LVA") == ids(about="latvia") == ids(about="riga") == ["a1"]
        assert ids(about="POL") == []  # stands outside the words said
        assert ids(contains="riga near") == ["a1"]
        assert ids(publisher="Vistula Courier") == ids(article="a2") == ["a2"]
        assert ids(since=date(2022, 1, 1)) == ids(until=date(2022, 1, 2)) == ["a1"]
        assert ids(limit=1, offset=1) == ["a2"]
        assert view.count(StatementFilter(about="LVA")) == 1


def test_a_statement_is_found_by_id_and_cited_verbatim(store: Store) -> None:
    article = a_coded_article()
    write(store, article)
    with store.view() as view:
        report = view.statement(article.statements[0].id)
        assert view.statement("unknown") is None
        assert view.report("unknown") is None
        assert view.article("unknown") is None
    assert report is not None
    assert (report.statement, report.source) == (article.statements[0], article.source)
    assert [c.quote for c in report.citations] == ["We will keep talking,"]


# Articles, actors, publishers


def test_articles_are_found_by_words_mentions_publisher_run_and_faults(store: Store) -> None:
    write(store, a_coded_article(id="a1", published=date(2022, 2, 2)))
    faulty = replace(an_article("Nothing.", id="a2", title="Erdoğan", publisher=None, published=None))
    write(store, replace(faulty, faults=(Fault("parse", "empty"),)))
    with store.view() as view:

        def ids(**wanted: object) -> list[str]:
            return [outline.id for outline in view.article_outlines(ArticleFilter(**wanted))]  # type: ignore[arg-type]

        assert ids() == [a.id for a in view.articles()] == ["a1", "a2"]
        assert ids(contains="lithuania visited") == ids(mentions="LTU") == ids(mentions="vilnius") == ["a1"]
        assert ids(contains="erdogan") == ids(faulty=True) == ids(run=2) == ["a2"]
        assert ids(publisher="Baltic Wire") == ids(since=date(2022, 2, 2)) == ids(until=date(2022, 2, 3)) == ["a1"]
        assert ids(limit=1, offset=1) == ["a2"]
        assert view.count(ArticleFilter(faulty=True)) == 1
        assert [(o.events, o.statements, o.faults, o.run) for o in view.article_outlines()] == [
            (1, 1, 0, 1),
            (0, 0, 1, 2),
        ]
        assert view.publishers() == {"Baltic Wire": 1}
        assert [(f.article_id, f.fault) for f in view.faults()] == [("a2", Fault("parse", "empty"))]
        assert view.faults(limit=1, offset=1) == []


def test_actors_are_counted_by_entity_under_their_commonest_name(store: Store) -> None:
    articles = []
    for number, name in enumerate(("Poland", "minister", "Poland", "Lithuania")):
        base = an_article(id=f"a{number}")
        role = replace(a_role(base, "actor", "Poland"), actor=an_actor(name, iso3="POL", sector="GOV", entity="one"))
        articles.append(replace(base, events=(replace(an_event(base), roles=(role,)),)))
    write(store, *articles)
    with store.view() as view:
        (count,) = view.actors()
        assert (count.name, count.entity, count.events) == ("Poland", "one", 4)
        assert [c.events for c in view.actors("pol")] == [4]  # the state
        assert [c.events for c in view.actors("lith")] == [1]
        assert view.actors("zzz") == view.actors(limit=0) == []


# Blocks and judgements


def test_blocks_join_events_and_tell_which_a_run_touched(store: Store) -> None:
    one, two, three = (a_coded_article(id=f"a{number}") for number in range(3))
    ids = [article.events[0].id for article in (one, two, three)]
    with store.writer() as writer:
        first = writer.start_run(SETTINGS, NOW)
        writer.add_article(first, one)
        writer.add_article(first, two)
        writer.set_blocks({ids[0]: ["x", "z"], ids[1]: ["x", "lonely"]})
        second = writer.start_run(SETTINGS, NOW)
        writer.add_article(second, three)
        writer.set_blocks({ids[2]: ["z"], "unknown": ["z"]})
    with store.view() as view:
        assert list(view.blocks()) == [("x", tuple(sorted(ids[:2]))), ("z", tuple(sorted((ids[0], ids[2]))))]
        assert list(view.blocks(second)) == [("z", tuple(sorted((ids[0], ids[2]))))]
    with store.writer() as writer:
        writer.set_blocks({ids[0]: ["x"]})
    with store.view() as view:
        assert [block for block, _ in view.blocks()] == ["x"]


def test_judgements_can_be_added_replaced_and_removed(store: Store) -> None:
    machine, person = a_judgement("e1", "e2"), a_judgement("e1", "e2", "different", author="Ann", score=0.0)
    other = a_judgement("e2", "e3")
    said = a_judgement("e1", "e2", kind="statement")
    with store.writer() as writer:
        assert writer.add_judgements([machine, person, other, said]) == 4
        assert writer.add_judgements([replace(machine, score=0.5)]) == 0
    with store.view() as view:
        assert view.judgements() == [person, replace(machine, score=0.5), other]
        assert view.judgements("statement") == [said]
        assert view.judgements(of=["e3"]) == [other]
        assert view.judgements(of=[]) == []
    with store.writer() as writer:
        assert writer.remove_judgements([machine, machine]) == 1
        assert writer.remove_judgements([]) == 0
    with store.view() as view:
        assert view.judgements() == [person, other]
        assert view.counts().judgements == 3


def test_a_judgement_has_the_smaller_id_left(store: Store) -> None:
    with pytest.raises(StoreError, match="smaller"), store.writer() as writer:
        writer.add_judgements([replace(a_judgement("e1", "e2"), left="e3")])


# Opening


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
