"""The protocol of reading a store: what it held at one moment."""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.model.entry import Report, StatementReport
from regesta.model.foreign import ForeignReport
from regesta.model.judgement import JudgedKind, Judgement
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
from regesta.store.foreign import EVERY_FOREIGN, ForeignFilter, ForeignOutline
from regesta.store.moments import StoreState
from regesta.store.outlines import ActorCount, ArticleFault, ArticleOutline, Changes, EventOutline, StoreCounts
from regesta.store.runs import Run, RunSettings
from regesta.store.tallies import ArticlesOnDay, Facet, Tally


class View(Protocol):
    """What the store held at one moment; later writes do not show.

    Unless said otherwise only current versions of articles, and what they report, are seen.
    """

    @property
    def state(self) -> StoreState:
        """How far the store has come; of now also in a view of an earlier moment."""
        ...

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

    def article_ids(self, wanted: ArticleFilter = EVERY_ARTICLE) -> list[str]:
        """List the ids of articles."""
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

    def event_keys(self, wanted: EventFilter) -> list[NDArray[np.int64]] | None:
        """List the keys of the events that have what a filter asks for, in no order, also of replaced versions.

        Args:
            wanted: Parties, the CAMEO codes of its kinds, place, context and words; the rest of it does not count.

        Returns:
            The keys of those that have the first thing asked for, of those that have the second ...; None where the
            store gives events no keys.
        """
        ...

    def keys_of(self, ids: Collection[str] | None = None) -> dict[str, int]:
        """Return the keys of events, by id.

        Args:
            ids: Ids of the events; None for all.
        """
        ...

    def outlines(self, wanted: EventFilter = EVERY_EVENT) -> list[EventOutline]:
        """List events in outline."""
        ...

    def changes(self, since: datetime) -> Changes:
        """Return what changed in the events after a moment, UTC, of the present; decisions of persons are not in it."""
        ...

    def statement(self, statement_id: str) -> StatementReport | None:
        """Return a statement with its article; when no current version has it, from the last version that had."""
        ...

    def statements(self, wanted: StatementFilter = EVERY_STATEMENT) -> list[StatementReport]:
        """List statements with their articles."""
        ...

    def statement_ids(self, wanted: StatementFilter = EVERY_STATEMENT) -> list[str]:
        """List the ids of statements."""
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

    def tallies(self, by: tuple[Facet, ...], wanted: EventFilter = EVERY_EVENT) -> Iterator[Tally]:
        """Count events by the values they share, in no order; only values that occur.

        Args:
            by: What to tell events apart by.
            wanted: Which events; its limit and offset are not used.
        """
        ...

    def coverage(self, wanted: ArticleFilter = EVERY_ARTICLE) -> Iterator[ArticlesOnDay]:
        """Count articles by day and publisher, in no order; its limit and offset are not used."""
        ...

    def statement_days(self, wanted: StatementFilter = EVERY_STATEMENT) -> dict[date, int]:
        """Count statements by the day their article was published, if known; limit and offset are not used."""
        ...

    def judgements(self, kind: JudgedKind = "event", of: Collection[str] | None = None) -> list[Judgement]:
        """List judgements by pair, then author.

        Args:
            kind: What is judged.
            of: Only those on a pair with at least one of these ids; None for all.
        """
        ...

    def decisions(self, of: Collection[str] | None = None) -> list[Decision]:
        """List the decisions of persons in order of writing.

        Args:
            of: Only those about one of these events or statements, and all that undo others; None for all.
        """
        ...

    def at(self, moment: datetime) -> "View":
        """Return a view of the same store as it was at an earlier moment.

        Blocks, and rows of other data sets, are those of now.

        Args:
            moment: UTC. What was stored by a version before 0.3 counts from the end of its run.
        """
        ...

    def last_change(self) -> datetime | None:
        """Return when a run, an article, a judgement or a decision was last stored, UTC; None in an empty store."""
        ...

    def blocks(
        self, of: Collection[str] | None = None, most: int | None = None, kind: JudgedKind = "event", least: int = 2
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield block keys that several events or statements share, with their ids; both sorted.

        Args:
            of: Only blocks with at least one of these ids; None for all.
            most: Only blocks of at most so many; None for all.
            kind: What is in the blocks.
            least: Only blocks of at least so many.
        """
        ...

    def states_told(self, entities: Collection[str]) -> dict[str, str]:
        """Return the state that most events tell of each of some entities, by entity.

        Those of which none is told, or two by as many events, are left out.
        """
        ...

    def entities(self, kind: str) -> dict[str, bool]:
        """Return the entities of a kind ("person") that take part in events, sorted, and if any actor has a state.

        An actor may be of an article that was replaced; `states_told` tells.

        Args:
            kind: What stands before the colon of an id.
        """
        ...

    def offices_seen(self, through_run: int | None = None, articles: Collection[str] | None = None) -> list[OfficeSeen]:
        """List the offices that articles give to people, by article id, in text order.

        Args:
            through_run: As of the end of this run: of each article the last version that this or an earlier run stored.
                None for the current versions.
            articles: Only in these articles, by id; None for all.
        """
        ...

    def faults(self, limit: int | None = None, offset: int = 0) -> list[ArticleFault]:
        """List faults by article id, in the order in which each article met them."""
        ...

    def foreign(self, wanted: ForeignFilter = EVERY_FOREIGN) -> Iterator[ForeignReport]:
        """Yield rows of other data sets by day, those without one last; ties by id."""
        ...

    def foreign_outlines(self, wanted: ForeignFilter = EVERY_FOREIGN) -> Iterator[ForeignOutline]:
        """Yield rows of other data sets in outline, in no order, whatever the filter's limit."""
        ...

    def foreign_datasets(self) -> dict[str, int]:
        """Return how many rows of each other data set there are, by its name."""
        ...

    def runs(self) -> list[Run]:
        """List the runs, the first one first."""
        ...

    def newest_run(self, *, finished: bool = False, before: int | None = None) -> int | None:
        """Return the number of the newest run; None when there is none.

        Args:
            finished: Whether to look among those alone that have finished.
            before: Only runs before this one; None for all.
        """
        ...

    def counts(self) -> StoreCounts:
        """Count what the store holds."""
        ...

    def integrity(self) -> list[str]:
        """Look for damage below the level of articles (files, keys, hashes); list it in words."""
        ...
