"""Rows of an SQL database back to nouns."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from regesta.model.annotation import Fault
from regesta.model.article import Article
from regesta.model.decision import Correction, Decision
from regesta.model.entity import Place
from regesta.model.entry import Report, StatementReport
from regesta.model.judgement import Judgement
from regesta.model.office import OfficeSeen
from regesta.model.span import Span
from regesta.store.citing import cite
from regesta.store.outlines import ActorCount, ArticleOutline, EventOutline
from regesta.store.sql import tables
from regesta.store.sql.encoding import EVENT, SOURCE, STATEMENT, VALUE, unpack_layers
from regesta.store.tolls import Toll

AnyRow = Row[*tuple[Any, ...]]

ARTICLE_COLUMNS = (
    tables.articles.c.key, tables.articles.c.id, tables.articles.c.title, tables.articles.c.language,
    tables.articles.c.source, tables.articles.c.layers, tables.texts.c.text,
)  # fmt: skip
OUTLINE_COLUMNS = (  # in the order of the fields of EventOutline, the key in place of tolls
    tables.events.c.id, tables.articles.c.id.label("article_id"), tables.articles.c.publisher,
    tables.articles.c.published, tables.events.c.type, tables.events.c.mode, tables.events.c.quad,
    tables.events.c.intensity, tables.events.c.status, tables.events.c.confidence, tables.events.c.start_day,
    tables.events.c.end_day, tables.events.c.place, tables.events.c.actors, tables.events.c.recipients,
    tables.events.c.key,
)  # fmt: skip
OFFICE_COLUMNS = (
    tables.office_sightings.c.person, tables.office_sightings.c.office, tables.office_sightings.c.iso3,
    tables.office_sightings.c.sector, tables.articles.c.published, tables.articles.c.id,
    tables.office_sightings.c.start, tables.office_sightings.c.end, tables.articles.c.run,
)  # fmt: skip
CITED_COLUMNS = (tables.articles.c.text, tables.articles.c.source, tables.articles.c.title)


def article_of(row: AnyRow, events: Iterable[str], statements: Iterable[str], faults: Iterable[AnyRow]) -> Article:
    """Return an article from its row, the bodies of its events and statements, and its faults."""
    layers = unpack_layers(row.layers)
    return Article(
        id=row.id,
        text=row.text,
        title=row.title,
        language=row.language,
        source=SOURCE.validate_json(row.source),
        sentences=layers.sentences,
        mentions=layers.mentions,
        times=layers.times,
        amounts=layers.amounts,
        quotes=layers.quotes,
        claims=layers.claims,
        events=tuple(map(EVENT.validate_json, events)),
        statements=tuple(map(STATEMENT.validate_json, statements)),
        faults=tuple(Fault(fault.stage, fault.reason) for fault in faults),
    )


def report_of(row: AnyRow, texts: Mapping[int, str]) -> Report:
    """Return an event with its article; `texts` by key."""
    event = EVENT.validate_json(row.body)
    return Report(
        event=event,
        source=SOURCE.validate_json(row.source),
        title=row.title,
        citations=cite(event.article_id, texts[row.text], event.evidence),
    )


def statement_report_of(row: AnyRow, texts: Mapping[int, str]) -> StatementReport:
    """Return a statement with its article; `texts` by key."""
    statement = STATEMENT.validate_json(row.body)
    return StatementReport(
        statement=statement,
        source=SOURCE.validate_json(row.source),
        title=row.title,
        citations=cite(statement.article_id, texts[row.text], statement.content),
    )


def outline_of(row: AnyRow, places: Mapping[int | None, Place], tolls: Mapping[int, tuple[Toll, ...]]) -> EventOutline:
    """Return an event in outline from `OUTLINE_COLUMNS`; `places` by key, `tolls` by key of the event."""
    *told, place, actors, recipients, key = row
    codes = split_codes(actors), split_codes(recipients)
    return EventOutline._make((*told, places.get(place), *codes, tolls.get(key, ())))


@lru_cache(maxsize=4096)
def split_codes(joined: str) -> tuple[str, ...]:
    """Return the party codes that a column joins."""
    return tuple(joined.split("+")) if joined else ()


def article_outline_of(row: AnyRow) -> ArticleOutline:
    """Return a version of an article in outline."""
    return ArticleOutline(
        id=row.id,
        version=row.version,
        is_current=row.is_current,
        title=row.title,
        source=SOURCE.validate_json(row.source),
        run=row.run,
        events=row.events_count,
        statements=row.statements_count,
        faults=row.faults_count,
    )


def actor_count_of(row: AnyRow) -> ActorCount:
    """Return how many events an actor has."""
    return ActorCount(name=row.name, iso3=row.iso3, sector=row.sector, entity=row.entity, events=row.events)


def office_seen_of(row: AnyRow) -> OfficeSeen:
    """Return a sighting of an office from `OFFICE_COLUMNS`."""
    person, office, iso3, sector, day, article_id, start, end, run = row
    return OfficeSeen(
        person=person, office=office, iso3=iso3, sector=sector, day=day, article_id=article_id,
        span=Span(start, end), run=run,
    )  # fmt: skip


def judgements_of(rows: Iterable[AnyRow]) -> list[Judgement]:
    """Return judgements that share what is equal: n copies of one story are judged n * (n - 1) / 2 times."""
    known: dict[str, str] = {}

    def shared(text: str) -> str:
        return known.setdefault(text, text)

    return [
        Judgement(
            left=shared(row.left),
            right=shared(row.right),
            kind=shared(row.kind),  # type: ignore[arg-type]  # what was stored is one
            verdict=shared(row.verdict),  # type: ignore[arg-type]
            score=row.score,
            reasons=reasons_of(row.reasons),
            author=shared(row.author),
        )
        for row in rows
    ]


@lru_cache(maxsize=4096)
def reasons_of(listed: str) -> tuple[str, ...]:
    """Return the reasons that a column lists."""
    return tuple(json.loads(listed))


def decision_of(row: AnyRow) -> Decision:
    """Return a decision."""
    fixed = None
    if row.field is not None:
        fixed = Correction(field=row.field, old=row.old, new=row.new, value=VALUE.validate_json(row.value))
    return Decision(
        act=row.act,
        event=row.event,
        other=row.other,
        correction=fixed,
        undoes=row.undoes,
        author=row.author,
        reason=row.reason,
        made=datetime.fromisoformat(row.made),
    )
