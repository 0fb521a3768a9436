from datetime import date

import pytest

from regesta.resolve.states.seats import load_seats
from regesta.resolve.states.states import load_states, state_code


@pytest.mark.parametrize(
    ("name", "iso3", "basis"),
    [
        ("Belarus", "BLR", "name"),
        ("Bielorrusia", "BLR", "name"),
        ("the United States", "USA", "name"),
        ("U.S.", "USA", "name"),
        ("DPRK", "PRK", "name"),
        ("Burma", "MMR", "name"),
        ("Soviet Union", "RUS", "name"),
        ("People's Republic of China", "CHN", "name"),
        ("Taiwan", "TWN", "name"),
        ("Kosovo", "XKX", "name"),
        ("Palestinian Authority", "PSE", "name"),
        ("Russians", "RUS", "demonym"),
        ("Frenchmen", "FRA", "demonym"),
        ("Nigerien", "NER", "demonym"),
        ("Nigerian", "NGA", "demonym"),
        ("MINSK", "BLR", "capital"),
        ("Kiev", "UKR", "capital"),
        ("the Kremlin", "RUS", "seat"),
        ("Quai d'Orsay", "FRA", "seat"),
        ("Abkhazia", "GEO", "region"),
        ("Chechens", "RUS", "region"),
    ],
)
def test_a_name_stands_for_its_state(name: str, iso3: str, basis: str) -> None:
    meaning = load_states().meaning(name)
    assert meaning is not None
    assert (meaning.iso3, meaning.basis) == (iso3, basis)


@pytest.mark.issue(4)
@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("kyiv", "UKR"), ("russia", "RUS"), ("ukrainian", "UKR"), ("moldovans", "MDA"), ("dutchmen", "NLD"),
        ("the united states", "USA"), ("south korean", "KOR"), ("türkiye", "TUR"), ("gaza", "PSE"), ("chile's", "CHL"),
    ],
)  # fmt: skip
def test_a_name_in_small_letters_stands_for_its_state(name: str, iso3: str) -> None:
    meaning = load_states().meaning(name)
    assert meaning is not None
    assert meaning.iso3 == iso3


@pytest.mark.issue(4)
@pytest.mark.parametrize("name", ["states", "poles", "male", "jordan", "chad", "inde", "chancellery", "a pink house"])
def test_words_names_of_persons_and_seats_need_a_capital_letter(name: str) -> None:
    assert load_states().meaning(name) is None


@pytest.mark.issue(4)
def test_every_such_word_would_be_a_state_with_a_capital_letter() -> None:
    states = load_states()
    assert [word for word in load_seats().words if states.meaning(word.title()) is None or word in states.small] == []


@pytest.mark.parametrize("name", ["us", "turkey", "polish", "china", "Brussels", "WHO", "Freedonia", ""])
def test_common_words_and_strangers_stand_for_no_state(name: str) -> None:
    assert load_states().meaning(name) is None


def test_a_capital_and_a_seat_bear_the_name_of_the_state() -> None:
    assert {m.name for n in ("Ankara", "Turkish", "Bestepe") if (m := load_states().meaning(n))} == {"Turkey"}


def test_breakaway_entities_belong_to_their_state() -> None:
    states = load_states()
    assert [m.sector for n in ("Abkhazia", "Scotland", "Capitol Hill") if (m := states.meaning(n))] == [
        "PRE", "GOV", "LEG",
    ]  # fmt: skip


def test_every_state_lies_somewhere() -> None:
    states = load_states().by_iso3.values()
    assert len(states) > 220
    assert all(-90 <= s.lat <= 90 and -180 <= s.lon <= 180 and s.geonameid > 0 for s in states)


@pytest.mark.parametrize(
    ("given", "expected"), [("rus", "RUS"), ("russia", "RUS"), ("Minsk", "BLR"), ("nowhere", None)]
)
def test_users_may_name_a_state_as_they_like(given: str, expected: str | None) -> None:
    assert state_code(given) == expected


@pytest.mark.parametrize(
    ("name", "day", "iso3", "state"),
    [
        ("Soviet", None, "RUS", "Soviet Union"),
        ("Czechoslovakia", date(2020, 1, 1), "CZE", "Czechoslovakia"),
        ("Moscow", date(1990, 5, 1), "RUS", "Soviet Union"),
        ("Moscow", date(1992, 5, 1), "RUS", "Russia"),
        ("Moscow", None, "RUS", "Russia"),
        ("Belgrade", date(2004, 1, 1), "SRB", "Serbia and Montenegro"),
        ("Congolese", date(1990, 1, 1), "COG", "Republic of the Congo"),
        ("Congolese", date(2005, 1, 1), "COD", "Democratic Republic of the Congo"),
        ("Bonn", date(1987, 1, 1), "DEU", "West Germany"),
        ("British Honduras", None, "BLZ", "British Honduras"),
    ],
)
def test_a_name_means_the_state_of_its_day(name: str, day: date | None, iso3: str, state: str) -> None:
    meaning = load_states().meaning(name, day)
    assert meaning is not None
    assert (meaning.iso3, meaning.name) == (iso3, state)


def test_a_city_that_is_no_capital_any_longer_stands_for_no_government() -> None:
    assert load_states().meaning("Almaty", date(1995, 1, 1))
    assert load_states().meaning("Almaty", date(2022, 1, 1)) is None


@pytest.mark.parametrize("word", ["Island", "Grenade", "Chili"])
def test_an_english_word_is_no_state_because_another_language_calls_one_so(word: str) -> None:
    assert load_states().meaning(word) is None
