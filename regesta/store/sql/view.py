"""Reads an SQL database as it was when the view was opened."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection, Table, func, select

from regesta.model.annotation import Fault
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
from regesta.store.foreign import (
    EVERY_FOREIGN,
    ForeignFilter,
    ForeignOutline,
)
from regesta.store.moments import StoreState
from regesta.store.outlines import (
    ActorCount,
    ArticleFault,
    ArticleOutline,
    Changes,
    EventOutline,
    StoreCounts,
)
from regesta.store.runs import Run, RunSettings, runs_at, version_of
from regesta.store.sql import decode, tables
from regesta.store.sql.blocks import read_actors, read_blocks, read_entities, read_states_told
from regesta.store.sql.counts import read_count, read_publishers
from regesta.store.sql.decode import AnyRow
from regesta.store.sql.dialects import listed
from regesta.store.sql.foreign import count_foreign, read_foreign, read_foreign_outlines
from regesta.store.sql.integrity import damages
from regesta.store.sql.judgements import count_judgements, read_decisions, read_judgements
from regesta.store.sql.keys import Keys, read_event_keys, read_keys_of
from regesta.store.sql.moment import Reader, read_last_change
from regesta.store.sql.offices import read_offices
from regesta.store.sql.outlines import read_changes, read_outlines
from regesta.store.sql.runs import read_newest_run, read_runs
from regesta.store.sql.selects import EVENTS, STATEMENTS, AnySelect, count_of, page, starts_a_name
from regesta.store.sql.state import read_state
from regesta.store.sql.tallies import count_faults, count_unread, read_coverage, read_statement_days, read_tallies
from regesta.store.tallies import ArticlesOnDay, Facet, Tally

T = TypeVar("T")


@dataclass
class SqlView:
    """A read transaction; see `regesta.store.view.View`. Its owner begins and ends the transaction."""

    connection: Connection
    moment: datetime | None = None  # None for the present
    reader: Reader = field(init=False)

    def __post_init__(self) -> None:
        self.reader = Reader(self.connection, self.moment)

    @cached_property
    def state(self) -> StoreState:
        """How far the store has come."""
        return read_state(self.connection)

    @property
    def revision(self) -> int:
        """Grows with every transaction."""
        return self.state.revision

    def article(self, article_id: str, version: str | None = None) -> Article | None:
        """Return the current version of an article, or the given one."""
        articles = tables.articles
        chosen = articles.c.is_current if version is None else articles.c.version == version
        return next(self._articles(select(articles.c.key).where(articles.c.id == article_id, chosen)), None)

    def articles(self, wanted: ArticleFilter = EVERY_ARTICLE) -> Iterator[Article]:
        """Yield articles without their parses."""
        return self._articles(page(wanted, tables.articles.c.key))

    def article_ids(self, wanted: ArticleFilter = EVERY_ARTICLE) -> list[str]:
        """List the ids of articles."""
        return list(self.reader.scalars(page(wanted, tables.articles.c.id)))

    def article_outlines(self, wanted: ArticleFilter = EVERY_ARTICLE) -> list[ArticleOutline]:
        """List articles in outline."""
        counts = map(count_of, (tables.events, tables.statements, tables.faults))
        return [decode.article_outline_of(row) for row in self.reader.execute(page(wanted, tables.articles, *counts))]

    def versions(self, article_id: str) -> list[ArticleOutline]:
        """List the versions of an article, the current one last."""
        articles = tables.articles
        counts = map(count_of, (tables.events, tables.statements, tables.faults))
        rows = select(articles, *counts).where(articles.c.id == article_id).order_by(articles.c.key)
        return [decode.article_outline_of(row) for row in self.reader.execute(rows)]

    def holds(self, settings: RunSettings, article: Article) -> bool:
        """Tell whether this article was already coded under these settings."""
        version = version_of(article, settings)
        return self.reader.scalar(select(func.count()).where(tables.articles.c.version == version)) > 0

    def report(self, event_id: str) -> Report | None:
        """Return an event with its article, from the last version that has it."""
        rows = select(tables.events.c.body, *decode.CITED_COLUMNS).select_from(EVENTS)
        return next(iter(self._cited(latest(rows, tables.events, event_id), decode.report_of)), None)

    def reports(self, wanted: EventFilter = EVERY_EVENT) -> list[Report]:
        """List events with their articles."""
        return self._cited(page(wanted, tables.events.c.body, *decode.CITED_COLUMNS), decode.report_of)

    def event_ids(self, wanted: EventFilter = EVERY_EVENT) -> list[str]:
        """List the ids of events."""
        return list(self.reader.scalars(page(wanted, tables.events.c.id)))

    def event_keys(self, wanted: EventFilter) -> list[Keys]:
        """List the keys of the events that have what a filter asks for, by what it asks for."""
        return read_event_keys(self.reader, wanted)

    def keys_of(self, ids: Collection[str] | None = None) -> dict[str, int]:
        """Return the keys of events, by id."""
        return read_keys_of(self.reader, ids)

    def outlines(self, wanted: EventFilter = EVERY_EVENT) -> list[EventOutline]:
        """List events in outline."""
        return read_outlines(self.reader, wanted)

    def changes(self, since: datetime) -> Changes:
        """Return what changed in the events after a moment."""
        return read_changes(self.reader, since)

    def statement(self, statement_id: str) -> StatementReport | None:
        """Return a statement with its article, from the last version that has it."""
        rows = select(tables.statements.c.body, *decode.CITED_COLUMNS).select_from(STATEMENTS)
        found = self._cited(latest(rows, tables.statements, statement_id), decode.statement_report_of)
        return next(iter(found), None)

    def statements(self, wanted: StatementFilter = EVERY_STATEMENT) -> list[StatementReport]:
        """List statements with their articles."""
        rows = page(wanted, tables.statements.c.body, *decode.CITED_COLUMNS)
        return self._cited(rows, decode.statement_report_of)

    def statement_ids(self, wanted: StatementFilter = EVERY_STATEMENT) -> list[str]:
        """List the ids of statements."""
        return list(self.reader.scalars(page(wanted, tables.statements.c.id)))

    def count(self, wanted: Filter) -> int:
        """Count what a filter lets through, whatever its limit and offset."""
        return read_count(self.reader, wanted)

    def actors(self, like: str = "", limit: int | None = 20) -> list[ActorCount]:
        """List the parties of events, most events first."""
        return read_actors(self.reader, starts_a_name(like) if like else None, limit)

    def publishers(self) -> dict[str, int]:
        """Return how many articles each known publisher has, by name."""
        return read_publishers(self.reader)

    def tallies(self, by: tuple[Facet, ...], wanted: EventFilter = EVERY_EVENT) -> Iterator[Tally]:
        """Count events by the values they share."""
        return read_tallies(self.reader, by, wanted)

    def coverage(self, wanted: ArticleFilter = EVERY_ARTICLE) -> Iterator[ArticlesOnDay]:
        """Count articles by day and publisher."""
        return read_coverage(self.reader, wanted)

    def statement_days(self, wanted: StatementFilter = EVERY_STATEMENT) -> dict[date, int]:
        """Count statements by the day their article was published."""
        return read_statement_days(self.reader, wanted)

    def judgements(self, kind: JudgedKind = "event", of: Collection[str] | None = None) -> list[Judgement]:
        """List judgements by pair, then author."""
        return read_judgements(self.connection, kind, of, self.moment)

    def decisions(self, of: Collection[str] | None = None) -> list[Decision]:
        """List the decisions of persons in order of writing."""
        return read_decisions(self.connection, of, self.moment)

    def at(self, moment: datetime) -> "SqlView":
        """Return a view of the same store as it was at an earlier moment."""
        return SqlView(self.connection, moment)

    def last_change(self) -> datetime | None:
        """Return when anything was last stored."""
        return read_last_change(self.reader)

    def blocks(
        self, of: Collection[str] | None = None, most: int | None = None, kind: JudgedKind = "event", least: int = 2
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield block keys that several events or statements share, with their ids."""
        return read_blocks(self.reader, of, most, kind, least)

    def states_told(self, entities: Collection[str]) -> dict[str, str]:
        """Return the state that most events tell of each of some entities."""
        return read_states_told(self.reader, entities)

    def entities(self, kind: str) -> dict[str, bool]:
        """Return the entities of a kind, with whether any actor has a state."""
        return read_entities(self.reader, kind)

    def offices_seen(self, through_run: int | None = None, articles: Collection[str] | None = None) -> list[OfficeSeen]:
        """List the offices that articles give to people, by article id, in text order."""
        return read_offices(self.reader, through_run, articles)

    def faults(self, limit: int | None = None, offset: int = 0) -> list[ArticleFault]:
        """List faults by article id, in the order in which each article met them."""
        faults, articles = tables.faults, tables.articles
        joined = faults.join(articles, faults.c.article == articles.c.key)
        rows = select(articles.c.id, faults.c.stage, faults.c.reason).select_from(joined).where(articles.c.is_current)
        rows = rows.order_by(articles.c.id, faults.c.position).limit(limit).offset(offset)
        return [
            ArticleFault(article_id=row.id, fault=Fault(row.stage, row.reason)) for row in self.reader.execute(rows)
        ]

    def foreign(self, wanted: ForeignFilter = EVERY_FOREIGN) -> Iterator[ForeignReport]:
        """Yield rows of other data sets by day."""
        return read_foreign(self.connection, wanted)

    def foreign_outlines(self, wanted: ForeignFilter = EVERY_FOREIGN) -> Iterator[ForeignOutline]:
        """Yield rows of other data sets in outline."""
        return read_foreign_outlines(self.connection, wanted)

    def foreign_datasets(self) -> dict[str, int]:
        """Return how many rows of each other data set there are."""
        return count_foreign(self.connection)

    def runs(self) -> list[Run]:
        """List the runs, the first one first."""
        return runs_at(read_runs(self.connection), self.moment)

    def newest_run(self, *, finished: bool = False, before: int | None = None) -> int | None:
        """Return the number of the newest run."""
        return read_newest_run(self.connection, self.moment, finished=finished, before=before)

    def counts(self) -> StoreCounts:
        """Count what the store holds."""
        unread = count_unread(self.reader)
        return StoreCounts(
            articles=self.count(EVERY_ARTICLE) - unread,
            events=self.count(EVERY_EVENT),
            statements=self.count(EVERY_STATEMENT),
            faults=count_faults(self.reader),
            judgements=count_judgements(self.connection, self.moment),
            runs=len(self.runs()),
            versions=self.reader.scalar(select(func.count()).select_from(tables.articles)),
            unread=unread,
        )

    def integrity(self) -> list[str]:
        """Look for damage below the level of articles."""
        return list(damages(self.connection))

    def _articles(self, keys: AnySelect) -> Iterator[Article]:
        """Yield the articles with some keys."""
        joined = tables.articles.join(tables.texts, tables.articles.c.text == tables.texts.c.key)
        for key in self.reader.scalars(keys):
            rows = select(*decode.ARTICLE_COLUMNS).select_from(joined).where(tables.articles.c.key == key)
            faults = select(tables.faults).where(tables.faults.c.article == key).order_by(tables.faults.c.position)
            yield decode.article_of(
                self.connection.execute(rows).one(),  # the version is chosen; all that it holds is of its moment
                self._bodies(tables.events, key),
                self._bodies(tables.statements, key),
                self.reader.execute(faults),
            )

    def _bodies(self, table: Table, article_key: int) -> Iterable[str]:
        rows = select(table.c.body).where(table.c.article == article_key).order_by(table.c.position)
        return self.connection.scalars(rows)

    def _cited(self, rows: AnySelect, decode: Callable[[AnyRow, Mapping[int, str]], T]) -> list[T]:
        """Return decoded rows, with the texts they cite."""
        found = self.reader.execute(rows).all()
        needed = listed(tables.texts.c.key, {row.text for row in found})
        texts = {
            row.key: row.text
            for row in self.reader.execute(select(tables.texts.c.key, tables.texts.c.text).where(needed))
        }
        return [decode(row, texts) for row in found]


def latest(rows: AnySelect, table: Table, fact_id: str) -> AnySelect:
    """Return the SELECT of one event or statement by id, from the current version, else the last that has it."""
    articles = tables.articles
    return rows.where(table.c.id == fact_id).order_by(articles.c.is_current.desc(), articles.c.key.desc()).limit(1)
