"""The long table of citations: one row for each cited passage of each report."""

from collections.abc import Iterator
from dataclasses import dataclass

from regesta.export.columns.fields import Field, field
from regesta.model.entry import Entry, Report
from regesta.model.span import Citation


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that a report of an entry cites, with its place among them, from 1."""

    entry: Entry
    report: Report
    citation: Citation
    position: int


def citations_of(entry: Entry) -> Iterator[Passage]:
    """Yield the cited passages of an entry, report by report."""
    for report in entry.reports:
        for position, citation in enumerate(report.citations, start=1):
            yield Passage(entry, report, citation, position)


CITATION_COLUMNS: tuple[Field[Passage], ...] = (
    field("entry", "text", lambda c: c.entry.id, "Id of the entry: joins with `id` of the entries.", "entry"),
    field("event", "text", lambda c: c.report.event.id, "Id of the event as this article tells it.", "report"),
    field("article", "text", lambda c: c.citation.article_id, "Id of the article.", "report"),
    field("position", "integer", lambda c: c.position, "Place among the passages of the report, from 1.", "report"),
    field(
        "start", "integer", lambda c: c.citation.span.start, "First character in the article's text, from 0.", "report"
    ),
    field("end", "integer", lambda c: c.citation.span.end, "Character after the last.", "report"),
    field("quote", "text", lambda c: c.citation.quote, "The words there, to the letter.", "article"),
    field("title", "text", lambda c: c.report.title, "Headline of the article.", "article"),
    field("publisher", "text", lambda c: c.report.source.publisher, "Who published it.", "article"),
    field("published", "day", lambda c: c.report.source.day, "Day of publication, UTC.", "article"),
    field("url", "text", lambda c: c.report.source.url, "Address of the article.", "article"),
    field("type", "text", lambda c: c.report.event.type, "PLOVER event type, as this article tells it.", "report"),
    field("status", "text", lambda c: c.report.event.status, "Status, as this article tells it.", "report"),
    field("confidence", "number", lambda c: c.report.event.confidence, "Confidence of this report, 0 to 1.", "report"),
)
