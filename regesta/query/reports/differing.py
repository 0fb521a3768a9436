"""On which points the articles of an entry contradict each other, told from events in outline, for all entries at once.

`variants` tells every difference in wording. Here a point differs when two articles give what does not go together:
other numbers of people, days that do not meet, places in two states or two towns, another type, mode or status, named
parties of whom none is the same. What one article leaves out, or tells less exactly, contradicts nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import Any

from regesta.errors import ConfigError
from regesta.model.entity import Place
from regesta.model.entry import Entry
from regesta.model.event import PEOPLE_COUNTED
from regesta.query.known import choice
from regesta.store.outlines import EventOutline, outline_event

EXACT = frozenset({"point", "city"})  # how exact places are of which two are not one
Value = Callable[[EventOutline], Any]
Conflict = Callable[[Any, Any], bool]


def act(event: EventOutline) -> tuple[str, str | None]:
    """Return type and mode."""
    return event.type, event.mode


def acts_conflict(left: tuple[str, str | None], right: tuple[str, str | None]) -> bool:
    """Tell whether two acts are of other types, or of other modes where both have one."""
    return left[0] != right[0] or None not in (left[1], right[1])


def days(event: EventOutline) -> tuple[int, int] | None:
    """Return the first day and the day after the last, as numbers; None without a date."""
    return (event.start.toordinal(), event.end.toordinal()) if event.start and event.end else None


def days_conflict(left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Tell whether two intervals share no day."""
    return left[1] <= right[0] or right[1] <= left[0]


def places_conflict(left: Place, right: Place) -> bool:
    """Tell whether two places lie in two states, or are two towns."""
    if left.iso3 and right.iso3 and left.iso3 != right.iso3:
        return True
    return left.precision in EXACT and right.precision in EXACT and left.name != right.name


def named(codes: tuple[str, ...]) -> frozenset[str]:
    """Return the codes of parties that are named: states, persons and bodies, not those who are only described."""
    return frozenset(code for code in codes if code.isupper() or ":" in code)


def share_none(left: frozenset[Any], right: frozenset[Any]) -> bool:
    """Tell whether two sets have nothing in common."""
    return left.isdisjoint(right)


def numbers_of(role: str) -> Value:
    """Return what gives the numbers of people in a role."""
    return lambda event: frozenset(toll[1:] for toll in event.tolls if toll.role == role)


POINTS: Mapping[str, tuple[Value, Conflict]] = {
    **{role: (numbers_of(role), share_none) for role in PEOPLE_COUNTED},
    "date": (days, days_conflict),
    "place": (lambda event: event.place, places_conflict),
    "type": (act, acts_conflict),
    "status": (lambda event: event.status, lambda left, right: True),
    "actors": (lambda event: named(event.actors), share_none),
    "recipients": (lambda event: named(event.recipients), share_none),
}
"""What each point is told by, and when two values that are not the same do not go together."""

GROUPS: Mapping[str, tuple[str, ...]] = {"any": tuple(POINTS), "tolls": PEOPLE_COUNTED}


def read_points(value: str) -> tuple[str, ...]:
    """Return the points that a user names, with commas: "killed,wounded", "tolls" (all numbers of people), "any".

    Raises:
        ConfigError: An unknown point, or none; the message names the nearest.
    """
    names = [choice("point", name.strip(), [*POINTS, *GROUPS]) for name in value.split(",") if name.strip()]
    if not names:
        raise ConfigError(f"differing: {value!r} names no point; known: {', '.join([*POINTS, *GROUPS])}")
    return tuple(dict.fromkeys(point for name in names for point in GROUPS.get(name, (name,))))


def differing(members: Iterable[EventOutline]) -> tuple[str, ...]:
    """Return the points on which the articles of some events contradict each other, in the order of `POINTS`."""
    told = tuple(members)
    return tuple(point for point in POINTS if differ(told, point))


def contradictions(entry: Entry) -> tuple[str, ...]:
    """Return the points on which the articles of an entry contradict each other."""
    return differing(outline_event(report.event, report.event.article_id, report.source) for report in entry.reports)


def differ(members: Iterable[EventOutline], point: str) -> bool:
    """Tell whether two articles give values of a point that do not go together."""
    value, conflict = POINTS[point]
    articles: dict[Any, set[str]] = {}
    for member in members:
        if given := value(member):
            articles.setdefault(given, set()).add(member.article_id)
    return any(
        len(articles[left] | articles[right]) > 1 and conflict(left, right) for left, right in combinations(articles, 2)
    )


def mask_of(points: Iterable[str]) -> int:
    """Return points as bits in the order of `POINTS`."""
    bits = {point: 1 << at for at, point in enumerate(POINTS)}
    return sum(bits[point] for point in set(points))
