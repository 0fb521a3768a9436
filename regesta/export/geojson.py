"""GeoJSON (RFC 7946): one feature for each entry, at its place."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from regesta.export.columns.entries import entry_columns
from regesta.export.columns.fields import Field, columns_of, field
from regesta.export.exporter import Exporter
from regesta.export.jsonl import Json
from regesta.export.values.entry_values import headline, place_of
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
    place = place_of(entry.best)
    known = place is not None and place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": entry.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place and known else None,
        "properties": {found.column.name: in_json(found.value(entry)) for found in PROPERTIES},
    }


def in_json(value: object) -> object:
    """Return a value as JSON has it: days as ISO 8601, null for each unknown item of a list."""
    if isinstance(value, list | tuple):
        return [item or None for item in value]
    return value.isoformat() if isinstance(value, date) else value


PROPERTIES: tuple[Field[Entry], ...] = (
    field("title", "text", lambda e: headline(e.best), "The entry on one line.", "best report"),
    *entry_columns("type", "mode", "cameo", "quad", "intensity"),
    *entry_columns("actors", "actor_iso3", "recipients", "recipient_iso3", "start", "end"),
    *entry_columns("place", "place_iso3", "place_precision", "place_basis"),
    *entry_columns("geonameid", "status", "confidence", "support", "publishers", "urls", "quote"),
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
        *(replace(column, name=f"features.properties.{column.name}") for column in columns_of(PROPERTIES)),
    ),
    encode=encode,
)
