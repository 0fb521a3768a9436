"""Clients of the web pages over the small register of `register_fixture`."""

from collections.abc import Iterable

import pytest
from builders import a_judgement
from register_fixture import Opener, faulty_article, fill, first_article, second_article
from starlette.testclient import TestClient

from regesta.model.article import Article
from regesta.model.event import Event
from regesta.model.judgement import Judgement
from regesta.serve.app import app_over
from regesta.store.memory import open_memory


@pytest.fixture
def visits() -> tuple[Event, Event]:
    """The two tellings of the visit."""
    return first_article().events[0], second_article().events[0]


@pytest.fixture
def visit_id(visits: tuple[Event, Event]) -> str:
    """Id of the entry that both tellings of the visit make up."""
    return visits[0].id


@pytest.fixture
def open_client() -> Opener:
    """Opens a client of the pages over given articles."""

    def opened(articles: Iterable[Article] = (), judgements: Iterable[Judgement] = ()) -> TestClient:
        store = open_memory()
        fill(store, articles, judgements)
        return TestClient(app_over(store), raise_server_exceptions=False, follow_redirects=False)

    return opened


@pytest.fixture
def client(open_client: Opener, visits: tuple[Event, Event]) -> TestClient:
    """A client of the pages over the small register."""
    joined = a_judgement(*visits, reasons=("same parties", "a day apart"))
    return open_client((first_article(), second_article(), faulty_article()), [joined])
