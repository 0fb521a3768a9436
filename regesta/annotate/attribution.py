"""Joins cues, clauses and quotation marks into attributions: which cue goes with which words."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from regesta.annotate.direct_speech import cue_after, cue_before, cue_of_unlisted_verb
from regesta.annotate.indirect_speech import quoted_phrase, reported_tokens
from regesta.annotate.quotation_marks import Quotation, find_quotations
from regesta.annotate.speaker_phrases import speaker_span
from regesta.annotate.speech_cues import Cue, find_cues
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.speech_verbs import load_speech

SCARE_WORDS = 2  # so few quoted words without a cue are irony or a name, not speech
MARKS = "\"“”„‟«»‘’'`‹›"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words attributed to a speaker.

    Attributes:
        cue: The attributing words; None when the quotation continues the last speaker.
        spans: The words, in text order.
        speaker: The speaker's noun phrase; None when unknown.
        is_direct: The words stand in quotation marks as a whole.
    """

    cue: Cue | None
    spans: tuple[Span, ...]
    speaker: Span | None
    is_direct: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its characters and its tokens `[first, end)`."""

    span: Span
    first: int
    end: int


@dataclass(slots=True)
class Scene:
    """Everything one article offers for attribution.

    Attributes:
        text: The article's text.
        parse: Its parse.
        paragraphs: Its paragraphs, in order.
        quotations: Its quotations, in order.
        quoted: Tokens inside quotation marks.
        cues: Its cues, in order.
    """

    text: str
    parse: Parse
    paragraphs: list[Paragraph]
    quotations: list[Quotation]
    quoted: frozenset[int]
    cues: list[Cue]


def read_scene(article: Article, parse: Parse) -> Scene:
    """Return the paragraphs, quotations and cues of a parsed article."""
    paragraphs = [
        Paragraph(group[0].span.joined(group[-1].span), group[0].first_token, group[-1].end_token)
        for _, members in groupby(article.sentences, key=lambda sentence: sentence.paragraph)
        for group in [list(members)]
    ]
    quotations = find_quotations(article.text, (paragraph.span for paragraph in paragraphs))
    quoted = frozenset(token for quotation in quotations for token in parse.tokens_in(quotation.inner))
    cues = find_cues(parse, load_speech(), quoted)
    return Scene(article.text, parse, paragraphs, quotations, quoted, cues)


def find_attributions(article: Article, parse: Parse) -> list[Attribution]:
    """Return the attributions of a parsed article, in order of their first words."""
    scene = read_scene(article, parse)
    clauses = clause_attributions(scene)
    merged = [with_quotations(scene, attribution) for attribution in clauses]
    held = [span for attribution in merged for span in attribution.spans]
    free = [q for q in scene.quotations if not any(span.overlaps(q.inner) for span in held)]
    for quotation in free:
        add_quotation(scene, merged, quotation)
    return sorted(merged, key=lambda attribution: attribution.spans)


def clause_attributions(scene: Scene) -> list[Attribution]:
    """Return what the syntax of the sentences attributes."""
    found = []
    for cue in scene.cues:
        spans = spans_of(scene.parse, reported_tokens(scene.parse, cue))
        if spans:
            found.append(Attribution(cue, spans, phrase_of(scene.parse, cue), is_direct=False))
    return found


def phrase_of(parse: Parse, cue: Cue) -> Span | None:
    """Return the noun phrase of a cue's speaker; None when it has none."""
    return None if cue.speaker is None else speaker_span(parse, cue.speaker)


def spans_of(parse: Parse, tokens: set[int]) -> tuple[Span, ...]:
    """Return the unbroken runs of some tokens as spans, without punctuation at their ends."""
    found = []
    run: list[int] = []
    for token in sorted(tokens):
        if run and token > run[-1] + 1 and any(parse.pos[t] != "PUNCT" for t in range(run[-1] + 1, token)):
            found.append(run)
            run = []
        run.append(token)
    found.append(run)
    spans = []
    for run in found:
        words = [t for t in run if parse.pos[t] not in {"PUNCT", "SPACE"}]
        if words:
            spans.append(parse.span(words[0], words[-1]))
    return tuple(spans)


