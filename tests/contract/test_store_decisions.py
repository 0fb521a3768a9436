"""Decisions of persons, and views of earlier moments: one suite for every registered store."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from builders import a_coded_article, a_correction, a_date, a_decision, a_judgement, a_role, an_article, an_event
from stores import NOW, SETTINGS, write

from regesta.model.event import EventPlace
from regesta.query.check import check
from regesta.query.speech.utterances import open_utterances
from regesta.store.filters import EVERY_ARTICLE, EVERY_EVENT, ArticleFilter, EventFilter
from regesta.store.store import Store


def now() -> datetime:
    """A moment between two transactions."""
    return datetime.now(UTC)


# Decisions


def test_decisions_are_read_as_written_in_order_of_writing(store: Store) -> None:
    article = an_article()
    place = an_event(article, place="Vilnius").place
    assert isinstance(place, EventPlace)
    fixed = [
        a_correction("type", "THREATEN"),
        a_correction("mode", None),
        a_correction("date", a_date(NOW.date())),
        a_correction("place", replace(place, basis="corrected")),
        a_correction("actors", (a_role(article, "actor", "Poland"), a_role(article, "actor", "Lithuania"))),
        a_correction("recipients", ()),
    ]
    wanted = [a_decision("correct", correction=correction) for correction in fixed]
    wanted += [a_decision("same", "e9", other="e2"), a_decision("reject", reason="a football match"), a_decision()]
    wanted.append(a_decision("undo", "", undoes=wanted[0].id))
    with store.writer() as writer:
        assert writer.add_decisions(wanted) == len(wanted)
    with store.view() as view:
        assert view.decisions() == wanted


def test_a_decision_written_twice_is_one(store: Store) -> None:
    with store.writer() as writer:
        assert writer.add_decisions([a_decision(), a_decision()]) == 1
        assert writer.add_decisions([a_decision(), a_decision(author="Ben")]) == 1
        assert writer.add_decisions([]) == 0
    with store.view() as view:
        assert [decision.author for decision in view.decisions()] == ["Ann", "Ben"]


def test_decisions_on_some_events_come_with_all_that_undo_others(store: Store) -> None:
    one, pair, other = a_decision(), a_decision("same", "e2", other="e1"), a_decision("reject", "e3")
    undone = a_decision("undo", "", undoes=other.id)
    with store.writer() as writer:
        writer.add_decisions([one, pair, other, undone])
    with store.view() as view:
        assert view.decisions(["e1"]) == [one, pair, undone]
        assert view.decisions({"e2", "e3"}) == [pair, other, undone]
        assert view.decisions([]) == view.decisions(["none"]) == [undone]


def test_a_decision_on_two_statements_joins_them_until_it_is_undone(store: Store) -> None:
    articles = [a_coded_article(), a_coded_article(id="a2")]
    write(store, *articles)
    one, two = sorted(article.statements[0].id for article in articles)
    joined = a_decision("same", one, other=two)
    for decision, support in ((joined, 2), (a_decision("undo", "", undoes=joined.id), 1)):
        with store.writer() as writer:
            assert writer.add_decisions([decision]) == 1
        with store.view() as view:
            assert check(view) == []
            utterance = open_utterances(view).utterance(two)
            assert utterance
            assert utterance.support == support


# Earlier moments


def test_an_earlier_moment_has_the_articles_of_then(store: Store) -> None:
    before = now()
    write(store, a_coded_article())
    between = now()
    write(store, a_coded_article(title="Corrected"), a_coded_article(id="a2"))
    with store.view() as view:
        assert [view.at(moment).count(EVERY_ARTICLE) for moment in (before, between, now())] == [0, 1, 2]
        assert [view.at(moment).count(EVERY_EVENT) for moment in (before, between, now())] == [0, 1, 2]
        article = view.at(between).article("a1")
        assert article
        assert article.title == "A visit"
        assert view.at(before).article("a1") is None
        assert view.count(ArticleFilter(every_version=True)) == 3
        assert view.at(between).count(ArticleFilter(every_version=True)) == 1


def test_every_reading_of_an_earlier_moment_is_of_then(store: Store) -> None:
    write(store, a_coded_article())
    between = now()
    write(store, a_coded_article(id="a2", publisher="Riga Post"), a_coded_article(title="Corrected"))
    with store.view() as view:
        then = view.at(between)
        assert [report.title for report in then.reports()] == ["A visit"]
        assert then.event_ids() == [outline.id for outline in then.outlines()]
        assert len(then.event_ids()) == 1
        assert [report.title for report in then.statements()] == ["A visit"]
        assert then.publishers() == {"Baltic Wire": 1}
        assert {actor.name: actor.events for actor in then.actors()} == {"Poland": 1, "Lithuania": 1}
        assert [outline.title for outline in then.article_outlines()] == ["A visit"]
        assert len(then.versions("a1")) == 1
        assert then.count(EventFilter(party="POL", contains="visited")) == 1
        assert then.counts().articles == 1
        assert [tally.values for tally in then.tallies(("publisher",))] == [("Baltic Wire",)]
        assert [(found.publisher, found.articles) for found in then.coverage()] == [("Baltic Wire", 1)]
        assert then.states_told(["state:POL"]) == {"state:POL": "POL"}


def test_an_earlier_moment_has_the_judgements_of_then(store: Store) -> None:
    first, second = a_judgement("e1", "e2", score=0.8), a_judgement("e1", "e2", "unsure", score=0.6)
    before = now()
    with store.writer() as writer:
        writer.add_judgements([first])
    joined = now()
    with store.writer() as writer:
        writer.add_judgements([second, a_judgement("e2", "e3")])
    unsure = now()
    with store.writer() as writer:
        writer.remove_judgements([second])
    with store.view() as view:
        assert view.at(before).judgements() == []
        assert view.at(joined).judgements() == [first]
        assert view.at(unsure).judgements() == [second, a_judgement("e2", "e3")]
        assert view.at(unsure).judgements(of=["e3"]) == [a_judgement("e2", "e3")]
        assert view.at(now()).judgements() == view.judgements() == [a_judgement("e2", "e3")]


def test_an_earlier_moment_has_the_decisions_and_runs_of_then(store: Store) -> None:
    with store.writer() as writer:
        writer.start_run(SETTINGS, NOW)
        writer.start_run(SETTINGS, NOW + timedelta(days=1))
        writer.add_decisions([a_decision(made=NOW), a_decision(made=NOW + timedelta(days=1))])
    with store.view() as view:
        assert [decision.made for decision in view.at(NOW).decisions()] == [NOW]
        assert [run.id for run in view.at(NOW).runs()] == [1]
        assert view.at(NOW - timedelta(seconds=1)).decisions() == []


def test_a_run_that_went_on_at_an_earlier_moment_had_no_end_then(store: Store) -> None:
    started = now()
    with store.writer() as writer:
        run = writer.start_run(SETTINGS, started)
    between = now()
    with store.writer() as writer:
        writer.finish_run(run, now(), {"read": 1})
    with store.view() as view:
        [then] = view.at(between).runs()
        assert (then.finished, then.summary) == (None, {})


def test_the_last_change_is_of_any_kind_and_of_its_moment(store: Store) -> None:
    moments = [now()]
    write(store, a_coded_article())
    moments.append(now())
    with store.writer() as writer:
        writer.add_judgements([a_judgement("e1", "e2")])
    moments.append(now())
    with store.writer() as writer:
        writer.remove_judgements([a_judgement("e1", "e2")])
    moments.append(now())
    with store.writer() as writer:
        writer.add_decisions([a_decision(made=now())])
    moments.append(now())
    with store.view() as view:
        changes = [view.at(moment).last_change() for moment in moments]
        assert view.last_change() == changes[-1]
        assert [view.at(change).last_change() for change in changes if change] == changes
    for change, before, after in zip(changes[1:], moments, moments[1:], strict=False):
        assert change
        assert before <= change <= after


def test_an_empty_store_never_changed(store: Store) -> None:
    with store.view() as view:
        assert view.last_change() is None
