"""The stage that says where the places of an article are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Place
from regesta.resolve.mentions.additions import with_added
from regesta.resolve.names.forms import fold
from regesta.resolve.states.states import States, load_states
from regesta.resolve.toponyms.gazetteer import Toponym, load_gazetteer
from regesta.resolve.toponyms.place_choice import Context, Name, choose
from regesta.resolve.toponyms.place_lookup import DIRECTION, Lookup
from regesta.resolve.toponyms.place_uses import Use, find_uses, head_of

INDIRECT_CONFIDENCE = 0.6  # "Russian" and "Moscow State University" point to a place without being one
SURE = 0.6  # how sure the choice of a place must be to tell of which state its people are
IN_REGION = re.compile(rf"in(?:\s+the)?(?:\s+{DIRECTION})?", re.I)  # "Tripoli in northern Lebanon"
IN_ROW = re.compile(r",\s*|,?\s+(?:and|or|with)\s+(?:the\s+)?")
LARGE_PROVINCE = 400_000  # people; naming one names its country
NEXT_NAME = re.compile(r" ([A-Z][^\W\d_]+)\b")


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
    lookup = Lookup(load_states(), load_gazetteer())
    uses = find_uses(article, lookup)
    chosen = choose_places(article, uses, gather_names(article, uses, lookup), lookup)
    found: dict[int, Place] = {}
    added: list[Mention] = []
    for use in uses:
        choice = part_of_name(article, use, lookup) or chosen.get(fold(head_of(use.name)))
        if choice is None:
            continue
        place = place_of(choice, is_indirect=use.is_embedded or lookup.is_people(use.name))
        if use.mention is None:
            label = "NORP" if lookup.is_people(use.name) else "GPE"
            added.append(
                Mention(
                    span=use.span, head=use.head, form="name", kind="other", label=label, name=use.span, place=place
                )
            )
        else:
            found.setdefault(use.mention, place)
    filled = [replace(m, place=found[i]) if i in found else m for i, m in enumerate(article.mentions)]
    return with_added(filled, added)


def part_of_name(article: Article, use: Use, lookup: Lookup) -> tuple[Toponym, float] | None:
    """Return the place that a name and the word behind it are together, where only one was read: "**Niger** Delta"."""
    behind = NEXT_NAME.match(article.text, use.span.end)
    if behind is None:
        return None
    whole = f"{use.name} {behind[1]}"
    found = next((place for place in lookup.gazetteer.find(whole) if fold(place.name) == fold(whole)), None)
    return (found, SURE) if found else None


def choose_places(
    article: Article, uses: list[Use], names: list[Name], lookup: Lookup
) -> dict[str, tuple[Toponym, float]]:
    """Return the place that each name of an article denotes there, by folded name, and how sure that is, 0 to 1."""
    return choose(names, context_of(article, uses, names, lookup.states), lookup.gazetteer)


def towns_elsewhere(article: Article) -> dict[str, str]:
    """Return the states of towns that an article surely means, but their names by themselves do not, by folded name.

    "Hyderabad" is in India, but not in news of Pakistani police. A capital or a state is itself, unless a region or a
    state stands right beside it: "Tripoli, Lebanon".
    """
    lookup = Lookup(load_states(), load_gazetteer())
    uses = find_uses(article, lookup)
    names = gather_names(article, uses, lookup)
    chosen = choose_places(article, uses, names, lookup)
    written = {fold(head_of(use.name)): head_of(use.name) for use in uses}
    found = {}
    for name in (name for name in names if name.key in chosen):
        place, sureness = chosen[name.key]
        meaning = lookup.states.meaning(written[name.key])
        bearers = [place.iso3 for place in name.candidates if fold(place.name) == name.key]
        usual = meaning.iso3 if meaning else next(iter(bearers), place.iso3)
        if (
            place.kind == "town"
            and place.iso3 not in {None, usual}
            and sureness >= SURE
            and (name.beside or not meaning)
        ):
            found[name.key] = place.iso3
    return {key: iso3 for key, iso3 in found.items() if iso3}


def gather_names(article: Article, uses: list[Use], lookup: Lookup) -> list[Name]:
    """Return the names of an article, each once, with their candidates and what stands beside any of their uses.

    A state does not lie in one that follows it: "China, Japan and South Korea" is a row.
    """
    beside: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for index, use in enumerate(uses):
        head, *tail = (part.strip() for part in use.name.split(","))
        key = fold(head)
        first.setdefault(key, head)
        neighbours = tail or [name_after(article, uses, index, lookup)]
        neighbours = [n for n in neighbours if not (lookup.is_state(head) and lookup.is_state(n))]
        beside[key].update(k for n in neighbours for k in keys_of(n, lookup))
    return [Name(key, *lookup.candidates(head), frozenset(beside[key])) for key, head in first.items()]


def name_after(article: Article, uses: list[Use], index: int, lookup: Lookup) -> str:
    """Return the place name behind a comma after a use, or the region or state behind "in"; "" when none follows."""
    if index + 1 == len(uses):
        return ""
    gap = article.text[uses[index].span.end : uses[index + 1].span.start].strip()
    name = uses[index + 1].name
    if gap == ",":
        return name
    return lookup.whole(name) if IN_REGION.fullmatch(gap) and lookup.is_region(name) else ""


def keys_of(name: str, lookup: Lookup) -> list[str]:
    """Return the folded name of a neighbour: of the province an abbreviation means, or the code of a state."""
    if not name:
        return []
    meaning = lookup.states.meaning(name)
    short = [fold(place.name) for place in lookup.gazetteer.find(name)[:1] if place.kind == "province"]
    return [fold(name), *short, *([meaning.iso3] if meaning else [])]


def states_in_row(article: Article, uses: list[Use], states: States) -> frozenset[str]:
    """Return the states that an article names beside one another: "Mexico and the United States"."""
    found: set[str] = set()
    for left, right in pairwise(uses):
        sides = [states.meaning(use.name) for use in (left, right)]
        gap = article.text[left.span.end : right.span.start]
        if IN_ROW.fullmatch(gap):
            row = [meaning.iso3 for meaning in sides if meaning and meaning.basis == "name"]
            found.update(row if len(row) > 1 else ())
    return frozenset(found)


def context_of(article: Article, uses: list[Use], names: list[Name], states: States) -> Context:
    """Return what the names of an article say about where it plays."""
    meanings = [meaning for use in uses if (meaning := states.meaning(head_of(use.name)))]
    provinces = {
        place.iso3
        for name in names
        for place in name.candidates[:1]
        if place.kind == "province" and place.iso3 and place.population > LARGE_PROVINCE
    }
    keys = frozenset(fold(part) for use in uses for part in use.name.split(","))
    meant = ((key, states.meanings.get(key)) for key in keys)
    capitals = frozenset((key, m.iso3) for key, m in meant if m is not None and m.basis == "capital")
    called, peoples = (frozenset(m.iso3 for m in meanings if m.basis == basis) for basis in ("name", "demonym"))
    peoples |= states_in_row(article, uses, states)
    return Context(frozenset(m.iso3 for m in meanings) | provinces, keys, capitals, called, peoples)


def place_of(choice: tuple[Toponym, float], is_indirect: bool) -> Place:
    """Return a chosen place as a mention holds it."""
    place, confidence = choice
    return Place(
        name=place.name, iso3=place.iso3, geonameid=place.geonameid, lat=place.lat, lon=place.lon,
        precision=place.precision, confidence=min(confidence, INDIRECT_CONFIDENCE) if is_indirect else confidence,
    )  # fmt: skip
