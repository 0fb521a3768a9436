"""Joins what one article tells twice: the same act in two sentences is one event with two evidence spans."""

from collections.abc import Iterable
from dataclasses import replace

from regesta.model.event import Event, Role
from regesta.model.span import Span


def merge_retold(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events in trigger order with retellings folded into the fullest telling.

    Two events are one happening when type, parties and status agree and their dates do not contradict.
    """
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (e.trigger, e.type)):
        place = next((i for i, other in enumerate(kept) if is_retelling(event, other)), None)
        if place is None:
            kept.append(event)
        else:
            kept[place] = joined(kept[place], event)
    return tuple(sorted(kept, key=lambda e: (e.trigger, e.type)))


def is_retelling(event: Event, other: Event) -> bool:
    """Tell whether two events of one article are the same happening."""
    if (event.type, event.status) != (other.type, other.status):
        return False
    if {event.mode, other.mode} == {None}:
        pass
    elif None not in {event.mode, other.mode} and event.mode != other.mode:
        return False
    return parties(event) == parties(other) and same_time(event, other)


def parties(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """Return what identifies the actors and the recipients of an event."""
    return frozenset(map(party, event.actors)), frozenset(map(party, event.recipients))


def party(role: Role) -> str:
    """Return what identifies one party: the resolved actor's id or name, else its words."""
    if role.actor is None:
        return role.text.lower()
    return role.actor.entity or f"{role.actor.name.lower()}/{role.actor.iso3}"


def same_time(event: Event, other: Event) -> bool:
    """Tell whether the dates of two events can be one: equal, or one of them not told in the text."""
    if event.date is None or other.date is None or "published" in {event.date.basis, other.date.basis}:
        return True
    return event.date.interval == other.date.interval


def joined(first: Event, second: Event) -> Event:
    """Return the fuller of two tellings with the evidence of both."""
    best, rest = (second, first) if fullness(second) > fullness(first) else (first, second)
    evidence: tuple[Span, ...] = tuple(dict.fromkeys((*best.evidence, *rest.evidence)))
    return replace(
        best,
        evidence=evidence,
        date=best.date or rest.date,
        place=best.place or rest.place,
        mode=best.mode or rest.mode,
        contexts=tuple(sorted({*best.contexts, *rest.contexts})),
        confidence=max(best.confidence, rest.confidence),
    )


def fullness(event: Event) -> tuple[bool, bool, float]:
    """Rank tellings: a date from the text, then a place, then confidence."""
    return (event.date is not None and event.date.basis == "expression", event.place is not None, event.confidence)
