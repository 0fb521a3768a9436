"""Every registered store, for the suites that all of them must pass."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from stores import an_address

from regesta import plugins
from regesta.store.store import Store, open_store


@pytest.fixture(params=plugins.names("stores"))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each registered kind."""
    with an_address(request.param, request, tmp_path) as address, open_store(address) as opened:
        yield opened
