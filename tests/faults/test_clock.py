"""A clock that is set back disorders nothing: not what is judged, not what stood at a moment."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from killable import called
from places import Ground, Place
from staged import READ, entries_of, read_register, reports
from stand_in import HandMade

from regesta.query.register import open_register
from regesta.run.ingest import ingest
from regesta.store import moments
from regesta.store.store import Store, open_store


class Clock:
    """Stands in for `datetime` where moments are made: each time it is asked it says what comes next."""

    says: Iterator[datetime]

    @classmethod
    def now(cls, zone: object) -> datetime:
        return next(cls.says)


def jumping() -> Iterator[datetime]:
    """A clock that is set back by an hour each time that it is asked."""
    now = datetime(2030, 1, 1, tzinfo=UTC)
    while True:
        yield now
        now -= timedelta(hours=1)


@pytest.fixture
def place(ground: Ground) -> Iterator[Place]:
    made = ground.empty()
    yield made
    ground.clear(made)


def run(store: Store, first: int, count: int) -> None:
    ingest(reports(count, first), store, HandMade(), lambda report: None)


def test_a_register_is_the_same_whatever_the_clock_does(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store("memory:") as store:
        run(store, 0, READ)
        with store.view() as view:
            expected = read_register(view)
    monkeypatch.setattr("regesta.run.ingest.BATCH_ARTICLES", 4)
    monkeypatch.setattr(moments, "datetime", Clock)
    monkeypatch.setattr(Clock, "says", jumping(), raising=False)
    stood: list[tuple[datetime, object]] = []
    with open_store(place.store) as store:
        for first in range(0, READ, 10):
            run(store, first, 10)
            with store.view() as view:
                assert view.state.moment is not None
                stood.append((view.state.moment, entries_of(open_register(view))))
        with store.view() as view:
            assert read_register(view) == expected
            for moment, entries in stood:
                assert entries_of(open_register(view.at(moment))) == entries
    assert [moment for moment, _ in stood] == sorted(moment for moment, _ in stood)


def test_a_clock_that_is_behind_is_told(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "datetime", Clock)
    monkeypatch.setattr(Clock, "says", iter([datetime(2100, 1, 1, tzinfo=UTC)]), raising=False)
    with open_store(place.store) as store, store.writer():
        pass
    (place.folder / "none.jsonl").write_text("")
    ran = called(f"run none.jsonl -q --store '{place.store}'", place.folder, place.said)
    assert ran.code == 0
    assert "was last written at 2100-01-01 00:00 UTC, and this clock says 20" in ran.err
