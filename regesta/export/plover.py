"""PLOVER's JSON: one record for each entry, as the PLOVER manual suggests for exchange."""

from regesta.export.exporter import Exporter
from regesta.export.files.encoders import json_lines_of
from regesta.export.jsonl import Json
from regesta.export.polecat import plover_state
from regesta.export.values.entry_values import (
    cited,
    dated_day,
    entity_of,
    iso3_of,
    last_day,
    name_of,
    office_of,
    published_times,
    sector_of,
)
from regesta.model.entry import Entry
from regesta.model.event import EventPlace, Role
from regesta.query.table import Column
from regesta.version import __version__

# PLOVER's auxiliary modes for acts that did not simply happen.
AUXILIARY_MODES = {"planned": "future", "hypothetical": "hypothetical", "denied": "negation"}
SIZES = {"killed": "dead", "wounded": "injured", "detained": "arrested"}


def plover_record(entry: Entry) -> Json:
    """Return an entry as a PLOVER record; keys for which the register has nothing are left out."""
    event, report = entry.best, entry.best_report
    day, last = dated_day(entry), last_day(event)
    added = next(iter(published_times(entry)), None)
    record = {
        "id": entry.id,
        "has_event": True,
        "date": day.isoformat() if day else None,
        "enddate": last.isoformat() if last and last != day else None,
        "actor": [entity_record(role) for role in event.actors],
        "recipient": [entity_record(role) for role in event.recipients],
        "event": [event.type],
        "event_loc": location_record(event.place) if event.place else None,
        "event_text": [event.trigger_text],
        "quad_code": event.quad,
        "event_scale": event.intensity,
        "mode": [mode for mode in (event.mode, AUXILIARY_MODES.get(event.status)) if mode],
        "context": list(event.contexts),
        "size": size_record(entry),
        "link": report.source.url,
        "text": report.citations[0].quote,
        "text_info": {"start": report.citations[0].span.start, "end": report.citations[0].span.end},
        "cite_info": cite_record(entry),
        "coder": f"Regesta {__version__}",
        "coded_date": added.date().isoformat() if added else None,
        "comment": f"{entry.support} article{'s' if entry.support > 1 else ''}; confidence {event.confidence:g}",
    }
    return known(record)


def known(record: Json) -> Json:
    """Return a record without the keys that hold nothing; required lists stay, though empty."""
    required = {"actor", "recipient"}
    return {key: value for key, value in record.items() if key in required or value not in (None, [], {})}


def entity_record(role: Role) -> Json:
    """Return a participant."""
    return known(
        {
            "code": plover_state(iso3_of(role)),
            "sector": sector_of(role),
            "entity_text": role.text,
            "identifier_id": entity_of(role),
            "identifier_text": name_of(role),
            "office": office_of(role),
        }
    )


def location_record(where: EventPlace) -> Json:
    """Return a place."""
    place = where.place
    return known(
        {
            "extracted_place": where.text,
            "resolved_place": place.name,
            "geonameid": place.geonameid,
            "lat": place.lat,
            "lon": place.lon,
            "city": place.name if place.precision in {"city", "point"} else None,
            "province": place.name if place.precision == "region" else None,
            "country_code": plover_state(place.iso3),
        }
    )


def size_record(entry: Entry) -> Json:
    """Return how many were killed, wounded or detained, where the text says it in numbers."""
    found = {SIZES[r.name]: r.amount.value for r in entry.best.roles if r.name in SIZES and r.amount}
    return {name: int(value) for name, value in found.items()}


def cite_record(entry: Entry) -> Json:
    """Return where the best report stands."""
    report = entry.best_report
    return known(
        {
            "citation": cited(report),
            "url": report.source.url,
            "title": report.title,
            "publication": report.source.publisher,
            "language": "en",
            "coder": "Regesta",
            "version": __version__,
        }
    )


PLOVER_FIELDS = (
    Column("id", "text", "Id of the entry.", "entry"),
    Column("has_event", "object", "Always true.", "constant"),
    Column("date", "day", "First day; without a date, the day of publication.", "best report"),
    Column("enddate", "day", "Last day, included; left out when it is the first.", "best report"),
    Column("actor", "list", "Who acted.", "best report"),
    Column("recipient", "list", "To whom it was done.", "best report"),
    *(
        Column(f"{party}.{key}", "text", meaning, "best report")
        for party in ("actor", "recipient")
        for key, meaning in (
            ("code", "State, ISO 3166-1 alpha-3 (Kosovo KOS), or IGO, NGO."),
            ("sector", "PLOVER sector."),
            ("entity_text", "The words of the text."),
            ("identifier_id", "Id in the register."),
            ("identifier_text", "Resolved name."),
            ("office", "Office held, as written."),
        )
    ),
    Column("event", "list", "The PLOVER event type.", "best report"),
    Column("event_loc", "object", "Where.", "best report"),
    Column("event_loc.extracted_place", "text", "The words of the text.", "best report"),
    Column("event_loc.resolved_place", "text", "Name in the gazetteer.", "best report"),
    Column("event_loc.geonameid", "integer", "GeoNames id.", "gazetteer"),
    Column("event_loc.lat", "number", "Degrees north.", "gazetteer"),
    Column("event_loc.lon", "number", "Degrees east.", "gazetteer"),
    Column("event_loc.city", "text", "The place, when it is a city or a point.", "best report"),
    Column("event_loc.province", "text", "The place, when it is a region.", "best report"),
    Column("event_loc.country_code", "text", "State the place lies in.", "best report"),
    Column("event_text", "list", "The words that express the act.", "best report"),
    Column("quad_code", "integer", "Quad class, 1 to 4.", "ontology"),
    Column("event_scale", "number", "PLOVER's score of the type, -10 to 10.", "ontology"),
    Column("mode", "list", "Mode of the type; and future, hypothetical or negation by status.", "best report"),
    Column("context", "list", "PLOVER contexts.", "best report"),
    Column("size", "object", "Numbers of people, where the text gives them.", "best report"),
    Column("size.dead", "integer", "Killed.", "best report"),
    Column("size.injured", "integer", "Wounded.", "best report"),
    Column("size.arrested", "integer", "Detained.", "best report"),
    Column("link", "text", "Address of the best report.", "best report"),
    Column("text", "text", "First sentence of evidence, to the letter.", "best report"),
    Column("text_info", "object", "Where it stands in the article.", "best report"),
    Column("text_info.start", "integer", "First character, from 0.", "best report"),
    Column("text_info.end", "integer", "Character after the last.", "best report"),
    Column("cite_info", "object", "Where the best report stands.", "best report"),
    Column("cite_info.citation", "text", "Address, or title, publisher and day.", "best report"),
    Column("cite_info.url", "text", "Address.", "best report"),
    Column("cite_info.title", "text", "Headline.", "best report"),
    Column("cite_info.publication", "text", "Publisher.", "best report"),
    Column("cite_info.language", "text", "The register reads English.", "constant"),
    Column("cite_info.coder", "text", "The program.", "constant"),
    Column("cite_info.version", "text", "Its version.", "constant"),
    Column("coder", "text", "The program and its version.", "constant"),
    Column(
        "coded_date", "day", "Day of the first report, UTC; the day of coding would change the file.", "all reports"
    ),
    Column("comment", "text", "Number of articles, and confidence.", "all reports"),
)

PLOVER = Exporter[Entry](
    title="PLOVER JSON lines",
    unit="one entry, told by its best report",
    suffix=".plover.jsonl",
    media_type="application/x-ndjson",
    fields=PLOVER_FIELDS,
    encode=json_lines_of(plover_record),
)
