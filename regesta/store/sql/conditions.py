"""Filters as SQL conditions. Every query they go into joins `articles`."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import ColumnElement, FromClause, and_, false, or_, select

from regesta.store.descriptions import asked_key
from regesta.store.filters import ArticleFilter, EventFilter, EventKind, Filter, StatementFilter
from regesta.store.sql import tables
from regesta.store.sql.dialects import listed
from regesta.store.sql.rows import moment_text
from regesta.store.sql.words import words_condition
from regesta.store.words import name_key

Condition = ColumnElement[bool]


def conditions(wanted: Filter) -> list[Condition]:
    """Return the conditions a filter stands for, all of which must hold."""
    return (
        asked_conditions(wanted) if wanted.every_version else [*asked_conditions(wanted), tables.articles.c.is_current]
    )


def asked_conditions(wanted: Filter) -> list[Condition]:
    """Return the conditions a filter stands for, but for that an article's version is the current one."""
    if isinstance(wanted, EventFilter):
        found = [*event_conditions(wanted), *party_conditions(wanted)]
    elif isinstance(wanted, StatementFilter):
        found = list(statement_conditions(wanted))
    else:
        found = list(article_conditions(wanted))
    if wanted.publisher is not None:
        found.append(tables.articles.c.publisher == wanted.publisher)
    if wanted.stored_after is not None:
        found.append(stored_after(wanted.stored_after))
    return found


def stored_after(moment: datetime) -> Condition:
    """Return the condition that an article was stored after a moment.

    The few articles are looked up first: SQLite, which counts nothing beforehand, would else read all of them in the
    order that is asked for.
    """
    articles = tables.articles
    return articles.c.key.in_(select(articles.c.key).where(articles.c.stored > moment_text(moment)))


def event_conditions(wanted: EventFilter) -> Iterator[Condition]:
    """Yield the conditions on an event and its article."""
    events = tables.events
    if wanted.ids is not None:
        yield listed(events.c.id, wanted.ids)
    for column, value in (
        (events.c.type, wanted.type),
        (events.c.mode, wanted.mode),
        (events.c.status, wanted.status),
        (events.c.quad, wanted.quad),
        (tables.articles.c.id, wanted.article),
    ):
        if value is not None:
            yield column == value
    if wanted.kinds:
        yield or_(*map(kind_condition, wanted.kinds))
    if wanted.context is not None:
        contexts = tables.contexts
        yield events.c.key.in_(select(contexts.c.event).where(contexts.c.context == wanted.context))
    if wanted.since is not None:
        yield events.c.end_day > wanted.since
    if wanted.until is not None:
        yield events.c.start_day < wanted.until
    yield from published_conditions(wanted.published_since, wanted.published_until)
    if wanted.min_confidence > 0:
        yield events.c.confidence >= wanted.min_confidence
    for role, least in wanted.least_people.items():
        tolls = tables.tolls.c
        yield events.c.key.in_(select(tolls.event).where(tolls.role == role, tolls.high >= least))
    if wanted.contains is not None:
        yield words_condition(events.c.key, tables.event_words, wanted.contains)


def kind_condition(kind: EventKind) -> Condition:
    """Return the condition that an event is of a kind."""
    events = tables.events
    parts: list[Condition] = []
    if kind.type is not None:
        parts.append(events.c.type == kind.type)
    if kind.mode is not None:
        parts.append(events.c.mode == kind.mode)
    if kind.cameo is not None:
        parts.append(has_cameo(kind.cameo))
    return and_(True, *parts)


def has_cameo(code: str) -> Condition:
    """Return the condition that the CAMEO code of an event begins so."""
    return and_(tables.events.c.cameo >= code, tables.events.c.cameo < code + "a")  # codes are digits


def party_conditions(wanted: EventFilter) -> Iterator[Condition]:
    """Yield the conditions on an event's parties and place."""
    if wanted.actor is not None:
        yield has_party(wanted.actor, "actor")
    if wanted.recipient is not None:
        yield has_party(wanted.recipient, "recipient")
    for party in ((wanted.party,) if wanted.party is not None else ()) + (wanted.dyad or ()):
        yield has_party(party)
    if wanted.place is not None:
        yield tables.events.c.place.in_(keys_named(tables.places, wanted.place))


def has_party(value: str, role: str | None = None) -> Condition:
    """Return the condition that an event has a party, in a role or in any."""
    parties = tables.parties
    found = select(parties.c.event).where(parties.c.actor.in_(keys_named(tables.actors, value)))
    if role is not None:
        found = found.where(parties.c.role == role)
    return tables.events.c.key.in_(found)


def keys_named(named: FromClause, value: str) -> ColumnElement[int]:
    """Return the keys of the actors or places that a user's value stands for; see `EventFilter`."""
    ways = [named.c.iso3 == value.upper()]
    if value.strip() and name_key(value).strip():
        ways.append(named.c.name_key.contains(name_key(value)))
    if "entity" in named.c:
        ways.append(named.c.entity == value)
    return select(named.c.key).where(or_(*ways)).scalar_subquery()


def statement_conditions(wanted: StatementFilter) -> Iterator[Condition]:
    """Yield the conditions on a statement and its article."""
    statements = tables.statements
    if wanted.ids is not None:
        yield listed(statements.c.id, wanted.ids)
    if wanted.article is not None:
        yield tables.articles.c.id == wanted.article
    if wanted.speech_class is not None:
        yield statements.c.speech_class == wanted.speech_class
    if wanted.min_confidence > 0:
        yield statements.c.confidence >= wanted.min_confidence
    if wanted.speaker is not None or wanted.described is not None:
        yield statements.c.key.in_(select(tables.speakers.c.statement).where(*speaker_conditions(wanted)))
    if wanted.about is not None:
        mentions = tables.mentions
        yield statements.c.key.in_(
            select(mentions.c.statement).where(mentions.c.statement.is_not(None), mention_of(wanted.about))
        )
    if wanted.contains is not None:
        yield words_condition(statements.c.key, tables.statement_words, wanted.contains)
    yield from published_conditions(wanted.since, wanted.until)


def speaker_conditions(wanted: StatementFilter) -> Iterator[Condition]:
    """Yield the conditions on one speaker."""
    speakers = tables.speakers
    if wanted.speaker is not None:
        yield speakers.c.actor.in_(keys_named(tables.actors, wanted.speaker))
    if wanted.described is not None:
        key = asked_key(wanted.described)
        yield speakers.c.described.contains(key, autoescape=True) if key else false()


def article_conditions(wanted: ArticleFilter) -> Iterator[Condition]:
    """Yield the conditions on an article."""
    articles = tables.articles
    if wanted.contains is not None:
        yield words_condition(articles.c.key, tables.article_words, wanted.contains)
    if wanted.mentions is not None:
        yield articles.c.key.in_(select(tables.mentions.c.article).where(mention_of(wanted.mentions)))
    if wanted.run is not None:
        yield articles.c.run == wanted.run
    if wanted.faulty:
        yield articles.c.key.in_(select(tables.faults.c.article))
    yield from published_conditions(wanted.since, wanted.until)


def mention_of(value: str) -> Condition:
    """Return the condition that a mention is of an actor or place."""
    mentions = tables.mentions
    return or_(
        mentions.c.actor.in_(keys_named(tables.actors, value)), mentions.c.place.in_(keys_named(tables.places, value))
    )


def published_conditions(since: date | None, until: date | None) -> Iterator[Condition]:
    """Yield the conditions on the day of publication."""
    published = tables.articles.c.published
    if since is not None:
        yield published >= since
    if until is not None:
        yield published < until
