"""The stage that codes statements: who said what, about which events."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.coding.printed import Printed
from regesta.coding.roles.speakers import SpeakerFinder
from regesta.coding.said import channel_of, is_nobody, kind_of_speaker, polarity_of, stance_of
from regesta.model.annotation import Quote
from regesta.model.article import Article
from regesta.model.event import Event, Role, fact_id
from regesta.model.parse import FINITE_TAGS
from regesta.model.span import Span
from regesta.model.statement import Statement
from regesta.ontology.speech_verbs import SpeechClass, load_speech
from regesta.version import __version__

# Shares of quotes that are right, on the two sets of whole articles (docs/accuracy.md). What the network alone reads is
# mostly an attitude or an act ("opposes the bid"), which newswire annotators count as statements one time in ten and
# those of PolNeAR three times in four.
DIRECT = 0.97
REPORTED = ((0.95, 0.93), (0.8, 0.8), (0.0, 0.7))  # least probability of the cue, share right
UNMARKED = {"syntax": 0.9, "network": 0.35}
THAT_CLAUSE = 0.7  # of the network alone, with a speaker and a "that" before what he says
THAT = re.compile(r"that\s", re.IGNORECASE)
CUELESS = 0.6
SPEAKERLESS_FACTOR = 0.6
THOUGHT_FACTOR = 0.7  # "believes that" is often the reporter's guess at a thought, not something said
PULLED_WORDS = 5  # quoted words, at least, that a pull-quote repeats; fewer may be said twice
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
    finder = SpeakerFinder(article, article.parse)
    coded = [
        statement_of(article, quote, speakers, finder.addressee(quote))
        for quote, speakers in zip(article.quotes, finder.roles(), strict=True)
        if not any(is_own_report(article, speaker) or is_nobody(article, speaker) for speaker in speakers[:1])
    ]
    return tuple(s for s in without_repeats(coded) if s.confidence >= min_confidence)


def statement_of(article: Article, quote: Quote, speakers: tuple[Role, ...], addressee: Role | None) -> Statement:
    """Return a quote as a statement; its speakers are those of `SpeakerFinder.roles`."""
    speaker = next(iter(speakers), None)
    speech_class = class_of(article, quote.cue) if quote.cue else None
    events = events_in(article, quote.content)
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
        addressee=addressee,
        speech_class=speech_class,
        about_events=tuple(event.id for event in events),
        confidence=confidence_of(article, quote, speech_class),
        made_by=f"statements@{__version__}",
        channel=channel_of(article, quote, addressee),
        polarity=polarity_of(article, quote, speech_class),
        stances=tuple(stance_of(event, speech_class, speaker) for event in events),
        co_speakers=speakers[1:],
        speaker_kind=kind_of_speaker(article, speaker) if speaker else None,
    )


def events_in(article: Article, content: Iterable[Span]) -> tuple[Event, ...]:
    """Return the events whose trigger lies in some words, in text order."""
    events = article.events
    return tuple(
        event
        for span in content
        for event in events[
            bisect_left(events, span.start, key=trigger_start) : bisect_left(events, span.end, key=trigger_start)
        ]
        if span.contains(event.trigger)
    )


def trigger_start(event: Event) -> int:
    """Return the offset of an event's trigger, by which an article's events are ordered."""
    return event.trigger.start


def class_of(article: Article, cue: Span) -> SpeechClass:
    """Return the class of a cue: of its noun where it has one ("voiced hope"), else of its verb.

    A noun after a preposition is a channel ("predicted in a statement"), and the verb counts.
    """
    words, parse = load_speech(), article.parse
    tokens = parse.tokens_in(cue) if parse else range(0)
    if parse is None or not tokens:
        return "says"
    lemmas = [parse.lemmas[token] for token in tokens]
    first = words.verbs.get(lemmas[0])
    # A verb of thought counts where it begins the cue: what many "would think" is no forecast.
    later = [words.verbs[lemma] for lemma in lemmas[1:] if lemma in words.verbs]
    verbs: list[SpeechClass] = [*((first,) if first else ()), *(c for c in later if c not in THOUGHT_CLASSES)]
    noun = None if verbs and any(parse.pos[token] == "ADP" for token in tokens) else words.nouns.get(lemmas[-1])
    return noun or (verbs[0] if verbs else "says")


def confidence_of(article: Article, quote: Quote, speech_class: SpeechClass | None) -> float:
    """Return how sure it is that the words were said by their speaker."""
    if quote.kind == "direct" and quote.basis != "network":
        confidence = DIRECT if quote.cue else CUELESS
    elif quote.basis == "both":
        confidence = next(share for least, share in REPORTED if quote.probability >= least)
    else:
        confidence = UNMARKED[quote.basis]
        if quote.basis == "network" and quote.speaker is not None and is_that_clause(article, quote):
            confidence = THAT_CLAUSE
    if quote.speaker is None and not is_without_agent(article, quote):
        confidence *= SPEAKERLESS_FACTOR
    if speech_class in THOUGHT_CLASSES:
        confidence *= THOUGHT_FACTOR
    return round(confidence, 4)


def is_that_clause(article: Article, quote: Quote) -> bool:
    """Tell whether "that" and a clause with a finite verb tell what is said: "assures **that the file is lost**"."""
    parse, first = article.parse, quote.content[0]
    if parse is None or not THAT.match(first.of(article.text)):
        return False
    words = load_speech()
    cue = {parse.lemmas[token].lower() for token in parse.tokens_in(quote.cue)} if quote.cue else set()
    is_known = not cue.isdisjoint(words.verbs.keys() | words.nouns.keys())
    return is_known and any(parse.tags[token] in FINITE_TAGS for token in parse.tokens_in(first))


def is_without_agent(article: Article, quote: Quote) -> bool:
    """Tell whether a passive keeps its speaker to itself: "it was announced that", "the envoy was told that"."""
    parse = article.parse
    if parse is None or quote.cue is None or quote.basis == "network":
        return False
    verb = next((token for token in parse.tokens_in(quote.cue) if parse.pos[token] == "VERB"), None)
    is_passive = verb is not None and parse.governs(verb, "auxpass") and not parse.governs(verb, "agent")
    tokens = (token for span in quote.content for token in parse.tokens_in(span))
    return is_passive and any(parse.tags[token] in FINITE_TAGS for token in tokens)


def is_own_report(article: Article, speaker: Role) -> bool:
    """Tell whether the speaker is the article's own publisher: "Xinhua reports" says nothing of its own."""
    publisher = article.source.publisher
    named = re.search(rf"\b{re.escape(publisher)}\b", speaker.text, re.IGNORECASE) if publisher else None
    if named is None:
        return False
    parse, at = article.parse, speaker.span.start
    return parse is None or not parse.in_clause(parse.token_at(at + named.start()), speaker.span)


