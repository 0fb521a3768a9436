"""Attributions in the making, and the paragraphs with quotations and cues that they are made from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from regesta.annotate.speech.cues import Cue, find_cues
from regesta.annotate.speech.quotation_marks import Quotation, find_quotations
from regesta.annotate.speech.subjects import speaker_span
from regesta.model.annotation import QuoteKind, Sentence
from regesta.model.article import Article
from regesta.model.parse import RELATIVE_TAGS, Parse
from regesta.model.span import Span
from regesta.ontology.speech_verbs import SpeechWords


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words attributed to a speaker.

    Attributes:
        cue: The attributing words; None when a quotation continues the last speaker.
        spans: The words, in text order.
        speaker: The speaker's noun phrase; None when unknown.
        kind: direct when the words stand in quotation marks as a whole, mixed when some of them do, else indirect.
    """

    cue: Cue | None
    spans: tuple[Span, ...]
    speaker: Span | None
    kind: QuoteKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what it offers for attribution.

    Attributes:
        span: Its characters.
        first: Its first token.
        end: The token after its last.
        quotations: Its quotations, in order.
        cues: Its cues, in order.
    """

    span: Span
    first: int
    end: int
    quotations: Sequence[Quotation]
    cues: Sequence[Cue]

    def cues_between(self, start: int, end: int) -> Sequence[Cue]:
        """Return the cues whose main word is one of the tokens `[start, end)`."""
        return [cue for cue in self.cues if start <= cue.token < end]


@dataclass(frozen=True, slots=True)
class Scene:
    """An article laid out for attribution.

    Attributes:
        text: Its text.
        parse: Its parse.
        words: Which words attribute speech.
        sentences: Its sentences, in order.
        sentence_starts: Where they start.
        paragraphs: Its paragraphs, in order.
        quoted: Tokens in quotations, marks included.
    """

    text: str
    parse: Parse
    words: SpeechWords
    sentences: Sequence[Sentence]
    sentence_starts: Sequence[int]
    paragraphs: Sequence[Paragraph]
    quoted: frozenset[int]

    @property
    def quotations(self) -> list[Quotation]:
        """Its quotations, in order."""
        return [quotation for paragraph in self.paragraphs for quotation in paragraph.quotations]

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence at or before an offset."""
        return self.sentences[max(0, bisect_right(self.sentence_starts, offset) - 1)]

    def speaker(self, cue: Cue) -> Span | None:
        """Return the noun phrase of a cue's speaker; None when it has none."""
        return None if cue.speaker is None else speaker_span(self.parse, cue.speaker)


def read_scene(article: Article, parse: Parse, words: SpeechWords) -> Scene:
    """Lay out an article: find its quotations and cues and sort them into its paragraphs."""
    bounds = [
        (members[0].span.joined(members[-1].span), members[0].first_token, members[-1].end_token)
        for _, group in groupby(article.sentences, key=lambda sentence: sentence.paragraph)
        for members in [list(group)]
    ]
    quotations = find_quotations(article.text, (span for span, _, _ in bounds))
    quoted = frozenset(token for quotation in quotations for token in parse.tokens_in(quotation.outer))
    cues = find_cues(parse, words, quoted)
    starts = [quotation.outer.start for quotation in quotations]
    tokens = [cue.token for cue in cues]
    paragraphs = [
        Paragraph(
            span=span,
            first=first,
            end=end,
            quotations=quotations[bisect_left(starts, span.start) : bisect_left(starts, span.end)],
            cues=cues[bisect_left(tokens, first) : bisect_left(tokens, end)],
        )
        for span, first, end in bounds
    ]
    sentence_starts = [sentence.span.start for sentence in article.sentences]
    return Scene(article.text, parse, words, article.sentences, sentence_starts, paragraphs, quoted)


def spans_of(parse: Parse, tokens: set[int]) -> list[Span]:
    """Return the unbroken runs of some tokens as spans, without punctuation and conjunctions at their ends.

    A run of nothing but adverbs and relative pronouns is left out: "However, ...", "that" in "that he said was lost".
    """
    runs: list[list[int]] = []
    for token in sorted(tokens):
        if runs and all(parse.pos[between] == "PUNCT" for between in range(runs[-1][-1] + 1, token)):
            runs[-1].append(token)
        else:
            runs.append([token])
    spans = []
    for run in runs:
        words = [token for token in run if any(map(str.isalnum, parse.words[token]))]
        while words and parse.deps[words[-1]] == "cc":
            words.pop()
        while words and parse.deps[words[0]] == "cc":
            words.pop(0)
        if any(parse.pos[token] != "ADV" and parse.tags[token] not in RELATIVE_TAGS for token in words):
            spans.append(parse.span(words[0], words[-1]))
    return spans


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in text order with those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and found[-1].overlaps(span):
            found[-1] = found[-1].joined(span)
        else:
            found.append(span)
    return tuple(found)
