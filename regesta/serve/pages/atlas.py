"""The map: how much happened where, by place; the table behind it is the same without a mouse."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.errors import ConfigError
from regesta.query.filters import EVENT_OPTIONS, FilterReader
from regesta.query.places import PlaceCount, count_places
from regesta.query.register import Register
from regesta.query.views import load_views
from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, Pages, options_of, read_address
from regesta.serve.api import pages_json
from regesta.serve.respond import data, page, tidied
from regesta.serve.shelf import Shelf
from regesta.serve.visible_text import path_part
from regesta.serve.wording import sentence

router = APIRouter()
LISTING = Listing("/map", "/map.json", options_of(EVENT_OPTIONS), ("entries",))
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
    clusters = register.matching(FilterReader(register.view, state_code).event_filter(address.options))
    counts = count_places(clusters)
    return Found(
        pages=Pages(address, len(counts)),
        places=tuple(counts[address.offset : address.offset + address.limit]),
        points=tuple([count for count in counts if count.place.lat is not None][:MAX_POINTS]),
        placed=sum(count.entries for count in counts),
        total=len(clusters),
    )


@router.get("/map", response_class=HTMLResponse, openapi_extra=LISTING.parameters())
def show(request: Request) -> Response:
    """The map as a page."""
    address = read_address(LISTING, request.query_params)
    if tidy := tidied(request, address):
        return tidy
    shelf: Shelf = request.app.state.shelf
    with shelf.register() as register:
        problem = ""
        try:
            found = find(register, address)
        except ConfigError as error:
            problem, found = sentence(str(error)), Found(pages=Pages(address, 0))
        context = {
            "address": address,
            "found": found,
            "view_choices": [(name, view.title) for name, view in load_views().items()],
            "total": register.count(),
            "entries_url": entries_url,
            "problem": problem,
        }
        return page(request, "map", context, 422 if problem else 200)


@router.get("/map.json", openapi_extra=LISTING.parameters())
def show_json(request: Request) -> Response:
    """The map as GeoJSON: one point for each place, with the number of entries by quad class."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.register() as register:
        found = find(register, address)
    features = [feature(count, address) for count in found.points]
    more = {**pages_json(found.pages), "entries": found.total, "entries_with_place": found.placed}
    return data(request, {"type": "FeatureCollection", **more, "features": features})


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
    return "/?" + "&".join([f"place={path_part(count.place.name)}", *others])