def without_repeats(statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements without pull-quotes, which print words twice.

    The same words by the same speaker are one statement, and so are quoted words that stand in a longer statement of
    theirs. Words without a cue that stand in another statement are no statement of their own.
    """
    kept: list[Statement] = []
    printed = Printed()
    for statement in sorted(statements, key=lambda s: (s.cue is None, -len(s.content_text))):
        words, name = " ".join(re.findall(r"\w+", statement.content_text.lower())), speaker_name(statement)
        known = printed.of_anybody(words) if statement.cue is None else printed.of_one(words, name)
        if not any(is_repeat(statement, words, other, is_own=name == by) for other, by in known):
            kept.append(statement)
            printed.add(words, name)
    return sorted(kept, key=lambda s: (s.content, s.cue or Span(0, 0)))


def is_repeat(statement: Statement, words: str, other: str, *, is_own: bool) -> bool:
    """Tell whether a statement only prints again what a longer one has.

    Args:
        statement: The statement.
        words: Its words, without marks.
        other: Those of the longer one.
        is_own: Whether both have one speaker.
    """
    if statement.cue is None:
        return words in other
    is_cut = statement.kind == "direct" and words.count(" ") + 1 >= PULLED_WORDS
    return is_own and (words == other or (is_cut and words in other))


def speaker_name(statement: Statement) -> str:
    """Return the name of a statement's speaker, else the words for him; "" when the text gives none."""
    return statement.speaker.called if statement.speaker else ""
