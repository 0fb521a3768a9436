"""A statement: who said what to whom, according to one article."""

from dataclasses import dataclass

from regesta.model.annotation import QuoteKind
from regesta.model.event import Role
from regesta.model.span import Span


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
