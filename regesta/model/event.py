"""An event: who did what to whom, when and where, according to one article."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from regesta.model.annotation import Amount, DateInterval
from regesta.model.entity import Actor, Place
from regesta.model.span import Span

Status = Literal["happened", "planned", "denied", "hypothetical"]
PlaceBasis = Literal["expression", "inferred", "corrected"]
DateBasis = Literal["expression", "published", "inferred", "corrected"]
PEOPLE_COUNTED = ("killed", "wounded", "abducted", "detained", "deported", "size")  # roles that count people
PARTY_ROLES = ("actor", "recipient")
UNREALISED: frozenset[Status] = frozenset({"planned", "hypothetical", "denied"})
PROSPECTIVE = UNREALISED - {"denied"}  # what may still happen
TOLD = frozenset({"expression", "corrected"})  # bases of a day or place that the sentence of the act or a person tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One participant or argument of an event, or the source it is known from.

    Attributes:
        name: "actor", "recipient", "source" (whom the article cites for it), or one the event type declares ("amount").
        span: The words that fill it.
        text: Those words, verbatim.
        actor: Who fills it; None for an argument that is not an actor.
        amount: The quantity that fills it; None unless the role is a quantity.
    """

    name: str
    span: Span
    text: str
    actor: Actor | None = None
    amount: Amount | None = None

    @property
    def called(self) -> str:
        """What fills it is called: the resolved name, else the words of the text."""
        return self.actor.name if self.actor else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When an event happened, with how that is known.

    Attributes:
        interval: Calendar days, half-open.
        basis: "expression" (a time expression of the sentence), "published" (publication day), "inferred" (elsewhere in
            the text), "corrected" (a person says so).
        span: The time expression; None when the basis is "published" or "corrected".
        text: Its words; None likewise.
    """

    interval: DateInterval
    basis: DateBasis
    span: Span | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """Where an event happened.

    Attributes:
        place: The place.
        span: The words that name it.
        text: Those words, verbatim.
        basis: "expression" (the sentence says so), "inferred" (the scene of the report, or the host's country),
            "corrected" (a person says so; the span is the name, else the trigger).
    """

    place: Place
    span: Span
    text: str
    basis: PlaceBasis = "expression"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, when and where, according to one article.

    Attributes:
        id: Content hash (see `fact_id`): same text and version, same id.
        article_id: The article that reports it.
        type: PLOVER event type.
        mode: Mode of that type; None when the text does not say.
        contexts: PLOVER contexts, sorted.
        cameo: CAMEO code.
        quad: Quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        intensity: -10 (conflict) to +10 (cooperation), from the ontology.
        trigger: The words that express the act.
        trigger_text: Those words, verbatim.
        roles: Participants and arguments, in text order within each name.
        date: When; None when the text gives no clue.
        place: Where; None when the text does not say.
        status: Whether it happened, is planned, is denied, or only imagined.
        confidence: 0 to 1.
        evidence: Sentences that tell it, first the one with the trigger.
        made_by: `stage@version` that made it.
        rule: The trigger entry that fits, or "network" where none does, for `regesta show`.
    """

    id: str
    article_id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    quad: int
    intensity: float
    trigger: Span
    trigger_text: str
    roles: tuple[Role, ...]
    date: EventDate | None
    place: EventPlace | None
    status: Status
    confidence: float
    evidence: tuple[Span, ...]
    made_by: str
    rule: str = ""

    def named(self, role: str) -> tuple[Role, ...]:
        """Return the roles of one name."""
        return tuple([r for r in self.roles if r.name == role])  # a generator takes longer

    def value_of(self, field: str) -> object:
        """Return what it has in a field that persons can correct: "actors", "date", the number "killed"."""
        return self.named(field) if field in PEOPLE_COUNTED else getattr(self, field)

    @property
    def actors(self) -> tuple[Role, ...]:
        """Who acted."""
        return self.named("actor")

    @property
    def recipients(self) -> tuple[Role, ...]:
        """To whom it was done."""
        return self.named("recipient")

    @property
    def parties(self) -> tuple[Role, ...]:
        """Who acted, then to whom it was done."""
        return (*self.actors, *self.recipients)

    @property
    def source(self) -> Role | None:
        """Whom the article cites for it; None when nobody."""
        return next(iter(self.named("source")), None)

    @property
    def arguments(self) -> tuple[Role, ...]:
        """What the event type declares ("amount"): neither a party nor the source."""
        return tuple(r for r in self.roles if r.name not in (*PARTY_ROLES, "source"))


def states_of(roles: Iterable[Role]) -> frozenset[str]:
    """Return the states that roles belong to."""
    return frozenset(role.actor.state for role in roles if role.actor and role.actor.state)


def fact_id(article_id: str, kind: str, *parts: object) -> str:
    """Return the id of an event or statement: 16 hex digits of SHA-256 over its article, kind and defining parts."""
    text = "\x1f".join((article_id, kind, *map(str, parts)))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
