from dataclasses import replace
from datetime import date

import pytest
from builders import an_article, an_event
from stores import a_register

from regesta.model.article import Article
from regesta.query.counts.timeline import Step, first_day, next_start, timeline
from regesta.store.filters import EventFilter


def accounts() -> list[Article]:
    made = []
    for number, (day, quad, intensity) in enumerate(
        [(date(2022, 11, 30), 1, 2.0), (date(2023, 1, 1), 4, -9.0), (date(2023, 1, 31), 1, 1.0), (None, 3, 0.0)]
    ):
        base = an_article(id=f"a{number}")
        made.append(replace(base, events=(an_event(base, day=day, quad=quad, intensity=intensity),)))
    return made


def test_periods_without_entries_are_there_and_undated_entries_are_not() -> None:
    with a_register(accounts()) as register:
        periods = timeline(register)
    assert [(p.start, p.end, p.entries) for p in periods] == [
        (date(2022, 11, 1), date(2022, 12, 1), 1),
        (date(2022, 12, 1), date(2023, 1, 1), 0),
        (date(2023, 1, 1), date(2023, 2, 1), 2),
    ]
    assert [(p.by_quad, p.intensity) for p in periods] == [
        ((1, 0, 0, 0), 2.0),
        ((0, 0, 0, 0), None),
        ((1, 0, 0, 1), -4.0),
    ]


def test_nothing_found_is_no_period() -> None:
    with a_register(accounts()) as register:
        assert timeline(register, EventFilter(type="AID")) == []


@pytest.mark.parametrize(
    ("day", "step", "start", "end"),
    [
        (date(2024, 2, 29), "day", date(2024, 2, 29), date(2024, 3, 1)),
        (date(2023, 1, 1), "week", date(2022, 12, 26), date(2023, 1, 2)),
        (date(2024, 2, 29), "month", date(2024, 2, 1), date(2024, 3, 1)),
        (date(2022, 12, 31), "month", date(2022, 12, 1), date(2023, 1, 1)),
        (date(2024, 12, 31), "year", date(2024, 1, 1), date(2025, 1, 1)),
    ],
)
def test_periods_begin_and_end_with_the_calendar(day: date, step: Step, start: date, end: date) -> None:
    assert first_day(day, step) == start
    assert next_start(start, step) == end
