"""A small register of our own in the working folder, as notebooks open one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from stand_in import HandMade, a_report

import regesta
from regesta.run.ingest import ingest
from regesta.store.store import open_store


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[regesta.OpenRegister]:
    """One visit told by two outlets, another by one, and an article with a fault; in `regesta.db`."""
    monkeypatch.chdir(tmp_path)
    articles = (a_report("a1"), a_report("a2"), a_report("b1", "Sweden", "Latvia"), a_report("c1", note="break here"))
    with open_store("regesta.db") as store:
        ingest(articles, store, HandMade(), lambda report: None)
    with regesta.open("regesta.db") as opened:
        yield opened
