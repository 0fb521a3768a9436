from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from builders import a_coded_article, an_article, an_event
from stores import filled

from regesta.errors import ConfigError
from regesta.model.entity import Place
from regesta.model.event import EventPlace
from regesta.query.filters import FilterReader
from regesta.query.moment import parse_days
from regesta.query.views import load_views
from regesta.store.filters import SPOKEN, ArticleFilter, EventFilter, StatementFilter

STATES = {"poland": "POL", "polish": "POL", "pol": "POL", "sweden": "SWE", "swe": "SWE"}


@pytest.fixture
def reader() -> Iterator[FilterReader]:
    placed = an_article(id="a2")
    placed = replace(placed, events=(an_event(placed, actor="minister", place="Vilnius"),))
    with filled([a_coded_article(), placed]).view() as view:
        yield FilterReader(view, lambda name: STATES.get(name.lower()))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022", date(2022, 1, 1), date(2023, 1, 1)),
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("2022-12", date(2022, 12, 1), date(2023, 1, 1)),
        ("2024-2", date(2024, 2, 1), date(2024, 3, 1)),
        ("2022-12-31", date(2022, 12, 31), date(2023, 1, 1)),
    ],
)
def test_a_date_is_a_day_a_month_or_a_year(text: str, start: date, end: date) -> None:
    assert parse_days(text) == (start, end)


@pytest.mark.parametrize(
    "text", ["", "22", "2022-13", "2022-02-30", "yesterday", "0000", "9999-12-31", "2022-12-19T00"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match="write 2022, 2022-12 or 2022-12-19"):
        parse_days(text)


def test_all_options_of_events_are_read(reader: FilterReader) -> None:
    options = {
        "actor": "Polish",
        "recipient": "lithuania",
        "party": "minister",
        "dyad": "Poland, Sweden",
        "type": "consult",
        "mode": "Visit",
        "view": "Meetings",
        "context": "Military",
        "status": "HAPPENED",
        "quad": "1",
        "since": "2022",
        "until": "2022-11",
        "published_on": "2022-12-19",
        "place": "Vilnius",
        "publisher": "baltic wire",
        "min_confidence": "0.5",
        "contains": "talks",
        "article": "a1",
        "order": "newest",
        "limit": "20",
        "offset": "40",
    }
    assert reader.event_filter(options) == EventFilter(
        actor="POL",
        recipient="lithuania",
        party="minister",
        dyad=("POL", "SWE"),
        type="CONSULT",
        mode="visit",
        kinds=load_views()["meetings"].kinds,
        context="military",
        status="happened",
        quad=1,
        since=date(2022, 1, 1),
        until=date(2022, 12, 1),
        published_since=date(2022, 12, 19),
        published_until=date(2022, 12, 20),
        place="Vilnius",
        publisher="Baltic Wire",
        min_confidence=0.5,
        contains="talks",
        article="a1",
        order="newest",
        limit=20,
        offset=40,
    )


@pytest.mark.parametrize(("since", "until"), [("since", "until"), ("published_since", "published_until")])
def test_a_period_that_ends_before_it_begins_is_refused(since: str, until: str, reader: FilterReader) -> None:
    """What goes on from before its end until after its beginning would be found, and nothing else."""
    with pytest.raises(ConfigError, match="no day lies from 2023-01-01 to 2022-12-31; give the earlier one first"):
        reader.event_filter({since: "2023", until: "2022"})
    assert reader.event_filter({since: "2023-01-01", until: "2023-01-01"})


def test_all_options_of_statements_and_articles_are_read(reader: FilterReader) -> None:
    assert reader.statement_filter({"speaker": "poland", "about": "vilnius", "on": "2022"}) == StatementFilter(
        speaker="POL", about="vilnius", since=date(2022, 1, 1), until=date(2023, 1, 1), min_confidence=SPOKEN
    )
    narrowed = reader.statement_filter({"speech_class": "Denies", "min_confidence": "0"})
    assert narrowed == StatementFilter(speech_class="denies")
    assert reader.article_filter({"mentions": "Lithuania", "run": "1", "faulty": "yes"}) == ArticleFilter(
        mentions="Lithuania", run=1, faulty=True
    )


def test_empty_values_are_no_options(reader: FilterReader) -> None:
    assert reader.event_filter({"actor": "", "since": " ", "view": ""}) == EventFilter()


def test_a_pair_of_codes_needs_no_comma(reader: FilterReader) -> None:
    assert reader.event_filter({"dyad": "POL-SWE"}).dyad == ("POL", "SWE")


def test_a_place_is_a_name_before_it_is_a_state(reader: FilterReader) -> None:
    assert reader.event_filter({"place": "LTU"}).place == "LTU"  # a place with this code occurs
    assert reader.event_filter({"place": "sweden"}).place == "SWE"


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("actr", "x", "no option 'actr'; did you mean 'actor'"),
        ("actor", "Lithuanai", "no actor 'Lithuanai'; did you mean 'Lithuania'"),
        ("place", "Vilnus", "no place 'Vilnus'; did you mean 'Vilnius'"),
        ("type", "Visit", "no event type 'Visit'; 'visit' is a mode, of CONSULT"),
        ("type", "CONSLT", "no event type 'CONSLT'; did you mean 'CONSULT'"),
        ("mode", "visitt", "no mode 'visitt'; did you mean 'visit'"),
        ("view", "meeting", "no view 'meeting'; did you mean 'meetings'"),
        ("context", "militray", "did you mean 'military'"),
        ("status", "done", "known: denied, happened, hypothetical, planned"),
        ("publisher", "Baltic Wier", "did you mean 'Baltic Wire'"),
        ("quad", "5", "not a number from 1 to 4"),
        ("quad", "1.5", "not a whole number"),
        ("limit", "-1", "not a number from 0"),
        ("min_confidence", "nan", "not a number from 0 to 1"),
        ("dyad", "Poland", "is not a pair"),
        ("dyad", "Poland,Polish", "are the same, POL"),
        ("dyad", "POL-XYZ", "no actor 'XYZ'"),
        ("since", "soon", "is no date"),
    ],
)
def test_what_is_unknown_is_refused_with_the_nearest(
    reader: FilterReader, option: str, value: str, message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        reader.event_filter({option: value})


def test_a_mode_must_be_one_of_its_type(reader: FilterReader) -> None:
    with pytest.raises(ConfigError, match="no mode 'visit'"):
        reader.event_filter({"type": "ASSAULT", "mode": "visit"})


def test_unknown_subjects_are_refused(reader: FilterReader) -> None:
    with pytest.raises(ConfigError, match="did you mean 'Lithuania'"):
        reader.statement_filter({"about": "Lithuanai"})


def test_the_name_of_a_state_takes_its_cities_too_and_a_capital_only_itself() -> None:
    city, country = an_article(id="c1"), an_article("Poland visited Lithuania. It was said.", id="c2")
    in_city = replace(city, events=(an_event(city, place="Vilnius"),))
    visit = an_event(country)
    place = EventPlace(
        place=Place(name="Lithuania", iso3="LTU", precision="country"), span=visit.recipients[0].span, text="Lithuania"
    )
    in_country = replace(country, events=(replace(visit, place=place),))
    known = {"lithuania": "LTU", "ltu": "LTU", "vilnius": "LTU"}
    with filled([in_city, in_country]).view() as view:
        reader = FilterReader(view, lambda name: known.get(name.lower()))
        assert reader.place("Lithuania") == "LTU"
        assert reader.place("ltu") == "LTU"
        assert reader.place("Vilnius") == "Vilnius"
