"""Rows of the tables, made from nouns."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.model.entity import Actor, Place
from regesta.model.event import Event, Role
from regesta.model.judgement import Judgement
from regesta.model.office import OfficeSeen
from regesta.model.statement import Statement
from regesta.store.citing import named_in
from regesta.store.descriptions import description_key
from regesta.store.outlines import party_codes
from regesta.store.sql.encoding import EVENT, PLACE, SOURCE, STATEMENT, VALUE, pack_layers, to_json
from regesta.store.tolls import tolls_of
from regesta.store.words import name_key

Row = dict[str, Any]


def key_of(*parts: str | None) -> int:
    """Return a positive 63-bit key hashed from parts; a million keys collide with a chance of one in ten million."""
    text = "\x1f".join("\x00" if part is None else part for part in parts)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) >> 1


@lru_cache(maxsize=65536)
def actor_key(actor: Actor) -> int:
    """Return the key of an actor's row: one for each name, state, sector and entity."""
    return key_of(actor.name, actor.iso3, actor.sector, actor.entity)


@lru_cache(maxsize=65536)
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
        "speech_class": statement.speech_class,
        "confidence": statement.confidence,
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


def decision_row(decision: Decision) -> Row:
    """Return a decision as a row, without its key."""
    fixed = decision.correction
    return {
        "id": decision.id,
        "act": decision.act,
        "event": decision.event,
        "other": decision.other,
        "field": fixed.field if fixed else None,
        "old": fixed.old if fixed else None,
        "new": fixed.new if fixed else None,
        "value": to_json(VALUE, fixed.value) if fixed else None,
        "undoes": decision.undoes,
        "author": decision.author,
        "reason": decision.reason,
        "made": moment_text(decision.made),
    }


def moment_text(moment: datetime) -> str:
    """Return a UTC moment as stored: ISO 8601 of one length, so that text order is time order."""
    return moment.isoformat(timespec="microseconds")


def party_rows(event_key: int, event: Event) -> list[Row]:
    """Return the rows that find an event by its parties."""
    found = {(actor_key(role.actor), role.name) for role in event.parties if role.actor}
    return [{"actor": key, "role": role, "event": event_key} for key, role in sorted(found)]


def toll_rows(event_key: int, event: Event) -> list[Row]:
    """Return the rows that find an event by how many people it counts."""
    return [{"event": event_key, **toll._asdict()} for toll in tolls_of(event)]


def speaker_rows(statement_key: int, statement: Statement) -> list[Row]:
    """Return the rows that find a statement by its speakers."""
    found: dict[int, list[Role]] = {}
    for role in statement.speakers:
        if role.actor:
            found.setdefault(actor_key(role.actor), []).append(role)
    return [
        {"actor": key, "statement": statement_key, "described": description_key(roles)}
        for key, roles in sorted(found.items())
    ]


def fault_rows(article_key: int, article: Article) -> list[Row]:
    """Return the faults of an article as rows."""
    return [
        {"article": article_key, "position": position, "stage": fault.stage, "reason": fault.reason}
        for position, fault in enumerate(article.faults)
    ]


def actors_of(article: Article) -> dict[int, Actor]:
    """Return every actor that a row may point at, by key."""
    roles = [role for event in article.events for role in event.roles]
    roles += [speaker for statement in article.statements for speaker in statement.speakers]
    found = [role.actor for role in roles] + [mention.actor for mention in article.mentions]
    return {actor_key(actor): actor for actor in found if actor}


def places_of(article: Article) -> dict[int, Place]:
    """Return every place that a row may point at, by key."""
    found = [event.place.place for event in article.events if event.place]
    found += [mention.place for mention in article.mentions if mention.place]
    return {place_key(place): place for place in found}


def office_rows(article_key: int, seen: Iterable[OfficeSeen]) -> list[Row]:
    """Return the offices that an article gives to people as rows."""
    return [
        {
            "article": article_key, "position": position, "person": one.person, "office": one.office, "iso3": one.iso3,
            "sector": one.sector, "start": one.span.start, "end": one.span.end,
        }
        for position, one in enumerate(seen)
    ]  # fmt: skip


def mention_rows(article_key: int, article: Article, numbered: Iterable[tuple[int, Statement]]) -> list[Row]:
    """Return the rows that find an article, and its statements, by the actors and places mentioned; each once."""
    everywhere = [named for mention in article.mentions for named in (mention.actor, mention.place) if named]
    found: dict[tuple[int | None, int | None, int | None], None] = {}
    found |= dict.fromkeys((None, *named_key(named)) for named in everywhere)
    for key, statement in numbered:
        found |= dict.fromkeys((key, *named_key(named)) for named in named_in(article, statement.content))
    return [
        {"article": article_key, "statement": statement, "actor": actor, "place": place}
        for statement, actor, place in found
    ]


def named_key(named: Actor | Place) -> tuple[int | None, int | None]:
    """Return the key of an actor and the key of a place; the one that it is not is None."""
    return (actor_key(named), None) if isinstance(named, Actor) else (None, place_key(named))
