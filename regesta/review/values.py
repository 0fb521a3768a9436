"""Reads the value that a person puts in place of a coded one."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import get_args

from regesta.errors import ConfigError
from regesta.model.annotation import Amount, DateInterval, DatePrecision
from regesta.model.decision import CorrectedField, Correction, Value
from regesta.model.display import interval_text, parties_text
from regesta.model.entry import CORRECTABLE, Report
from regesta.model.event import PEOPLE_COUNTED, Event, EventDate, EventPlace, Role, Status
from regesta.model.span import Span
from regesta.ontology.event_types import load_ontology
from regesta.query.clusters.corrected import corrected
from regesta.query.known import choice
from regesta.query.moment import parse_days
from regesta.review.parties import PartyReader
from regesta.store.view import View

NOTHING = "none"  # what a person writes to take a value away
STATUSES: tuple[Status, ...] = get_args(Status)
ROLES = {"actors": "actor", "recipients": "recipient"}
COUNT = re.compile(
    r"(about|some|at least|more than|over|up to|nearly|almost)?\s*([\d,]*\d)(?:\s*(?:to|-|–)\s*([\d,]*\d))?"
)
PRECISIONS: dict[int, DatePrecision] = {4: "year", 7: "month"}  # by length of "2022" and "2022-12"


def read_correction(view: View, report: Report, name: str, text: str) -> Correction:
    """Return the correction that a person means.

    Args:
        view: The store.
        report: The report as it is now, with earlier corrections.
        name: What is corrected, one of `CORRECTABLE`.
        text: The new value; "none" takes it away where an event need not have it.

    Raises:
        ConfigError: An unknown field or impossible value, or the value that the event has already.
    """
    field = choice("field", name, CORRECTABLE)
    value = read_value(view, report, field, text.strip())
    old = shown(report.event, field)
    draft = Correction(field=field, old=old, new="", value=value)
    new = shown(corrected(report.event, [draft]), field)
    if new == old:
        raise ConfigError(f"the {field} of {report.event.id} is {old or NOTHING} already")
    return Correction(field=field, old=old, new=new, value=value)


def read_value(view: View, report: Report, field: CorrectedField, text: str) -> Value:
    """Return a value as an event holds it.

    Raises:
        ConfigError: It is impossible.
    """
    if not text:
        raise ConfigError(f"no value for {field}; write {NOTHING} to take it away")
    event_types = load_ontology().event_types
    if field == "type":
        return choice("event type", text, event_types)
    if field == "status":
        return choice("status", text, STATUSES)
    if field in PEOPLE_COUNTED:
        return read_count(report, field, text)
    if text.lower() == NOTHING:
        return () if field in ROLES else None
    if field == "mode":
        return read_mode(report.event, text)
    if field == "date":
        return EventDate(interval=read_interval(text), basis="corrected")
    reader = PartyReader(view, report)
    return reader.place(text) if field == "place" else reader.roles(ROLES[field], text)


def read_count(report: Report, name: str, text: str) -> tuple[Role, ...]:
    """Return a number of people as the role that it fills: "13", "at least 10", "10 to 12"; none for "none".

    Raises:
        ConfigError: The type of the event has no such role, or the text is no number.
    """
    event = report.event
    if text.lower() == NOTHING:
        return ()
    if name not in load_ontology().event_types[event.type].roles:
        raise ConfigError(f"{event.type} has no {name}; correct the type first")
    found = COUNT.fullmatch(text)
    if not found:
        raise ConfigError(f"{text!r} is no number of people; write 13, at least 10, or 10 to 12")
    hedge, least, most = found.groups()
    if most and number_of(most) <= number_of(least):
        raise ConfigError(f"{text!r} ends before it begins")
    span, words = words_of(report, least)
    amount = Amount(
        span=span,
        value=number_of(least),
        unit="people",
        upper=number_of(most) if most else None,
        approximate=hedge is not None,
    )
    return (Role(name=name, span=span, text=words, amount=amount),)


def number_of(figures: str) -> Decimal:
    """Return a number written in figures, with or without commas."""
    return Decimal(figures.replace(",", ""))


def words_of(report: Report, figures: str) -> tuple[Span, str]:
    """Return where the evidence has a number, else the words of the act."""
    for citation in report.citations:
        if found := re.search(rf"(?<![\d.,]){re.escape(figures)}(?![\d]|[.,]\d)", citation.quote):
            start = citation.span.start + found.start()
            return Span(start, start + len(figures)), figures
    return report.event.trigger, report.event.trigger_text


def read_mode(event: Event, text: str) -> str:
    """Return a mode of the event's type.

    Raises:
        ConfigError: The type has no such mode.
    """
    modes = load_ontology().event_types[event.type].modes
    if not modes:
        raise ConfigError(f"{event.type} has no modes; correct the type first")
    return choice(f"mode of {event.type}", text, modes)


def read_interval(text: str) -> DateInterval:
    """Return the days that a text names: a day, month or year, or two of them with a slash, both included.

    Raises:
        ConfigError: It is no date, or ends before it begins.
    """
    first, slash, last = (part.strip() for part in text.partition("/"))
    start, end = parse_days(first)
    if not slash:
        return DateInterval(start, end, PRECISIONS.get(len(first), "day"))
    end = parse_days(last)[1]
    if end <= start:
        raise ConfigError(f"{text!r} ends before it begins")
    return DateInterval(start, end, "day" if end - start == timedelta(days=1) else "range")


def shown(event: Event, field: CorrectedField) -> str:
    """Return what an event has in a field, as readers know it; "" for nothing."""
    match event.value_of(field):
        case EventDate() as date:
            return interval_text(date.interval)
        case EventPlace() as place:
            return f"{place.place.name} ({place.place.iso3})" if place.place.iso3 else place.place.name
        case tuple() as roles:
            return "; ".join(count_text(role) or parties_text([role]) for role in roles if isinstance(role, Role))
        case value:
            return str(value or "")


def count_text(role: Role) -> str:
    """Return a number of people as readers know it: "13", "about 10", "10 to 12"; "" for what is no number."""
    if role.amount is None:
        return ""
    upper = f" to {role.amount.upper}" if role.amount.upper is not None else ""
    return f"{'about ' if role.amount.approximate else ''}{role.amount.value}{upper}"
