"""A statement: who said what to whom, according to one article."""

from dataclasses import dataclass
from typing import Literal

from regesta.model.annotation import QuoteKind
from regesta.model.event import Role
from regesta.model.span import Span

ChannelKind = Literal[
    "statement", "interview", "conference", "speech", "letter", "post", "call", "media", "meeting", "hearing",
    "document",
]  # fmt: skip
Polarity = Literal["affirmed", "denied"]
SpeakerKind = Literal["person", "body", "anonymous"]
StanceKind = Literal["asserts", "denies", "announces", "threatens", "demands", "supposes"]


@dataclass(frozen=True, slots=True)
class Channel:
    """By what means something was said.

    Attributes:
        span: The words for it: "an interview with the paper", "X".
        text: Those words, verbatim.
        kind: What it is.
    """

    span: Span
    text: str
    kind: ChannelKind


@dataclass(frozen=True, slots=True)
class Stance:
    """What a statement does with an event that it speaks of.

    Attributes:
        event: Id of the event.
        kind: Whether it asserts, denies, announces, threatens or demands the event, or supposes it only.
    """

    event: str
    kind: StanceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what to whom, according to one article.

    Attributes:
        id: Content hash (see `regesta.model.event.fact_id`).
        article_id: The article that reports it.
        kind: direct, indirect or mixed.
        content: The attributed words, outer quotation marks left out.
        content_text: Those words, verbatim, the spans joined by " ... ".
        cue: The words that attribute; None when a quote continues the last speaker.
        cue_text: Those words; None likewise.
        speaker: Role named "speaker", resolved; None when the text gives none.
        addressee: Role named "addressee"; None when not said.
        speech_class: Class of the cue's verb ("says", "denies", "warns"); None without a cue.
        about_events: Ids of the events whose trigger lies in the content.
        channel: By what means it was said; None when not told.
        polarity: "denied" when it says that something is not so: by its cue ("denied that it fired") or in its main
            clause ("said it had not fired"), but not by both.
        stances: What it does with each of the events that it is about, in their order.
        co_speakers: Who says it together with the speaker, as roles named "speaker".
        speaker_kind: "person" for somebody of a name, "body" for an institution or state, "anonymous" for people who
            are only described ("a senior official", "two diplomats"); None when the text does not tell.
        confidence: 0 to 1.
        made_by: `stage@version` that made it.
    """

    id: str
    article_id: str
    kind: QuoteKind
    content: tuple[Span, ...]
    content_text: str
    cue: Span | None
    cue_text: str | None
    speaker: Role | None
    addressee: Role | None
    speech_class: str | None
    about_events: tuple[str, ...]
    confidence: float
    made_by: str
    channel: Channel | None = None
    polarity: Polarity = "affirmed"
    stances: tuple[Stance, ...] = ()
    co_speakers: tuple[Role, ...] = ()
    speaker_kind: SpeakerKind | None = None

    @property
    def speakers(self) -> tuple[Role, ...]:
        """All who say it."""
        return (*((self.speaker,) if self.speaker else ()), *self.co_speakers)
