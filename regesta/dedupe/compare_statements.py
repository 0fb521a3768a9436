"""Compares two statements of different articles and judges whether they report one utterance, with reasons in words."""

from dataclasses import dataclass
from datetime import date
from itertools import product

from rapidfuzz import fuzz

from regesta.dedupe.compare import AUTHOR
from regesta.dedupe.who import same_person
from regesta.dedupe.wording import Wording, contraries, read_wording
from regesta.model.entity import Actor
from regesta.model.event import Role
from regesta.model.judgement import Judgement, Verdict
from regesta.model.statement import Statement

# Weights and threshold were chosen on half `a` of evaluation/gold/utterances and by reading what was joined of 1,192
# newswire articles; docs/accuracy.md tells how they do on half `b`.
SAME_FROM = 0.63
# Left to a person from here: of the pairs of half `a` that are not joined, 5 reach it, 3 of which are one utterance; of
# half `b` none does.
UNSURE_FROM = 0.4
MEANING = 0.55  # weight of shared meanings
LETTERS = 0.25  # weight of likeness to the letter
SAME_LETTERS = 90  # of 100: one of the two is a cut of the other, but for a word or two
LEAST_LETTERS = 25  # fewer say nothing by being the same
FEW_MEANINGS = 3  # statements that share fewer content words are one only when they are alike to the letter
SHORT_MEANINGS = 5  # fewer are said on many days, and by many
SHORT = 0.1  # taken off for it
NEARLY_ALL = 0.8  # share of the meanings from which a "not" makes a statement the opposite
SAME_WORDS = 80  # of 100, for descriptions of speakers
OPPOSED = frozenset({"OPP", "REB", "SEP"})


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground for or against sameness.

    Attributes:
        weight: Added to the score; negative when it speaks against.
        reason: In words, for the reader.
        decides: Whether it alone makes the pair different.
    """

    weight: float
    reason: str
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One article's report of an utterance, with what comparing needs beside the statement.

    Attributes:
        statement: The statement.
        published: Publication day of its article; None when unknown.
    """

    statement: Statement
    published: date | None

    @property
    def wording(self) -> Wording:
        """What the words say."""
        return read_wording(self.statement.content_text)

    @property
    def denies(self) -> bool:
        """Whether something is said not to be so, in the words or by the cue: "denied that"."""
        return self.wording.denies or self.statement.speech_class == "denies"


def compare_statements(left: Told, right: Told) -> Judgement:
    """Judge whether two statements of different articles report one utterance: the same, different, or unsure."""
    left, right = sorted((left, right), key=lambda told: told.statement.id)
    found = [e for e in (wording(left, right), speakers(left, right), numbers(left, right)) if e]
    against = polarity(left, right)
    found += [e for e in (against, names(left, right), days(left, right)) if e]
    score = max(0.0, min(1.0, sum(e.weight for e in found)))
    verdict = "different" if any(e.decides for e in found) else verdict_of(score, is_contrary=against is not None)
    return Judgement(
        left=left.statement.id,
        right=right.statement.id,
        kind="statement",
        verdict=verdict,
        score=round(min(score, UNSURE_FROM / 2) if verdict == "different" else score, 4),
        reasons=tuple(e.reason for e in found),
        author=AUTHOR,
    )


def verdict_of(score: float, *, is_contrary: bool) -> Verdict:
    """Return what a score means, where no ground decides alone; nobody is asked about what says the contrary."""
    if score >= SAME_FROM:
        return "same"
    return "unsure" if score >= UNSURE_FROM and not is_contrary else "different"


def wording(left: Told, right: Told) -> Ground:
    """Weigh the words: meanings in common, by the shorter and by the longer statement, and likeness to the letter."""
    one, two = left.wording, right.wording
    shared, smaller = one.meanings & two.meanings, min(len(one.meanings), len(two.meanings))
    letters = fuzz.partial_ratio(one.plain, two.plain)
    short = SHORT * (smaller < SHORT_MEANINGS)
    if one.plain == two.plain and len(one.plain) >= LEAST_LETTERS:
        return Ground(MEANING - short, "the same words")
    if letters >= SAME_LETTERS and smaller >= FEW_MEANINGS:
        return Ground(MEANING - short, "one is a cut of the other")
    if len(shared) < FEW_MEANINGS and one.meanings != two.meanings:
        return Ground(0.0, "too few words in common", decides=True)
    alike = (len(shared) / max(1, smaller) + len(shared) / max(1, len(one.meanings), len(two.meanings))) / 2
    weight = MEANING * alike + LETTERS * fuzz.token_set_ratio(one.plain, two.plain) / 100
    if smaller < FEW_MEANINGS:
        weight = min(weight, MEANING - SHORT)
    return Ground(weight, f"they share {len(shared)} of {smaller} words of content")


