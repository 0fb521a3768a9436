from pathlib import Path

import pytest

from regesta.resolve.names.forms import fold
from regesta.resolve.states.states import DATA
from regesta.resolve.toponyms.gazetteer import Table, load_gazetteer


def test_places_of_one_name_come_by_population() -> None:
    found = load_gazetteer().find("Alexandria")
    assert found[0].iso3 == "EGY"
    assert {place.iso3 for place in found} >= {"EGY", "USA", "AUS"}


@pytest.mark.parametrize(
    ("name", "geonameid"),
    [("Minsk", 625144), ("Kyiv", 703448), ("Kiev", 703448), ("Bakhmut", 713174), ("Khan Younis", 281124)],
)
def test_a_town_is_found_by_its_names_in_english_news(name: str, geonameid: int) -> None:
    assert geonameid in {place.geonameid for place in load_gazetteer().find(name)}


@pytest.mark.issue(4)
def test_in_small_letters_only_capitals_and_names_with_a_states_are_places() -> None:
    found = load_gazetteer().find
    assert [found(name)[0].name for name in ("south america", "persian gulf")] == ["South America", "Persian Gulf"]
    assert [place.iso3 for place in found("belgrade")][:1] == ["SRB"]
    assert [name for name in ("reading", "nice", "sofia", "victoria") if found(name)] == []


def test_a_town_knows_the_regions_it_lies_in() -> None:
    gazetteer = load_gazetteer()
    paris = next(place for place in gazetteer.find("Paris") if place.geonameid == 4717560)
    assert [region.name for region in gazetteer.regions(paris)] == ["Lamar County", "Texas"]


@pytest.mark.parametrize(("short", "name"), [("Ky.", "Kentucky"), ("N.C.", "North Carolina"), ("Ont.", "Ontario")])
def test_abbreviations_mean_provinces(short: str, name: str) -> None:
    found = load_gazetteer().find(short)
    assert [(place.name, place.kind) for place in found] == [(name, "province")]


@pytest.mark.parametrize("name", ["Camp David", "Strait of Hormuz", "West Bank", "Bab el-Mandeb", "Donbass"])
def test_places_of_diplomacy_are_there(name: str) -> None:
    assert load_gazetteer().find(name)[0].kind == "area"


@pytest.mark.parametrize("name", ["bakhmut", "in", "Xyzzyville", ""])
def test_other_words_are_no_places(name: str) -> None:
    assert load_gazetteer().find(name) == ()


def test_a_table_finds_first_and_last_line(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "t.gz"
    path.write_bytes(gzip.compress("ab\t1\nabc\t2\nb\t3 4\nżar\t5".encode()))
    table = Table(path)
    assert [table.find(key) for key in ("ab", "abc", "b", "żar")] == [
        ["ab", "1"], ["abc", "2"], ["b", "3 4"], ["żar", "5"],
    ]  # fmt: skip
    assert table.find("a") is None
    assert table.find("zz") is None
    assert table.find("żart") is None


def test_names_are_sorted_and_folded() -> None:
    names = load_gazetteer().names
    keys = [names[number][0] for number in range(0, len(names.starts) - 1, 5000)]
    assert keys == sorted(keys)
    assert all(fold(key) == key for key in keys if not key.startswith("the "))


def test_the_data_say_where_they_come_from() -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for path in DATA.iterdir():
        assert path.name == "README.md" or f"`{path.name}`" in text
    assert "CC BY 4.0" in text
