"""Judges where an event happened: every country that the article names is a candidate, and so is none of them.

What speaks for each is weighed by a regression that `training/calibrate.py` fits on annotated articles. Of the mentions
of the likeliest country, the place is the one that the act is told with.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from regesta.coding.dates.dating import FAR
from regesta.coding.dates.standing import LEAD_SENTENCES
from regesta.coding.odds import log_odds, score
from regesta.coding.parties.homes import DONE_IN_IT, TOLD_AT_HOME, homes_of
from regesta.coding.parties.located import (
    is_post,
    is_told_aside,
)
from regesta.coding.parties.named_places import (
    READ,
    Located,
    countries_of_places,
    is_told,
    mentions_by_country,
    named_places,
    nearest_elsewhere,
    scenes_of,
    seats_of,
)
from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import Sentence
from regesta.model.event import Event, EventPlace, Role, states_of
from regesta.model.nearby import mentions_headed_in

READ_ELSEWHERE = 0.9  # and from here on that in another sentence, though its own tells one
# An act is placed where a country is at least so likely, beside none of them: nearly always, since readers want to know
# where, and what the sentence does not say is marked as inferred. The gold places half of the acts.
LEAST_BESIDE_NONE = 0.03
NEAR, FAIRLY_NEAR = 2, 4  # steps in the parse
AGREED = frozenset({"AGREE", "SUPPORT", "CONCEDE"})
A_WEEK = timedelta(days=7)
FAR_APART = timedelta(days=3)  # what is done so far from a meeting was not done at it
NONE = ""  # the candidate that is no place
Evidence = list[tuple[str, float]]


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
    if not is_placed:
        return None
    return cited(scene, [*named[best], *nearest_elsewhere(scene, best, sentence, found.token)], sentence)


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
    below = scene.parse.children
    return frozenset(
        mention.place.iso3
        for role in actors
        for post in scene.parse.tokens_in(role.span)
        for preposition in below[post]
        for noun in below[preposition]
        for mention in mentions_headed_in(scene.article, range(noun, noun + 1))
        if mention.place and mention.place.iso3 and is_post(scene.parse, role, noun)
    )


def place_evidence(
    scene: Scene, named: Mapping[str, Sequence[Located]], sentence: Sentence, event_type: str,
    parties: tuple[Sequence[Role], Sequence[Role]],
) -> Iterator[tuple[str, Evidence]]:  # fmt: skip
    """Yield the candidates for the place of an act, each with what speaks for it; last, none of them."""
    scenes = scenes_of(scene)
    before = bisect_left(scenes, sentence.span.start, key=lambda told: told[0])
    last, first = scenes[before - 1][1] if before else None, scenes[0][1] if scenes else None
    mentioned, as_places = mentions_by_country(scene.article), countries_of_places(scene.article)
    every = mentioned.total()
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
            ("share", mentioned[country] / every),
            ("never a place", float(country not in as_places)),
            ("read at all", float(read > 0)),
            ("read", log_odds(read) if read else 0.0),
        ]
        for role in ("actor", "recipient"):
            is_state = float(country in states[role])
            row += [(role, is_state), (f"{role} {event_type}", is_state)]
        yield country, row
    yield NONE, [("none", 1.0), (f"none {event_type}", 1.0)]


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


def with_meeting_places(events: Sequence[Event]) -> list[Event]:
    """Return the events, those of words without a place at the meeting of the same states that the article tells.

    Who agrees, refuses or asks does so where the two met, if they met. Of one state alone the article does not say.
    """
    meetings = [e for e in events if e.type == "CONSULT" and e.place and e.mode != "phone" and e.status == "happened"]
    held: defaultdict[str, list[tuple[frozenset[str], Event]]] = defaultdict(list)
    for meeting in meetings:
        states = states_of(meeting.roles)
        for state in states:
            held[state].append((states, meeting))
    found = []
    for event in events:
        states = states_of(event.roles)
        is_open = event.type in TOLD_AT_HOME and (event.place is None or event.place.basis == "inferred")
        likely = min((held[state] for state in states), key=len) if is_open and len(states) > 1 else []
        met = next((meeting for there, meeting in likely if states <= there and is_then(event, meeting)), None)
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
