"""What a killed process left is removed by the next; what another one is making is left alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from regesta.export.files.placed import IS_POSIX, placed

pytestmark = pytest.mark.skipif(not IS_POSIX, reason="one cannot ask whether a process is there")


def made_by(path: Path, process: int) -> Path:
    """A folder as a process of some number makes it."""
    part = path.parent / f".{path.name}.{process}.part"
    part.mkdir()
    (part / "half").write_text("half")
    return part


def number_of_the_dead() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    for process in (number_of_the_dead(), os.getpid()):  # in a container the next one may have the same number
        left = made_by(tmp_path / "a[1]", process)
        with placed(tmp_path / "a[1]") as path:
            path.write_text("whole")
        assert not left.exists()
        assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a[1]", "whole")]


def test_what_another_process_makes_is_left_alone(tmp_path: Path) -> None:
    theirs = made_by(tmp_path / "a", os.getppid())
    other = made_by(tmp_path / "b", number_of_the_dead())
    with placed(tmp_path / "a") as path:
        path.write_text("whole")
    assert theirs.exists()
    assert other.exists()


def test_a_name_that_only_looks_like_a_leftover_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".a.notes.part").write_text("mine")
    with placed(tmp_path / "a") as path:
        path.write_text("whole")
    assert (tmp_path / ".a.notes.part").read_text() == "mine"
