"""The map: how much happened where, by place; the table behind it is the same without a mouse."""

from dataclasses import dataclass
from typing import Any

from regesta.export.jsonl import Json
from regesta.query.counts.places import PlaceCount, count_places
from regesta.query.filters import ENTRY_OPTIONS
from regesta.query.register import Register
from regesta.query.views import load_views
from regesta.serve.address import Address, Listing, Pages, options_of
from regesta.serve.api import pages_json
from regesta.serve.carried import with_as_of
from regesta.serve.listing import Asked, ListPage, routes
from regesta.serve.news import entry_news
from regesta.serve.shown import Shown
from regesta.serve.visible_text import path_part
from regesta.serve.wanted import wanted_of

LISTING = Listing("/map", "/map.json", options_of(ENTRY_OPTIONS), ("entries",))
MAX_POINTS = 2000  # places drawn; more would be a smear, and half a megabyte to load


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an address of the map leads to.

    Attributes:
        pages: Number of places, and neighbouring pages of the table.
        places: The places of this page of the table, most entries first.
        points: The places to draw: those with coordinates, most entries first.
        placed: Entries at a known place.
        total: Entries that the filter lets through.
    """

    pages: Pages
    places: tuple[PlaceCount, ...] = ()
    points: tuple[PlaceCount, ...] = ()
    placed: int = 0
    total: int = 0


def find(register: Register, address: Address) -> Found:
    """Return what an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    clusters = register.matching(wanted_of(register, address))
    counts = count_places(clusters)
    return Found(
        pages=Pages(address, len(counts)),
        places=tuple(address.shown(counts)),
        points=tuple([count for count in counts if count.place.lat is not None][:MAX_POINTS]),
        placed=sum(count.entries for count in counts),
        total=len(clusters),
    )


def context(asked: Asked[Register], _: Found) -> dict[str, Any]:
    """Return what the template gets."""
    return {
        "view_choices": [(name, view.title) for name, view in load_views().items()],
        "total": asked.source.count(),
        "entries_url": entries_url,
    }


def record(asked: Asked[Register], found: Found) -> Json:
    """Return the map as GeoJSON: one point for each place, with the number of entries by quad class."""
    features = [feature(count, asked.address) for count in found.points]
    more = {**pages_json(found.pages), "entries": found.total, "entries_with_place": found.placed}
    return {"type": "FeatureCollection", **more, "features": features}


def feature(count: PlaceCount, address: Address) -> dict[str, Any]:
    """Return a place as GeoJSON; longitude comes first."""
    place = count.place
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": place.name,
            "iso3": place.iso3,
            "geonameid": place.geonameid,
            "precision": place.precision,
            "entries": count.entries,
            "by_quad": list(count.by_quad),
            "url": entries_url(count, address),
        },
    }


def entries_url(count: PlaceCount, address: Address) -> str:
    """Return the address of the entries at a place in the register, under the same filters."""
    others = [f"{name}={path_part(value)}" for name, value in address.options.items() if name != "place"]
    return with_as_of("/?" + "&".join([f"place={path_part(count.place.name)}", *others]), address.as_of)


PAGE = ListPage[Register, Found](
    title="Map",
    listing=LISTING,
    template="map",
    opened=Shown.register,
    find=find,
    nothing=lambda _, address: Found(pages=Pages(address, 0)),
    context=context,
    record=record,
    items=lambda asked: entry_news(asked.source, wanted_of(asked.source, asked.address), asked.host),
    of="entries",
)
router = routes(PAGE)
