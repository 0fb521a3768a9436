"""Joins cues, clauses and quotation marks into attributions: which cue goes with which words."""

from bisect import bisect_right
from collections.abc import Iterable
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
    found = [with_quotations(scene, attribution) for attribution in clause_attributions(scene)]
    for quotation in scene.quotations:
        held = [a for a in found if any(span.overlaps(quotation.inner) for span in a.spans)]
        if held:
            add_quoted_phrase(scene, found, quotation, held)
        else:
            add_quotation(scene, found, quotation)
    return sorted(found, key=lambda attribution: attribution.spans)


def clause_attributions(scene: Scene) -> list[Attribution]:
    """Return what the syntax of the sentences attributes; of two cues for the same words the nearer one."""
    parse = scene.parse
    found: dict[tuple[Span, ...], Attribution] = {}
    for cue in scene.cues:
        spans = spans_of(parse, reported_tokens(parse, cue))
        if not spans or (cue.speaker is None and cue.speech_class != "says"):
            continue
        other = found.get(spans)
        if other is None or gap_chars(parse, cue, spans) < gap_chars(parse, other.cue, spans):
            found[spans] = Attribution(cue, spans, phrase_of(parse, cue), is_direct=False)
    relayed = {a.spans for a in found.values() if is_relayed(parse, a, found.values())}
    return [attribution for attribution in found.values() if attribution.spans not in relayed]


def gap_chars(parse: Parse, cue: Cue | None, spans: tuple[Span, ...]) -> int:
    """Return how far a cue stands from the words it attributes."""
    if cue is None:
        return 0
    return max(spans[0].start - parse.ends[cue.last], parse.starts[cue.first] - spans[-1].end)


def is_relayed(parse: Parse, attribution: Attribution, others: Iterable[Attribution]) -> bool:
    """Tell whether a cue after a whole attributed sentence only names who relayed it: "the leader said ..., it added"."""
    cue = attribution.cue
    if cue is None or cue.speaker is None or parse.starts[cue.first] < attribution.spans[-1].end:
        return False
    if cue.form == "phrase":
        inner = parse.heads[cue.token]
    elif parse.tags[cue.speaker] == "NN" or parse.lemmas[cue.speaker] == "it":
        inner = next(parse.governed(cue.token, "ccomp"), cue.token)
    else:
        return False
    return any(
        other.cue is not None and other.cue.first <= inner <= other.cue.last and parse.tags[parse.token_at(other.spans[0].start)] != "TO"
        for other in others
        if other is not attribution
    )


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
        words = [t for t in run if any(map(str.isalnum, parse.words[t]))]
        while words and parse.deps[words[-1]] == "cc":
            words.pop()
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
    is_whole = is_sentence(scene, quotation)
    if not begins_sentence(scene, quotation, paragraph) and add_quoted_phrase(scene, found, quotation, []):
        return
    cue = (
        None
        if not is_whole
        else cue_after(parse, tokens[-1], scene.cues, limit_after, scene.quoted)
        or cue_of_unlisted_verb(parse, tokens[-1], limit_after, scene.quoted)
    )
    if cue is None:
        if add_quoted_phrase(scene, found, quotation, []):
            return
        cue = cue_before(parse, tokens[0], scene.cues, limit_before, scene.quoted)
        if cue is not None and parse.words[tokens[0] - 1] not in {":", ","} and not is_whole:
            cue = None
    if cue is not None:
        for index, attribution in enumerate(found):
            if attribution.cue == cue:
                if not begins_sentence(scene, quotation, paragraph) and attribution.spans[0] > quotation.inner:
                    return
                found[index] = replace(attribution, spans=tuple(sorted({*attribution.spans, quotation.inner})))
                return
        found.append(Attribution(cue, (quotation.inner,), phrase_of(parse, cue), is_direct=True))
        return
    if is_whole and begins_sentence(scene, quotation, paragraph):
        continue_last(scene, found, quotation, number)


def add_quoted_phrase(scene: Scene, found: list[Attribution], quotation: Quotation, held: list[Attribution]) -> bool:
    """Attribute quoted words to the verb whose object they are; return whether there is one that does not hold them yet."""
    parse = scene.parse
    cues = {cue.token: cue for cue in scene.cues if cue.form == "verb" and cue.speaker is not None}
    phrase = quoted_phrase(parse, parse.tokens_in(quotation.outer), cues)
    if phrase is None or any(a.cue == phrase[0] for a in held):
        return False
    if held and not phrase[2]:
        return False
    if held and not any(span.contains(parse.span(phrase[0].token)) for a in held for span in a.spans):
        return False
    if len(quotation.inner.of(scene.text).split()) <= SCARE_WORDS and not phrase[2]:
        return False
    first, *_, last = spans_of(parse, phrase[1] | set(parse.tokens_in(quotation.inner)))*2
    words = first.joined(last).joined(quotation.outer)
    found.append(Attribution(phrase[0], (words,), phrase_of(parse, phrase[0]), is_direct=False))
    return True


def is_sentence(scene: Scene, quotation: Quotation) -> bool:
    """Tell whether a quotation is a sentence or more, not a phrase in somebody else's."""
    words = quotation.inner.of(scene.text)
    return words[-1:] == "," or (len(words.split()) > SCARE_WORDS and (words[:1].isupper() or words[-1:] in ".?!"))


def begins_sentence(scene: Scene, quotation: Quotation, paragraph: Paragraph) -> bool:
    """Tell whether a quotation stands at the beginning of its paragraph or right after the end of a sentence."""
    before = scene.text[paragraph.span.start : quotation.outer.start].rstrip()
    return not before or before[-1] in ".!?:" or (before[-1] in MARKS and before[-2:-1] in tuple(".!?,"))


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
