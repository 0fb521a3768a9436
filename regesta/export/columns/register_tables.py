"""The register as tidy tables: entries, events, roles, statements, citations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regesta.export.columns.entries import ENTRY_COLUMNS
from regesta.export.columns.events import EVENT_COLUMNS
from regesta.export.columns.fields import SOURCE_FIELDS, Field, field, first_quote, inside, table_of, unlisted
from regesta.export.values.entry_values import entity_of, iso3_of, name_of
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


def event_of(item: Reported) -> Event:
    """Return the event of a report."""
    return item.report.event


def source_of(item: Reported) -> Source:
    """Return where a report comes from."""
    return item.report.source


def said_in(report: StatementReport) -> Source:
    """Return where a statement comes from."""
    return report.source


def speaker(report: StatementReport) -> str | None:
    """Return who said something, by resolved name, else by the words of the text."""
    role = report.statement.speaker
    return name_of(role) if role else None


ENTRY_FIELDS: tuple[Field[Entry], ...] = unlisted(ENTRY_COLUMNS)
REPORT_FIELDS: tuple[Field[Reported], ...] = (
    field("id", "text", lambda r: r.report.event.id, "Id of the event; never changes for the same text and coder."),
    field("entry", "text", lambda r: r.entry, "Id of the entry it is a report of."),
    field("article", "text", lambda r: r.report.event.article_id, "Id of the article that reports it."),
    *inside(source_of, SOURCE_FIELDS),
    *inside(event_of, unlisted(EVENT_COLUMNS)),
    field(
        "corrected",
        "text",
        lambda r: "; ".join(r.report.corrected) or None,
        "What persons corrected in it (type, mode, status, date, place, actors, recipients); null as coded.",
    ),
    field("trigger", "text", lambda r: r.report.event.trigger_text, "The words that express the act, verbatim."),
    field(
        "trigger_start",
        "integer",
        lambda r: r.report.event.trigger.start,
        "Where they begin in the article's text, in Unicode code points from 0.",
    ),
    field("trigger_end", "integer", lambda r: r.report.event.trigger.end, "The code point after their last."),
    field("rule", "text", lambda r: r.report.event.rule or None, "Trigger entry that fits, or network."),
    field("made_by", "text", lambda r: r.report.event.made_by, "stage@version that made it."),
    field("quote", "text", lambda r: first_quote(r.report.citations), "The sentence with the trigger, verbatim."),
)
ROLE_FIELDS: tuple[Field[Filled], ...] = (
    field("event", "text", lambda f: f.event.id, "Id of the event."),
    field("role", "text", lambda f: f.role.name, "actor, recipient, source, or one that the event type declares."),
    field("text", "text", lambda f: f.role.text, "The words that fill it, verbatim."),
    field("start", "integer", lambda f: f.role.span.start, "Where they begin in the article's text, in code points."),
    field("end", "integer", lambda f: f.role.span.end, "The code point after their last."),
    field("name", "text", lambda f: f.role.actor and f.role.actor.name, "Resolved name; null when it is no party."),
    field("iso3", "text", lambda f: f.role.actor and f.role.actor.iso3, "State, IGO or NGO; null when unknown."),
    field("sector", "text", lambda f: f.role.actor and f.role.actor.sector, "PLOVER sector; null when unknown."),
    field("office", "text", lambda f: f.role.actor and f.role.actor.office, "Office held; null when not told."),
    field("entity", "text", lambda f: f.role.actor and f.role.actor.entity, "Stable id; null when only described."),
    field("amount", "number", lambda f: f.role.amount and float(f.role.amount.value), "Quantity; null for others."),
    field(
        "amount_upper",
        "number",
        lambda f: float(f.role.amount.upper) if f.role.amount and f.role.amount.upper is not None else None,
        "Upper bound of a range.",
    ),
    field(
        "unit", "text", lambda f: f.role.amount and f.role.amount.unit, "ISO 4217 code, percent, or the noun counted."
    ),
    field(
        "approximate",
        "yes or no",
        lambda f: f.role.amount.approximate if f.role.amount else None,
        '"About", "at least".',
    ),
)
STATEMENT_FIELDS: tuple[Field[StatementReport], ...] = (
    field("id", "text", lambda r: r.statement.id, "Id of the statement."),
    field("article", "text", lambda r: r.statement.article_id, "Id of the article that reports it."),
    *inside(said_in, SOURCE_FIELDS),
    field("kind", "text", lambda r: r.statement.kind, "direct, indirect or mixed."),
    field("speaker", "text", speaker, "Who said it; null when the text does not say."),
    field(
        "speaker_iso3",
        "text",
        lambda r: iso3_of(r.statement.speaker) if r.statement.speaker else None,
        "State of the speaker; null when unknown.",
    ),
    field(
        "speaker_entity",
        "text",
        lambda r: entity_of(r.statement.speaker) if r.statement.speaker else None,
        "Stable id of the speaker; null when only described.",
    ),
    field("addressee", "text", lambda r: r.statement.addressee.text if r.statement.addressee else None, "To whom."),
    field("cue", "text", lambda r: r.statement.cue_text, "The words that attribute, verbatim."),
    field("speech_class", "text", lambda r: r.statement.speech_class, "What the cue's verb does: says, denies, warns."),
    field(
        "about_events",
        "text",
        lambda r: "; ".join(r.statement.about_events) or None,
        'Ids of events told in it, by "; ".',
    ),
    field("confidence", "number", lambda r: r.statement.confidence, "0 to 1; only ranks."),
    field("made_by", "text", lambda r: r.statement.made_by, "stage@version that made it."),
    field("words", "text", lambda r: r.statement.content_text, 'The words said, verbatim, parts joined by " ... ".'),
    field("channel", "text", lambda r: r.statement.channel.text if r.statement.channel else None, "By what means."),
    field(
        "channel_kind",
        "text",
        lambda r: r.statement.channel.kind if r.statement.channel else None,
        "statement, interview, post ...",
    ),
    field("polarity", "text", lambda r: r.statement.polarity, "denied when it says that something is not so."),
    field("speaker_kind", "text", lambda r: r.statement.speaker_kind, "person, body or anonymous."),
)
CITATION_FIELDS: tuple[Field[Cited], ...] = (
    field("fact", "text", lambda c: c.fact, "Id of the event or statement."),
    field("kind", "text", lambda c: c.kind, "event or statement."),
    field(
        "position", "integer", lambda c: c.position, "Number of the citation, from 0; an event's first has its trigger."
    ),
    field("article", "text", lambda c: c.citation.article_id, "Id of the article."),
    field("start", "integer", lambda c: c.citation.span.start, "Where the words begin in its text, in code points."),
    field("end", "integer", lambda c: c.citation.span.end, "The code point after their last."),
    field("quote", "text", lambda c: c.citation.quote, "The words, verbatim."),
)


def entry_table(entries: Iterable[Entry]) -> Table:
    """Return happenings as a table."""
    return table_of("entries", ENTRY_FIELDS, entries)


def event_table(reports: Iterable[Reported]) -> Table:
    """Return reports as a table."""
    return table_of("events", REPORT_FIELDS, reports)


def statement_table(reports: Iterable[StatementReport]) -> Table:
    """Return statements as a table."""
    return table_of("statements", STATEMENT_FIELDS, reports)


def cited_by(fact: str, kind: str, citations: Iterable[Citation]) -> Iterator[Cited]:
    """Yield the citations of an event or statement."""
    return (Cited(fact, kind, position, citation) for position, citation in enumerate(citations))
