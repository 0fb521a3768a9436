"""Towns that the recogniser takes for persons or bodies, parsed by the model and labelled by hand."""

from dataclasses import replace

import pytest

from regesta.annotate.mentions import find_mentions
from regesta.annotate.parse import ParseText
from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.resolve.actors import find_actors
from regesta.resolve.persons.knowledge import NOTHING, unpack
from regesta.resolve.places import find_places
from tests.builders import an_article

pytestmark = pytest.mark.model
STAGE = ParseText()


def read(text: str, **labels: str) -> Article:
    """Return an article with its actors and places, its names labelled as told; "_" stands for a space."""
    [article] = STAGE([an_article(text)])
    parse = article.parse
    assert parse is not None
    entities = [""] * len(parse)
    for name, label in labels.items():
        words = name.split("_")
        for first in range(len(parse) - len(words) + 1):
            if list(parse.words[first : first + len(words)]) == words:
                entities[first : first + len(words)] = [f"B-{label}", *[f"I-{label}"] * (len(words) - 1)]
    article = replace(article, parse=replace(parse, entities=tuple(entities)))
    article = replace(article, mentions=find_mentions(article))
    article = replace(article, mentions=find_actors(article, unpack(NOTHING)))
    return replace(article, mentions=find_places(article))


def named(article: Article, name: str) -> Mention:
    """Return the first mention of a name."""
    return next(m for m in article.mentions if m.name is not None and m.name.of(article.text) == name)


def actor_called(text: str, name: str, label: str, **others: str) -> Actor | None:
    """Return who a name of a text is, read with a label by the recogniser."""
    return named(read(text, **{name.replace(" ", "_"): label}, **others), name).actor


@pytest.mark.parametrize(
    ("text", "name", "label", "iso3"),
    [
        ("Shells hit Lviv overnight.", "Lviv", "PERSON", "UKR"),
        ("The army shelled Kherson again.", "Kherson", "ORG", "UKR"),
        ("Rebels seized Goma on Monday.", "Goma", "PERSON", "COD"),
        ("Government forces bombed Aleppo.", "Aleppo", "NORP", "SYR"),
        ("Troops besieged Kharkiv and Mykolaiv.", "Mykolaiv", "PERSON", "UKR"),
        ("Kyiv accused Moscow of bombing Odesa.", "Odesa", "PERSON", "UKR"),
        ("Fighters captured Bakhmut in May.", "Bakhmut", "PERSON", "UKR"),
        ("The paramilitaries entered El Fasher.", "El Fasher", "ORG", "SDN"),
        ("Militants fired rockets at Sderot.", "Sderot", "ORG", "ISR"),
        ("Rockets hit Ashkelon.", "Ashkelon", "PERSON", "ISR"),
        ("Tanks entered Rafah at dawn.", "Rafah", "PERSON", "PSE"),
        ("Jets bombed Khan Younis.", "Khan Younis", "PERSON", "PSE"),
        ("Soldiers raided Nablus before dawn.", "Nablus", "PERSON", "PSE"),
        ("Refugees fled to Bukavu.", "Bukavu", "PERSON", "COD"),
        ("A drone attack on Omdurman killed ten people.", "Omdurman", "ORG", "SDN"),
        ("Maiduguri, a city in the north, was quiet.", "Maiduguri", "PERSON", "NGA"),
        ("The siege of Taiz went on.", "Taiz", "PERSON", "YEM"),
        ("Residents of Kandahar buried the dead.", "Kandahar", "PERSON", "AFG"),
        ("A blast killed four in the town of Khanaqin.", "Khanaqin", "PERSON", "IRQ"),
    ],
)
def test_what_is_done_to_a_town_tells_it(text: str, name: str, label: str, iso3: str) -> None:
    article = read(text, **{name.replace(" ", "_"): label})
    mention = named(article, name)
    assert mention.actor is not None
    assert (mention.label, mention.actor.iso3, mention.actor.is_person) == ("GPE", iso3, False)
    assert mention.place is not None
    assert mention.place.iso3 == iso3


def test_a_small_town_needs_its_state_named() -> None:
    text = "Rebels attacked Marib."
    assert getattr(actor_called(text, "Marib", "PERSON"), "iso3", None) is None
    near = actor_called(f"{text} Yemen sent soldiers.", "Marib", "PERSON", Yemen="GPE")
    assert near is not None
    assert near.iso3 == "YEM"


def test_one_use_tells_of_all_mentions() -> None:
    article = read("Rebels besieged Goma. Talks on Goma failed.", Goma="PERSON")
    goma = [m.label for m in article.mentions if m.name is not None]
    assert goma == ["GPE", "GPE"]


def test_nobody_is_a_town_that_he_is_read_as() -> None:
    article = read("Rebels shelled Goma. He was furious.", Goma="PERSON")
    index = next(i for i, m in enumerate(article.mentions) if m.name is not None)
    linked = tuple(replace(m, antecedent=index) if m.form == "pronoun" else m for m in article.mentions)
    unread = replace(article, mentions=tuple(replace(m, label="PERSON") if m.name else m for m in linked))
    he = next(m for m in find_actors(unread, unpack(NOTHING)) if m.form == "pronoun")
    assert he.actor is None


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Critics attacked Bolton over the leak.", "Bolton", "PERSON"),  # a surname of officials
        ("Police hit Jackson in the face.", "Jackson", "PERSON"),
        ("Louis Goma resigned. Protesters attacked Goma in the street.", "Goma", "PERSON"),  # part of a longer name
        ("The rebels attacked Goma, who survived.", "Goma", "PERSON"),
        ("They captured Goma, the minister of defence.", "Goma", "PERSON"),
        ("Soldiers seized President Goma.", "Goma", "PERSON"),
        ("Lviv said on Monday that he was innocent. Police hit Lviv.", "Lviv", "PERSON"),  # towns do not say so
        ("The fund sold its stake in Mazeikiu last year.", "Mazeikiu", "ORG"),
        ("Lyon beat Lille on Sunday and then left Lille.", "Lille", "ORG"),  # clubs
        ("Labor quit the coalition. Voters left Labor.", "Labor", "ORG"),
        ("The Senate attacked Congress.", "Congress", "ORG"),
        ("Rebels attacked Wagner.", "Wagner", "ORG"),  # a body of that name
        ("The minister thanked Lviv.", "Lviv", "PERSON"),  # no use of a town
        ("Lawyers defended Santos in vain. Santos told reporters so.", "Santos", "PERSON"),
    ],
)
def test_names_that_are_not_used_as_a_town_is_stay_what_they_were(text: str, name: str, label: str) -> None:
    others = {"Louis_Goma": "PERSON"} if text.startswith("Louis") else {}
    article = read(text, **{name: label}, **others)
    assert {m.label for m in article.mentions if m.name is not None and m.name.of(article.text) == name} == {label}
