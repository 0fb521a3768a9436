"""`regesta review`, and the register of earlier moments."""

import json
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import Regesta

SIGNED = '--by Ann --reason "read it twice"'


@pytest.fixture
def store(store_path: Path, tmp_path: Path) -> str:
    """A copy of the store that may be written to."""
    with_wal = shutil.copytree(store_path.parent, tmp_path / "copy")
    return str(with_wal / store_path.name)


def ids(regesta: Regesta, store: str) -> dict[int, str]:
    """Ids of entries, by number of sources."""
    lines = regesta(f"query entries --json --store {store}").out.splitlines()
    return {entry["support"]: entry["id"] for entry in map(json.loads, lines)}


def test_a_decision_is_made_shown_logged_and_undone(regesta: Regesta, store: str) -> None:
    event = ids(regesta, store)[1]
    made = regesta(f"review reject {event} {SIGNED} --store {store}")
    assert made.code == 0
    decision = made.out.split()[0]
    assert "by Ann" in made.out
    shown = regesta(f"show {event} --store {store}").out
    assert "a person rejected it" in shown
    assert f"regesta review undo {decision}" in shown
    assert 1 not in ids(regesta, store)
    assert regesta(f"review undo {decision} --by Ben --reason oops --store {store}").code == 0
    assert 1 in ids(regesta, store)
    log = regesta(f"review log --store {store}")
    assert f"undo {decision}" in log.out.splitlines()[0]
    assert "[undone by Ben" in log.out.splitlines()[1]
    assert log.err == "2 of 2 decisions\n"
    assert regesta(f"check --store {store}").code == 0


def test_an_entry_says_how_many_articles_tell_it(regesta: Regesta, store: str) -> None:
    for support, said in ((1, "1 article by Outlet b1"), (2, "2 articles by Outlet a1, Outlet a2")):
        assert said in regesta(f"show {ids(regesta, store)[support]} --store {store}").out.splitlines()


def test_an_entry_shows_why_it_was_joined_by_whom_and_how_to_undo_it(regesta: Regesta, store: str) -> None:
    shown = regesta(f"show {ids(regesta, store)[2]} --store {store}").out
    assert "by dedupe@" in shown
    assert "same parties" in shown
    assert "regesta review different ID ID" in shown


def test_an_id_inside_an_entry_leads_to_it_and_says_so(regesta: Regesta, store: str) -> None:
    entry = json.loads(regesta(f"query entries --json --limit 1 --sort support --store {store}").out.splitlines()[0])
    (other,) = {report["event"]["id"] for report in entry["reports"]} - {entry["id"]}
    assert regesta(f"show {other} --store {store}").out.startswith(f"{other} is part of the entry {entry['id']}:\n")


def test_parting_and_joining(regesta: Regesta, store: str) -> None:
    entry = json.loads(regesta(f"query entries --json --limit 1 --sort support --store {store}").out.splitlines()[0])
    left, right = (report["event"]["id"] for report in entry["reports"])
    assert regesta(f"review different {left} {right} --event {SIGNED} --store {store}").code == 0
    assert 2 not in ids(regesta, store)
    assert regesta(f"review same {left} {right} --event {SIGNED} --store {store}").code == 0
    assert 2 in ids(regesta, store)


def test_a_corrected_event_leaves_the_entry_that_it_is_none_of_and_comes_back(regesta: Regesta, store: str) -> None:
    entry = ids(regesta, store)[2]
    before = datetime.now(UTC).isoformat()
    time.sleep(0.01)
    made = regesta(f"review correct {entry} type assault --event {SIGNED} --store {store}")
    assert 2 not in ids(regesta, store)
    assert "[2 sources]" not in regesta(f"show {entry} --store {store}").out
    then = regesta(f"query entries --json --as-of {before} --store {store}").out.splitlines()
    assert sorted(json.loads(line)["support"] for line in then) == [1, 2]
    assert regesta(f"check --store {store}").code == 0
    regesta(f"review undo {made.out.split()[0]} {SIGNED} --store {store}")
    assert ids(regesta, store)[2] == entry


