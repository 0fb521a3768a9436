from dataclasses import replace
from datetime import date

import pytest

from regesta.model.office import OfficeHolding
from regesta.resolve.asked.free_phrases import resolve_phrase, singular
from regesta.resolve.persons.knowledge import NOTHING, Known, unpack
from regesta.resolve.persons.offices import indexed


def test_a_title_tells_state_and_sector() -> None:
    actor = resolve_phrase("French President Emmanuel Macron").actor
    assert actor is not None
    assert (actor.iso3, actor.sector) == ("FRA", "GOV")


def test_a_government_is_its_state() -> None:
    actor = resolve_phrase("the Russian government").actor
    assert actor is not None
    assert (actor.name, actor.entity) == ("Russia", "state:RUS")


def test_an_organ_has_an_id_that_names_its_state() -> None:
    actor = resolve_phrase("the Turkish parliament").actor
    assert actor is not None
    assert (actor.name, actor.entity) == ("Turkish parliament", "org:turkey-parliament")


def test_a_home_state_fills_what_the_words_leave_open() -> None:
    actor = resolve_phrase("riot police", home="ARG").actor
    assert actor is not None
    assert (actor.iso3, actor.sector, actor.basis) == ("ARG", "COP", "surroundings")


@pytest.mark.parametrize("phrase", ["puppies", "", "a ball of string", "Sam Zuchowski"])
def test_no_actor_is_none(phrase: str) -> None:
    assert resolve_phrase(phrase).actor is None


@pytest.mark.parametrize(
    ("plural", "expected"),
    [("ministries", "ministry"), ("troops", "troop"), ("Gunmen", "gunman"), ("police", "police")],
)
def test_plurals_become_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@pytest.mark.parametrize(
    ("phrase", "person", "iso3", "office", "entity"),
    [
        ("French President Marc Orhan", "Marc Orhan", "FRA", "President", "person:marc-orhan"),
        ("Lithuania’s president Jonas Orhanas", "Jonas Orhanas", "LTU", "president", "person:jonas-orhanas"),
        ("Marc Orhan, president of France", "Marc Orhan", "FRA", "president", "person:marc-orhan"),
        ("Sen. Ana Orhan", "Ana Orhan", None, None, "person:ana-orhan"),
    ],
)
def test_a_title_and_a_name_are_a_person(phrase: str, person: str, iso3: str | None, office: str, entity: str) -> None:
    found = resolve_phrase(phrase)
    assert found.person == person
    assert found.actor is not None
    assert (found.actor.iso3, found.actor.office, found.actor.entity) == (iso3, office, entity)


def test_a_known_person_cites_what_is_known() -> None:
    found = resolve_phrase("Hu Jintao", day=date(2006, 12, 1))
    assert found.actor is not None
    assert (found.actor.iso3, found.actor.basis) == ("CHN", "office")
    assert "told by 16 articles 2005-11-10 to 2006-12-11; news, " in found.reasons[0]


def test_a_bare_surname_needs_a_day() -> None:
    assert resolve_phrase("Chirac").actor is None
    assert resolve_phrase("Chirac", day=date(2006, 12, 1)).actor is not None


def test_a_name_nobody_knows_gets_the_country_given_with_little_confidence() -> None:
    found = resolve_phrase("the PXQ", home="MEX")
    assert found.actor is not None
    assert (found.actor.iso3, found.actor.entity, found.actor.confidence) == ("MEX", None, 0.4)
    assert found.reasons == ("MEX is the country given",)


def test_an_adjective_that_is_a_noun_too_makes_no_person_of_a_body() -> None:
    actor = resolve_phrase("the National Guard").actor
    assert actor is not None
    assert actor.sector == "MIL"


def test_an_organ_of_a_state_that_is_no_more_bears_its_name() -> None:
    found = resolve_phrase("the Soviet army")
    assert found.actor is not None
    assert (found.actor.name, found.actor.iso3) == ("Soviet army", "RUS")
    assert "Soviet: demonym, Soviet Union (RUS), a state until 1991-12-26" in found.reasons


