"""Outlines: events and articles cut down to what sorting, counting and listing need."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from regesta.model.annotation import Fault
from regesta.model.article import Source
from regesta.model.entity import Place
from regesta.model.event import Event, Role, Status
from regesta.store.tolls import Toll, most_told, tolls_of
from regesta.store.words import folded_words


class EventOutline(NamedTuple):
    """One event in outline; a tuple, because the register reads all of them and a tuple is made ten times faster.

    Attributes:
        id: Id of the event.
        article_id: The article that reports it.
        publisher: Who published that article; None when unknown.
        published: Its day, UTC; None when unknown.
        type: PLOVER event type.
        mode: Its mode; None when the text does not say.
        quad: Quad class, 1 to 4.
        intensity: -10 (conflict) to +10 (cooperation).
        status: Whether it happened, is planned, denied or hypothetical.
        confidence: 0 to 1.
        start: Its first day; None without a date.
        end: The day after its last; None without a date.
        place: Where; None when the text does not say.
        actors: Codes of those who acted (see `party_code`), sorted.
        recipients: Codes of those to whom it was done, sorted.
        tolls: How many people it counts, by role.
    """

    id: str
    article_id: str
    publisher: str | None
    published: date | None
    type: str
    mode: str | None
    quad: int
    intensity: float
    status: Status
    confidence: float
    start: date | None
    end: date | None
    place: Place | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    tolls: tuple[Toll, ...] = ()

    def most(self, role: str) -> int:
        """Return the highest number of people that it counts in a role; 0 when it counts none."""
        return most_told(self.tolls, role)

    @property
    def states(self) -> tuple[str, ...]:
        """The states that take part, ISO 3166-1 alpha-3, sorted."""
        return tuple(sorted({code for code in self.actors + self.recipients if code.isupper()}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed in the events of a store after a moment.

    Attributes:
        articles: Ids of the articles of which a version was stored; what older versions of them report is replaced.
        outlines: The events that their current versions report.
        judged: Ids of the events on whose pairs a judgement was stored, replaced or removed.
        states: The states of whose offices any version of these articles tells.
    """

    articles: frozenset[str]
    outlines: tuple[EventOutline, ...]
    judged: frozenset[str]
    states: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleOutline:
    """One version of an article in outline.

    Attributes:
        id: Id of the article.
        version: Id of the version (see `regesta.store.runs.version_of`).
        is_current: Whether no later version replaced it.
        title: Headline; None when unknown.
        source: Where it comes from.
        run: Number of the run that stored it.
        events: How many events it reports.
        statements: How many statements it reports.
        faults: How many faults it met.
    """

    id: str
    version: str
    is_current: bool
    title: str | None
    source: Source
    run: int
    events: int
    statements: int
    faults: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorCount:
    """An actor of the register, and in how many events it takes part.

    Attributes:
        name: The name most of those events use.
        iso3: Its state, or "IGO" / "NGO", as most events tell it; None when unknown.
        sector: Sector code; None when unknown.
        entity: Stable id; None for actors only described.
        events: Events it acts in or receives, each counted once.
    """

    name: str
    iso3: str | None
    sector: str | None
    entity: str | None
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFault:
    """A fault with the id of its article."""

    article_id: str
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreCounts:
    """How much a store holds; articles, events, statements and faults of current versions only.

    `unread` are what no text could be read of: files and pages with a fault, which are no articles.
    """

    articles: int
    events: int
    statements: int
    faults: int
    judgements: int
    runs: int
    versions: int
    unread: int = 0


def party_code(role: Role) -> str:
    """Return what a party is counted by: its state's code in capitals, else its entity id, else its words.

    Only codes of states have capitals, and no code has a plus sign: rows of the store join codes with it.
    """
    actor = role.actor
    if actor and actor.state:
        return actor.state
    if actor and actor.entity:
        return actor.entity.replace("+", " ").lower()
    return " ".join(folded_words(actor.name if actor else role.text))


def party_codes(roles: Iterable[Role]) -> tuple[str, ...]:
    """Return the codes of parties, each once, sorted."""
    return tuple(sorted({party_code(role) for role in roles} - {""}))


def outline_event(event: Event, article_id: str, source: Source) -> EventOutline:
    """Return an event of an article in outline."""
    interval = event.date.interval if event.date else None
    return EventOutline(
        id=event.id,
        article_id=article_id,
        publisher=source.publisher,
        published=source.day,
        type=event.type,
        mode=event.mode,
        quad=event.quad,
        intensity=event.intensity,
        status=event.status,
        confidence=event.confidence,
        start=interval.start if interval else None,
        end=interval.end if interval else None,
        place=event.place.place if event.place else None,
        actors=party_codes(event.actors),
        recipients=party_codes(event.recipients),
        tolls=tolls_of(event),
    )


def merge_actor_counts(counts: Iterable[ActorCount], limit: int | None) -> list[ActorCount]:
    """Join counts of one entity (of one name and state where there is none) and sort them, most events first.

    Args:
        counts: Counts by exact name; an event that names one entity twice counts twice, which is rare.
        limit: At most so many; None for all.
    """
    groups: dict[tuple[str | None, ...], list[ActorCount]] = {}
    for count in counts:
        key = (count.entity,) if count.entity else (count.name, count.iso3, count.sector)
        groups.setdefault(key, []).append(count)
    merged = [merge(group) for group in groups.values()]
    merged.sort(key=lambda c: (-c.events, c.name, c.entity or ""))
    return merged[:limit]


def merge(group: Sequence[ActorCount]) -> ActorCount:
    """Join counts of one actor, under its most frequent name."""
    if len(group) == 1:
        return group[0]
    best = min(group, key=lambda c: (-c.events, c.name, c.sector or ""))
    events = sum(count.events for count in group)
    return ActorCount(name=best.name, iso3=told_state(group), sector=best.sector, entity=best.entity, events=events)


def told_state(group: Iterable[ActorCount]) -> str | None:
    """Return the state that most events give an actor, those that give none aside; None when two are given as often."""
    told: Counter[str] = Counter()
    for count in group:
        told.update({count.iso3: count.events} if count.iso3 else {})
    ranked = told.most_common(2)
    return ranked[0][0] if len(ranked) == 1 or (ranked and ranked[0][1] > ranked[1][1]) else None
