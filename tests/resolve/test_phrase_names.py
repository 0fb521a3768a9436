"""Names of bodies, parts of states, peoples and former officials in phrases that stand alone."""

from datetime import date

import pytest

from regesta.model.entity import Actor
from regesta.resolve.asked.free_phrases import resolve_phrase
from regesta.resolve.phrases.phrase_parts import province_meaning, town_meaning
from regesta.resolve.states.states import load_states

DAY = date(2022, 6, 1)


def actor_of(phrase: str) -> Actor:
    actor = resolve_phrase(phrase, day=DAY).actor
    assert actor is not None
    return actor


@pytest.mark.parametrize(
    ("phrase", "iso3", "sector"),
    [
        ("Social Democratic Party of Germany", "DEU", "PTY"),
        ("Christian Democratic Party", None, "PTY"),
        ("People's Democratic Party", None, "PTY"),
        ("the Norwegian Labour Party", "NOR", "PTY"),
        ("Norway's Labour Party", "NOR", "PTY"),
        ("Labour Party of Norway", "NOR", "PTY"),
        ("the ruling Labour Party", "GBR", "PTY"),
        ("British Labour Party", "GBR", "PTY"),
        ("Agricultural Bank of China", "CHN", "BUS"),
        ("Liberal Democrats", "GBR", "PTY"),
        ("Republican National Committee", "USA", "PTY"),
    ],
)
def test_a_party_is_not_another_one_whose_name_it_contains(phrase: str, iso3: str | None, sector: str) -> None:
    actor = actor_of(phrase)
    assert (actor.iso3, actor.sector) == (iso3, sector)


def test_parties_of_two_states_with_one_name_are_two() -> None:
    assert len({actor_of(p).entity for p in ("the Norwegian Labour Party", "British Labour Party")}) == 2
    assert actor_of("Norway's Labour Party").entity == actor_of("the Norwegian Labour Party").entity


@pytest.mark.parametrize(
    ("phrase", "iso3", "sector"),
    [
        ("Air France", "FRA", "BUS"),
        ("Radio Pakistan", "PAK", "JRN"),
        ("Bank Indonesia", "IDN", "GOV"),
        ("Central Bank of Nigeria", "NGA", "GOV"),
        ("Bank of Mexico", "MEX", "GOV"),
        ("Bank of China", "CHN", "BUS"),
        ("Nazi Germany", "DEU", "GOV"),
        ("arch-rival Pakistan", "PAK", "GOV"),
    ],
)
def test_a_body_called_after_a_state_is_not_the_state(phrase: str, iso3: str, sector: str) -> None:
    actor = actor_of(phrase)
    assert (actor.iso3, actor.sector) == (iso3, sector)


@pytest.mark.parametrize(
    ("phrase", "iso3", "name", "entity"),
    [
        ("the Scottish government", "GBR", "Scottish government", "org:scottish-government"),
        ("Bavarian police", "DEU", "Bavarian police", None),
        ("Texas officials", "USA", "Texas officials", None),
        ("the state of Kerala", "IND", "Kerala", "org:kerala"),
        ("Geneva", "CHE", "Geneva", "org:geneva"),
        ("Western Australia", "AUS", "Western Australia", "org:western-australia"),
        ("the British government", "GBR", "United Kingdom", "state:GBR"),
    ],
)
def test_a_part_of_a_state_is_not_the_state(phrase: str, iso3: str, name: str, entity: str | None) -> None:
    actor = actor_of(phrase)
    assert (actor.iso3, actor.name, actor.entity) == (iso3, name, entity)


@pytest.mark.parametrize(
    ("people", "iso3"),
    [("Bavarian", "DEU"), ("Sicilian", "ITA"), ("Texan", "USA"), ("Tuscan", "ITA"), ("Sindhi", "PAK")],
)
def test_the_people_of_a_province_tells_its_state(people: str, iso3: str) -> None:
    meaning = province_meaning(people)
    assert meaning is not None
    assert meaning.iso3 == iso3


@pytest.mark.parametrize("word", ["Christian", "Republican", "Guardian", "Nazi", "Veteran", "bavarian", "New Texan"])
def test_other_words_are_the_people_of_no_province(word: str) -> None:
    assert province_meaning(word) is None


@pytest.mark.parametrize(
    ("phrase", "iso3"),
    [("Drug Enforcement Agency", None), ("First Minister", None), ("Federal Prosecutor", None),
     ("Independence Party", None), ("Rivers State governor", "NGA"), ("Split police", "HRV")],
)  # fmt: skip
def test_an_ordinary_word_before_others_is_no_town(phrase: str, iso3: str | None) -> None:
    assert actor_of(phrase).iso3 == iso3


def test_a_town_goes_by_the_name_it_is_written_with() -> None:
    meanings = [town_meaning(name) for name in ("Geneva", "GENEVA", "Shanghai", "Jiangxi Province")]
    assert [m.name for m in meanings if m] == ["Geneva", "Geneva", "Shanghai", "Jiangxi"]


