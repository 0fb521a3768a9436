"""Where names of actors begin and end in articles, and whose pieces they are not."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def actors(coded: Coder, text: str) -> dict[str, tuple[str | None, str | None]]:
    """Return state and sector of the actors of a text, by the words of their mentions."""
    article = coded(text)
    return {m.span.of(text): (m.actor.iso3, m.actor.sector) for m in article.mentions if m.actor}


def persons(coded: Coder, text: str) -> dict[str, str | None]:
    """Return the states of the persons of a text, by their name."""
    named = [m.actor for m in coded(text).mentions if m.actor and m.actor.is_person]
    return {actor.name: actor.iso3 for actor in named}


def parties(coded: Coder, text: str) -> set[str | None]:
    """Return the states of all parties of a text's events."""
    return {r.actor.iso3 for e in coded(text).events for r in (*e.actors, *e.recipients) if r.actor}


@pytest.mark.parametrize(
    ("text", "words", "iso3"),
    [
        ("NAIROBI - Ugandan soldiers attacked a village on Monday.", "Ugandan soldiers", "UGA"),
        ("QUITO - Peruvian lawmakers condemned the arrests.", "Peruvian lawmakers", "PER"),
        ("DAKAR, Senegal - Gambian troops attacked a village on Sunday.", "Gambian troops", "GMB"),
        ("Beirut - Syrian rebels freed two hostages on Monday.", "Syrian rebels", "SYR"),
        ("OSLO - Danish Foreign Minister Ana Berg met rebels.", "Danish Foreign Minister Ana Berg", "DNK"),
    ],
)
def test_an_actor_begins_behind_the_dash_of_a_dateline(coded: Coder, text: str, words: str, iso3: str) -> None:
    assert actors(coded, text)[words][0] == iso3


def test_a_hyphen_inside_a_name_parts_nothing(coded: Coder) -> None:
    assert "South Korea's Lee Nak-yon" in actors(coded, "South Korea's Lee Nak-yon met rebels on Monday.")


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("US special envoy for Sudan Ana Berg met rebels on Monday.", "Ana Berg", "USA"),
        ("Russian envoy to Belarus Boris Orlan criticised Poland on Monday.", "Boris Orlan", "RUS"),
        ("UN coordinator for Haiti Maria Lind urged donors to help.", "Maria Lind", "IGO"),
        ("German minister for development Karla Winz visited Kenya on Monday.", "Karla Winz", "DEU"),
        ("Vice-President of Colombia Rosa Marin met Cuban officials.", "Rosa Marin", "COL"),
        ("Speaker of the Georgian parliament Shalva Beridze criticised Hungary.", "Shalva Beridze", "GEO"),
        ("NATO envoy for Afghanistan Maurits Janse met ministers.", "Maurits Janse", "IGO"),
    ],
)
def test_who_is_named_behind_what_an_office_is_for_holds_it(coded: Coder, text: str, name: str, iso3: str) -> None:
    assert persons(coded, text)[name] == iso3


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("A spokesman for Israeli minister Dan Peretz criticised Iran.", "Dan Peretz", "ISR"),
        ("The Danish envoy gave a letter to Norwegian president Ola Lind on Monday.", "Ola Lind", "NOR"),
        ("The US lawyer for Chilean activist Maria Perez accused Cuba of torture.", "Maria Perez", "CHL"),
    ],
)
def test_another_person_behind_a_preposition_holds_no_office_before_it(
    coded: Coder, text: str, name: str, iso3: str
) -> None:
    assert persons(coded, text)[name] == iso3


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("North and South Korea held talks at Panmunjom on Monday.", {"PRK", "KOR"}),
        ("China urged North and South Korea to hold talks on Friday.", {"CHN", "PRK", "KOR"}),
        ("Talks between South and North Korea collapsed on Monday.", {"PRK", "KOR"}),
        ("North and South Sudan signed an agreement on Thursday.", {"SDN", "SSD"}),
        ("Seoul accused the North of firing missiles. North Korea is silent.", {"PRK", "KOR"}),
        ("North Korea said it was ready. The South rejected the offer.", {"KOR", "PRK"}),
    ],
)
def test_directions_stand_for_the_states_they_are_short_for(coded: Coder, text: str, states: set[str]) -> None:
    assert parties(coded, text) == states


