"""SQLite stores for tests: made by copying, and not waiting for the disk.

To run the migrations takes 50 ms for each of a thousand stores. What is copied is what the program itself makes of an
empty file, once in each process of the tests. And a transaction ends before it is on the disk, as in the tests'
PostgreSQL: that only tells where the power is cut, which no test does. Commands in processes of their own, and the
tests of the store itself (`tests/store`), do both as users have it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_ident
from typing import Any

import pytest
from sqlalchemy import Engine

from regesta.store import sqlite
from regesta.store.store import open_store

PREPARE, SET_UP = sqlite.prepare, sqlite.set_up


@contextmanager
def quick_stores(folder: Path) -> Iterator[None]:
    """Make new stores in this process by copying one that is made in a folder, and do not wait for the disk."""
    made = folder / "new.db"
    open_store(str(made)).close()
    content = made.read_bytes()

    def prepare(engine: Engine, url: str) -> None:
        path = Path(engine.url.database or "")
        if not engine.url.query and not path.exists() and os.access(path.parent, os.W_OK):
            put(content, path)
        PREPARE(engine, url)

    def set_up(connection: Any, record: object) -> None:
        SET_UP(connection, record)
        connection.execute("PRAGMA synchronous = OFF")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite, "prepare", prepare)
        patch.setattr(sqlite, "set_up", set_up)
        yield


def put(content: bytes, path: Path) -> None:
    """Write a file that is whole as soon as it is there; one that another thread has made meanwhile stays."""
    part = path.with_name(f"{path.name}.part{get_ident()}")
    part.write_bytes(content)
    with suppress(FileExistsError):
        path.hardlink_to(part)
    part.unlink()
