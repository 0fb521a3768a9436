"""The text and the record of what `regesta explain` prints."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from regesta.cli.output.printing import event_sentence, event_spans, marked, one_line
from regesta.cli.output.shown import source_line
from regesta.coding.explanation import Explanation, Fit, Party, StatusReason
from regesta.export.jsonl import event_json, party_json
from regesta.model.article import Article
from regesta.model.display import interval_text, party_text
from regesta.model.event import Event
from regesta.model.span import Span

TOP_EVIDENCE = 5
DATE_BASIS = {
    "expression": "the time expression read for the act, or nearest to it",
    "published": "the day of publication; the text names no time for it",
    "inferred": "from the text around it",
}
PLACE_BASIS = {"expression": "named for the act", "inferred": "where the host is, or the scene of the report"}
STATUS_BASIS = {
    "entry": "the trigger entry implies it",
    "announced": "saying it is the act",
    "words": "by the words",
    "date": "its date lies after publication",
    "network": "as the network reads it",
    "default": "no word speaks for another",
}


def explained(article: Article, why: Explanation) -> Iterator[str]:
    """Yield an explanation: the sentence, then each decision with what spoke for it."""
    event, text = why.event, article.text
    yield f"{event.id}  {event_sentence(event)}  confidence {event.confidence:.2f}"
    yield f"{source_line(article.source)}  {article.title or article.id}"
    yield f"  {marked(why.sentence.of(text), event_spans(event), why.sentence.start)}"
    yield from type_lines(why)
    yield from evidence_lines(why)
    for party in why.parties:
        yield from party_lines(party)
    yield status_line(text, why.status)
    yield from setting_lines(event)
    for other in why.retold:
        same = "what the visit is for" if other.chance is None else f"the same with {other.chance:.2f}"
        yield field("told again", f'"{other.trigger.of(text)}", {same}: {one_line(other.sentence.of(text))}')


def field(name: str, value: str) -> str:
    """Return a name and a value as one line."""
    return f"{name:<12}{value}"


def type_lines(why: Explanation) -> Iterator[str]:
    """Yield what the trigger was read as, and what else it might have been."""
    announced = "" if why.read_as == why.event.type else f": {why.read_as}, which is only announced"
    yield field("type", f"{why.event.type}{announced}")
    yield field("  network", numbers(why.types) or "reads no act here")
    yield field("  entry", fit_text(why.entry) if why.entry else "none fits")
    for name, value in why.entry.conditions if why.entry else ():
        yield field("", f"{name}: {one_line(value)}")
    for rival in why.rivals:
        entry = fit_text(rival.entry) if rival.entry else "no entry"
        said = f"network {rival.probability:.2f}, {entry}; confidence {rival.confidence:.2f}, {rival.verdict}"
        yield field("  rival", f"{rival.event_type}: {said}")


def fit_text(fit: Fit) -> str:
    """Return a trigger entry in words."""
    return f"{fit.id} ({one_line(', '.join(fit.lemmas), 40)}), reliability {fit.reliability:.2f}"


def evidence_lines(why: Explanation) -> Iterator[str]:
    """Yield the evidence as a table, the heaviest first, and what it amounts to."""
    yield f"{'evidence':<16}{'value':>8}{'weight':>8}{'log-odds':>10}"
    for part in why.evidence:
        yield f"  {part.name:<14}{part.value:>8.2f}{part.weight:>8.2f}{part.contribution or 0.0:>+10.2f}"
    raised = "" if why.event.confidence == why.confidence else f"; {why.event.confidence:.2f} as an event"
    total = sum(part.contribution for part in why.evidence)
    yield f"  {'together':<30}{total:>+10.2f}  confidence {why.confidence:.2f}{raised}"


def party_lines(party: Party) -> Iterator[str]:
    """Yield a party: its words, what gave them, what they resolve to; and the heaviest evidence that it takes part."""
    actor = party.role.actor
    network = f"network {party.score:.2f}" if party.score is not None else ""
    entry = f"{party.detail or 'slot'} of the entry"
    given = {
        "network": network,
        "entry": entry,
        "network and entry": f"{network}, {entry}",
        "sentence": "only named in the sentence",
        "place": "host, by the place",
        "another act": f'from "{party.detail}"',
        "unknown": "by a rule of the coder",
    }[party.given_by]
    resolved = (
        f"{party_text(party.role)}, by {actor.basis}, confidence {actor.confidence:.2f}" if actor else "unresolved"
    )
    yield field(party.role.name, f'"{one_line(party.role.text, 60)}", {given}; {resolved}')
    if party.chance is not None:
        heaviest = ", ".join(f"{part.name} {part.contribution or 0.0:+.2f}" for part in party.evidence[:TOP_EVIDENCE])
        yield field("", f"takes part as {party.judged_as} with {party.chance:.2f}: {heaviest}")


def status_line(text: str, why: StatusReason) -> str:
    """Return a status with the rule and words that gave it, and what the network reads."""
    words = ", ".join(f'"{span.of(text)}"' for span in why.words)
    if why.basis == "words" and not words:
        words = "of the sentence, none of them alone"
    network = f"; network: {numbers(why.network)}" if why.network else ""
    return field("status", f"{why.status}: {STATUS_BASIS[why.basis]}{' ' if words else ''}{words}{network}")


def setting_lines(event: Event) -> Iterator[str]:
    """Yield date and place, each with its basis."""
    date, place = event.date, event.place
    if date:
        words = f', "{date.text}"' if date.text else ""
        yield field("date", f"{interval_text(date.interval)}{words}; {date.basis}: {DATE_BASIS[date.basis]}")
    else:
        yield field("date", "none: the text does not say")
    if place:
        yield field("place", f'{place.place.name}, "{place.text}"; {place.basis}: {PLACE_BASIS[place.basis]}')
    else:
        yield field("place", "none: the text does not say")


def numbers(pairs: Iterable[tuple[str, float]]) -> str:
    """Return names with their probabilities."""
    return ", ".join(f"{name} {probability:.2f}" for name, probability in pairs)


def explained_record(article: Article, why: Explanation) -> dict[str, Any]:
    """Return an explanation as one JSON record."""

    def words(span: Span) -> dict[str, Any]:
        return {"text": span.of(article.text), "start": span.start, "end": span.end}

    return {
        "article": article.id,
        "event": event_json(why.event),
        "sentence": words(why.sentence),
        "read_as": why.read_as,
        "types": dict(why.types),
        "entry": fit_record(why.entry),
        "rivals": [{**asdict(rival), "entry": fit_record(rival.entry)} for rival in why.rivals],
        "evidence": [asdict(part) for part in why.evidence],
        "confidence": why.confidence,
        "actors": [party_record(party) for party in why.parties if party.role.name == "actor"],
        "recipients": [party_record(party) for party in why.parties if party.role.name == "recipient"],
        "status": {
            **asdict(why.status),
            "words": list(map(words, why.status.words)),
            "network": dict(why.status.network),
        },
        "retold": [
            {"trigger": words(r.trigger), "sentence": words(r.sentence), "chance": r.chance} for r in why.retold
        ],
    }


def fit_record(fit: Fit | None) -> dict[str, Any] | None:
    """Return a trigger entry as a record."""
    return {**asdict(fit), "conditions": dict(fit.conditions)} if fit else None


def party_record(party: Party) -> dict[str, Any]:
    """Return a party as a record."""
    actor = party.role.actor
    return {
        **party_json(party.role),
        "confidence": actor.confidence if actor else None,
        "given_by": party.given_by,
        "detail": party.detail,
        "score": party.score,
        "judged_as": party.judged_as,
        "chance": party.chance,
        "evidence": [asdict(part) for part in party.evidence],
    }
