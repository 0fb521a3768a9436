"""Counting inside the store: one suite for every registered store."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from builders import DAY, an_article, an_event
from stores import write

from regesta.model.article import Article
from regesta.store.filters import ArticleFilter, EventFilter, StatementFilter
from regesta.store.store import Store
from regesta.store.tallies import ArticlesOnDay, Facet, Tally, tally_outlines
from regesta.store.view import View

TEXT = "Poland visited Lithuania and Latvia in Riga. Sweden visited Latvia."
FACETS: tuple[Facet, ...] = (
    "start", "end", "type", "mode", "quad", "status", "publisher", "place", "actors", "recipients",
)  # fmt: skip


def some_articles() -> list[Article]:
    """Articles whose events share some values and differ in others."""
    made = []
    for number, changes in enumerate(
        [
            {},
            {"place": "Riga"},
            {"day": None, "actor": None, "mode": None},
            {"day": date(2023, 1, 2), "type": "AID", "quad": 2, "intensity": -3.5, "recipient": "Latvia"},
        ]
    ):
        publisher = (None, "One", "One", "Two")[number]
        published = None if number == 3 else DAY
        article = an_article(TEXT, id=f"a{number}", publisher=publisher, published=published)
        other = an_event(article, "visited Latvia", actor="Sweden", recipient="Latvia")
        made.append(replace(article, events=(an_event(article, **changes), other)))
    return made


def told(view: View, by: tuple[Facet, ...], wanted: EventFilter) -> Counter[tuple[object, ...]]:
    """Tallies of a store, those with the same values added up."""
    found: Counter[tuple[object, ...]] = Counter()
    for tally in view.tallies(by, wanted):
        found[tally.values] += tally.events
    return found


@pytest.mark.parametrize("by", [(), *((facet,) for facet in FACETS), *combinations(FACETS[:4], 2), FACETS])
@pytest.mark.parametrize("wanted", [EventFilter(), EventFilter(party="LVA"), EventFilter(type="ASSAULT")], ids=str)
def test_events_are_tallied_as_their_outlines_are(store: Store, by: tuple[Facet, ...], wanted: EventFilter) -> None:
    write(store, *some_articles())
    with store.view() as view:
        expected = {tally.values: tally.events for tally in tally_outlines(view.outlines(wanted), by)}
        assert told(view, by, wanted) == expected


def test_intensities_are_summed(store: Store) -> None:
    write(store, *some_articles())
    with store.view() as view:
        found = {tally.values: tally for tally in view.tallies(("type",))}
    assert found[("AID",)] == Tally(("AID",), 1, -3.5)
    assert found[("CONSULT",)].intensity == pytest.approx(7 * 2.1)


def test_articles_are_counted_by_day_and_publisher(store: Store) -> None:
    write(store, *some_articles())
    with store.view() as view:
        assert sorted(view.coverage(), key=str) == sorted(
            [ArticlesOnDay(DAY, None, 1), ArticlesOnDay(DAY, "One", 2), ArticlesOnDay(None, "Two", 1)], key=str
        )
        assert list(view.coverage(ArticleFilter(publisher="Two"))) == [ArticlesOnDay(None, "Two", 1)]
        assert list(view.coverage(ArticleFilter(since=date(2022, 12, 20)))) == []


def test_statements_are_counted_by_the_day_of_their_article(store: Store) -> None:
    write(store, *some_articles())
    with store.view() as view:
        days = [report.source.day for report in view.statements()]
        assert view.statement_days() == Counter(filter(None, days))
        assert view.statement_days(StatementFilter(since=date(2100, 1, 1))) == {}


def test_replaced_versions_are_counted_only_when_asked_for(store: Store) -> None:
    write(store, *some_articles(), an_article("Poland closed its border.", id="a0", publisher=None))
    with store.view() as view:
        assert sum(tally.events for tally in view.tallies(("type",))) == 6
        assert sum(tally.events for tally in view.tallies(("type",), EventFilter(every_version=True))) == 8
        assert sum(row.articles for row in view.coverage()) == 4
        assert sum(row.articles for row in view.coverage(ArticleFilter(every_version=True))) == 5


def test_an_empty_store_has_no_tallies(store: Store) -> None:
    with store.view() as view:
        assert list(view.tallies(())) == []
        assert list(view.tallies(("type",))) == []
        assert list(view.coverage()) == []
