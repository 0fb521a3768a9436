"""The six place columns that ICEWS and POLECAT share."""

from collections.abc import Callable

from regesta.export.columns.fields import Field, R, empty, field
from regesta.export.values.entry_values import CITY_PRECISIONS
from regesta.model.entity import Place

PlaceOf = Callable[[R], Place | None]


def city_of(place: Place) -> str | None:
    """Return the name of a place that is a city or a point."""
    return place.name if place.precision in CITY_PRECISIONS else None


def province_of(place: Place) -> str | None:
    """Return the name of a place that is a region."""
    return place.name if place.precision == "region" else None


def place_columns(
    place_of: PlaceOf[R], country: Callable[[Place], str | None], country_meaning: str
) -> tuple[Field[R], ...]:
    """Return the columns City, District, Province, Country, Latitude, Longitude.

    Args:
        place_of: Returns the place of a row.
        country: Returns the country of a place as the format writes it.
        country_meaning: How the format writes it, for the data dictionary.
    """

    def of(value: Callable[[Place], object]) -> Callable[[R], object]:
        return lambda row: value(place) if (place := place_of(row)) else None

    return (
        field("City", "text", of(city_of), "The place, when it is a city or a point.", "best report"),
        empty("District", "text", "District; the gazetteer does not say in which one a place lies."),
        field("Province", "text", of(province_of), "The place, when it is a region.", "best report"),
        field("Country", "text", of(country), country_meaning, "best report"),
        field("Latitude", "number", of(lambda place: place.lat), "Degrees north.", "gazetteer"),
        field("Longitude", "number", of(lambda place: place.lon), "Degrees east.", "gazetteer"),
    )
