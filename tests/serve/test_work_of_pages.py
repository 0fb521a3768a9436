"""What a page costs does not grow with the register as long as what it shows does not: calls are counted, not time.

What goes through all entries one by one makes some calls for each; what is done with columns of numbers, or by the
store, makes as many for a hundred entries as for a million.
"""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from types import FrameType

import pytest
from builders import DAY, TEXT, a_statement, an_article, an_event
from starlette.testclient import TestClient
from stores import write

from regesta.model.article import Article
from regesta.serve.app import app_over
from regesta.serve.shelf import Shelf
from regesta.serve.warmth import WARMTH
from regesta.store.sqlite import open_sqlite

FEW, MANY = 150, 1500
MOST = 1.25  # times the calls of the small register; pages have more days to draw, and more digits to write
ASKED_ANEW = {"Cookie": "asked=anew"}  # else the answer is the one that is kept
PAGES = (
    "/",
    "/?contains=visited",
    "/?contains=vis*&status=happened",
    "/?party=POL",
    "/?place=Vilnius",
    "/?sort=support&status=planned",
    "/?sort=reported&page=4",
    "/actors",
    "/actors?page=2",
    "/actors/POL",
    "/dyads?left=POL&right=LTU",
    "/statements",
    "/statements?page=5",
    "/statements?sort=oldest",
    "/statements?contains=talking",
    "/meetings",
    "/meetings?contains=visited",
    "/map?contains=visited",
    "/network?status=happened",
    "/search?q=visited",
    "/articles",
    "/articles?contains=visited&page=4",
    "/status",
    "/entries.json?party=POL",
    "/entries.atom?contains=visited",
)


def told(number: int) -> Article:
    """An article with two events and a statement; the days, parties and places are the same however many there are."""
    base = an_article(TEXT, id=f"a{number}", published=DAY + timedelta(days=number % 30))
    events = [
        an_event(base, "visited", day=DAY + timedelta(days=number % 30), place="Vilnius" if number % 2 else None),
        an_event(base, "talking", status="planned" if number % 3 else "happened", mode="meet"),
    ]
    return replace(base, events=tuple(events), statements=(a_statement(base),))


@dataclass
class Calls:
    """Counts the functions, of Python and in C, that are called in threads started since."""

    counted: int = 0

    def __call__(self, _: FrameType, what: str, __: object) -> None:
        self.counted += what in {"call", "c_call"}


@dataclass
class Served:
    """The pages over a store, with what they called."""

    client: TestClient
    shelf: Shelf
    calls: Calls

    def calls_of(self, path: str) -> int:
        """How many functions are called for a page that nobody asked for since a change."""
        self.client.get(path, headers=ASKED_ANEW).raise_for_status()  # templates are read, statements made
        assert self.shelf.clusters is not None
        self.shelf.clusters.worked_out.of_some.clear()
        before = self.calls.counted
        self.client.get(path, headers=ASKED_ANEW).raise_for_status()
        return self.calls.counted - before


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Served]]:
    """The pages over a small register and over a larger one."""
    calls = Calls()
    threading.setprofile(calls)
    try:
        with ExitStack() as stack:
            folders = ((tmp_path_factory.mktemp("store"), size) for size in (FEW, MANY))
            yield [stack.enter_context(serving(folder, size, calls)) for folder, size in folders]
    finally:
        threading.setprofile(None)


@contextmanager
def serving(folder: Path, articles: int, calls: Calls) -> Iterator[Served]:
    """Serve so many articles, all done that is done beside the requests."""
    app = app_over(open_sqlite(str(folder / "regesta.db")))
    shelf: Shelf = app.state.shelf
    write(shelf.store, *map(told, range(articles)))
    with shelf.register() as register:
        for work in (*WARMTH.quick, *(work for _, work in WARMTH.slow)):
            work(register)
    with TestClient(app) as client:
        yield Served(client, shelf, calls)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_calls_no_more_functions_in_a_larger_register(served: list[Served], path: str) -> None:
    few, many = (one.calls_of(path) for one in served)
    assert many < MOST * few
