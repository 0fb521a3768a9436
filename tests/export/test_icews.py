from dataclasses import replace

import pytest
from builders import a_role, an_article, an_event

from regesta.export.values.dyads import dyads_of, number_of
from regesta.model.article import Article
from tests.export.export_scenes import ICEWS, a_meeting, a_visit, cells, entries_of, somewhere


def row_of(article: Article) -> dict[str, str]:
    [row] = cells("icews", entries_of(article))
    return row


def test_a_row_has_every_column_and_what_is_not_known_is_na() -> None:
    row = row_of(a_visit())
    [dyad] = dyads_of(entries_of(a_visit())[0])
    assert list(row) == ICEWS
    assert row == {
        "Event ID": str(dyad.number), "Event Date": "2022-12-19", "Source Name": "Poland", "Source Sectors": "NA",
        "Source Country": "Poland", "Event Text": "Make a visit", "CAMEO Code": "042", "Intensity": "1.9",
        "Target Name": "Lithuania", "Target Sectors": "NA", "Target Country": "Lithuania",
        "Story ID": str(number_of("a1")), "Sentence Number": "NA", "Publisher": "Baltic Wire", "City": "Vilnius",
        "District": "NA", "Province": "NA", "Country": "Lithuania", "Latitude": "54.69", "Longitude": "25.28",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        ("city", ("Vilnius", "NA")), ("point", ("Vilnius", "NA")), ("region", ("NA", "Vilnius")),
        ("country", ("NA", "NA")), ("area", ("NA", "NA")),
    ],
)  # fmt: skip
def test_a_place_stands_in_the_column_of_its_kind(precision: str, expected: tuple[str, str]) -> None:
    row = row_of(somewhere(a_visit(), precision=precision))
    assert (row["City"], row["Province"]) == expected


def test_sectors_are_in_the_words_of_icews_and_states_by_its_names() -> None:
    article = an_article("A minister visited Lithuania.")
    roles = (a_role(article, "actor", "minister", iso3="RUS", sector="COP", entity="person:minister"),)
    row = row_of(replace(article, events=(replace(an_event(article, actor=None), roles=roles),)))
    assert (row["Source Sectors"], row["Source Country"]) == ("Government,Police", "Russian Federation")


def test_a_meeting_stands_in_both_directions() -> None:
    rows = cells("icews", entries_of(a_meeting("Poland", "Latvia")))
    assert [(row["Source Name"], row["Target Name"]) for row in rows] == [("Poland", "Latvia"), ("Latvia", "Poland")]


def test_an_unknown_party_is_na_in_all_its_columns() -> None:
    row = row_of(a_visit(recipient=None))
    assert {row[f"Target {name}"] for name in ("Name", "Sectors", "Country")} == {"NA"}
