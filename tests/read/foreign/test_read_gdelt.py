from datetime import date

import pytest
from foreign_files import gdelt_row, read

from regesta.model.entity import Place
from regesta.model.foreign import ForeignParty
from regesta.read.foreign.gdelt import COLUMNS, FIRST_VERSION, GDELT


def test_a_row_is_read_column_by_column() -> None:
    [report], faults = read(GDELT, gdelt_row())
    assert faults == []
    assert (report.dataset, report.row_id, report.origin) == ("gdelt", "1000000001", "file:1")
    assert (report.day, report.type, report.mode, report.cameo) == (date(2022, 12, 19), "CONSULT", "visit", "042")
    assert (report.intensity, report.url) == (1.9, "https://wire.example/1")
    assert report.actors == (ForeignParty(name="POLAND", iso3="POL", sector="GOV"),)
    assert report.recipients == (ForeignParty(name="LITHUANIA", iso3="LTU"),)
    assert report.place == Place(name="Vilnius, Lithuania", iso3="LTU", lat=54.69, lon=25.28, precision="city")


@pytest.mark.parametrize("columns", [COLUMNS, FIRST_VERSION, FIRST_VERSION[:-1]])
def test_every_version_is_told_by_its_number_of_columns(columns: tuple[str, ...]) -> None:
    [report], _ = read(GDELT, gdelt_row(columns))
    assert report.place
    assert (report.place.lat, report.url is None) == (54.69, len(columns) == 57)


def test_a_line_with_another_number_of_cells_is_named() -> None:
    reports, faults = read(GDELT, gdelt_row(), "a\tb", gdelt_row(EventCode="190"))
    assert len(reports) == 2
    assert faults == ["file:2: 2 cells where 61, 58 or 57 are expected"]


def test_a_header_that_a_database_wrote_is_no_row() -> None:
    reports, faults = read(GDELT, "\t".join(COLUMNS), gdelt_row())
    assert (len(reports), faults) == (1, [])


@pytest.mark.parametrize(
    ("cell", "code", "type"),
    [("042", "042", "CONSULT"), ("42", "042", "CONSULT"), ("0871", "0871", "RETREAT"), ("871", "0871", "RETREAT"),
     ("10", "010", None), ("20", "020", None), ("190", "190", "ASSAULT"), ("010", "010", None), ("999", "999", None)],
)  # fmt: skip
def test_a_dropped_zero_is_put_back_and_codes_that_plover_lacks_have_no_type(
    cell: str, code: str, type: str | None
) -> None:
    [report], _ = read(GDELT, gdelt_row(EventCode=cell))
    assert (report.cameo, report.type) == (code, type)


@pytest.mark.parametrize(("fips", "iso3"), [("UP", "UKR"), ("SU", "SDN"), ("GZ", "PSE"), ("WE", "PSE"), ("XX", None)])
def test_places_are_in_fips_and_actors_are_not(fips: str, iso3: str | None) -> None:
    [report], _ = read(GDELT, gdelt_row(ActionGeo_CountryCode=fips, Actor1CountryCode="ROM"))
    assert report.place
    assert (report.place.iso3, report.actors[0].iso3) == (iso3, "ROU")


def test_a_row_without_actors_or_place_has_none() -> None:
    empty = dict.fromkeys(
        ("Actor1Code", "Actor1Name", "Actor2Code", "Actor2Name", "ActionGeo_FullName", "ActionGeo_CountryCode",
         "ActionGeo_Lat", "ActionGeo_Long"), "",
    )  # fmt: skip
    [report], _ = read(GDELT, gdelt_row(**empty))
    assert (report.actors, report.recipients, report.place) == ((), (), None)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"SQLDATE": "20221332"}, "file:1: SQLDATE: '20221332' is no day"),
        ({"GoldsteinScale": "high"}, "file:1: GoldsteinScale: 'high' is no number"),
        ({"ActionGeo_Lat": "nan"}, None),
        ({"ActionGeo_Lat": "inf"}, "file:1: ActionGeo_Lat: 'inf' is no number"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(changes: dict[str, str], fault: str | None) -> None:
    assert read(GDELT, gdelt_row(**changes))[1] == ([fault] if fault else [])


def test_impossible_coordinates_are_left_out() -> None:
    [report], _ = read(GDELT, gdelt_row(ActionGeo_Lat="540.69"))
    assert report.place
    assert (report.place.name, report.place.lat, report.place.lon) == ("Vilnius, Lithuania", None, None)


def test_the_same_row_has_the_same_id_in_any_file_and_another_row_another() -> None:
    [first, again, other], _ = read(GDELT, gdelt_row(), gdelt_row(), gdelt_row(NumMentions="9"))
    assert first.id == again.id != other.id
