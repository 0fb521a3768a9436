"""The gazetteer: towns, districts and provinces of GeoNames by name, and the areas our own list adds."""

import gzip
import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass as plain_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic.dataclasses import dataclass

from regesta.model.entity import PlacePrecision
from regesta.ontology.event_types import STRICT
from regesta.ontology.load import read_yaml
from regesta.resolve.names.forms import fold, is_acronym
from regesta.resolve.states.states import DATA, State, load_states
from regesta.shipped import read_shipped

NAMES_KEPT = 16_384  # answers, most of them none; an article asks of some thirty names, again and again
PlaceKind = Literal["town", "district", "province", "country", "area"]
KINDS: dict[str, PlaceKind] = {"t": "town", "b": "district", "a": "province"}
PRECISIONS: dict[PlaceKind, PlacePrecision] = {
    "town": "city", "district": "region", "province": "region", "country": "country", "area": "area",
}  # fmt: skip


@dataclass(frozen=True, config=STRICT)
class Area:
    """An entry of `areas.yaml`."""

    name: str
    at: tuple[float, float]
    kind: PlacePrecision
    names: tuple[str, ...]
    iso3: str | None = None
    id: int | None = None


@dataclass(frozen=True, config=STRICT)
class Areas:
    """The contents of `areas.yaml`."""

    areas: tuple[Area, ...]
    abbreviations: dict[str, dict[str, str]]


@plain_dataclass(frozen=True, slots=True)
class Toponym:
    """A place a name may denote.

    Attributes:
        geonameid: GeoNames id; None for an area we do not know it of.
        kind: What it is.
        name: Its name in the gazetteer.
        lat: Degrees north.
        lon: Degrees east.
        iso3: State it lies in; None for areas of several states.
        region: Number of the smallest region it lies in; None when unknown or not in one.
        population: People, to two digits; of a region, those in its towns; 0 when unknown.
        precision: How exact a place is that is located so.
    """

    geonameid: int | None
    kind: PlaceKind
    name: str
    lat: float
    lon: float
    iso3: str | None
    region: int | None
    population: int
    precision: PlacePrecision


class Table:
    """Sorted lines of a gzip file, kept as one block of bytes: half a million names open in a twentieth of a second."""

    def __init__(self, path: Path) -> None:
        self.block = gzip.decompress(read_shipped(path)) + b"\n"
        self.starts = array("I", [0])
        self.starts.extend(match.end() for match in re.finditer(b"\n", self.block))

    def __getitem__(self, number: int) -> list[str]:
        """Return the fields of a line."""
        return self.block[self.starts[number] : self.starts[number + 1] - 1].decode("utf-8").split("\t")

    def find(self, key: str) -> list[str] | None:
        """Return the fields of the line whose first field is `key`; None when there is none."""
        lines = range(len(self.starts) - 1)
        at = bisect_left(lines, key.encode("utf-8"), key=self.key)
        fields = self[at] if at < len(lines) else [""]
        return fields if fields[0] == key else None

    def key(self, number: int) -> bytes:
        """Return the first field of a line."""
        start = self.starts[number]
        return self.block[start : self.block.index(b"\t", start)]


@plain_dataclass(frozen=True, eq=False)  # equal to itself alone, so that answers can be kept by it
class Gazetteer:
    """Places by name.

    Attributes:
        places: Lines of `places.tsv.gz`.
        names: Lines of `names.tsv.gz`.
        areas: Our own areas by folded name.
        abbreviations: Name and state of a province by its abbreviation, without full stops.
    """

    places: Table
    names: Table
    areas: dict[str, tuple[Toponym, ...]]
    abbreviations: dict[str, tuple[str, str]]

    def find(self, name: str) -> tuple[Toponym, ...]:
        """Return the places a name may denote, the most populous first; states are not among them.

        Args:
            name: As written; "Ky." and "N.C." are understood.
        """
        short = self.abbreviations.get(name.replace(".", "").strip()) if is_abbreviated(name) else None
        if short is not None:
            return tuple(p for p in self.find(short[0]) if p.iso3 == short[1] and p.kind == "province")
        if not load_states().is_name(name):
            return ()
        return places_called(self, fold(name.removesuffix("'s").removesuffix("’s")))

    def place(self, number: int) -> Toponym:
        """Return the place of a line."""
        geonameid, kind, name, lat, lon, iso3, region, population = self.places[number]
        return Toponym(
            int(geonameid), KINDS[kind], name, float(lat), float(lon), iso3, int(region) if region else None,
            int(population), PRECISIONS[KINDS[kind]],
        )  # fmt: skip

    def regions(self, place: Toponym) -> tuple[Toponym, ...]:
        """Return the regions a place lies in, the smallest first."""
        return () if place.region is None else regions_from(self, place.region)


@lru_cache(maxsize=NAMES_KEPT)
def regions_from(gazetteer: Gazetteer, number: int | None) -> tuple[Toponym, ...]:
    """Return the region of a number and those that it lies in, the smallest first."""
    found: list[Toponym] = []
    while number is not None:
        found.append(gazetteer.place(number))
        number = found[-1].region
    return tuple(found)


@lru_cache(maxsize=NAMES_KEPT)
def places_called(gazetteer: Gazetteer, key: str) -> tuple[Toponym, ...]:
    """Return the places of a folded name, the most populous first, our own areas before them."""
    line = gazetteer.names.find(key)
    found = [gazetteer.place(int(number)) for number in line[1].split(" ")] if line else []
    return gazetteer.areas.get(key, ()) + tuple(sorted(found, key=lambda p: (-p.population, p.geonameid or 0)))


def is_abbreviated(name: str) -> bool:
    """Tell whether a name is written short: with a full stop, or in capitals."""
    return name.rstrip().endswith(".") or is_acronym(name)


def country_toponym(state: State) -> Toponym:
    """Return a state as a place."""
    return Toponym(state.geonameid, "country", state.name, state.lat, state.lon, state.iso3, None, 0, "country")


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Open the gazetteer; about a fifth of a second.

    Raises:
        OntologyError: `areas.yaml` does not validate.
    """
    content = read_yaml(DATA / "areas.yaml", Areas)
    areas: defaultdict[str, list[Toponym]] = defaultdict(list)
    for area in content.areas:
        kind: PlaceKind = "town" if area.kind == "city" else "area"
        place = Toponym(area.id, kind, area.name, *area.at, area.iso3, None, 0, area.kind)
        for name in (area.name, *area.names):
            areas[fold(name)].append(place)
    short = {
        abbreviation.replace(".", ""): (name, iso3)
        for iso3, names in content.abbreviations.items()
        for abbreviation, name in names.items()
    }
    return Gazetteer(
        Table(DATA / "places.tsv.gz"), Table(DATA / "names.tsv.gz"), {k: tuple(v) for k, v in areas.items()}, short
    )
