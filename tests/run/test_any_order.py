"""Whatever the order in which articles arrive, and however they are shared out among runs, the register is the same."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from builders import DAY, an_actor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stand_in import a_report, coded
from stores import SETTINGS

from regesta.dedupe.block import blocks_of
from regesta.model.article import Article
from regesta.model.office import OfficeSeen
from regesta.query.register import open_register
from regesta.run import judge
from regesta.run.judge_fresh import judge_fresh
from regesta.run.kept import Kept
from regesta.run.report import RunReport
from regesta.store.store import Store, open_store

PERSONS = (None, "ann nowak", "ann novak", "anne nowak", "nowak", "jan kask", "yan kask")
HOSTS = ("Lithuania", "Latvia", "Estonia")


@st.composite
def reports(draw: st.DrawFn) -> list[Article]:
    """Articles on a few visits: by a state or by a person, whose state and office an article tells or not."""
    count = draw(st.integers(3, 7))
    return [article(draw, f"a{number}") for number in range(count)]


def article(draw: st.DrawFn, id: str) -> Article:
    """One article with one visit."""
    host = draw(st.sampled_from(HOSTS[:2]))
    day = DAY + timedelta(days=draw(st.integers(0, 3)))
    found = coded(a_report(id, "Poland", host, published=day))
    person = draw(st.sampled_from(PERSONS))
    if person is None:
        return found
    state = draw(st.sampled_from((None, None, "POL", "SWE")))
    actor = an_actor(person.title(), iso3=state, sector=None, entity=f"person:{person.replace(' ', '-')}")
    [event] = found.events
    roles = tuple(replace(role, actor=actor) if role.name == "actor" else role for role in event.roles)
    return replace(found, events=(replace(event, roles=roles),))


def offices(found: Article) -> list[OfficeSeen]:
    """What an article tells of the office of its person, if it tells a state."""
    actors = (role.actor for event in found.events for role in event.actors if role.actor)
    return [
        OfficeSeen(
            person=actor.name,
            office="Minister of Defence",
            iso3=actor.iso3,
            sector="GOV",
            day=found.source.day,
            article_id=found.id,
            span=found.events[0].actors[0].span,
        )
        for actor in actors
        if actor.iso3 and " " in actor.name and (actor.entity or "").startswith("person:")
    ]


def in_runs(batches: Iterable[Sequence[Article]], address: str = "memory:") -> Store:
    """A store that articles reached in several runs of a program that goes on."""
    store, kept = open_store(address), Kept()
    for batch in batches:
        with store.writer() as writer:
            run = writer.start_run(SETTINGS, datetime.now(UTC))
        with store.writer() as writer:
            for each in batch:
                writer.add_article(run, each)
                writer.set_offices(each.id, offices(each))
                writer.set_blocks(blocks_of(each))
        judge_fresh(store, RunReport(), kept)
        with store.writer() as writer:
            writer.finish_run(run, datetime.now(UTC), {})
    return store


def register_of(store: Store) -> dict[str, tuple[object, ...]]:
    """What readers see: each entry with its articles, what is shown, and why its reports were joined."""
    with store.view() as view:
        return {
            entry.id: (
                sorted(report.event.id for report in entry.reports),
                entry.best.id,
                sorted((j.pair, j.verdict, j.score, j.reasons) for j in entry.judgements),
            )
            for entry in open_register(view).entries()
        }


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_order_and_any_runs_give_the_same_register(data: st.DataObject) -> None:
    articles = data.draw(reports())
    shuffled = data.draw(st.permutations(articles))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(articles) - 1))))
    batches = [shuffled[start:end] for start, end in zip([0, *cuts], [*cuts, len(shuffled)], strict=True)]
    assert register_of(in_runs(batches)) == register_of(in_runs([articles]))


def test_a_block_that_grows_too_large_says_nothing_of_earlier_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "MAX_BLOCK_EVENTS", 3)
    articles = [coded(a_report(f"a{number}")) for number in range(5)]
    together = register_of(in_runs([articles]))
    assert register_of(in_runs([[each] for each in articles])) == together
    assert register_of(in_runs([articles[3:], articles[:3]])) == together
