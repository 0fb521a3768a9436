"""The stage that says where the places of an article are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Place
from regesta.model.parse import Parse
from regesta.resolve.gazetteer import Gazetteer, PlaceKind, Toponym, country_toponym, load_gazetteer
from regesta.resolve.names import fold
from regesta.resolve.place_choice import Context, Name, choose
from regesta.resolve.states import Meaning, States, load_states

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP"})
LOCATIVE = frozenset({"in", "at", "near", "outside", "from", "around", "of"})
DEMONYM_CONFIDENCE = 0.6  # "Russian" points to Russia without being a place
DIRECTIONS = re.compile(
    r"^(?:(?:north|south|east|west|central)(?:ern)?|(?:north|south)(?:east|west)(?:ern)?|upper|lower|greater|downtown"
    r"|mainland|inner|outer|city of|town of|village of|state of|province of|port of)[\s-]+",
    re.IGNORECASE,
)
KIND_WORDS: tuple[tuple[re.Pattern[str], frozenset[PlaceKind]], ...] = (
    (re.compile(r"\s+(?:county|parish|district|raion|rayon|municipality|township)$", re.I), frozenset({"district"})),
    (
        re.compile(r"\s+(?:province|region|oblast|krai|governorate|state|prefecture|department|republic)$", re.I),
        frozenset({"province", "area"}),
    ),
    (
        re.compile(r"\s+(?:city|town|village|suburb|port|area|airport|university|border|valley)$", re.I),
        frozenset({"town"}),
    ),
)


@dataclass(frozen=True)
class Places:
    """Find where the places of an article are."""

    name: ClassVar[str] = "places"
    requires: ClassVar[frozenset[str]] = frozenset({"parse", "mentions"})
    assigns: ClassVar[frozenset[str]] = frozenset({"mentions"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with the places of its mentions."""
        for article in articles:
            yield replace(article, mentions=find_places(article))


def find_places(article: Article) -> tuple[Mention, ...]:
    """Return the mentions of an article with their places; one place per name and article."""
    if article.parse is None:
        return article.mentions
    states, gazetteer = load_states(), load_gazetteer()
    written = {i: place_name(article, mention) for i, mention in enumerate(article.mentions)}
    named = {i: name for i, name in written.items() if name}
    chosen = choose(gather_names(article, named, states, gazetteer), context_of(article, named, states), gazetteer)
    return tuple(
        placed(mention, chosen.get(fold(named[i].split(",")[0])), states, named[i]) if i in named else mention
        for i, mention in enumerate(article.mentions)
    )


def place_name(article: Article, mention: Mention) -> str:
    """Return the name by which a mention may denote a place; "" when it is none."""
    if mention.name is None or article.parse is None:
        return ""
    name = mention.name.of(article.text).strip().removesuffix("'s").removesuffix("’s")
    is_place = mention.label in PLACE_LABELS or mention.kind == "place" or is_located(article.parse, mention)
    return name.removeprefix("the ").removeprefix("The ") if is_place else ""


def is_located(parse: Parse, mention: Mention) -> bool:
    """Tell whether a name stands behind a preposition of place, whatever the recogniser takes it for."""
    above = parse.heads[mention.head]
    return parse.deps[mention.head] == "pobj" and parse.lemmas[above] in LOCATIVE


def gather_names(article: Article, named: dict[int, str], states: States, gazetteer: Gazetteer) -> list[Name]:
    """Return the names of an article, each once, with their candidates and what stands beside any of their uses."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for index, name in named.items():
        head, *tail = (part.strip() for part in name.split(","))
        key = fold(head)
        first.setdefault(key, head)
        neighbours = [*tail, *([name_after(article, index, named)] if not tail else [])]
        beside[key].update(k for n in neighbours for k in keys_of(n, states, gazetteer))
    return [candidates_of(key, head, frozenset(beside[key]), states, gazetteer) for key, head in first.items()]


def name_after(article: Article, index: int, named: dict[int, str]) -> str:
    """Return the place name that follows a mention behind a comma; "" when none does."""
    mention = article.mentions[index]
    for other in range(index + 1, min(index + 4, len(article.mentions))):
        gap = article.text[mention.span.end : article.mentions[other].span.start] if other in named else "-"
        if gap.strip() in {",", ""} and article.mentions[other].span.start >= mention.span.end:
            return named[other]
    return ""


def keys_of(name: str, states: States, gazetteer: Gazetteer) -> list[str]:
    """Return the folded name of a neighbour: of the province an abbreviation means, or the code of a state."""
    if not name:
        return []
    meaning = states.meaning(name)
    short = [fold(place.name) for place in gazetteer.find(name)[:1] if place.kind == "province"]
    return [fold(name), *short, *([meaning.iso3] if meaning else [])]


def candidates_of(key: str, name: str, beside: frozenset[str], states: States, gazetteer: Gazetteer) -> Name:
    """Return a name with the places it may denote; without the word for its kind when it is unknown with it."""
    meaning = states.meaning(name)
    found = gazetteer.find(name)
    kinds: frozenset[PlaceKind] = frozenset()
    for pattern, wanted in KIND_WORDS:
        if pattern.search(name):
            kinds = wanted
            found = found or gazetteer.find(pattern.sub("", name))
    if not found and not meaning and DIRECTIONS.search(name):
        inner = DIRECTIONS.sub("", name)
        return replace(candidates_of(fold(inner), inner, beside, states, gazetteer), key=key)
    if meaning and meaning.basis in {"name", "demonym"}:
        country = country_toponym(states.by_iso3[meaning.iso3])
        found = (country,) if meaning.basis == "demonym" else (country, *found)
    return Name(key, found, kinds, beside)


def context_of(article: Article, named: dict[int, str], states: States) -> Context:
    """Return what the names of an article say about where it plays."""
    meanings = [meaning for name in named.values() if (meaning := states.meaning(name))]
    countries = frozenset(m.iso3 for m in meanings)
    names = frozenset(fold(part) for name in named.values() for part in name.split(","))
    capitals = frozenset((key, m.iso3) for key, m in states.meanings.items() if m.basis == "capital" and key in names)
    return Context(countries, names, capitals)


def placed(mention: Mention, choice: tuple[Toponym, float] | None, states: States, name: str) -> Mention:
    """Return a mention with its place."""
    if choice is None:
        return mention
    place, confidence = choice
    meaning = states.meaning(name)
    return replace(
        mention,
        place=Place(
            name=place.name, iso3=place.iso3, geonameid=place.geonameid, lat=place.lat, lon=place.lon,
            precision=place.precision, confidence=DEMONYM_CONFIDENCE if is_demonym(meaning) else confidence,
        ),
    )  # fmt: skip


def is_demonym(meaning: Meaning | None) -> bool:
    """Tell whether a name denotes a people."""
    return meaning is not None and meaning.basis == "demonym"
