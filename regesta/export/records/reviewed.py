"""What persons decided as training data: articles with corrected events, and pairs of tellings."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import reduce

from regesta.export.jsonl import Json, coded_article, event_json
from regesta.model.decision import Decision
from regesta.model.event import Event
from regesta.model.span import Span
from regesta.query.clusters.corrected import corrected
from regesta.query.register import Register
from regesta.store.view import View


def reviewed_articles(register: Register) -> Iterator[Json]:
    """Yield the articles with events that persons confirmed, corrected or rejected, by id.

    Each has the form of the coded article (`docs/reference/coded-article.md`) with its text, its events as persons left
    them, and besides: `rejected` (events that are wrong), `reviewed` (acts and fields by event id), and `complete`
    (whether a person has looked at every event, so that the article can serve as gold).
    """
    by_article: defaultdict[str, dict[str, list[Decision]]] = defaultdict(dict)
    for decision in reversed(register.decided.counting):
        report = register.view.report(decision.event) if decision.act in {"confirm", "reject", "correct"} else None
        if report:
            by_article[report.event.article_id].setdefault(decision.event, []).append(decision)
    for article_id, decisions in sorted(by_article.items()):
        yield from reviewed_article(register, article_id, decisions)


def reviewed_article(register: Register, article_id: str, by_event: Mapping[str, list[Decision]]) -> Iterator[Json]:
    """Yield one article with what persons decided on its events; nothing when its current version has none of them."""
    article = register.view.article(article_id)
    if article is None or not any(event.id in by_event for event in article.events):
        return
    rejected, changes = register.decided.rejected, register.decided.corrections
    events = [corrected(event, changes.get(event.id, ())) for event in article.events]
    known = {event.id for event in events}
    kept = replace(article, events=tuple(event for event in events if event.id not in rejected))
    yield {
        **coded_article(kept),
        "title": article.title,
        "publisher": article.source.publisher,
        "text": article.text,
        "rejected": [event_json(event) for event in events if event.id in rejected],
        "reviewed": {id: list(map(in_words, found)) for id, found in by_event.items() if id in known},
        "complete": known <= set(by_event),
    }


def in_words(decision: Decision) -> Json:
    """Return a decision on one event with who made it and why."""
    fixed = decision.correction
    values = {"field": fixed.field, "old": fixed.old, "new": fixed.new} if fixed else {}
    said = {"by": decision.author, "reason": decision.reason, "made": decision.made.isoformat()}
    return {"act": decision.act, **values, **said}


def reviewed_pairs(register: Register) -> Iterator[Json]:
    """Yield the pairs of events, and of statements, that persons judged the same or different.

    Each has the form of `evaluation/gold/same_happening`, and besides `kind`: event or statement.
    """
    for judgement in reversed(list(register.decided.pairs.values())):
        for kind, told in (("event", event_telling), ("statement", statement_telling)):
            left, right = (told(register.view, id) for id in judgement.pair)
            if left and right:
                is_same = judgement.verdict == "same"
                yield {"kind": kind, "left": left, "right": right, "same": is_same, "why": judgement.reasons[0]}


def event_telling(view: View, event_id: str) -> Json | None:
    """Return where an event is told: its article, and the sentence with its trigger; None when it is not reported."""
    report = view.report(event_id)
    return {"article": report.event.article_id, "quote": words_of(report.event, view)} if report else None


def statement_telling(view: View, statement_id: str) -> Json | None:
    """Return where a statement is told: its article, and the passage with all its words; None when it is not reported.

    The passage is to the letter: where a cue splits the words said, it stands between them.
    """
    report = view.statement(statement_id)
    article = view.article(report.statement.article_id) if report else None
    if report is None or article is None:
        return None
    return {"article": article.id, "quote": reduce(Span.joined, report.statement.content).of(article.text)}


def words_of(event: Event, view: View) -> str:
    """Return the evidence sentence that holds the trigger, else the trigger alone."""
    article = view.article(event.article_id)
    span = next((span for span in event.evidence if span.contains(event.trigger)), event.trigger)
    return span.of(article.text) if article else event.trigger_text