def speakers(left: Told, right: Told) -> Ground:
    """Weigh the speakers; of several who speak together, those two that are most nearly one."""
    one, two = left.statement.speakers, right.statement.speakers
    weighed = [one_speaker(actor_of(ours), actor_of(theirs)) for ours, theirs in product(one, two)]
    return max(weighed, key=lambda e: (not e.decides, e.weight), default=Ground(0.0, "one of them names no speaker"))


def one_speaker(ours: Actor, theirs: Actor) -> Ground:
    """Weigh two speakers: one person or body, a person beside the body spoken for, or somebody else."""
    if ours.is_person and theirs.is_person:
        if same_person(ours, theirs):
            return Ground(0.2, f"both are said by {ours.name}")
        return Ground(-0.2, f"said by {ours.name} and by {theirs.name}", decides=True)
    if are_apart(ours, theirs):
        return Ground(-0.2, f"said by {ours.name} and by {theirs.name}", decides=True)
    if ours.entity is not None and ours.entity == theirs.entity:
        return Ground(0.2, f"both are said by {ours.name}")
    if fuzz.token_set_ratio(ours.name.lower(), theirs.name.lower()) >= SAME_WORDS:
        is_known = bool(ours.iso3 or ours.entity)  # "the minister" without a state is any minister
        return Ground(0.15 if is_known else 0.05, f"both are said by {ours.name}")
    if ours.iso3 and (ours.iso3, ours.sector) == (theirs.iso3, theirs.sector):
        return Ground(0.1, f"both are said by {ours.sector} of {ours.iso3}")
    return Ground(-0.1, f"said by {ours.name} and by {theirs.name}")


def actor_of(role: Role) -> Actor:
    """Return who fills a role, known or not."""
    return role.actor or Actor(name=role.text)


def are_apart(ours: Actor, theirs: Actor) -> bool:
    """Tell whether two actors of whom one is no person cannot speak with one voice: of two states, or two sides."""
    if ours.iso3 and theirs.iso3 and ours.iso3 != theirs.iso3:
        return True
    return ((ours.sector or "") in OPPOSED) != ((theirs.sector or "") in OPPOSED) and bool(
        ours.sector and theirs.sector
    )


def numbers(left: Told, right: Told) -> Ground | None:
    """Weigh numbers and named days: the same ones, or one in the place of another."""
    one, two = left.wording, right.wording
    for ours, theirs in ((one.numbers, two.numbers), (one.times, two.times)):
        if ours and theirs and ours.isdisjoint(theirs):
            return Ground(-0.4, f"{min(ours)} here, {min(theirs)} there", decides=True)
    shared = sorted(one.numbers & two.numbers)
    if one.numbers - two.numbers and two.numbers - one.numbers:
        return Ground(-0.1, "some other numbers")
    return Ground(0.1, f"both say {shared[0]}") if shared else None


def polarity(left: Told, right: Told) -> Ground | None:
    """Weigh that one denies what the other says, or says the contrary word."""
    one, two = left.wording.meanings, right.wording.meanings
    if left.denies == right.denies:
        against = [pair for pair in product(sorted(one - two), sorted(two - one)) if pair in contraries()]
        return Ground(-0.3, f"{against[0][0]}... here, {against[0][1]}... there") if against else None
    most = len(one & two) >= NEARLY_ALL * max(len(one), len(two), 1)
    return Ground(-0.12, "one of them says it is not so", decides=most)


def names(left: Told, right: Told) -> Ground | None:
    """Weigh that each names somebody or something that the other does not."""
    one, two = left.wording, right.wording
    ours, theirs = one.names - two.meanings, two.names - one.meanings
    return Ground(-0.12, f"{min(ours)}... here, {min(theirs)}... there") if ours and theirs else None


def days(left: Told, right: Told) -> Ground | None:
    """Weigh the days on which the articles appeared."""
    if left.published is None or right.published is None:
        return Ground(-0.05, "one of the articles has no day")
    apart = abs((left.published - right.published).days)
    if apart == 0:
        return Ground(0.05, "published on one day")
    return Ground(-0.02 * apart, "a day apart" if apart == 1 else f"{apart} days apart")
