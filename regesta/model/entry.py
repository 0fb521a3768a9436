"""What the register holds: happenings and utterances, each with every article that reports it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from regesta.model.article import Source
from regesta.model.decision import CorrectedField, Recorded
from regesta.model.event import Event
from regesta.model.judgement import Judgement
from regesta.model.span import Citation
from regesta.model.statement import Statement

CORRECTABLE: tuple[CorrectedField, ...] = get_args(CorrectedField)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article's account of a happening, as an entry shows it.

    Attributes:
        event: The event as that article tells it, with what persons corrected in it.
        source: Where the article comes from.
        title: The article's headline; None when unknown.
        citations: The evidence sentences, verbatim.
        coded: The event as it was coded, where persons corrected it; None where it is as coded.
    """

    event: Event
    source: Source
    title: str | None
    citations: tuple[Citation, ...]
    coded: Event | None = None

    @property
    def words(self) -> str:
        """The sentence with the trigger, verbatim; "" where nothing is cited."""
        return self.citations[0].quote if self.citations else ""

    @property
    def corrected(self) -> tuple[str, ...]:
        """What persons corrected: of the fields that can be, those that differ."""
        now, coded = self.event, self.coded
        return tuple(name for name in CORRECTABLE if coded and now.value_of(name) != coded.value_of(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementReport:
    """A statement with the article that reports it.

    Attributes:
        statement: The statement.
        source: Where the article comes from.
        title: The article's headline; None when unknown.
        citations: The words said, verbatim, one citation for each span.
    """

    statement: Statement
    source: Source
    title: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One happening in the register: events judged the same, computed on read.

    Attributes:
        id: Id of the event in it that was reported first; the ids of its other events lead to it as well.
        best: The event shown for it: the best-supported values, in the telling that names most.
        reports: All accounts, by publication day then event id.
        judgements: The judgements that join them.
        decisions: What persons decided about its events, in order of writing, also what no longer counts.
    """

    id: str
    best: Event
    reports: tuple[Report, ...]
    judgements: tuple[Judgement, ...]
    decisions: tuple[Recorded, ...] = ()

    @property
    def best_report(self) -> Report:
        """The report whose event is shown for it."""
        return next(report for report in self.reports if report.event.id == self.best.id)

    @property
    def support(self) -> int:
        """Number of distinct articles that report it."""
        return len({report.event.article_id for report in self.reports})

    @property
    def publishers(self) -> tuple[str, ...]:
        """The known publishers that report it, sorted."""
        return publishers_of(report.source for report in self.reports)

    @property
    def first_published(self) -> date | None:
        """The day of its first report, UTC; None when no day is known."""
        return first_day_of(report.source for report in self.reports)


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One utterance in the register: statements judged the same, computed on read.

    Attributes:
        id: Id of the statement in it that was reported first; the ids of its other statements lead to it as well.
        best: The statement shown for it (see `regesta.query.speech`).
        reports: All statements with their articles, by publication day, then article.
        judgements: The judgements that join them.
    """

    id: str
    best: StatementReport
    reports: tuple[StatementReport, ...]
    judgements: tuple[Judgement, ...] = ()

    @property
    def support(self) -> int:
        """Number of distinct articles that report it."""
        return len({report.statement.article_id for report in self.reports})

    @property
    def publishers(self) -> tuple[str, ...]:
        """The known publishers that report it, sorted."""
        return publishers_of(report.source for report in self.reports)

    @property
    def day(self) -> date | None:
        """The day on which it was first published; None when unknown."""
        return first_day_of(report.source for report in self.reports)


def publishers_of(sources: Iterable[Source]) -> tuple[str, ...]:
    """Return the known publishers of articles, sorted, each once."""
    return tuple(sorted({source.publisher for source in sources if source.publisher}))


def first_day_of(sources: Iterable[Source]) -> date | None:
    """Return the day on which the first of some articles was published, UTC; None when no day is known."""
    return min((source.day for source in sources if source.day), default=None)
