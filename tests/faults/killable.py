"""Regesta's commands in processes that can be killed at any instant.

Starting Python and loading the program takes longer than the work of a short run. So each process is forked from one
that has loaded the program (`multiprocessing`'s fork server): it is a process of its own that runs the command line,
and dies of SIGKILL as any other.
"""

import multiprocessing
import os
import shlex
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from stand_in import install

import regesta.run.ingest
import regesta.run.watch.watch
from regesta.cli.main import main

HERE = Path(__file__).parent
SERVER = multiprocessing.get_context("forkserver")
BATCH_ARTICLES = 8  # in place of 64: a short run has many transactions
AT_MOST_S = 120


@dataclass(frozen=True)
class Instant:
    """When a command is killed: at its n-th call of a function, or after some seconds; by default never.

    The first is the same instant each time, just before or after a step of the program. The second falls anywhere, also
    inside the code of SQLite or the operating system.
    """

    call: int | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class Ended:
    """How a command ended.

    Attributes:
        code: Its exit code; minus the number of the signal that killed it.
        out: Standard output.
        err: Standard error.
        seconds: How long it took.
        calls: How many functions it called and returned from; 0 if they were not counted.
    """

    code: int
    out: str
    err: str
    seconds: float
    calls: int = 0

    @property
    def is_killed(self) -> bool:
        """Whether it was killed, rather than faster."""
        return self.code == -signal.SIGKILL


NEVER = Instant()
LAST = Instant(call=sys.maxsize)  # never, but calls are counted


@contextmanager
def program_loaded(folder: Path) -> Iterator[None]:
    """Start the process that has loaded the program and knows the stand-in for the coder; it ends with this one.

    Args:
        folder: Where the stand-in is registered.
    """
    install(folder)
    before = sys.path.copy()
    sys.path.insert(0, str(folder))
    os.environ["PYTHONPATH"] = os.pathsep.join(map(str, (folder, HERE, HERE.parent, HERE.parent.parent)))
    SERVER.set_forkserver_preload(["loaded"])
    try:
        ended(started("plugins", folder, folder / "said"))
        yield
    finally:
        sys.path[:] = before
        del os.environ["PYTHONPATH"]


@dataclass
class Started:
    """A command that goes on."""

    process: Any
    said: Path
    began: float


def started(line: str, folder: Path, said: Path, instant: Instant = NEVER) -> Started:
    """Start a command line.

    Args:
        line: The command line without the program's name.
        folder: Where it runs.
        said: Folder for what it says, not to be looked for among the files that it leaves.
        instant: At which call it kills itself; `ended` kills it after some time.
    """
    said.mkdir(exist_ok=True)
    for name in ("out", "err", "calls"):
        (said / name).write_text("")
    process = SERVER.Process(target=command, args=(line, folder, said, instant.call))
    began = time.monotonic()
    process.start()
    return Started(process, said, began)


def ended(running: Started, instant: Instant = NEVER) -> Ended:
    """Wait for the end of a command, and kill it when it is time."""
    running.process.join(AT_MOST_S if instant.seconds is None else instant.seconds)
    if running.process.is_alive():
        running.process.kill()
        running.process.join()
        assert instant.seconds is not None, "the command hangs"
    seconds = time.monotonic() - running.began
    out, err, calls = ((running.said / name).read_text("utf-8") for name in ("out", "err", "calls"))
    code = running.process.exitcode
    running.process.close()
    return Ended(code, out, err, seconds, int(calls or 0))


def called(line: str, folder: Path, said: Path, instant: Instant = NEVER) -> Ended:
    """Run a command line to its end, or until it is killed."""
    return ended(started(line, folder, said, instant), instant)


def command(line: str, folder: Path, said: Path, last_call: int | None) -> None:
    """Be the command line; what a forked process runs."""
    os.chdir(folder)
    for name, number in (("out", 1), ("err", 2)):
        os.dup2(os.open(said / name, os.O_WRONLY), number)
    sys.argv = ["regesta", *shlex.split(line)]
    regesta.run.ingest.BATCH_ARTICLES = regesta.run.watch.watch.BATCH_ARTICLES = BATCH_ARTICLES
    if last_call is None:
        main()
        return
    counted = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal counted
        counted += 1
        if counted == last_call:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    try:
        main()
    finally:
        sys.setprofile(None)
        (said / "calls").write_text(str(counted))
