"""What annotation finds in a text: sentences, mentions, quotes, times, amounts; and faults."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from regesta.model.entity import Actor, Place
from regesta.model.span import Span

MentionForm = Literal["name", "nominal", "pronoun"]
MentionKind = Literal["actor", "place", "other"]
QuoteKind = Literal["direct", "indirect", "mixed"]
DatePrecision = Literal["time", "day", "week", "month", "season", "quarter", "year", "decade", "century", "range"]
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})  # what the recogniser calls places


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence.

    Attributes:
        span: Its characters, without surrounding white space.
        first_token: Index of its first token in the article's `Parse`.
        end_token: Index after its last token.
        paragraph: Number of the paragraph it stands in, from 0.
    """

    span: Span
    first_token: int
    end_token: int
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that names or describes an actor or a place.

    Attributes:
        span: The whole noun phrase with its title ("Israeli Foreign Minister David Levy").
        head: Token index of its syntactic head.
        form: Proper name, common-noun description, or pronoun.
        kind: The reading its use in the sentence asks for; "Minsk signed" is an actor, "in Minsk" a place.
        label: Entity label of the recogniser (PERSON, ORG, GPE, NORP, LOC, FAC), or "" when it found none.
        name: The proper-name part of the span ("David Levy"); None when there is none.
        antecedent: Index in `Article.mentions` of a fuller mention of the same thing; None when this is the fullest.
        actor: Who it denotes when read as an actor; None when unresolved or not an actor.
        place: Where it denotes when read as a place; None when unresolved or not a place.
    """

    span: Span
    head: int
    form: MentionForm
    kind: MentionKind
    label: str = ""
    name: Span | None = None
    antecedent: int | None = None
    actor: Actor | None = None
    place: Place | None = None


QuoteBasis = Literal["syntax", "network", "both"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words attributed to a speaker, directly or indirectly.

    Attributes:
        content: The attributed words; several spans when a cue splits them. Outer quotation marks are left out.
        kind: direct (in quotation marks), indirect ("said that ..."), or mixed.
        cue: The words that attribute ("said", "according to"); None for a quote that continues the last speaker.
        speaker: The noun phrase next to the cue; None when the text gives none.
        addressee: To whom it was said ("told reporters"); None when not said.
        channel: By what means it was said ("in an interview", "on X"); None when not said.
        basis: What it was found by: "syntax" (and quotation marks), "network" or "both".
        probability: That its cue is one, as the network sees it, 0 to 1; 0 when it does not see it.
    """

    content: tuple[Span, ...]
    kind: QuoteKind
    cue: Span | None = None
    speaker: Span | None = None
    addressee: Span | None = None
    basis: QuoteBasis = "syntax"
    probability: float = 0.0
    channel: Span | None = None


@dataclass(frozen=True, slots=True)
class DateInterval:
    """Calendar days `[start, end)` with the precision at which the text gives them."""

    start: date
    end: date
    precision: DatePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression in the sense of TimeML's TIMEX3.

    Attributes:
        span: Its characters.
        timex: TIMEX3 type.
        value: TIMEX3 value anchored at publication ("2005-11-18", "2005-W46", "P3D", "PRESENT_REF").
        interval: Calendar days it denotes; None for durations, sets and vague references.
    """

    span: Span
    timex: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    interval: DateInterval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A quantity with its unit.

    Attributes:
        span: Its characters.
        value: The number; the lower bound when a range is given.
        unit: ISO 4217 code for money, "percent", or the counted noun's lemma ("soldier", "tonne").
        upper: Upper bound of a range; None for a single number.
        approximate: The text says "about", "at least", "some".
    """

    span: Span
    value: Decimal
    unit: str
    upper: Decimal | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """Trouble with one article: which stage met it, and why."""

    stage: str
    reason: str
