"""What the commands print over a small register."""

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import Regesta, write_records
from stand_in import a_report

from regesta import plugins


def test_entries_are_listed_with_their_support_and_words(regesta: Regesta, store_path: Path) -> None:
    ran = regesta(f"query entries --store {store_path}")
    assert ran.err == "2 of 2 entries\n"
    assert "2022-12-19  CONSULT visit: Poland (POL) -> Lithuania (LTU)  (2 sources)" in ran.out
    assert "    Poland's minister visited Lithuania on Monday." in ran.out
    assert "Sweden (SWE) -> Latvia (LVA)  (1 source)" in ran.out


def test_filters_and_limit_hold_and_the_count_says_what_was_left_out(regesta: Regesta, store_path: Path) -> None:
    assert regesta(f"query entries --store {store_path} --limit 1").err == "1 of 2 entries\n"
    found = regesta(f"query entries --store {store_path} --actor Sweden --json")
    assert [json.loads(line)["recipients"][0]["iso3"] for line in found.out.splitlines()] == ["LVA"]
    assert regesta(f"query entries --store {store_path} --from 2023").err == "0 of 0 entries\n"


def test_statements_are_listed_with_speaker_and_source(regesta: Regesta, store_path: Path) -> None:
    ran = regesta(f"query statements --store {store_path} --publisher 'Outlet b1'")
    assert "minister, said (Outlet b1, 2022-12-19)\n    We will keep talking," in ran.out
    assert ran.err == "1 of 1 statements\n"


def test_full_text_is_found(regesta: Regesta, store_path: Path) -> None:
    ran = regesta(f"query text 'keep talking' --store {store_path}")
    assert [line.split()[0] for line in ran.out.splitlines()[::2]] == ["a1", "a2", "b1", "c1"]
    assert ran.err == "4 articles, 3 statements\n"


def test_a_run_warns_of_ids_that_come_again_with_another_text(folder: Path, regesta: Regesta) -> None:
    (folder / "regesta.toml").write_text('stages = ["stand-in"]\n')
    (folder / "c1.csv").write_text('id,text,date\n1,"One visited two on Monday.",12/04/2022\n')
    (folder / "c2.csv").write_text('id,text,date\n1,"Three visited four on Monday.",2022-12-19\n')
    ran = regesta("run c1.csv c2.csv --store a.db --date-order day --quiet")
    assert "2 added" in ran.out
    assert "0 faults" in ran.out
    assert "1 article came under the id of another of this run, with another text" in ran.err
    assert "  id 1: c1.csv:2, c2.csv:2\n" in ran.err
    assert "came under the id" not in regesta("run c2.csv --store a.db --quiet").err


def test_faults_are_listed(regesta: Regesta, store_path: Path) -> None:
    ran = regesta(f"query faults --store {store_path}")
    assert ran.out == "c1: stand-in: ZeroDivisionError: told to break\n"


def test_show_marks_the_words_of_entry_statement_and_article(regesta: Regesta, store_path: Path) -> None:
    [line] = regesta(f"query entries --store {store_path} --actor Poland --json").out.splitlines()
    entry = regesta(f"show {json.loads(line)['id']} --store {store_path}").out
    assert entry.count("[Poland|actor]'s minister [visited|CONSULT] [Lithuania|recipient] on Monday.") == 2
    assert "a1 [0:46]" in entry
    [line] = regesta(f"query statements --store {store_path} --publisher 'Outlet a1' --json").out.splitlines()
    statement = regesta(f"show {json.loads(line)['id']} --store {store_path}").out
    assert '"[We will keep talking,|content]" the minister [said|cue].' in statement
    article = regesta(f"show b1 --store {store_path}").out
    assert "[Sweden|actor]'s minister [visited|CONSULT] [Latvia|recipient]" in article
    assert "Outlet b1, 2022-12-19  Visit b1" in article


def test_check_is_clean_and_counts(regesta: Regesta, store_path: Path) -> None:
    ran = regesta(f"check --store {store_path}")
    assert (ran.code, ran.out) == (0, "4 articles, 3 events, 3 statements: 0 problems\n")


def test_exports_read_back(regesta: Regesta, store_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(regesta(f"export --format csv --store {store_path}").out)))
    records = [json.loads(line) for line in regesta(f"export --store {store_path}").out.splitlines()]
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    assert sorted(row["support"] for row in rows) == ["1", "2"]
    assert regesta(f"export --store {store_path} --type AGREE").out == ""


def test_plugins_of_every_group_are_listed(regesta: Regesta, folder: Path) -> None:
    out = regesta("plugins").out
    assert [line.partition(":")[0] for line in out.splitlines()] == list(plugins.GROUPS)
    assert "stand-in" in out


def test_what_is_read_can_be_coded(regesta: Regesta, folder: Path) -> None:
    (folder / "2022-12-19-visit.txt").write_text("Poland's minister visited Lithuania on Monday.", "utf-8")
    read = regesta("read 2022-12-19-visit.txt")
    direct, piped = regesta("code 2022-12-19-visit.txt"), regesta("code -", stdin=read.out.encode())
    assert json.loads(read.out)["published"] == "2022-12-19"
    assert piped.out == direct.out
    assert len(json.loads(direct.out)["events"]) == 1


@pytest.mark.model
def test_worker_processes_write_the_same_bytes_as_one(regesta: Regesta, folder: Path) -> None:
    (folder / "regesta.toml").unlink()
    notes = ["Sweden signed a treaty.", "Latvia said it would send 20 trucks.", "Estonia denied the claim on Friday."]
    write_records(folder / "news.jsonl", (a_report(f"a{n}", note=note) for n, note in enumerate(notes)))
    one, two = regesta("code news.jsonl"), regesta("code news.jsonl --processes 2")
    assert all(json.loads(line)["events"] for line in one.out.splitlines())
    assert two.out == one.out


def test_what_contradicts_is_listed_with_what_each_source_says(regesta: Regesta, store_path: Path) -> None:
    assert regesta(f"query entries --store {store_path} --differing any").err == "0 of 0 entries\n"
    ran = regesta(f"query entries --store {store_path} --differing any --actor Sweden")
    assert ran.err == "0 of 0 entries\n  1 entry without differing 'any'\n"
    assert "'killed'" in regesta(f"query entries --store {store_path} --differing kiled").err
    assert regesta(f"query entries --store {store_path} --min-killed 1 --sort killed").err == "0 of 0 entries\n"
