"""GDELT 2.0 events: tab-separated values without a header, 61 columns, one row for each pair of parties."""

from collections.abc import Callable

from regesta.export.columns.fields import Field, columns_of, empty, field
from regesta.export.exporter import Exporter
from regesta.export.files.encoders import tsv_of
from regesta.export.values import gdelt_values as gdelt
from regesta.export.values.cameo_codes import cameo_actor, cameo_country, cameo_quad, cameo_type
from regesta.export.values.dyads import Dyad, dyads_of
from regesta.export.values.entry_values import cameo_of, cited, place_of, urls_of
from regesta.model.entity import Place
from regesta.model.event import Role
from regesta.query.table import Kind

Party = Callable[[Dyad], Role | None]
ID_MEANING = "Whole number below 2^53: the first 53 bits of the SHA-256 over the entry's id and the two parties."


def party_columns(name: str, party: Party) -> tuple[Field[Dyad], ...]:
    """Return the ten columns of one of the two actors."""
    return (
        field(f"{name}Code", "text", lambda d: cameo_actor(party(d)), "CAMEO country, then type.", "best report"),
        field(f"{name}Name", "text", lambda d: gdelt.upper_name(party(d)), "Name in capitals.", "best report"),
        field(
            f"{name}CountryCode", "text", lambda d: cameo_country(party(d)),
            "CAMEO country code: ISO 3166-1 alpha-3 but for IMY, MTN, ROM, TMP.", "best report",
        ),
        empty(f"{name}KnownGroupCode", "text", "CAMEO code of a known group."),
        empty(f"{name}EthnicCode", "text", "CAMEO ethnic code."),
        empty(f"{name}Religion1Code", "text", "CAMEO religion code."),
        empty(f"{name}Religion2Code", "text", "A second one."),
        field(
            f"{name}Type1Code", "text", lambda d: cameo_type(party(d)),
            "CAMEO type from the PLOVER sector; empty for a state as such and for sectors CAMEO lacks.", "best report",
        ),
        empty(f"{name}Type2Code", "text", "A second type."),
        empty(f"{name}Type3Code", "text", "A third type."),
    )  # fmt: skip


def empty_geo(name: str) -> tuple[Field[Dyad], ...]:
    """Return the eight place columns of an actor: the register places events, not actors."""
    kinds: dict[str, Kind] = {"Type": "integer", "Lat": "number", "Long": "number"}
    names = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    return tuple(empty(f"{name}Geo_{part}", kinds.get(part, "text"), "Where the actor is.") for part in names)


def at(value: Callable[[Place], object]) -> Callable[[Dyad], object]:
    """Return a value of an event's place; None without one."""
    return lambda dyad: value(place) if (place := place_of(dyad.event)) else None


ACTION_GEO: tuple[Field[Dyad], ...] = (
    field(
        "ActionGeo_Type",
        "integer",
        at(gdelt.geo_type),
        "1 country, 2 US state, 3 US city, 4 other city, 5 other region.",
        "best report",
    ),
    field("ActionGeo_FullName", "text", at(gdelt.full_name), "Name of the place and its country.", "best report"),
    field("ActionGeo_CountryCode", "text", at(gdelt.fips), "FIPS 10-4 code, not ISO.", "best report"),
    empty("ActionGeo_ADM1Code", "text", "FIPS code of the first-order division."),
    empty("ActionGeo_ADM2Code", "text", "Code of the second-order division."),
    field("ActionGeo_Lat", "number", at(lambda place: place.lat), "Degrees north.", "gazetteer"),
    field("ActionGeo_Long", "number", at(lambda place: place.lon), "Degrees east.", "gazetteer"),
    empty("ActionGeo_FeatureID", "text", "GNS or GNIS number; the register has GeoNames ids, which are others."),
)

EVENT_COLUMNS: tuple[Field[Dyad], ...] = (
    field("GLOBALEVENTID", "integer", lambda d: d.number, ID_MEANING, "entry"),
    field(
        "SQLDATE",
        "integer",
        lambda d: gdelt.sqldate(d.entry),
        "First day as YYYYMMDD; without a date, the day of publication.",
        "best report",
    ),
    field("MonthYear", "integer", lambda d: gdelt.month_year(d.entry), "That day's month as YYYYMM.", "best report"),
    field("Year", "integer", lambda d: gdelt.year(d.entry), "Its year.", "best report"),
    field(
        "FractionDate", "number", lambda d: gdelt.fraction_date(d.entry), "Year and share of it gone by.", "best report"
    ),
    *party_columns("Actor1", lambda d: d.actor),
    *party_columns("Actor2", lambda d: d.recipient),
    empty("IsRootEvent", "integer", "Whether the first paragraph tells it."),
    field("EventCode", "text", lambda d: cameo_of(d.event).code, "CAMEO code with its leading zero.", "best report"),
    field("EventBaseCode", "text", lambda d: cameo_of(d.event).code[:3], "Its first three digits.", "best report"),
    field("EventRootCode", "text", lambda d: cameo_of(d.event).code[:2], "Its first two digits.", "best report"),
    field(
        "QuadClass",
        "integer",
        lambda d: cameo_quad(cameo_of(d.event).code),
        "From the root: 1 verbal cooperation (01-05), 2 material cooperation (06-08), 3 verbal conflict (09-13), 4 "
        "material conflict (14-20).",
        "best report",
    ),
    field(
        "GoldsteinScale", "number", lambda d: cameo_of(d.event).goldstein, "Score of the code, -10 to 10.", "ontology"
    ),
    field("NumMentions", "integer", lambda d: len(d.entry.reports), "Number of reports.", "all reports"),
    field("NumSources", "integer", lambda d: len(d.entry.publishers), "Number of known publishers.", "all reports"),
    field("NumArticles", "integer", lambda d: d.entry.support, "Number of distinct articles.", "all reports"),
    empty("AvgTone", "number", "Tone of the articles."),
    *empty_geo("Actor1"),
    *empty_geo("Actor2"),
    *ACTION_GEO,
    field(
        "DATEADDED",
        "integer",
        lambda d: gdelt.date_added(d.entry),
        "First report as YYYYMMDDHHMMSS, UTC.",
        "all reports",
    ),
    field(
        "SOURCEURL",
        "text",
        lambda d: next(iter(urls_of(d.entry)), cited(d.entry.best_report)),
        "Address of the best report; where no report has one, title, publisher and day.",
        "best report",
    ),
)

GDELT_EVENTS = Exporter(
    title="GDELT 2.0 events, tab-separated without a header",
    unit="one pair of parties of one entry",
    suffix=".export.CSV",
    media_type="text/tab-separated-values; charset=utf-8; header=absent",
    fields=columns_of(EVENT_COLUMNS),
    encode=tsv_of(EVENT_COLUMNS, dyads_of, header=False),
)
