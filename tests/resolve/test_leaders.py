import pytest

from regesta.resolve.leaders import find_leader, leader_reading


@pytest.mark.parametrize("name", ["Putin", "Wladimir Putin", "Vladimir Poutine"])
def test_spellings_mean_one_leader(name: str) -> None:
    leader = find_leader(name, 2022)
    assert leader is not None
    assert leader.name == "Vladimir Putin"


def test_a_surname_needs_a_first_name_that_begins_alike() -> None:
    assert find_leader("Aleksandr Lukashenka", 2020) is not None
    assert find_leader("Viktor Lukashenko", 2020) is None


def test_a_leader_of_two_offices_has_the_one_of_the_year() -> None:
    assert [leader_reading("Mark Rutte", year) for year in (2015, 2025)] != [None, None]
    assert [r.iso3 for year in (2015, 2025) if (r := leader_reading("Mark Rutte", year))] == ["NLD", "IGO"]


def test_a_leader_out_of_office_is_no_government() -> None:
    reading = leader_reading("Angela Merkel", 2022)
    assert reading is not None
    assert (reading.iso3, reading.sector, reading.office) == ("DEU", "ELI", None)


def test_the_office_tells_the_sector() -> None:
    found = [
        leader_reading(n, y) for n, y in (("Hassan Nasrallah", 2006), ("Nancy Pelosi", 2022), ("Kofi Annan", 2003))
    ]
    assert [r.sector for r in found if r] == ["REB", "LEG", "IGO"]


@pytest.mark.parametrize("name", ["John Smith", "Bush fire", "", "Park"])
def test_strangers_are_unknown(name: str) -> None:
    assert leader_reading(name, 2020) is None
