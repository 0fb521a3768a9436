"""Compares two tellings and judges whether they are one happening, with the reasons in words."""

from collections.abc import Iterator

from regesta.dedupe.cross_encoder import read_together
from regesta.dedupe.odds import READ, Evidence, chance, chance_together, load_weights
from regesta.dedupe.subjects import subjects
from regesta.dedupe.telling import Telling
from regesta.dedupe.trigger_words import ALIKE_FROM, FLOOR, likeness_of
from regesta.dedupe.when import days_apart, times
from regesta.dedupe.who import groups, of_one_person, other_guests, parties, people
from regesta.dedupe.words import likeness
from regesta.model.event import Event
from regesta.model.judgement import Judgement, Verdict
from regesta.version import __version__

AUTHOR = f"dedupe@{__version__}"
# From which score a pair is judged the same. Chosen on the fifth of the pairs judged by reading that the network has
# not learned (`training/together_odds.py`); `docs/accuracy.md` has the month that nothing was chosen on.
SAME_FROM = 0.45
# Grounds by which acts between the same parties are told apart; whether they or the coding is wrong, a person must say.
DESCRIBED_APART = frozenset({"other_kind", "other_count", "other_subject"})  # and with little else in common, different
LEFT_TO_A_PERSON = DESCRIBED_APART | {
    "turned",
    "other_people",
    "other_states",
    "other_status",
    "other_type",
    "one_of_several",
}
MUCH_SHARED = 0.3  # of words beside parties and act: some two or three rare ones
UNSURE_FROM = 0.25
# From which score on the sentences are read together, which takes some milliseconds. Of 597 judged pairs from .05 to
# there five would be joined when read.
READ_FROM = 0.15
TELLING = 1.0  # log-odds of the network that are worth showing
OUT_OF_QUESTION = 0.01  # the score of a pair that one ground alone makes different
# Types that coding mistakes for each other, or that one act can be told as: a visit as the agreement it led to.
NEIGHBOURS = frozenset(
    frozenset(pair.split())
    for pair in (
        "AGREE CONSULT",
        "AGREE SUPPORT",
        "AGREE COOPERATE",
        "AGREE AID",
        "AGREE CONCEDE",
        "AGREE RETREAT",
        "SUPPORT COOPERATE",
        "SUPPORT AID",
        "SUPPORT CONSULT",
        "SUPPORT CONCEDE",
        "COOPERATE AID",
        "COOPERATE CONSULT",
        "CONCEDE RETREAT",
        "RETREAT SANCTION",
        "REQUEST ACCUSE",
        "REQUEST THREATEN",
        "REQUEST PROTEST",
        "ACCUSE REJECT",
        "ACCUSE PROTEST",
        "REJECT SANCTION",
        "THREATEN SANCTION",
        "SANCTION COERCE",
        "SANCTION ASSAULT",
        "COERCE ASSAULT",
        "COERCE PROTEST",
        "PROTEST ASSAULT",
        "MOBILIZE ASSAULT",
        "MOBILIZE AID",
    )
)
SELDOM = frozenset({("SANCTION", "withdraw"), ("SANCTION", "expel")})  # of these a state does few, each of one day
SHOWN_WORDS = 4
FIRST = 10.0  # a ground that nothing outweighs is told first
MOST_ALIKE = 3.0  # log-odds above the floor: about those of the likest words
MOST_SHARED = {"names": 3, "words": 18.0}  # beyond it, more of the same says no more


def compare(left: Telling, right: Telling) -> Judgement:
    """Judge whether two tellings of different articles are one happening.

    Codings are noisy, so that nothing has to agree exactly; but acts of unlike types, and exact days that both texts
    tell and that do not meet, are different whatever else agrees.
    """
    left, right = in_order(left, right)
    if against := decisive(left, right):
        return judgement_on(left, right, "different", OUT_OF_QUESTION, (against,))
    score, found = weighed(left, right)
    return judgement_on(left, right, verdict_of(score, found), score, reasons(found))


def same_or_unsure(left: Telling, right: Telling) -> Judgement | None:
    """Return what `compare` does; None for a pair judged different, of which nobody asks why: most pairs are."""
    left, right = in_order(left, right)
    if decisive(left, right):
        return None
    score, found = weighed(left, right)
    verdict = verdict_of(score, found)
    return None if verdict == "different" else judgement_on(left, right, verdict, score, reasons(found))


def in_order(left: Telling, right: Telling) -> tuple[Telling, Telling]:
    """Return two tellings, the one of the smaller id first, so that the order given is no matter."""
    return (left, right) if left.event.id <= right.event.id else (right, left)


def weighed(left: Telling, right: Telling) -> tuple[float, list[Evidence]]:
    """Return how likely two tellings are one happening, and the grounds; the network reads those that may be joined."""
    found = evidence(left, right)
    score = chance(found)
    is_open = score >= READ_FROM and LEFT_TO_A_PERSON.isdisjoint(ground.name for ground in found)
    if not is_open or (read := read_together(left, right)) is None:
        return score, found
    reason = (
        "" if abs(read) < TELLING else f"read together, their sentences tell {'one act' if read > 0 else 'two acts'}"
    )
    return chance_together(score, read), [*found, Evidence(READ, read, reason)]


def verdict_of(score: float, found: list[Evidence]) -> Verdict:
    """Return what a score means; the program never joins what a ground of `LEFT_TO_A_PERSON` speaks against."""
    if score < UNSURE_FROM:
        return "different"
    grounds = {ground.name: ground.value for ground in found}
    if not DESCRIBED_APART.isdisjoint(grounds) and grounds.get("shared_words", 0.0) < MUCH_SHARED:
        return "different"
    return "same" if score >= SAME_FROM and LEFT_TO_A_PERSON.isdisjoint(grounds) else "unsure"


