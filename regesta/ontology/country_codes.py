"""Codes of states in the schemes that other data sets use."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from regesta.ontology.load import DATA
from regesta.shipped import read_shipped


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """The codes of one state or territory.

    Attributes:
        iso3: ISO 3166-1 alpha-3, or XKX for Kosovo.
        iso2: ISO 3166-1 alpha-2, or XK.
        cameo: CAMEO country code, as GDELT's list has it: ISO 3166-1 alpha-3 but for four states.
        fips: FIPS 10-4, two letters, as GDELT's places have it; None for territories without one.
        cow: Correlates of War number; None for territories that are no member of its state system.
    """

    iso3: str
    iso2: str
    cameo: str
    fips: str | None
    cow: int | None


@lru_cache(maxsize=1)
def load_country_codes() -> Mapping[str, CountryCodes]:
    """Read `crosswalks/countries.csv`, by ISO 3166-1 alpha-3 code.

    Source:
        ISO and FIPS codes: GeoNames' list of countries (CC BY 4.0). CAMEO: GDELT's CAMEO.country.txt. Numbers:
        Correlates of War, State System Membership 2016, looked up in the tables of the R package countrycode.
    """
    table = read_shipped(DATA / "crosswalks" / "countries.csv").decode("utf-8")
    codes = {
        row["iso3"]: CountryCodes(
            row["iso3"], row["iso2"], row["cameo"], row["fips"] or None, int(row["cow"]) if row["cow"] else None
        )
        for row in csv.DictReader(io.StringIO(table, newline=""))
    }
    return MappingProxyType(codes)
