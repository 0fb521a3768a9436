"""Attributes what the syntax of sentences gives to cues, and fits it to the quotation marks."""

from regesta.annotate.speech.attribution import Attribution, Paragraph, Scene, joined, spans_of
from regesta.annotate.speech.cues import Cue
from regesta.annotate.speech.indirect_speech import reported_tokens
from regesta.annotate.speech.quotation_marks import Quotation
from regesta.model.annotation import QuoteKind
from regesta.model.nearby import Placed, once
from regesta.model.parse import Parse
from regesta.model.span import Span

UNNAMED_CLASSES = frozenset({"says", "announces"})  # of verbs that go without a speaker


def clause_attributions(scene: Scene, paragraph: Paragraph) -> list[Attribution]:
    """Return what the syntax of a paragraph's sentences attributes; of two cues for the same words the nearer."""
    found: dict[tuple[Span, ...], tuple[int, Attribution]] = {}
    for cue in paragraph.cues:
        tokens = reported_tokens(scene.parse, cue)
        spans = spans_of(scene.parse, tokens)
        # Nobody accuses or vows without being named; "it was said that" may go without.
        if not spans or cue.speaker in tokens or (cue.speaker is None and cue.speech_class not in UNNAMED_CLASSES):
            continue
        fitted = fit(scene, paragraph, cue, spans)
        if fitted.spans:
            gap = gap_chars(scene.parse, cue, fitted.spans)
            if fitted.spans not in found or gap < found[fitted.spans][0]:
                found[fitted.spans] = (gap, fitted)
    return [attribution for _, attribution in found.values()]


def fit(scene: Scene, paragraph: Paragraph, cue: Cue, spans: list[Span]) -> Attribution:
    """Return an attribution fitted to the quotations it touches.

    A clause inside a quotation stands for the whole quotation, unless another cue right before that introduces it; a
    clause that only touches it takes it in.
    """
    near = {q.outer: q for span in spans for q in placed_quotations(paragraph).touching(span)}
    touched = [q for _, q in sorted(near.items()) if any(span.overlaps(q.inner) for span in spans)]
    for quotation in touched:
        if introducer(scene.parse, paragraph, quotation) not in {None, cue}:
            spans = [span for span in spans if not quotation.outer.contains(span)]
        for index, span in enumerate(spans):
            if span.overlaps(quotation.inner):
                is_inside = quotation.outer.contains(span)
                spans[index] = quotation.inner if is_inside else span.joined(quotation.outer)
    whole = {quotation.inner for quotation in touched}
    is_marked = any(span.overlaps(inner) for span in spans for inner in whole)
    kind: QuoteKind = "direct" if whole.issuperset(spans) else "mixed" if is_marked else "indirect"
    return Attribution(cue, joined(spans), scene.speaker(cue), kind)


@once
def placed_quotations(paragraph: Paragraph) -> Placed[Quotation]:
    """Return the quotations of a paragraph by where they stand with their marks."""
    return Placed((quotation.outer, quotation) for quotation in paragraph.quotations)


def introducer(parse: Parse, paragraph: Paragraph, quotation: Quotation) -> Cue | None:
    """Return the cue right before a colon that opens a quotation: `noting: "..."`; None without one."""
    first = parse.tokens_in(quotation.outer)[0]
    if first <= paragraph.first or parse.words[first - 1] != ":":
        return None
    return next((cue for cue in paragraph.cues if cue.last == first - 2), None)


def gap_chars(parse: Parse, cue: Cue, spans: tuple[Span, ...]) -> int:
    """Return how many characters stand between a cue and the words it attributes."""
    return max(spans[0].start - parse.ends[cue.last], parse.starts[cue.first] - spans[-1].end)
