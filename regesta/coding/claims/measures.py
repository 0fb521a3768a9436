"""Reads which act a claim counts: its type, its mode and its parties."""

from collections.abc import Iterable, Iterator

from regesta.coding.claims.carried_over import known, with_carried_parties
from regesta.coding.claims.cues import Cue
from regesta.coding.claims.readings import Reading
from regesta.coding.events import evidence, is_political, mode_of_code
from regesta.coding.odds import chance
from regesta.coding.parties.parties import find_parties
from regesta.coding.roles.roles import Scene, find_roles, role_of_mention, roles_at
from regesta.coding.status.status import find_status
from regesta.coding.triggers.arguments import counted_by, subjects
from regesta.coding.triggers.candidates import Candidate, readings_at
from regesta.coding.triggers.triggers import Found
from regesta.model.claim import Measure
from regesta.model.event import Event, Role, Status
from regesta.model.nearby import placed_events
from regesta.ontology.counting import load_counting
from regesta.ontology.event_types import is_mutual
from regesta.ontology.status import load_status
from regesta.ontology.triggers import TypedTrigger, load_triggers

READ_FLOOR = 0.3  # readings below it count nothing; not swept, a little below the floor of events
WISHED = frozenset({"hope", "proposal", "prospect", "idea", "offer", "call", "possibility"})
ENTRY_ALONE = 0.6  # a trigger entry where the network sees no act, as in what is denied; set by hand, not fitted
JOURNEY_CONFIDENCE = 0.8  # set by hand, about what a visit told by its own verb gets


def read_measure(scene: Scene, cue: Cue) -> Reading | None:
    """Return the act that a cue counts or dates; None when no word it points at is read as a political act."""
    for token in cue.acts:
        event = event_at(scene, token)
        coded = reading_of_event(event, token) if event else best_reading(scene, token)
        found = coded if coded and coded.measure.mode == "visit" else journey(scene, token) or coded
        found = with_carried_parties(scene, found) if found else None
        if found is not None and known(found.measure.parties):
            return found
    return None


def event_at(scene: Scene, token: int) -> Event | None:
    """Return the event whose trigger a word heads; None when the word is no trigger of one."""
    span = scene.parse.span(token)
    near = placed_events(scene.article).touching(span)
    return next((event for event in near if event.trigger == span), None)


def reading_of_event(event: Event, token: int) -> Reading:
    """Return a coded event as what is counted."""
    measure = Measure(
        type=event.type,
        mode=event.mode,
        actors=event.actors,
        recipients=event.recipients,
        trigger=event.trigger,
        trigger_text=event.trigger_text,
    )
    return Reading(measure, token, event.status, event.confidence)


def best_reading(scene: Scene, token: int) -> Reading | None:
    """Return the likeliest political reading of a word that is no event of its own; None below `READ_FLOOR`."""
    found = []
    for candidate in candidates_at(scene, token):
        actors, recipients = parties_of(scene, candidate)
        if is_political(scene, candidate, actors, recipients) or is_mutual(candidate.event_type):
            sure = chance("event", evidence(scene, candidate, actors, recipients))
            found.append((max(sure, ENTRY_ALONE * candidate.reliability), candidate, actors, recipients))
    if not found:
        return None
    confidence, candidate, actors, recipients = max(found, key=lambda row: (row[0], row[1].event_type))
    if confidence < READ_FLOOR:
        return None
    measure = measure_of(scene, token, candidate, actors, recipients)
    return Reading(measure, token, status_at(scene, token), round(confidence, 4))


def parties_of(scene: Scene, candidate: Candidate) -> tuple[list[Role], list[Role]]:
    """Return the parties of a reading; those that its entry's slots name where they are more.

    The network reads no act, and so no parties, in "no **talks** between Poland and Latvia".
    """
    read = find_parties(scene, candidate)
    told = find_roles(scene, candidate.entry) if candidate.entry else ([], [])
    return told if len(known((*told[0], *told[1]))) > len(known((*read[0], *read[1]))) else read


def status_at(scene: Scene, token: int) -> Status:
    """Return the status of an act; "it was their fourth meeting" has that of its verb."""
    parse = scene.parse
    told = counted_by(parse, token)  # "a second **set** of tests"
    above = parse.heads[parse.heads[told]]
    wished = load_status().planned.governors | WISHED
    if parse.deps[told] == "pobj" and parse.pos[above] == "NOUN" and parse.lemmas[above] in wished:
        return "planned"  # "has no plans for a second test"
    return find_status(parse, parse.heads[told] if parse.deps[told] == "attr" else token)


def candidates_at(scene: Scene, token: int) -> Iterator[Candidate]:
    """Yield the readings of a word; a noun before a container ("**sanctions** package") as if it stood alone."""
    own = {candidate.event_type: candidate for candidate in readings_at(scene.candidates, token)}
    yield from own.values()
    parse = scene.parse
    container = parse.heads[token]
    if parse.deps[token] in {"compound", "nmod"} and parse.lemmas[container] in load_counting().containers:
        for typed in load_triggers().get((parse.lemmas[token], "noun"), ()):
            if is_plain(typed):
                read = own.get(typed.event_type)
                act, number, seen = (read.act, read.number, read.read) if read else (None, None, {})
                entry = Found(container, typed, None)
                yield Candidate(container, typed.event_type, entry, act, number, seen, ())


def is_plain(typed: TypedTrigger) -> bool:
    """Tell whether a trigger entry asks for nothing but its noun."""
    trigger = typed.trigger
    return not (trigger.modifiers or trigger.prep or trigger.clause or trigger.object)


def measure_of(
    scene: Scene, token: int, candidate: Candidate, actors: Iterable[Role], recipients: Iterable[Role]
) -> Measure:
    """Return what a reading counts."""
    trigger, span = candidate.trigger, scene.parse.span(token)
    mode = (trigger.mode or mode_of_code(trigger.cameo, candidate.event_type)) if trigger and trigger.cameo else None
    return Measure(
        type=candidate.event_type,
        mode=mode,
        actors=tuple(actors),
        recipients=tuple(recipients),
        trigger=span,
        trigger_text=span.of(scene.article.text),
    )


def journey(scene: Scene, verb: int) -> Reading | None:
    """Return the visit of "had not **been to Belarus**"; None for other verbs and for going elsewhere."""
    parse = scene.parse
    if parse.lemmas[verb] not in load_counting().going or parse.pos[verb] not in {"VERB", "AUX"}:
        return None
    hosts = [
        role_of_mention(scene, mention, "recipient")
        for prep in parse.governed(verb, "prep")
        if parse.lemmas[prep] in {"to", "in"}
        for noun in parse.governed(prep, "pobj")
        if (mention := scene.by_head.get(noun)) and mention.label == "GPE" and mention.actor
    ]
    guests = [role for role in roles_at(scene, subjects(parse, verb), "actor") if role.actor]
    if not hosts or not guests:
        return None
    span = parse.span(verb)
    measure = Measure(
        type="CONSULT",
        mode="visit",
        actors=tuple(guests),
        recipients=tuple(hosts),
        trigger=span,
        trigger_text=span.of(scene.article.text),
    )
    return Reading(measure, verb, find_status(parse, verb), JOURNEY_CONFIDENCE)