@pytest.mark.parametrize(
    ("phrase", "iso3", "sector", "basis"),
    [
        ("the secretary of state", "USA", "GOV", "title"),
        ("the Mexican secretary of state", "MEX", "GOV", "demonym"),
        ("the Georgian Security Council", "GEO", "GOV", "demonym"),
        ("the UN Security Council", "IGO", "IGO", "organization"),
    ],
)
def test_an_office_or_council_is_that_of_its_state(phrase: str, iso3: str, sector: str, basis: str) -> None:
    actor = resolve_phrase(phrase).actor
    assert actor is not None
    assert (actor.iso3, actor.sector, actor.basis) == (iso3, sector, basis)


def knowing(*told: OfficeHolding) -> Known:
    return replace(unpack(NOTHING), offices=indexed(told))


def a_minister(iso3: str, support: int = 1, office: str = "Foreign Minister") -> OfficeHolding:
    return OfficeHolding(
        person="Yaw Darko-Boro", office=office, iso3=iso3, sector="GOV", first=date(2024, 2, 4), last=date(2024, 2, 4),
        support=support, citation=f"{iso3.lower()}:0-9", source="register",
    )  # fmt: skip


@pytest.mark.parametrize("phrase", ["Yaw Darko-Boro", "Darko-Boro"])
def test_most_reports_hold_and_the_others_stand_among_the_reasons(phrase: str) -> None:
    found = resolve_phrase(phrase, day=date(2024, 3, 1), known=knowing(a_minister("GHA", 2), a_minister("TGO")))
    assert found.actor is not None
    assert (found.actor.iso3, found.actor.office) == ("GHA", "Foreign Minister")
    assert any(reason.startswith("told otherwise: ") and "(TGO)" in reason for reason in found.reasons)


def test_one_report_against_one_is_undecided_and_shows_both() -> None:
    known = knowing(a_minister("GHA"), a_minister("TGO"))
    found = resolve_phrase("Yaw Darko-Boro", day=date(2024, 3, 1), known=known)
    assert found.actor is None
    assert found.reasons[-1] == "Yaw Darko-Boro: of which state is undecided"
    assert {iso3 for iso3 in ("GHA", "TGO") if any(f"({iso3})" in reason for reason in found.reasons)} == {"GHA", "TGO"}


def test_two_offices_told_alike_leave_the_state() -> None:
    known = knowing(a_minister("GHA"), a_minister("GHA", office="Ambassador"))
    found = resolve_phrase("Yaw Darko-Boro", day=date(2024, 3, 1), known=known)
    assert found.actor is not None
    assert (found.actor.iso3, found.actor.sector, found.actor.office) == ("GHA", "GOV", None)
    assert found.reasons[-1] == "Yaw Darko-Boro: which office is undecided"


def test_the_surname_of_a_head_about_then_is_no_town() -> None:
    assert told_of("Bush", date(2006, 12, 1)) == ("USA", "person:george-w-bush")
    assert told_of("Bush", date(1950, 12, 1)) == ("EGY", None)
    assert told_of("Lyon", date(2006, 12, 1)) == ("FRA", None)


def test_a_surname_before_its_bearers_time_has_a_state_and_no_id() -> None:
    assert told_of("President Kabila", date(1998, 6, 1)) == ("COD", None)
    assert told_of("President Kabila", date(2010, 6, 1)) == ("COD", "person:joseph-kabila")


def told_of(phrase: str, day: date) -> tuple[str | None, str | None]:
    actor = resolve_phrase(phrase, day=day).actor
    return (actor.iso3, actor.entity) if actor else (None, None)


@pytest.mark.parametrize(
    ("phrase", "person", "iso3"),
    [
        ("Vice-President of Colombia Rosa Marin", "Rosa Marin", "COL"),
        ("Speaker of the Georgian parliament Nino Beridze", "Nino Beridze", "GEO"),
        ("Head of Ukraine's presidential office Ivan Koval", "Ivan Koval", "UKR"),
        ("ex-President of Ghana Kofi Orlan", "Kofi Orlan", "GHA"),
        ("Russian envoy to Belarus Boris Orlan", "Boris Orlan", "RUS"),
        ("President of South Sudan Deng Orlan", "Deng Orlan", "SSD"),
    ],
)
def test_a_name_behind_what_an_office_is_of_is_its_holders(phrase: str, person: str, iso3: str) -> None:
    found = resolve_phrase(phrase)
    assert found.actor is not None
    assert (found.person, found.actor.iso3) == (person, iso3)


