"""Bodies in whole sentences: found where the recogniser misses them, one with what describes or abbreviates them."""

from datetime import date

import pytest

from regesta.model.entity import Actor
from regesta.resolve.actors import find_actors
from regesta.resolve.persons.knowledge import NOTHING, unpack
from regesta.run.coder import code
from tests.resolve.reports import Said, a_report


def actors_in(text: str) -> dict[str, Actor]:
    article = code(text, published="2021-06-01")
    return {mention.span.of(text): mention.actor for mention in article.mentions if mention.actor}


@pytest.mark.parametrize(
    ("description", "name", "label"),
    [
        ("the oil company", "Gazprom", "ORG"),
        ("the militant group", "Boko Haram", "PERSON"),
        ("the news agency", "Xinhua", "PERSON"),
        ("the separatist movement", "UNITA", "ORG"),
    ],
)
def test_what_stands_right_before_a_bodys_name_is_the_body(description: str, name: str, label: str) -> None:
    article = a_report(f"Then {description} {name} spoke.", Said(description), Said(name, label))
    described, named = (mention.actor for mention in find_actors(article, unpack(NOTHING)))
    assert described is not None
    assert named is not None
    assert (described.name, described.entity) == (name, named.entity)
    assert (named.entity or "").startswith("org:")


def test_a_description_apart_from_a_name_is_not_the_body() -> None:
    article = a_report("Then a movement, and Hamas, spoke.", Said("a movement"), Said("Hamas", "ORG"))
    described = find_actors(article, unpack(NOTHING))[0].actor
    assert described is None or described.entity != "org:hamas"


@pytest.mark.parametrize(("words", "label"), [("President Amal", "PERSON"), ("Ford", "PERSON")])
def test_a_person_may_be_called_like_a_body(words: str, label: str) -> None:
    article = a_report(f"Then {words} spoke.", Said(words, label, words.split()[-1]))
    actor = find_actors(article, unpack(NOTHING))[0].actor
    assert actor is not None
    assert (actor.entity or "").startswith("person:")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("The AU suspended Mali on Friday.", "The AU", "org:african-union"),
        ("The WHO warned Sudan about cholera.", "The WHO", "org:world-health-organization"),
        ("Ukraine said Gazprom had cut supplies.", "Gazprom", "org:gazprom"),
    ],
)
def test_bodies_that_the_recogniser_misses_are_found(text: str, words: str, entity: str) -> None:
    assert actors_in(text)[words].entity == entity


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "initials", "name"),
    [
        ("The National Salvation Party (NSP) met the king. The NSP said it would stay.", "The NSP",
         "National Salvation Party"),
        ("Envoys met leaders of the Southern Freedom Movement on Monday. The SFM rejected their offer.", "The SFM",
         "Southern Freedom Movement"),
        ("The Kurdistan Workers' Party (PKK) attacked a base. The PKK said so.", "The PKK", "Kurdistan Workers' Party"),
    ],
)  # fmt: skip
def test_initials_that_an_article_introduces_are_the_body(text: str, initials: str, name: str) -> None:
    assert actors_in(text)[initials].name == name


@pytest.mark.model
def test_a_recogniser_that_takes_an_article_for_a_name_makes_no_actor() -> None:
    assert "The" not in actors_in("The Taliban movement refused talks on Monday.")


@pytest.mark.model
def test_the_speaker_is_the_body_that_words_describe() -> None:
    article = code("The Hamas movement said on Monday it would answer.", published=date(2021, 6, 1))
    (said,) = article.statements
    assert said.speaker is not None
    assert said.speaker.actor is not None
    assert said.speaker.actor.name == "Hamas"


def test_a_party_that_others_are_called_like_needs_its_state_in_the_article() -> None:
    said = Said("the Labour Party", "ORG", "Labour Party")
    abroad = a_report("Then the Labour Party left. Israel voted. Israel counted.", said, Said("Israel", "GPE"))
    at_home = a_report("Then the Labour Party left. Britain voted.", said, Said("Britain", "GPE"))
    found = [find_actors(article, unpack(NOTHING))[0].actor for article in (abroad, at_home)]
    assert [actor.iso3 != "GBR" for actor in found if actor] == [True, False]


@pytest.mark.model
def test_fighters_of_a_group_of_no_state_are_of_the_state_around() -> None:
    fighters = actors_in("Iraqi forces bombed Islamic State fighters in Baghdad on Monday.")["Islamic State fighters"]
    assert (fighters.name, fighters.iso3) == ("Islamic State", "IRQ")
    group = actors_in("Iraqi forces bombed Islamic State in Baghdad on Monday.")["Islamic State"]
    assert (group.name, group.iso3) == ("Islamic State", None)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "initials", "name", "iso3"),
    [
        (
            "The Japanese Financial Services Agency fined the bank. The FSA asked for a plan.",
            "The FSA",
            "Japanese Financial Services Agency",
            "JPN",
        ),
        (
            "The Public Security Commission of Kenya banned the rally. The PSC warned the opposition.",
            "The PSC",
            "Public Security Commission of Kenya",
            "KEN",
        ),
    ],
)
def test_initials_that_an_article_spells_out_are_no_namesake(text: str, initials: str, name: str, iso3: str) -> None:
    actor = actors_in(text)[initials]
    assert (actor.name, actor.iso3) == (name, iso3)


@pytest.mark.model
def test_initials_that_no_name_of_the_article_spells_out_are_the_known_body() -> None:
    assert actors_in("Turkey met the FSA on Friday.")["the FSA"].name == "Free Syrian Army"


@pytest.mark.model
def test_initials_of_a_body_are_no_office_of_the_article() -> None:
    actors = actors_in("The American President met Chile's envoys. The AP said so on Friday.")
    assert actors["The AP"].name == "Associated Press"


@pytest.mark.issue(5)
def test_a_party_called_by_words_of_many_parties_is_known_beside_its_state() -> None:
    near = actors_in("South African lawmakers of the Democratic Alliance walked out.")["the Democratic Alliance"]
    far = actors_in("Serbian lawmakers of the Democratic Alliance walked out.")["the Democratic Alliance"]
    assert (near.iso3, far.iso3 == "ZAF") == ("ZAF", False)
