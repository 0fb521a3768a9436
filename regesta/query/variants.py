"""Where the reports of an entry differ: each value with the articles that give it."""

from collections.abc import Iterator
from dataclasses import dataclass

from regesta.model.display import act_text, interval_text, parties_text
from regesta.model.entry import Entry
from regesta.model.event import Event, Role


@dataclass(frozen=True, slots=True)
class Variant:
    """One value and who gives it.

    Attributes:
        value: The value as a reader knows it.
        events: Ids of the events that give it, sorted.
        articles: Ids of their articles, sorted.
    """

    value: str
    events: tuple[str, ...]
    articles: tuple[str, ...]


def variants(entry: Entry) -> dict[str, tuple[Variant, ...]]:
    """Return, for every point on which the reports of an entry differ, the values with the articles that give them.

    Points are type, status, date, place, actors, recipients, and the further roles ("killed", "amount"). A report
    that says nothing on a point does not differ.

    Returns:
        By point, the value most articles give first; {} when all agree.
    """
    given: dict[str, dict[str, list[Event]]] = {}
    for report in entry.reports:
        for point, value in points(report.event):
            given.setdefault(point, {}).setdefault(value, []).append(report.event)
    return {point: ranked(values) for point, values in given.items() if len(values) > 1}


def points(event: Event) -> Iterator[tuple[str, str]]:
    """Yield what an event says on each point."""
    yield "type", act_text(event)
    yield "status", event.status
    if event.date:
        yield "date", interval_text(event.date.interval)
    if event.place:
        yield "place", event.place.place.name
    if event.actors:
        yield "actors", parties_text(event.actors)
    if event.recipients:
        yield "recipients", parties_text(event.recipients)
    yield from ((role.name, role_text(role)) for role in event.arguments)


def role_text(role: Role) -> str:
    """Return what fills a role: a quantity with its unit, else the words."""
    if role.amount is None:
        return role.text
    upper = f" to {role.amount.upper}" if role.amount.upper is not None else ""
    about = "about " if role.amount.approximate else ""
    return f"{about}{role.amount.value}{upper} {role.amount.unit}"


def ranked(values: dict[str, list[Event]]) -> tuple[Variant, ...]:
    """Return values by number of articles, then in order of the alphabet."""
    found = [
        Variant(
            value, tuple(sorted({event.id for event in events})), tuple(sorted({event.article_id for event in events}))
        )
        for value, events in values.items()
    ]
    return tuple(sorted(found, key=lambda variant: (-len(variant.articles), variant.value)))
