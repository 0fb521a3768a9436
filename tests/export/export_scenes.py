"""Entries for tests of formats, and those formats' column names from their public codebooks."""

import io
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from builders import a_judgement, a_role, an_article, an_event
from stores import a_register

from regesta import plugins
from regesta.model.article import Article
from regesta.model.entry import Entry
from regesta.model.event import EventPlace

# GDELT 2.0 header rows (gdeltPyR, September 2016), POLECAT and ICEWS headers as their public loaders have them.
ACTOR = [
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
]
GEO = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"]
GDELT_EVENTS = [
    *["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
    *(f"Actor{n}{name}" for n in (1, 2) for name in ACTOR),
    *[
        "IsRootEvent",
        "EventCode",
        "EventBaseCode",
        "EventRootCode",
        "QuadClass",
        "GoldsteinScale",
        "NumMentions",
        "NumSources",
    ],
    *["NumArticles", "AvgTone"],
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in GEO),
    *["DATEADDED", "SOURCEURL"],
]
GDELT_MENTIONS = [
    "GLOBALEVENTID",
    "EventTimeDate",
    "MentionTimeDate",
    "MentionType",
    "MentionSourceName",
    "MentionIdentifier",
    "SentenceID",
    "Actor1CharOffset",
    "Actor2CharOffset",
    "ActionCharOffset",
    "InRawText",
    "Confidence",
    "MentionDocLen",
    "MentionDocTone",
    "MentionDocTranslationInfo",
    "Extras",
]
PLACE = ["City", "District", "Province", "Country", "Latitude", "Longitude"]
ICEWS = [
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code"),
    *("Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *PLACE,
]
POLECAT = [
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW"),
    *("Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw"),
    *("Wikipedia Recipient ID", "Placename"),
    *PLACE,
    *("GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People"),
    *("Story Organizations", "Story Locations", "Language", "Version"),
]


def entries_of(*articles: Article, joined: bool = False) -> list[Entry]:
    """The entries of articles; `joined` makes all their events one."""
    events = [event for article in articles for event in article.events]
    judged = [a_judgement(events[0], event) for event in events[1:]] if joined else []
    with a_register(articles, judged) as register:
        return register.entries(sort="oldest")


def a_visit(id: str = "a1", **changes: Any) -> Article:
    """An article that tells one visit to Vilnius; source fields go to the source, the rest to the event."""
    article = an_article("Poland's minister visited Lithuania on Monday in Vilnius.", id=id)
    source = {name: changes.pop(name) for name in ("publisher", "published", "url") if name in changes}
    article = replace(article, source=replace(article.source, **source), title=changes.pop("title", "A visit"))
    return replace(article, events=(an_event(article, **({"place": "Vilnius"} | changes)),))


def a_meeting(*parties: str, **changes: Any) -> Article:
    """An article that tells a meeting whose parties are all actors; a party of `STATES` is that state."""
    article = an_article(f"{', '.join(parties)} met.", id=changes.pop("id", "m1"))
    roles = tuple(a_role(article, "actor", words) for words in parties)
    base = an_event(article, "met", actor=None, recipient=None, mode=None, cameo="040")
    return replace(article, events=(replace(base, roles=roles, **changes),))


def at(event_place: EventPlace | None, **changes: Any) -> EventPlace:
    """A place of an event with other values."""
    assert event_place
    return replace(event_place, place=replace(event_place.place, **changes))


def somewhere(article: Article, **changes: Any) -> Article:
    """An article whose event happens at a place with other values."""
    [event] = article.events
    return replace(article, events=(replace(event, place=at(event.place, **changes)),))


def written(name: str, entries: Iterable[Entry]) -> str:
    """Entries in a format, as text."""
    out = io.BytesIO()
    plugins.load("exporters", name)(entries, out)
    return out.getvalue().decode()


def cells(name: str, entries: Iterable[Entry], columns: list[str] | None = None) -> list[dict[str, str]]:
    """The rows of a tab-separated format by column; without columns, its first line names them."""
    lines = written(name, entries).split("\n")
    assert lines.pop() == ""
    names = columns or lines.pop(0).split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines]
