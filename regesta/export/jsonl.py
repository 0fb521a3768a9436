"""Coded articles as JSON lines: the output contract of `regesta code`."""

import json
from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from typing import Any, TextIO

from regesta.model.annotation import Amount, DateInterval, Mention, TimeExpression
from regesta.model.article import Article
from regesta.model.claim import Claim
from regesta.model.display import measure_text
from regesta.model.event import Event, EventDate, EventPlace, Role
from regesta.model.span import Span
from regesta.model.statement import Statement

Json = dict[str, Any]


def write_coded(articles: Iterable[Article], out: TextIO) -> int:
    """Write coded articles, one JSON object per line; return how many."""
    count = 0
    for article in articles:
        out.write(json.dumps(coded_article(article), ensure_ascii=False) + "\n")
        count += 1
    return count


def coded_article(article: Article) -> Json:
    """Return an article as the output contract (`docs/reference/coded-article.md`) has it."""
    day = article.source.day
    return {
        "id": article.id,
        "text_sha256": article.text_sha256,
        "published": day.isoformat() if day else None,
        "published_basis": article.source.published_basis,
        "events": [event_json(event) for event in article.events],
        "statements": [statement_json(statement) for statement in article.statements],
        "mentions": [*map(lambda m: mention_json(article, m), article.mentions), *quantities_json(article)],
        "times": [time_json(article, time) for time in article.times],
        "places": [place_json(article, m) for m in article.mentions if m.place is not None],
        "amounts": [amount_json(article, amount) for amount in article.amounts],
        "claims": [claim_json(claim) for claim in article.claims],
        "faults": [{"stage": fault.stage, "reason": fault.reason} for fault in article.faults],
    }


def span_json(span: Span, text: str | None = None) -> Json:
    """Return a span, with its words where they are given."""
    bounds = {"start": span.start, "end": span.end}
    return bounds if text is None else {"text": text, **bounds}


def event_json(event: Event) -> Json:
    """Return an event."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "quad": event.quad,
        "intensity": event.intensity,
        "trigger": span_json(event.trigger, event.trigger_text),
        "actors": [party_json(role) for role in event.actors],
        "recipients": [party_json(role) for role in event.recipients],
        "date": date_json(event.date) if event.date else None,
        "place": event_place_json(event.place) if event.place else None,
        "status": event.status,
        "according_to": source_json(event.source) if event.source else None,
        "roles": {role.name: argument_json(role) for role in event.arguments},
        "confidence": event.confidence,
        "evidence": [span_json(span) for span in event.evidence],
    }


def party_json(role: Role) -> Json:
    """Return a participant or speaker with what it resolves to."""
    actor = role.actor
    return {
        **span_json(role.span, role.text),
        "name": role.called,
        "iso3": actor.iso3 if actor else None,
        "sector": actor.sector if actor else None,
        "role": actor.office if actor else None,
        "entity": actor.entity if actor else None,
        "basis": actor.basis if actor else None,
    }


def source_json(role: Role) -> Json:
    """Return whom an event is known from."""
    return {
        "name": role.called,
        "iso3": role.actor.iso3 if role.actor else None,
        **span_json(role.span),
    }


def argument_json(role: Role) -> Json:
    """Return an argument that is no participant: a quantity with unit, or words."""
    if role.amount is None:
        return span_json(role.span, role.text)
    money = {"currency": role.amount.unit} if role.amount.unit.isupper() else {"unit": role.amount.unit}
    return {"value": number(role.amount.value), **money, **span_json(role.span, role.text)}


def date_json(date: EventDate) -> Json:
    """Return when an event happened; the contract's end day is inclusive."""
    return {
        "start": date.interval.start.isoformat(),
        "end": (date.interval.end - timedelta(days=1)).isoformat(),
        "precision": date.interval.precision,
        "basis": date.basis,
        "text": date.text,
        "span": [date.span.start, date.span.end] if date.span else None,
    }


def event_place_json(at: EventPlace) -> Json:
    """Return where an event happened."""
    place = at.place
    return {
        "name": place.name, "iso3": place.iso3, "geonameid": place.geonameid, "lat": place.lat, "lon": place.lon,
        "precision": place.precision, "basis": at.basis, **span_json(at.span),
    }  # fmt: skip


