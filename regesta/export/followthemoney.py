"""FollowTheMoney entities as JSON lines, for OpenAleph and kindred tools: events, their parties and their articles."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal

from regesta.export.exporter import Exporter
from regesta.export.files.encoders import json_line
from regesta.export.jsonl import Json
from regesta.export.values.entry_values import (
    country_name,
    first_day,
    headline,
    iso3_of,
    last_day,
    name_of,
    office_of,
    party_key,
    place_of,
    quote_of,
    sector_of,
    urls_of,
)
from regesta.model.entity import BODY, PERSON, STATE
from regesta.model.entry import Entry, Report
from regesta.model.event import Role
from regesta.ontology.actor_sectors import STATE_SECTORS
from regesta.ontology.country_codes import load_country_codes
from regesta.query.table import Column

Schema = Literal["Event", "Person", "PublicBody", "Organization", "LegalEntity", "Article"]


def encode(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Yield entities: parties and articles before the first event that refers to them, each once.

    What is held in memory is eight bytes or so for each party and article, to write none twice.
    """
    written: set[int] = set()
    for entry in entries:
        for entity in entities_of(entry):
            number = int(entity["id"][-15:], 16)
            if number not in written:
                written.add(number)
                yield json_line(entity)


def entities_of(entry: Entry) -> Iterator[Json]:
    """Yield the entities of an entry: its parties, its articles, then the event."""
    for role in entry.best.parties:
        yield party_entity(role)
    for report in entry.reports:
        yield article_entity(report)
    yield event_entity(entry)


def event_entity(entry: Entry) -> Json:
    """Return an entry as an event; its organizers are the actors."""
    event = entry.best
    place = place_of(event)
    return entity(
        "Event",
        identifier("event", entry.id),
        name=[headline(event)],
        recordId=[entry.id],
        startDate=[day.isoformat() for day in (first_day(event),) if day],
        endDate=[day.isoformat() for day in (last_day(event),) if day],
        location=[place.name] if place else [],
        country=country_of(place.iso3 if place else None),
        summary=[quote_of(entry)],
        notes=[f"status: {event.status}", f"confidence: {event.confidence:g}"],
        keywords=[part for part in (event.type, event.mode, *event.contexts) if part],
        organizer=[party_id(role) for role in event.actors],
        involved=[party_id(role) for role in event.parties],
        sourceUrl=urls_of(entry),
        publisher=list(entry.publishers),
        proof=[article_id(report) for report in entry.reports],
    )


def party_entity(role: Role) -> Json:
    """Return a participant in the schema that fits it."""
    schema = schema_of(role)
    position = [office for office in (office_of(role),) if office] if schema == "Person" else []
    return entity(
        schema,
        party_id(role),
        name=[name_of(role)],
        country=country_of(iso3_of(role)),
        position=position,
        keywords=[sector for sector in (sector_of(role),) if sector],
    )


def article_entity(report: Report) -> Json:
    """Return an article that reports an event; its text is not exported."""
    source = report.source
    return entity(
        "Article",
        article_id(report),
        title=[title for title in (report.title,) if title],
        fileName=[report.event.article_id],
        publisher=[publisher for publisher in (source.publisher,) if publisher],
        publishedAt=[day.isoformat() for day in (source.day,) if day],
        sourceUrl=[url for url in (source.url,) if url],
        language=["eng"],
    )


def schema_of(role: Role) -> Schema:
    """Return the schema of a participant.

    People are told by their id in the register; states and their organs are public bodies, other bodies organizations;
    whoever is only described ("protesters") is a legal entity, which says neither.
    """
    key, sector = party_key(role), sector_of(role)
    if key.startswith(PERSON):
        return "Person"
    if key.startswith(STATE):
        return "PublicBody"
    if key.startswith(BODY):
        is_public = sector in STATE_SECTORS and country_name(iso3_of(role)) is not None
        return "PublicBody" if is_public else "Organization"
    return "LegalEntity"


def country_of(iso3: str | None) -> list[str]:
    """Return the country code that FollowTheMoney uses: ISO 3166-1 alpha-2 in lower case."""
    codes = load_country_codes().get(iso3 or "")
    return [codes.iso2.lower()] if codes else []


def entity(schema: Schema, id: str, **properties: list[str]) -> Json:
    """Return an entity; values stand once each, and properties without a value are left out."""
    found = {name: list(dict.fromkeys(values)) for name, values in properties.items() if values}
    return {"id": id, "schema": schema, "properties": found}


def party_id(role: Role) -> str:
    """Return the id of a participant."""
    return identifier("party", party_key(role))


def article_id(report: Report) -> str:
    """Return the id of an article."""
    return identifier("article", report.event.article_id)


def identifier(*parts: str) -> str:
    """Return an id that the same parts give on any computer."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"regesta-{digest[:32]}"


FOLLOWTHEMONEY = Exporter(
    title="FollowTheMoney entities as JSON lines",
    unit="one entity: an event, or a party or article of one",
    suffix=".ftm.json",
    media_type="application/x-ndjson",
    fields=(
        Column("id", "text", "Hash that the same event, party or article gives on any computer.", "entry"),
        Column("schema", "text", "Event, Person, PublicBody, Organization, LegalEntity or Article.", "entry"),
        Column("properties", "object", "Lists of values by property; none without a value.", "entry"),
        Column("properties.name", "list", "The event on one line; the name of a party.", "best report"),
        Column("properties.recordId", "list", "Id of the entry.", "entry"),
        Column("properties.startDate", "list", "First day.", "best report"),
        Column("properties.endDate", "list", "Last day, included.", "best report"),
        Column("properties.location", "list", "Name of the place.", "best report"),
        Column("properties.country", "list", "State, ISO 3166-1 alpha-2 in lower case.", "best report"),
        Column("properties.summary", "list", "First sentence of evidence, to the letter.", "best report"),
        Column("properties.notes", "list", "Status and confidence.", "best report"),
        Column("properties.keywords", "list", "Type, mode and contexts of an event; sector of a party.", "best report"),
        Column("properties.organizer", "list", "Ids of those who acted.", "best report"),
        Column("properties.involved", "list", "Ids of all parties.", "best report"),
        Column("properties.sourceUrl", "list", "Addresses of the articles.", "all reports"),
        Column("properties.publisher", "list", "Known publishers.", "all reports"),
        Column("properties.proof", "list", "Ids of the articles.", "all reports"),
        Column("properties.position", "list", "Office of a person, as written.", "best report"),
        Column("properties.title", "list", "Headline of an article.", "article"),
        Column("properties.fileName", "list", "Id of the article in the register.", "article"),
        Column("properties.publishedAt", "list", "Day of publication, UTC.", "article"),
        Column("properties.language", "list", "The register reads English.", "constant"),
    ),
    encode=encode,
)  # fmt: skip
