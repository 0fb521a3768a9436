"""Weighs whether two readings of one article tell the same happening."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from regesta.coding.odds import chance, log_odds
from regesta.coding.roles.named_sides import NEARLY_SURE, NamedSides, are_of_others
from regesta.coding.roles.roles import party
from regesta.coding.roles.vague_parties import GUESS
from regesta.coding.triggers.candidates import Candidate
from regesta.model.entity import STATELESS
from regesta.model.event import TOLD, Event, Role
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.event_types import is_mutual

# Swept .36 to .48 on held-out and both sets of articles: below, types and parties of the held-out ones fall, above, the
# precision of types.
SAME = 0.39
SAME_ODDS = log_odds(SAME)
SIDE_WORDS = 3  # "protest rallies", "met and discussed with them"
LONG_DAYS = 30  # 7 to 100 nearly alike
ALSO = frozenset({"also", "again", "meanwhile", "separately", "additionally"})
# Verbs of what a meeting is about: "they also discussed trade" is no other meeting.
TOPIC_VERBS = frozenset({"discuss", "review", "exchange", "examine", "address", "raise", "touch", "cover", "focus"})
ANOTHER = frozenset({"another", "other", "separate", "second", "third", "similar", "previous", "earlier"})

VIOLENCE = "ASSAULT"
FORCES_OF_STATE = frozenset({"MIL", "COP"})
FIGHTERS = frozenset({"REB", "CRM", "UAF"})

CASUALTIES = frozenset(
    {"kill", "wound", "injure", "hurt", "die", "maim", "death", "casualty", "injury", "wounded", "dead"}
)


@dataclass(frozen=True, slots=True)
class Coded:
    """An event with the reading it was coded from.

    Attributes:
        candidate: The reading.
        event: The event.
        sentence: Its own sentence; what is joined into the event adds others to the evidence.
        is_nominal: Whether the trigger is a noun: "the visit" often names again what a verb told.
        is_toll: Whether it tells whom an attack killed or hurt: "killed four and wounded seven" is one attack.
        is_alone: Whether its text is no article but a sentence or two.
        is_anew: Whether its words say that it is one more act; see `is_told_anew`.
        is_of_several: Whether its words tell of several acts at once: "has met him six times".
        named: Whom its words name as parties; of what is joined into it, too.
        clearness: How clearly the telling tells it from which its event is; see `clearness.py`.
        tellings: What was joined into it, each with the chance that it is the same; None for what a visit is for.
    """

    candidate: Candidate
    event: Event
    sentence: Span
    is_nominal: bool
    is_toll: bool = False
    is_alone: bool = False
    is_anew: bool = False
    is_of_several: bool = False
    named: NamedSides = field(default_factory=NamedSides)
    clearness: float = 0.0
    tellings: tuple[tuple["Coded", float | None], ...] = ()

    @property
    def token(self) -> int:
        """Index of the trigger's head word."""
        return self.candidate.token


def is_retelling(telling: Coded, other: Coded) -> bool:
    """Tell whether two events of one article are more likely the same happening than not."""
    return may_be_one(telling, other) and chance("same", likeness(telling, other)) >= SAME


def may_be_one(telling: Coded, other: Coded) -> bool:
    """Tell whether nothing makes two events of one article different, whatever else is alike.

    What "had not visited for years" tells is not the visit that ends them, and seven meetings are not one of them.
    """
    one, two = telling.event, other.event
    if one.type != two.type or not same_time(one, two):
        return False  # first, for it takes least time and tells most apart
    is_other_act = is_turned_round(one, two) or is_between_others(one, two)
    is_other_act = is_other_act or are_of_others(telling.named, other.named, network_chance(telling, other))
    is_other_act = is_other_act or are_done_by_others(telling, other) or are_of_both_sides(telling, other)
    is_other_fact = (one.status == "denied") != (two.status == "denied") or telling.is_of_several != other.is_of_several
    return not is_other_act and not is_other_fact


