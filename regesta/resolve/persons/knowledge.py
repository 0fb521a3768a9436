"""What is known of persons and bodies besides an article: what ships, users' own tables, what earlier runs learned."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pydantic import TypeAdapter

from regesta.model.office import OfficeHolding
from regesta.resolve.persons.offices import Offices, indexed, load_offices, shipped
from regesta.resolve.phrases.organizations import Bodies, KnownBody, bodies_of, load_bodies, shipped_organizations


@dataclass(frozen=True, slots=True, kw_only=True)
class StateName:
    """A further name of a state.

    Attributes:
        name: The name.
        iso3: The state's code.
        basis: Who tells it, "pack:NAME".
    """

    name: str
    iso3: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Facts beside those that ship with Regesta; an empty one adds nothing.

    Attributes:
        offices: Who held which office.
        bodies: Organisations; they go before those that ship.
        states: Further names of states.
    """

    offices: tuple[OfficeHolding, ...] = ()
    bodies: tuple[KnownBody, ...] = ()
    states: tuple[StateName, ...] = ()

    def __add__(self, other: "Knowledge") -> "Knowledge":
        return Knowledge(
            offices=self.offices + other.offices, bodies=self.bodies + other.bodies, states=self.states + other.states
        )


@dataclass(frozen=True)
class Known:
    """Everything known, by name."""

    offices: Offices
    bodies: Bodies


KNOWLEDGE: TypeAdapter[Knowledge] = TypeAdapter(Knowledge)
NOTHING = b""


def pack(knowledge: Knowledge) -> bytes:
    """Return knowledge as bytes that travel to worker processes; the same facts give the same bytes."""
    return zlib.compress(KNOWLEDGE.dump_json(knowledge, exclude_defaults=True)) if knowledge != Knowledge() else NOTHING


@lru_cache(maxsize=4)
def unpack(packed: bytes) -> Known:
    """Return everything known: what ships with Regesta, and what `pack` packed; once for each process."""
    if packed == NOTHING:
        return Known(load_offices(), load_bodies())
    return known_with(KNOWLEDGE.validate_json(zlib.decompress(packed)))


def known_with(more: Knowledge) -> Known:
    """Return what ships with Regesta together with more facts, by name."""
    bodies: Iterable[KnownBody] = (*more.bodies, *shipped_organizations())
    states = {named.name: (named.iso3, named.basis) for named in reversed(more.states)}
    return Known(indexed((*more.offices, *shipped())), bodies_of(bodies, states))
