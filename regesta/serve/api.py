"""The JSON beside the pages. Events and statements have the form of the coded-article contract."""

from dataclasses import asdict

from regesta.export.jsonl import Json, coded_article, event_json, statement_json
from regesta.export.records.entries import decision_record, judgement_record
from regesta.export.records.utterances import utterance_fields
from regesta.model.article import Article, Source
from regesta.model.entry import Entry, Report, StatementReport, Utterance
from regesta.model.span import Citation
from regesta.model.statement import Statement
from regesta.query.reports.hearsay import known_through
from regesta.query.reports.variants import variants
from regesta.serve.address import Pages
from regesta.serve.citing import cite_entry, cite_statement
from regesta.serve.parties import count_path
from regesta.serve.visible_text import path_part
from regesta.store.outlines import ActorCount, ArticleOutline


def entry_path(entry_id: str) -> str:
    """Return the path of an entry's page; any event of the entry leads there."""
    return f"/entries/{path_part(entry_id)}"


def article_path(article_id: str) -> str:
    """Return the path of an article's page."""
    return f"/articles/{path_part(article_id)}"


def statement_path(statement: Statement) -> str:
    """Return the path of a statement in its article."""
    return f"{article_path(statement.article_id)}#statement-{path_part(statement.id)}"


def pages_json(pages: Pages) -> Json:
    """Return where a listing stands: total, page, address of the next page as JSON."""
    address = pages.address
    return {
        "total": pages.total,
        "page": address.page,
        "pages": pages.count,
        "filters": dict(address.options),
        "sort": address.sort,
        "next": address.json_url(page=address.page + 1) if pages.later else None,
    }


def source_json(source: Source, title: str | None) -> Json:
    """Return where an article comes from."""
    return {
        "publisher": source.publisher,
        "title": title,
        "url": source.url,
        "published": source.published.isoformat() if source.published else None,
        "published_basis": source.published_basis,
    }


def citation_json(citation: Citation) -> Json:
    """Return a citation."""
    return {"start": citation.span.start, "end": citation.span.end, "quote": citation.quote}


def report_json(report: Report) -> Json:
    """Return one article's account of a happening."""
    return {
        "article": report.event.article_id,
        **source_json(report.source, report.title),
        "citations": [citation_json(citation) for citation in report.citations],
        "event": {**event_json(report.event), "rule": report.event.rule, "made_by": report.event.made_by},
        "corrected": list(report.corrected),
        "coded": event_json(report.coded) if report.coded else None,
    }


def whole_article_json(article: Article) -> Json:
    """Return an article in the form of a coded article, with its source and text."""
    source = source_json(article.source, article.title)
    return {**coded_article(article), **source, "language": article.language, "text": article.text}


def entry_json(entry: Entry, host: str) -> Json:
    """Return an entry with everything it rests on.

    Args:
        entry: The entry.
        host: Address of the server, without a slash at its end, for the permalink.
    """
    permalink = host + entry_path(entry.id)
    return {
        "id": entry.id,
        "permalink": permalink,
        "support": entry.support,
        "publishers": list(entry.publishers),
        "best": event_json(entry.best),
        "known_through": list(known_through(entry)),
        "differences": {
            point: [{"value": v.value, "articles": list(v.articles)} for v in values]
            for point, values in variants(entry).items()
        },
        "reports": [report_json(report) for report in entry.reports],
        "judgements": [judgement_record(judgement) for judgement in entry.judgements],
        "decisions": [decision_record(recorded) for recorded in entry.decisions],
        "cite": cite_entry(entry, permalink),
    }


def statement_report_json(report: StatementReport, host: str) -> Json:
    """Return a statement with its article."""
    statement = report.statement
    permalink = host + statement_path(statement)
    return {
        **statement_json(statement),
        "words": statement.content_text,
        "article": statement.article_id,
        "source": source_json(report.source, report.title),
        "permalink": permalink,
        "cite": cite_statement(report, permalink),
    }


def utterance_json(utterance: Utterance, host: str) -> Json:
    """Return an utterance: the statement shown for it, and every article that reports it, in which words."""
    return {
        **utterance_fields(utterance),
        **statement_report_json(utterance.best, host),
        "reports": [statement_report_json(report, host) for report in utterance.reports],
    }


def actor_json(actor: ActorCount) -> Json:
    """Return an actor with the number of its events, and the path of its page."""
    return {**asdict(actor), "page": count_path(actor)}


def outline_json(outline: ArticleOutline) -> Json:
    """Return an article in outline."""
    return {
        "id": outline.id,
        "version": outline.version,
        **source_json(outline.source, outline.title),
        "events": outline.events,
        "statements": outline.statements,
        "faults": outline.faults,
    }