@pytest.mark.parametrize(
    "text",
    [
        "The government sent troops to the North on Monday.",
        "The North attacked the South, a spokesman said.",
        "North Korea criticised the Global South on Monday.",
        "The North accused Yemen's government of breaking the truce. North Korea was silent.",
    ],
)
def test_a_bare_direction_is_else_no_state_and_no_town(coded: Coder, text: str) -> None:
    directions = {words: who for words, who in actors(coded, text).items() if words.split()[-1] in {"North", "South"}}
    assert {iso3 for iso3, _ in directions.values()} <= {None}


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("An American was arrested in Moscow on Monday.", "An American", "USA"),
        ("Police arrested a Briton on Monday.", "a Briton", "GBR"),
        ("Another Canadian was detained in China on Monday.", "Another Canadian", "CAN"),
        ("A court in Hamburg convicted a young Syrian on Monday.", "a young Syrian", "SYR"),
    ],
)
def test_one_of_a_people_is_a_citizen(coded: Coder, text: str, words: str, state: str) -> None:
    assert actors(coded, text)[words] == (state, "CVL")


def test_a_people_before_a_noun_or_with_the_is_no_single_citizen(coded: Coder) -> None:
    found = actors(coded, "Russia rejected an American plan on Monday. The Americans condemned the move.")
    assert found["American"] == found["The Americans"] == ("USA", "GOV")


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Kenya's vice-president, Ana Berg, met rebels on Monday.", "Kenya's vice-president", "KEN"),
        ("Ecuador's vice-president accused Peru on Monday.", "Ecuador's vice-president", "ECU"),
        ("The Palestinian vice-president met rebels.", "The Palestinian vice-president", "PSE"),
        ("Ghana's ex-president met rebels on Monday.", "Ghana's ex-president", "GHA"),
    ],
)
def test_a_hyphenated_office_is_one_with_its_state(coded: Coder, text: str, words: str, state: str) -> None:
    found = actors(coded, text)
    assert found[words][0] == state


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya Berg criticised the mayor on Monday.", "Kenya Berg"),
        ("India Walters accused the mayor of corruption.", "India Walters"),
    ],
)
def test_a_given_name_that_a_state_has_is_a_persons(coded: Coder, text: str, name: str) -> None:
    assert persons(coded, text) == {name: None}


def test_a_state_before_a_title_and_a_name_is_a_state(coded: Coder) -> None:
    assert persons(coded, "Kenya President Ana Berg met rebels on Monday.") == {"Ana Berg": "KEN"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Kazakh and Uzbek foreign ministers, Murat Orlan and Bakhtiyor Karim, signed an agreement on Monday.",
            {"Murat Orlan": "KAZ", "Bakhtiyor Karim": "UZB"},
        ),
        (
            "Ugandan and Rwandan army chiefs, Ana Berg and Ola Lind, held talks in Kigali.",
            {"Ana Berg": "UGA", "Ola Lind": "RWA"},
        ),
    ],
)
def test_peoples_in_a_list_go_with_the_names_behind_it(coded: Coder, text: str, people: dict[str, str]) -> None:
    assert persons(coded, text) == people


def test_a_hyphenated_office_is_written_as_in_the_text(coded: Coder) -> None:
    offices = {m.actor.office for m in coded("Kenya's vice-president Ana Berg met rebels.").mentions if m.actor}
    assert "vice-president" in offices


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Kenyan police broke up a rally in Nairobi. Foreign Minister Peter Otuoma met envoys.", "Peter Otuoma", "KEN"),
        ("Moldova held an election. Defence Minister Ion Rusu accused the opposition of fraud.", "Ion Rusu", "MDA"),
        ("Moldova held an election. Ion Rusu accused the opposition of fraud.", "Ion Rusu", None),
    ],
)
def test_an_officer_of_no_state_named_takes_that_around_him_and_a_bare_name_none(
    coded: Coder, text: str, name: str, state: str | None
) -> None:
    assert persons(coded, text)[name] == state


@pytest.mark.parametrize(
    ("text", "words", "iso3"),
    [
        ("Eritrea, whose army fought beside Ethiopian forces, took no part.", "whose army", "ERI"),
        ("Kenya, whose president condemned Rwanda, closed the road.", "whose president", "KEN"),
        ("The U.S.-led coalition bombed Raqqa on Thursday.", "The U.S.-led coalition", "USA"),
        ("The U.N.-led force attacked rebels in Congo.", "The U.N.-led force", "IGO"),
        ("A U.S.-backed militia attacked Manbij in Syria.", "A U.S.-backed militia", "SYR"),
    ],
)
def test_whose_and_led_tell_the_state(coded: Coder, text: str, words: str, iso3: str) -> None:
    assert actors(coded, text)[words][0] == iso3


def test_the_office_of_a_president_is_of_his_state_wherever_it_is(coded: Coder) -> None:
    text = "Aides of Nikol Pashinyan held talks with the administration of President Ilham Aliyev in Prague."
    assert parties(coded, text) == {"ARM", "AZE"}


def test_a_coalition_before_its_air_strike_acts(coded: Coder) -> None:
    assert "SAU" in parties(coded, "A Saudi-led coalition air strike killed 29 children in Yemen on Thursday.")
    assert "ISR" in parties(coded, "An Israeli army drone strike killed two men in Syria on Thursday.")
