"""What counts can be broken down by, and the values events have there."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Any, Literal

from regesta.model.entity import dyads_among
from regesta.query.table import Column
from regesta.store.tallies import Facet

Group = Literal["type", "mode", "quad", "status", "actor", "recipient", "state", "dyad", "place", "publisher"]
Facets = Mapping[Facet, Any]
Values = tuple[str | int | None, ...]

GROUP_COLUMNS: Mapping[Group, Column] = {
    "type": Column("type", "text", "PLOVER event type."),
    "mode": Column("mode", "text", "Mode of the type; null when the text does not say."),
    "quad": Column("quad", "integer", "Quad class, 1 to 4."),
    "status": Column("status", "text", "happened, planned, denied or hypothetical."),
    "actor": Column("actor", "text", "State that acted, ISO 3166-1 alpha-3."),
    "recipient": Column("recipient", "text", "State to which it was done, ISO 3166-1 alpha-3."),
    "state": Column("state", "text", "State that takes part in any role, ISO 3166-1 alpha-3."),
    "dyad": Column("dyad", "text", "Two states that both take part, in order of the alphabet: BLR-RUS."),
    "place": Column("place", "text", "Name of the place; null when the text does not say."),
    "publisher": Column("publisher", "text", "Who published the report; null when unknown."),
}
FACETS: Mapping[Group, tuple[Facet, ...]] = {
    "type": ("type",),
    "mode": ("mode",),
    "quad": ("quad",),
    "status": ("status",),
    "actor": ("actors",),
    "recipient": ("recipients",),
    "state": ("actors", "recipients"),
    "dyad": ("actors", "recipients"),
    "place": ("place",),
    "publisher": ("publisher",),
}


def facets_of(by: tuple[Group, ...]) -> tuple[Facet, ...]:
    """Return the facets of events that some groups are made from, each once."""
    return tuple(dict.fromkeys(facet for group in by for facet in FACETS[group]))


def groups_of(facets: Facets, by: tuple[Group, ...]) -> Iterator[Values]:
    """Yield every group an event belongs to; none when it has no state where the group asks for one."""
    return product(*(VALUES[group](facets) for group in by))


def states(codes: tuple[str, ...]) -> Values:
    """Return the states among codes of parties; only their codes are in capitals."""
    return tuple(code for code in codes if code.isupper())


@lru_cache(maxsize=4096)  # the same few parties take part again and again
def every_state(actors: tuple[str, ...], recipients: tuple[str, ...]) -> tuple[str, ...]:
    """Return the states that take part, sorted."""
    return tuple(sorted({code for code in (*actors, *recipients) if code.isupper()}))


@lru_cache(maxsize=4096)
def every_dyad(actors: tuple[str, ...], recipients: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pairs of states that take part, each in order of the alphabet."""
    return dyads_among(every_state(actors, recipients))


VALUES: Mapping[Group, Callable[[Facets], Values]] = {
    "type": lambda facets: (facets["type"],),
    "mode": lambda facets: (facets["mode"],),
    "quad": lambda facets: (facets["quad"],),
    "status": lambda facets: (facets["status"],),
    "actor": lambda facets: states(facets["actors"]),
    "recipient": lambda facets: states(facets["recipients"]),
    "state": lambda facets: every_state(facets["actors"], facets["recipients"]),
    "dyad": lambda facets: every_dyad(facets["actors"], facets["recipients"]),
    "place": lambda facets: (facets["place"],),
    "publisher": lambda facets: (facets["publisher"],),
}
