"""Histories as JSON records, for `--json` and the web pages' twins."""

from regesta.export.jsonl import Json, interval_json
from regesta.query.matters.histories import History
from regesta.query.matters.steps import Step


def history_record(history: History) -> Json:
    """Return a history with its steps; every pair of days is half-open."""
    return {
        "id": history.id,
        "kind": history.cycle,
        "parties": list(history.parties),
        "codes": list(history.codes),
        "subject": list(history.subject),
        "state": history.state,
        "outcome": history.outcome,
        "due": [day.isoformat() for day in history.due] if history.due else None,
        "followed_by": list(history.followed_by),
        "steps": [step_record(step) for step in history.steps],
    }


def step_record(step: Step) -> Json:
    """Return a step with the words that tell it."""
    return {
        "stage": step.stage,
        "number": step.number,
        "entry": step.entry,
        "event": step.event,
        "act": step.summary,
        "days": interval_json(step.days),
        "due": interval_json(step.due),
        "actors": sorted(step.actors),
        "recipients": sorted(step.recipients),
        "article": step.article,
        "publisher": step.publisher,
        "published": step.reported.isoformat() if step.reported else None,
        "support": step.support,
        "citation": {"start": step.citation.span.start, "end": step.citation.span.end, "quote": step.citation.quote},
    }
