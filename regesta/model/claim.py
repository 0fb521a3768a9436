"""A claim: words that count or date acts, according to one article."""

from dataclasses import dataclass
from typing import Literal

from regesta.model.annotation import DateInterval
from regesta.model.event import Role, Status
from regesta.model.span import Span

ClaimKind = Literal["count", "ordinal", "last"]
Bound = Literal["exactly", "at least", "at most", "about"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Which acts a claim counts or dates.

    Attributes:
        type: PLOVER event type.
        mode: Mode of that type; None when the text does not say.
        actors: Who acts, as roles named "actor".
        recipients: To whom it is done, as roles named "recipient"; () for what several do together.
        trigger: The words that express the act.
        trigger_text: Those words, verbatim.
    """

    type: str
    mode: str | None
    actors: tuple[Role, ...]
    recipients: tuple[Role, ...]
    trigger: Span
    trigger_text: str

    @property
    def parties(self) -> tuple[Role, ...]:
        """Who acts, then to whom it is done."""
        return (*self.actors, *self.recipients)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words that count or date acts, according to one article.

    Attributes:
        id: Content hash (see `regesta.model.event.fact_id`).
        article_id: The article that makes or reports it.
        kind: "count" ("seven times"), "ordinal" ("their fourth meeting"), or "last" ("not since 2019", "the first visit
            since 2017", "last met in May").
        span: From the first to the last of the words that claim it, the act and the period included.
        text: Those words, verbatim.
        measure: Which acts are counted or dated.
        value: How many: the number stated; for an ordinal the number itself; for "last" 0, for there was none in the
            period.
        bound: How the number is meant: an ordinal is "at least".
        status: "planned" when the act that an ordinal or "the first since" numbers is still to come, else "happened".
        period: Days in which the acts are counted, half-open; for "last" those without any. None when the text gives
            none: then all time up to the article.
        last: Days in which the last such act was; None unless `kind` is "last", and there when the text says only
            how long ago at least.
        speaker: Role named "speaker": who claims it; None when the article itself does.
        statement: Id of the statement whose content makes the claim; None when the article itself does.
        evidence: The sentence.
        confidence: 0 to 1, that the words express this act; see `Event.confidence`.
        made_by: `stage@version` that made it.
    """

    id: str
    article_id: str
    kind: ClaimKind
    span: Span
    text: str
    measure: Measure
    value: int
    bound: Bound
    status: Status
    period: DateInterval | None
    last: DateInterval | None
    speaker: Role | None
    statement: str | None
    evidence: Span
    confidence: float
    made_by: str
