"""The stage that says where the places of an article are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Place
from regesta.resolve.gazetteer import Gazetteer, PlaceKind, Toponym, country_toponym, load_gazetteer
from regesta.resolve.names import fold
from regesta.resolve.place_choice import Context, Name, choose
from regesta.resolve.states import States, load_states
from regesta.resolve.toponyms import Use, find_uses

INDIRECT_CONFIDENCE = 0.6  # "Russian" and "Moscow State University" point to a place without being one
LARGE_PROVINCE = 400_000  # people; naming one names its country
DIRECTIONS = re.compile(
    r"^(?:(?:north|south|east|west|central)(?:ern)?|(?:north|south)(?:east|west)(?:ern)?|upper|lower|greater|downtown"
    r"|mainland|inner|outer|city of|town of|village of|state of|province of|port of|republic of|embassy of the)[\s-]+",
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
    """Return the mentions of an article with their places; a name denotes one place throughout.

    Place names that no mention covers are added as mentions of kind "other", or "place" behind a preposition of place.
    """
    states, gazetteer = load_states(), load_gazetteer()
    uses = find_uses(article, states, gazetteer)
    names = gather_names(article, uses, states, gazetteer)
    chosen = choose(names, context_of(uses, names, states), gazetteer)
    found: dict[int, Place] = {}
    added: list[Mention] = []
    for use in uses:
        choice = chosen.get(fold(head_of(use.name)))
        if choice is None:
            continue
        place = place_of(choice, is_indirect=use.is_embedded or is_demonym(use.name, states))
        if use.mention is None:
            label = "NORP" if is_demonym(use.name, states) else "GPE"
            added.append(
                Mention(
                    span=use.span, head=use.head, form="name", kind="other", label=label, name=use.span, place=place
                )
            )
        else:
            found.setdefault(use.mention, place)
    filled = [replace(m, place=found[i]) if i in found else m for i, m in enumerate(article.mentions)]
    return with_added(filled, added)


def with_added(mentions: list[Mention], added: list[Mention]) -> tuple[Mention, ...]:
    """Return mentions with further ones among them, in text order, antecedents still pointing to the same mention."""
    heads = {mention.head for mention in mentions}
    together = [*enumerate(mentions), *((-1, mention) for mention in added if mention.head not in heads)]
    together.sort(key=lambda pair: (pair[1].span.start, -pair[1].span.end))
    moved = {old: new for new, (old, _) in enumerate(together)}
    return tuple(
        mention if mention.antecedent is None else replace(mention, antecedent=moved[mention.antecedent])
        for _, mention in together
    )


def head_of(name: str) -> str:
    """Return a place name without what stands behind its comma: "Alexandria" of "Alexandria, Louisiana"."""
    return name.split(",")[0].strip()


def gather_names(article: Article, uses: list[Use], states: States, gazetteer: Gazetteer) -> list[Name]:
    """Return the names of an article, each once, with their candidates and what stands beside any of their uses."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for index, use in enumerate(uses):
        head, *tail = (part.strip() for part in use.name.split(","))
        key = fold(head)
        first.setdefault(key, head)
        neighbours = tail or [name_after(article, uses, index)]
        beside[key].update(k for n in neighbours for k in keys_of(n, states, gazetteer))
    return [candidates_of(key, head, frozenset(beside[key]), states, gazetteer) for key, head in first.items()]


def name_after(article: Article, uses: list[Use], index: int) -> str:
    """Return the place name that follows a use behind a comma; "" when none does."""
    if index + 1 == len(uses):
        return ""
    gap = article.text[uses[index].span.end : uses[index + 1].span.start]
    return uses[index + 1].name if gap.strip() == "," else ""


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
    if meaning and meaning.basis == "demonym":
        return Name(key, (country_toponym(states.by_iso3[meaning.iso3]),), frozenset(), beside)
    found = gazetteer.find(name)
    kinds: frozenset[PlaceKind] = frozenset()
    for pattern, wanted in KIND_WORDS:
        if pattern.search(name):
            kinds = wanted
            found = found or gazetteer.find(pattern.sub("", name))
    if meaning and meaning.basis == "name":
        found = (country_toponym(states.by_iso3[meaning.iso3]), *found)
    elif not found and DIRECTIONS.search(name):
        inner = DIRECTIONS.sub("", name)
        return replace(candidates_of(fold(inner), inner, beside, states, gazetteer), key=key)
    return Name(key, found, kinds, beside)


def context_of(uses: list[Use], names: list[Name], states: States) -> Context:
    """Return what the names of an article say about where it plays."""
    meanings = [meaning for use in uses if (meaning := states.meaning(head_of(use.name)))]
    provinces = {
        place.iso3
        for name in names
        for place in name.candidates[:1]
        if place.kind == "province" and place.iso3 and place.population > LARGE_PROVINCE
    }
    keys = frozenset(fold(part) for use in uses for part in use.name.split(","))
    capitals = frozenset((key, m.iso3) for key, m in states.meanings.items() if m.basis == "capital" and key in keys)
    return Context(frozenset(m.iso3 for m in meanings) | provinces, keys, capitals)


def place_of(choice: tuple[Toponym, float], is_indirect: bool) -> Place:
    """Return a chosen place as a mention holds it."""
    place, confidence = choice
    return Place(
        name=place.name, iso3=place.iso3, geonameid=place.geonameid, lat=place.lat, lon=place.lon,
        precision=place.precision, confidence=min(confidence, INDIRECT_CONFIDENCE) if is_indirect else confidence,
    )  # fmt: skip


def is_demonym(name: str, states: States) -> bool:
    """Tell whether a name denotes a people."""
    meaning = states.meaning(name)
    return meaning is not None and meaning.basis == "demonym"
