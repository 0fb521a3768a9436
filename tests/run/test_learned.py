"""What a run knows when it starts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

import pytest
from stores import NOW, SETTINGS

from regesta.model.annotation import Mention
from regesta.model.article import Article, Source
from regesta.model.entity import Actor
from regesta.model.span import Span
from regesta.resolve.persons.knowledge import Knowledge, pack
from regesta.run.config import Config
from regesta.run.ingest import ingest
from regesta.run.learned import learned_before
from regesta.run.pipeline import Pipeline
from regesta.store.store import Store, open_store

DAY = date(2022, 12, 19)


@dataclass(frozen=True)
class Namer:
    """Takes the text of an article for the name of a Czech president, and for an event's place nothing."""

    name: ClassVar[str] = "namer"
    requires: ClassVar[frozenset[str]] = frozenset()
    assigns: ClassVar[frozenset[str]] = frozenset({"mentions"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            span = Span(0, len(article.text))
            actor = Actor(name=article.text, iso3="CZE", sector="GOV", office="President", basis="demonym")
            mention = Mention(span=span, head=0, form="name", kind="actor", label="PERSON", actor=actor)
            yield replace(article, mentions=(mention,))


@dataclass(frozen=True, kw_only=True)
class Naming(Config):
    """Settings that code with the namer, and note what each run knew."""

    def pipeline(self, *, strict: bool = False, learned: Knowledge | None = None) -> Pipeline:
        return Pipeline((Namer(),), strict)


def an_article(id: str, person: str = "Jan Novotal", day: date = DAY) -> Article:
    return Article(id=id, text=person, source=Source(published=day))


def run(store: Store, *articles: Article) -> None:
    ingest(articles, store, Naming(), lambda report: None)


def known(store: Store, before: int | None = None) -> list[tuple[str, int]]:
    with store.view() as view:
        return [(h.person, h.support) for h in learned_before(view, before).offices]


def test_a_run_teaches_the_next_one_not_itself() -> None:
    store = open_store("memory:")
    assert known(store) == []
    run(store, an_article("a1"), an_article("a2"))
    assert known(store) == [("Jan Novotal", 2)]
    assert known(store, before=1) == []
    run(store, an_article("a3"))
    assert known(store, before=2) == [("Jan Novotal", 2)]
    assert known(store) == [("Jan Novotal", 3)]


def test_what_is_learned_names_the_register_and_the_run() -> None:
    store = open_store("memory:")
    run(store, an_article("a1"))
    with store.view() as view:
        [holding] = learned_before(view).offices
    assert (holding.source, holding.run, holding.citation) == ("register", 1, "a1:0-11")


def test_a_killed_run_teaches_only_with_the_run_that_finishes_its_work() -> None:
    store = open_store("memory:")
    run(store, an_article("a1"))
    with store.writer() as writer:
        killed = writer.start_run(SETTINGS, NOW)
        writer.add_article(killed, an_article("a2"))
    assert known(store) == [("Jan Novotal", 1)]
    run(store, an_article("a2"), an_article("a3"))
    assert known(store) == [("Jan Novotal", 3)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_articles_changes_nothing_that_is_learned(order: tuple[int, ...]) -> None:
    articles = [an_article("a1"), an_article("a2", "Ana Orhan"), an_article("a3", "Jan Novotál", date(2022, 1, 1))]
    expected, store = open_store("memory:"), open_store("memory:")
    run(expected, *articles)
    run(store, *(articles[i] for i in order))
    with expected.view() as one, store.view() as other:
        assert pack(learned_before(one)) == pack(learned_before(other))
