"""Blocks: keys that two tellings of one happening share, so that only they are compared; see `block_statements`."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from regesta.model.event import Event, Role

WINDOW_DAYS = 4  # tellings whose days differ by up to half of it always share a window
MAX_PARTIES = 6  # a summit of thirty would make 435 pairs; six of them are enough to meet in a block


def block_keys(event: Event, published: date | None) -> tuple[str, ...]:
    """Return the block keys of an event, sorted: its type, a party or a pair of its parties, and a window of days.

    Args:
        event: The event.
        published: Publication day of its article; stands in for a date the text does not give. None when unknown.
    """
    days = windows(event.date.interval.start if event.date else published, WINDOW_DAYS)
    return tuple(sorted({f"{event.type}|{pair}|{window}" for pair in party_pairs(event) for window in days}))


def windows(day: date | None, length_days: int) -> tuple[str, ...]:
    """Return the two overlapping windows a day falls in; one window of their own for what has no day."""
    if day is None:
        return ("undated",)
    ordinal = day.toordinal()
    return f"a{ordinal // length_days}", f"b{(ordinal + length_days // 2) // length_days}"


def party_pairs(event: Event) -> Iterator[str]:
    """Yield each party of an event and the unordered pairs of them.

    One report names the guest alone, another guest and host: they meet in the block of the guest. Where that block is
    too large to compare, those that name both still meet in the block of the pair.
    """
    roles = (*event.actors, *event.recipients)
    parties = sorted({party_key(role) for role in roles})[:MAX_PARTIES]
    yield from parties
    yield from sorted(filter(None, map(surname_key, roles)))
    for left, right in combinations(parties, 2):
        yield f"{left}+{right}"


def party_key(role: Role) -> str:
    """Return what a party is blocked by: its state, else its entity, else its words."""
    if role.actor is None:
        return role.text.lower()
    state = role.actor.iso3 if role.actor.iso3 not in {"IGO", "NGO"} else None
    return state or role.actor.entity or role.actor.name.lower()


def surname_key(role: Role) -> str | None:
    """Return the key of a person's last name, for reports that tell the person but not the state; None for others."""
    entity = (role.actor.entity if role.actor else None) or ""
    return f"~{entity.removeprefix('person:').rsplit('-', 1)[-1]}" if entity.startswith("person:") else None
