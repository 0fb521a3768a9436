"""Names of towns that the recogniser takes for somebody's, told by how the article uses them.

A name that the gazetteer has is a town's where the article besieges it, is in it or calls it a city. What persons and
bodies suffer as well ("attacked Goma") tells it only of a larger town, or of one in a state that the article names.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import load_sectors
from regesta.resolve.mentions.misread import name_of
from regesta.resolve.names.actor_words import PLAIN_NAMES
from regesta.resolve.names.forms import fold, is_acronym
from regesta.resolve.names.spelling import likeness
from regesta.resolve.persons.knowledge import Known
from regesta.resolve.states.states import load_states
from regesta.resolve.toponyms.gazetteer import Toponym, load_gazetteer
from regesta.resolve.toponyms.place_lookup import GENERIC
from regesta.resolve.toponyms.place_uses import KNOWN_TOWN
from regesta.resolve.toponyms.town_uses import Use, is_inside, is_somebody, use_of

MISREAD_AS = frozenset({"PERSON", "ORG", "NORP"})
PLACE_BASES = frozenset({"capital", "region"})
PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers"})
SPELLED_ALIKE = 0.75  # "Khan Younis" and "Khan Yunis"; "Africa" is a further name of a town that is called otherwise
# People that a town must have: in a state that the article names, elsewhere, and where officials are called like it.
LEAST_NEAR = {Use.LIKELY: KNOWN_TOWN, Use.CLEAR: 5_000, Use.CALLED: 0}
LEAST_ELSEWHERE = {Use.LIKELY: 50_000, Use.CLEAR: KNOWN_TOWN, Use.CALLED: KNOWN_TOWN}
LEAST_OF_SURNAME = 50_000


def with_towns(article: Article, parse: Parse, known: Known, near: Collection[str]) -> list[Mention]:
    """Return the mentions of an article with the label of those "persons" and "bodies" corrected that are towns.

    A name is one town throughout: how any mention of it is used tells of all.

    Args:
        article: An article with its mentions.
        parse: Its parse.
        known: What is known of persons and bodies.
        near: The states it names.
    """
    by_name: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in article.mentions:
        if mention.name is not None:
            by_name[name_of(article.text, mention)].append(mention)
    bodies = filter(None, map(known.bodies.find, by_name))
    states = {*near, *(body.organization.iso3 or "" for body in bodies)}
    persons = parts_of_persons(by_name)
    towns = {
        name
        for name, mentions in by_name.items()
        if any(m.label in MISREAD_AS for m in mentions)
        and name not in persons
        and is_town(name, max(use_of(parse, m) for m in mentions), states, known)
        and not any(is_somebody(parse, m) for m in mentions)
    }
    found = {
        index: as_town(parse, m)
        for index, m in enumerate(article.mentions)
        if m.name and name_of(article.text, m) in towns and may_be_town(parse, m)
    }
    return [
        replace(m, antecedent=None) if m.antecedent in found and is_personal(parse, m) else found.get(index, m)
        for index, m in enumerate(article.mentions)
    ]


def parts_of_persons(by_name: Mapping[str, Sequence[Mention]]) -> set[str]:
    """Return the words of the longer names of persons: "Goma" is no town beside "Louis Goma"."""
    persons = (name for name, mentions in by_name.items() if any(m.label == "PERSON" for m in mentions))
    return {word for name in persons for word in name.split() if word != name}


def town_of(name: str, known: Known) -> Toponym | None:
    """Return the largest town that is called by a name, or by one spelled alike; None where something else is meant."""
    meaning = load_states().meaning(name)
    if (meaning is not None and meaning.basis not in PLACE_BASES) or known.bodies.find(name) is not None:
        return None
    if is_acronym(name) or not name[-1:].isalnum() or is_word(name.lower()):
        return None
    towns = [place for place in load_gazetteer().find(name) if place.kind == "town"]
    called = (t for t in towns if meaning or fold(t.name) == fold(name) or likeness(t.name, name) >= SPELLED_ALIKE)
    return next(called, None)


def is_word(name: str) -> bool:
    """Tell whether a name is an ordinary word, or one of the names of bodies: "Congress"."""
    return name in PLAIN_NAMES or name in GENERIC or name in load_sectors().nouns


def is_town(name: str, use: Use, states: Collection[str], known: Known) -> bool:
    """Tell whether a name is a town's, by its use, by how many live there, and by the states that the article names."""
    is_surname = fold(name) in known.offices.by_surname
    if use is Use.UNCLEAR or (use is Use.LIKELY and is_surname):
        return False
    town = town_of(name, known)
    if town is None:
        return False
    if load_states().meaning(name) is not None:
        return True  # a capital, or a part of a state
    if town.iso3 in states:
        return town.population >= LEAST_NEAR[use]
    return town.population >= (LEAST_OF_SURNAME if is_surname else LEAST_ELSEWHERE[use])


def may_be_town(parse: Parse, mention: Mention) -> bool:
    """Tell whether a mention may be of the town of its name: a body that does something may be called like the town."""
    if mention.label == "ORG" and parse.deps[mention.head] == "nsubj":
        return parse.lemmas[parse.heads[mention.head]] in {"be", "fall"}
    return mention.label in MISREAD_AS


def is_personal(parse: Parse, mention: Mention) -> bool:
    """Tell whether a mention is a pronoun that no town goes by: "he"."""
    return mention.form == "pronoun" and parse.words[mention.head].lower() in PERSONAL


def as_town(parse: Parse, mention: Mention) -> Mention:
    """Return a mention as that of a town; behind a preposition of place it is no party."""
    is_place = mention.kind == "actor" and is_inside(parse, mention)
    return replace(mention, label="GPE", kind="place" if is_place else mention.kind)
