"""Filters applied to columns let through what the store lets through; counts of a part are those of its clusters."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import DAY, a_date, a_judgement, an_article, an_event
from stores import a_register

from regesta.model.article import Article
from regesta.query.clusters.worked_out import MOST_FILTERS, WorkedOut
from regesta.query.counts.counts import count_by, entry_values
from regesta.query.counts.timeline import timeline
from regesta.query.register import Register
from regesta.store.filters import EVERY_EVENT, EventFilter, EventKind

TYPES = ("CONSULT", "THREATEN", "AID")
STATUSES = ("happened", "planned", "denied")
FILTERS = (
    EventFilter(),
    EventFilter(type="CONSULT"),
    EventFilter(type="CONSULT", mode="visit"),
    EventFilter(mode="visit"),
    EventFilter(status="planned"),
    EventFilter(quad=1),
    EventFilter(publisher="Outlet 1"),
    EventFilter(publisher="nobody"),
    EventFilter(min_confidence=0.55),
    EventFilter(since=DAY + timedelta(days=2)),
    EventFilter(until=DAY + timedelta(days=2)),
    EventFilter(since=DAY, until=DAY + timedelta(days=1), type="CONSULT"),
    EventFilter(published_since=DAY + timedelta(days=3)),
    EventFilter(published_until=DAY + timedelta(days=3), status="happened"),
    EventFilter(kinds=(EventKind(type="AID"), EventKind(type="CONSULT", mode="visit"))),
    EventFilter(kinds=(EventKind(cameo="042"), EventKind(type="AID"))),
    EventFilter(party="POL"),
    EventFilter(contains="minister", type="AID"),
)


def told(number: int) -> Article:
    """An article with one event; no two are alike, some lack a date or a day of publication."""
    published = None if number % 7 == 3 else DAY + timedelta(days=number % 6)
    base = an_article(id=f"a{number}", published=published)
    base = replace(base, source=replace(base.source, publisher=f"Outlet {number % 4}" if number % 4 else None))
    event = an_event(
        base,
        type=TYPES[number % 3],
        mode="visit" if number % 3 == 0 and number % 2 else None,
        status=STATUSES[number % 5 % 3],
        quad=1 + number % 4,
        confidence=0.4 + number % 5 / 10,
        intensity=float(number % 9 - 4),
        date=None if number % 6 == 5 else a_date(DAY + timedelta(days=number % 5), 1 + number % 3),
    )
    return replace(base, events=(event,))


@pytest.fixture(scope="module")
def register() -> Iterator[Register]:
    """Twenty-four events, every second joined to the next but one."""
    articles = [told(number) for number in range(24)]
    events = [article.events[0] for article in articles]
    with a_register(articles, [a_judgement(events[n], events[n + 2]) for n in range(0, 20, 4)]) as opened:
        yield opened


def slowly(register: Register, wanted: EventFilter) -> dict[str, set[str]]:
    """The events that the store lets through, by cluster."""
    found: dict[str, set[str]] = {}
    for event_id in register.view.event_ids(wanted):
        cluster = register.clusters.of(event_id)
        assert cluster
        found.setdefault(cluster.id, set()).add(event_id)
    return found


@pytest.mark.parametrize("wanted", FILTERS)
def test_columns_let_through_what_the_store_does(register: Register, wanted: EventFilter) -> None:
    matched = register.matching(wanted)
    assert {c.id: {event.id for event in c.members} for c in matched} == slowly(register, wanted)
    assert len(matched) == len(list(matched)) == register.count(wanted)
    assert all(c.support == register.columns.clusters[at].support for c, at in zip(matched.partial, matched.partial_at))  # noqa: B905


@pytest.mark.parametrize("wanted", FILTERS)
@pytest.mark.parametrize("dimension", ["type", "status", "state", "year", "publisher", "dyad", "mode"])
def test_counts_of_a_part_are_those_of_its_clusters(register: Register, wanted: EventFilter, dimension: str) -> None:
    clusters = list(register.matching(wanted))
    expected = Counter(value for cluster in clusters for value in entry_values(cluster, dimension))  # type: ignore[arg-type]
    assert {c.value: c.entries for c in count_by(register, dimension, wanted) if c.entries} == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("wanted", FILTERS)
def test_the_course_of_a_part_is_that_of_its_clusters(register: Register, wanted: EventFilter) -> None:
    dated = [cluster.best for cluster in register.matching(wanted) if cluster.best.start]
    for period in timeline(register, wanted, "day"):
        inside = [event for event in dated if event.start == period.start]
        assert period.entries == len(inside) == sum(period.by_quad)
        assert period.by_quad == tuple(sum(event.quad == quad for event in inside) for quad in (1, 2, 3, 4))
        if inside:
            assert period.intensity == pytest.approx(sum(event.intensity for event in inside) / len(inside))
    assert sum(period.entries for period in timeline(register, wanted, "year")) == len(dated)


@pytest.mark.parametrize("sort", ["newest", "oldest", "support", "confidence", "reported"])
def test_a_cut_list_is_the_beginning_of_the_whole_one(register: Register, sort: str) -> None:
    for wanted in (EVERY_EVENT, EventFilter(type="CONSULT")):
        whole = register.ids(wanted, sort)  # type: ignore[arg-type]
        assert len(whole) == len(set(whole)) == register.count(wanted)
        for start, length in ((0, 3), (2, 5), (len(whole) - 1, 9), (len(whole), 2), (0, 0)):
            cut = replace(wanted, offset=start, limit=length)
            assert register.ids(cut, sort) == whole[start : start + length]  # type: ignore[arg-type]


def test_entries_without_a_day_stand_last(register: Register) -> None:
    days = [
        entry.best.date.interval.start if entry.best.date else date.max for entry in register.entries(sort="oldest")
    ]
    assert days == sorted(days)
    assert date.max in days


def test_an_empty_register_has_empty_columns() -> None:
    with a_register([]) as empty:
        assert (list(empty.matching()), list(empty.matching(EventFilter(type="AID"))), timeline(empty)) == ([], [], [])
        assert empty.entries(EventFilter(limit=3)) == count_by(empty, "type") == []


def test_what_was_worked_out_for_filters_is_let_go_those_of_all_events_never() -> None:
    kept = WorkedOut()
    assert kept.get((EVERY_EVENT, "x"), lambda: 1) == kept.get((EVERY_EVENT, "x"), lambda: 2) == 1
    for number in range(MOST_FILTERS + 5):
        kept.get((EventFilter(limit=number + 1), "x"), lambda: number)  # noqa: B023 - called at once
    assert len(kept.of_some) == MOST_FILTERS
    assert kept.get((EventFilter(limit=1), "x"), lambda: "anew") == "anew"
    assert kept.get((EVERY_EVENT, "x"), lambda: 2) == 1
