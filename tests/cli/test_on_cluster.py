"""`--scheduler`: a run on a cluster leaves what a run in one process leaves, whatever happens to its workers."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from builders import STATES
from command_line import Regesta, started, write_records
from stand_in import a_report

pytest.importorskip("distributed")

from regesta.run.cluster.connection import LOST
from regesta.run.cluster.work_list import MAX_SHARD_FILES

VARYING = frozenset({"started", "finished", "stored", "made", "moment", "judged", "run", "config"})
POISON = "cluster: set aside, not coded: its worker was killed each time, perhaps for want of memory (2 times"


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of the scheduler of a cluster of two workers, started once."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def news(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three files, each of them a shard, of visits that several of them tell; some articles break the coder."""
    monkeypatch.setattr("regesta.run.cluster.work_list.MAX_SHARD_FILES", 1)
    pairs = list(combinations(STATES, 2))
    for number in range(3):
        reports = (
            a_report(f"{number}-{n}", *pairs[n % len(pairs)], note="break here" if n % 17 == 5 else "")
            for n in range(35)
        )
        (folder / f"news/outlet-{number}").mkdir(parents=True)
        write_records(folder / f"news/outlet-{number}/all.jsonl", reports)
    return folder


def add_to(news: Path, note: str) -> None:
    """Put an article with a note in the middle of the second file."""
    path = news / "news/outlet-1/all.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    write_records(path, [a_report("marked", note=note)])
    lines.insert(20, path.read_text(encoding="utf-8"))
    path.write_text("".join(lines), encoding="utf-8")


def content(store: str, but: tuple[str, ...] = ("store_state",)) -> list[str]:
    """All rows of a store but for the times at which they were written, and its name."""
    with sqlite3.connect(store) as opened:
        opened.row_factory = sqlite3.Row
        tables = [name for (name,) in opened.execute("select name from sqlite_master where type = 'table'")]
        return [
            f"{table}: {[row[name] for name in row.keys() if name not in VARYING]}"  # noqa: SIM118 - a Row's, no dict's
            for table in sorted(set(tables) - set(but))
            for row in opened.execute(f'select * from "{table}" order by 1')
        ]


def shards(news: Path) -> dict[str, int]:
    """The shards that are coded, with when they were."""
    return {path.name: path.stat().st_mtime_ns for path in (news / "regesta.db.shards").glob("*.jsonl.gz")}


def test_the_store_and_every_export_are_those_of_a_serial_run(news: Path, regesta: Regesta, scheduler: str) -> None:
    serial = regesta("run news --store serial.db")
    spread = regesta(f"run news --scheduler {scheduler}")
    assert (spread.code, spread.out.partition(" faults")[0]) == (0, serial.out.partition(" faults")[0])
    assert content("regesta.db") == content("serial.db")
    exported = regesta("export --format jsonl --store regesta.db").out
    assert exported == regesta("export --format jsonl --store serial.db").out
    assert exported.count("\n") == 15
    before = shards(news)
    assert len(before) == 3
    again = regesta(f"run news --scheduler {scheduler}")
    assert "105 articles read, 0 added, 105 already stored" in again.out
    assert shards(news) == before


def test_coded_articles_are_those_of_a_serial_run(news: Path, regesta: Regesta, scheduler: str) -> None:
    assert regesta(f"code news/outlet-0 --scheduler {scheduler}").out == regesta("code news/outlet-0").out


def test_a_worker_killed_in_the_middle_changes_nothing(news: Path, regesta: Regesta, scheduler: str) -> None:
    add_to(news, f"kill once {news / 'killed'}")
    assert regesta(f"run news --scheduler {scheduler}").code == 0
    assert (news / "killed").exists()
    regesta("run news --store serial.db")
    assert content("regesta.db") == content("serial.db")
    assert {path.suffix for path in (news / "regesta.db.shards").iterdir()} == {".gz", ".jsonl"}


