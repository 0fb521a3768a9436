"""Entries as rows of a page, each with the sentence that tells it, its parts marked."""

from collections.abc import Iterable

from regesta.model.entry import Entry, Report
from regesta.serve.highlight import Passage, Segment, segments
from regesta.serve.marks import event_marks

Row = tuple[Entry, tuple[Segment, ...]]


def rows(entries: Iterable[Entry]) -> list[Row]:
    """Return entries with their first evidence."""
    return [(entry, first_evidence(entry)) for entry in entries]


def shown_report(entry: Entry) -> Report:
    """Return the report whose event an entry shows."""
    return next((report for report in entry.reports if report.event.id == entry.best.id), entry.reports[0])


def first_evidence(entry: Entry) -> tuple[Segment, ...]:
    """Return the sentence with the trigger of the event an entry shows, its parts marked."""
    report = shown_report(entry)
    if not report.citations:
        return ()
    citation = report.citations[0]
    return segments(Passage(citation.span.start, citation.quote), event_marks(report.event))
