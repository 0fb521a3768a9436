from datetime import date

import pytest
from foreign_files import icews_row, read

from regesta.errors import InputError
from regesta.model.entity import Place
from regesta.model.foreign import ForeignParty
from regesta.read.foreign.icews import COLUMNS, ICEWS

HEADER = "\t".join(COLUMNS)


def test_a_row_is_read_column_by_column() -> None:
    [report], faults = read(ICEWS, HEADER, icews_row())
    assert faults == []
    assert (report.dataset, report.row_id, report.day) == ("icews", "1", date(2022, 12, 19))
    assert (report.type, report.mode, report.cameo, report.intensity) == ("CONSULT", "visit", "042", 1.9)
    assert report.actors == (ForeignParty(name="Poland", iso3="POL"),)
    assert report.recipients == (ForeignParty(name="Government (Lithuania)", iso3="LTU", sector="Government"),)
    assert report.place == Place(name="Vilnius", iso3="LTU", lat=54.69, lon=25.28, precision="city")
    assert report.publisher == "Baltic Wire"


@pytest.mark.parametrize(
    ("name", "iso3"),
    [("Russian Federation", "RUS"), ("United States", "USA"), ("North Korea", "PRK"), ("South Korea", "KOR"),
     ("Occupied Palestinian Territory", "PSE"), ("Vietnam", "VNM"), ("Iran", "IRN"), ("NA", None)],
)  # fmt: skip
def test_states_are_known_by_the_names_icews_gives_them(name: str, iso3: str | None) -> None:
    [report], _ = read(ICEWS, HEADER, icews_row(Source_Country=name))
    assert report.actors[0].iso3 == iso3


def test_a_party_of_which_nothing_is_known_is_none() -> None:
    [report], _ = read(ICEWS, HEADER, icews_row(Target_Name="NA", Target_Sectors="NA", Target_Country="NA"))
    assert report.recipients == ()


@pytest.mark.parametrize("cell", ["42", "042"])
def test_a_code_that_lost_its_zero_is_the_same_code(cell: str) -> None:
    assert read(ICEWS, HEADER, icews_row(CAMEO_Code=cell))[0][0].cameo == "042"


def test_rows_of_one_id_are_kept_apart() -> None:
    reports, _ = read(ICEWS, HEADER, icews_row(), icews_row(Target_Name="Other"))
    assert len({report.id for report in reports}) == 2


def test_quotation_marks_are_no_quoting() -> None:
    [report], faults = read(ICEWS, HEADER, icews_row(Source_Name='"Solidarity" movement', Publisher='"Wire'))
    assert (report.actors[0].name, report.publisher, faults) == ('"Solidarity" movement', '"Wire', [])


def test_a_row_with_a_cell_too_many_is_named() -> None:
    assert read(ICEWS, HEADER, icews_row() + "\tx")[1] == ["file:2: 21 cells where 20 are expected"]


def test_a_polecat_file_is_no_icews_file() -> None:
    with pytest.raises(InputError, match="no ICEWS file"):
        read(ICEWS, "Event ID\tEvent Date\tEvent Type", "1\t2022-12-19\tCONSULT")
