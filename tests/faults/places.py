"""Places to break things in: a working folder and a store, which can be kept and lent again and again."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest
from postgres_server import Server

ROUNDS = int(os.environ.get("REGESTA_FAULTS", "0"))  # 0: a quick look, as in `make test`
SETTINGS = 'stages = ["stand-in"]\n[fetch]\nallow_private = true\ndelay_s = 0\nworkers = 4\n'


@dataclass(frozen=True)
class Place:
    """Where a command runs.

    Attributes:
        folder: Its working folder, with settings that code with the stand-in.
        store: Address of its store.
        said: Where what the command says is kept, outside of the folder and of the disk that it is on.
    """

    folder: Path
    store: str
    said: Path

    def files(self) -> list[str]:
        """The paths of all files, sorted."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())


class Ground(Protocol):
    """Where places of one kind of store are made."""

    def empty(self) -> Place:
        """Make a place without a store."""
        ...

    def copy(self, place: Place) -> Place:
        """Copy a place that nobody is using."""
        ...

    def clear(self, place: Place) -> None:
        """Remove a place."""
        ...

    def has_store(self, place: Place) -> bool:
        """Tell whether a command has begun to make a store."""
        ...


@dataclass
class SqliteGround:
    """Places with a store in a file."""

    root: Path
    numbers: Iterator[int] = field(default_factory=count)

    def empty(self) -> Place:
        place = self.numbered()
        place.folder.mkdir(parents=True)
        (place.folder / "regesta.toml").write_text(SETTINGS, encoding="utf-8")
        return place

    def copy(self, place: Place) -> Place:
        made = self.numbered()
        shutil.copytree(place.folder, made.folder)
        return made

    def clear(self, place: Place) -> None:
        shutil.rmtree(place.folder.parent)

    def has_store(self, place: Place) -> bool:
        return Path(place.store).exists()

    def numbered(self) -> Place:
        name = str(next(self.numbers))
        folder = self.root / name / "work"
        return Place(folder, str(folder / "regesta.db"), self.root.parent / f"{self.root.name}-said-{name}")


@dataclass
class PostgresGround:
    """Places with a store in a database of their own."""

    root: Path
    server: Server

    def empty(self) -> Place:
        place = self.numbered()
        place.folder.mkdir(parents=True)
        (place.folder / "regesta.toml").write_text(SETTINGS, encoding="utf-8")
        self.server.run(f"CREATE DATABASE {place.folder.parent.name}")
        return place

    def copy(self, place: Place) -> Place:
        made = self.numbered()
        shutil.copytree(place.folder, made.folder)
        self.server.run(f"CREATE DATABASE {made.folder.parent.name} TEMPLATE {place.folder.parent.name}")
        return made

    def clear(self, place: Place) -> None:
        shutil.rmtree(place.folder.parent)
        self.server.run(f"DROP DATABASE {place.folder.parent.name} WITH (FORCE)")

    def has_store(self, place: Place) -> bool:
        return self.server.has_tables(place.store)

    def numbered(self) -> Place:
        name = self.server.new_name()
        return Place(self.root / name / "work", self.server.address(name), self.root.parent / f"said-{name}")


def leave_to_make_faults(ground: Ground) -> None:
    """Skip what needs PostgreSQL to tell little more than SQLite does, but when all is played."""
    if not ROUNDS and isinstance(ground, PostgresGround):
        pytest.skip("make faults plays it")


@contextmanager
def lent(ground: Ground, place: Place) -> Iterator[Place]:
    """Lend a copy of a place; it is removed afterwards."""
    copy = ground.copy(place)
    try:
        yield copy
    finally:
        ground.clear(copy)
