import pytest

from regesta.resolve.asked.free_phrases import singular
from regesta.resolve.phrases.phrase_parts import Phrase
from regesta.resolve.phrases.phrases import Reading, read_phrase


def read(text: str) -> Reading:
    words = tuple(text.split())
    return read_phrase(Phrase(words, tuple(map(singular, words)), towns=True))


@pytest.mark.parametrize(
    ("text", "iso3", "sector"),
    [
        ("Russian troops", "RUS", "MIL"),
        ("four Russian soldiers", "RUS", "MIL"),
        ("Turkish parliament", "TUR", "LEG"),
        ("Israeli Foreign Minister", "ISR", "GOV"),
        ("Greek defense ministry", "GRC", "GOV"),
        ("Shanghai police", "CHN", "COP"),
        ("Lebanon 's Hezbollah militias", "LBN", "REB"),
        ("Shiite movement Hezbollah", "LBN", "REB"),
        ("NATO spokesman", "IGO", "IGO"),
        ("UN peacekeeping mission in southern Lebanon", "IGO", "IGO"),
        ("leader of Hamas", "PSE", "REB"),
        ("president of Ukraine", "UKR", "GOV"),
        ("government of Spain", "ESP", "GOV"),
        ("protesters in Minsk", "BLR", "CVL"),
        ("Russia 's ambassador to Poland", "RUS", "GOV"),
        ("Israeli army spokesman", "ISR", "MIL"),
        ("former French president", "FRA", "ELI"),
        ("arch-rival Pakistan", "PAK", "GOV"),
        ("11 Israelis", "ISR", "CVL"),
        ("South Ossetian leader", "GEO", "PRE"),
        ("German steel company", "DEU", "BUS"),
        ("US - led coalition", "USA", "MIL"),
        ("Saudi - led coalition against the Houthis", "SAU", "MIL"),
        ("Saudi - led coalition forces", "SAU", "MIL"),
        ("NATO - led force", "IGO", "IGO"),
        ("BJP - led coalition", "IND", "PTY"),
        ("US - led NATO", "IGO", "IGO"),
        ("BJP workers", "IND", "PTY"),
        ("Brussels", "IGO", "IGO"),
    ],
)
def test_a_phrase_tells_state_and_sector(text: str, iso3: str, sector: str) -> None:
    reading = read(text)
    assert (reading.iso3, reading.sector) == (iso3, sector)


@pytest.mark.issue(4)
@pytest.mark.parametrize(
    ("text", "iso3", "sector"),
    [
        ("latvian foreign minister", "LVA", "GOV"),
        ("the president of serbia", "SRB", "GOV"),
        ("kenya 's parliament", "KEN", "LEG"),
        ("protesters in tbilisi", "GEO", "CVL"),
        ("two hundred peruvians", "PER", "CVL"),
        ("governor of new mexico", "USA", "GOV"),
        ("leaders of latin america", None, "GOV"),
        ("turkey farmers", None, "AGR"),
        ("china shop owner", None, "BUS"),
        ("polish workers", None, "LAB"),
    ],
)
def test_a_phrase_in_small_letters_tells_its_state(text: str, iso3: str | None, sector: str) -> None:
    reading = read(text)
    assert (reading.iso3, reading.sector) == (iso3, sector)


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("international coalition", "MIL"),
        ("ruling coalition", "PTY"),
        ("coalition", "PTY"),
        ("Kosovo Albanians", "CVL"),
    ],
)
def test_a_phrase_tells_a_sector(text: str, sector: str) -> None:
    assert read(text).sector == sector


@pytest.mark.parametrize(
    "text", ["South American countries", "Latin American presidents", "Central African leaders", "African leaders"]
)
def test_a_part_of_the_world_is_no_state(text: str) -> None:
    assert read(text).iso3 is None


@pytest.mark.parametrize(
    ("text", "iso3"),
    [("South African leaders", "ZAF"), ("Central African army", "CAF"), ("American and African leaders", "USA")],
)
def test_states_called_like_a_part_of_the_world_are_states(text: str, iso3: str) -> None:
    assert read(text).iso3 == iso3


@pytest.mark.parametrize("text", ["African court", "European court of appeal", "European appeals court", "Arab Court"])
def test_a_court_of_a_part_of_the_world_may_be_of_any_state_there(text: str) -> None:
    assert read(text).iso3 is None


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("European Court of Auditors", "JUD"),
        ("international war crimes tribunal", "JUD"),
        ("West African Legislative Assembly", "LEG"),
        ("African Court on Human Rights", "JUD"),
        ("international court of arbitration", "IGO"),
        ("international working group", "IGO"),
        ("multinational committee", "IGO"),
    ],
)
def test_a_body_of_many_states_is_intergovernmental(text: str, sector: str) -> None:
    reading = read(text)
    assert (reading.iso3, reading.sector, reading.basis) == ("IGO", sector, "sector")


@pytest.mark.parametrize(
    "text",
    ["official working group", "centre-left alliance", "high court", "Western court", "Arab state 's parliament"],
)
def test_a_body_that_nothing_calls_intergovernmental_is_not(text: str) -> None:
    assert read(text).iso3 is None


def test_who_is_at_a_body_of_many_states_is_not_of_it() -> None:
    assert read("suspect at the UN tribunal").iso3 is None
    assert read("envoys from the UN").iso3 is None
    assert read("inspectors from the UN").iso3 == "IGO"


@pytest.mark.parametrize("text", ["embassy in Moscow", "troops in Lebanon", "ambassador to France"])
def test_where_an_embassy_stands_is_not_whose_it_is(text: str) -> None:
    assert read(text).iso3 is None


@pytest.mark.parametrize("text", ["pro - Russian separatists", "Iran - backed militia", "anti - American protesters"])
def test_whom_one_is_for_or_against_is_not_whose_one_is(text: str) -> None:
    assert read(text).iso3 is None


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Israeli Foreign Minister", "Foreign Minister"),
        ("Chinese foreign ministry spokesman", "foreign ministry spokesman"),
        ("Japanese Defense Agency chief", "Defense Agency chief"),
        ("US Secretary of State", "Secretary of State"),
        ("president of Ukraine", "president"),
        ("Russian soldiers", None),
        ("Turkish parliament", None),
    ],
)
def test_an_office_is_given_as_written(text: str, office: str | None) -> None:
    assert read(text).office == office


def test_words_that_name_no_actor_are_empty() -> None:
    assert read("a ball of string") == Reading()


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("Chief of Army Staff", "MIL"),
        ("the president's chief of staff", "GOV"),
        ("the State Councilor", "GOV"),
        ("a city councilor", "LEG"),
        ("warring parties", "UNK"),
        ("opposition parties", "OPP"),
        ("the ruling party", "PTY"),
        ("local NGOs", "NGO"),
        ("the chargé d'affaires", "GOV"),
    ],
)
def test_offices_and_sides_have_their_sector(phrase: str, sector: str) -> None:
    assert read(phrase).sector == sector