def are_done_by_others(telling: Coded, other: Coded) -> bool:
    """Tell whether verbs of two sentences tell what people of wholly different states do in an act that takes two.

    "The Swiss met the envoy. The Danes met him, too" are two meetings; a noun often names again what a verb told, a
    union what its members did, and who is met may meet.
    """
    if telling.sentence == other.sentence or telling.is_nominal or other.is_nominal or not is_mutual(other.event.type):
        return False
    one, two = (codes_of(r for r in c.event.actors if is_told(r)) for c in (telling, other))
    met = codes_of((*telling.event.recipients, *other.event.recipients))
    are_others = bool(one and two) and one.isdisjoint(two) and (one | two).isdisjoint({*met, *STATELESS})
    return are_others and network_chance(telling, other) < NEARLY_SURE


def are_of_both_sides(telling: Coded, other: Coded) -> bool:
    """Tell whether verbs of two sentences tell of violence, one by a state's forces and one by those they fight.

    "Gunmen stormed the school. Soldiers killed four of the attackers" are two.
    """
    one, two = telling.event, other.event
    if one.type != VIOLENCE or telling.sentence == other.sentence or telling.is_nominal or other.is_nominal:
        return False
    left, right = ({role.actor.sector for role in event.actors if role.actor} for event in (one, two))
    sides = [(left, right), (right, left)]
    return any(a and b and a <= FORCES_OF_STATE and b <= FIGHTERS for a, b in sides)


def is_told(role: Role) -> bool:
    """Tell whether the state of a party is told, not guessed from around it."""
    return role.actor is not None and role.actor.basis != GUESS


def likeness(telling: Coded, other: Coded) -> list[tuple[str, float]]:
    """Return what speaks for and against two events of one type being the same happening, as named numbers."""
    one, two = telling.event, other.event
    left, right = everyone(one), everyone(two)
    shared = left & right
    states, others = states_of(one), states_of(two)
    near = telling.sentence == other.sentence
    return [
        ("network", log_odds(network_chance(telling, other))),
        ("same word", float(one.trigger_text.lower() == two.trigger_text.lower())),
        ("same parties", float(bool(left) and left == right)),
        ("shared party", float(bool(shared) and left != right)),
        ("other parties", float(bool(left) and bool(right) and not shared)),
        ("other states", float(bool(states) and bool(others) and not states & others)),
        ("other status", float(one.status != two.status)),
        ("other mode", float(bool(one.mode and two.mode and one.mode != two.mode))),
        ("noun", float(telling.is_nominal or other.is_nominal)),
        ("casualties", float(near and (telling.is_toll or other.is_toll))),
        ("casualties twice", float(near and telling.is_toll and other.is_toll)),
        ("near", float(near)),
        ("side by side", float(near and abs(telling.token - other.token) <= SIDE_WORDS)),
        ("told anew", float(not near and max(telling, other, key=lambda c: c.token).is_anew)),
        ("other company", float(is_in_other_company(one, two))),
        ("long apart", float(is_long_apart(one, two))),
        ("other country", float(not near and is_elsewhere(one, two))),
        ("other numbers", float(not near and has_other_numbers(one, two))),
    ]


def tells_toll(parse: Parse, token: int, event: Event) -> bool:
    """Tell whether the word of an act tells whom an attack killed or hurt."""
    return event.type == "ASSAULT" and parse.lemmas[token] in CASUALTIES


def is_told_anew(parse: Parse, token: int) -> bool:
    """Tell whether the words of an act say that it is not the one told before: "**also** met", "**another** raid"."""
    if parse.lemmas[token] in TOPIC_VERBS:
        return False
    anew = ANOTHER if parse.pos[token] == "NOUN" else ALSO
    return any(parse.words[child].lower() in anew for child in parse.children[token])


