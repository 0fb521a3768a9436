"""Rows of the tables, made from nouns."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from regesta.model.article import Article
from regesta.model.entity import Actor, Place
from regesta.model.event import Event
from regesta.model.judgement import Judgement
from regesta.model.span import Span
from regesta.model.statement import Statement
from regesta.store.encoding import EVENT, PLACE, SOURCE, STATEMENT, pack_layers, to_json
from regesta.store.outlines import party_codes
from regesta.store.words import name_key

Row = dict[str, Any]
PARTY_ROLES = frozenset({"actor", "recipient"})


def key_of(*parts: str | None) -> int:
    """Return a positive 63-bit key hashed from parts; a million keys collide with a chance of one in ten million."""
    text = "\x1f".join("\x00" if part is None else part for part in parts)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) >> 1


def actor_key(actor: Actor) -> int:
    """Return the key of an actor's row: one for each name, state, sector and entity."""
    return key_of(actor.name, actor.iso3, actor.sector, actor.entity)


def place_key(place: Place) -> int:
    """Return the key of a place's row."""
    return key_of(to_json(PLACE, place))


def actor_row(actor: Actor) -> Row:
    """Return an actor as a row; office, confidence and basis belong to the mention, not to the actor."""
    return {
        "key": actor_key(actor),
        "name": actor.name,
        "name_key": name_key(actor.name),
        "iso3": actor.iso3,
        "sector": actor.sector,
        "entity": actor.entity,
    }


def place_row(place: Place) -> Row:
    """Return a place as a row."""
    body = to_json(PLACE, place)
    return {"key": key_of(body), "name_key": name_key(place.name), "iso3": place.iso3, "body": body}


def article_row(article: Article) -> Row:
    """Return what an article's row says of the article itself."""
    return {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "publisher": article.source.publisher,
        "published": article.source.day,
        "source": to_json(SOURCE, article.source),
        "layers": pack_layers(article),
    }


def event_row(event: Event) -> Row:
    """Return an event as a row, without its keys."""
    interval = event.date.interval if event.date else None
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "cameo": event.cameo,
        "quad": event.quad,
        "intensity": event.intensity,
        "status": event.status,
        "confidence": event.confidence,
        "start_day": interval.start if interval else None,
        "end_day": interval.end if interval else None,
        "place": place_key(event.place.place) if event.place else None,
        "actors": "+".join(party_codes(event.actors)),
        "recipients": "+".join(party_codes(event.recipients)),
        "body": to_json(EVENT, event),
    }


def statement_row(statement: Statement) -> Row:
    """Return a statement as a row, without its keys."""
    speaker = statement.speaker.actor if statement.speaker else None
    return {
        "id": statement.id,
        "speaker": actor_key(speaker) if speaker else None,
        "body": to_json(STATEMENT, statement),
    }


def judgement_row(judgement: Judgement) -> Row:
    """Return a judgement as a row."""
    return {
        "kind": judgement.kind,
        "left": judgement.left,
        "right": judgement.right,
        "author": judgement.author,
        "verdict": judgement.verdict,
        "score": judgement.score,
        "reasons": json.dumps(judgement.reasons, ensure_ascii=False),
    }


def party_pairs(event: Event) -> set[tuple[int, str]]:
    """Return the keys of an event's resolved parties with their roles."""
    return {(actor_key(role.actor), role.name) for role in event.roles if role.actor and role.name in PARTY_ROLES}


def actors_of(article: Article) -> Iterator[Actor]:
    """Yield every actor that a row may point at."""
    for event in article.events:
        yield from (role.actor for role in event.roles if role.actor)
    for statement in article.statements:
        yield from (role.actor for role in (statement.speaker,) if role and role.actor)
    yield from (mention.actor for mention in article.mentions if mention.actor)


def places_of(article: Article) -> Iterator[Place]:
    """Yield every place that a row may point at."""
    yield from (event.place.place for event in article.events if event.place)
    yield from (mention.place for mention in article.mentions if mention.place)


def named_in(article: Article, spans: tuple[Span, ...]) -> list[Actor | Place]:
    """Return the actors and places mentioned in spans of an article, in text order."""
    inside = [m for m in article.mentions if any(span.overlaps(m.span) for span in spans)]
    return [named for m in inside for named in (m.actor, m.place) if named]


def evidence_text(article: Article, event: Event) -> str:
    """Return the evidence sentences of an event, one a line."""
    return "\n".join(span.of(article.text) for span in event.evidence)
