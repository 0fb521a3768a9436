"""Reads the content of a store in memory."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.model.entry import Report, StatementReport
from regesta.model.event import Event
from regesta.model.foreign import ForeignReport
from regesta.model.judgement import JudgedKind, Judgement
from regesta.model.office import OfficeSeen
from regesta.model.statement import Statement
from regesta.store.citing import report_of, statement_report_of
from regesta.store.filters import (
    EVERY_ARTICLE,
    EVERY_EVENT,
    EVERY_STATEMENT,
    ArticleFilter,
    EventFilter,
    Filter,
    StatementFilter,
)
from regesta.store.foreign import EVERY_FOREIGN, ForeignFilter, ForeignOutline, foreign_matches
from regesta.store.matching import (
    article_matches,
    cut,
    entities_among,
    event_matches,
    in_order,
    named,
    starts_a_name,
    statement_matches,
)
from regesta.store.memory_content import Content, Version
from regesta.store.moments import StoreState
from regesta.store.outlines import (
    ActorCount,
    ArticleFault,
    ArticleOutline,
    Changes,
    EventOutline,
    StoreCounts,
    merge_actor_counts,
    outline_event,
)
from regesta.store.runs import Run, RunSettings, version_of
from regesta.store.tallies import ArticlesOnDay, Facet, Tally, tally_outlines

T = TypeVar("T", Event, Statement)


@dataclass
class MemoryView:
    """The content of one moment; see `regesta.store.view.View`."""

    content: Content

    @property
    def state(self) -> StoreState:
        """How far the store has come."""
        return self.content.state

    @property
    def revision(self) -> int:
        """Grows with every transaction."""
        return self.content.state.revision

    def article(self, article_id: str, version: str | None = None) -> Article | None:
        """Return the current version of an article, or the given one."""
        found = self.content.versions.get(version or self.content.current.get(article_id, ""))
        return found.article if found and found.article.id == article_id else None

    def articles(self, wanted: ArticleFilter = EVERY_ARTICLE) -> Iterator[Article]:
        """Yield articles without their parses."""
        return (version.article for version in cut(self._found_versions(wanted), wanted))

    def article_ids(self, wanted: ArticleFilter = EVERY_ARTICLE) -> list[str]:
        """List the ids of articles."""
        return [version.article.id for version in cut(self._found_versions(wanted), wanted)]

    def article_outlines(self, wanted: ArticleFilter = EVERY_ARTICLE) -> list[ArticleOutline]:
        """List articles in outline."""
        return [self.content.outline(version) for version in cut(self._found_versions(wanted), wanted)]

    def versions(self, article_id: str) -> list[ArticleOutline]:
        """List the versions of an article, the current one last."""
        return [self.content.outline(v) for v in self._versions(every=True) if v.article.id == article_id]

    def holds(self, settings: RunSettings, article: Article) -> bool:
        """Tell whether this article was already coded under these settings."""
        return version_of(article, settings) in self.content.versions

    def report(self, event_id: str) -> Report | None:
        """Return an event with its article, from the last version that has it."""
        found = self._latest(event_id, lambda article: article.events)
        return report_of(*found) if found else None

    def reports(self, wanted: EventFilter = EVERY_EVENT) -> list[Report]:
        """List events with their articles."""
        return [report_of(event, article) for event, article in cut(self._found_events(wanted), wanted)]

    def event_ids(self, wanted: EventFilter = EVERY_EVENT) -> list[str]:
        """List the ids of events."""
        return [event.id for event, _ in cut(self._found_events(wanted), wanted)]

    def event_keys(self, wanted: EventFilter) -> None:
        """Return nothing: events in memory have no keys."""

    def keys_of(self, ids: Collection[str] | None = None) -> dict[str, int]:
        """Return nothing; see `event_keys`."""
        return {}

    def outlines(self, wanted: EventFilter = EVERY_EVENT) -> list[EventOutline]:
        """List events in outline."""
        found = cut(self._found_events(wanted), wanted)
        return [outline_event(event, article.id, article.source) for event, article in found]

    def changes(self, since: datetime) -> Changes:
        """Return what changed in the events after a moment."""
        return self.content.changes(since)

    def statement(self, statement_id: str) -> StatementReport | None:
        """Return a statement with its article, from the last version that has it."""
        found = self._latest(statement_id, lambda article: article.statements)
        return statement_report_of(*found) if found else None

    def statements(self, wanted: StatementFilter = EVERY_STATEMENT) -> list[StatementReport]:
        """List statements with their articles."""
        return [statement_report_of(said, article) for said, article in cut(self._found_statements(wanted), wanted)]

    def statement_ids(self, wanted: StatementFilter = EVERY_STATEMENT) -> list[str]:
        """List the ids of statements."""
        return [statement.id for statement, _ in cut(self._found_statements(wanted), wanted)]

    def count(self, wanted: Filter) -> int:
        """Count what a filter lets through, whatever its limit and offset."""
        if isinstance(wanted, EventFilter):
            return len(self._found_events(wanted))
        if isinstance(wanted, StatementFilter):
            return len(self._found_statements(wanted))
        return len(self._found_versions(wanted))

    def actors(self, like: str = "", limit: int | None = 20) -> list[ActorCount]:
        """List the parties of events, most events first."""
        tally: Counter[tuple[str, str | None, str | None, str | None]] = Counter()
        for event, _ in self._found_events(EVERY_EVENT):
            parties = [role.actor for role in event.parties if role.actor]
            tally.update({named(actor) for actor in parties if not like or starts_a_name(actor, like)})
        counts = (
            ActorCount(name=name, iso3=iso3, sector=sector, entity=entity, events=events)
            for (name, iso3, sector, entity), events in tally.items()
        )
        return merge_actor_counts(counts, limit)

    def publishers(self) -> dict[str, int]:
        """Return how many articles each known publisher has, by name."""
        return dict(Counter(name for v in self._versions() if (name := v.article.source.publisher) is not None))

    def tallies(self, by: tuple[Facet, ...], wanted: EventFilter = EVERY_EVENT) -> Iterator[Tally]:
        """Count events by the values they share."""
        return tally_outlines(iter(self.outlines(wanted)), by)

    def coverage(self, wanted: ArticleFilter = EVERY_ARTICLE) -> Iterator[ArticlesOnDay]:
        """Count articles by day and publisher."""
        found = Counter((v.article.source.day, v.article.source.publisher) for v in self._found_versions(wanted))
        return (ArticlesOnDay(day, publisher, articles) for (day, publisher), articles in found.items())

    def statement_days(self, wanted: StatementFilter = EVERY_STATEMENT) -> dict[date, int]:
        """Count statements by the day their article was published."""
        return Counter(article.source.day for _, article in self._found_statements(wanted) if article.source.day)

    def judgements(self, kind: JudgedKind = "event", of: Collection[str] | None = None) -> list[Judgement]:
        """List judgements by pair, then author."""
        wanted = None if of is None else frozenset(of)
        found = [made.judgement for (judged, *_), made in sorted(self.content.judgements.items()) if judged == kind]
        return [j for j in found if wanted is None or j.left in wanted or j.right in wanted]

    def decisions(self, of: Collection[str] | None = None) -> list[Decision]:
        """List the decisions of persons in order of writing."""
        return self.content.decided(of)

    def at(self, moment: datetime) -> "MemoryView":
        """Return a view of the same store as it was at an earlier moment."""
        return MemoryView(self.content.at(moment))

    def last_change(self) -> datetime | None:
        """Return when anything was last stored."""
        return self.content.last_change()

    def blocks(
        self, of: Collection[str] | None = None, most: int | None = None, kind: JudgedKind = "event", least: int = 2
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield block keys that several events or statements share, with their ids."""
        members: dict[str, set[str]] = {}
        for version in self._versions():
            for fact in version.article.events if kind == "event" else version.article.statements:
                for block in self.content.blocks.get((kind, fact.id), frozenset()):
                    members.setdefault(block, set()).add(fact.id)
        for block, ids in sorted(members.items()):
            if least <= len(ids) <= (len(ids) if most is None else most) and (of is None or not ids.isdisjoint(of)):
                yield block, tuple(sorted(ids))

    def states_told(self, entities: Collection[str]) -> dict[str, str]:
        """Return the state that most events tell of each of some entities."""
        return {a.entity: a.iso3 for a in self.actors(limit=None) if a.entity and a.entity in entities and a.iso3}

    def entities(self, kind: str) -> dict[str, bool]:
        """Return the entities of a kind, with whether any actor has a state."""
        parties = (role.actor for event, _ in self._found_events(EVERY_EVENT) for role in event.roles if role.actor)
        return entities_among(parties, kind)

    def offices_seen(self, through_run: int | None = None, articles: Collection[str] | None = None) -> list[OfficeSeen]:
        """List the offices that articles give to people, by article id, in text order."""
        versions = self._versions(every=through_run is not None)
        latest = {v.article.id: v for v in versions if through_run is None or v.run <= through_run}
        looked = sorted(latest if articles is None else latest.keys() & {*articles})
        return [seen for article_id in looked for seen in self.content.offices.get(latest[article_id].id, ())]

    def faults(self, limit: int | None = None, offset: int = 0) -> list[ArticleFault]:
        """List faults by article id, in the order in which each article met them."""
        articles = sorted((version.article for version in self._versions()), key=lambda article: article.id)
        found = [ArticleFault(article_id=article.id, fault=fault) for article in articles for fault in article.faults]
        return found[offset : None if limit is None else offset + limit]

    def foreign(self, wanted: ForeignFilter = EVERY_FOREIGN) -> Iterator[ForeignReport]:
        """Yield rows of other data sets by day."""
        found = (report for report in self.content.foreign.values() if foreign_matches(report, wanted))
        return iter(sorted(found, key=lambda report: (report.day or date.max, report.id))[: wanted.limit])

    def foreign_outlines(self, wanted: ForeignFilter = EVERY_FOREIGN) -> Iterator[ForeignOutline]:
        """Yield rows of other data sets in outline."""
        found = (report for report in self.content.foreign.values() if foreign_matches(report, wanted))
        return (ForeignOutline(report.type, report.day, report.states) for report in found)

    def foreign_datasets(self) -> dict[str, int]:
        """Return how many rows of each other data set there are."""
        return dict(Counter(report.dataset for report in self.content.foreign.values()))

    def runs(self) -> list[Run]:
        """List the runs, the first one first."""
        return list(self.content.runs.values())

    def newest_run(self, *, finished: bool = False, before: int | None = None) -> int | None:
        """Return the number of the newest run."""
        runs = (run for run in self.content.runs.values() if run.finished or not finished)
        return max((run.id for run in runs if before is None or run.id < before), default=None)

    def counts(self) -> StoreCounts:
        """Count what the store holds."""
        current = [version.article for version in self._versions()]
        return StoreCounts(
            articles=sum(article.text != "" for article in current),
            events=sum(len(article.events) for article in current),
            statements=sum(len(article.statements) for article in current),
            faults=sum(len(article.faults) for article in current),
            judgements=len(self.content.judgements),
            runs=len(self.content.runs),
            versions=len(self.content.versions),
            unread=sum(article.text == "" for article in current),
        )

    def integrity(self) -> list[str]:
        """Find nothing: memory has no files to be damaged."""
        return []

    def _versions(self, *, every: bool = False) -> list[Version]:
        """List versions in order of writing."""
        held = self.content.versions.values()
        return [v for v in held if every or self.content.current[v.article.id] == v.id]

    def _looked_through(self, wanted: Filter) -> list[Version]:
        """List the versions in which a filter looks: current or all, stored after its moment."""
        after = wanted.stored_after
        return [v for v in self._versions(every=wanted.every_version) if after is None or v.stored > after]

    def _found_versions(self, wanted: ArticleFilter) -> list[Version]:
        held = self._looked_through(wanted)
        found = [version for version in held if article_matches(version.article, version.run, wanted)]
        return in_order(found, wanted, lambda v: v.article.source.day, lambda v: (v.article.id, v.number))

    def _found_events(self, wanted: EventFilter) -> list[tuple[Event, Article]]:
        held = (version.article for version in self._looked_through(wanted))
        found = [(event, article) for article in held for event in article.events]
        found = [pair for pair in found if event_matches(*pair, wanted)]
        return in_order(found, wanted, lambda p: p[0].date.interval.start if p[0].date else None, lambda p: p[0].id)

    def _found_statements(self, wanted: StatementFilter) -> list[tuple[Statement, Article]]:
        held = (version.article for version in self._looked_through(wanted))
        found = [(statement, article) for article in held for statement in article.statements]
        found = [pair for pair in found if statement_matches(*pair, wanted)]
        return in_order(found, wanted, lambda pair: pair[1].source.day, lambda pair: pair[1].id)

    def _latest(self, fact_id: str, facts: Callable[[Article], Iterable[T]]) -> tuple[T, Article] | None:
        """Return an event or statement with its article: from the current version, else the last that has it."""
        versions = reversed([*self._versions(every=True), *self._versions()])
        return next(((fact, v.article) for v in versions for fact in facts(v.article) if fact.id == fact_id), None)
