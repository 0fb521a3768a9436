"""Moments of transactions: in order whatever the clock says; and until when events have been judged."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from builders import a_coded_article, a_judgement, an_article
from stores import SETTINGS

from regesta.model.article import Article
from regesta.store import moments
from regesta.store.filters import ArticleFilter, EventFilter, StatementFilter
from regesta.store.store import Store

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Clock:
    """Stands in for `datetime` where moments are made."""

    said = NOON

    @classmethod
    def now(cls, zone: object) -> datetime:
        return cls.said


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    """A clock that says what the test has it say."""
    monkeypatch.setattr(Clock, "said", NOON)
    monkeypatch.setattr(moments, "datetime", Clock)
    return Clock


def written(store: Store, *articles: Article) -> datetime:
    """Store articles; return the moment of the transaction."""
    with store.writer() as writer:
        run = writer.start_run(SETTINGS, writer.now)
        for article in articles:
            writer.add_article(run, article)
        return writer.now


def ids(articles: Iterable[Article]) -> list[str]:
    return [article.id for article in articles]


def test_a_transaction_has_the_moment_that_the_clock_says(store: Store, clock: type[Clock]) -> None:
    assert written(store, a_coded_article()) == NOON
    clock.said = NOON + HOUR
    assert written(store) == NOON + HOUR
    with store.view() as view:
        assert (view.state.moment, view.state.revision) == (NOON + HOUR, view.revision)


def test_moments_go_on_when_the_clock_is_set_back(store: Store, clock: type[Clock]) -> None:
    first = written(store, a_coded_article(id="a1"))
    clock.said = NOON - HOUR
    second = written(store, a_coded_article(id="a2"))
    third = written(store, a_coded_article(id="a3"))
    assert first < second < third < NOON + HOUR
    with store.view() as view:
        assert [ids(view.at(moment).articles()) for moment in (NOON - HOUR, first, second)] == [
            [],
            ["a1"],
            ["a1", "a2"],
        ]
        assert ids(view.articles(ArticleFilter(stored_after=first))) == ["a2", "a3"]
        assert view.article_ids(ArticleFilter(stored_after=first)) == ["a2", "a3"]


def test_events_and_statements_are_found_by_when_their_articles_were_stored(store: Store) -> None:
    first = written(store, a_coded_article(id="a1"))
    later = a_coded_article(id="a2")
    second = written(store, later)
    with store.view() as view:
        assert view.event_ids(EventFilter(stored_after=first)) == [event.id for event in later.events]
        assert view.statement_ids(StatementFilter(stored_after=first)) == [said.id for said in later.statements]
        assert view.count(EventFilter(stored_after=second)) == view.count(StatementFilter(stored_after=second)) == 0


def test_parties_are_counted_in_the_versions_of_a_moment(store: Store) -> None:
    first = written(store, a_coded_article(id="a1"))
    second = written(store, a_coded_article(id="a2"), a_coded_article(id="a1", title="Corrected"))
    third = written(store, an_article("Poland closed its border.", id="a2"))
    with store.view() as view:
        seen = (view.at(first - HOUR), view.at(first), view.at(second), view.at(third), view)
        counts = [[(a.name, a.events) for a in at.actors("POL")] for at in seen]
        told = [at.states_told(["state:POL"]) for at in seen]
    assert counts == [[], [("Poland", 1)], [("Poland", 2)], [("Poland", 1)], [("Poland", 1)]]
    assert told == [{}, *[{"state:POL": "POL"}] * 4]


def test_a_judgement_that_gave_way_after_the_clock_was_set_back_still_stood_before(
    store: Store, clock: type[Clock]
) -> None:
    joined, unsure = a_judgement("e1", "e2"), a_judgement("e1", "e2", "unsure")
    with store.writer() as writer:
        writer.add_judgements([joined])
        first = writer.now
    clock.said = NOON - HOUR
    with store.writer() as writer:
        writer.add_judgements([unsure])
    with store.view() as view:
        assert view.at(first).judgements() == [joined]
        assert view.judgements() == [unsure]


def test_a_transaction_that_fails_leaves_the_moment_as_it_was(store: Store, clock: type[Clock]) -> None:
    first = written(store)
    with pytest.raises(KeyboardInterrupt), store.writer():
        raise KeyboardInterrupt
    with store.view() as view:
        assert view.state.moment == first


def test_only_who_knows_until_when_events_were_judged_moves_it_on(store: Store) -> None:
    moment = written(store, a_coded_article())
    with store.writer() as writer:
        assert writer.note_judged(None, moment)
    with store.writer() as writer:
        assert not writer.note_judged(None, writer.now)
        assert not writer.note_judged(moment - HOUR, writer.now)
    with store.view() as view:
        assert view.state.judged == moment
        assert ids(view.articles(ArticleFilter(stored_after=moment))) == []
    with store.writer() as writer:
        assert writer.note_judged(moment, writer.now)
