"""What a store in memory holds, now and at earlier moments."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.model.foreign import ForeignReport
from regesta.model.judgement import JudgedKind, Judgement
from regesta.model.office import OfficeSeen
from regesta.store.moments import StoreState
from regesta.store.outlines import ArticleOutline, Changes, outline_event
from regesta.store.runs import Run, runs_at


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an article: its number in order of writing, its id, the run that stored it, and when."""

    number: int
    id: str
    run: int
    article: Article
    stored: datetime


class Made(NamedTuple):
    """A judgement with when it was stored, and when another took its place or it was removed."""

    judgement: Judgement
    made: datetime
    replaced: datetime | None = None


@dataclass
class Content:
    """All that a store in memory holds; `versions` by id, `current` version ids by article id."""

    state: StoreState = field(default_factory=StoreState)
    runs: dict[int, Run] = field(default_factory=dict)
    versions: dict[str, Version] = field(default_factory=dict)
    current: dict[str, str] = field(default_factory=dict)
    blocks: dict[tuple[JudgedKind, str], frozenset[str]] = field(default_factory=dict)
    judgements: dict[tuple[str, str, str, str], Made] = field(default_factory=dict)
    past_judgements: tuple[Made, ...] = ()
    decisions: dict[str, Decision] = field(default_factory=dict)
    foreign: dict[str, ForeignReport] = field(default_factory=dict)
    offices: dict[str, tuple[OfficeSeen, ...]] = field(default_factory=dict)  # by version id

    def copy(self, moment: datetime) -> "Content":
        """Return content for the next transaction; what the dicts hold is frozen, so that copying them is enough."""
        return replace(
            self,
            state=replace(self.state, revision=self.state.revision + 1, moment=moment),
            runs=dict(self.runs),
            versions=dict(self.versions),
            current=dict(self.current),
            blocks=dict(self.blocks),
            judgements=dict(self.judgements),
            decisions=dict(self.decisions),
            foreign=dict(self.foreign),
            offices=dict(self.offices),
        )

    def at(self, moment: datetime) -> "Content":
        """Return the content of an earlier moment."""
        versions = {id: version for id, version in self.versions.items() if version.stored <= moment}
        every = [*self.judgements.items(), *((judgement_key(made.judgement), made) for made in self.past_judgements)]
        stood = {
            key: made._replace(replaced=None)
            for key, made in every
            if made.made <= moment and (made.replaced is None or made.replaced > moment)
        }
        return replace(
            self,
            runs={run.id: run for run in runs_at(self.runs.values(), moment)},
            versions=versions,
            current={version.article.id: id for id, version in versions.items()},
            judgements=stood,
            decisions={id: decision for id, decision in self.decisions.items() if decision.made <= moment},
            past_judgements=tuple(made for made in self.past_judgements if made.replaced and made.replaced <= moment),
        )

    def decided(self, of: Collection[str] | None) -> list[Decision]:
        """Return the decisions about one of some ids, and all that undo others; None for all."""
        wanted = None if of is None else frozenset(of)
        every = self.decisions.values()
        return [d for d in every if wanted is None or d.undoes or not wanted.isdisjoint(d.events)]

    def changes(self, since: datetime) -> Changes:
        """Return what changed in the events after a moment."""
        stored = {version.article.id for version in self.versions.values() if version.stored > since}
        fresh = [self.versions[self.current[article_id]].article for article_id in sorted(stored)]
        made = (*self.judgements.values(), *self.past_judgements)
        return Changes(
            articles=frozenset(stored),
            outlines=tuple(outline_event(event, a.id, a.source) for a in fresh for event in a.events),
            judged=frozenset(
                event_id
                for judgement, when, replaced in made
                if judgement.kind == "event" and (replaced or when) > since
                for event_id in judgement.pair
            ),
            states=frozenset(
                seen.iso3
                for version in self.versions.values()
                if version.article.id in stored
                for seen in self.offices.get(version.id, ())
            ),
        )

    def outline(self, version: Version) -> ArticleOutline:
        """Return a version of an article in outline."""
        article = version.article
        return ArticleOutline(
            id=article.id,
            version=version.id,
            is_current=self.current[article.id] == version.id,
            title=article.title,
            source=article.source,
            run=version.run,
            events=len(article.events),
            statements=len(article.statements),
            faults=len(article.faults),
        )

    def last_change(self) -> datetime | None:
        """Return when anything was last stored."""
        runs = (time for run in self.runs.values() for time in (run.started, run.finished))
        judged = (*self.judgements.values(), *self.past_judgements)
        times = (
            *runs,
            *(version.stored for version in self.versions.values()),
            *(time for made in judged for time in (made.made, made.replaced)),
            *(decision.made for decision in self.decisions.values()),
        )
        return max(filter(None, times), default=None)


def judgement_key(judgement: Judgement) -> tuple[str, str, str, str]:
    """Return what a judgement is found by."""
    return judgement.kind, judgement.left, judgement.right, judgement.author
