"""How values of an entry are written in GDELT 2.0's columns."""

from datetime import datetime

from regesta.export.values.entry_values import country_name, dated_day, name_of, published_times
from regesta.model.entity import Place
from regesta.model.entry import Entry
from regesta.model.event import Role
from regesta.ontology.country_codes import load_country_codes

# GDELT's ActionGeo_Type: 1 country, 2 US state, 3 US city, 4 other city, 5 other first-order division.
GEO_TYPES = {"country": (1, 1), "region": (2, 5), "city": (3, 4), "point": (3, 4)}


def sqldate(entry: Entry) -> int | None:
    """Return the day as YYYYMMDD."""
    day = dated_day(entry)
    return day.year * 10_000 + day.month * 100 + day.day if day else None


def month_year(entry: Entry) -> int | None:
    """Return the month as YYYYMM."""
    day = dated_day(entry)
    return day.year * 100 + day.month if day else None


def year(entry: Entry) -> int | None:
    """Return the year."""
    day = dated_day(entry)
    return day.year if day else None


def fraction_date(entry: Entry) -> float | None:
    """Return the year with the share of it gone by, four decimals.

    Source:
        GDELT Event Codebook 2.0: (month * 30 + day) / 365, from 0 to 0.9999; months count from 0.
    """
    day = dated_day(entry)
    return round(day.year + min(((day.month - 1) * 30 + day.day) / 365, 0.9999), 4) if day else None


def date_added(entry: Entry) -> int | None:
    """Return when the first report appeared, as YYYYMMDDHHMMSS in UTC; midnight where only the day is known."""
    return stamp(next(iter(published_times(entry)), None))


def stamp(at: datetime | None) -> int | None:
    """Return a time as YYYYMMDDHHMMSS."""
    return int(f"{at:%Y%m%d%H%M%S}") if at else None


def upper_name(role: Role | None) -> str | None:
    """Return the name of a participant in capitals, as GDELT writes names."""
    return name_of(role).upper() if role else None


def geo_type(place: Place) -> int | None:
    """Return GDELT's type of a place; None for areas that are neither a country nor in one."""
    in_usa, elsewhere = GEO_TYPES.get(place.precision, (None, None))
    return in_usa if place.iso3 == "USA" else elsewhere


def full_name(place: Place) -> str:
    """Return the name of a place with its country: "Minsk, Belarus"."""
    country = country_name(place.iso3)
    return f"{place.name}, {country}" if country and place.precision != "country" else place.name


def fips(place: Place) -> str | None:
    """Return the FIPS 10-4 code of the country a place lies in."""
    codes = load_country_codes().get(place.iso3 or "")
    return codes.fips if codes else None