def test_an_article_that_kills_its_workers_is_set_aside(news: Path, regesta: Regesta, scheduler: str) -> None:
    add_to(news, "kill here")
    ran = regesta(f"run news --scheduler {scheduler}")
    assert "106 articles read, 106 added" in ran.out
    listed = regesta("query faults")
    assert [line for line in listed.out.splitlines() if line.startswith("marked")] != []
    assert POISON in listed.out
    assert regesta("query entries --json").out.count("marked") == 0


def test_a_driver_that_is_killed_goes_on_where_it_was(folder: Path, regesta: Regesta, scheduler: str) -> None:
    (folder / "news").mkdir()
    for number in range(3 * MAX_SHARD_FILES):
        write_records(folder / f"news/{number:03}.jsonl", [a_report(str(number))])
    process = started(f"run news --scheduler {scheduler}", folder)
    while not shards(folder):
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.communicate(timeout=20)
    before = shards(folder)
    again = regesta(f"run news --scheduler {scheduler}")
    assert f"{3 * MAX_SHARD_FILES} articles read" in again.out
    assert before.items() <= shards(folder).items()
    assert len(shards(folder)) == 3
    regesta("run news --store serial.db")
    assert content("regesta.db", but=("runs", "store_state")) == content("serial.db", but=("runs", "store_state"))


def test_a_scheduler_that_is_lost_is_told_in_a_line(news: Path, tmp_path: Path) -> None:
    file = tmp_path / "scheduler.json"
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--scheduler-file", str(file)]
    with subprocess.Popen([*command, "--no-dashboard"], stderr=subprocess.DEVNULL) as lost:
        wait_until(file.exists)
        process = started(f"run news --scheduler {file}", news)
        wait_until((news / "regesta.db.shards/manifest.jsonl").exists)
        lost.kill()
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (1, "", f"regesta: {LOST}\n")


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_what_a_cluster_cannot_do_is_said(
    news: Path, regesta: Regesta, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dask

    monkeypatch.setattr("regesta.run.cluster.connection.CONNECT_S", 0.5)
    nobody = regesta("run news --scheduler tcp://127.0.0.1:9")
    assert nobody.err == ("regesta: no Dask scheduler answers at tcp://127.0.0.1:9: start one with `dask scheduler`\n")
    nowhere = regesta("run news --scheduler nonsense.invalid")
    assert nowhere.err == "regesta: no Dask scheduler answers at nonsense.invalid: start one with `dask scheduler`\n"
    (news / "scheduler.json").write_text('{"id": 1}', encoding="utf-8")
    unlike = regesta("run news --scheduler scheduler.json")
    assert unlike.err.startswith("regesta: scheduler.json: is no scheduler file; `dask scheduler --scheduler-file`")
    secret = regesta("run news --scheduler tls://127.0.0.1:9")
    assert secret.err.startswith("regesta: tls://127.0.0.1:9: encrypts; name your certificates in Dask's settings")
    with dask.config.set({"distributed.comm.require-encryption": True}):
        plain = regesta(f"run news --scheduler {scheduler}")
    assert plain.err.startswith(f"regesta: {scheduler}: does not encrypt, as Dask's settings require; start it with")
    with dask.config.set({f"distributed.comm.tls.{name}": "absent.pem" for name in ("ca-file", "client.cert")}):
        without = regesta("run news --scheduler tls://127.0.0.1:9")
    assert without.err.startswith("regesta: the certificates that Dask's settings name: [Errno 2] No such file")
    piped = regesta(f"run - --scheduler {scheduler}")
    assert "workers of a cluster do not see standard input" in piped.err
    absent = regesta(f"run nothing --scheduler {scheduler}")
    assert absent.err.startswith(f"regesta: nothing: no such file or folder in {Path.cwd()}; give the path")
    assert {ran.code for ran in (nobody, unlike, secret, plain, without, piped, absent)} == {1}
