"""Hearsay: whether an entry rests on what somebody said alone, and what is said of it."""

from regesta.model.entry import Entry, StatementReport
from regesta.store.filters import SPOKEN, StatementFilter
from regesta.store.view import View


def known_through(entry: Entry) -> tuple[str, ...]:
    """Return the names, sorted, of those through whose words alone an entry is known; () when a report tells it."""
    names: set[str] = set()
    for report in entry.reports:
        source = report.event.source
        if source is None:
            return ()
        names.add(source.called)
    return tuple(sorted(names))


def statements_about(view: View, entry: Entry) -> list[StatementReport]:
    """Return the statements whose words tell the event, article by article."""
    ids = {report.event.id for report in entry.reports}
    article_ids = dict.fromkeys(report.event.article_id for report in entry.reports)
    reports = [
        report
        for article in article_ids
        for report in view.statements(StatementFilter(article=article, min_confidence=SPOKEN))
    ]
    return [report for report in reports if ids.intersection(report.statement.about_events)]
