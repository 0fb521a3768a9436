"""The long table of citations: one row for each cited passage of each report."""

from collections.abc import Iterator
from dataclasses import dataclass

from regesta.export.exporter import Column, column
from regesta.model.entry import Entry, Report
from regesta.model.span import Citation


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage that a report of an entry cites, with its place among them, from 1."""

    entry: Entry
    report: Report
    citation: Citation
    position: int


def citations_of(entry: Entry) -> Iterator[Cited]:
    """Yield the cited passages of an entry, report by report."""
    for report in entry.reports:
        for position, citation in enumerate(report.citations, start=1):
            yield Cited(entry, report, citation, position)


CITATION_COLUMNS: tuple[Column[Cited], ...] = (
    column("entry", "text", lambda c: c.entry.id, "Id of the entry: joins with `id` of the entries.", "entry"),
    column("event", "text", lambda c: c.report.event.id, "Id of the event as this article tells it.", "report"),
    column("article", "text", lambda c: c.citation.article_id, "Id of the article.", "report"),
    column("position", "integer", lambda c: c.position, "Place among the passages of the report, from 1.", "report"),
    column(
        "start", "integer", lambda c: c.citation.span.start, "First character in the article's text, from 0.", "report"
    ),
    column("end", "integer", lambda c: c.citation.span.end, "Character after the last.", "report"),
    column("quote", "text", lambda c: c.citation.quote, "The words there, to the letter.", "article"),
    column("title", "text", lambda c: c.report.title, "Headline of the article.", "article"),
    column("publisher", "text", lambda c: c.report.source.publisher, "Who published it.", "article"),
    column("published", "day", lambda c: c.report.source.day, "Day of publication, UTC.", "article"),
    column("url", "text", lambda c: c.report.source.url, "Address of the article.", "article"),
    column("type", "text", lambda c: c.report.event.type, "PLOVER event type, as this article tells it.", "report"),
    column("status", "text", lambda c: c.report.event.status, "Status, as this article tells it.", "report"),
    column("confidence", "number", lambda c: c.report.event.confidence, "Confidence of this report, 0 to 1.", "report"),
)
