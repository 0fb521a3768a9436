"""ICEWS events: tab-separated values with a header, 20 columns, one row for each pair of parties."""

from regesta.export.columns.fields import Field, columns_of, empty, field
from regesta.export.columns.places import place_columns
from regesta.export.exporter import Exporter
from regesta.export.files.encoders import tsv_of
from regesta.export.values.dyads import Dyad, dyads_of, number_of
from regesta.export.values.entry_values import (
    cameo_of,
    country_name,
    dated_day,
    iso3_of,
    name_of,
    place_of,
    sector_of,
)
from regesta.model.entity import Place
from regesta.model.event import Role

MISSING = "NA"
# PLOVER's sectors in the words of ICEWS's files, several joined by commas; those without a counterpart stay empty.
SECTORS = {
    "COP": "Government,Police", "GOV": "Government", "JUD": "Government,Judicial",
    "LEG": "Government,Legislative / Parliamentary", "MIL": "Government,Military", "PTY": "Parties",
    "UAF": "Unidentified Forces", "OPP": "Dissident", "BUS": "Business,Social", "EDU": "Education,Social",
    "CVL": "General Population / Civilian / Social,Social", "ELI": "Elite", "REL": "National Religious,Social",
    "SOC": "Social", "IGO": "International Government Organization",
}  # fmt: skip
COUNTRIES = {"RUS": "Russian Federation"}  # where ICEWS's name is another than ours


def icews_country(iso3: str | None) -> str | None:
    """Return the name of a state as ICEWS writes it."""
    return COUNTRIES.get(iso3 or "") or country_name(iso3)


def sectors(role: Role | None) -> str | None:
    """Return the sectors of a participant in ICEWS's words; None for a state as such, and when it has none."""
    if role is None or (role.actor and role.actor.is_state):
        return None
    return SECTORS.get(sector_of(role) or "")


def where(dyad: Dyad) -> Place | None:
    """Return where the event happened."""
    return place_of(dyad.event)


ICEWS_COLUMNS: tuple[Field[Dyad], ...] = (
    field(
        "Event ID", "integer", lambda d: d.number,
        "Whole number below 2^53: the first 53 bits of the SHA-256 over the entry's id and the two parties. Too large "
        "for R's integers: read it as a number or as text.", "entry",
    ),
    field(
        "Event Date", "day", lambda d: dated_day(d.entry), "First day; without a date, the day of publication.",
        "best report",
    ),
    field("Source Name", "text", lambda d: name_of(d.actor) if d.actor else None, "Who acted.", "best report"),
    field("Source Sectors", "text", lambda d: sectors(d.actor), "Its sectors in ICEWS's words.", "best report"),
    field(
        "Source Country", "text", lambda d: icews_country(iso3_of(d.actor) if d.actor else None), "Its state by name.",
        "best report",
    ),
    field("Event Text", "text", lambda d: cameo_of(d.event).description, "Name of the CAMEO code.", "ontology"),
    field("CAMEO Code", "text", lambda d: cameo_of(d.event).code, "With its leading zero.", "best report"),
    field("Intensity", "number", lambda d: cameo_of(d.event).goldstein, "Goldstein score of the code.", "ontology"),
    field("Target Name", "text", lambda d: name_of(d.recipient) if d.recipient else None, "To whom.", "best report"),
    field("Target Sectors", "text", lambda d: sectors(d.recipient), "Its sectors.", "best report"),
    field(
        "Target Country", "text", lambda d: icews_country(iso3_of(d.recipient) if d.recipient else None),
        "Its state by name.", "best report",
    ),
    field(
        "Story ID", "integer", lambda d: number_of(d.event.article_id),
        "Whole number below 2^53, hashed from the id of the best report's article.", "best report",
    ),
    empty("Sentence Number", "integer", "Number of the sentence; the register cites characters."),
    field("Publisher", "text", lambda d: d.entry.best_report.source.publisher, "Of the best report.", "best report"),
    *place_columns(where, lambda place: icews_country(place.iso3), "State the place lies in, by name."),
)  # fmt: skip

ICEWS = Exporter(
    title="ICEWS events, tab-separated with a header",
    unit="one pair of parties of one entry; what is not known is NA",
    suffix=".tab",
    media_type="text/tab-separated-values; charset=utf-8; header=present",
    fields=columns_of(ICEWS_COLUMNS),
    encode=tsv_of(ICEWS_COLUMNS, dyads_of, header=True, missing=MISSING),
)
