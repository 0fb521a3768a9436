"""Counts over time with coverage, on every registered store."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from builders import a_correction, a_count, a_date, a_decision, a_judgement, an_article, an_event
from stores import write

from regesta.model.article import Article
from regesta.query.count_options import remark
from regesta.query.counts.count_table import CountQuery, Counts, LeftOut, Unit, count_table, label
from regesta.store.filters import EventFilter
from regesta.store.store import Store

TEXT = "Poland visited Lithuania and Latvia."
VISIT = date(2022, 12, 19)


def an_account(number: int, published: date | None, **changes: Any) -> Article:
    """An article with one event."""
    base = an_article(TEXT, id=f"a{number}", publisher=f"Outlet {number % 2}", published=published)
    days = changes.pop("days", 1)
    event = an_event(base, **changes)
    if event.date and days > 1:
        event = replace(event, date=a_date(event.date.interval.start, days))
    return replace(base, events=(event,))


def fill(store: Store) -> None:
    """Two tellings of a visit, aid a fortnight later, an undated and a vague event; nothing read in between."""
    articles = [
        an_account(0, date(2022, 12, 20), day=VISIT),
        an_account(1, date(2022, 12, 20), day=VISIT, intensity=2.3),
        an_account(2, date(2023, 1, 3), day=date(2023, 1, 2), type="AID", mode=None, quad=2, recipient="Latvia"),
        an_account(3, date(2023, 1, 4), day=None),
        an_account(4, date(2023, 1, 4), day=date(2022, 1, 1), days=365),
        an_account(5, date(2023, 1, 4), day=date(1991, 8, 24)),
        an_account(6, None, day=VISIT, actor=None, recipient=None),
    ]
    write(store, *articles)
    first, second = articles[0].events[0], articles[1].events[0]
    with store.writer() as writer:
        writer.add_judgements([a_judgement(first, second)])


def counted(store: Store, **asked: Any) -> Counts:
    fill(store)
    wanted = EventFilter(**asked.pop("wanted", {}))
    with store.view() as view:
        counts = count_table(view, CountQuery(wanted=wanted, **asked))
        return replace(counts, table=replace(counts.table, rows=list(counts.table.rows)))


def column(counts: Counts, *names: str) -> list[Any]:
    rows = [tuple(row[counts.table.names.index(name)] for name in names) for row in counts.table.rows]
    return [row[0] for row in rows] if len(names) == 1 else rows


def test_silence_is_zero_and_no_news_is_null(store: Store) -> None:
    counts = counted(store, unit="events", step="day", wanted={"party": "POL"})
    found = dict(zip(column(counts, "period"), column(counts, "count", "articles"), strict=True))
    assert list(found) == [str(date(2022, 12, 20) + timedelta(days=n)) for n in range(16)]
    assert found["2022-12-20"] == (0, 2)  # articles were read, none tells of that day
    assert found["2022-12-21"] == (None, 0)  # nothing was read
    assert found["2023-01-02"] == (1, 0)  # told by a later article
    assert found["2023-01-03"] == (0, 1)


def test_weeks_are_iso_weeks_across_the_year(store: Store) -> None:
    counts = counted(store, unit="events", step="week", wanted={"since": date(2022, 12, 19), "until": date(2023, 1, 9)})
    assert column(counts, "period", "count", "articles") == [
        ("2022-W51", 3, 2),
        ("2022-W52", None, 0),
        ("2023-W01", 1, 4),
    ]
    assert column(counts, "start", "end")[1] == (date(2022, 12, 26), date(2023, 1, 1))
    assert [label(date(day, 12, 31), "day")[:4] for day in (2021, 2022)] == ["2021", "2022"]
    assert label(date(2021, 1, 1) - timedelta(days=4), "week") == "2020-W53"


def test_entries_count_a_happening_once_and_events_every_report(store: Store) -> None:
    asked = {"by": ("dyad",), "step": "month", "zeros": False, "wanted": {"since": date(2022, 12, 1)}}
    assert column(counted(store, unit="entries", **asked), "period", "dyad", "unit", "count") == [
        ("2022-12", "LTU-POL", "entries", 1),
        ("2023-01", "LVA-POL", "entries", 1),
    ]


def test_events_count_every_report(store: Store) -> None:
    counts = counted(store, unit="events", by=("dyad",), step="month", zeros=False, wanted={"since": date(2022, 12, 1)})
    assert column(counts, "dyad", "unit", "count", "intensity_sum") == [
        ("LTU-POL", "events", 2, 4.4),
        ("LVA-POL", "events", 1, 2.1),
    ]


def test_what_has_no_place_in_the_table_is_told(store: Store) -> None:
    assert counted(store, unit="events", by=("state",), step="month").left_out == LeftOut(1, 1, 1, 1)


def test_what_has_no_state_is_told(store: Store) -> None:
    counts = counted(store, unit="events", by=("state",), step="year", wanted={"since": date(2022, 1, 1)})
    assert counts.left_out == LeftOut(undated=0, vague=0, outside=0, ungrouped=1)
    assert column(counts, "period", "state", "count") == [
        ("2022", "LTU", 3),
        ("2022", "LVA", 0),
        ("2022", "POL", 3),
        ("2023", "LTU", 0),
        ("2023", "LVA", 1),
        ("2023", "POL", 1),
    ]


def test_without_periods_everything_counts(store: Store) -> None:
    counts = counted(store, unit="events", step=None)
    assert counts.table.names == ("unit", "count", "intensity_sum", "articles")
    assert list(counts.table.rows) == [("events", 7, 14.9, 7)]
    assert counts.left_out == LeftOut()


def test_directed_pairs_are_actor_and_recipient(store: Store) -> None:
    counts = counted(store, unit="entries", by=("actor", "recipient", "type", "quad"), step=None)
    assert column(counts, "actor", "recipient", "type", "quad", "count") == [
        ("POL", "LTU", "CONSULT", 1, 4),
        ("POL", "LVA", "AID", 2, 1),
    ]


def test_unknown_values_come_last(store: Store) -> None:
    assert column(counted(store, unit="events", by=("mode",), step=None), "mode", "count") == [("visit", 6), (None, 1)]


@pytest.mark.parametrize(("unit", "counts"), [("entries", [4, 3]), ("events", [4, 3])])
def test_each_publisher_has_its_own_coverage(store: Store, unit: Any, counts: list[int]) -> None:
    found = counted(store, unit=unit, by=("publisher",), step=None)
    assert column(found, "publisher", "count", "articles") == [
        ("Outlet 0", counts[0], 4),
        ("Outlet 1", counts[1], 3),
    ]


@pytest.mark.parametrize("unit", ["entries", "events"])
def test_groups_are_the_same_in_any_order(store: Store, unit: Unit) -> None:
    left, right = (
        counted(store, unit=unit, by=("type", "publisher")),
        counted(store, unit=unit, by=("publisher", "type")),
    )
    names = ("period", "type", "publisher", "count", "intensity_sum", "articles")
    assert sorted(map(repr, column(left, *names))) == sorted(map(repr, column(right, *names)))


def test_coverage_follows_the_filters_publisher_and_days(store: Store) -> None:
    wanted = {"publisher": "Outlet 0", "since": date(2022, 12, 20), "until": date(2023, 1, 4)}
    counts = counted(store, unit="events", step="month", wanted=wanted)
    assert column(counts, "period", "start", "end", "count", "articles") == [
        ("2022-12", date(2022, 12, 20), date(2022, 12, 31), 0, 1),
        ("2023-01", date(2023, 1, 1), date(2023, 1, 3), 1, 1),
    ]


def test_a_date_too_vague_for_days_counts_by_longer_steps(store: Store) -> None:
    fill(store)
    write(store, an_account(9, date(2023, 1, 4), day=date(2022, 12, 12), days=7))
    wanted = EventFilter(since=date(2022, 12, 12), until=date(2022, 12, 19))
    with store.view() as view:
        by_step = {
            step: count_table(view, CountQuery(unit="events", step=step, wanted=wanted)) for step in ("day", "week")
        }
    assert by_step["day"].left_out.vague == 2  # the other one is the year 2022
    assert column(by_step["week"], "count") == [1]


def test_an_empty_store_has_no_periods(store: Store) -> None:
    with store.view() as view:
        assert list(count_table(view, CountQuery()).table.rows) == []
        assert list(count_table(view, CountQuery(step=None)).table.rows) == [("entries", None, None, 0)]


def test_days_asked_for_are_there_even_where_nothing_was_read(store: Store) -> None:
    with store.view() as view:
        wanted = EventFilter(since=date(2022, 1, 1), until=date(2022, 3, 1))
        counts = count_table(view, CountQuery(wanted=wanted))
        assert column(counts, "period", "count", "articles") == [("2022-01", None, 0), ("2022-02", None, 0)]


@pytest.mark.parametrize("unit", ["entries", "events"])
def test_what_persons_rejected_or_corrected_counts_as_they_say(store: Store, unit: Unit) -> None:
    articles = [an_account(number, date(2022, 12, 20), day=VISIT) for number in range(3)]
    write(store, *articles)
    kept, wrong, fixed = (article.events[0] for article in articles)
    with store.writer() as writer:
        writer.add_decisions(
            [a_decision("reject", wrong), a_decision("correct", fixed, correction=a_correction("type", "THREATEN"))]
        )
    with store.view() as view:
        counts = count_table(view, CountQuery(unit=unit, by=("type",), step=None))
        rows = [row[:3] for row in counts.table.rows]
    assert rows == [(kept.type, unit, 1), ("THREATEN", unit, 1)]


def test_people_are_added_up_by_the_highest_number_told_of_each_entry(store: Store) -> None:
    events = []
    for number, killed, day in ((10, 3, VISIT), (11, 12, VISIT), (12, 5, date(2023, 1, 2)), (13, 0, VISIT)):
        article = an_account(number, date(2023, 1, 3), day=day)
        [event] = article.events
        roles = (*event.roles, *((a_count(article, "killed", killed),) if killed else ()))
        events.append(replace(event, roles=roles))
        write(store, replace(article, events=(events[-1],)))
    with store.writer() as writer:
        writer.add_judgements([a_judgement(events[0], events[1])])
    with store.view() as view:
        wanted = EventFilter(since=date(2022, 12, 1), until=date(2023, 2, 1))
        found = count_table(view, CountQuery(unit="killed", wanted=wanted))
        rows = [(row[0], row[found.table.names.index("count")]) for row in found.table.rows]
        assert rows == [("2022-12", 12), ("2023-01", 5)]
        assert "people killed, by the highest number told" in remark(found)
        grouped = count_table(
            view, CountQuery(unit="killed", by=("type",), step=None, wanted=EventFilter(min_killed=4))
        )
        assert [row[:3] for row in grouped.table.rows] == [("CONSULT", "killed", 17)]
        assert [row[1] for row in count_table(view, CountQuery(unit="wounded", step=None)).table.rows] == [0]
