from dataclasses import replace
from typing import Any

import pytest
from builders import a_role, an_article, an_event

from regesta.dedupe.compare import compare
from regesta.dedupe.described import description_of
from regesta.dedupe.subjects import subject_of
from regesta.dedupe.telling import Telling
from regesta.model.event import Event, Role
from regesta.ontology.descriptions import load_descriptions

STATE = "LVA"


def telling(
    id: str, sentence: str, trigger: str, roles: tuple[tuple[str, str, str | None], ...], **event: Any
) -> Telling:
    """A telling of one sentence; each role is its name, its words and the sector of a described actor of one state."""
    article = an_article(sentence, id=id)
    filled = tuple(a_role(article, name, words, iso3=STATE, sector=sector) for name, words, sector in roles)
    told = an_event(article, trigger, actor=None, recipient=None, roles=filled, **event)
    assert told.date
    return Telling(replace(told, date=replace(told.date, basis="expression")), None, sentence)


def protest(id: str, who: str, sector: str, verb: str = "marched", cause: str = "") -> Telling:
    """A protest in one city on one day."""
    sentence = f"{who} {verb} in Riga on Monday{cause}."
    return telling(id, sentence, verb, (("actor", who, sector),), type="PROTEST", mode="demo", place="Riga")


def killing(id: str, whom: str, sector: str, rest: str = "") -> Telling:
    """A killing in one city on one day."""
    roles = (("actor", "Gunmen", "REB"), ("recipient", whom, sector))
    return telling(id, f"Gunmen killed {whom} in Riga on Monday{rest}.", "killed", roles, type="ASSAULT", mode=None)


def signing(id: str, what: str) -> Telling:
    """What two states sign in one city on one day."""
    sentence = f"Poland and Lithuania signed {what} in Vilnius on Monday."
    article = an_article(sentence, id=id)
    roles = tuple(a_role(article, "actor", name) for name in ("Poland", "Lithuania"))
    told = an_event(article, "signed", roles=roles, type="SUPPORT", mode=None, quad=1, place="Vilnius")
    assert told.date
    return Telling(replace(told, date=replace(told.date, basis="expression")), None, sentence)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Farmers", "AGR"), ("Nurses", "MED")),
        (("Thousands of students", "CVL"), ("Some 300 pensioners", "CVL")),
        (("Taxi drivers", "CVL"), ("Hundreds of doctors", "MED")),
        (("Bus drivers", "LAB"), ("Dock workers", "LAB")),
        (("Coal miners", "LAB"), ("Hundreds of police officers", "COP")),
        (("Latvian teachers", "EDU"), ("Latvian truck drivers", "CVL")),
        (("Indigenous groups", "SOC"), ("University students", "EDU")),
    ],
)
def test_protests_of_others_are_not_the_same(left: tuple[str, str], right: tuple[str, str]) -> None:
    judgement = compare(protest("left", *left), protest("right", *right))
    assert judgement.verdict == "different"
    assert "described as others" in judgement.reasons[0]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Farmers", "AGR"), ("Hundreds of farmers", "AGR")),
        (("Students", "CVL"), ("Thousands of people", "CVL")),
        (("Students", "CVL"), ("About 4,000 protesters", "CVL")),
        (("Miners", "LAB"), ("Mine workers", "LAB")),
        (("Nurses", "MED"), ("Health workers", "MED")),
        (("Villagers", "CVL"), ("Local residents", "CVL")),
        (("Taxi drivers", "CVL"), ("Bus drivers", "LAB")),
        (("Garment workers", "LAB"), ("Workers of a garment factory", "LAB")),
        (("Civil servants", "GOV"), ("Public sector workers", "LAB")),
        (("Police", "COP"), ("Students", "CVL")),
    ],
)
def test_other_words_for_the_same_people_say_nothing_against(left: tuple[str, str], right: tuple[str, str]) -> None:
    judgement = compare(protest("left", *left), protest("right", *right))
    assert judgement.verdict == "same"


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (("six nuns", "REL"), ("four soldiers", "MIL"), "described as others"),
        (("three journalists", "JRN"), ("a trade union leader", "LAB"), "described as others"),
        (("seven people", "CVL"), ("two judges", "JUD"), "others in number"),
    ],
)
def test_others_killed_are_not_the_same(left: tuple[str, str], right: tuple[str, str], reason: str) -> None:
    judgement = compare(killing("left", *left), killing("right", *right))
    assert judgement.verdict == "different"
    assert reason in judgement.reasons[0]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("12 soldiers", "MIL"), ("12 troops", "MIL")),
        (("three migrants", "REF"), ("three refugees", "REF")),
        (("20 villagers", "CVL"), ("20 residents of a village", "CVL")),
        (("two judges", "JUD"), ("two people", "CVL")),
        (("at least 10 people", "CVL"), ("two judges", "JUD")),
        (("10 people", "CVL"), ("25 people", "CVL")),
        (("three policemen", "COP"), ("three police officers", "COP")),
    ],
)
def test_tolls_and_wider_words_are_compatible(left: tuple[str, str], right: tuple[str, str]) -> None:
    assert compare(killing("left", *left), killing("right", *right)).verdict == "same"