def is_in_other_company(one: Event, two: Event) -> bool:
    """Tell whether somebody takes part in both events, and in each besides a person, or a state, not in the other.

    A minister meets a premier and then a king: two meetings, though one guest.
    """
    persons, states = (persons_of(one), persons_of(two)), (states_of(one), states_of(two))
    return bool(persons[0] & persons[1]) and any(left - right and right - left for left, right in (persons, states))


def is_long_apart(one: Event, two: Event) -> bool:
    """Tell whether one event has a day that is told, and the other by the news a day that lies far from it."""
    if one.date is None or two.date is None or TOLD.issuperset({one.date.basis, two.date.basis}):
        return False
    return abs((one.date.interval.start - two.date.interval.start).days) > LONG_DAYS


def is_elsewhere(one: Event, two: Event) -> bool:
    """Tell whether the sentences of two events say that they took place in different countries."""
    places = [event.place.place.iso3 for event in (one, two) if event.place and event.place.basis in TOLD]
    return len(set(places)) > 1


def has_other_numbers(one: Event, two: Event) -> bool:
    """Tell whether two events give numbers of the same things and none is the same: four killed, and eleven killed."""
    left, right = (
        {role.name: role.amount.value for role in event.arguments if role.amount is not None} for event in (one, two)
    )
    shared = left.keys() & right.keys()
    return bool(shared) and all(left[name] != right[name] for name in shared)


def is_turned_round(one: Event, two: Event) -> bool:
    """Tell whether who acts in one event suffers in the other, and the reverse: an attack and the answer to it."""
    acting, suffering = codes_of(one.actors), codes_of(one.recipients)
    crossed = acting & codes_of(two.recipients) and suffering & codes_of(two.actors)
    return not is_mutual(one.type) and bool(crossed) and acting.isdisjoint(codes_of(two.actors))


def is_between_others(one: Event, two: Event) -> bool:
    """Tell whether each event has both its sides, and the states of one are none of those of the other."""
    sides = [codes_of(side) for event in (one, two) for side in (event.actors, event.recipients)]
    return all(sides) and (sides[0] | sides[1]).isdisjoint(sides[2] | sides[3])


def network_chance(telling: Coded, other: Coded) -> float:
    """Return the network's probability that two tellings are one happening; one half where it read only one of them."""
    one, two = telling.candidate, other.candidate
    if one.act is None or two.act is None or one.number is None or two.number is None:
        return 0.5
    later, number = (one.act, two.number) if one.number > two.number else (two.act, one.number)
    return next((chance for earlier, chance in later.earlier if earlier == number), 0.5)


def everyone(event: Event) -> frozenset[str]:
    """Return what identifies the parties of an event, whatever their roles."""
    return frozenset(map(party, (*event.actors, *event.recipients)))


def codes_of(roles: Iterable[Role]) -> frozenset[str]:
    """Return the codes of the states that parties belong to."""
    return frozenset(role.actor.iso3 for role in roles if role.actor and role.actor.iso3)


def states_of(event: Event) -> frozenset[str]:
    """Return the ids of the states whose people take part: a visit to their president is a visit to their state."""
    codes = codes_of((*event.actors, *event.recipients))
    return frozenset(f"state:{code}" for code in codes)


def persons_of(event: Event) -> frozenset[str]:
    """Return what identifies the persons of a name who take part in an event."""
    return frozenset(party(role) for role in event.parties if role.actor and role.actor.is_person)


def same_time(event: Event, other: Event) -> bool:
    """Tell whether the dates of two events can be one: equal, overlapping, or one of them not told where it stands."""
    if event.date is None or other.date is None or not (is_told_here(event) and is_told_here(other)):
        return True
    one, two = event.date.interval, other.date.interval
    return one.start < two.end and two.start < one.end


def is_told_here(event: Event) -> bool:
    """Tell whether the date of an event is one that its own sentence names."""
    span = event.date.span if event.date else None
    return span is not None and any(sentence.contains(span) for sentence in event.evidence)
