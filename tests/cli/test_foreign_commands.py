"""`regesta import` and `regesta compare` as their users call them."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from command_line import Regesta


@pytest.fixture
def store(store_path: Path, tmp_path: Path) -> Path:
    """A copy of the small register, to be written to."""
    path = tmp_path / "copy.db"
    for suffix in ("", "-wal", "-shm"):
        if (source := store_path.with_name(store_path.name + suffix)).exists():
            shutil.copy(source, path.with_name(path.name + suffix))
    return path


@pytest.fixture
def theirs(regesta: Regesta, store: Path, tmp_path: Path) -> Path:
    """A POLECAT file with what the small register tells, and a line that is no row."""
    path = tmp_path / "ngecEvents.txt"
    path.write_text(regesta(f"export -f polecat --store {store}").out + "broken\tline\n", encoding="utf-8")
    return path


def test_rows_are_imported_once_and_lines_that_are_none_are_named(regesta: Regesta, store: Path, theirs: Path) -> None:
    ran = regesta(f"import {theirs} --format polecat --store {store}")
    assert (ran.code, ran.out) == (0, "2 rows added, 0 already stored, 1 line left out\n")
    assert ran.err == "ngecEvents.txt:4: 2 cells where 40 are expected\n"
    again = regesta(f"import {theirs} --format polecat --store {store}")
    assert again.out == "0 rows added, 2 already stored, 1 line left out\n"


def test_strict_stops_at_the_first_such_line_and_keeps_nothing(regesta: Regesta, store: Path, theirs: Path) -> None:
    ran = regesta(f"import {theirs} -f polecat --store {store} --strict")
    assert (ran.code, ran.err) == (1, "regesta: ngecEvents.txt:4: 2 cells where 40 are expected\n")
    assert "no rows of 'polecat'" in regesta(f"compare --with polecat --store {store}").err


@pytest.mark.parametrize(
    ("format", "importer"), [("polecat", "polecat"), ("icews", "icews"), ("gdelt-events", "gdelt")]
)
def test_what_is_exported_in_a_format_is_read_back_from_a_pipe_and_agrees(
    format: str, importer: str, regesta: Regesta, store: Path
) -> None:
    content = regesta(f"export -f {format} --store {store}").out.encode()
    assert regesta(f"import - -f {importer} --store {store}", content).out.startswith("2 rows added")
    ran = regesta(f"compare --with {importer} --by dyad --store {store}")
    assert ran.out == f"dyad\tregesta\t{importer}\nLTU-POL\t1\t1\nLVA-SWE\t1\t1\n"
    assert ran.err == (
        f"2 entries, 2 rows; type, dyad and day: 2 in both, 0 only here, 0 only in {importer}, 100.0% shared\n"
    )


def test_the_comparison_is_json_too_and_takes_filters(regesta: Regesta, store: Path, theirs: Path) -> None:
    regesta(f"import {theirs} -f polecat --store {store}")
    found = json.loads(regesta(f"compare --with polecat --json --dyad SWE-LVA --store {store}").out)
    assert found == {
        "with": "polecat", "by": "type", "ours": 1, "theirs": 1,
        "counts": [{"value": "CONSULT", "ours": 1, "theirs": 1}],
        "agreement": {"both": 1, "ours_only": 0, "theirs_only": 0}, "share": 1.0,
    }  # fmt: skip
    planned = json.loads(regesta(f"compare --with polecat --json --status planned --store {store}").out)
    assert (planned["ours"], planned["theirs"]) == (0, 2)
    anything = json.loads(regesta(f"compare --with polecat --json --status any --from 2023 --store {store}").out)
    assert (anything["ours"], anything["theirs"], anything["share"]) == (0, 0, None)


def test_imported_rows_are_listed_with_their_file_and_line(regesta: Regesta, store: Path, theirs: Path) -> None:
    regesta(f"import {theirs} -f polecat --store {store}")
    assert regesta(f"query foreign --with polecat --dyad SWE-LVA --store {store}").out == (
        "2022-12-19 CONSULT visit: Sweden (SWE) -> Latvia (LVA) [ngecEvents.txt:2]\n"
    )
    assert len(regesta(f"query foreign --with polecat --store {store}").out.splitlines()) == 2
    none = regesta(f"query foreign --with gdelt --store {store}")
    assert (none.code, none.out) == (1, "")
    assert none.err.startswith("regesta: no rows of 'gdelt' in the store; imported are: polecat; ")


def test_a_zip_archive_is_read(regesta: Regesta, store: Path, theirs: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "2022.zip", "w") as archive:
        archive.write(theirs, "01.txt")
    assert "2022.zip/01.txt:4: " in regesta(f"import {tmp_path / '2022.zip'} -f polecat --store {store}").err


def test_imported_rows_are_no_part_of_the_register(regesta: Regesta, store: Path, theirs: Path) -> None:
    before = regesta(f"export --store {store}").out
    regesta(f"import {theirs} -f polecat --store {store}")
    assert regesta(f"export --store {store}").out == before
    assert regesta(f"check --store {store}").code == 0


def test_trouble_is_one_line(regesta: Regesta, store: Path, theirs: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    for line, what in (
        (f"import none.txt -f polecat --store {store}", "none.txt: no such file"),
        (f"import . -f polecat --store {store}", ".: is a folder; name the files in it"),
        (f"import {theirs} -f polcat --store {store}", "did you mean 'polecat'?"),
        (f"import {tmp_path / 'a.csv'} -f icews --store {store}", "a.csv:1: no ICEWS file"),
        (f"compare --with gdelt --store {store}", "no rows of 'gdelt' in the store; `regesta import FILE"),
    ):
        ran = regesta(line)
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1), line
        assert what in ran.err
    regesta(f"import {theirs} -f polecat --store {store}")
    assert "did you mean 'dyad'?" in regesta(f"compare --with polecat --by dyads --store {store}").err
    assert "imported are: polecat" in regesta(f"compare --with icews --store {store}").err


def test_only_the_first_faults_are_told_and_the_rest_counted(regesta: Regesta, store: Path, theirs: Path) -> None:
    with theirs.open("a", encoding="utf-8") as file:
        file.writelines("x\n" for _ in range(30))
    ran = regesta(f"import {theirs} -f polecat --store {store}")
    assert len(ran.err.splitlines()) == 21
    assert ran.err.splitlines()[-1] == "... and 11 more lines that are no rows"
    assert ran.out == "2 rows added, 0 already stored, 31 lines left out\n"
