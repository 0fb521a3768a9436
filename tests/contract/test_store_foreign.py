"""Rows of other data sets: one suite for every registered store."""

from datetime import date

import pytest
from builders import a_coded_article, a_foreign_report
from stores import write

from regesta.model.foreign import ForeignReport
from regesta.store.foreign import ForeignFilter, ForeignOutline
from regesta.store.store import Store


def add(store: Store, *reports: ForeignReport) -> int:
    with store.writer() as writer:
        return writer.add_foreign(reports)


def ids(store: Store, **wanted: object) -> list[str]:
    with store.view() as view:
        return [report.id for report in view.foreign(ForeignFilter(**wanted))]  # type: ignore[arg-type]


def write_and_raise(store: Store) -> None:
    with store.writer() as writer:
        writer.add_foreign([a_foreign_report()])
        raise ZeroDivisionError


def test_a_row_is_read_as_it_was_written(store: Store) -> None:
    whole = a_foreign_report(cameo="042", url="https://wire.example/1")
    bare = ForeignReport(id="f0", dataset="gdelt", row_id="1")
    assert add(store, whole, bare) == 2
    with store.view() as view:
        assert list(view.foreign()) == [whole, bare]


def test_a_row_is_stored_once_however_often_it_comes(store: Store) -> None:
    assert add(store, a_foreign_report("f1"), a_foreign_report("f1", origin="copy.txt:9")) == 1
    assert add(store, a_foreign_report("f1"), a_foreign_report("f2")) == 1
    with store.view() as view:
        assert [report.origin for report in view.foreign()] == ["2022.txt:2", "2022.txt:2"]
        assert view.foreign_datasets() == {"polecat": 2}


def test_many_rows_are_told_from_those_the_store_has(store: Store) -> None:
    reports = [a_foreign_report(f"{n:016x}") for n in range(1_200)]
    assert add(store, *reports[:700]) == 700
    assert add(store, *reports) == 500
    assert len(ids(store)) == 1_200


def test_rows_come_by_day_and_those_without_one_last(store: Store) -> None:
    add(
        store,
        a_foreign_report("f1", day=None),
        a_foreign_report("f3", day=date(2023, 1, 1)),
        a_foreign_report("f4", day=date(2022, 1, 1)),
        a_foreign_report("f2", day=date(2023, 1, 1)),
    )
    assert ids(store) == ["f4", "f2", "f3", "f1"]
    assert ids(store, limit=2) == ["f4", "f2"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"dataset": "gdelt"}, ["f2"]),
        ({"type": "ASSAULT"}, ["f3"]),
        ({"dyad": ("LTU", "POL")}, ["f1", "f4"]),
        ({"dyad": ("POL", "SWE")}, ["f2"]),
        ({"dyad": ("TU+", "POL")}, []),
        ({"since": date(2022, 12, 20)}, ["f3"]),
        ({"until": date(2022, 12, 20)}, ["f1", "f2"]),
        ({"dataset": "polecat", "type": "CONSULT", "since": date(2022, 1, 1)}, ["f1"]),
    ],
)
def test_every_filter_narrows(wanted: dict[str, object], expected: list[str], store: Store) -> None:
    add(
        store,
        a_foreign_report("f1"),
        a_foreign_report("f2", dataset="gdelt", recipient="Sweden"),
        a_foreign_report("f3", type="ASSAULT", day=date(2022, 12, 25), recipient=None),
        a_foreign_report("f4", day=None),
    )
    assert ids(store, **wanted) == expected


def test_outlines_tell_type_day_and_states(store: Store) -> None:
    add(store, a_foreign_report("f1"), a_foreign_report("f2", type=None, actor=None, recipient=None))
    with store.view() as view:
        assert sorted(view.foreign_outlines(), key=str) == [
            ForeignOutline("CONSULT", date(2022, 12, 19), ("LTU", "POL")),
            ForeignOutline(None, date(2022, 12, 19), ()),
        ]


def test_foreign_rows_are_no_part_of_the_register(store: Store) -> None:
    write(store, a_coded_article())
    with store.view() as view:
        before = view.counts()
    add(store, a_foreign_report())
    with store.view() as view:
        assert view.counts() == before
        assert view.integrity() == []


def test_a_transaction_that_raises_leaves_no_row(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        write_and_raise(store)
    assert ids(store) == []