def statement_json(statement: Statement) -> Json:
    """Return a statement."""
    channel = statement.channel
    return {
        "id": statement.id,
        "kind": statement.kind,
        "speaker": party_json(statement.speaker) if statement.speaker else None,
        "addressee": party_json(statement.addressee) if statement.addressee else None,
        "cue": span_json(statement.cue, statement.cue_text) if statement.cue else None,
        "speech_class": statement.speech_class,
        "content": [span_json(span) for span in statement.content],
        "about_events": list(statement.about_events),
        "confidence": statement.confidence,
        "channel": {**span_json(channel.span, channel.text), "kind": channel.kind} if channel else None,
        "polarity": statement.polarity,
        "stances": [{"event": stance.event, "stance": stance.kind} for stance in statement.stances],
        "co_speakers": [party_json(role) for role in statement.co_speakers],
        "speaker_kind": statement.speaker_kind,
    }


def claim_json(claim: Claim) -> Json:
    """Return a claim; its intervals are half-open."""
    measure = claim.measure
    return {
        "id": claim.id,
        **span_json(claim.span, claim.text),
        "kind": claim.kind,
        "measure": measure_text(measure),
        "value": claim.value,
        "bound": claim.bound,
        "status": claim.status,
        "period": interval_json(claim.period),
        "last": interval_json(claim.last),
        "act": {
            "type": measure.type,
            "mode": measure.mode,
            "trigger": span_json(measure.trigger, measure.trigger_text),
            "actors": [party_json(role) for role in measure.actors],
            "recipients": [party_json(role) for role in measure.recipients],
        },
        "speaker": party_json(claim.speaker) if claim.speaker else None,
        "statement": claim.statement,
        "evidence": span_json(claim.evidence),
        "confidence": claim.confidence,
    }


def interval_json(interval: DateInterval | None) -> list[str] | None:
    """Return calendar days, half-open; null for none."""
    return [interval.start.isoformat(), interval.end.isoformat()] if interval else None


def mention_json(article: Article, mention: Mention) -> Json:
    """Return an actor or place mention with what it resolves to."""
    kind = "place" if mention.kind == "place" else "actor"
    if kind == "place" and mention.place:
        place = mention.place
        resolution: Json = {"name": place.name, "iso3": place.iso3, "geonameid": place.geonameid}
    else:
        actor = mention.actor
        resolution = (
            {"name": actor.name, "iso3": actor.iso3, "sector": actor.sector, "entity": actor.entity} if actor else {}
        )
    return {"kind": kind, **span_json(mention.span, mention.span.of(article.text)), "resolution": resolution}


def quantities_json(article: Article) -> list[Json]:
    """Return the times and amounts of an article in the form of mentions."""
    times = [
        {"kind": "time", **span_json(t.span, t.span.of(article.text)), "resolution": {"value": t.value}}
        for t in article.times
    ]
    amounts = [
        {
            "kind": "amount",
            **span_json(a.span, a.span.of(article.text)),
            "resolution": {"value": number(a.value), "unit": a.unit},
        }
        for a in article.amounts
    ]
    return times + amounts


def time_json(article: Article, time: TimeExpression) -> Json:
    """Return a time expression; its interval is half-open."""
    words, interval = time.span.of(article.text), interval_json(time.interval)
    return {**span_json(time.span), "text": words, "timex": time.timex, "value": time.value, "interval": interval}


def place_json(article: Article, mention: Mention) -> Json:
    """Return a resolved toponym: the name alone, without its noun phrase."""
    span, place = mention.name or mention.span, mention.place
    return {
        **span_json(span, span.of(article.text)),
        "name": place.name if place else None,
        "geonameid": place.geonameid if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "iso3": place.iso3 if place else None,
    }


def amount_json(article: Article, amount: Amount) -> Json:
    """Return a quantity."""
    return {
        **span_json(amount.span, amount.span.of(article.text)),
        "value": number(amount.value),
        "unit": amount.unit,
        "upper": number(amount.upper) if amount.upper is not None else None,
        "approximate": amount.approximate,
    }


def number(value: Decimal) -> int | float:
    """Return a decimal as the JSON number it is: whole numbers without a point."""
    return int(value) if value == value.to_integral_value() else float(value)
