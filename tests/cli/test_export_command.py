"""`regesta export` as its users call it."""

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import Regesta

from regesta import plugins


@pytest.mark.parametrize("name", plugins.names("exporters"))
def test_every_format_is_written_to_a_file_which_is_told(
    name: str, regesta: Regesta, store_path: Path, tmp_path: Path
) -> None:
    ran = regesta(f"export --format {name} --store {store_path} --output {tmp_path / 'out'}")
    what = "3 statements" if name.startswith("statements-") else "2 entries"
    assert (ran.code, ran.out, ran.err) == (0, "", f"{what} written to {tmp_path / 'out'}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out").stat().st_size > 100


@pytest.mark.parametrize("name", plugins.names("exporters"))
def test_the_dictionary_of_every_format_is_printed_as_columns(name: str, regesta: Regesta) -> None:
    lines = regesta(f"export --dictionary {name}").out.splitlines()
    assert lines[0] == "name\ttype\tmeaning\tsource"
    assert {len(line.split("\t")) for line in lines} == {4}


def test_the_filters_are_those_of_query_entries(regesta: Regesta, store_path: Path) -> None:
    def ids(options: str) -> tuple[list[str], list[str]]:
        exported = regesta(f"export --store {store_path} {options} --sort newest").out
        asked = regesta(f"query entries --json --store {store_path} {options}").out
        return tuple([json.loads(line)["id"] for line in text.splitlines()] for text in (exported, asked))  # type: ignore[return-value]

    for options in (
        "--actor Sweden", "--recipient LVA", "--party Poland", "--dyad POL-LTU", "--type CONSULT --mode visit",
        "--view meetings", "--status happened", "--publisher 'Outlet b1'", "--from 2022-12 --to 2022", "--limit 1",
        "--contains minister", "--min-confidence 0.1",
    ):  # fmt: skip
        exported, asked = ids(options)
        assert exported == asked, options
        assert exported, options


def test_statements_take_the_filters_of_query_statements(regesta: Regesta, store_path: Path) -> None:
    for options in ("--contains talking", "--from 2022", "--min-confidence 0 --class says"):
        exported = regesta(f"export --format statements-jsonl --store {store_path} {options}").out
        asked = regesta(f"query statements --json --store {store_path} {options}").out
        told = [report["id"] for line in asked.splitlines() for report in json.loads(line)["reports"]]
        assert sorted(json.loads(line)["id"] for line in exported.splitlines()) == sorted(told), options
        assert told, options
    ran = regesta(f"export --format statements-csv --recipient Latvia --store {store_path}")
    assert (ran.code, ran.out) == (1, "")
    assert "no option 'recipient'" in ran.err


def test_csv_goes_to_standard_output_byte_for_byte(regesta: Regesta, store_path: Path, tmp_path: Path) -> None:
    ran = regesta(f"export --format csv --store {store_path}")
    regesta(f"export --format csv --store {store_path} -o {tmp_path / 'out.csv'}")
    assert len(list(csv.DictReader(io.StringIO(ran.out, newline="")))) == 2
    assert ran.out.replace("\r\n", "\n") == (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_trouble_is_one_line_and_leaves_no_file(regesta: Regesta, store_path: Path, tmp_path: Path) -> None:
    for options, what in (
        ("--format cvs", "did you mean 'csv'?"),
        ("--actor Atlantis", "no actor 'Atlantis'"),
        ("--sort size", "no sort 'size'"),
        (f"--output {tmp_path}", "is a folder"),
        (f"--output {tmp_path}/none/out", "does not exist"),
        ("--dictionary tsv", "no exporter named 'tsv'"),
    ):
        ran = regesta(f"export --store {store_path} {options}")
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1), options
        assert what in ran.err
    assert list(tmp_path.iterdir()) == []


def test_bytes_are_kept_from_a_terminal(regesta: Regesta, store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("regesta.cli.export.is_terminal", lambda: True)
    ran = regesta(f"export --format parquet --store {store_path}")
    assert (ran.code, ran.out) == (1, "")
    assert "--output FILE.parquet" in ran.err
    assert regesta(f"export --format csv --store {store_path}").code == 0


def test_a_plugin_of_an_older_kind_is_named(regesta: Regesta, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "load", lambda group, name: lambda entries, out: 0)
    ran = regesta("export --format old")
    assert ran.code == 1
    assert "'old'" in ran.err
