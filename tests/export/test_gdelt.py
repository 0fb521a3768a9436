from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from builders import a_date, a_role, an_article, an_event

from regesta.export.gdelt_events import GDELT_EVENTS as EVENTS
from regesta.export.gdelt_mentions import GDELT_MENTIONS as MENTIONS
from regesta.export.values.cameo_codes import cameo_quad
from regesta.export.values.dyads import dyads_of
from regesta.model.article import Article
from regesta.ontology.event_types import load_cameo
from tests.export.export_scenes import (
    GDELT_EVENTS,
    GDELT_MENTIONS,
    a_meeting,
    a_visit,
    cells,
    entries_of,
    somewhere,
    written,
)


def event_row(*articles: Article, joined: bool = False) -> dict[str, str]:
    [row] = cells("gdelt-events", entries_of(*articles, joined=joined), GDELT_EVENTS)
    return row


def known(row: dict[str, str], start: str) -> dict[str, str]:
    """The cells of some columns that hold something."""
    return {name: cell for name, cell in row.items() if name.startswith(start) and cell}


def test_the_columns_are_those_of_the_codebook_in_its_order() -> None:
    assert [field.name for field in EVENTS.fields] == GDELT_EVENTS
    assert [field.name for field in MENTIONS.fields] == GDELT_MENTIONS
    assert (len(GDELT_EVENTS), len(GDELT_MENTIONS)) == (61, 16)
    assert len(written("gdelt-events", entries_of(a_visit())).rstrip("\n").split("\t")) == 61


def test_identity_dates_and_codes_of_an_event() -> None:
    [dyad] = dyads_of(entries_of(a_visit())[0])
    row = event_row(a_visit())
    assert row["GLOBALEVENTID"] == str(dyad.number)
    assert (row["SQLDATE"], row["MonthYear"], row["Year"]) == ("20221219", "202212", "2022")
    assert row["FractionDate"] == "2022.9562"  # (11 * 30 + 19) / 365
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("042", "042", "04")
    assert (row["QuadClass"], row["GoldsteinScale"]) == ("1", "1.9")


@pytest.mark.parametrize(
    ("day", "expected"), [("2016-01-01", "2016.0027"), ("2015-02-18", "2015.1315"), ("2016-12-31", "2016.989")]
)
def test_the_fraction_of_a_year_counts_months_of_thirty_days(day: str, expected: str) -> None:
    assert event_row(a_visit(day=date.fromisoformat(day)))["FractionDate"] == expected


def test_a_four_digit_code_keeps_its_base_and_its_root() -> None:
    row = event_row(a_visit(cameo="0871"))
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"], row["QuadClass"]) == (
        "0871",
        "087",
        "08",
        "2",
    )


def test_a_code_that_cameo_lacks_gives_way_to_that_of_the_type() -> None:
    assert event_row(a_visit(cameo="999"))["EventCode"] == "040"


@pytest.mark.parametrize(
    ("root", "quad"),
    [("01", 1), ("05", 1), ("06", 2), ("08", 2), ("09", 3), ("13", 3), ("14", 4), ("16", 4), ("20", 4)],
)
def test_quad_classes_follow_the_root(root: str, quad: int) -> None:
    assert cameo_quad(f"{root}0") == quad


def test_every_code_of_the_crosswalk_has_a_quad_class() -> None:
    assert [code for code in load_cameo() if cameo_quad(code) is None] == []


def test_a_state_as_such_has_no_type_and_its_name_is_in_capitals() -> None:
    row = event_row(a_visit())
    assert known(row, "Actor1") == {"Actor1Code": "POL", "Actor1Name": "POLAND", "Actor1CountryCode": "POL"}
    assert known(row, "Actor2") == {"Actor2Code": "LTU", "Actor2Name": "LITHUANIA", "Actor2CountryCode": "LTU"}


def by(**actor: str | None) -> dict[str, str]:
    article = an_article("A minister visited Lithuania.")
    roles = (a_role(article, "actor", "minister", **actor),)
    return event_row(replace(article, events=(replace(an_event(article, actor=None), roles=roles),)))


def test_organs_and_people_have_the_type_of_their_sector() -> None:
    row = by(iso3="ROU", sector="MIL", entity="org:romania-mil")
    assert known(row, "Actor1") == {
        "Actor1Code": "ROMMIL", "Actor1Name": "MINISTER", "Actor1CountryCode": "ROM", "Actor1Type1Code": "MIL",
    }  # fmt: skip
    assert by(iso3="POL", sector="JRN")["Actor1Code"] == "POLMED"
    assert by(iso3="POL", sector="PTY")["Actor1Code"] == "POL"


def test_bodies_of_no_state_have_a_type_and_no_country() -> None:
    assert known(by(iso3="IGO", sector="IGO"), "Actor1") == {
        "Actor1Code": "IGO", "Actor1Name": "MINISTER", "Actor1Type1Code": "IGO",
    }  # fmt: skip


