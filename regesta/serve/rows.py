"""Entries as rows of a page, each with the sentence that tells it, its parts marked."""

from collections.abc import Iterable

from regesta.model.entry import Entry
from regesta.serve.highlight import Passage, Segment, segments
from regesta.serve.marks import event_marks

Row = tuple[Entry, tuple[Segment, ...]]


def rows(entries: Iterable[Entry]) -> list[Row]:
    """Return entries with their first evidence."""
    return [(entry, first_evidence(entry)) for entry in entries]


def first_evidence(entry: Entry) -> tuple[Segment, ...]:
    """Return the sentence with the trigger of the event an entry shows, its parts marked."""
    report = entry.best_report
    if not report.citations:
        return ()
    citation = report.citations[0]
    return segments(Passage(citation.span.start, citation.quote), event_marks(report.event))
