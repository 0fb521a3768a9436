"""GDELT 2.0 mentions: tab-separated values without a header, 16 columns, one row for each report of each pair."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from regesta.export.columns.fields import Field, columns_of, empty, field
from regesta.export.exporter import Exporter
from regesta.export.files.encoders import tsv_of
from regesta.export.gdelt_events import ID_MEANING
from regesta.export.values import gdelt_values as gdelt
from regesta.export.values.dyads import Dyad, dyads_of
from regesta.export.values.entry_values import cited, midnight, party_key
from regesta.model.entry import Entry, Report
from regesta.model.event import Role

WEB, CITATION_ONLY = 1, 2  # GDELT's MentionType: an address, or a citation in words


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A report of a pair of parties."""

    dyad: Dyad
    report: Report


def mentions_of(entry: Entry) -> Iterator[Mentioned]:
    """Yield every report of every pair of an entry, under the numbers that the events have."""
    for dyad in dyads_of(entry):
        for report in entry.reports:
            yield Mentioned(dyad, report)


def appeared(mentioned: Mentioned) -> int | None:
    """Return when a report appeared, as YYYYMMDDHHMMSS in UTC."""
    at = mentioned.report.source.published
    return gdelt.stamp(at if isinstance(at, datetime) or at is None else midnight(at))


def offset(mentioned: Mentioned, party: Role | None) -> int | None:
    """Return where a report names a party; None when that report does not."""
    key = party_key(party) if party else None
    roles = mentioned.report.event.parties
    return next((role.span.start for role in roles if party_key(role) == key), None)


def is_raw(mentioned: Mentioned) -> int:
    """Return 1 when the parties stand in the text by name, 0 when one had to be worked out from what it refers to."""
    roles = mentioned.report.event.parties
    return int(not any(role.actor and role.actor.basis.startswith("coreference") for role in roles))


MENTION_COLUMNS: tuple[Field[Mentioned], ...] = (
    field("GLOBALEVENTID", "integer", lambda m: m.dyad.number, f"As in the events. {ID_MEANING}", "entry"),
    field(
        "EventTimeDate",
        "integer",
        lambda m: gdelt.date_added(m.dyad.entry),
        "First report, YYYYMMDDHHMMSS.",
        "all reports",
    ),
    field(
        "MentionTimeDate",
        "integer",
        appeared,
        "This report, YYYYMMDDHHMMSS; midnight where only the day is known.",
        "report",
    ),
    field(
        "MentionType",
        "integer",
        lambda m: WEB if m.report.source.url else CITATION_ONLY,
        "1 web address, 2 citation in words.",
        "report",
    ),
    field("MentionSourceName", "text", lambda m: m.report.source.publisher, "Who published it.", "report"),
    field("MentionIdentifier", "text", lambda m: cited(m.report), "Address, or title, publisher and day.", "report"),
    empty("SentenceID", "integer", "Number of the sentence; the register cites characters."),
    field(
        "Actor1CharOffset", "integer", lambda m: offset(m, m.dyad.actor), "Where this report names the actor.", "report"
    ),
    field(
        "Actor2CharOffset", "integer", lambda m: offset(m, m.dyad.recipient), "Where it names the recipient.", "report"
    ),
    field(
        "ActionCharOffset", "integer", lambda m: m.report.event.trigger.start, "Where the act is expressed.", "report"
    ),
    field("InRawText", "integer", is_raw, "1, or 0 when a party had to be worked out by coreference.", "report"),
    field(
        "Confidence",
        "integer",
        lambda m: round(m.report.event.confidence * 100),
        "Per cent; not GDELT's scale.",
        "report",
    ),
    empty("MentionDocLen", "integer", "Length of the document."),
    empty("MentionDocTone", "number", "Tone of the document."),
    empty("MentionDocTranslationInfo", "text", "Translation; the register reads English."),
    empty("Extras", "text", "Reserved by GDELT."),
)

GDELT_MENTIONS = Exporter(
    title="GDELT 2.0 mentions, tab-separated without a header",
    unit="one report of one pair of parties of one entry",
    suffix=".mentions.CSV",
    media_type="text/tab-separated-values; charset=utf-8; header=absent",
    fields=columns_of(MENTION_COLUMNS),
    encode=tsv_of(MENTION_COLUMNS, mentions_of, header=False),
)
