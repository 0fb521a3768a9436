"""Stores filled with hand-built data."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from regesta.model.article import Article
from regesta.model.judgement import Judgement
from regesta.query.register import Register, open_register
from regesta.store.runs import RunSettings
from regesta.store.store import Store, open_store

SETTINGS = RunSettings(config_hash="c0ffee", ontology_version="1.0", regesta_version="0.1.0", config='{"a": 1}')
NOW = datetime(2023, 1, 2, 3, 4, tzinfo=UTC)


@contextmanager
def an_address(kind: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """The address of a new empty store of a kind; a new kind adds its own here."""
    if kind == "postgresql":
        with request.getfixturevalue("postgres").store() as address:
            yield address
    else:
        yield {"sqlite": f"{folder}/regesta.db", "memory": "memory:"}[kind]


def write(store: Store, *articles: Article, settings: RunSettings = SETTINGS) -> list[bool]:
    """Write articles in one run; tell which were new."""
    with store.writer() as writer:
        run = writer.start_run(settings, NOW)
        return [writer.add_article(run, article) for article in articles]


def filled(articles: Iterable[Article], judgements: Iterable[Judgement] = ()) -> Store:
    """A store in memory with some articles and judgements."""
    store = open_store("memory:")
    write(store, *articles)
    with store.writer() as writer:
        writer.add_judgements(judgements)
    return store


@contextmanager
def a_register(articles: Iterable[Article], judgements: Iterable[Judgement] = ()) -> Iterator[Register]:
    """The register of a store in memory."""
    with filled(articles, judgements).view() as view:
        yield open_register(view)
