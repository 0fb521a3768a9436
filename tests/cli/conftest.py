"""Fixtures that call the command line."""

from pathlib import Path

import pytest
from command_line import Ran, Regesta, called
from stand_in import HandMade, a_report, install

from regesta.run.ingest import ingest
from regesta.store.store import open_store


@pytest.fixture
def regesta(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Regesta:
    """Run a command line in this process; standard input is given as bytes."""

    def run(line: str, stdin: bytes = b"") -> Ran:
        return called(line, stdin, monkeypatch, capsys)

    return run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder whose settings code with the stand-in, so that no model is loaded."""
    install(tmp_path / "plugins")
    monkeypatch.syspath_prepend(tmp_path / "plugins")
    work = tmp_path / "work"
    work.mkdir()
    (work / "regesta.toml").write_text('stages = ["stand-in"]\n', encoding="utf-8")
    monkeypatch.chdir(work)
    return work


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one visit told by two outlets, another by one, and an article with a fault; only to be read."""
    path = tmp_path_factory.mktemp("store") / "regesta.db"
    articles = (a_report("a1"), a_report("a2"), a_report("b1", "Sweden", "Latvia"), a_report("c1", note="break here"))
    with open_store(str(path)) as opened:
        ingest(articles, opened, HandMade(), lambda report: None)
    return path
