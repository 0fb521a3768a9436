"""Utterances and what was said over time as flat JSON records."""

from regesta.export.jsonl import Json
from regesta.export.records.entries import judgement_record, statement_record
from regesta.model.entry import Utterance
from regesta.query.speech.said import SaidPeriod
from regesta.query.speech.wordings import differences, wordings


def utterance_record(utterance: Utterance) -> Json:
    """Return an utterance: the statement shown for it, with the fields of all utterances beside."""
    return {**statement_record(utterance.best), **utterance_fields(utterance)}


def utterance_fields(utterance: Utterance) -> Json:
    """Return what an utterance has beside its statement: sources, wordings with their differences, judgements."""
    return {
        "utterance": utterance.id,
        "support": utterance.support,
        "publishers": list(utterance.publishers),
        "wordings": [
            {
                "words": wording.reports[0].statement.content_text,
                "changes": [{"change": piece.change, "text": piece.text} for piece in wording.pieces],
                "reports": [
                    {"statement": report.statement.id, "article": report.statement.article_id}
                    for report in wording.reports
                ],
            }
            for wording in wordings(utterance)
        ],
        "differences": {name: list(values) for name, values in differences(utterance).items()},
        "reports": [statement_record(report) for report in utterance.reports],
        "judgements": [judgement_record(judgement) for judgement in utterance.judgements],
    }


def period_record(period: SaidPeriod) -> Json:
    """Return what was said in one period."""
    return {**period_counts(period), "utterances": [utterance_record(said) for said in period.utterances]}


def period_counts(period: SaidPeriod) -> Json:
    """Return how much was said in one period, and how."""
    return {
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "statements": len(period.utterances),
        "classes": dict(period.classes),
        "denied": period.denied,
    }
