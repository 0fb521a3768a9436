"""Says in plain text what a reader copies into a footnote."""

from regesta.model.article import Source
from regesta.model.entry import Entry, Report, StatementReport
from regesta.serve.wording import date_text, event_line, published_text, sentence

MAX_SOURCES = 5


def cite_entry(entry: Entry, permalink: str) -> str:
    """Return an entry as a citation: what, when, who reports it, where to find it."""
    shown = [source_text(report.title, report.source) for report in one_per_article(entry)]
    more = f"; and {len(shown) - MAX_SOURCES} more" if len(shown) > MAX_SOURCES else ""
    sources = "; ".join(shown[:MAX_SOURCES]) + more
    return f"{event_line(entry.best)}. {sentence(date_text(entry.best.date))} Reported by {sources}. {permalink}"


def cite_statement(report: StatementReport, permalink: str) -> str:
    """Return a statement as a citation: who, the words, the article."""
    speaker = report.statement.speaker
    name = speaker.called if speaker else "Unnamed speaker"
    return f"{name}: “{report.statement.content_text}” {source_text(report.title, report.source)}. {permalink}"


def source_text(title: str | None, source: Source) -> str:
    """Return an article as a footnote has it: publisher, headline, day, address; what is unknown is left out."""
    parts = (source.publisher, f"“{title}”" if title else None, published_text(source), source.url)
    return ", ".join(part for part in parts if part) or "an unnamed source"


def one_per_article(entry: Entry) -> list[Report]:
    """Return one report of each article, in order."""
    return list({report.event.article_id: report for report in reversed(entry.reports)}.values())[::-1]
