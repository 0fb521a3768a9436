import pytest

from regesta.resolve.states import load_states, state_code


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
