"""Whole sentences: an act is placed where it is done, not where what it is about or another act is."""

import pytest

from regesta.coding.parties.located import is_clause_of_others
from regesta.model.event import Event
from tests.coding.conftest import Coder


def event_of(coded: Coder, text: str, event_type: str) -> Event:
    return next(event for event in coded(text).events if event.type == event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "name"),
    [
        ("Beijing police seized 300 weapons, and officers in Chengdu found another 200.", "COERCE", "Beijing"),
        ("Tehran police arrested 20 protesters, and students in Tabriz held a vigil.", "COERCE", "Tehran"),
        ("Berlin officials banned a march on Monday, and protesters gathered in Hamburg.", "COERCE", "Berlin"),
        ("Paris police arrested a man who had lived in Brussels.", "COERCE", "Paris"),
        ("Lagos police arrested four men in Abuja on Monday.", "COERCE", "Abuja"),
        ("Russian forces shelled Kherson on Monday, and drones were shot down over Odesa.", "ASSAULT", "Kherson"),
        ("Gunmen attacked a bus in Quetta on Monday, and the government blamed Afghanistan.", "ASSAULT", "Quetta"),
    ],
)
def test_a_deed_is_placed_in_its_own_clause(coded: Coder, text: str, event_type: str, name: str) -> None:
    place = event_of(coded, text, event_type).place
    assert place is not None
    assert place.place.name == name


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("French President Emmanuel Macron visited Egypt on Sunday for talks on the war in Gaza.", "EGY"),
        ("The Kenyan president discussed the conflict in Sudan with the British prime minister in London.", "GBR"),
        ("The German chancellor visited India on Monday to discuss the war in Ukraine.", "IND"),
        ("The Turkish foreign minister travelled to Iraq on Monday for talks about the situation in Syria.", "IRQ"),
    ],
)
def test_what_is_discussed_is_not_where_it_is_discussed(coded: Coder, text: str, iso3: str) -> None:
    place = event_of(coded, text, "CONSULT").place
    assert place is not None
    assert place.place.iso3 == iso3


def test_who_joins_does_not_do_so_where_others_deploy(coded: Coder) -> None:
    text = "Finland joined NATO on Tuesday, and Russia said it would deploy missiles in Kaliningrad."
    place = event_of(coded, text, "SUPPORT").place
    assert place is None or place.place.iso3 != "RUS"


def test_deeds_among_those_of_one_state_are_in_it(coded: Coder) -> None:
    text = "A Kenyan court jailed a Kenyan journalist on Friday. He had refused to leave for the United States."
    place = event_of(coded, text, "COERCE").place
    assert place is not None
    assert (place.place.iso3, place.basis) == ("KEN", "inferred")


@pytest.mark.parametrize(
    ("text", "event_type", "iso3"),
    [
        ("TEHRAN - Officials met on Monday. Israel bombed Sudan in 2009, the paper said.", "ASSAULT", "SDN"),
        ("PARIS (Baltic Wire) - Russia attacked Georgia in August 2008.", "ASSAULT", "GEO"),
        ("Talks opened in Vienna on Monday. Turkey shelled Syria on Sunday.", "ASSAULT", "SYR"),
        ("Talks opened in Vienna on Monday. Syria pulled its troops out of Lebanon in 2005.", "RETREAT", "LBN"),
        ("Talks opened in Vienna on Monday. Kenya deported two Somali envoys on Sunday.", "COERCE", "KEN"),
        ("Talks opened in Vienna on Monday. British police detained a Libyan diplomat.", "COERCE", "GBR"),
        ("Militants attacked US forces in Iraq on Monday, a day after talks in Vienna.", "ASSAULT", "IRQ"),
    ],
)
def test_a_deed_told_in_no_place_is_done_where_its_parties_tell(
    coded: Coder, text: str, event_type: str, iso3: str
) -> None:
    place = event_of(coded, text, event_type).place
    assert place is not None
    assert place.place.iso3 == iso3


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("UN says 12 peacekeepers killed in Mali ambush", "MLI"),
        ("Nine people were killed in Pakistan blasts on Monday, officials said.", "PAK"),
    ],
)
def test_a_state_before_a_bloody_deed_is_its_place_and_did_not_do_it(coded: Coder, text: str, iso3: str) -> None:
    event = event_of(coded, text, "ASSAULT")
    assert event.place
    assert (event.actors, event.place.place.iso3) == ((), iso3)


def test_a_state_in_capitals_before_a_deed_may_have_done_it(coded: Coder) -> None:
    event = event_of(coded, "The US bombing of Iraq killed nine people on Monday.", "ASSAULT")
    assert [role.actor.iso3 for role in event.actors if role.actor] == ["USA"]


@pytest.mark.parametrize(
    ("text", "event_type", "name"),
    [
        ("Myanmar's army seized power on Monday. Hundreds of Burmese migrants protested outside the Myanmar embassy in "
         "Bangkok.", "PROTEST", "Bangkok"),
        ("Syrian troops shelled rebel districts of Homs on Tuesday.", "ASSAULT", "Homs"),
        ("Rebels attacked the outskirts of Goma on Tuesday.", "ASSAULT", "Goma"),
        ("Chadian troops attacked a convoy of Libyan rebels near Abeche on Tuesday.", "ASSAULT", "Abeche"),
    ],
)  # fmt: skip
def test_a_deed_told_in_one_state_happened_there(coded: Coder, text: str, event_type: str, name: str) -> None:
    place = event_of(coded, text, event_type).place
    assert place is not None
    assert place.text == name


def test_a_place_that_only_somebody_speaks_of_is_not_where_the_story_goes_on(coded: Coder) -> None:
    text = (
        "Gunmen stormed a college in Charsadda on Monday. A commander said it was revenge for raids in Waziristan. "
        "Police arrested five men."
    )
    place = event_of(coded, text, "COERCE").place
    assert place is not None
    assert place.text == "Charsadda"


@pytest.mark.parametrize(
    ("text", "verb", "is_of_others"),
    [
        ("Police raided a warehouse, and officers found rifles in Kazan.", "found", True),
        ("Police raided a warehouse and found rifles in Kazan.", "found", False),
    ],
)
def test_only_a_clause_with_a_subject_of_its_own_is_of_others(
    coded: Coder, text: str, verb: str, is_of_others: bool
) -> None:
    parse = coded(text).parse
    assert parse is not None
    assert is_clause_of_others(parse, parse.words.index(verb), frozenset({"conj"})) is is_of_others
