"""Blocks: keys that two tellings of one happening share, so that only they are compared; see `block_statements`."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations

from regesta.dedupe.words import keyed, rarity
from regesta.model.article import Article
from regesta.model.event import TOLD, Event, Role

MONTH_DAYS = 31
WINDOW_DAYS = 4  # tellings whose days differ by up to half of it always share a window
MAX_PARTIES = 6  # a summit of thirty would make 435 pairs; six of them are enough to meet in a block
RARE_WORDS = 4
RARE_FROM = 3.0  # a word of one news article in twenty, or rarer
NEAR_A_MONTH = timedelta(days=2)  # the last day of a month and the first of the next share a block
COOPERATION = frozenset({1, 2})
EXACT = frozenset({"day", "time"})


def blocks_of(article: Article) -> dict[str, tuple[str, ...]]:
    """Return the block keys of an article's events, by event id."""
    return {event.id: block_keys(event, article.source.day, first_words(event, article)) for event in article.events}


def first_words(event: Event, article: Article) -> str:
    """Return the first evidence sentence of an event; "" when it has none."""
    return event.evidence[0].of(article.text) if event.evidence else ""


def block_keys(event: Event, published: date | None, words: str) -> tuple[str, ...]:
    """Return the block keys of an event, sorted.

    Tellings meet that have a party or the place, a kind of act and a few days in common; or a pair of parties and a
    month; or a rare word of their sentences and a month, whatever type and parties they were coded with (the month of
    the act or of the news: one article may date an act by what led to it, years before); or a code and
    a day that their sentences tell, whatever parties; or a type, a party or the place, and a month that their sentences
    tell of what has happened, since what one tells by its day was "in June" to another.

    Args:
        event: The event.
        published: Publication day of its article; stands in for a date the text does not give. None when unknown.
        words: The evidence sentence.
    """
    roles = (*event.actors, *event.recipients)
    parties = sorted({party_key(role) for role in roles})[:MAX_PARTIES]
    single = sorted({*parties, *filter(None, map(surname_key, roles)), *place_key(event)})
    paired = [f"{left}+{right}" for left, right in combinations(parties, 2)]
    kind = kind_of_act(event)
    start, end = days_of(event, published)
    near, months = windows(start, WINDOW_DAYS), sorted({*months_of(start, end), *months_of(published, published)})
    found = {f"{kind}|{party}|{days}" for party in (*single, *paired) for days in near}
    found |= {f"{key}|{month}" for key in (*paired, *rarest(words, roles)) for month in months}
    if tells_day(event):
        found.add(f"{event.cameo}|{start}")
    if tells_month(event):
        found |= {f"{event.type}|{party}|{start:%Y-%m}" for party in single}
    return tuple(sorted(found))


def kind_of_act(event: Event) -> str:
    """Return the part of the types that an event is blocked by: cooperation, conflict in words, or in deeds."""
    return "c" if event.quad in COOPERATION else str(event.quad)


def place_key(event: Event) -> Iterable[str]:
    """Return what an event is blocked by for its place; nothing for one without a GeoNames id."""
    geonameid = event.place.place.geonameid if event.place else None
    return () if geonameid is None else (f"@{geonameid}",)


def tells_day(event: Event) -> bool:
    """Tell whether the sentence itself names the day."""
    return event.date is not None and event.date.basis in TOLD and event.date.interval.precision in EXACT


def tells_month(event: Event) -> bool:
    """Tell whether the sentence itself tells in which month it happened, or nearer."""
    if event.status != "happened" or event.date is None or event.date.basis not in TOLD:
        return False
    return (event.date.interval.end - event.date.interval.start).days <= MONTH_DAYS


def days_of(event: Event, published: date | None) -> tuple[date | None, date | None]:
    """Return the first and the last day of an event, else the day of publication."""
    if event.date is None:
        return published, published
    return event.date.interval.start, event.date.interval.end - timedelta(days=1)


def windows(day: date | None, length_days: int) -> tuple[str, ...]:
    """Return the two overlapping windows a day falls in; one window of their own for what has no day."""
    if day is None:
        return ("undated",)
    ordinal = day.toordinal()
    return f"a{ordinal // length_days}", f"b{(ordinal + length_days // 2) // length_days}"


def months_of(start: date | None, end: date | None) -> Iterable[str]:
    """Return the months in or near which an event begins and ends; one of their own for undated events."""
    if start is None or end is None:
        return ("undated",)
    return sorted({f"{day:%Y-%m}" for day in (start - NEAR_A_MONTH, start, end, end + NEAR_A_MONTH)})


def rarest(words: str, roles: Iterable[Role]) -> list[str]:
    """Return the rarest words of a sentence, by their keys, beside numbers and the names of the parties."""
    named = {key for role in roles for key in name_keys(role)}
    found = [key for key in keyed(words) if key not in named and not key[0].isdigit() and rarity(key) >= RARE_FROM]
    return sorted(found, key=lambda key: (-rarity(key), key))[:RARE_WORDS]


def name_keys(role: Role) -> frozenset[str]:
    """Return the keys of the words by which a role is named."""
    return keys_of_name(f"{role.text} {role.actor.name if role.actor else ''}")


@lru_cache(maxsize=50_000)
def keys_of_name(name: str) -> frozenset[str]:
    """Return the keys of a name's words."""
    return frozenset(keyed(name))


def party_key(role: Role) -> str:
    """Return what a party is blocked by: its state, else its entity, else its words."""
    if role.actor is None:
        return role.text.lower()
    return role.actor.state or role.actor.entity or role.actor.name.lower()


def surname_key(role: Role) -> str | None:
    """Return the key of a person's last name, for reports that tell the person but not the state; None for others."""
    surname = role.actor.surname if role.actor else None
    return None if surname is None else f"~{surname}"