@pytest.mark.parametrize(
    "phrase",
    [
        "the president of South Africa",
        "leader of the Democratic Unionist Party",
        "Minister of Defence of the Republic of Korea",
        "head of the United Nations World Food Programme",
    ],
)
def test_the_end_of_a_bodys_name_is_no_persons(phrase: str) -> None:
    assert resolve_phrase(phrase).person is None


@pytest.mark.parametrize("phrase", ["Jordan Orlan", "Chad Wolf", "Paris Berg", "Victoria Lind", "Tom Holland"])
def test_a_persons_name_with_a_states_in_it_tells_no_state(phrase: str) -> None:
    found = resolve_phrase(phrase)
    assert found.actor is not None
    assert (found.person, found.actor.iso3, found.actor.is_person) == (phrase, None, True)


@pytest.mark.parametrize(
    ("phrase", "iso3"),
    [("Kenya Airways", "KEN"), ("Chad Army", "TCD"), ("Jordan River", "JOR"), ("Greater London", "GBR")],
)
def test_a_states_name_before_a_common_word_tells_the_state(phrase: str, iso3: str) -> None:
    found = resolve_phrase(phrase)
    assert found.actor is not None
    assert (found.person, found.actor.iso3) == (None, iso3)


@pytest.mark.parametrize(
    "phrase",
    ["the Socialist government of Salvador Allende", "supporters of Chad Orlan", "the cabinet of Georgia Lind"],
)
def test_a_given_name_that_a_state_has_tells_no_state_behind_of(phrase: str) -> None:
    found = resolve_phrase(phrase)
    assert found.actor is not None
    assert found.actor.iso3 is None


@pytest.mark.parametrize(
    ("phrase", "iso3"),
    [
        ("the army of Israel", "ISR"),
        ("head of Israel Police", "ISR"),
        ("head of Kenya Airways", "KEN"),
        ("the government of San Salvador", "SLV"),
    ],
)
def test_a_states_name_behind_of_tells_the_state(phrase: str, iso3: str) -> None:
    found = resolve_phrase(phrase)
    assert found.actor is not None
    assert found.actor.iso3 == iso3


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("phrase", "iso3", "sector"),
    [
        ("World Food Programme director", "IGO", "IGO"),
        ("the CIA director", "USA", "SPY"),
        ("Gulf Cartel gunmen", "MEX", "CRM"),
        ("Amnesty International researcher", "NGO", "NGO"),
        ("Hamas-run health ministry", "PSE", "REB"),
        ("Chinese-owned company", "CHN", "BUS"),
        ("House of Representatives of Belarus", "BLR", "LEG"),
        ("Confederation of Kenyan Trade Unions", "KEN", "LAB"),
        ("Union Bank of Nigeria", "NGA", "BUS"),
        ("US Deputy Treasury Secretary", "USA", "GOV"),
        ("British shadow chancellor", "GBR", "OPP"),
        ("Nigerian schoolchildren", "NGA", "CVL"),
        ("Argentine soybean producers", "ARG", "AGR"),
        ("South Korean shipbuilder", "KOR", "BUS"),
        ("Spain's royal household", "ESP", "GOV"),
        ("a Kenyan news agency", "KEN", "JRN"),
        ("Kenya's mayor-elect", "KEN", "GOV"),
        ("Philippine weather bureau", "PHL", "GOV"),
        ("the Kenyan prison authorities", "KEN", "COP"),
        ("Kenyan midwives", "KEN", "MED"),
    ],
)
def test_what_a_noun_is_of_tells_the_sector(phrase: str, iso3: str, sector: str) -> None:
    actor = resolve_phrase(phrase).actor
    assert actor is not None
    assert (actor.iso3, actor.sector) == (iso3, sector)


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("film director", "SOC"),
        ("a state-run broadcaster", "JRN"),
        ("the West Bank council", "UNK"),
        ("Chief of Staff of the Lebanese army", "MIL"),
    ],
)
def test_other_directors_and_rulers_keep_their_sector(phrase: str, sector: str) -> None:
    actor = resolve_phrase(phrase).actor
    assert actor is not None
    assert actor.sector == sector


@pytest.mark.issue(5)
def test_a_person_called_like_an_office_is_a_person() -> None:
    assert resolve_phrase("Senator Ana King").person == "Ana King"
