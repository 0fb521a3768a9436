"""Citations of what an article reports."""

from collections.abc import Iterable

from regesta.model.article import Article
from regesta.model.entry import Report, StatementReport
from regesta.model.event import Event
from regesta.model.span import Citation, Span
from regesta.model.statement import Statement


def cite(article_id: str, text: str, spans: Iterable[Span]) -> tuple[Citation, ...]:
    """Return spans of an article's text as citations."""
    return tuple(Citation(article_id, span, span.of(text)) for span in spans)


def report_of(event: Event, article: Article) -> Report:
    """Return an event with its article and its evidence, cited."""
    citations = cite(article.id, article.text, event.evidence)
    return Report(event=event, source=article.source, title=article.title, citations=citations)


def statement_report_of(statement: Statement, article: Article) -> StatementReport:
    """Return a statement with its article and the words said, cited."""
    citations = cite(article.id, article.text, statement.content)
    return StatementReport(statement=statement, source=article.source, title=article.title, citations=citations)