def test_the_register_of_an_earlier_moment(regesta: Regesta, store: str) -> None:
    event = ids(regesta, store)[1]
    before = datetime.now(UTC).isoformat()
    time.sleep(0.01)
    regesta(f"review correct {event} type threaten {SIGNED} --store {store}")
    assert "THREATEN" in regesta(f"show {event} --store {store}").out
    assert "THREATEN" not in regesta(f"show {event} --as-of {before} --store {store}").out
    assert "0 of 0" in regesta(f"query entries --as-of 2001-01-01 --store {store}").err
    then, now = (
        regesta(f"counts --by type --every all --format csv {option} --store {store}").out
        for option in (f"--as-of {before}", "")
    )
    assert ("THREATEN" in then, "THREATEN" in now) == (False, True)
    assert regesta(f"review log --as-of {before} --store {store}").out == ""
    wrong = regesta(f"query entries --as-of yesterday --store {store}")
    assert (wrong.code, wrong.err) == (
        1, "regesta: 'yesterday' is no moment; write 2026-11-26 (its end), or 2026-11-26T14:30 (UTC)\n"
    )  # fmt: skip


def test_doubts_are_listed_with_the_commands_that_settle_them(regesta: Regesta, store: str) -> None:
    listed = regesta(f"review list --below 0.95 --store {store}")
    assert listed.code == 0
    assert listed.err == "0 of 0 pairs, 3 of 3 pairs of statements, 2 of 2 events\n"
    command = next(line.strip() for line in listed.out.splitlines() if "review confirm" in line)
    ran = regesta(command.removeprefix("regesta ").replace("NAME", "Ann").replace("WHY", "fine"))
    assert ran.code == 0
    assert regesta(f"review list --below 0.95 --store {store}").err.endswith("1 of 1 events\n")
    records = regesta(f"review list --below 0.95 --kind events --json --store {store}").out.splitlines()
    assert [json.loads(record)["kind"] for record in records] == ["event"]


def test_two_statements_are_judged_with_the_command_that_is_listed(regesta: Regesta, store: str) -> None:
    listed = regesta(f"review list --kind statements --limit 1 --store {store}")
    assert listed.err == "1 of 3 pairs of statements\n"
    assert listed.out.startswith("Perhaps one utterance, ")
    command = next(line.strip() for line in listed.out.splitlines() if "review same" in line)
    left = command.split()[3]
    assert regesta(command.removeprefix("regesta ").replace("NAME", "Ann").replace("WHY", "twice")).code == 0
    shown = regesta(f"show {left} --store {store}").out
    assert "same" in shown
    decision = next(line.split()[-5] for line in shown.splitlines() if "to undo it: regesta review undo" in line)
    assert regesta(f"review undo {decision} {SIGNED} --store {store}").code == 0
    records = regesta(f"review list --kind statements --json --store {store}").out.splitlines()
    assert [json.loads(record)["kind"] for record in records] == ["statements"] * 3
    assert regesta(f"check --store {store}").code == 0


def test_reviewed_articles_and_pairs_are_exported(regesta: Regesta, store: str) -> None:
    found = ids(regesta, store)
    regesta(f"review same {found[1]} {found[2]} {SIGNED} --store {store}")
    pairs = regesta(f"review export --pairs --store {store}").out.splitlines()
    assert [json.loads(pair)["same"] for pair in pairs] == [True]
    assert regesta(f"review export --store {store}").out == ""
    regesta(f"review confirm {found[1]} {SIGNED} --store {store}")
    (record,) = regesta(f"review export --complete --store {store}").out.splitlines()
    assert json.loads(record)["complete"]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("review confirm nothing", "no entry or event has the id 'nothing'"),
        ("review same nothing nothing", "no entry or event has the id 'nothing'"),
        ("review undo nothing", "no decision has the id 'nothing'"),
        ("review correct a1 type CONSULT", "a1 is an article"),
    ],
)
def test_an_unknown_id_is_an_error_of_one_line(regesta: Regesta, store: str, line: str, wrong: str) -> None:
    ran = regesta(f"{line} {SIGNED} --store {store}")
    assert ran.code == 1
    assert ran.err.startswith("regesta: ")
    assert wrong in ran.err
    assert ran.err.count("\n") == 1


def test_name_and_reason_are_required(regesta: Regesta, store: str) -> None:
    ran = regesta(f"review confirm x --reason y --store {store}")
    assert ran.code == 2
    assert "--by" in ran.err
