import io
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from builders import a_coded_article

from regesta.errors import ConfigError
from regesta.export.entries import CSV, PARQUET
from regesta.export.files import table_arrow
from regesta.model.entry import Entry
from regesta.model.event import PEOPLE_COUNTED
from tests.export.export_scenes import a_visit, entries_of

arrow = pytest.importorskip("pyarrow", reason="optional: pip install 'regesta[parquet]'")


def table_of(entries: Sequence[Entry]) -> Any:
    out = io.BytesIO()
    assert PARQUET(entries, out) == len(entries)
    import pyarrow.parquet as reader

    return reader.read_table(io.BytesIO(out.getvalue()))


def test_values_have_their_types_and_lists_stay_lists() -> None:
    [row] = table_of(entries_of(a_visit("a1"), a_visit("a2", publisher="Other Wire"), joined=True)).to_pylist()
    assert row.items() >= {
        "start": date(2022, 12, 19), "end": date(2022, 12, 19), "cameo": "042", "quad": 1, "intensity": 2.1,
        "actors": ["Poland"], "actor_iso3": ["POL"], "publishers": ["Baltic Wire", "Other Wire"], "support": 2,
        "lat": 54.69, "geonameid": 593116, "actor_entities": ["state:POL"], "first_published": date(2022, 12, 19),
        "urls": [],
    }.items()  # fmt: skip


def test_the_columns_are_those_of_csv_and_carry_their_meaning() -> None:
    table = table_of([])
    assert table.schema.names == [field.name for field in CSV.fields]
    assert [field.metadata[b"description"].decode() for field in table.schema] == [f.meaning for f in CSV.fields]


def test_what_is_unknown_is_null_also_inside_a_list() -> None:
    [row] = table_of(entries_of(a_visit(day=None, place=None, recipient=None, publisher=None))).to_pylist()
    assert {name for name, value in row.items() if value is None} == {
        "start", "end", "place", "place_iso3", "lat", "lon",
        "date_precision", "date_basis", "place_precision", "place_basis", "geonameid",
        *(f"{role}_{end}" for role in PEOPLE_COUNTED for end in ("low", "high")),
    }  # fmt: skip
    assert row["recipients"] == []


def test_rows_come_in_groups_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_arrow, "ROWS", 2)
    entries = entries_of(*(a_coded_article(id=f"a{n}") for n in range(5)))
    out = io.BytesIO()
    PARQUET(entries, out)
    import pyarrow.parquet as reader

    assert reader.ParquetFile(io.BytesIO(out.getvalue())).num_row_groups == 3
    assert table_of(entries)["id"].to_pylist() == [entry.id for entry in entries]


def test_without_pyarrow_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ConfigError, match=r'pip install "regesta\[parquet\]"'):
        PARQUET([], io.BytesIO())
