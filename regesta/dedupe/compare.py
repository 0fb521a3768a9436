"""Compares two tellings and judges whether they are one happening, with the reasons in words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from regesta.dedupe.block import party_key
from regesta.dedupe.topics import WORD, stem, topic
from regesta.model.entity import Actor
from regesta.model.event import Event, Role
from regesta.model.judgement import Judgement, Verdict
from regesta.ontology.event_types import load_ontology
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
NAMED_BESIDE = 0.15  # a party that one sentence was coded with and the other only names
SEVERAL_WORDS = 4  # a sentence of fewer content words tells nothing by what it lacks
PARTIES = frozenset({"actor", "recipient"})
ARTICLE = re.compile(r"^(?:al|el|an|as|ash)[-’']")
SAME_WORDS = 75  # of 100, by words in any order


def compare(left: Telling, right: Telling) -> Judgement:
    """Judge whether two tellings of different articles are one happening.

    Weights and thresholds were set by reading joined and unjoined pairs of 1,192 newswire articles, 54 examples and 25
    articles of NewsWCL50; how they do on labelled pairs stands in `docs/accuracy.md`.
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
        return Evidence(0.0, "a day apart, one of them dated by publication")
    return Evidence(-0.4, f"{apart} days apart", decides=told == 2)


def people(left: Telling, right: Telling) -> Evidence | None:
    """Weigh named persons: the same people, or different people in one role, of whatever state."""
    one, two = persons(left.event.roles), persons(right.event.roles)
    for role in ("actor", "recipient"):
        ours, theirs = persons(left.event.named(role)), persons(right.event.named(role))
        if ours and theirs and not alike(ours, theirs) and not (alike(ours, two) and alike(theirs, one)):
            return Evidence(-0.35, f"they name different people, {ours[0].name} and {theirs[0].name}")
    shared = alike(one, two)
    if not shared:
        return None
    weight = 0.2 + 0.1 * (len(shared) > 1)
    return Evidence(
        weight / 2 if is_verbal(left.event) else weight, f"both name {', '.join(person.name for person in shared)}"
    )


def persons(roles: Iterable[Role]) -> list[Actor]:
    """Return the persons among parties."""
    return [role.actor for role in roles if role.actor and role.name in PARTIES and is_person(role)]


def is_person(role: Role) -> bool:
    """Tell whether a role is filled by a person of a name."""
    return role.actor is not None and (role.actor.entity or "").startswith("person:")


def alike(ours: Sequence[Actor], theirs: Sequence[Actor]) -> list[Actor]:
    """Return those of our persons who may be one of theirs."""
    return [person for person in ours if any(same_person(person, other) for other in theirs)]


def same_person(left: Actor, right: Actor) -> bool:
    """Tell whether two persons can be one: one entity, or last words alike, allowing for transliteration and "al-"."""
    return left.entity == right.entity or fuzz.ratio(surname(left.name), surname(right.name)) >= SAME_NAME


def surname(name: str) -> str:
    """Return the last word of a name, in lower case and without an Arabic article."""
    return ARTICLE.sub("", name.split()[-1].lower())


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
    if one.cameo == two.cameo and not is_verbal(one) and one.cameo != load_ontology().event_types[one.type].cameo:
        return Evidence(0.08, "same kind of act")
    return None


def roles_agree(left: Telling, right: Telling) -> Evidence:
    """Weigh the parties in their roles."""
    one, two = left.event, right.event
    ours, theirs = (*one.actors, *one.recipients), (*two.actors, *two.recipients)
    missing = [role for role in ours if not has_party(theirs, role)]
    extra = [role for role in theirs if not has_party(ours, role)]
    if (
        bool(missing) != bool(extra)
        and all(names(right, role) for role in missing)
        and all(names(left, role) for role in extra)
    ):
        return Evidence(NAMED_BESIDE, f"the other's words name {(missing or extra)[0].text} too")
    if not missing and not extra:
        if min(len(ours), len(theirs)) < 2:
            return Evidence(0.05, "same single party")
        if all_in(one.actors, two.actors) and all_in(one.recipients, two.recipients):
            if len({party_key(role) for role in (*ours, *theirs)}) == 1:
                return Evidence(0.05, "parties of one state")
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
    return any(same_party(role, other) for other in roles)


def names(telling: Telling, role: Role) -> bool:
    """Tell whether a sentence names a party that it was not coded with."""
    words = {stem(word) for word in WORD.findall(telling.words)}
    name = role.actor.name if role.actor else role.text
    return any(stem(word) in words for word in (*WORD.findall(name)[-1:], *WORD.findall(role.text)[-1:]))


def same_party(left: Role, right: Role) -> bool:
    """Tell whether two roles may be one party: persons by their names, others by state, entity or words."""
    if is_person(left) and is_person(right) and left.actor and right.actor:
        return same_person(left.actor, right.actor)
    return party_key(left) == party_key(right)


def wording(left: Telling, right: Telling) -> Evidence | None:
    """Weigh the evidence sentences: near-copies speak for sameness, and so does what both speak of beside the parties.

    The same two parties ask, accuse and praise each other of many things on one day: of such acts, those that have no
    word in common are seldom one.
    """
    if fuzz.token_set_ratio(left.words.lower(), right.words.lower()) >= SAME_WORDS:
        return Evidence(0.15, "nearly the same words")
    parties = [role for telling in (left, right) for role in (*telling.event.actors, *telling.event.recipients)]
    ours, theirs = topic(left.words, parties), topic(right.words, parties)
    acts = {stem(telling.event.trigger_text) for telling in (left, right)}
    shared = [ours[key] for key in ours if key in theirs and key not in acts]
    least = min(len(ours), len(theirs))
    if 2 * len(shared) >= max(least, 2) or (len(shared) >= 3 and 4 * len(shared) >= least):
        return Evidence(0.15, f"both speak of {', '.join(shared[:4])}")
    if is_verbal(left.event) and least >= SEVERAL_WORDS:
        return Evidence(-0.25 if len(acts) == 2 else -0.2, "little else in common in their words")
    if not shared:
        return Evidence(-0.08, "nothing else in common in their words")
    return Evidence(0.0, f"both speak of {', '.join(shared)}")


def is_verbal(event: Event) -> bool:
    """Tell whether an act is done by words and can be about anything; a meeting is not."""
    return event.quad in {1, 3} and event.type != "CONSULT"


def statuses(left: Telling, right: Telling) -> Evidence | None:
    """Weigh the statuses: what was planned may have happened since; what is denied is not what happened."""
    pair = {left.event.status, right.event.status}
    if len(pair) == 1:
        return None
    if pair == {"planned", "happened"}:
        return Evidence(-0.02, "announced before it happened")
    return Evidence(-0.3, f"one is {left.event.status}, the other {right.event.status}")
