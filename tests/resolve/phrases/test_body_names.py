from datetime import date

import pytest

from regesta.ontology.actor_sectors import Organization
from regesta.resolve.actors import find_actors
from regesta.resolve.asked.free_phrases import resolve_phrase
from regesta.resolve.persons.knowledge import NOTHING, unpack
from regesta.resolve.phrases.body_names import fullest_name, spells
from tests.resolve.reports import Said, a_report

TON = Organization(name="TON", sector="REB", aliases=("Tigers of the North",))


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("UN", "United Nations"),
        ("the U.N.", "United Nations"),
        ("the EU", "European Union"),
        ("IAEA", "International Atomic Energy Agency"),
        ("the UN Security Council", "United Nations Security Council"),
        ("NATO", "NATO"),
        ("Nato", "NATO"),
        ("the UN refugee agency", "UNHCR"),
        ("IMF", "International Monetary Fund"),
        ("the Islamic Resistance Movement", "Islamic Resistance Movement"),
        ("Hizbollah", "Hezbollah"),
        ("the Kurdistan Workers' Party", "Kurdistan Workers' Party"),
    ],
)
def test_a_body_has_its_fullest_usual_name(phrase: str, name: str) -> None:
    actor = resolve_phrase(phrase).actor
    assert actor is not None
    assert actor.name == name


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ([], "TON"),
        (["TON", "T.O.N."], "TON"),
        (["TON", "Tigers of the North"], "Tigers of the North"),
        (["the northern guerrilla group"], "TON"),
    ],
)
def test_initials_give_way_to_a_name_and_descriptions_to_initials(called: list[str], name: str) -> None:
    assert fullest_name(TON, called) == name


def test_a_spelling_that_differs_in_marks_alone_stays() -> None:
    body = Organization(name="Haaretz", sector="JRN")
    assert fullest_name(body, ["Ha'aretz"]) == "Ha'aretz"
    assert fullest_name(body, ["HAARETZ"]) == "Haaretz"


@pytest.mark.parametrize(
    ("name", "initials", "expected"),
    [
        ("National Salvation Party", "NSP", True),
        ("Tigers of the North", "TN", True),
        ("Anti-Corruption Bureau", "A.C.B.", True),
        ("National Salvation Party", "NLP", False),
    ],
)
def test_initials_are_the_capitals_of_a_name(name: str, initials: str, expected: bool) -> None:
    assert spells(name, initials) is expected


@pytest.mark.parametrize(
    ("phrase", "entity"),
    [
        ("the Hamas movement", "org:hamas"),
        ("Hezbollah militias", "org:hezbollah"),
        ("Lebanon's Hezbollah guerrillas", "org:hezbollah"),
        ("the Houthi movement", "org:houthis"),
        ("Taliban fighters", "org:taliban"),
        ("the Islamic State group", "org:islamic-state"),
        ("the NATO alliance", "org:nato"),
        ("the EU bloc", "org:european-union"),
        ("two Hezbollah guerrillas", None),
        ("12 Taliban fighters", None),
        ("a dozen FARC rebels", None),
        ("a Hamas militant", None),
        ("a UN agency", None),
        ("UN peacekeepers", None),
        ("Hamas leaders", None),
        ("the EU delegation", None),
    ],
)
def test_a_noun_that_only_says_the_kind_of_body_makes_no_other_one(phrase: str, entity: str | None) -> None:
    actor = resolve_phrase(phrase, day=date(2019, 6, 1)).actor
    assert actor is not None
    assert actor.entity == entity


@pytest.mark.parametrize(
    ("phrase", "iso3", "entity"),
    [
        ("the Russian Security Council", "RUS", "org:russia-security-council"),
        ("Iran's Security Council", "IRN", "org:iran-security-council"),
        ("the UN Security Council", "IGO", "org:united-nations-security-council"),
        ("the Security Council", "IGO", "org:united-nations-security-council"),
        ("the Kenya Red Cross", "KEN", "org:kenya-red-cross"),
        ("Lebanon's Hezbollah", "LBN", "org:hezbollah"),
    ],
)
def test_a_states_own_body_is_no_namesake_of_no_state(phrase: str, iso3: str, entity: str) -> None:
    actor = resolve_phrase(phrase).actor
    assert actor is not None
    assert (actor.iso3, actor.entity) == (iso3, entity)


def test_his_security_council_is_that_of_his_state() -> None:
    article = a_report(
        "Then Latvian President Janis Ozols spoke. Later his Security Council met.",
        Said("Latvian President Janis Ozols", "PERSON", "Janis Ozols"), Said("his Security Council", "ORG", "Council"),
        Said("his", like="Latvian President Janis Ozols"),
    )  # fmt: skip
    found = {m.span.of(article.text): m.actor for m in find_actors(article, unpack(NOTHING))}
    actor = found["his Security Council"]
    assert actor is not None
    assert (actor.name, actor.iso3, actor.sector) == ("Latvian security council", "LVA", "GOV")


def test_an_article_gives_all_mentions_of_a_body_its_fullest_name() -> None:
    article = a_report(
        "Then the PKK fought on. But the Kurdistan Workers' Party lost.",
        Said("the PKK", "ORG", "PKK"), Said("the Kurdistan Workers' Party", "ORG", "Kurdistan Workers"),
    )  # fmt: skip
    names = {m.actor.name for m in find_actors(article, unpack(NOTHING)) if m.actor}
    assert names == {"Kurdistan Workers' Party"}