def judgement_on(left: Telling, right: Telling, verdict: Verdict, score: float, told: tuple[str, ...]) -> Judgement:
    """Return a judgement on a pair, the smaller id first."""
    return Judgement(
        left=left.event.id,
        right=right.event.id,
        kind="event",
        verdict=verdict,
        score=round(score, 4),
        reasons=told,
        author=AUTHOR,
    )


def decisive(left: Telling, right: Telling) -> str:
    """Return what alone makes two tellings different, in words; "" when nothing does."""
    if not akin(left.event.type, right.event.type):
        return f"acts of unlike types, {left.event.type} and {right.event.type}"
    if days := days_apart(left, right):
        return f"{days} days apart"
    return other_guests(left, right)


def akin(left: str, right: str) -> bool:
    """Tell whether two event types are one, or neighbours."""
    return left == right or frozenset((left, right)) in NEIGHBOURS


def evidence(left: Telling, right: Telling) -> list[Evidence]:
    """Return every ground for or against sameness that is not decisive."""
    return [
        *times(left, right),
        *parties(left, right),
        *people(left, right),
        *groups(left, right),
        *subjects(left, right),
        *acts(left, right),
        *wording(left, right),
        *places(left, right),
        *statuses(left.event, right.event),
    ]


def reasons(found: list[Evidence]) -> tuple[str, ...]:
    """Return the grounds that have words for them, those that count most first."""
    weights = dict.fromkeys(LEFT_TO_A_PERSON, FIRST) | load_weights()
    ranked = sorted(found, key=lambda e: -abs(weights.get(e.name, 0.0) * e.value))
    return tuple(dict.fromkeys(e.reason for e in ranked if e.reason))


def acts(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield how the acts fit: type, mode, and the words that express them."""
    one, two = left.event, right.event
    if one.type != two.type:
        yield Evidence("other_type", 1.0, f"told as {one.type} and as {two.type}")
    elif one.mode and two.mode and one.mode != two.mode:
        yield Evidence("other_mode", 1.0, f"different modes, {one.mode} and {two.mode}")
    if one.cameo == two.cameo:
        yield Evidence("same_code")
    if left.is_of_several != right.is_of_several:
        yield Evidence("one_of_several", 1.0, "one of them counts several")
    of_one_guest = left.actors & right.actors or left.party_keys == right.party_keys  # "received" tells it of the host
    if is_visit(one) and is_visit(two) and of_one_guest and of_one_person(left, right):
        yield Evidence("same_visit", 1.0, "a visit, of which one person makes few")
    if (one.type, one.mode) in SELDOM and (one.type, one.mode) == (two.type, two.mode) and is_of_one_day(left, right):
        yield Evidence("seldom_act", 1.0, "an act that one state seldom does to another")
    odds = likeness_of(left.trigger, right.trigger)
    reason = ""
    if left.trigger == right.trigger:
        reason = f"both say {one.trigger_text!r}"
    elif odds >= ALIKE_FROM:
        reason = f"{one.trigger_text!r} and {two.trigger_text!r} tell like acts"
    yield Evidence("like_triggers", (odds - FLOOR) / MOST_ALIKE, reason)


def is_visit(event: Event) -> bool:
    """Tell whether an act is a visit, which the same guest makes seldom: other acts of one day are often several."""
    return event.type == "CONSULT" and event.mode == "visit"


def is_of_one_day(left: Telling, right: Telling) -> bool:
    """Tell whether the same are told to have dealt with the same, on days that both sentences tell."""
    are_parties = left.actors == right.actors and left.recipients == right.recipients
    return bool(left.actors and left.recipients) and are_parties and left.day_told and right.day_told


def wording(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield what both sentences speak of beside the parties and the act itself."""
    yield Evidence("clause_likeness", likeness(left.clause, right.clause))
    ours, theirs = left.spoken, right.spoken
    words = sum([rareness for key, rareness in ours.words.items() if key in theirs.words])
    shown = [word for key, word in ours.rare.items() if key in theirs.rare][:SHOWN_WORDS]
    reason = f"both speak of {', '.join(shown)}" if shown else ""
    yield Evidence("shared_words", min(MOST_SHARED["words"], words) / MOST_SHARED["words"], reason)
    names = len(ours.names & theirs.names)
    yield Evidence("shared_names", min(MOST_SHARED["names"], names) / MOST_SHARED["names"])
    if not ours.numbers.isdisjoint(theirs.numbers):
        yield Evidence("shared_numbers")
    if not shown:
        yield Evidence("nothing_shared", 1.0, "nothing else in common in their words")


def places(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Yield whether the places that the sentences tell are one city, or different ones."""
    one, two = left.event.place, right.event.place
    if one is None or two is None or "inferred" in {one.basis, two.basis}:
        return
    if one.place.geonameid is not None and one.place.geonameid == two.place.geonameid:
        yield Evidence("same_place", 1.0, f"same place, {one.place.name}")
    elif one.place.iso3 and two.place.iso3 and one.place.iso3 != two.place.iso3:
        yield Evidence("other_place", 1.0, f"different countries, {one.place.name} and {two.place.name}")
    elif {one.place.precision, two.place.precision} == {"city"}:
        yield Evidence("other_place", 1.0, f"different cities, {one.place.name} and {two.place.name}")


def statuses(left: Event, right: Event) -> Iterator[Evidence]:
    """Yield what differing statuses say: what was planned may have happened since; what is denied has not."""
    if left.status == right.status:
        return
    if {left.status, right.status} == {"planned", "happened"}:
        yield Evidence("planned", 1.0, "announced before it happened")
    else:
        yield Evidence("other_status", 1.0, f"one is {left.status}, the other {right.status}")