@pytest.mark.parametrize(
    ("phrase", "iso3", "sector"),
    [
        ("Rohingya refugees", "MMR", "REF"),
        ("Coptic Christians", "EGY", "CVL"),
        ("Hazaras", "AFG", "CVL"),
        ("Mapuche activists", "CHL", "SOC"),
        ("the Dalit leader", "IND", "CVL"),
        ("a Dinka militia", "SSD", "REB"),
    ],
)
def test_a_people_of_one_state_tells_that_state(phrase: str, iso3: str, sector: str) -> None:
    actor = actor_of(phrase)
    assert (actor.iso3, actor.sector) == (iso3, sector)
    assert not (actor.entity or "").startswith("state:")


def test_peoples_are_no_people_of_whole_states() -> None:
    states = load_states()
    meanings = [states.meaning(name) for name in ("Rohingya", "Rohingyas", "Maori", "Zulus")]
    assert [m.basis for m in meanings if m] == ["people"] * 4


@pytest.mark.parametrize(
    ("phrase", "iso3"),
    [
        ("former Secretary of State", "USA"),
        ("former US Secretary of State", "USA"),
        ("ex-minister", None),
        ("Spain's ex-president", "ESP"),
        ("former chancellor of the exchequer", "GBR"),
    ],
)
def test_who_held_an_office_is_no_government_any_more(phrase: str, iso3: str | None) -> None:
    actor = actor_of(phrase)
    assert (actor.iso3, actor.sector) == (iso3, "ELI")


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [("director-general", "GOV"), ("vice-president", "GOV"), ("secretary-general", "UNK"), ("attorney-general", "GOV")],
)
def test_a_hyphen_in_an_office_is_a_space(phrase: str, sector: str) -> None:
    assert actor_of(phrase).sector == sector


@pytest.mark.parametrize(
    ("phrase", "entity", "iso3", "sector"),
    [
        ("ISWAP", "org:islamic-state-west-africa-province", "NGA", "REB"),
        ("Naxalite rebels", "org:naxalites", "IND", "REB"),
        ("MS-13", "org:ms-13", "SLV", "CRM"),
        ("the Sinaloa cartel", "org:sinaloa-cartel", "MEX", "CRM"),
        ("AfD", "org:alternative-for-germany", "DEU", "PTY"),
        ("SNP", "org:scottish-national-party", "GBR", "PTY"),
        ("Bundesbank", "org:deutsche-bundesbank", "DEU", "GOV"),
        ("Anglo American", "org:anglo-american", "GBR", "BUS"),
    ],
)
def test_parties_companies_and_gangs_are_known_by_name(phrase: str, entity: str, iso3: str, sector: str) -> None:
    actor = actor_of(phrase)
    assert (actor.entity, actor.iso3, actor.sector) == (entity, iso3, sector)


@pytest.mark.parametrize(
    ("name", "iso3", "sector"),
    [
        ("Marine Le Pen", "FRA", "PTY"),
        ("Raila Odinga", "KEN", "PTY"),
        ("Peter Obi", "NGA", "PTY"),
        ("Emmanuel Macron", "FRA", "GOV"),
        ("Paul Kagame", "RWA", "GOV"),
    ],
)
def test_who_stood_for_president_is_known_unless_in_office(name: str, iso3: str, sector: str) -> None:
    actor = actor_of(name)
    assert (actor.iso3, actor.sector) == (iso3, sector)


def test_the_bank_of_a_state_keeps_its_name() -> None:
    assert actor_of("Bank of Mexico").name == "Bank of Mexico"


def test_a_states_own_body_of_a_common_name_is_its_own() -> None:
    found = [actor_of(p) for p in ("U.S. Department of Justice", "the Philippine Department of Justice")]
    assert [a.name for a in found] == ["American Department of Justice", "Filipino Department of Justice"]
    assert len({a.entity for a in found}) == 2


def test_words_in_brackets_do_not_part_a_body_from_its_kind() -> None:
    assert actor_of("the Palestinian Islamic Jihad (PIJ) organization").entity == "org:islamic-jihad"


def test_part_of_a_body_is_neither_it_nor_its_state() -> None:
    actor = actor_of("the Hamas armed wing")
    assert (actor.name, actor.iso3) == ("Hamas armed wing", "PSE")
    assert actor.entity not in {"org:hamas", "state:PSE"}


@pytest.mark.parametrize(
    "phrase", ["Iran's ally", "an ally of Russia", "Iraq's old enemy", "Poland's Western neighbour"]
)
def test_who_is_named_by_his_relation_to_a_state_is_not_of_it(phrase: str) -> None:
    assert resolve_phrase(phrase, day=DAY).actor is None or actor_of(phrase).iso3 is None


def test_what_a_state_has_beside_a_relation_stays_its_own() -> None:
    assert actor_of("Iran's ally Hezbollah").entity == actor_of("Hezbollah").entity
    assert actor_of("the Russian foreign minister").iso3 == "RUS"
