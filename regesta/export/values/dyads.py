"""Entries taken apart into pairs of parties, as data sets have them whose rows have one source and one target."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations, product

from regesta.export.values.entry_values import party_key
from regesta.model.entry import Entry
from regesta.model.event import Event, Role

ID_BITS = 53  # whole numbers up to 2^53 survive R's and JavaScript's floating point


@dataclass(frozen=True, slots=True)
class Dyad:
    """One pair of parties of an entry.

    Attributes:
        entry: The entry.
        actor: Who acted; None when the text names nobody.
        recipient: To whom; None for one-sided acts.
    """

    entry: Entry
    actor: Role | None
    recipient: Role | None

    @property
    def event(self) -> Event:
        """The event shown for the entry."""
        return self.entry.best

    @property
    def number(self) -> int:
        """A whole number for the pair: the same entry and parties give the same on any computer (see `number_of`)."""
        parties = (party_key(role) if role else "" for role in (self.actor, self.recipient))
        return number_of(self.entry.id, *parties)


def number_of(*parts: str) -> int:
    """Return the first 53 bits of the SHA-256 over parts joined by U+001F.

    A million numbers hold two that are equal with a chance of one in 18,000.
    """
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8]) >> (64 - ID_BITS)


def dyads_of(entry: Entry) -> Iterator[Dyad]:
    """Yield the pairs of an entry: every actor with every recipient.

    Where all parties are actors (a meeting), every ordered pair of them, so that each appears once in either place, as
    GDELT and ICEWS code reciprocal acts. An act of one party alone is one row without a recipient, an act of nobody
    named one without an actor.
    """
    seen: set[int] = set()
    for actor, recipient in pairs(entry.best):
        dyad = Dyad(entry, actor, recipient)
        if dyad.number not in seen:  # one party may be named twice
            seen.add(dyad.number)
            yield dyad


def pairs(event: Event) -> Iterator[tuple[Role | None, Role | None]]:
    """Yield the pairs of an event's parties, repeated ones included."""
    actors: tuple[Role | None, ...] = event.actors or (None,)
    distinct: dict[str, Role] = {}
    for role in event.actors:
        distinct.setdefault(party_key(role), role)
    if event.recipients:
        yield from product(actors, event.recipients)
    elif len(distinct) > 1:
        yield from permutations(distinct.values(), 2)
    else:
        yield actors[0], None
