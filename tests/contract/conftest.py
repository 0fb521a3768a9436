"""Every registered store, for the suites that all of them must pass."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta import plugins
from regesta.store.store import Store, open_store

# Where a test opens a store of each kind; a new kind adds its address here.
ADDRESSES = {"sqlite": "{folder}/regesta.db", "memory": "memory:"}


@pytest.fixture(params=plugins.names("stores"))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each registered kind."""
    with open_store(ADDRESSES[request.param].format(folder=tmp_path)) as opened:
        yield opened
