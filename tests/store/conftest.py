"""The tests of stores make each new one by the migrations, and wait for the disk."""

import pytest
from new_stores import PREPARE, SET_UP

from regesta.store import sqlite


@pytest.fixture(autouse=True)
def as_users_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make and open stores as the program does."""
    monkeypatch.setattr(sqlite, "prepare", PREPARE)
    monkeypatch.setattr(sqlite, "set_up", SET_UP)
