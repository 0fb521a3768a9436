"""An explanation: each decision that coded an event, with what spoke for it. Made by `explain.py`, never stored."""

from dataclasses import dataclass
from typing import Literal

from regesta.model.event import Event, Role, Status
from regesta.model.span import Span

Giver = Literal["network", "entry", "network and entry", "sentence", "place", "another act", "unknown"]
StatusBasis = Literal["entry", "announced", "words", "date", "network", "default"]
Verdict = Literal["less likely", "nobody political takes part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A trigger entry that fits.

    Attributes:
        id: Type and number in its file, "REJECT#3".
        lemmas: The words it is for.
        conditions: What it demands of the words around, by the names that trigger files use.
        reliability: 0 to 1, how often it is right.
    """

    id: str
    lemmas: tuple[str, ...]
    conditions: tuple[tuple[str, str], ...]
    reliability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another reading of the same word.

    Attributes:
        event_type: What the word would be.
        probability: The network's probability of it.
        entry: The entry that gives it; None when only the network does.
        confidence: What its evidence amounts to.
        verdict: Why it was passed over.
    """

    event_type: str
    probability: float
    entry: Fit | None
    confidence: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Weighed:
    """One piece of evidence.

    Attributes:
        name: What it is; "bias" is what holds without any.
        value: How much of it there is.
        weight: Log-odds for each unit.
        contribution: Log-odds that it adds.
    """

    name: str
    value: float
    weight: float
    contribution: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes part, and how that is known.

    Attributes:
        role: Words, role and actor; the actor's `basis` and `confidence` say how the words were resolved.
        given_by: "network", "entry" (a slot of it) or both; "sentence" (only named there); "place" (a visit's host,
            known from where it goes); "another act" (what is asked for, or the talks a visit is for); "unknown".
        detail: The slot, or the words of the other act; "" for others.
        score: The network's score of the words in this role; None when it does not read them so.
        judged_as: The role the evidence is about; another than the role's own for a host found later; "" without any.
        chance: What the evidence amounts to, 0 to 1; None when the party was not judged but given by a rule.
        evidence: What was weighed, the heaviest first.
    """

    role: Role
    given_by: Giver
    detail: str = ""
    score: float | None = None
    judged_as: str = ""
    chance: float | None = None
    evidence: tuple[Weighed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusReason:
    """Why an event has its status.

    Attributes:
        status: The status.
        basis: "entry" (the trigger entry implies it), "announced" (saying it is the act), "words" (of the sentence),
            "date" (it lies after publication), "network", "default" (nothing speaks for another).
        words: The words without which the status would be another.
        network: Statuses with the network's probabilities, best first; empty when it read no act.
    """

    status: Status
    basis: StatusBasis
    words: tuple[Span, ...]
    network: tuple[tuple[Status, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """Another telling that was joined into an event.

    Attributes:
        trigger: Its trigger.
        sentence: Its sentence.
        chance: How likely it is the same happening, 0 to 1; None when it is what a visit was for, which is a rule.
    """

    trigger: Span
    sentence: Span
    chance: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an event was coded so.

    Attributes:
        event: The event.
        sentence: The sentence of its trigger.
        read_as: The type the trigger was read as; another than the event's where an act is only announced.
        types: The network's likeliest types of the trigger with their probabilities; empty when it read no act.
        entry: The trigger entry of that type that fits; None when only the network reads the word so.
        rivals: Other readings of the trigger: those of entries, and the network's likeliest.
        evidence: What was weighed, the heaviest first.
        confidence: What the evidence amounts to, 0 to 1; the event's own also weighs its other tellings.
        parties: Actors and recipients.
        status: Why it has its status.
        retold: Other tellings in the article.
    """

    event: Event
    sentence: Span
    read_as: str
    types: tuple[tuple[str, float], ...]
    entry: Fit | None
    rivals: tuple[Rival, ...]
    evidence: tuple[Weighed, ...]
    confidence: float
    parties: tuple[Party, ...]
    status: StatusReason
    retold: tuple[Retold, ...]
