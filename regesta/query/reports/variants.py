"""Where the reports of an entry differ: each value with the articles that give it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from regesta.model.display import act_text, interval_text, party_text
from regesta.model.entry import Entry, Report
from regesta.model.event import PEOPLE_COUNTED, Event, Role
from regesta.ontology.counting import load_counting

VAGUE = re.compile(
    r"(?:some |many |several )?(?:tens of |hundreds of )?(?:dozens|scores|hundreds|thousands|millions)\b", re.I
)


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
    that says nothing on a point does not differ, nor one that spells a name otherwise or names two in another order.

    Returns:
        By point, the value most articles give first; {} when all agree.
    """
    return {point: ranked(values) for point, values in given_in(entry, names_in(entry)).items() if len(values) > 1}


def given_in(entry: Entry, names: Mapping[str, str]) -> dict[str, dict[str, list[Event]]]:
    """Return the events that give each value of each point, in the order of the reports."""
    given: dict[str, dict[str, list[Event]]] = {}
    for report in entry.reports:
        for point, value in points(report, names):
            given.setdefault(point, {}).setdefault(value, []).append(report.event)
    return given


def names_in(entry: Entry) -> dict[str, str]:
    """Return how each party of an entry is called by most of its reports, the first of several, in order of reports."""
    called: dict[str, Counter[str]] = {}
    for report in entry.reports:
        for role in (*report.event.actors, *report.event.recipients):
            called.setdefault(party_key(role), Counter())[party_text(role)] += 1
    return {key: names.most_common(1)[0][0] for key, names in called.items()}


def party_key(role: Role) -> str:
    """Return what tells one party from others, however it is spelt: what it was resolved to, else its words."""
    return (role.actor.entity if role.actor else None) or party_text(role)


def parties_called(roles: tuple[Role, ...], names: Mapping[str, str]) -> str:
    """Return parties by the names and in the order that `names` has them."""
    keys = {party_key(role) for role in roles}
    return ", ".join(name for key, name in names.items() if key in keys)


def points(report: Report, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what a report says on each point, with parties as `names_in` its entry calls them."""
    event = report.event
    yield "type", act_text(event)
    yield "status", event.status
    if event.date:
        yield "date", interval_text(event.date.interval)
    if event.place:
        yield "place", event.place.place.name
    if event.actors:
        yield "actors", parties_called(event.actors, names)
    if event.recipients:
        yield "recipients", parties_called(event.recipients, names)
    yield from ((role.name, role_text(report, role)) for role in event.arguments)


def role_text(report: Report, role: Role) -> str:
    """Return what fills a role: a quantity as its source bounds it, else the words.

    People that a role counts have no unit, since one source counts worshippers, another people: "at least 10", "13".
    """
    amount = role.amount
    if amount is None:
        return role.text
    if vague := VAGUE.match(role.text):
        return vague[0].lower()
    unit = "" if role.name in PEOPLE_COUNTED else f" {amount.unit}"
    upper = f" to {amount.upper}" if amount.upper is not None else ""
    return f"{hedge_of(report, role)}{amount.value}{upper}{unit}"


def hedge_of(report: Report, role: Role) -> str:
    """Return the words by which a source bounds a quantity: "at least "; "about " where they are not found."""
    if role.amount is None or not role.amount.approximate:
        return ""
    inside = (c for c in report.citations if c.span.contains(role.span))
    before = next(
        (f"{c.quote[: role.span.start - c.span.start]} {role.text}".lower() for c in inside), role.text.lower()
    )
    start = len(before) - len(role.text)
    phrases = sorted((phrase for told in load_counting().hedges.values() for phrase in told), key=len, reverse=True)
    near = " ".join(before[:start].split())
    found = next((p for p in phrases if f" {near}".endswith(f" {p}") or before[start:].startswith(f"{p} ")), "about")
    return f"{found} "


def best_values(entry: Entry) -> list[tuple[str, str, int]]:
    """Return what an entry shows on each point, with how many of its articles say so: [("date", "2022-12-19", 7)].

    Of numbers of people, and on a point on which the report shown says nothing, the value stands that most articles
    give, the latest of several; but a person's correction goes before.
    """
    names = names_in(entry)
    given = {
        point: {value: {event.article_id for event in events} for value, events in values.items()}
        for point, values in given_in(entry, names).items()
    }
    best = next((report for report in entry.reports if report.event.id == entry.best.id), None)
    shown = dict(points(best, names)) if best else {}
    for point, values in given.items():
        is_settled = best is not None and point in best.corrected
        if point not in shown or (point in PEOPLE_COUNTED and not is_settled):
            shown[point] = max(reversed(values), key=lambda value: len(values[value]))
    return [(point, value, len(given[point].get(value, ()))) for point, value in shown.items() if point in given]


def ranked(values: dict[str, list[Event]]) -> tuple[Variant, ...]:
    """Return values by number of articles, then in order of the alphabet."""
    found = [
        Variant(
            value, tuple(sorted({event.id for event in events})), tuple(sorted({event.article_id for event in events}))
        )
        for value, events in values.items()
    ]
    return tuple(sorted(found, key=lambda variant: (-len(variant.articles), variant.value)))
