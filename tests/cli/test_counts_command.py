"""`regesta counts` in every format."""

import csv
import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
from command_line import Regesta

from regesta.export.files.table_arrow import MISSING


def test_counts_are_a_table_that_says_what_it_counts(regesta: Regesta, store_path: Path) -> None:
    ran = regesta(f"counts --store {store_path}")
    assert ran.out.split() == [
        *("period", "start", "end", "unit", "count", "intensity_sum", "articles"),
        *("2022-12", "2022-12-01", "2022-12-31", "entries", "2", "4.2", "4"),
    ]
    assert ran.err == "entries (happenings) counted\n"


def test_reports_are_counted_when_asked_for(regesta: Regesta, store_path: Path) -> None:
    ran = regesta(f"counts --of events --by dyad --every all --format csv --store {store_path}")
    assert list(csv.DictReader(io.StringIO(ran.out))) == [
        {"dyad": "LTU-POL", "unit": "events", "count": "2", "intensity_sum": "4.2", "articles": "4"},
        {"dyad": "LVA-SWE", "unit": "events", "count": "1", "intensity_sum": "2.1", "articles": "4"},
    ]
    assert ran.err == "events (reports) counted\n"


def test_zero_and_null_are_told_apart_in_text_formats(regesta: Regesta, store_path: Path) -> None:
    asked = f"counts --actor Sweden --from 2022-12-18 --to 2022-12-19 --every day --store {store_path}"
    rows = csv.DictReader(io.StringIO(regesta(f"{asked} --format csv").out))
    assert [(row["count"], row["articles"]) for row in rows] == [("", "0"), ("1", "4")]
    found = json.loads(regesta(f"{asked} --format json").out)
    assert [(row["count"], row["articles"]) for row in found["rows"]] == [(None, 0), (1, 4)]
    assert (found["unit"], found["every"], found["first"], found["last"]) == (
        *("entries", "day"),
        *("2022-12-18", "2022-12-19"),
    )
    assert [column["name"] for column in found["columns"]] == list(found["rows"][0])
    assert "–" in regesta(asked).out
    assert regesta(f"{asked} --no-zeros").out.count("2022-12-1") == 3  # one row; each day stands in it three times


def test_what_is_left_out_is_told(regesta: Regesta, store_path: Path) -> None:
    ran = regesta(f"counts --by place --status planned --store {store_path}")
    assert ran.err == "entries (happenings) counted\n"
    assert ran.out.splitlines()[1:] == []


def test_counts_are_written_to_a_file_or_not_at_all(regesta: Regesta, store_path: Path, folder: Path) -> None:
    (folder / "counts.csv").write_text("kept", "utf-8")
    regesta(f"counts --every monht --format csv --output counts.csv --store {store_path}")
    assert (folder / "counts.csv").read_text("utf-8") == "kept"
    assert regesta(f"counts --format csv --output counts.csv --store {store_path}").out == ""
    assert (folder / "counts.csv").read_bytes().startswith(b"period,start,end,unit,count,intensity_sum,articles\r\n")
    assert sorted(path.name for path in folder.iterdir()) == ["counts.csv", "regesta.toml"]


def test_parquet_has_types_nulls_and_meanings(regesta: Regesta, store_path: Path, folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra [parquet]")
    regesta(f"counts --by type,quad --from 2022-11 --to 2022-12 -f parquet -o c.parquet --store {store_path}")
    table = parquet.read_table(folder / "c.parquet")
    assert table.to_pylist() == [
        {"period": "2022-11", "start": date(2022, 11, 1), "end": date(2022, 11, 30), "type": "CONSULT", "quad": 1,
         "unit": "entries", "count": None, "intensity_sum": None, "articles": 0},
        {"period": "2022-12", "start": date(2022, 12, 1), "end": date(2022, 12, 31), "type": "CONSULT", "quad": 1,
         "unit": "entries", "count": 2, "intensity_sum": 4.2, "articles": 4},
    ]  # fmt: skip
    assert table.schema.field("articles").metadata[b"description"].startswith(b"Coverage")


def test_parquet_without_its_library_says_what_to_install(
    regesta: Regesta, store_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    ran = regesta(f"counts -f parquet -o c.parquet --store {store_path}")
    assert (ran.code, ran.err) == (
        1,
        f"regesta: {MISSING}\n",
    )
    assert not (folder / "c.parquet").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs named pipes")
@pytest.mark.parametrize("chosen", ["csv", "parquet"])
def test_counts_go_where_exports_go(chosen: str, regesta: Regesta, store_path: Path, folder: Path) -> None:
    """Into a device or pipe as it is, through a link into its file; a folder is refused and called one."""
    if chosen == "parquet":
        pytest.importorskip("pyarrow", reason="needs the extra [parquet]")
    (folder / "link").symlink_to(folder / "real")
    os.mkfifo(folder / "pipe")
    pipe = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    ran = [regesta(f"counts --format {chosen} --output {name} --store {store_path}") for name in ("link", "pipe", ".")]
    assert [each.code for each in ran] == [0, 0, 1]
    assert (folder / "link").is_symlink()
    assert os.read(pipe, 1 << 16) == (folder / "real").read_bytes()
    os.close(pipe)
    assert ran[-1].err == "regesta: .: is a folder; give the path of a file in it\n"
