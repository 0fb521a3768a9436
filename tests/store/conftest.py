"""The tests of stores make each new one by the migrations."""

import pytest
from new_stores import RUN_MIGRATIONS

from regesta.store import sqlite


@pytest.fixture(autouse=True)
def migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the migrations for each new store, as the program does."""
    monkeypatch.setattr(sqlite, "prepare", RUN_MIGRATIONS)
