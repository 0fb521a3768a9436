from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from builders import DAY, a_judgement, an_actor
from stand_in import a_report, coded
from stores import NOW, SETTINGS

from regesta.dedupe.block import blocks_of
from regesta.model.annotation import DateInterval
from regesta.model.article import Article
from regesta.model.event import EventDate
from regesta.model.judgement import Judgement
from regesta.run import judge
from regesta.run.judge import compared_as
from regesta.run.judge_fresh import judge_fresh
from regesta.run.kept import Kept
from regesta.run.person_states import PersonStates
from regesta.run.report import RunReport
from regesta.store.filters import EventFilter
from regesta.store.store import Store, open_store


def on_day(article: Article, days: int) -> Article:
    """The article with the visit on a day that the text itself tells, so many days after `DAY`."""
    date = EventDate(interval=DateInterval(DAY + timedelta(days), DAY + timedelta(days + 1), "day"), basis="expression")
    return replace(article, events=tuple(replace(event, date=date) for event in article.events))


def stored(store: Store, articles: Iterable[Article], *, finished: bool = False) -> None:
    """Store coded articles with their blocks in one run; finished, their events count as judged."""
    with store.view() as view:
        since = view.state.judged
    with store.writer() as writer:
        run = writer.start_run(SETTINGS, NOW)
        for article in articles:
            writer.add_article(run, article)
            writer.set_blocks(blocks_of(article))
        if finished:
            assert writer.note_judged(since, writer.now)


def judged(store: Store) -> RunReport:
    report = RunReport()
    judge_fresh(store, report)
    return report


def judgements(store: Store) -> list[Judgement]:
    with store.view() as view:
        return view.judgements()


def article_of(judgement: Judgement, store: Store) -> list[str]:
    with store.view() as view:
        reports = [view.report(event_id) for event_id in (judgement.left, judgement.right)]
    return sorted(report.event.article_id for report in reports if report)


A1, A2 = (coded(a_report(id)) for id in ("a1", "a2"))
B1 = coded(a_report("b1", "Sweden", "Latvia", published=DAY + timedelta(days=60)))
LATER = coded(a_report("a9", published=DAY + timedelta(days=2)))


def test_tellings_of_one_happening_are_joined_and_others_are_not_compared() -> None:
    store = open_store("memory:")
    stored(store, [A1, A2, B1])
    report = judged(store)
    [found] = judgements(store)
    assert (found.verdict, article_of(found, store)) == ("same", ["a1", "a2"])
    assert (report.compared, report.same, report.unsure) == (1, 1, 0)


def test_a_pair_that_shares_several_blocks_is_compared_once() -> None:
    store = open_store("memory:")
    stored(store, [A1, A2])
    with store.view() as view:
        assert len(list(view.blocks())) > 1
    assert judged(store).compared == 1


def test_events_of_one_article_are_never_compared() -> None:
    twice = replace(A1, events=(*A1.events, replace(A1.events[0], id="twin")))
    store = open_store("memory:")
    stored(store, [twice])
    with store.writer() as writer:
        writer.set_blocks({"twin": blocks_of(A1)[A1.events[0].id]})
    assert judged(store).compared == 0


def test_a_new_article_is_compared_with_those_of_finished_runs() -> None:
    store = open_store("memory:")
    stored(store, [A1], finished=True)
    stored(store, [A2])
    assert judged(store).same == 1


def test_only_pairs_with_an_event_that_was_not_judged_are_compared() -> None:
    store = open_store("memory:")
    stored(store, [A1, A2], finished=True)
    stored(store, [coded(a_report("a3")), B1])
    assert judged(store).compared == 2


def test_pairs_judged_different_are_not_stored() -> None:
    store = open_store("memory:")
    stored(store, [on_day(A1, 0), on_day(A2, 2)])
    report = judged(store)
    assert (report.compared, report.same + report.unsure, judgements(store)) == (1, 0, [])


def test_judging_again_changes_nothing_and_compares_nothing() -> None:
    """What runs that were killed had stored is taken up once, not by every run after them."""
    store = open_store("memory:")
    stored(store, [A1, A2, LATER])
    assert judged(store).compared == 3
    before = judgements(store)
    assert judged(store).compared == 0
    stored(store, [B1])
    assert judged(store).compared == 0
    assert judgements(store) == before


