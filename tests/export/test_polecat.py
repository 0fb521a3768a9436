from dataclasses import replace

import pytest
from builders import a_role, an_article, an_event

from regesta.model.article import Article
from regesta.version import __version__
from tests.export.export_scenes import POLECAT, a_visit, cells, entries_of, somewhere


def row_of(article: Article) -> dict[str, str]:
    [row] = cells("polecat", entries_of(article))
    return row


def test_a_row_has_every_column_and_what_is_not_known_is_none() -> None:
    row = row_of(a_visit())
    assert list(row) == POLECAT
    assert {name: cell for name, cell in row.items() if cell != "None"} == {
        "Event ID": entries_of(a_visit())[0].id, "Event Date": "2022-12-19", "Event Type": "CONSULT",
        "Event Mode": "visit", "Intensity": "2.1", "Quad Code": "VERBAL COOPERATION", "Contexts": "diplomatic",
        "Actor Name": "Poland", "Actor Country": "POL", "Actor COW": "290", "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV", "Actor Name Raw": "Poland", "Recipient Name": "Lithuania", "Recipient Country": "LTU",
        "Recipient COW": "368", "Primary Recipient Sector": "GOV", "Recipient Sectors": "GOV",
        "Recipient Name Raw": "Lithuania", "Placename": "Vilnius", "City": "Vilnius", "Country": "LTU",
        "Latitude": "54.69", "Longitude": "25.28", "GeoNames ID": "593116", "Raw Placename": "Vilnius",
        "Source": "Baltic Wire", "Publication Date": "2022-12-19", "Language": "EN",
        "Version": f"Regesta {__version__}",
    }  # fmt: skip


def test_several_parties_are_lists_of_one_length_in_every_column() -> None:
    article = an_article("Poland, rebels; a cell and Latvia visited Lithuania.")
    roles = (
        a_role(article, "actor", "Poland"),
        a_role(article, "actor", "rebels; a cell", sector="REB", office="leader"),
        a_role(article, "actor", "Latvia"),
    )
    row = row_of(replace(article, events=(an_event(article, roles=roles),)))
    assert row["Actor Name"] == "Poland;rebels, a cell;Latvia"
    assert row["Actor Country"] == "POL;None;LVA"
    assert row["Actor COW"] == "290;None;367"
    assert (row["Primary Actor Sector"], row["Actor Sectors"]) == ("GOV", "GOV;REB;GOV")
    assert row["Actor Title"] == "None;leader;None"
    assert (row["Recipient Name"], row["Recipient COW"]) == ("None", "None")


@pytest.mark.parametrize(
    ("quad", "words"),
    [(1, "VERBAL COOPERATION"), (2, "MATERIAL COOPERATION"), (3, "VERBAL CONFLICT"), (4, "MATERIAL CONFLICT")],
)
def test_quad_classes_are_words(quad: int, words: str) -> None:
    assert row_of(a_visit(quad=quad))["Quad Code"] == words


def test_kosovo_has_plovers_code() -> None:
    assert row_of(somewhere(a_visit(), iso3="XKX"))["Country"] == "KOS"
