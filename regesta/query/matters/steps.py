"""Steps of life cycles: each entry that is a stage of some matter, with what links it to others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from regesta.model.annotation import DateInterval
from regesta.model.display import act_text
from regesta.model.entry import Entry, Report
from regesta.model.event import PROSPECTIVE, Event
from regesta.model.span import Citation, Span
from regesta.query.counts.several import tells_of_several
from regesta.query.matters.cycles import Cycle, Rule
from regesta.query.matters.naming import party_names, people_of, states_named
from regesta.query.matters.phrases import occurs, words_near
from regesta.query.matters.rounds import round_told
from regesta.query.matters.telling_words import telling_words
from regesta.store.matching import is_kind
from regesta.store.outlines import party_codes
from regesta.store.words import folded_words

NEWS_DAYS = 7  # what is told of later is told in retrospect: "met after postponing a summit in January"
FINE_DAYS = 31  # "six times this year" is near no single day of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stage of a matter, as one entry tells it.

    Attributes:
        stage: Name of the stage.
        entry: Id of the entry.
        event: Id of the event that tells the stage first.
        article: Id of that event's article.
        publisher: Who published it; None when unknown.
        reported: Its day; None when unknown.
        days: The days of what happened; None for what is announced or planned, and without a date.
        due: Days for which it is planned or forecast; None for other stages, and when no day to come is told.
        number: Which package or round the entry is ("sixth package"); None when no report says so.
        support: Articles that tell this stage.
        citation: The words of the first to tell it.
        trigger: Those of that article that express the act.
        summary: Type and mode of the event.
        actors: Codes of those who act (see `regesta.store.outlines.party_code`).
        recipients: Codes of those to whom it is done.
        parties: Codes of all who take part and, where the cycle asks for it, of the states that the words name.
        names: Names of those who take part, for a reader.
        people: Surnames of the persons who take part, by state.
        words: Words that may tell what it is about, folded.
        was: Days it was due before it was moved or called off; None for what is not, or when they are not told.
    """

    stage: str
    entry: str
    event: str
    article: str
    publisher: str | None
    reported: date | None
    days: DateInterval | None
    due: DateInterval | None
    number: int | None
    support: int
    citation: Citation
    trigger: Span
    summary: str
    actors: frozenset[str]
    recipients: frozenset[str]
    parties: frozenset[str]
    names: tuple[str, ...]
    people: dict[str, frozenset[str]]
    words: frozenset[str]
    was: DateInterval | None = None

    @property
    def day(self) -> date | None:
        """The first day of what happened, else the day of the report; None when neither is known."""
        return self.days.start if self.days else self.reported

    @property
    def bounds(self) -> tuple[date, date] | None:
        """The first and last day by which it is near other steps: those it is due, else its own.

        None when they are unknown, or too many to be near anything.
        """
        days = self.due or self.days
        if self.days and (self.days.end - self.days.start).days > FINE_DAYS:
            return None
        if days:
            return days.start, days.end - timedelta(days=1)
        return (self.reported, self.reported) if self.reported else None

    @property
    def reach(self) -> tuple[date, date] | None:
        """The first and last day by which it is near what is planned: also those it was due before."""
        if self.bounds is None or self.was is None:
            return self.bounds
        return min(self.bounds[0], self.was.start), max(self.bounds[1], self.was.end - timedelta(days=1))


def steps_of(cycle: Cycle, entry: Entry) -> Iterator[Step]:
    """Yield the stages that the reports of an entry tell, each once; what tells of several acts at once is no step."""
    told: dict[str, list[Report]] = {}
    for report in entry.reports:
        stage = None if tells_of_several(report) else stage_of(cycle, report)
        if stage is not None:
            told.setdefault(stage, []).append(report)
    rivals = sorted((stage for stage in cycle.one_of if stage in told), key=lambda stage: -len(told[stage]))
    for stage, reports in told.items():
        if stage not in rivals[1:]:
            yield make_step(cycle, stage, entry, reports)


def stage_of(cycle: Cycle, report: Report) -> str | None:
    """Return the stage an event is, by the first rule that fits; None when it is no step of this cycle."""
    if cycle.about and not occurs(cycle.about, folded_words(report.words)):
        return None
    near = {within: words_near(report, within) for within in {rule.within for _, rule in cycle.rules}}
    return next((stage for stage, rule in cycle.rules if fits(rule, report.event, near[rule.within])), None)


def fits(rule: Rule, event: Event, near: list[str]) -> bool:
    """Tell whether a rule fits an event with the words near its trigger."""
    if not is_kind(event, rule.kind) or rule.status not in (None, event.status) or occurs(rule.without, near):
        return False
    if rule.trigger and not occurs(rule.trigger, folded_words(event.trigger_text)):
        return False
    return not rule.near or occurs(rule.near, near)


def make_step(cycle: Cycle, stage: str, entry: Entry, reports: list[Report]) -> Step:
    """Return a stage of an entry, from those of its reports that tell it, the earliest first."""
    first, is_open = reports[0], stage in cycle.open
    events = [report.event for report in reports]
    roles = [role for event in events for role in event.parties]
    quote = first.citations[0].quote
    days = days_of(first.event, first.source.day, is_open=is_open)
    was = days if days and first.event.status != "happened" and is_ahead(days, first.source.day) else None
    named = states_named(quote) if cycle.named else frozenset()
    return Step(
        stage=stage,
        entry=entry.id,
        event=first.event.id,
        article=first.event.article_id,
        publisher=first.source.publisher,
        reported=first.source.day,
        days=None if was else days,
        due=due_of(events, first.source.day, is_forecast=bool(cycle.fulfilled_by)) if is_open else None,
        number=round_told(entry.reports, cycle.numbered),
        support=len({event.article_id for event in events}),
        citation=first.citations[0],
        trigger=first.event.trigger,
        summary=act_text(first.event),
        actors=frozenset(party_codes(role for event in events for role in event.actors)),
        recipients=frozenset(party_codes(role for event in events for role in event.recipients)),
        parties=frozenset(party_codes(roles)) | named,
        names=party_names(roles),
        people=people_of(roles),
        words=telling_words(quote, roles),
        was=was,
    )


def days_of(event: Event, reported: date | None, *, is_open: bool) -> DateInterval | None:
    """Return the days of what happened; of what is still open none, unless it was done long before the report."""
    days = event.date.interval if event.date else None
    if days is None or not is_open:
        return days
    is_past = event.status == "happened" and reported is not None and days.end < reported - timedelta(days=NEWS_DAYS)
    return days if is_past else None


def is_ahead(days: DateInterval, reported: date | None) -> bool:
    """Tell whether days lie after a report: of what is called off they are those for which it was planned."""
    return reported is not None and days.start > reported


def due_of(events: Iterable[Event], reported: date | None, *, is_forecast: bool) -> DateInterval | None:
    """Return the days for which something is planned: the finest told that are not over when it is told.

    Args:
        events: What tells the plan; only what may still happen says when it is due.
        reported: Day of the first report; None when unknown.
        is_forecast: Whether the days must begin after the report: a warning's own day is no forecast.
    """
    dates = [event.date for event in events if event.date and event.status in PROSPECTIVE]
    told = [found.interval for found in dates if found.basis != "published"]
    if reported is not None:
        told = [days for days in told if (days.start > reported if is_forecast else days.end > reported)]
    return min(told, key=lambda days: (days.end - days.start, days.start), default=None)