def test_a_place_has_its_country_in_fips() -> None:
    assert known(event_row(a_visit()), "ActionGeo") == {
        "ActionGeo_Type": "4", "ActionGeo_FullName": "Vilnius, Lithuania", "ActionGeo_CountryCode": "LH",
        "ActionGeo_Lat": "54.69", "ActionGeo_Long": "25.28",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("precision", "iso3", "expected"),
    [
        ("country", "UKR", ("1", "Vilnius", "UP")), ("region", "USA", ("2", "Vilnius, United States", "US")),
        ("city", "USA", ("3", "Vilnius, United States", "US")), ("point", "SDN", ("4", "Vilnius, Sudan", "SU")),
        ("region", "UKR", ("5", "Vilnius, Ukraine", "UP")), ("area", None, ("", "Vilnius", "")),
    ],
)  # fmt: skip
def test_types_of_places(precision: str, iso3: str | None, expected: tuple[str, str, str]) -> None:
    row = event_row(somewhere(a_visit(), precision=precision, iso3=iso3))
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"], row["ActionGeo_CountryCode"]) == expected


def test_what_is_counted_are_reports_publishers_and_articles() -> None:
    row = event_row(a_visit("a1"), a_visit("a2", publisher="Other Wire"), joined=True)
    assert (row["NumMentions"], row["NumSources"], row["NumArticles"]) == ("2", "2", "2")


def test_the_address_is_the_best_reports_else_a_citation_in_words() -> None:
    assert event_row(a_visit(url="https://wire.example/1"))["SOURCEURL"] == "https://wire.example/1"
    assert event_row(a_visit())["SOURCEURL"] == "A visit, Baltic Wire, 2022-12-19"


def test_an_event_is_added_when_its_first_report_appears() -> None:
    at = datetime(2022, 12, 20, 7, 30, 5, tzinfo=UTC)
    assert event_row(a_visit(published=at))["DATEADDED"] == "20221220073005"
    assert event_row(a_visit())["DATEADDED"] == "20221219000000"
    assert event_row(a_visit(published=None))["DATEADDED"] == ""


def test_without_a_date_the_day_of_publication_stands_in() -> None:
    assert event_row(a_visit(day=None))["SQLDATE"] == "20221219"
    row = event_row(a_visit(day=None, published=None))
    assert [row[name] for name in ("SQLDATE", "MonthYear", "Year", "FractionDate")] == [""] * 4


def test_a_row_for_each_pair_under_numbers_that_the_mentions_share() -> None:
    entries = entries_of(a_meeting("Poland", "Latvia"))
    events = cells("gdelt-events", entries, GDELT_EVENTS)
    mentions = cells("gdelt-mentions", entries, GDELT_MENTIONS)
    assert [(row["Actor1Code"], row["Actor2Code"]) for row in events] == [("POL", "LVA"), ("LVA", "POL")]
    assert [row["GLOBALEVENTID"] for row in mentions] == [row["GLOBALEVENTID"] for row in events]


def test_a_mention_says_where_when_and_at_which_characters() -> None:
    article = a_visit(url="https://wire.example/1", published=datetime(2022, 12, 20, 7, 30, tzinfo=UTC))
    [row] = cells("gdelt-mentions", entries_of(article), GDELT_MENTIONS)
    [dyad] = dyads_of(entries_of(article)[0])
    assert row == {
        "GLOBALEVENTID": str(dyad.number), "EventTimeDate": "20221220073000", "MentionTimeDate": "20221220073000",
        "MentionType": "1", "MentionSourceName": "Baltic Wire", "MentionIdentifier": "https://wire.example/1",
        "SentenceID": "", "Actor1CharOffset": "0", "Actor2CharOffset": str(article.text.index("Lithuania")),
        "ActionCharOffset": str(article.text.index("visited")), "InRawText": "1", "Confidence": "80",
        "MentionDocLen": "", "MentionDocTone": "", "MentionDocTranslationInfo": "", "Extras": "",
    }  # fmt: skip


def test_a_report_without_an_address_is_a_citation_and_coreference_is_told() -> None:
    article = a_visit()
    [event] = article.events
    first = event.roles[0]
    assert first.actor
    worked_out = replace(first, actor=replace(first.actor, basis="coreference: name"))
    article = replace(article, events=(replace(event, roles=(worked_out, *event.roles[1:])),))
    [row] = cells("gdelt-mentions", entries_of(article), GDELT_MENTIONS)
    assert (row["MentionType"], row["MentionIdentifier"]) == ("2", "A visit, Baltic Wire, 2022-12-19")
    assert row["InRawText"] == "0"


def test_every_report_of_a_joined_entry_is_a_mention() -> None:
    entries = entries_of(a_visit("a1"), a_visit("a2", published=date(2022, 12, 21)), joined=True)
    rows = cells("gdelt-mentions", entries, GDELT_MENTIONS)
    assert [row["MentionTimeDate"] for row in rows] == ["20221219000000", "20221221000000"]
    assert {row["EventTimeDate"] for row in rows} == {"20221219000000"}


def test_a_date_of_several_days_is_its_first() -> None:
    article = a_visit()
    [event] = article.events
    long = replace(article, events=(replace(event, date=a_date(date(2022, 12, 1), 31)),))
    assert event_row(long)["SQLDATE"] == "20221201"
