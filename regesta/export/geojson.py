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
from regesta.export.exporter import Exporter, Field
from regesta.export.records import Json
from regesta.model.entry import Entry

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
    Field("title", "text", "The entry on one line.", "best report"),
    Field("type", "text", "PLOVER event type.", "best report"),
    Field("mode", "text", "Mode of the type; null when the text does not say.", "best report"),
    Field("cameo", "text", "CAMEO code with its leading zero.", "best report"),
    Field("quad", "integer", "Quad class of the type, 1 to 4.", "ontology"),
    Field("intensity", "number", "PLOVER's score of the type, -10 to 10.", "ontology"),
    Field("actors", "list", "Names of those who acted.", "best report"),
    Field("actor_iso3", "list", "Their states; null for each unknown one.", "best report"),
    Field("recipients", "list", "Names of those to whom it was done.", "best report"),
    Field("recipient_iso3", "list", "Their states; null for each unknown one.", "best report"),
    Field("start", "day", "First day; null without a date.", "best report"),
    Field("end", "day", "Last day, included.", "best report"),
    Field("place", "text", "Name in the gazetteer.", "best report"),
    Field("place_iso3", "text", "State the place lies in.", "best report"),
    Field("place_precision", "text", "point, city, region, country or area: what the point stands for.", "best report"),
    Field("place_basis", "text", "expression (the sentence names it) or inferred.", "best report"),
    Field("geonameid", "integer", "GeoNames id.", "gazetteer"),
    Field("status", "text", "happened, planned, denied or hypothetical.", "best report"),
    Field("confidence", "number", "Calibrated confidence, 0 to 1.", "best report"),
    Field("support", "integer", "Number of distinct articles that report it.", "all reports"),
    Field("publishers", "list", "Known publishers that report it, sorted.", "all reports"),
    Field("urls", "list", "Addresses of the articles, the best report's first.", "all reports"),
    Field("quote", "text", "First sentence of evidence, to the letter.", "best report"),
)

GEOJSON = Exporter(
    title="GeoJSON",
    unit="one entry as a feature; its geometry is null when its place is not known",
    suffix=".geojson",
    media_type="application/geo+json",
    fields=(
        Field("type", "text", "FeatureCollection.", "constant"),
        Field("note", "text", "What points and names mean, and do not.", "constant"),
        Field("features", "list", "The entries.", "entry"),
        Field("features.type", "text", "Feature.", "constant"),
        Field("features.id", "text", "Id of the entry.", "entry"),
        Field("features.geometry", "object", "A point, or null.", "best report"),
        Field("features.geometry.type", "text", "Point.", "constant"),
        Field("features.geometry.coordinates", "list", "Degrees east, degrees north (WGS 84).", "gazetteer"),
        Field("features.properties", "object", "What is known of the entry.", "entry"),
        *(Field(f"features.properties.{f.name}", f.type, f.meaning, f.source) for f in PROPERTIES),
    ),
    encode=encode,
)
