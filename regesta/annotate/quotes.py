"""Attributed words: direct, indirect and mixed speech with cue, speaker, addressee and channel."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.annotate.speech.addressing import addressed
from regesta.annotate.speech.attribution import Attribution, Scene, read_scene
from regesta.annotate.speech.attributor import find_attributions
from regesta.annotate.speech.no_speech import spoken
from regesta.annotate.speech.sayings import with_sayings
from regesta.annotate.speech.subjects import ended
from regesta.annotate.speech.turns import with_turns
from regesta.model.annotation import Quote
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.ontology.speech_verbs import load_speech


@dataclass(frozen=True)
class Quotes:
    """Find the attributed words."""

    name: ClassVar[str] = "quotes"
    requires: ClassVar[frozenset[str]] = frozenset({"parse", "sentences", "sayings"})
    assigns: ClassVar[frozenset[str]] = frozenset({"quotes"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with its quotes."""
        for article in articles:
            yield replace(article, quotes=find_quotes(article))


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the attributed words of an article in text order."""
    parse = article.parse
    if parse is None:
        return ()
    scene = read_scene(article, parse, load_speech())
    found = spoken(parse, with_turns(scene, with_sayings(scene, quotes_of_syntax(scene), article.sayings)))
    return tuple(addressed(parse, with_ended_speaker(parse, quote), scene.words) for quote in found)


def with_ended_speaker(parse: Parse, quote: Quote) -> Quote:
    """Return a quote whose speaker does not end in a preposition or the like."""
    return quote if quote.speaker is None else replace(quote, speaker=ended(parse, quote.speaker))


def quotes_of_syntax(scene: Scene) -> list[Quote]:
    """Return what syntax and quotation marks take for attributed words, in text order."""
    return [quote_of(scene.parse, attribution) for attribution in find_attributions(scene)]


def quote_of(parse: Parse, attribution: Attribution) -> Quote:
    """Return an attribution as a quote."""
    cue = attribution.cue
    return Quote(
        content=attribution.spans,
        kind=attribution.kind,
        cue=parse.span(cue.first, cue.last) if cue else None,
        speaker=attribution.speaker,
    )
