"""Fixtures: the program in killable processes, places for each kind of store, a site with a feed."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "cli"))  # for its command line

from killable import program_loaded
from places import Ground, PostgresGround, SqliteGround
from staged import fill
from web_server import Site, a_site


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The program, loaded once for all processes."""
    with program_loaded(tmp_path_factory.mktemp("plugins")):
        yield


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def ground(request: pytest.FixtureRequest, program: None, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """Places with a store of each kind."""
    root = tmp_path_factory.mktemp("places")
    if request.param == "sqlite":
        return SqliteGround(root)
    return PostgresGround(root, request.getfixturevalue("postgres"))


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """A site with a feed and the stories that it lists."""
    with a_site() as served:
        fill(served)
        yield served
