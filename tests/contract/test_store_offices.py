"""What every store keeps of the offices that articles give to people."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import DAY, an_article
from stores import NOW, SETTINGS

from regesta.errors import StoreError
from regesta.model.office import OfficeSeen
from regesta.model.span import Span
from regesta.store.store import Store


def seen(article: str = "a1", person: str = "Jan Novotal", start: int = 0, run: int = 1) -> OfficeSeen:
    """A sighting of the Czech president."""
    return OfficeSeen(
        person=person, office="President", iso3="CZE", sector="GOV", day=DAY, article_id=article,
        span=Span(start, start + 11), run=run,
    )  # fmt: skip


def run_over(store: Store, *sightings: OfficeSeen, text: str = "", ended: bool = True) -> int:
    """Store the articles of sightings, with a text of this run, and their offices."""
    with store.writer() as writer:
        run = writer.start_run(SETTINGS, NOW)
        for article_id in dict.fromkeys(one.article_id for one in sightings):
            writer.add_article(run, an_article(f"Jan Novotal slept. {text}", id=article_id))
            writer.set_offices(article_id, [one for one in sightings if one.article_id == article_id])
        if ended:
            writer.finish_run(run, NOW, {})
    return run


def offices(store: Store, through_run: int | None = None) -> list[OfficeSeen]:
    with store.view() as view:
        return view.offices_seen(through_run)


def test_offices_come_back_as_they_were_written_in_order(store: Store) -> None:
    run_over(store, seen("a2"), seen("a1"), seen("a1", "Ana Orhan", 20))
    assert offices(store) == [seen("a1"), seen("a1", "Ana Orhan", 20), seen("a2")]


def test_day_and_run_are_those_of_the_article(store: Store) -> None:
    run_over(store, OfficeSeen(
        person="X Y", office="judge", iso3="CZE", sector=None, day=date(1999, 1, 1), article_id="a1", span=Span(0, 3),
        run=9,
    ))  # fmt: skip
    [found] = offices(store)
    assert (found.day, found.run, found.sector) == (DAY, 1, None)


def test_only_the_current_version_of_an_article_counts(store: Store) -> None:
    run_over(store, seen("a1"))
    run_over(store, seen("a1", "Ana Orhan", run=2), text="Corrected.")
    assert offices(store) == [seen("a1", "Ana Orhan", run=2)]


def test_the_past_is_seen_as_it_was_after_a_run(store: Store) -> None:
    first = run_over(store, seen("a1"))
    second = run_over(store, seen("a1", "Ana Orhan"), seen("b1"), text="Corrected.")
    assert offices(store, first) == [seen("a1")]
    assert offices(store, second) == [seen("a1", "Ana Orhan", run=2), seen("b1", run=2)]
    assert offices(store, 0) == []


def test_offices_are_found_by_article_as_they_are_and_were(store: Store) -> None:
    abroad = replace(seen("a2", "Ana Orhan"), iso3="LVA")
    run_over(store, seen("a1"), abroad)
    with store.view() as view:
        before = view.state.moment
        assert view.offices_seen(articles=["a2", "a3"]) == [abroad]
        assert view.offices_seen(articles=[]) == []
    assert before
    run_over(store, seen("a1", "Eva Novotal", run=2), text="Corrected.")
    with store.view() as view:
        assert view.offices_seen(articles=["a1"]) == [seen("a1", "Eva Novotal", run=2)]
        assert view.at(before).offices_seen(articles=["a1"]) == [seen("a1")]


def test_the_newest_run_is_found_and_the_newest_that_has_finished(store: Store) -> None:
    with store.view() as view:
        assert view.newest_run() is view.newest_run(finished=True) is None
    first = run_over(store, seen("a1"))
    second = run_over(store, seen("b1"), ended=False)
    with store.view() as view:
        assert (view.newest_run(), view.newest_run(finished=True)) == (second, first)
        assert view.newest_run(before=second) == first
        assert view.newest_run(finished=True, before=first) is None
        assert view.at(NOW - timedelta(seconds=1)).newest_run() is None


def test_a_change_tells_of_the_states_of_all_versions_of_its_articles(store: Store) -> None:
    run_over(store, seen("a1"), replace(seen("b1", "Ana Orhan"), iso3="LVA"))
    with store.view() as view:
        before = view.state.moment
    assert before
    run_over(store, replace(seen("a1", "Eva Novotal"), iso3="SVK"), text="Corrected.")
    with store.view() as view:
        assert view.changes(before).states == {"CZE", "SVK"}
        assert view.changes(view.state.moment or before).states == frozenset()


def test_setting_offices_again_replaces_them(store: Store) -> None:
    run_over(store, seen("a1"), seen("b1"))
    with store.writer() as writer:
        writer.set_offices("a1", [seen("a1", "Ana Orhan")])
    assert offices(store) == [seen("a1", "Ana Orhan"), seen("b1")]


def test_an_article_that_is_not_there_has_no_offices(store: Store) -> None:
    with (
        pytest.raises(StoreError, match="no article 'a1' in the store: add it before its offices"),
        store.writer() as w,
    ):
        w.set_offices("a1", [seen()])
