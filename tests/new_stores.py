"""New SQLite stores copied from one that the migrations made: running them takes 50 ms, for each of a thousand stores.

What is copied is what the program itself makes of an empty file, once in each process of the tests. Commands in
processes of their own, and the tests of the store itself (`tests/store`), run the migrations each time.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_ident

import pytest
from sqlalchemy import Engine

from regesta.store import sqlite
from regesta.store.store import open_store

RUN_MIGRATIONS = sqlite.prepare


@contextmanager
def copied(folder: Path) -> Iterator[None]:
    """Make new stores in this process by copying one that is made in a folder."""
    made = folder / "new.db"
    open_store(str(made)).close()
    content = made.read_bytes()

    def prepare(engine: Engine, url: str) -> None:
        path = Path(engine.url.database or "")
        if not engine.url.query and not path.exists() and os.access(path.parent, os.W_OK):
            put(content, path)
        RUN_MIGRATIONS(engine, url)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite, "prepare", prepare)
        yield


def put(content: bytes, path: Path) -> None:
    """Write a file that is whole as soon as it is there; one that another thread has made meanwhile stays."""
    part = path.with_name(f"{path.name}.part{get_ident()}")
    part.write_bytes(content)
    with suppress(FileExistsError):
        path.hardlink_to(part)
    part.unlink()