def with_quotations(scene: Scene, attribution: Attribution) -> Attribution:
    """Fit an attribution to the quotations it touches.

    A clause inside a quotation stands for the whole quotation; one that only touches it takes it in.
    """
    touched = [q for q in scene.quotations if any(span.overlaps(q.inner) for span in attribution.spans)]
    spans = list(attribution.spans)
    for quotation in touched:
        for index, span in enumerate(spans):
            if span.overlaps(quotation.inner):
                spans[index] = quotation.inner if quotation.outer.contains(span) else span.joined(quotation.outer)
    spans = sorted(set(spans))
    is_direct = all(any(span == q.inner for q in touched) for span in spans)
    return replace(attribution, spans=tuple(spans), is_direct=is_direct)


def add_quotation(scene: Scene, found: list[Attribution], quotation: Quotation) -> None:
    """Attribute a quotation that no clause holds: to the cue beside it, to the verb it is an object of, or to the last."""
    parse = scene.parse
    tokens = parse.tokens_in(quotation.outer)
    number = bisect_right([p.span.start for p in scene.paragraphs], quotation.outer.start) - 1
    paragraph = scene.paragraphs[number]
    before = [q for q in scene.quotations if q.outer.end <= quotation.outer.start]
    after = [q for q in scene.quotations if q.outer.start >= quotation.outer.end]
    limit_after = min(paragraph.end, parse.tokens_in(after[0].outer)[0] if after else paragraph.end)
    limit_before = max(paragraph.first, parse.tokens_in(before[-1].outer)[-1] if before else paragraph.first)
    cue = cue_after(parse, tokens[-1], scene.cues, limit_after, scene.quoted) or cue_of_unlisted_verb(
        parse, tokens[-1], limit_after, scene.quoted
    )
    if cue is None:
        phrase = quoted_phrase(parse, tokens, {c.token: c for c in scene.cues if c.form == "verb"})
        if phrase is not None:
            spans = spans_of(parse, phrase[1])
            found.append(with_quotations(scene, Attribution(phrase[0], spans, phrase_of(parse, phrase[0]), False)))
            return
        cue = cue_before(parse, tokens[0], scene.cues, limit_before, scene.quoted)
        if cue is not None and parse.words[tokens[0] - 1] not in {":", ","} and not is_sentence(scene, quotation):
            cue = None
    if cue is not None:
        for index, attribution in enumerate(found):
            if attribution.cue == cue:
                found[index] = replace(attribution, spans=tuple(sorted({*attribution.spans, quotation.inner})))
                return
        found.append(Attribution(cue, (quotation.inner,), phrase_of(parse, cue), is_direct=True))
        return
    if is_sentence(scene, quotation):
        continue_last(scene, found, quotation, number)


def is_sentence(scene: Scene, quotation: Quotation) -> bool:
    """Tell whether a quotation is a sentence or more, not a phrase in somebody else's."""
    words = quotation.inner.of(scene.text)
    return len(words.split()) > SCARE_WORDS and (words[:1].isupper() or words[-1:] in ".?!,")


def continue_last(scene: Scene, found: list[Attribution], quotation: Quotation, number: int) -> None:
    """Give a quotation without a cue to the last speaker: as more of the same speech when nothing stands between."""
    last = max((a for a in found if a.spans[-1].end <= quotation.outer.start), key=lambda a: a.spans[-1], default=None)
    if last is None:
        return
    ends = [last.spans[-1].end, scene.parse.ends[last.cue.last] if last.cue else 0]
    gap = scene.text[max(ends) : quotation.outer.start]
    near = scene.paragraphs[max(0, number - 1)].span.start <= max(ends)
    if not near:
        return
    if last.is_direct and len(gap) < 200 and gap.count(". ") <= 1:
        found[found.index(last)] = replace(last, spans=(*last.spans, quotation.inner))
    elif last.speaker is not None:
        found.append(Attribution(None, (quotation.inner,), last.speaker, is_direct=True))
