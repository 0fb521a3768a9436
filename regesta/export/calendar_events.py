"""iCalendar (RFC 5545): one event for each dated entry, for planned meetings and visits."""

from collections.abc import Iterable, Iterator
from datetime import UTC, timedelta

from icalendar import Event as CalendarEvent

from regesta.export.exporter import Exporter
from regesta.export.values.entry_values import cited, first_day, headline, last_day, quote_of, updated_of
from regesta.export.values.plain_text import plain, plain_line, web_address
from regesta.model.entry import Entry
from regesta.query.table import Column
from regesta.version import __version__

STATUSES = {"happened": "CONFIRMED", "planned": "TENTATIVE", "denied": "CANCELLED"}
HEAD = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Regesta//Regesta {__version__}//EN\r\nCALSCALE:GREGORIAN\r\n"


def encode(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Yield a calendar, an event at a time; entries without a date, or only imagined, are left out."""
    yield HEAD.encode()
    for entry in entries:
        if entry.best.date and entry.best.status in STATUSES:
            yield calendar_event(entry).to_ical()
    yield b"END:VCALENDAR\r\n"


def calendar_event(entry: Entry) -> CalendarEvent:
    """Return a dated entry as an all-day event; its time stamp is that of its last report.

    Raises:
        ValueError: The entry has no date.
    """
    event, found = entry.best, CalendarEvent()
    start, last = first_day(event), last_day(event)
    if start is None or last is None:
        raise ValueError(f"entry {entry.id} has no date")
    found.add("uid", f"{entry.id}@regesta")
    found.add("dtstamp", updated_of(entry).replace(tzinfo=UTC))
    found.add("dtstart", start)
    found.add("dtend", last + timedelta(days=1))  # the day after the last, as RFC 5545 has it
    found.add("summary", plain_line(headline(event)))
    found.add("description", description(entry))
    found.add("status", STATUSES[event.status])
    found.add("transp", "TRANSPARENT")  # it makes nobody busy
    found.add("categories", [part for part in (event.type, event.mode) if part])
    if event.place:
        found.add("location", plain_line(event.place.place.name))
        if event.place.place.lat is not None and event.place.place.lon is not None:
            found.add("geo", (event.place.place.lat, event.place.place.lon))
    if url := web_address(entry.best_report.source.url):
        found.add("url", url)
    return found


def description(entry: Entry) -> str:
    """Return the evidence and where every report stands."""
    reports = "\n".join(plain_line(cited(report)) for report in entry.reports)
    return f"{plain(quote_of(entry))}\n\n{reports}"


CALENDAR = Exporter(
    title="iCalendar",
    unit="one dated entry as an all-day event; filter by --status planned for what is ahead",
    suffix=".ics",
    media_type="text/calendar; charset=utf-8",
    fields=(
        Column("UID", "text", "Id of the entry, at regesta.", "entry"),
        Column("DTSTAMP", "text", "When its last report appeared, UTC.", "all reports"),
        Column("DTSTART", "day", "First day.", "best report"),
        Column("DTEND", "day", "The day after the last.", "best report"),
        Column("SUMMARY", "text", "The entry on one line.", "best report"),
        Column("DESCRIPTION", "text", "First sentence of evidence, and the articles.", "all reports"),
        Column("STATUS", "text", "TENTATIVE (planned), CONFIRMED (happened), CANCELLED (denied).", "best report"),
        Column("TRANSP", "text", "TRANSPARENT: it makes nobody busy.", "constant"),
        Column("CATEGORIES", "list", "PLOVER event type and mode.", "best report"),
        Column("LOCATION", "text", "Name of the place; left out when unknown.", "best report"),
        Column("GEO", "list", "Degrees north; degrees east.", "gazetteer"),
        Column("URL", "text", "Address of the best report; left out when it has none.", "best report"),
    ),
    encode=encode,
)
