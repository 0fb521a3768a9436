"""Names that would be taken for somebody else's, told by the rest of the article: of persons, and in initials."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.written_names import capitals
from regesta.ontology.actor_sectors import Organization, load_sectors
from regesta.resolve.names.actor_words import OFFICES
from regesta.resolve.names.forms import is_acronym
from regesta.resolve.phrases.body_names import is_namesake
from regesta.resolve.states.states import load_states
from regesta.resolve.toponyms.gazetteer import load_gazetteer
from regesta.resolve.toponyms.place_uses import KNOWN_TOWN

IN_LISTS = frozenset({"conj"})


def with_people(text: str, parse: Parse, mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions with the label of those "places" corrected that are persons.

    Such a name is no known place, and bears a title ("President wa Kamoto") or is a word of such a name or of a
    person's: "Kamoto", beside "Bingo wa Kamoto".
    """
    found = [*mentions]
    titled = [m for m in found if m.label == "PERSON" or (is_unknown_place(text, m) and is_titled(parse, m))]
    titled += among_people(text, parse, found)
    words = {word for m in titled if m.name for word in m.name.of(text).split()}
    return [
        replace(m, label="PERSON") if is_unknown_place(text, m) and (m in titled or name_of(text, m) in words) else m
        for m in found
    ]


def with_bodies(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions with the label of those "persons" corrected that are organisations: "blamed **Gazprom**".

    The name is one word that `sectors.yaml` has, and no person of the article bears it with another.
    """
    found = [*mentions]
    longer = {name_of(text, m).split()[-1] for m in found if m.label == "PERSON" and " " in name_of(text, m)}
    return [
        replace(m, label="ORG") if m.label == "PERSON" and m.span == m.name and is_body(name_of(text, m), longer) else m
        for m in found
    ]


def is_body(name: str, surnames: Container[str]) -> bool:
    """Tell whether a single word is the name of a known organisation, and nobody's surname."""
    return name.istitle() and name not in surnames and name in names_of_bodies()


@lru_cache(maxsize=1)
def names_of_bodies() -> frozenset[str]:
    """Return the names of known organisations that are one word."""
    bodies = load_sectors().organizations.values()
    return frozenset(name for body in bodies for name in (body.name, *body.aliases) if " " not in name)


def among_people(text: str, parse: Parse, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the single-word "places" that no table has, listed in a sentence behind a person: "Obasanjo, **Mbeki**".

    A list of places mostly has one that is known.
    """
    names = {m.head: m for m in mentions if m.label in {"PERSON", "GPE"} and m.name is not None}
    found = []
    for head, mention in names.items():
        listed = [*members_of_list(parse, head)]
        known = [name_of(text, names[t]) for t in listed if t in names and names[t].label == "GPE"]
        is_unheard = mention.label == "GPE" and not any(map(is_in_tables, known)) and parse.deps[head] in IN_LISTS
        is_listed = is_unheard and len(listed) > 1 and parse.words[head].istitle()
        if is_listed and any(t in names and names[t].label == "PERSON" and t < head for t in over(parse, head)):
            found.append(mention)
    return found


def members_of_list(parse: Parse, token: int) -> Iterator[int]:
    """Yield the words of the list that a word is in, the first first."""
    token = parse.first_of_row(token)
    waiting = [token]
    while waiting:
        yield (token := waiting.pop())
        waiting += parse.governed(token, "conj")


def over(parse: Parse, name: int) -> Iterator[int]:
    """Yield the words that a name is listed with, or in the clause about: "**Obasanjo**, who chairs it, Mbeki"."""
    for above in parse.ancestors(name):
        yield above
        yield from parse.governed(above, "conj")


def is_in_tables(name: str) -> bool:
    """Tell whether a place or state of that name is known at all."""
    return load_states().meaning(name) is not None or any(True for _ in load_gazetteer().find(name))


def is_unknown_place(text: str, mention: Mention) -> bool:
    """Tell whether the recogniser takes a name for a place, which no table has."""
    if mention.label != "GPE" or mention.name is None:
        return False
    name = name_of(text, mention)
    places = load_gazetteer().find(name)
    return load_states().meaning(name) is None and not any(
        place.kind != "town" or place.population >= KNOWN_TOWN for place in places
    )


def name_of(text: str, mention: Mention) -> str:
    """Return the name of a mention without its possessive ending."""
    return (mention.name or mention.span).of(text).removesuffix("'s").removesuffix("’s")


def is_titled(parse: Parse, mention: Mention) -> bool:
    """Tell whether the title of an office stands right before a name, in its mention."""
    first = parse.tokens_in(mention.name or mention.span)[0]
    if first == 0 or parse.starts[first - 1] < mention.span.start:
        return False
    noun = load_sectors().nouns.get(parse.words[first - 1].lower())
    return noun is not None and noun.kind == "person" and noun.sector in OFFICES


def misread_names(article: Article, parse: Parse) -> dict[int, int]:
    """Return the names the recogniser takes for something else that are a person's, with the index of that mention.

    They are the last word of a person's name in the article; of those that `with_people` put right, any word of it.
    """
    ends: dict[str, int] = {}
    words: dict[str, int] = {}
    for index, mention in enumerate(article.mentions):
        name = mention.name.of(article.text).split() if mention.label == "PERSON" and mention.name else []
        if len(name) > 1 or (name and mention.span != mention.name):  # with a title, or a first name outside
            root = root_of(mention, index)
            ends.setdefault(name[-1], root)
            words.update({word: root for word in name if word not in words})
    found = {}
    for index, mention in enumerate(article.mentions):
        known = words if mention.label == "PERSON" and parse.entities[mention.head].endswith("GPE") else ends
        if mention.name and (known is words or mention.label != "PERSON"):
            root = known.get(name_of(article.text, mention), index)
            if root != index:
                found[index] = root
    return found


def root_of(mention: Mention, index: int) -> int:
    """Return the index of the fullest mention of the same actor."""
    return index if mention.antecedent is None else mention.antecedent


def is_namesake_at(article: Article, index: int, body: Organization | None) -> bool:
    """Tell whether a mention in initials, which a known body has, stands for another that the article spells out."""
    root = root_of(article.mentions[index], index)
    initials = name_of(article.text, article.mentions[index])
    if body is None or root == index or not is_acronym(initials):
        return False
    name = name_of(article.text, article.mentions[root])
    return initials.replace(".", "") in capitals(name) and is_namesake(body, name)
