"""Disks of a size of our choice, which can be filled and made read-only as real ones."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Disk:
    """A file system in memory (tmpfs), mounted on a folder."""

    path: Path

    def mount(self, options: str) -> None:
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", self.path], check=True)

    def resize(self, kib: int) -> None:
        """Make it larger, or smaller as far as it is empty."""
        self.mount(f"remount,rw,size={kib}k")

    def make_read_only(self) -> None:
        self.mount("remount,ro")

    def used_kib(self) -> int:
        """How much of it is used; a page of memory is its block."""
        found = os.statvfs(self.path)
        return (found.f_blocks - found.f_bfree) * found.f_frsize // 1024


@contextmanager
def a_disk(path: Path, kib: int = 8192) -> Iterator[Disk]:
    """Mount a disk on a new folder; skips the test for who may not mount."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    path.mkdir()
    disk = Disk(path)
    try:
        disk.mount(f"size={kib}k")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk can be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", path], check=True)
