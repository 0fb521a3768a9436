"""A register brought up to date after each change is the register that is read anew, in every kind of store."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from builders import DAY, a_correction, a_date, a_decision, a_judgement, an_article, an_event
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stores import SETTINGS, an_address, write

from regesta import plugins
from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.query.clusters.clusters import Clusters, read_clusters
from regesta.query.clusters.refreshed import refreshed
from regesta.query.counts.counts import count_by
from regesta.query.counts.timeline import timeline
from regesta.query.register import SORTS, Register
from regesta.store.filters import EventFilter, EventKind
from regesta.store.store import Store, open_store
from regesta.store.view import View

ARTICLES = 6
TRIGGERS = ("visited", "talking")
TYPES = ("CONSULT", "THREATEN", "AID")
FILTERS = (
    EventFilter(),
    EventFilter(type="AID"),
    EventFilter(min_confidence=0.6),
    EventFilter(since=DAY + timedelta(days=2)),
    EventFilter(published_until=DAY + timedelta(days=3)),
    EventFilter(min_support=2),
    EventFilter(differing=("type", "killed")),
    EventFilter(min_killed=5),
    EventFilter(party="Poland"),
    EventFilter(dyad=("POL", "LTU"), min_confidence=0.6),
    EventFilter(contains="talking"),
    EventFilter(context="diplomatic", type="AID"),
    EventFilter(kinds=(EventKind(cameo="04"), EventKind(type="THREATEN")), actor="POL"),
)
EVENTS = st.tuples(st.integers(0, ARTICLES - 1), st.sampled_from(TRIGGERS))
PAIRS = st.tuples(EVENTS, EVENTS).filter(lambda pair: pair[0] != pair[1])
VERDICTS = st.sampled_from(("same", "same", "unsure", "different"))
AUTHORS = st.sampled_from(("dedupe@0.1.0", "dedupe@0.1.0", "dedupe@0.2.0", "Bob"))
STEPS = st.one_of(
    st.tuples(st.just("article"), st.integers(0, ARTICLES - 1), st.integers(0, 3)),
    st.tuples(st.just("judge"), PAIRS, VERDICTS, AUTHORS, st.sampled_from((0.55, 0.7, 0.9))),
    st.tuples(st.just("judge"), PAIRS, VERDICTS, AUTHORS, st.sampled_from((0.55, 0.7, 0.9))),
    st.tuples(st.just("forget"), PAIRS, AUTHORS),
    st.tuples(st.just("decide"), st.sampled_from(("confirm", "reject")), EVENTS),
    st.tuples(st.just("pair"), st.sampled_from(("same", "different")), PAIRS),
    st.tuples(st.just("correct"), EVENTS, st.sampled_from(TYPES)),
    st.tuples(st.just("undo"), st.integers(0, 5)),
)


def told(number: int, variant: int) -> Article:
    """An article that tells two events, or one; which, and what of them, depends on the version."""
    base = an_article(id=f"a{number}", published=None if variant == 3 else DAY + timedelta(days=(number + variant) % 5))
    events = [
        an_event(
            base,
            trigger,
            confidence=0.4 + (number + variant) % 5 / 10,
            status=("happened", "planned")[(number + variant) % 2],
            date=a_date(DAY + timedelta(days=(number + variant) % 4)) if variant != 1 else None,
        )
        for trigger in TRIGGERS[: 1 if variant == 2 else 2]
    ]
    return replace(base, events=tuple(events))


def id_of(event: tuple[int, str]) -> str:
    """The id of an event, the same in every version of its article."""
    number, trigger = event
    return next(e.id for e in told(number, 0).events if e.trigger_text == trigger)


def take(store: Store, step: tuple[Any, ...], log: list[Decision], moment: datetime) -> None:
    """Change a store."""
    what, *given_ = step
    if what == "article":
        number, variant = given_
        write(store, told(number, variant), settings=replace(SETTINGS, config_hash=f"variant {variant}"))
        return
    with store.writer() as writer:
        if what == "judge":
            (left, right), verdict, author, score = given_
            judgement = a_judgement(id_of(left), id_of(right), verdict, author=author, score=score)
            writer.add_judgements([judgement])
        elif what == "forget":
            (left, right), author = given_
            writer.remove_judgements([a_judgement(id_of(left), id_of(right), author=author)])
        else:
            log.append(decision_of(what, given_, log, moment))
            writer.add_decisions(log[-1:])


def decision_of(what: str, said: list[Any], log: list[Decision], moment: datetime) -> Decision:
    """The decision that a step takes."""
    if what == "decide":
        return a_decision(said[0], id_of(said[1]), made=moment)
    if what == "pair":
        left, right = said[1]
        return a_decision(said[0], id_of(left), other=id_of(right), made=moment)
    if what == "correct" or not log:
        event, value = said if what == "correct" else ((0, TRIGGERS[0]), TYPES[1])
        return a_decision("correct", id_of(event), correction=a_correction("type", value), made=moment)
    undone = log[said[0] % len(log)]
    return replace(a_decision("undo", "", made=moment), undoes=undone.id)


def content(clusters: Clusters) -> Any:
    """All that clusters say."""
    return (
        clusters.revision,
        clusters.moment,
        dict(clusters.outlines),
        dict(clusters.joined),
        dict(clusters.cluster_of),
        dict(clusters.joins),
        clusters.decided,
    )


def answers(view: View, clusters: Clusters) -> Any:
    """What is read of the columns of clusters."""
    register = Register(view, clusters)
    lists = [(register.ids(wanted, sort), register.count(wanted)) for wanted in FILTERS for sort in SORTS]
    counts = [count_by(register, by, wanted) for by in ("type", "day", "publisher", "state") for wanted in FILTERS]
    return lists, counts, [timeline(register, wanted) for wanted in FILTERS]


def let_through(register: Register, wanted: EventFilter) -> tuple[set[str], set[str]]:
    """The events that a filter lets through, as columns and keys say, and as the store says."""
    found = {member.id for cluster in register.matching(wanted) for member in cluster.members}
    return found, set(register.event_ids(wanted))


@pytest.fixture(params=plugins.names("stores"))
def addresses(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Gives the kind of a store, and folders for as many as are wanted."""
    numbers = count()

    def make() -> Any:
        folder = tmp_path / str(next(numbers))
        folder.mkdir()
        return an_address(request.param, request, folder)

    return make


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.lists(STEPS, min_size=1, max_size=3), min_size=1, max_size=10))
def test_it_is_what_is_read_anew_after_every_change(addresses: Any, steps: list[list[tuple[Any, ...]]]) -> None:
    log: list[Decision] = []
    with addresses() as address, open_store(address) as store:
        write(store, *(told(number, 0) for number in range(ARTICLES)))
        with store.view() as view:
            kept = read_clusters(view)
            answers(view, kept)
        for number, together in enumerate(steps):
            for at, step in enumerate(together):
                take(store, step, log, datetime(2023, 2, 1, number, at, tzinfo=UTC))
            with store.view() as view:
                anew, kept = read_clusters(view), refreshed(view, kept)
                assert content(kept) == content(anew)
                assert answers(view, kept) == answers(view, anew)
                for wanted in (f for f in FILTERS if f.min_support == 1 and not f.differing):
                    by_columns, by_store = let_through(Register(view, kept), wanted)
                    assert by_columns == by_store
                assert view.changes(kept.moment or datetime.now(UTC)).articles == frozenset()


def test_nothing_is_worked_out_where_nothing_changed(addresses: Any) -> None:
    with addresses() as address, open_store(address) as store:
        write(store, told(1, 0))
        with store.view() as view:
            kept = read_clusters(view)
            assert refreshed(view, kept) is kept
