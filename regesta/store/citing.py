"""What an article cites for what it reports: passages, and who and what is named in them."""

from collections.abc import Iterable

from regesta.model.article import Article
from regesta.model.entity import Actor, Place
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


def evidence_text(article: Article, event: Event) -> str:
    """Return the evidence sentences of an event, one a line."""
    return "\n".join(span.of(article.text) for span in event.evidence)


def named_in(article: Article, spans: tuple[Span, ...]) -> list[Actor | Place]:
    """Return the actors and places mentioned in spans of an article, in text order."""
    inside = [m for m in article.mentions if any(span.overlaps(m.span) for span in spans)]
    return [named for m in inside for named in (m.actor, m.place) if named]
