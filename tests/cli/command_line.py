"""The command line called as its users call it, in this process and in one of its own."""

import io
import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from regesta.cli.main import main
from regesta.model.article import Article

TESTS = Path(__file__).parent.parent


@dataclass(frozen=True)
class Ran:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Regesta = Callable[..., Ran]
Process = subprocess.Popen[str]
# A shell that runs the tests in the background has them ignore Ctrl-C, and whatever they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def called(line: str, stdin: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ran:
    """Run a command line in this process; no command may end in a traceback."""
    monkeypatch.setattr(sys, "argv", ["regesta", *shlex.split(line)])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
    capsys.readouterr()
    try:
        main()
        code = 0
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return Ran(code, out, err)


def started(line: str, folder: Path, environment: Mapping[str, str] | None = None, **streams: Any) -> Process:
    """A command line started in a process, and a group of processes, of its own.

    Args:
        line: The command line without the program's name.
        folder: Where it runs, as the fixture `folder` makes it.
        environment: Variables to add.
        streams: `stdin` and `stdout` as `subprocess.Popen` takes them; output is captured by default.
    """
    path = os.pathsep.join([str(folder.parent / "plugins"), str(TESTS), str(TESTS.parent)])
    inherited = {
        name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"
    }  # it hides late writes
    return subprocess.Popen(
        [sys.executable, "-m", "regesta.cli.main", *shlex.split(line)],
        cwd=folder,
        env={**inherited, "PYTHONPATH": path, **(environment or {})},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **({"stdout": subprocess.PIPE} | streams),
    )


def write_records(path: Path, articles: Iterable[Article]) -> None:
    """Write articles as the records that `regesta read` takes."""
    rows = [
        {"id": a.id, "title": a.title, "text": a.text, "publisher": a.source.publisher, "published": str(a.source.day)}
        for a in articles
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