def test_a_run_that_was_overtaken_while_it_judged_judges_again(monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store("memory:")
    stored(store, [A1, A2])
    overtaken: list[RunReport] = []

    def overtake(*arguments: Any) -> Iterator[Judgement]:
        found = list(comparing(*arguments))
        if not overtaken:
            overtaken.append(RunReport())
            stored(store, [coded(a_report("a3"))])
            judge_fresh(store, overtaken[0])
        return iter(found)

    comparing = judge.judgements
    monkeypatch.setattr(judge, "judgements", overtake)
    stored(store, [B1])
    report = judged(store)
    assert (overtaken[0].compared, report.compared) == (3, 0)
    assert len(judgements(store)) == 3


@pytest.mark.parametrize("author", ["dedupe@0.0.1", "dedupe@0.1.0", "dedupe@9.9.9"])
@pytest.mark.parametrize("days", [2, 90])  # the new version shares a block with the other telling, or none
def test_a_new_version_of_an_article_parts_what_the_older_one_joined(author: str, days: int) -> None:
    store = open_store("memory:")
    stored(store, [on_day(A1, 0), on_day(A2, 0)], finished=True)
    with store.writer() as writer:
        writer.add_judgements([a_judgement(A1.events[0], A2.events[0], author=author)])
    stored(store, [replace(on_day(A2, days), title="Corrected")])
    judged(store)
    assert judgements(store) == []


def test_what_a_person_judged_stays() -> None:
    store = open_store("memory:")
    stored(store, [A1, A2])
    person = a_judgement(A1.events[0], A2.events[0], "different", author="ann")
    with store.writer() as writer:
        writer.add_judgements([person])
    judged(store)
    assert person in judgements(store)
    assert len(judgements(store)) == 2


def told_of(id: str, person: str, state: str | None) -> Article:
    """A visit to Lithuania by a person whose state the report tells or not."""
    article = coded(a_report(id))
    [event] = article.events
    actor = an_actor(person.title(), iso3=state, entity=f"person:{person.replace(' ', '-')}")
    return replace(article, events=(replace(event, roles=(replace(event.actors[0], actor=actor), *event.recipients)),))


@pytest.mark.parametrize(
    ("person", "states", "expected"),
    [
        ("ann nowak", {"a": "POL"}, "POL"),
        ("ann novak", {"a": "POL"}, "POL"),  # spelled nearly alike
        ("ann berg", {"a": "POL"}, None),
        ("ann nowak", {"a": "POL", "b": "POL", "c": "SWE"}, "POL"),
        ("ann nowak", {"a": "POL", "b": "SWE"}, None),
    ],
)
def test_a_person_is_compared_with_the_state_that_most_reports_tell(
    person: str, states: dict[str, str], expected: str | None
) -> None:
    store = open_store("memory:")
    bare = told_of("n", person, None)
    stored(store, [bare, *(told_of(id, "ann nowak", state) for id, state in states.items())])
    with store.view() as view:
        [report] = view.reports(EventFilter(article="n"))
        telling = compared_as(report, PersonStates(view, view.entities("person")), {}, Kept()).telling
    assert telling is not None
    actor = telling.event.actors[0].actor
    assert actor is not None
    assert actor.iso3 == expected
    assert report.event == bare.events[0]  # nothing stored is changed


def test_a_block_too_large_to_tell_anything_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "MAX_BLOCK_EVENTS", 2)
    store = open_store("memory:")
    stored(store, [A1, A2, coded(a_report("a3"))])
    assert judged(store).compared == 0


# Order of arrival


def with_person(article: Article, state: str | None) -> Article:
    """The article with the visit made by Ann Example, of a state or of none that it tells."""
    event = article.events[0]
    ann = an_actor("Ann Example", entity="person:ann-example", iso3=state, sector=None)
    roles = tuple(replace(role, actor=ann) if role.name == "actor" else role for role in event.roles)
    return replace(article, events=(replace(event, roles=roles),))


def in_runs(batches: Iterable[Iterable[Article]]) -> list[Judgement]:
    """What is judged when articles arrive in several runs."""
    store = open_store("memory:")
    for batch in batches:
        with store.writer() as writer:
            run = writer.start_run(SETTINGS, datetime.now(UTC))
        with store.writer() as writer:
            for article in batch:
                writer.add_article(run, article)
                writer.set_blocks(blocks_of(article))
        judged(store)
        with store.writer() as writer:
            writer.finish_run(run, datetime.now(UTC), {})
    return judgements(store)


def test_any_order_of_arrival_ends_in_the_same_judgements() -> None:
    """The third article tells whose person the first names; what the first was judged before gives way."""
    nameless, told = with_person(A1, None), with_person(LATER, "POL")
    articles = (nameless, A2, B1, told)
    together = in_runs([articles])
    assert together
    for order in permutations(articles):
        assert in_runs([[article] for article in order]) == together


def test_articles_that_tell_nothing_new_of_persons_leave_old_pairs_alone() -> None:
    store = open_store("memory:")
    stored(store, [A1, A2], finished=True)
    stored(store, [B1])
    assert judged(store).compared == 0
