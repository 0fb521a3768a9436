"""GeoJSON (RFC 7946): one feature for each entry, at its place."""

import json
from collections.abc import Iterable, Iterator

from regesta.export.entry_values import (
    first_day,
    headline,
    iso3_of,
    last_day,
    name_of,
    quote_of,
    urls_of,
)
from regesta.export.exporter import Exporter
from regesta.export.records import Json
from regesta.model.entry import Entry
from regesta.query.table import Column

NOTE = (
    "A point stands for the place that the text names, at the stated precision: the middle of a city or a reference "
    "point of a region or country, not the site of the event. Names and states of places are those of the gazetteer "
    "and take no side on borders or sovereignty."
)


def encode(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Yield a feature collection, a feature at a time."""
    yield f'{{"type": "FeatureCollection", "note": {json.dumps(NOTE)}, "features": ['.encode()
    separator = "\n"
    for entry in entries:
        yield (separator + json.dumps(feature(entry), ensure_ascii=False)).encode("utf-8", "replace")
        separator = ",\n"
    yield b"\n]}\n"


def feature(entry: Entry) -> Json:
    """Return an entry as a feature; its geometry is null when no place or no coordinates are known."""
    event = entry.best
    place = event.place.place if event.place else None
    start, end = first_day(event), last_day(event)
    known = place is not None and place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": entry.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place and known else None,
        "properties": {
            "title": headline(event),
            "type": event.type,
            "mode": event.mode,
            "cameo": event.cameo,
            "quad": event.quad,
            "intensity": event.intensity,
            "actors": [name_of(role) for role in event.actors],
            "actor_iso3": [iso3_of(role) for role in event.actors],
            "recipients": [name_of(role) for role in event.recipients],
            "recipient_iso3": [iso3_of(role) for role in event.recipients],
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
            "place": place.name if place else None,
            "place_iso3": place.iso3 if place else None,
            "place_precision": place.precision if place else None,
            "place_basis": event.place.basis if event.place else None,
            "geonameid": place.geonameid if place else None,
            "status": event.status,
            "confidence": event.confidence,
            "support": entry.support,
            "publishers": list(entry.publishers),
            "urls": urls_of(entry),
            "quote": quote_of(entry),
        },
    }


PROPERTIES = (
    Column("title", "text", "The entry on one line.", "best report"),
    Column("type", "text", "PLOVER event type.", "best report"),
    Column("mode", "text", "Mode of the type; null when the text does not say.", "best report"),
    Column("cameo", "text", "CAMEO code with its leading zero.", "best report"),
    Column("quad", "integer", "Quad class of the type, 1 to 4.", "ontology"),
    Column("intensity", "number", "PLOVER's score of the type, -10 to 10.", "ontology"),
    Column("actors", "list", "Names of those who acted.", "best report"),
    Column("actor_iso3", "list", "Their states; null for each unknown one.", "best report"),
    Column("recipients", "list", "Names of those to whom it was done.", "best report"),
    Column("recipient_iso3", "list", "Their states; null for each unknown one.", "best report"),
    Column("start", "day", "First day; null without a date.", "best report"),
    Column("end", "day", "Last day, included.", "best report"),
    Column("place", "text", "Name in the gazetteer.", "best report"),
    Column("place_iso3", "text", "State the place lies in.", "best report"),
    Column("place_precision", "text", "point, city, region, country, area: what the point stands for.", "best report"),
    Column("place_basis", "text", "expression (the sentence names it) or inferred.", "best report"),
    Column("geonameid", "integer", "GeoNames id.", "gazetteer"),
    Column("status", "text", "happened, planned, denied or hypothetical.", "best report"),
    Column("confidence", "number", "Calibrated confidence, 0 to 1.", "best report"),
    Column("support", "integer", "Number of distinct articles that report it.", "all reports"),
    Column("publishers", "list", "Known publishers that report it, sorted.", "all reports"),
    Column("urls", "list", "Addresses of the articles, the best report's first.", "all reports"),
    Column("quote", "text", "First sentence of evidence, to the letter.", "best report"),
)

GEOJSON = Exporter(
    title="GeoJSON",
    unit="one entry as a feature; its geometry is null when its place is not known",
    suffix=".geojson",
    media_type="application/geo+json",
    fields=(
        Column("type", "text", "FeatureCollection.", "constant"),
        Column("note", "text", "What points and names mean, and do not.", "constant"),
        Column("features", "list", "The entries.", "entry"),
        Column("features.type", "text", "Feature.", "constant"),
        Column("features.id", "text", "Id of the entry.", "entry"),
        Column("features.geometry", "object", "A point, or null.", "best report"),
        Column("features.geometry.type", "text", "Point.", "constant"),
        Column("features.geometry.coordinates", "list", "Degrees east, degrees north (WGS 84).", "gazetteer"),
        Column("features.properties", "object", "What is known of the entry.", "entry"),
        *(Column(f"features.properties.{f.name}", f.kind, f.meaning, f.source) for f in PROPERTIES),
    ),
    encode=encode,
)
