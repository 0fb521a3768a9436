"""The protocols of a store: where articles, facts and judgements are kept."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Literal, Protocol, Self

from regesta import plugins
from regesta.model.article import Article
from regesta.model.entry import Report, StatementReport
from regesta.model.judgement import Judgement
from regesta.model.office import OfficeSeen
from regesta.store.filters import (
    EVERY_ARTICLE,
    EVERY_EVENT,
    EVERY_STATEMENT,
    ArticleFilter,
    EventFilter,
    Filter,
    StatementFilter,
)
from regesta.store.outlines import ActorCount, ArticleFault, ArticleOutline, EventOutline, StoreCounts
from regesta.store.runs import Run, RunSettings

SCHEME = re.compile(r"([a-z][a-z0-9]+)(?:\+[a-z0-9]+)?:")  # two letters or more: "C:" is a drive
JudgedKind = Literal["event", "statement"]


class Writer(Protocol):
    """One transaction: everything written through it is kept together when its `with` block ends, or not at all."""

    def start_run(self, settings: RunSettings, started: datetime) -> int:
        """Begin a run and return its number.

        Args:
            settings: What decides how its articles are coded.
            started: Now, UTC.
        """
        ...

    def finish_run(self, run: int, finished: datetime, summary: Mapping[str, int]) -> None:
        """Note that a run has ended, and its counts."""
        ...

    def add_article(self, run: int, article: Article) -> bool:
        """Store an article with its layers (except the parse), events, statements and faults.

        Returns:
            True when this version is new; False when the store has it already, and nothing is written. A new version
            of a stored article becomes the current one; the older ones are kept.
        """
        ...

    def set_blocks(self, keys: Mapping[str, Iterable[str]]) -> None:
        """Set the block keys of events, by event id, in place of those they had."""
        ...

    def set_offices(self, article_id: str, seen: Iterable[OfficeSeen]) -> None:
        """Set the offices that the current version of an article gives to people, in place of those it had.

        Args:
            article_id: An article added before.
            seen: In text order; `article_id`, `day` and `run` are those of the article, whatever they say.
        """
        ...

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Store judgements; one by the same author on the same pair replaces the older. Return how many were new."""
        ...

    def remove_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Remove judgements, found by kind, pair and author. Return how many there were."""
        ...


class View(Protocol):
    """What the store held at one moment; later writes do not show.

    Unless said otherwise only current versions of articles, and what they report, are seen.
    """

    @property
    def revision(self) -> int:
        """Grows with every transaction: equal revisions of one store mean equal content."""
        ...

    def article(self, article_id: str, version: str | None = None) -> Article | None:
        """Return an article as it was written, without its parse.

        Args:
            article_id: Id of the article.
            version: A version to return instead of the current one.
        """
        ...

    def articles(self, wanted: ArticleFilter = EVERY_ARTICLE) -> Iterator[Article]:
        """Yield articles as they were written, without their parses."""
        ...

    def article_outlines(self, wanted: ArticleFilter = EVERY_ARTICLE) -> list[ArticleOutline]:
        """List articles in outline."""
        ...

    def versions(self, article_id: str) -> list[ArticleOutline]:
        """List the versions of an article, the oldest first, the current one last."""
        ...

    def holds(self, settings: RunSettings, article: Article) -> bool:
        """Tell whether this article was already coded under these settings, so that coding it again adds nothing."""
        ...

    def report(self, event_id: str) -> Report | None:
        """Return an event with its article; when no current version has it, from the last version that had."""
        ...

    def reports(self, wanted: EventFilter = EVERY_EVENT) -> list[Report]:
        """List events with their articles."""
        ...

    def event_ids(self, wanted: EventFilter = EVERY_EVENT) -> list[str]:
        """List the ids of events."""
        ...

    def outlines(self, wanted: EventFilter = EVERY_EVENT) -> list[EventOutline]:
        """List events in outline."""
        ...

    def statement(self, statement_id: str) -> StatementReport | None:
        """Return a statement with its article; when no current version has it, from the last version that had."""
        ...

    def statements(self, wanted: StatementFilter = EVERY_STATEMENT) -> list[StatementReport]:
        """List statements with their articles."""
        ...

    def count(self, wanted: Filter) -> int:
        """Count the events, statements or articles that a filter lets through, whatever its limit and offset."""
        ...

    def actors(self, like: str = "", limit: int | None = 20) -> list[ActorCount]:
        """List the parties of events, most events first.

        Args:
            like: A party as in `EventFilter`; "" for all.
            limit: At most so many; None for all.
        """
        ...

    def publishers(self) -> dict[str, int]:
        """Return how many articles each known publisher has, by name."""
        ...

    def judgements(self, kind: JudgedKind = "event", of: Collection[str] | None = None) -> list[Judgement]:
        """List judgements by pair, then author.

        Args:
            kind: What is judged.
            of: Only those on a pair with at least one of these ids; None for all.
        """
        ...

    def blocks(self, run: int | None = None) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield block keys that several events share, with the ids of those events; both sorted.

        Args:
            run: Only blocks with an event that this run stored; None for all.
        """
        ...

    def offices_seen(self, through_run: int | None = None) -> list[OfficeSeen]:
        """List the offices that articles give to people, by article id, in text order.

        Args:
            through_run: As of the end of this run: of each article the last version that this or an earlier run stored.
                None for the current versions.
        """
        ...

    def faults(self, limit: int | None = None, offset: int = 0) -> list[ArticleFault]:
        """List faults by article id, in the order in which each article met them."""
        ...

    def runs(self) -> list[Run]:
        """List the runs, the first one first."""
        ...

    def counts(self) -> StoreCounts:
        """Count what the store holds."""
        ...

    def integrity(self) -> list[str]:
        """Look for damage below the level of articles (files, keys, hashes); list it in words."""
        ...


class Store(Protocol):
    """A place where articles, facts and judgements are kept; close it, or use it in a `with` block.

    Attributes:
        url: Where it is.
    """

    url: str

    def writer(self) -> AbstractContextManager[Writer]:
        """Begin a transaction; it is kept when the block ends and undone when the block raises.

        Raises:
            StoreError: Another writer does not finish, or the transaction cannot be written.
        """
        ...

    def view(self) -> AbstractContextManager[View]:
        """Open a view of this moment; writers do not wait for it, nor it for them."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def open_store(url: str, *, create: bool = True) -> Store:
    """Open a store, making or upgrading it where needed.

    Args:
        url: A path of an SQLite file, or a URL whose scheme is the name of a store plugin: "sqlite:///regesta.db",
            "memory:".
        create: Whether to make the store when there is none.

    Raises:
        ConfigError: No store plugin of that name.
        StoreError: The store cannot be opened or upgraded, or there is none and `create` is False.
    """
    scheme = SCHEME.match(url)
    opener = plugins.load("stores", scheme.group(1) if scheme else "sqlite")
    store: Store = opener(url, create=create)
    return store
