"""Finds where an event happened: the place its sentence names, the host's country, or the scene of the report."""

from collections.abc import Iterable
from dataclasses import replace

from regesta.coding.dating import FAR, distance
from regesta.coding.roles import Scene
from regesta.model.act import Act
from regesta.model.annotation import Mention, Sentence
from regesta.model.event import EventPlace, Role
from regesta.model.parse import Parse

READ = 0.35  # the network's place counts from here on: .735 of places right on 82 held-out articles, .680 without
LOCATING_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout", "into"})
PLACE_NOUNS = frozenset(
    {"town", "city", "village", "capital", "province", "region", "district", "country", "island", "port"}
)
# Types whose acts take place somewhere; words alone ("condemned") are not placed by the scene around them.
PHYSICAL = frozenset({"CONSULT", "PROTEST", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "COOPERATE"})


def read_place(scene: Scene, act: Act | None) -> EventPlace | None:
    """Return the place that the network reads for an act; None where it reads none that resolves."""
    for argument in sorted(act.arguments if act else (), key=lambda a: -a.score):
        if argument.role == "place" and argument.score >= READ:
            named = [m for m in scene.article.mentions if m.place and m.span.overlaps(argument.span)]
            if named:
                return place_of(scene, min(named, key=lambda m: m.span.start))
    return None


def find_place(
    scene: Scene, trigger: int, sentence: Sentence, event_type: str, recipients: Iterable[Role]
) -> EventPlace | None:
    """Return where the act of a trigger happened; None when the text does not say.

    What the sentence does not say is inferred, and marked so: a visit takes place where its host is, other physical
    acts at the scene of the report, the place last named before.
    """
    located = [m for m in scene.article.mentions if m.place and is_located(scene.parse, m)]
    here = [m for m in located if sentence.span.contains(m.span)]
    if here:
        best = min(here, key=lambda m: (distance(scene.parse, trigger, m.head), m.span.start))
        if distance(scene.parse, trigger, best.head) < FAR:
            return place_of(scene, best)
    host = host_place(scene, recipients) if event_type == "CONSULT" else None
    nearby = scene_place(scene, located, sentence) if event_type in PHYSICAL else None
    inferred = host or nearby
    return replace(inferred, basis="inferred") if inferred else None


def is_located(parse: Parse, mention: Mention) -> bool:
    """Tell whether a mention stands where something happens: "in Minsk", "in the town of Vlore"."""
    if mention.kind == "place" and mention.label != "NORP":
        return True
    at, above = mention.head, parse.heads[mention.head]
    if parse.deps[at] == "pobj" and parse.lemmas[above] == "of" and parse.lemmas[parse.heads[above]] in PLACE_NOUNS:
        at = parse.heads[above]
        above = parse.heads[at]
    return parse.deps[at] == "pobj" and parse.lemmas[above] in LOCATING_PREPOSITIONS


def host_place(scene: Scene, recipients: Iterable[Role]) -> EventPlace | None:
    """Return the place that the recipients of a visit are named by: "Belarus", "the **Belarusian** president"."""
    spans = [role.span for role in recipients]
    named = (m for m in scene.article.mentions if m.place and any(span.contains(m.span) for span in spans))
    return next((place_of(scene, mention) for mention in named), None)


def scene_place(scene: Scene, located: list[Mention], sentence: Sentence) -> EventPlace | None:
    """Return the place last named before the sentence, else the first one named in the article."""
    scenes = [m for m in located if m.place and m.place.iso3]  # "the West" and "Europe" are no scenes
    before = [m for m in scenes if m.span.start < sentence.span.start]
    return place_of(scene, before[-1]) if before else (place_of(scene, scenes[0]) if scenes else None)


def place_of(scene: Scene, mention: Mention) -> EventPlace | None:
    """Return a place mention as the place of an event; None when it is unresolved."""
    if mention.place is None:
        return None
    span = mention.name or mention.span
    return EventPlace(place=mention.place, span=span, text=span.of(scene.article.text))