def test_what_else_both_sentences_say_leaves_others_to_a_person() -> None:
    detail = " at the granite quarry beside the abandoned monastery"
    told = [killing("left", "six nuns", "REL", detail), killing("right", "four soldiers", "MIL", detail)]
    assert compare(*told).verdict == "unsure"


def test_a_protest_is_of_those_whose_number_it_tells_not_of_the_police() -> None:
    sentence = "Riga police broke up a march on Monday; 6,000 students marched."
    article = an_article(sentence, id="right")
    actor = a_role(article, "actor", "Riga police", iso3=STATE, sector="COP")
    size = Role(name="size", span=actor.span, text="6,000 students")
    base = protest("right", "Pensioners", "CVL").event
    event: Event = replace(base, id="right", roles=(actor, size))
    other = protest("left", "Pensioners", "CVL")
    assert "described as others" in "; ".join(compare(other, Telling(event, None, sentence)).reasons)
    alike = protest("left", "Students", "CVL")
    assert "described as others" not in "; ".join(compare(alike, Telling(event, None, sentence)).reasons)


@pytest.mark.parametrize(
    ("left", "right", "is_one"),
    [
        ("an extradition agreement", "an agreement on wind power", False),
        ("a tax treaty", "an agreement on migration", False),
        ("a contract for 24 fighter jets", "an agreement on archaeological research", False),
        ("a fisheries agreement", "a fishing accord", True),
        ("an agreement on wind power", "a wind energy accord", True),
        ("an arms deal", "a deal for 26 fighter jets", True),
        ("a trade agreement", "an agreement on tariffs", True),
        ("a new bilateral agreement", "an agreement on migration", True),
        ("an agreement", "a tax treaty", True),
    ],
)
def test_agreements_on_other_things_are_others(left: str, right: str, is_one: bool) -> None:
    judgement = compare(signing("left", left), signing("right", right))
    assert (judgement.verdict == "same") is is_one
    assert ("agreements on other things" in judgement.reasons[0]) is not is_one


def test_what_an_agreement_is_about_stands_before_or_behind_it() -> None:
    assert set(subject_of("signed an extradition treaty in Paris").values()) == {"extradition"}
    assert set(subject_of("signed a deal on wind power with Chile").values()) == {"wind", "power"}
    assert not subject_of("signed a joint statement on trade")
    assert not subject_of("the two-year strategic partnership agreement")


def test_how_many_people_are_described() -> None:
    counts = {"two judges": 2, "a judge": 1, "1,200 people": 1200, "twenty-one miners": 21, "about 30 pupils": None}
    counts |= {"a dozen protesters": None, "dozens of nuns": None, "the judges": None}
    for words, count in counts.items():
        found = description_of(words, "CVL", False)
        assert found
        assert found.count == count, words


def test_of_a_named_state_only_what_else_is_said_describes() -> None:
    assert description_of("Sweden", None, True) is None
    found = description_of("French engineer", None, True)
    assert found
    assert found.noun == "engineer"


def test_kin_is_of_declared_sectors_and_includes_itself() -> None:
    kin = load_descriptions().kin
    assert "COP" in kin["MIL"]
    assert all(code in line for code, line in kin.items())
