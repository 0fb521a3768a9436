"""Fixtures that many tests share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from new_stores import quick_stores
from postgres_server import ABSENT, Server, running

from regesta.garbage import look_seldom

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that rewrites golden files."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files; review the diff")


def pytest_configure() -> None:
    """Forget which store the person who runs the tests works with."""
    os.environ.pop("REGESTA_STORE", None)
    look_seldom()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, visibly, what needs data that lies beside the repository where it is absent."""
    if SHARED.is_dir():
        return
    absent = pytest.mark.skip(reason="needs ../shared, which is not here")
    for item in items:
        if "shared" in item.keywords:
            item.add_marker(absent)


@pytest.fixture(scope="session", autouse=True)
def new_stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """SQLite stores are made by copying one, and do not wait for the disk."""
    with quick_stores(tmp_path_factory.mktemp("new")):
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The root folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server, one for the whole session; tests that need it are skipped where there is none."""
    with running() as server:
        if server is None:
            pytest.skip(ABSENT)
        yield server
