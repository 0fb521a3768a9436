"""Entries and statements as flat JSON records, for `--json`, exports and the web pages' twins."""

from regesta.export.jsonl import Json, claim_json, date_json, event_json, event_place_json, party_json, statement_json
from regesta.model.article import Source
from regesta.model.decision import Recorded
from regesta.model.entry import Entry, Report, StatementReport
from regesta.model.judgement import Judgement
from regesta.query.claims.claims import CheckedClaim, OnRecord
from regesta.query.claims.findings import coverage_note, finding


def entry_record(entry: Entry) -> Json:
    """Return an entry with its best values, every report's words, and the judgements that join them."""
    best = entry.best
    return {
        "id": entry.id,
        "type": best.type,
        "mode": best.mode,
        "cameo": best.cameo,
        "quad": best.quad,
        "intensity": best.intensity,
        "contexts": list(best.contexts),
        "actors": [party_json(role) for role in best.actors],
        "recipients": [party_json(role) for role in best.recipients],
        "date": date_json(best.date) if best.date else None,
        "place": event_place_json(best.place) if best.place else None,
        "status": best.status,
        "confidence": best.confidence,
        "support": entry.support,
        "publishers": list(entry.publishers),
        "reports": [report_record(report) for report in entry.reports],
        "judgements": [judgement_record(judgement) for judgement in entry.judgements],
        "decisions": [decision_record(recorded) for recorded in entry.decisions],
    }


def report_record(report: Report) -> Json:
    """Return one article's account of a happening with its exact words."""
    return {
        "event": event_json(report.event),
        "corrected": list(report.corrected),
        "coded": event_json(report.coded) if report.coded else None,
        **article_json(report.event.article_id, report.title, report.source),
        "citations": [
            {"start": c.span.start, "end": c.span.end, "quote": c.quote, "article": c.article_id}
            for c in report.citations
        ],
    }


def article_json(article_id: str, title: str | None, source: Source) -> Json:
    """Return where something stands: its article with title, publisher, day and address."""
    return {
        "article": article_id,
        "title": title,
        "publisher": source.publisher,
        "published": source.day.isoformat() if source.day else None,
        "url": source.url,
    }


def judgement_record(judgement: Judgement) -> Json:
    """Return a judgement with its score, reasons and author."""
    return {
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict,
        "score": judgement.score,
        "reasons": list(judgement.reasons),
        "author": judgement.author,
    }


def decision_record(recorded: Recorded) -> Json:
    """Return a decision of a person with what has become of it."""
    decision, fixed = recorded.decision, recorded.decision.correction
    return {
        "id": decision.id,
        "act": decision.act,
        "events": list(decision.events),
        "field": fixed.field if fixed else None,
        "old": fixed.old if fixed else None,
        "new": fixed.new if fixed else None,
        "undoes": decision.undoes,
        "author": decision.author,
        "reason": decision.reason,
        "made": decision.made.isoformat(),
        "state": recorded.state,
        "by": recorded.by.id if recorded.by else None,
    }


def statement_record(report: StatementReport) -> Json:
    """Return a statement with its article and exact words."""
    return {
        **statement_json(report.statement),
        "words": report.statement.content_text,
        **article_json(report.statement.article_id, report.title, report.source),
    }


def claim_record(checked: CheckedClaim) -> Json:
    """Return a claim with its article and what the register has on the same acts."""
    coverage = checked.coverage
    return {
        **claim_json(checked.claim),
        "sentence": checked.sentence.quote,
        **article_json(checked.claim.article_id, checked.title, checked.source),
        "finding": finding(checked),
        "not_compared": checked.not_compared,
        "on_record": [on_record_json(entry) for entry in checked.on_record],
        "rounds": [{"number": number, "entries": list(ids)} for number, ids in checked.rounds.items()],
        "last_on_record": on_record_json(checked.last_on_record) if checked.last_on_record else None,
        "coverage": {
            "start": coverage.period.start.isoformat(),
            "end": coverage.period.end.isoformat(),
            "articles": coverage.articles,
            "days_read": coverage.days_read,
            "days": coverage.days,
            "thin": coverage.is_thin,
        }
        if coverage
        else None,
        "note": coverage_note(coverage),
    }


def on_record_json(entry: OnRecord) -> Json:
    """Return an entry that a claim counts."""
    return {"entry": entry.id, "day": entry.day.isoformat(), "support": entry.support, "number": entry.number}
