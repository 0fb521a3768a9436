"""The places that an article names, as seen from an act: those of its sentence, and of the others what counts of them.

Of other sentences no more is looked at for an act than what it is judged by, or an article of many acts and places
would take the square of its length.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.coding.dates.dating import FAR, distance
from regesta.coding.parties.homes import AT_HOME, TOLD_AT_HOME
from regesta.coding.parties.located import (
    is_elsewhere,
    is_located,
    is_told_aside,
    is_town_acted_on,
    is_visited,
)
from regesta.coding.parties.things import tells_scene
from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import Mention, Sentence
from regesta.model.article import Article
from regesta.model.event import Role
from regesta.model.nearby import Placed, once, placed_mentions
from regesta.model.parse import Parse

READ = 0.35  # from here on the place that the network reads is the one that is cited
BESIDE = frozenset({"conj"})  # clauses that tell of another place; not those under the act's: "when it was in X"
UNDER = BESIDE | {"advcl", "relcl"}  # where the words for the actor tell the place
SEAT_STEPS = 3  # as far as a place behind its verb's object


@dataclass(frozen=True)
class Located:
    """A mention of a place, as seen from an act.

    Attributes:
        mention: The mention.
        read: The network's score for its being the place of the act, 0 to 1.
        is_here: Whether it stands in the sentence of the act.
        steps: Steps in the parse from the act, where it stands there as where something happens; else `FAR`.
        apart: Words between it and the act.
    """

    mention: Mention
    read: float
    is_here: bool
    steps: int
    apart: int


def seats_of(scene: Scene, event_type: str, actors: Sequence[Role]) -> list[Mention]:
    """Return the towns by which those who do a deed are called, mostly where they do it: "**Beijing** police"."""
    if event_type not in AT_HOME:
        return []
    near = ((role, town) for role in actors for town in placed_mentions(scene.article).touching(role.span))
    towns = [(role, town) for role, town in near if town.place and town.place.precision == "city"]
    return [town for role, town in towns if is_called_by(scene.parse, role, town)]


def is_called_by(parse: Parse, role: Role, town: Mention) -> bool:
    """Tell whether an actor is called by a town: "Beijing police"."""
    is_modifier = parse.deps[town.head] in {"compound", "nmod", "poss", "amod"}
    return is_modifier and role.span.contains(town.name or town.span) and role.span != town.span


def named_places(
    scene: Scene, found: Candidate, sentence: Sentence, seats: Sequence[Mention] = ()
) -> dict[str, list[Located]]:
    """Return the mentions of places by the country that they lie in, in text order; of none, by their name.

    They are those of the sentence, those that the network reads as its place, and the first of each country.
    """
    read = [a for a in (found.act.arguments if found.act else ()) if a.role == "place"]
    placed = placed_places(scene.article)
    near = {number: at for span in (sentence.span, *(a.span for a in read)) for number, at in placed.touching(span)}
    by_country: defaultdict[str, list[Located]] = defaultdict(list)
    for _, mention in sorted({**first_places(scene.article), **near}.items()):
        is_here = sentence.span.contains(mention.span)
        is_apart = is_here and is_elsewhere(scene.parse, found, mention.head, UNDER if seats else BESIDE)
        is_scene = is_here and not is_apart and is_open(scene, found, mention)
        steps = distance(scene.parse, found.token, mention.head) if is_scene else FAR
        by_country[country_of(mention)].append(
            Located(
                mention=mention,
                read=max([a.score for a in read if not is_apart and a.span.overlaps(mention.span)], default=0.0),
                is_here=is_here,
                steps=SEAT_STEPS if is_here and mention in seats else steps,
                apart=abs(mention.head - found.token),
            )
        )
    return without_dateline(scene, found, by_country)


def is_open(scene: Scene, found: Candidate, mention: Mention) -> bool:
    """Tell whether a place of an act's sentence stands where that may have happened, or the act is done to it."""
    is_done_to = is_town_acted_on(scene.parse, mention) or tells_scene(scene.parse, mention.head)
    is_struck = is_done_to and found.event_type not in TOLD_AT_HOME
    return is_struck or is_located(scene, mention) or is_visited(scene.parse, found, mention.head)


