"""Judges where an event happened: every country that the article names is a candidate, and so is none of them.

What speaks for each is weighed by a regression that `training/calibrate.py` fits on annotated articles. Of the mentions
of the likeliest country, the place is the one that the act is told with.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from regesta.coding.dates.dating import FAR, distance
from regesta.coding.dates.standing import LEAD_SENTENCES
from regesta.coding.odds import log_odds, score
from regesta.coding.parties.homes import AT_HOME, DONE_IN_IT, TOLD_AT_HOME, homes_of
from regesta.coding.parties.located import (
    is_elsewhere,
    is_located,
    is_post,
    is_told_aside,
    is_town_acted_on,
    is_visited,
)
from regesta.coding.parties.things import tells_scene
from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import Mention, Sentence
from regesta.model.event import Event, EventPlace, Role, states_of
from regesta.model.parse import Parse

READ = 0.35  # from here on the place that the network reads is the one that is cited
READ_ELSEWHERE = 0.9  # and from here on that in another sentence, though its own tells one
# An act is placed where a country is at least so likely, beside none of them: nearly always, since readers want to know
# where, and what the sentence does not say is marked as inferred. The gold places half of the acts.
LEAST_BESIDE_NONE = 0.03
BESIDE = frozenset({"conj"})  # clauses that tell of another place; not those under the act's: "when it was in X"
UNDER = BESIDE | {"advcl", "relcl"}  # where the words for the actor tell the place
SEAT_STEPS = 3  # as far as a place behind its verb's object
NEAR, FAIRLY_NEAR = 2, 4  # steps in the parse
AGREED = frozenset({"AGREE", "SUPPORT", "CONCEDE"})
A_WEEK = timedelta(days=7)
FAR_APART = timedelta(days=3)  # what is done so far from a meeting was not done at it
NONE = ""  # the candidate that is no place
Evidence = list[tuple[str, float]]


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


def find_place(
    scene: Scene, found: Candidate, sentence: Sentence, event_type: str, parties: tuple[Sequence[Role], Sequence[Role]]
) -> EventPlace | None:
    """Return where an act happened; None when no country is likely enough.

    What the sentence does not say is inferred from the article, and marked so.

    Args:
        scene: The article with lookups.
        found: The act.
        sentence: Its sentence.
        event_type: Its type.
        parties: Actors and recipients.
    """
    named = named_places(scene, found, sentence, seats_of(scene, event_type, parties[0]))
    scores = {
        country: score("place", row) for country, row in place_evidence(scene, named, sentence, event_type, parties)
    }
    least = scores.pop(NONE) + math.log(LEAST_BESIDE_NONE)
    homes = posts_of(scene, event_type, parties[0]) or homes_of(event_type, parties)
    possible = [
        country
        for country in scores
        if not homes or country in homes or any(is_of_act(scene, place, event_type) for place in named[country])
    ]
    if event_type not in TOLD_AT_HOME:
        possible = told_alone(scene, named, event_type) or possible
    best = max(possible, key=lambda country: (scores[country], country), default=NONE)
    is_placed = bool(best) and (scores[best] >= least or homes == {best})
    return cited(scene, named[best], sentence) if is_placed else None


def told_alone(scene: Scene, named: Mapping[str, Sequence[Located]], event_type: str) -> list[str]:
    """Return the one country in which the sentence of a deed says that it was done; empty where it says none or more.

    That another is spoken of more counts for nothing then: "Burmese marched on Myanmar's embassy **in Bangkok**".
    """
    every = [place for places in named.values() for place in places]
    told = [p for p in every if p.read >= READ_ELSEWHERE or (p.steps < FAR and is_of_act(scene, p, event_type))]
    states = {place.mention.place.iso3 for place in told if place.mention.place} - {None}
    is_near = any(place.steps <= FAIRLY_NEAR for place in told)
    return [key for key in named if key in states] if len(states) == 1 and is_near else []


def posts_of(scene: Scene, event_type: str, actors: Sequence[Role]) -> frozenset[str]:
    """Return the state in which an envoy or an embassy speaks: "Chad's **ambassador in Oslo** criticised"."""
    if event_type not in TOLD_AT_HOME:
        return frozenset()
    return frozenset(
        mention.place.iso3
        for role in actors
        for mention in scene.article.mentions
        if mention.place and mention.place.iso3 and is_post(scene.parse, role, mention.head)
    )


def seats_of(scene: Scene, event_type: str, actors: Sequence[Role]) -> list[Mention]:
    """Return the towns by which those who do a deed are called, mostly where they do it: "**Beijing** police"."""
    if event_type not in AT_HOME:
        return []
    towns = [m for m in scene.article.mentions if m.place and m.place.precision == "city"]
    return [m for m in towns if any(is_called_by(scene.parse, role, m) for role in actors)]


def is_called_by(parse: Parse, role: Role, town: Mention) -> bool:
    """Tell whether an actor is called by a town: "Beijing police"."""
    is_modifier = parse.deps[town.head] in {"compound", "nmod", "poss", "amod"}
    return is_modifier and role.span.contains(town.name or town.span) and role.span != town.span


def named_places(
    scene: Scene, found: Candidate, sentence: Sentence, seats: Sequence[Mention] = ()
) -> dict[str, list[Located]]:
    """Return the mentions of places by the country that they lie in, in text order; of none, by their name."""
    read = [a for a in (found.act.arguments if found.act else ()) if a.role == "place"]
    by_country: defaultdict[str, list[Located]] = defaultdict(list)
    for mention in scene.article.mentions:
        if mention.place is None:
            continue
        is_here = sentence.span.contains(mention.span)
        is_done_to = is_here and (is_town_acted_on(scene.parse, mention) or tells_scene(scene.parse, mention.head))
        is_struck = is_done_to and found.event_type not in TOLD_AT_HOME
        is_apart = is_here and is_elsewhere(scene.parse, found, mention.head, UNDER if seats else BESIDE)
        is_open = is_struck or is_located(scene, mention) or is_visited(scene.parse, found, mention.head)
        is_scene = is_here and not is_apart and is_open
        steps = distance(scene.parse, found.token, mention.head) if is_scene else FAR
        by_country[mention.place.iso3 or mention.place.name].append(
            Located(
                mention=mention,
                read=max([a.score for a in read if not is_apart and a.span.overlaps(mention.span)], default=0.0),
                is_here=is_here,
                steps=SEAT_STEPS if is_here and mention in seats else steps,
                apart=abs(mention.head - found.token),
            )
        )
    return without_dateline(scene, found, by_country)


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


def place_evidence(
    scene: Scene, named: Mapping[str, Sequence[Located]], sentence: Sentence, event_type: str,
    parties: tuple[Sequence[Role], Sequence[Role]],
) -> Iterator[tuple[str, Evidence]]:  # fmt: skip
    """Yield the candidates for the place of an act, each with what speaks for it; last, none of them."""
    scenes = [m for m in scene.article.mentions if m.place and m.place.iso3 and is_located(scene, m)]
    before = [m for m in scenes if m.span.start < sentence.span.start]
    last, first = (key_of(some[at]) if some else None for some, at in ((before, -1), (scenes, 0)))
    every = sum(map(len, named.values()))
    lead_end = scene.article.sentences[:LEAD_SENTENCES][-1].span.end
    states = {role: states_of(filled) for role, filled in zip(("actor", "recipient"), parties, strict=True)}
    for country, places in named.items():
        read, steps = max([p.read for p in places]), min([p.steps for p in places])
        row = [
            ("here", float(any([p.is_here for p in places]))),
            ("near", float(steps <= NEAR)),
            ("fairly near", float(steps <= FAIRLY_NEAR)),
            ("lead", float(places[0].mention.span.end <= lead_end)),
            ("last", float(country == last)),
            ("first", float(country == first)),
            ("share", len(places) / every),
            ("never a place", float(all([p.mention.kind != "place" for p in places]))),
            ("read at all", float(read > 0)),
            ("read", log_odds(read) if read else 0.0),
        ]
        for role in ("actor", "recipient"):
            is_state = float(country in states[role])
            row += [(role, is_state), (f"{role} {event_type}", is_state)]
        yield country, row
    yield NONE, [("none", 1.0), (f"none {event_type}", 1.0)]


def is_told(place: Located) -> bool:
    """Tell whether the sentence of an act says that it happened at a place: by the network, or by where it stands."""
    return place.is_here and (place.read >= READ or place.steps < FAR)


def is_of_act(scene: Scene, place: Located, event_type: str) -> bool:
    """Tell whether an act is said to have happened at a place: words perhaps in another sentence, a deed in its own.

    A deed has not happened where it is reported from: "PARIS - Russia attacked Georgia".
    """
    if event_type not in DONE_IN_IT:
        return place.read >= READ or is_told(place)
    is_dateline = place.mention.head < scene.first_token and place.read < READ
    return is_told(place) and not is_dateline


def cited(scene: Scene, places: Sequence[Located], sentence: Sentence) -> EventPlace | None:
    """Return the place of an act in a country, by the mention that tells it best; inferred where none tells it.

    That is what the network reads, elsewhere only surely where the act's own sentence tells one, else what stands
    nearest in the sentence, else what was named last before it, not only in what somebody said or in a clause.
    """
    is_told_here = any(map(is_told, places))

    def order(place: Located) -> tuple[float, int, bool, bool, bool, int]:
        is_read = place.read >= (READ if place.is_here or not is_told_here else READ_ELSEWHERE)
        is_after = not place.is_here and place.mention.span.start > sentence.span.start
        is_aside = not place.is_here and is_told_aside(scene.parse, place.mention.head)
        return -place.read if is_read else 0.0, place.steps, not place.is_here, is_after, is_aside, place.apart

    best = min(places, key=order)
    if best.mention.place is None:
        return None
    span = best.mention.name or best.mention.span
    return EventPlace(
        place=best.mention.place,
        span=span,
        text=span.of(scene.article.text),
        basis="expression" if is_told(best) else "inferred",
    )


def key_of(mention: Mention) -> str | None:
    """Return the country that a mention of a place lies in; None for one of no state."""
    return mention.place.iso3 if mention.place else None


def with_meeting_places(events: Sequence[Event]) -> list[Event]:
    """Return the events, those of words without a place at the meeting of the same states that the article tells.

    Who agrees, refuses or asks does so where the two met, if they met. Of one state alone the article does not say.
    """
    meetings = [e for e in events if e.type == "CONSULT" and e.place and e.mode != "phone" and e.status == "happened"]
    found = []
    for event in events:
        states = states_of(event.roles)
        is_open = event.type in TOLD_AT_HOME and (event.place is None or event.place.basis == "inferred")
        met = next(
            (m for m in meetings if is_open and len(states) > 1 and states <= states_of(m.roles) and is_then(event, m)),
            None,
        )
        found.append(replace(event, place=replace(met.place, basis="inferred")) if met and met.place else event)
    return found


def is_then(event: Event, meeting: Event) -> bool:
    """Tell whether an act of words may have been done at a meeting: not where days far from it are told for it.

    What two agree on may bear the days that it is for: "agreed on prices for 2023".
    """
    if event.date is None:
        return event.type in AGREED
    if event.type in AGREED or meeting.date is None or event.date.basis != "expression":
        return True
    days, met = event.date.interval, meeting.date.interval
    is_vague = met.end - met.start > A_WEEK and meeting.date.basis == "expression"
    return not is_vague and days.start < met.end + FAR_APART and met.start < days.end + FAR_APART
