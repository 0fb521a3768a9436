"""Exports loaded by the programs that people load them with; a program that is not installed is skipped by name."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import a_coded_article, a_role, an_article, an_event
from stores import a_register

from regesta import plugins
from regesta.model.entry import Entry, StatementReport
from tests.export.export_scenes import GDELT_EVENTS, ICEWS, POLECAT, a_meeting, a_visit, entries_of

pytestmark = pytest.mark.filterwarnings("default")  # those programs warn of their own affairs


def hostile() -> Any:
    """An article whose words hold what breaks tables."""
    article = an_article('="Poland\'s" \tminister, "the guest";\nvisited Lithuania.', id="h1")
    source = replace(article.source, publisher='Wire\t"of\nthe north"')
    role = a_role(article, "actor", '="Poland\'s" \tminister')
    event = an_event(article, actor=None)
    return replace(article, source=source, events=(replace(event, roles=(role, *event.roles)),))


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    """Entries of every shape: joined or not, with hostile words, one-sided, undated, of several parties."""
    joined = entries_of(a_visit("a1"), a_visit("a2"), joined=True)
    return [*joined, *entries_of(a_meeting("Poland", "Latvia"), hostile(), a_visit("u1", day=None, recipient=None))]


@pytest.fixture(scope="module")
def statements() -> list[StatementReport]:
    """Statements, one of them in hostile words."""
    with a_register([a_coded_article(id=f"s{n}") for n in range(3)]) as register:
        found = register.view.statements()
    words = replace(found[0].statement, content_text='=1+1 "x",\n\t\ud800 and more', addressee=None)
    return [replace(found[0], statement=words, title=None), *found[1:]]


@pytest.fixture(scope="module")
def folder(entries: list[Entry], statements: list[StatementReport], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an export in every format."""
    folder = tmp_path_factory.mktemp("exports")
    for name in plugins.names("exporters"):
        out = io.BytesIO()
        exporter = plugins.load("exporters", name)
        exporter(entries if exporter.of == "entries" else statements, out)
        (folder / name).write_bytes(out.getvalue())
    return folder


IDS = "id"
TSV = [("icews", ICEWS, 5), ("polecat", POLECAT, 4)]


def test_pandas_loads_csv_and_parquet_alike(folder: Path, entries: list[Entry]) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(folder / "csv", dtype={"id": str, "cameo": str}, parse_dates=["start", "end"])
    packed = pandas.read_parquet(folder / "parquet")
    assert list(table[IDS]) == list(packed[IDS]) == [entry.id for entry in entries]
    assert list(table["start"].dt.date.dropna()) == list(packed["start"].dropna())
    assert list(table["support"]) == list(packed["support"]) == [2, 1, 1, 1]
    assert set(table["cameo"]) == {"042", "040"}


@pytest.mark.parametrize(("name", "columns", "count"), TSV)
def test_pandas_loads_tab_separated_files_without_options(
    name: str, columns: list[str], count: int, folder: Path
) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(folder / name, sep="\t", dtype=str)
    assert (list(table.columns), len(table)) == (columns, count)


def test_pandas_loads_gdelt_events(folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(
        folder / "gdelt-events", sep="\t", header=None, names=GDELT_EVENTS, dtype={"EventCode": str}
    )
    assert table["GLOBALEVENTID"].is_unique
    assert table["GLOBALEVENTID"].dtype.kind == "i"
    assert set(table["EventCode"]) == {"042", "040"}


def test_statements_load_alike_from_csv_parquet_and_json_lines(folder: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="optional")
    table = pandas.read_csv(folder / "statements-csv", dtype={"id": str})
    packed = pandas.read_parquet(folder / "statements-parquet")
    lines = pandas.read_json(folder / "statements-jsonl", lines=True, dtype={"id": str})
    assert list(table["id"]) == list(packed["id"]) == list(lines["id"])
    assert table["words"][0].startswith("'=1+1"), "no spreadsheet runs it"
    assert packed["words"][0].startswith("=1+1"), "to the letter"
    assert list(table.columns) == list(packed.columns)


def test_polars_loads_csv_parquet_and_json_lines(folder: Path, entries: list[Entry]) -> None:
    polars = pytest.importorskip("polars")
    ids = [entry.id for entry in entries]
    assert polars.read_csv(folder / "csv", schema_overrides={"id": polars.String})[IDS].to_list() == ids
    assert polars.read_parquet(folder / "parquet")["actors"].dtype == polars.List(polars.String)
    assert polars.read_ndjson(folder / "jsonl")[IDS].to_list() == ids
    table = polars.read_csv(folder / "icews", separator="\t", null_values="NA", infer_schema_length=0)
    assert (table.columns, len(table)) == (ICEWS, 5)


def test_duckdb_joins_entries_with_parties_and_citations(folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    rows = duckdb.sql(
        f"SELECT e.id, count(DISTINCT p.position) FROM read_parquet('{folder / 'parquet'}') e "
        f"JOIN read_csv('{folder / 'parties-csv'}', all_varchar=true) p ON p.entry = e.id GROUP BY e.id"
    ).fetchall()
    assert sorted(count for _, count in rows) == [1, 1, 1, 2]
    [[cited]] = duckdb.sql(f"SELECT count(*) FROM read_csv('{folder / 'citations-csv'}', all_varchar=true)").fetchall()
    assert cited == 5


def test_duckdb_loads_gdelt_with_the_columns_of_its_codebook(folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in GDELT_EVENTS)
    rows = duckdb.sql(
        f"SELECT EventCode, CAST(GLOBALEVENTID AS BIGINT) FROM read_csv('{folder / 'gdelt-events'}', delim='\t', "
        f"header=false, columns={{{columns}}})"
    ).fetchall()
    assert len(rows) == 5
