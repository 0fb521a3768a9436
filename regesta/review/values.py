"""Reads the value that a person puts in place of a coded one."""

from datetime import timedelta
from typing import get_args

from regesta.errors import ConfigError
from regesta.model.annotation import DateInterval, DatePrecision
from regesta.model.decision import CorrectedField, Correction, Value
from regesta.model.display import interval_text, parties_text
from regesta.model.entry import CORRECTABLE, Report
from regesta.model.event import Event, EventDate, EventPlace, Role, Status
from regesta.ontology.event_types import load_ontology
from regesta.query.corrected import corrected
from regesta.query.known import choice
from regesta.query.moment import parse_days
from regesta.review.parties import PartyReader
from regesta.store.view import View

NOTHING = "none"  # what a person writes to take a value away
STATUSES: tuple[Status, ...] = get_args(Status)
ROLES = {"actors": "actor", "recipients": "recipient"}
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
    if text.lower() == NOTHING:
        return () if field in ROLES else None
    if field == "mode":
        return read_mode(report.event, text)
    if field == "date":
        return EventDate(interval=read_interval(text), basis="corrected")
    reader = PartyReader(view, report)
    return reader.place(text) if field == "place" else reader.roles(ROLES[field], text)


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
    value = event.actors if field == "actors" else event.recipients if field == "recipients" else getattr(event, field)
    match value:
        case EventDate():
            return interval_text(value.interval)
        case EventPlace():
            return f"{value.place.name} ({value.place.iso3})" if value.place.iso3 else value.place.name
        case tuple():
            return "; ".join(parties_text([role]) for role in value if isinstance(role, Role))
        case _:
            return str(value or "")
