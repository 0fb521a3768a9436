"""Tolls: how many people an event counts in a role, such as those killed, as its article puts it."""

from collections.abc import Iterable
from typing import NamedTuple

from regesta.model.event import PEOPLE_COUNTED, Event

MOST_PEOPLE = 10**10  # more are no people, and no number of a column


class Toll(NamedTuple):
    """A number of people; a tuple, as outlines are.

    Attributes:
        role: What happened to them: "killed", "wounded" ..., or "size" for how many took part.
        low: The number, or the lower end of a range.
        high: The number, or the upper end of a range.
    """

    role: str
    low: int
    high: int


def tolls_of(event: Event) -> tuple[Toll, ...]:
    """Return the tolls of an event, each once, sorted; words such as "about" and "at least" do not change a number."""
    counted = [(role.name, role.amount) for role in event.arguments if role.amount and role.name in PEOPLE_COUNTED]
    found = {Toll(name, int(a.value), int(a.value if a.upper is None else a.upper)) for name, a in counted}
    return tuple(sorted(toll for toll in found if 0 <= toll.low <= toll.high <= MOST_PEOPLE))


def most_told(tolls: Iterable[Toll], role: str) -> int:
    """Return the highest number of tolls in a role; 0 without one."""
    return max((toll.high for toll in tolls if toll.role == role), default=0)
