"""Compares two tellings and judges whether they are one happening, with the reasons in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from regesta.dedupe.block import party_key
from regesta.model.entity import Actor
from regesta.model.event import Event, Role
from regesta.model.judgement import Judgement, Verdict
from regesta.version import __version__

AUTHOR = f"dedupe@{__version__}"
SAME_NAME = 82  # of 100: Zelenski and Zelensky score 88, Lukashenko and Lukaschenko 95, but Khrenin and Jrenin 77


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's account of a happening, with what comparing needs beside the event.

    Attributes:
        event: The event.
        published: Publication day of its article; None when unknown.
        words: The evidence sentence.
    """

    event: Event
    published: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One ground for or against sameness.

    Attributes:
        weight: Added to the score; negative when it speaks against.
        reason: In words, for the reader.
        decides: Whether it alone makes the pair different.
    """

    weight: float
    reason: str
    decides: bool = False


# A day that both texts tell says more than two articles of one day, or a month or year.
SAME_DATE = {0: 0.10, 1: 0.18, 2: 0.25}
START = 0.30  # score of a pair about which nothing is known but its block
SAME_FROM = 0.70
UNSURE_FROM = 0.58


def compare(left: Telling, right: Telling) -> Judgement:
    """Judge whether two tellings of different articles are one happening.

    Weights and thresholds were set by reading joined and unjoined pairs of 1,192 newswire and 54 example articles; how
    they do on labelled pairs stands in `docs/accuracy.md`.
    """
    left, right = sorted((left, right), key=lambda telling: telling.event.id)  # so that the order given is no matter
    found = [e for e in (times(left, right), people(left, right), places(left, right), acts(left, right)) if e]
    found += [e for e in (roles_agree(left, right), wording(left, right), statuses(left, right)) if e]
    score = max(0.0, min(1.0, START + sum(e.weight for e in found)))
    verdict: Verdict = "same" if score >= SAME_FROM else "unsure" if score >= UNSURE_FROM else "different"
    if any(e.decides for e in found):
        verdict, score = "different", min(score, UNSURE_FROM / 2)
    return Judgement(
        left=left.event.id,
        right=right.event.id,
        kind="event",
        verdict=verdict,
        score=round(score, 4),
        reasons=tuple(e.reason for e in found),
        author=AUTHOR,
    )


def times(left: Telling, right: Telling) -> Evidence | None:
    """Weigh the dates: one day, overlapping spans, or days apart."""
    one, two = left.event.date, right.event.date
    if one is None or two is None:
        return Evidence(-0.15, "one of them has no date")
    told = (one.basis == "expression") + (two.basis == "expression")
    if one.interval == two.interval:
        exact = one.interval.precision in {"day", "time"}
        return Evidence(SAME_DATE[told if exact else 0], f"same date, {one.interval.start.isoformat()}")
    if one.interval.start < two.interval.end and two.interval.start < one.interval.end:
        return Evidence(0.05, "dates overlap")
    apart = abs((one.interval.start - two.interval.start).days)
    if told < 2 and apart <= 1:
        return Evidence(0.05, "a day apart, one of them dated by publication")
    return Evidence(-0.4, f"{apart} days apart", decides=told == 2)


def people(left: Telling, right: Telling) -> Evidence | None:
    """Weigh named persons: the same people, or different people of the same state."""
    one, two = persons(left.event), persons(right.event)
    if not one or not two:
        return None
    shared = [actor.name for actor in one if any(same_person(actor, other) for other in two)]
    if shared:
        return Evidence(0.2 + 0.1 * (len(shared) > 1), f"both name {', '.join(shared)}")
    return Evidence(-0.35, "they name different people")


def persons(event: Event) -> list[Actor]:
    """Return the persons among the parties."""
    parties = [role.actor for role in (*event.actors, *event.recipients) if role.actor]
    return [actor for actor in parties if (actor.entity or "").startswith("person:")]


def same_person(left: Actor, right: Actor) -> bool:
    """Tell whether two persons can be one: the same entity, or last words alike, allowing for transliteration."""
    one, other = (actor.name.split()[-1].lower() for actor in (left, right))
    return left.entity == right.entity or fuzz.ratio(one, other) >= SAME_NAME


def places(left: Telling, right: Telling) -> Evidence | None:
    """Weigh the places: one city, one country, or different ones."""
    one, two = left.event.place, right.event.place
    if one is None or two is None or "inferred" in {one.basis, two.basis}:
        return None
    if one.place.geonameid is not None and one.place.geonameid == two.place.geonameid:
        return Evidence(0.12, f"same place, {one.place.name}")
    if one.place.iso3 and two.place.iso3 and one.place.iso3 != two.place.iso3:
        return Evidence(-0.25, f"different countries, {one.place.name} and {two.place.name}")
    if {one.place.precision, two.place.precision} == {"city"}:
        return Evidence(-0.25, f"different cities, {one.place.name} and {two.place.name}")
    return Evidence(0.03, "same country")


def acts(left: Telling, right: Telling) -> Evidence | None:
    """Weigh the acts: same code or trigger, or different modes of one type."""
    one, two = left.event, right.event
    if one.mode and two.mode and one.mode != two.mode:
        return Evidence(-0.2, f"different modes, {one.mode} and {two.mode}")
    if one.trigger_text.lower() == two.trigger_text.lower():
        return Evidence(0.12, f"both say {one.trigger_text!r}")
    if one.cameo == two.cameo:
        return Evidence(0.08, "same kind of act")
    return None


def roles_agree(left: Telling, right: Telling) -> Evidence:
    """Weigh the parties in their roles."""
    one, two = left.event, right.event
    ours, theirs = (*one.actors, *one.recipients), (*two.actors, *two.recipients)
    missing = [role for role in ours if not has_party(theirs, role)]
    extra = [role for role in theirs if not has_party(ours, role)]
    if not missing and not extra:
        if min(len(ours), len(theirs)) < 2:
            return Evidence(0.05, "same single party")
        if all_in(one.actors, two.actors) and all_in(one.recipients, two.recipients):
            return Evidence(0.2, "same parties")
        turned = bool(one.recipients) and bool(two.recipients)
        return Evidence(-0.3, "parties in turned roles") if turned else Evidence(0.15, "same parties")
    if not missing or not extra:
        return Evidence(-0.02, "one of them names more parties")
    if len(ours) + len(theirs) >= 3 * (len(missing) + len(extra)):
        return Evidence(-0.02, "most parties are the same")
    return Evidence(-0.25, "other parties beside the shared ones")


def all_in(ours: Sequence[Role], theirs: Sequence[Role]) -> bool:
    """Tell whether two lists of roles hold the same parties."""
    return all(has_party(theirs, role) for role in ours) and all(has_party(ours, role) for role in theirs)


def has_party(roles: Sequence[Role], role: Role) -> bool:
    """Tell whether a party is among roles: the same state or entity, or a person of like name."""
    return any(party_key(role) == party_key(other) or same_name(role, other) for other in roles)


def same_name(left: Role, right: Role) -> bool:
    """Tell whether two roles name one person, as far as names tell."""
    if left.actor is None or right.actor is None:
        return False
    both = (left.actor.entity or "", right.actor.entity or "")
    return all(entity.startswith("person:") for entity in both) and same_person(left.actor, right.actor)


def wording(left: Telling, right: Telling) -> Evidence | None:
    """Weigh the evidence sentences: near-copies speak for sameness."""
    alike = fuzz.token_set_ratio(left.words.lower(), right.words.lower())
    if alike >= 75:
        return Evidence(0.15, "nearly the same words")
    return Evidence(-0.08, "told in other words") if alike < 40 else None


def statuses(left: Telling, right: Telling) -> Evidence | None:
    """Weigh the statuses: what was planned may have happened since; what is denied is not what happened."""
    pair = {left.event.status, right.event.status}
    if len(pair) == 1:
        return None
    if pair == {"planned", "happened"}:
        return Evidence(-0.02, "announced before it happened")
    return Evidence(-0.3, f"one is {left.event.status}, the other {right.event.status}")
