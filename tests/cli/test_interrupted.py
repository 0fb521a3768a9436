"""Runs that are interrupted or killed keep what they stored, and the next run completes them to the same register."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import STATES
from command_line import Process, Regesta, started, write_records
from stand_in import WAIT, a_report

from regesta.query.register import open_register
from regesta.store.store import open_store

ARTICLES = 100
WAITS_AT = 70  # in the second batch that is stored: the first 64 articles are in the store when a run waits here


@pytest.fixture
def news(folder: Path) -> Path:
    """Visits between all pairs of states, each told by several outlets on two days; one article makes a run wait."""
    pairs = [(one, other) for one in STATES for other in STATES if one < other]
    reports = (
        a_report(f"a{n:03}", *pairs[n % 15], note="wait here" if n == WAITS_AT else "", publisher=f"Outlet {n // 15}")
        for n in range(ARTICLES)
    )
    write_records(folder / "news.jsonl", reports)
    return folder


@pytest.fixture
def waiting(news: Path, request: pytest.FixtureRequest) -> Iterator[Process]:
    """A run that has reached the article at which it waits; parametrised with more options of `regesta run`."""
    process = started(f"run news.jsonl --store cut.db {request.param}", news, {WAIT: str(news / "reached")})
    wait_until((news / "reached").exists)
    wait_until(lambda: stored("cut.db") == 64)
    yield process
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def stored(store: str) -> int:
    with open_store(store, create=False) as opened, opened.view() as view:
        return view.counts().articles


def register_of(store: str) -> list[Any]:
    """All that a register says, by ids."""
    with open_store(store, create=False) as opened, opened.view() as view:
        entries = open_register(view).entries()
        return [
            (e.id, [r.event.id for r in e.reports], [(j.left, j.right, j.verdict) for j in e.judgements])
            for e in entries
        ]


def assert_completes(regesta: Regesta) -> None:
    """The store is sound; the next run adds what was missing; the register is that of an undisturbed run."""
    assert regesta("check --store cut.db").out.endswith(": 0 problems\n")
    again = regesta("run news.jsonl --store cut.db --quiet")
    assert "100 articles read, 36 added, 64 already stored" in again.out
    regesta("run news.jsonl --store whole.db --quiet")
    assert register_of("cut.db") == register_of("whole.db")
    assert len(register_of("whole.db")) == 15
    assert regesta("check --store cut.db").out.endswith(": 0 problems\n")


@pytest.mark.parametrize("waiting", ["", "--processes 2"], indirect=True, ids=["one", "two"])
def test_ctrl_c_keeps_what_was_stored_and_the_next_run_completes(waiting: Process, regesta: Regesta) -> None:
    os.killpg(waiting.pid, signal.SIGINT)  # as a terminal does: to the main process and its workers
    out, err = waiting.communicate(timeout=20)
    assert (waiting.returncode, out) == (130, "")
    assert err == "regesta: interrupted; what was stored is kept, the same command goes on from there\n"
    assert_completes(regesta)


@pytest.mark.parametrize("waiting", ["--processes 2"], indirect=True, ids=["two"])
def test_a_killed_run_leaves_a_sound_store_and_no_workers(waiting: Process, regesta: Regesta) -> None:
    waiting.kill()
    waiting.communicate(timeout=20)  # ends when nobody holds the pipes any more: the workers are gone
    assert waiting.returncode == -signal.SIGKILL
    assert_completes(regesta)


def test_a_second_run_adds_nothing(news: Path, regesta: Regesta) -> None:
    first = regesta("run news.jsonl")
    before = register_of("regesta.db")
    again = regesta("run news.jsonl")
    assert "100 articles read, 100 added, 0 already stored, 100 events" in first.out
    assert "100 articles read, 0 added, 100 already stored, 0 events, 0 statements, 0 pairs joined" in again.out
    assert register_of("regesta.db") == before


def test_ctrl_c_ends_other_commands_without_a_word(news: Path) -> None:
    process = started("code news.jsonl", news, {WAIT: str(news / "reached")}, stdout=subprocess.DEVNULL)
    wait_until((news / "reached").exists)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (130, "")


def test_ctrl_c_while_the_program_loads_ends_it_without_a_word(folder: Path) -> None:
    loading = "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n"  # in place of a library that it loads
    (folder.parent / "plugins/typer.py").write_text(loading, encoding="utf-8")
    process = started("plugins", folder)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "", "")


def test_an_interruption_while_a_connection_is_given_back_prints_nothing(folder: Path) -> None:
    code = """
from sqlalchemy import event
from regesta.store.store import open_store

def interrupt(*_):
    raise KeyboardInterrupt

store = open_store("cut.db")
event.listen(store.engine, "reset", interrupt)
try:
    with store.view():
        pass
except KeyboardInterrupt:
    print("interrupted")
"""
    ran = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("interrupted\n", "")
