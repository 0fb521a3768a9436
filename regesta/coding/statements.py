"""The stage that codes statements: who said what, about which events."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.coding.speakers import find_speakers
from regesta.model.annotation import Quote
from regesta.model.article import Article
from regesta.model.event import Role, fact_id
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.model.statement import Statement
from regesta.ontology.speech_verbs import SpeechClass, load_speech
from regesta.version import __version__

# Share of statements of each kind that are right, on newswire; without a cue only the place tells who speaks.
CONFIDENCE = {"direct": 0.95, "indirect": 0.9, "mixed": 0.9}
CUELESS_FACTOR = 0.7
SPEAKERLESS_FACTOR = 0.6
THOUGHT_FACTOR = 0.7  # "believes that" is often the reporter's guess at a thought, not something said
THOUGHT_CLASSES = frozenset({"predicts", "doubts"})


@dataclass(frozen=True)
class Statements:
    """Code the statements of articles.

    Attributes:
        min_confidence: Statements below it are not emitted.
    """

    min_confidence: float = 0.3

    name: ClassVar[str] = "statements"
    requires: ClassVar[frozenset[str]] = frozenset({"parse", "quotes", "mentions", "events"})
    assigns: ClassVar[frozenset[str]] = frozenset({"statements"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with its statements."""
        for article in articles:
            yield replace(article, statements=find_statements(article, self.min_confidence))


def find_statements(article: Article, min_confidence: float = 0.0) -> tuple[Statement, ...]:
    """Return the statements of an article in order of their content; the same words printed twice are one.

    Args:
        article: An annotated, resolved and event-coded article.
        min_confidence: Statements below it are left out.
    """
    if article.parse is None:
        return ()
    speakers = find_speakers(article, article.parse)
    coded = [
        statement_of(article, article.parse, quote, speaker)
        for quote, speaker in zip(article.quotes, speakers, strict=True)
        if not is_own_report(article, speaker)
    ]
    return tuple(s for s in without_repeats(coded) if s.confidence >= min_confidence)


def statement_of(article: Article, parse: Parse, quote: Quote, speaker: Role | None) -> Statement:
    """Return a quote as a statement."""
    speech_class = class_of(parse, quote.cue) if quote.cue else None
    bounds = [(span.start, span.end) for span in quote.content]
    return Statement(
        id=fact_id(
            article.id, "statement", article.text_sha256, bounds, speaker.span if speaker else None, __version__
        ),
        article_id=article.id,
        kind=quote.kind,
        content=quote.content,
        content_text=" ... ".join(span.of(article.text) for span in quote.content),
        cue=quote.cue,
        cue_text=quote.cue.of(article.text) if quote.cue else None,
        speaker=speaker,
        addressee=addressee_of(article, quote),
        speech_class=speech_class,
        about_events=tuple(
            event.id for event in article.events if any(span.contains(event.trigger) for span in quote.content)
        ),
        confidence=confidence_of(quote, speech_class),
        made_by=f"statements@{__version__}",
    )


def class_of(parse: Parse, cue: Span) -> SpeechClass:
    """Return the class of a cue: of its noun where it has one ("voiced hope"), else of its verb."""
    words = load_speech()
    lemmas = [parse.lemmas[token] for token in parse.tokens_in(cue)]
    return words.nouns.get(lemmas[-1]) or words.verbs.get(lemmas[0]) or "says"


def addressee_of(article: Article, quote: Quote) -> Role | None:
    """Return whom a quote was said to; None when the text does not say."""
    if quote.addressee is None:
        return None
    mention = next((m for m in article.mentions if m.span.overlaps(quote.addressee) and m.kind != "other"), None)
    text = quote.addressee.of(article.text)
    return Role(name="addressee", span=quote.addressee, text=text, actor=mention.actor if mention else None)


def confidence_of(quote: Quote, speech_class: SpeechClass | None) -> float:
    """Return how sure it is that the words were said by their speaker."""
    confidence = CONFIDENCE[quote.kind]
    if quote.cue is None:
        confidence *= CUELESS_FACTOR
    if quote.speaker is None:
        confidence *= SPEAKERLESS_FACTOR
    if speech_class in THOUGHT_CLASSES:
        confidence *= THOUGHT_FACTOR
    return round(confidence, 4)


def is_own_report(article: Article, speaker: Role | None) -> bool:
    """Tell whether the speaker is the article's own publisher: "Xinhua reports" says nothing of its own."""
    publisher = article.source.publisher
    return bool(publisher and speaker and re.search(rf"\b{re.escape(publisher)}\b", speaker.text, re.IGNORECASE))


def without_repeats(statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements without those whose words stand in another one already: pull-quotes print words twice."""
    kept: list[Statement] = []
    seen: list[str] = []
    for statement in sorted(statements, key=lambda s: s.cue is None):
        words = " ".join(re.findall(r"\w+", statement.content_text.lower()))
        if not any(words == other or (statement.cue is None and words in other) for other in seen):
            kept.append(statement)
            seen.append(words)
    return sorted(kept, key=lambda s: (s.content, s.cue or Span(0, 0)))
