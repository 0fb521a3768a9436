"""The register as tidy tables: entries, events, roles, statements, citations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regesta.export.fields import EVENT_FIELDS, SOURCE_FIELDS, Field, field, first_quote, inside, table_of
from regesta.model.article import Source
from regesta.model.entry import Entry, Report, StatementReport
from regesta.model.event import Event, Role
from regesta.model.span import Citation
from regesta.query.table import Table


@dataclass(frozen=True, slots=True)
class Reported:
    """A report with the id of its entry."""

    report: Report
    entry: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A role of an event."""

    event: Event
    role: Role


@dataclass(frozen=True, slots=True)
class Cited:
    """Words that an event or statement cites; `position` counts from 0."""

    fact: str
    kind: str
    position: int
    citation: Citation


def best(entry: Entry) -> Event:
    """Return the event shown for an entry."""
    return entry.best


def event_of(item: Reported) -> Event:
    """Return the event of a report."""
    return item.report.event


def source_of(item: Reported) -> Source:
    """Return where a report comes from."""
    return item.report.source


def said_in(report: StatementReport) -> Source:
    """Return where a statement comes from."""
    return report.source


def shown(entry: Entry) -> Report:
    """Return the report whose event an entry shows."""
    return next(report for report in entry.reports if report.event.id == entry.best.id)


def first_day(entry: Entry) -> object:
    """Return the day of the first report; None when no day is known."""
    return min((report.source.day for report in entry.reports if report.source.day), default=None)


def speaker(report: StatementReport) -> str | None:
    """Return who said something, by resolved name, else by the words of the text."""
    role = report.statement.speaker
    return (role.actor.name if role.actor else role.text) if role else None


