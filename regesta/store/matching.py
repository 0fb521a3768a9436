"""Filters as plain conditions on nouns: what the memory store uses, and what the SQL conditions must agree with."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from regesta.model.article import Article
from regesta.model.entity import Actor, Place
from regesta.model.event import Event
from regesta.model.statement import Statement
from regesta.store.citing import evidence_text, named_in
from regesta.store.descriptions import is_described
from regesta.store.filters import ArticleFilter, EventFilter, EventKind, Filter, StatementFilter
from regesta.store.tolls import most_told, tolls_of
from regesta.store.words import fold, folded_words, name_key, occur, parse_query

T = TypeVar("T")


def event_matches(event: Event, article: Article, wanted: EventFilter) -> bool:
    """Tell whether a filter lets an event through."""
    return (
        (wanted.ids is None or event.id in wanted.ids)
        and equal_or_open(article.id, wanted.article)
        and equal_or_open(article.source.publisher, wanted.publisher)
        and equal_or_open(event.type, wanted.type)
        and equal_or_open(event.mode, wanted.mode)
        and equal_or_open(event.status, wanted.status)
        and equal_or_open(event.quad, wanted.quad)
        and (not wanted.kinds or any(is_kind(event, kind) for kind in wanted.kinds))
        and (wanted.context is None or wanted.context in event.contexts)
        and event.confidence >= wanted.min_confidence
        and people_match(event, wanted)
        and days_match(event, wanted)
        and published_matches(article, wanted.published_since, wanted.published_until)
        and parties_match(event, wanted)
        and (wanted.place is None or (event.place is not None and is_named(event.place.place, wanted.place)))
        and contains(evidence_text(article, event), wanted.contains)
    )


def statement_matches(statement: Statement, article: Article, wanted: StatementFilter) -> bool:
    """Tell whether a filter lets a statement through."""
    return (
        (wanted.ids is None or statement.id in wanted.ids)
        and equal_or_open(article.id, wanted.article)
        and equal_or_open(article.source.publisher, wanted.publisher)
        and equal_or_open(statement.speech_class, wanted.speech_class)
        and statement.confidence >= wanted.min_confidence
        and speaker_matches(statement, wanted)
        and (wanted.about is None or any(is_named(n, wanted.about) for n in named_in(article, statement.content)))
        and published_matches(article, wanted.since, wanted.until)
        and contains(statement.content_text, wanted.contains)
    )


def speaker_matches(statement: Statement, wanted: StatementFilter) -> bool:
    """Tell whether one of the speakers has the name, and the office or description, that are wanted."""
    if wanted.speaker is None and wanted.described is None:
        return True
    return any(
        (wanted.speaker is None or is_named(role.actor, wanted.speaker))
        and (wanted.described is None or is_described(role, wanted.described))
        for role in statement.speakers
        if role.actor
    )


def article_matches(article: Article, run: int, wanted: ArticleFilter) -> bool:
    """Tell whether a filter lets an article through.

    Args:
        article: The article.
        run: Number of the run that stored it.
        wanted: The filter.
    """
    named = [item for mention in article.mentions for item in (mention.actor, mention.place) if item]
    return (
        equal_or_open(article.source.publisher, wanted.publisher)
        and equal_or_open(run, wanted.run)
        and (not wanted.faulty or bool(article.faults))
        and (wanted.mentions is None or any(is_named(item, wanted.mentions) for item in named))
        and published_matches(article, wanted.since, wanted.until)
        and contains(f"{article.title or ''}\n{article.text}", wanted.contains)
    )


def equal_or_open(value: object, wanted: object) -> bool:
    """Tell whether a value is the wanted one, or none in particular is wanted."""
    return wanted is None or value == wanted


def is_kind(event: Event, kind: EventKind) -> bool:
    """Tell whether an event is of a kind."""
    return (
        equal_or_open(event.type, kind.type)
        and equal_or_open(event.mode, kind.mode)
        and (kind.cameo is None or event.cameo.startswith(kind.cameo))
    )


def people_match(event: Event, wanted: EventFilter) -> bool:
    """Tell whether an event counts as many people as are wanted."""
    least = wanted.least_people
    return not least or all(most_told(tolls_of(event), role) >= number for role, number in least.items())


def days_match(event: Event, wanted: EventFilter) -> bool:
    """Tell whether an event's days reach into the wanted ones."""
    if wanted.since is None and wanted.until is None:
        return True
    if event.date is None:
        return False
    interval = event.date.interval
    return (wanted.since is None or interval.end > wanted.since) and (
        wanted.until is None or interval.start < wanted.until
    )


def published_matches(article: Article, since: date | None, until: date | None) -> bool:
    """Tell whether an article appeared on one of the wanted days."""
    if since is None and until is None:
        return True
    day = article.source.day
    return day is not None and (since is None or day >= since) and (until is None or day < until)


def parties_match(event: Event, wanted: EventFilter) -> bool:
    """Tell whether an event has the wanted parties."""
    parties = [(role.name, role.actor) for role in event.parties if role.actor]
    asked = [("actor", wanted.actor), ("recipient", wanted.recipient), (None, wanted.party)]
    asked += [(None, party) for party in wanted.dyad or ()]
    return all(
        any(role in (None, name) and is_named(actor, value) for name, actor in parties)
        for role, value in asked
        if value is not None
    )


def is_named(named: Actor | Place, value: str) -> bool:
    """Tell whether a user's value stands for an actor or place; see `EventFilter`."""
    key = name_key(value)
    return (
        named.iso3 == value.upper()
        or (isinstance(named, Actor) and named.entity == value)
        or (bool(key.strip()) and key in name_key(named.name))
    )


def starts_a_name(actor: Actor, value: str) -> bool:
    """Tell whether an actor is meant by the beginning of a word of its name, by state, or by entity."""
    start = fold(value).strip()
    return actor.iso3 == value.upper() or actor.entity == value or (bool(start) and f" {start}" in name_key(actor.name))


def contains(text: str, query: str | None) -> bool:
    """Tell whether a text has the words of a search."""
    return query is None or occur(parse_query(query), folded_words(text))


def in_order(items: Iterable[T], wanted: Filter, day: Callable[[T], date | None], ties: Callable[[T], Any]) -> list[T]:
    """Return items in the order of a filter: by day, unknown days last, then ties."""
    ranked = sorted(items, key=ties)
    known = [(at, item) for item in ranked if (at := day(item)) is not None]
    known.sort(key=lambda pair: pair[0], reverse=wanted.order == "newest")
    return [item for _, item in known] + [item for item in ranked if day(item) is None]


def cut(items: Sequence[T], wanted: Filter) -> Sequence[T]:
    """Return the part of items that a filter's limit and offset leave."""
    end = None if wanted.limit is None else wanted.offset + wanted.limit
    return items[wanted.offset : end]


def named(actor: Actor) -> tuple[str, str | None, str | None, str | None]:
    """Return what tells one actor from another."""
    return actor.name, actor.iso3, actor.sector, actor.entity


def entities_among(actors: Iterable[Actor], kind: str) -> dict[str, bool]:
    """Return the entities of a kind among actors, sorted, with whether any of them has a state."""
    found: dict[str, bool] = {}
    for actor in actors:
        if actor.entity and actor.entity.startswith(f"{kind}:"):
            found[actor.entity] = found.get(actor.entity, False) or actor.iso3 is not None
    return dict(sorted(found.items()))
