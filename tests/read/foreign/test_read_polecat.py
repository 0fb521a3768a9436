from datetime import date

import pytest
from foreign_files import polecat_row, read

from regesta.errors import InputError
from regesta.model.entity import Place
from regesta.model.foreign import ForeignParty
from regesta.read.foreign.polecat import COLUMNS, POLECAT

HEADER = "\t".join(COLUMNS)


def test_a_row_is_read_column_by_column() -> None:
    [report], faults = read(POLECAT, HEADER, polecat_row())
    assert faults == []
    assert (report.dataset, report.row_id, report.origin) == ("polecat", "20221219_1", "file:2")
    assert (report.day, report.type, report.mode, report.intensity) == (date(2022, 12, 19), "CONSULT", "visit", 2.1)
    assert report.actors == (ForeignParty(name="Poland", iso3="POL", sector="GOV"),)
    assert report.recipients == (ForeignParty(name="Lithuania", iso3="LTU", sector="GOV"),)
    assert report.place == Place(name="Vilnius", iso3="LTU", geonameid=593116, lat=54.69, lon=25.28, precision="city")
    assert report.publisher == "Baltic Wire"


def test_the_columns_are_the_forty_of_the_public_loaders() -> None:
    assert (len(COLUMNS), COLUMNS[0], COLUMNS[-1]) == (40, "Event ID", "Version")


def test_several_parties_in_a_cell_are_several_parties() -> None:
    row = polecat_row(Actor_Name="Poland;None;UN", Actor_Country="POL;KOS;IGO", Actor_Sectors="GOV;CVL")
    [report], _ = read(POLECAT, HEADER, row)
    assert report.actors == (
        ForeignParty(name="Poland", iso3="POL", sector="GOV"),
        ForeignParty(iso3="XKX", sector="CVL"),
        ForeignParty(name="UN"),
    )
    assert report.states == ("LTU", "POL", "XKX")


@pytest.mark.parametrize(
    "row",
    [
        polecat_row() + "\t\t\t",
        polecat_row().replace("CONSULT\tvisit", "CONSULT\t\tvisit"),
        polecat_row().replace("Poland\tPOL", "Poland\t \tPOL") + "\t",
    ],
)
def test_stray_tabs_are_taken_out_where_it_is_certain_what_belongs_where(row: str) -> None:
    [report], faults = read(POLECAT, HEADER, row)
    assert faults == []
    assert (report.mode, report.actors[0].iso3, report.publisher) == ("visit", "POL", "Baltic Wire")
    assert report.id == read(POLECAT, HEADER, polecat_row())[0][0].id


def test_a_row_that_ends_before_the_last_known_column_does_not_fit() -> None:
    header = "\t".join(("Event ID", "ours", "Event Date", "Actor Country", "Recipient Country", "Event Type", "more"))
    row = "\t".join(("1", "x", "2022-12-19", "POL", "LTU"))
    reports, faults = read(POLECAT, header, row, f"{row}\tCONSULT")
    assert faults == ["file:2: 5 cells where 6 are expected"]
    assert [report.type for report in reports] == ["CONSULT"]


def test_a_row_that_does_not_fit_is_named_and_the_next_one_read() -> None:
    reports, faults = read(POLECAT, HEADER, polecat_row() + "\tmore", "short\trow", polecat_row(Event_ID="2"))
    assert [report.row_id for report in reports] == ["2"]
    assert faults == ["file:2: 41 cells where 40 are expected", "file:3: 2 cells where 40 are expected"]


@pytest.mark.parametrize(
    "header",
    [HEADER + "\t\t", HEADER + "\tX1\tX2", "#!" + HEADER, HEADER.replace("\tIntensity", "\tEvent Intensity"),
     HEADER.replace("Event ID", ' "Event  ID" ')],
)  # fmt: skip
def test_headers_of_public_files_are_understood(header: str) -> None:
    [report], faults = read(POLECAT, header, polecat_row())
    assert (faults, report.intensity, report.publisher) == ([], 2.1, "Baltic Wire")


def test_columns_in_another_order_are_found_by_name() -> None:
    cells = dict(zip(COLUMNS, polecat_row().split("\t"), strict=True))
    names = sorted(COLUMNS)
    [report], _ = read(POLECAT, "\t".join(names), "\t".join(cells[name] for name in names))
    assert (report.day, report.place and report.place.name) == (date(2022, 12, 19), "Vilnius")


def test_a_part_of_a_file_without_its_header_has_the_usual_order() -> None:
    reports, faults = read(POLECAT, polecat_row(), polecat_row(Event_ID="2"))
    assert (len(reports), faults) == (2, [])


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(InputError, match=r"file:1: no POLECAT file: .* no column 'Event ID'"):
        read(POLECAT, "a,b,c", "1,2,3")
    with pytest.raises(InputError, match="no column 'Event Type'"):
        read(POLECAT, "Event ID\tEvent Date\tCAMEO Code", "1\t2022-12-19\t042")


def test_an_empty_file_has_no_rows() -> None:
    assert read(POLECAT) == ([], [])
    assert read(POLECAT, HEADER) == ([], [])


def test_an_unknown_type_is_named() -> None:
    assert read(POLECAT, HEADER, polecat_row(Event_Type="MEET"))[1] == [
        "file:2: Event Type: 'MEET' is no type of PLOVER"
    ]


def test_places_are_as_exact_as_the_finest_column() -> None:
    def place(**changes: str) -> Place | None:
        return read(POLECAT, HEADER, polecat_row(**changes))[0][0].place

    assert place(City="None", Province="Vilnius County") == Place(
        name="Vilnius", iso3="LTU", geonameid=593116, lat=54.69, lon=25.28, precision="region"
    )
    country = place(City="None", Placename="Lithuania")
    assert country
    assert country.precision == "country"
    nowhere = dict.fromkeys(("City", "Placename", "Country", "Latitude", "Longitude"), "None")
    assert place(**nowhere) is None