ENTRY_FIELDS: tuple[Field[Entry], ...] = (
    field("id", "text", "Id of the entry: the smallest id among its events.", lambda e: e.id),
    *inside(best, EVENT_FIELDS),
    field("support", "integer", "Number of articles that report it.", lambda e: e.support),
    field(
        "publishers",
        "text",
        'Known publishers that report it, joined by "; ".',
        lambda e: "; ".join(e.publishers) or None,
    ),
    field("first_published", "day", "Day of the first report; null when no day is known.", first_day),
    field("best_event", "text", "Id of the event whose values are shown.", lambda e: e.best.id),
    field("quote", "text", "The sentence of that event, verbatim.", lambda e: first_quote(shown(e).citations)),
)
REPORT_FIELDS: tuple[Field[Reported], ...] = (
    field("id", "text", "Id of the event; never changes for the same text and coder.", lambda r: r.report.event.id),
    field("entry", "text", "Id of the entry it is a report of.", lambda r: r.entry),
    field("article", "text", "Id of the article that reports it.", lambda r: r.report.event.article_id),
    *inside(source_of, SOURCE_FIELDS),
    *inside(event_of, EVENT_FIELDS),
    field("trigger", "text", "The words that express the act, verbatim.", lambda r: r.report.event.trigger_text),
    field(
        "trigger_start",
        "integer",
        "Where they begin in the article's text, in Unicode code points from 0.",
        lambda r: r.report.event.trigger.start,
    ),
    field("trigger_end", "integer", "The code point after their last.", lambda r: r.report.event.trigger.end),
    field("rule", "text", "Trigger entry that fits, or network.", lambda r: r.report.event.rule or None),
    field("made_by", "text", "stage@version that made it.", lambda r: r.report.event.made_by),
    field("quote", "text", "The sentence with the trigger, verbatim.", lambda r: first_quote(r.report.citations)),
)
ROLE_FIELDS: tuple[Field[Filled], ...] = (
    field("event", "text", "Id of the event.", lambda f: f.event.id),
    field("role", "text", "actor, recipient, source, or one that the event type declares.", lambda f: f.role.name),
    field("text", "text", "The words that fill it, verbatim.", lambda f: f.role.text),
    field("start", "integer", "Where they begin in the article's text, in code points.", lambda f: f.role.span.start),
    field("end", "integer", "The code point after their last.", lambda f: f.role.span.end),
    field("name", "text", "Resolved name; null when it is no party.", lambda f: f.role.actor and f.role.actor.name),
    field("iso3", "text", "State, IGO or NGO; null when unknown.", lambda f: f.role.actor and f.role.actor.iso3),
    field("sector", "text", "PLOVER sector; null when unknown.", lambda f: f.role.actor and f.role.actor.sector),
    field("office", "text", "Office held; null when not told.", lambda f: f.role.actor and f.role.actor.office),
    field("entity", "text", "Stable id; null when only described.", lambda f: f.role.actor and f.role.actor.entity),
    field("amount", "number", "Quantity; null for others.", lambda f: f.role.amount and float(f.role.amount.value)),
    field(
        "amount_upper",
        "number",
        "Upper bound of a range.",
        lambda f: float(f.role.amount.upper) if f.role.amount and f.role.amount.upper is not None else None,
    ),
    field(
        "unit", "text", "ISO 4217 code, percent, or the noun counted.", lambda f: f.role.amount and f.role.amount.unit
    ),
    field(
        "approximate",
        "yes or no",
        '"About", "at least".',
        lambda f: f.role.amount.approximate if f.role.amount else None,
    ),
)
STATEMENT_FIELDS: tuple[Field[StatementReport], ...] = (
    field("id", "text", "Id of the statement.", lambda r: r.statement.id),
    field("article", "text", "Id of the article that reports it.", lambda r: r.statement.article_id),
    *inside(said_in, SOURCE_FIELDS),
    field("kind", "text", "direct, indirect or mixed.", lambda r: r.statement.kind),
    field("speaker", "text", "Who said it; null when the text does not say.", speaker),
    field(
        "speaker_iso3",
        "text",
        "State of the speaker; null when unknown.",
        lambda r: r.statement.speaker.actor.iso3 if r.statement.speaker and r.statement.speaker.actor else None,
    ),
    field(
        "speaker_entity",
        "text",
        "Stable id of the speaker; null when only described.",
        lambda r: r.statement.speaker.actor.entity if r.statement.speaker and r.statement.speaker.actor else None,
    ),
    field("addressee", "text", "To whom.", lambda r: r.statement.addressee.text if r.statement.addressee else None),
    field("cue", "text", "The words that attribute, verbatim.", lambda r: r.statement.cue_text),
    field("speech_class", "text", "What the cue's verb does: says, denies, warns.", lambda r: r.statement.speech_class),
    field(
        "about_events",
        "text",
        'Ids of events told in it, by "; ".',
        lambda r: "; ".join(r.statement.about_events) or None,
    ),
    field("confidence", "number", "0 to 1; only ranks.", lambda r: r.statement.confidence),
    field("made_by", "text", "stage@version that made it.", lambda r: r.statement.made_by),
    field("words", "text", 'The words said, verbatim, parts joined by " ... ".', lambda r: r.statement.content_text),
    field("channel", "text", "By what means.", lambda r: r.statement.channel.text if r.statement.channel else None),
    field(
        "channel_kind",
        "text",
        "statement, interview, post ...",
        lambda r: r.statement.channel.kind if r.statement.channel else None,
    ),
    field("polarity", "text", "denied when it says that something is not so.", lambda r: r.statement.polarity),
    field("speaker_kind", "text", "person, body or anonymous.", lambda r: r.statement.speaker_kind),
)
CITATION_FIELDS: tuple[Field[Cited], ...] = (
    field("fact", "text", "Id of the event or statement.", lambda c: c.fact),
    field("kind", "text", "event or statement.", lambda c: c.kind),
    field(
        "position", "integer", "Number of the citation, from 0; an event's first has its trigger.", lambda c: c.position
    ),
    field("article", "text", "Id of the article.", lambda c: c.citation.article_id),
    field("start", "integer", "Where the words begin in its text, in code points.", lambda c: c.citation.span.start),
    field("end", "integer", "The code point after their last.", lambda c: c.citation.span.end),
    field("quote", "text", "The words, verbatim.", lambda c: c.citation.quote),
)


def entry_table(entries: Iterable[Entry]) -> Table:
    """Return happenings as a table."""
    return table_of("entries", ENTRY_FIELDS, entries)


def event_table(reports: Iterable[Reported]) -> Table:
    """Return reports as a table."""
    return table_of("events", REPORT_FIELDS, reports)


def role_table(reports: Iterable[Reported]) -> Table:
    """Return who and what fills the roles of events as a table."""
    filled = (Filled(item.report.event, role) for item in reports for role in item.report.event.roles)
    return table_of("roles", ROLE_FIELDS, filled)


def statement_table(reports: Iterable[StatementReport]) -> Table:
    """Return statements as a table."""
    return table_of("statements", STATEMENT_FIELDS, reports)


def citation_table(cited: Iterable[Cited]) -> Table:
    """Return citations as a table."""
    return table_of("citations", CITATION_FIELDS, cited)


def cited_by(fact: str, kind: str, citations: Iterable[Citation]) -> Iterator[Cited]:
    """Yield the citations of an event or statement."""
    return (Cited(fact, kind, position, citation) for position, citation in enumerate(citations))
