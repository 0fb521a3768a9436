"""Finds where an event happened: the place its sentence names, the host's country, or the scene of the report."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from regesta.coding.dating import FAR, distance
from regesta.coding.roles import Scene
from regesta.model.act import Act
from regesta.model.annotation import Mention, Sentence
from regesta.model.event import Event, EventPlace, Role
from regesta.model.parse import Parse

READ = 0.35  # the network's place counts from here on: .735 of places right on 82 held-out articles, .680 without
LOCATING_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout", "into"})
PLACE_NOUNS = frozenset(
    {"town", "city", "village", "capital", "province", "region", "district", "country", "island", "port"}
)
VISITING = "visiting"  # "the visiting president"
AT_HOME = frozenset({"COERCE", "RETREAT"})
# Types whose acts take place somewhere; words alone ("condemned") are not placed by the scene around them.
PHYSICAL = frozenset({"CONSULT", "PROTEST", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "COOPERATE"})


def read_place(scene: Scene, act: Act | None, sentence: Sentence) -> EventPlace | None:
    """Return the place that the network reads for an act; None where it reads none that resolves.

    A place that another sentence names is inferred.
    """
    for argument in sorted(act.arguments if act else (), key=lambda a: -a.score):
        if argument.role == "place" and argument.score >= READ:
            named = [m for m in scene.article.mentions if m.place and m.span.overlaps(argument.span)]
            if named:
                found = place_of(scene, min(named, key=lambda m: m.span.start))
                is_far = found is not None and not sentence.span.contains(found.span)
                return replace(found, basis="inferred") if found and is_far else found
    return None


def find_place(
    scene: Scene, trigger: int, sentence: Sentence, event_type: str, parties: tuple[Sequence[Role], Sequence[Role]]
) -> EventPlace | None:
    """Return where the act of a trigger happened; None when the text does not say.

    What the sentence does not say is inferred from the article, and marked so.

    Args:
        scene: The article with lookups.
        trigger: The trigger's head word.
        sentence: Its sentence.
        event_type: The event's type.
        parties: Actors and recipients.
    """
    located = located_mentions(scene)
    here = [m for m in located if sentence.span.contains(m.span)]
    visited = visited_place(scene, (*parties[0], *parties[1]))
    if visited is not None:
        here = [m for m in here if m.place and m.place.iso3 == visited.place.iso3]
        if not here:
            return replace(visited, basis="inferred")
    if here:
        best = min(here, key=lambda m: (distance(scene.parse, trigger, m.head), m.span.start))
        if distance(scene.parse, trigger, best.head) < FAR:
            return place_of(scene, best)
    inferred = infer_place(scene, sentence, event_type, located, parties)
    return replace(inferred, basis="inferred") if inferred else None


def located_mentions(scene: Scene) -> list[Mention]:
    """Return the mentions that stand where something happens; of a dateline the town, not its "(Baltic Wire)"."""
    placed = [m for m in scene.article.mentions if m.place]
    heading = [m for m in placed if m.head < scene.first_token]
    return [*heading[:1], *(m for m in placed if m.head >= scene.first_token and is_located(scene.parse, m))]


def visited_place(scene: Scene, roles: Sequence[Role]) -> EventPlace | None:
    """Return the state of who receives a guest, where one of two parties is "the visiting president" of another."""
    states = states_of(roles)
    if len(states) < 2 or VISITING not in scene.parse.words:
        return None
    guests = {m.actor.iso3 for m in scene.article.mentions if m.actor and m.actor.iso3 and is_visiting(scene.parse, m)}
    if guests.isdisjoint(states) or states <= guests:
        return None
    return home_place(scene, [role for role in roles if role.actor and role.actor.iso3 in states - guests])


def is_visiting(parse: Parse, mention: Mention) -> bool:
    """Tell whether "visiting" stands before a name or title, in its mention or right before it."""
    tokens = parse.tokens_in(mention.span)
    start = max(0, tokens[0] - 1)
    return mention.kind != "place" and VISITING in parse.words[start : max(start + 1, mention.head)]


def with_meeting_places(events: Sequence[Event]) -> list[Event]:
    """Return the events, those of words without a place at the meeting of the same states that the article tells.

    Who agrees, refuses or asks does so where the two met, if they met. Of one state alone the article does not say.
    """
    meetings = [e for e in events if e.type == "CONSULT" and e.place and e.mode != "phone" and e.status == "happened"]
    found = []
    for event in events:
        states = states_of(event.roles)
        is_words = event.place is None and event.type not in PHYSICAL
        met = next((m for m in meetings if is_words and len(states) > 1 and states <= states_of(m.roles)), None)
        found.append(replace(event, place=replace(met.place, basis="inferred")) if met and met.place else event)
    return found


def infer_place(
    scene: Scene, sentence: Sentence, event_type: str, located: list[Mention],
    parties: tuple[Sequence[Role], Sequence[Role]],
) -> EventPlace | None:  # fmt: skip
    """Return where an act took place by the article: its scene, the place last named before, or a party's own state.

    A visit takes place where its host is. Who arrests or releases does so at home; an attack strikes its victim's land,
    unless the scene is the attacker's own. Words are spoken somewhere, but only in an article about the speaker's own
    land does it say where. Rules chosen on half of the development, held-out and own articles.
    """
    actors, recipients = parties
    nearby = scene_place(scene, located, sentence)
    at_home = home_place(scene, actors)
    if event_type == "CONSULT":
        return host_place(scene, recipients) or home_place(scene, recipients) or nearby
    if event_type in AT_HOME:
        return at_home or nearby
    if event_type == "ASSAULT":
        is_own = nearby is not None and nearby.place.iso3 in states_of(actors)
        return nearby if is_own else home_place(scene, recipients) or nearby or at_home
    if event_type in PHYSICAL:
        return nearby
    return local_place(scene, located, sentence, states_of(actors))


def states_of(roles: Iterable[Role]) -> frozenset[str]:
    """Return the states that roles belong to."""
    return frozenset(role.actor.state for role in roles if role.actor and role.actor.state)


def home_place(scene: Scene, roles: Sequence[Role]) -> EventPlace | None:
    """Return the state of the first role that has one, where the article names it, or a place in it."""
    home = next((role.actor.iso3 for role in roles if role.actor and role.actor.iso3), None)
    named = [m for m in scene.article.mentions if m.place and m.place.iso3 is not None and m.place.iso3 == home]
    best = min(named, key=lambda m: (m.place is None or m.place.precision != "country", m.span.start), default=None)
    return place_of(scene, best) if best else None


def local_place(scene: Scene, located: list[Mention], sentence: Sentence, homes: frozenset[str]) -> EventPlace | None:
    """Return the scene of an article that plays in the speaker's own land; None of one that plays elsewhere."""
    counts = Counter(m.place.iso3 for m in located if m.place and m.place.iso3)
    if not counts or counts.most_common(1)[0][0] not in homes:
        return None
    return scene_place(scene, [m for m in located if m.place and m.place.iso3 in homes], sentence)


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