def without_dateline(scene: Scene, found: Candidate, named: dict[str, list[Located]]) -> dict[str, list[Located]]:
    """Return the places, that of the dateline not near where the first sentence tells another.

    "KAMPALA - The two signed the treaty in **Nairobi**".
    """
    every = [place for places in named.values() for place in places]
    here = [place for place in every if place.is_here and place.mention.head >= scene.first_token]
    if not any(place.read >= READ or is_visited(scene.parse, found, place.mention.head) for place in here):
        return named
    return {
        key: [replace(place, steps=FAR) if place.mention.head < scene.first_token else place for place in places]
        for key, places in named.items()
    }


def is_told(place: Located) -> bool:
    """Tell whether the sentence of an act says that it happened at a place: by the network, or by where it stands."""
    return place.is_here and (place.read >= READ or place.steps < FAR)


def country_of(mention: Mention) -> str:
    """Return the country that a place lies in; of none, its name."""
    return (mention.place.iso3 or mention.place.name) if mention.place else ""


@once
def placed_places(article: Article) -> Placed[tuple[int, Mention]]:
    """Return the places that an article names, each with the number of its mention, by where they stand."""
    numbered = ((number, mention) for number, mention in enumerate(article.mentions) if mention.place)
    return Placed((mention.span, (number, mention)) for number, mention in numbered)


@once
def first_places(article: Article) -> Mapping[int, Mention]:
    """Return the first place that an article names of each country, by the number of its mention."""
    numbered = [(number, mention) for number, mention in enumerate(article.mentions) if mention.place]
    firsts = {country_of(mention): (number, mention) for number, mention in reversed(numbered)}
    return dict(firsts.values())


@once
def mentions_by_country(article: Article) -> Counter[str]:
    """Return how often an article names each country by a place in it."""
    return Counter(country_of(mention) for mention in article.mentions if mention.place)


@once
def countries_of_places(article: Article) -> frozenset[str]:
    """Return the countries of which an article names a place as a place, and not only people or a body of it."""
    return frozenset(country_of(mention) for mention in article.mentions if mention.place and mention.kind == "place")


@once
def scenes_of(scene: Scene) -> list[tuple[int, str]]:
    """Return the countries in which an article says that something happens, in text order, each with where."""
    located = (m for m in scene.article.mentions if m.place and m.place.iso3 and is_located(scene, m))
    return [(mention.span.start, country_of(mention)) for mention in located]


@once
def told_plainly(scene: Scene) -> Mapping[tuple[str, bool], Sequence[Mention]]:
    """Return the places of each country by their head words, those told aside apart from the others."""
    found: defaultdict[tuple[str, bool], list[Mention]] = defaultdict(list)
    for mention in sorted((m for m in scene.article.mentions if m.place), key=head_of):
        found[country_of(mention), is_told_aside(scene.parse, mention.head)].append(mention)
    return found


def head_of(mention: Mention) -> int:
    """Return the head word of a mention."""
    return mention.head


def nearest_elsewhere(scene: Scene, country: str, sentence: Sentence, token: int) -> Iterator[Located]:
    """Yield the places of a country that other sentences name last before an act, and first behind it.

    Args:
        scene: The article with lookups.
        country: The country.
        sentence: The sentence of the act.
        token: The act.
    """
    for is_aside in (False, True):
        told = told_plainly(scene).get((country, is_aside), ())
        before = bisect_left(told, sentence.first_token, key=head_of)
        if before:  # of several with one head the first
            before = bisect_left(told, told[before - 1].head, key=head_of)
            yield seen_from_afar(told[before], token)
        behind = bisect_left(told, scene.sentence_tokens(sentence.first_token).stop, key=head_of)
        if behind < len(told):
            yield seen_from_afar(told[behind], token)


def seen_from_afar(mention: Mention, token: int) -> Located:
    """Return a place of another sentence as seen from an act."""
    return Located(mention=mention, read=0.0, is_here=False, steps=FAR, apart=abs(mention.head - token))
