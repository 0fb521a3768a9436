"""Quotes from what the network takes for sayings, held against those that syntax and quotation marks give."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from regesta.annotate.speech.attribution import Scene
from regesta.annotate.speech.own_deeds import without_own_deeds
from regesta.annotate.speech.quotation_marks import Quotation
from regesta.annotate.speech.sure_forms import is_hearsay_about, is_indirectly_told, is_sure_form
from regesta.model.act import Argument, Saying
from regesta.model.annotation import Quote, QuoteBasis, QuoteKind
from regesta.model.nearby import Placed, once
from regesta.model.span import Span

# Swept on 173 articles of PolNeAR that the network did not learn from, and on the two sets of whole articles.
LEAST = 0.7  # least probability of a cue that syntax does not read
SHORT = 0.96  # of a cue that attributes few words: mostly the object of an attitude ("praised the deal")
SHORT_WORDS = 7
CONTENT = 0.5  # least probability of words to be content
SPEAKER = 0.5  # likewise of a speaker
OWN_CUE = 0.6  # least probability of a cue that is as long as the network says, not as syntax does
SURE_CUE = 0.9  # below it, a form that syntax alone makes speech is as syntax has it
SETTING_OFF = frozenset(".!?:;,—–-…\"”»’'")  # what stands before a quotation that is no part of the reporter's clause
TITLE_WORDS = 3  # that a title or a name in quotation marks has at most
NEAR_CHARS = 40  # before a quotation that tell whether it is set off: its mark, and the blanks around it
LONGEST_MARK = 2  # characters of an opening quotation mark
LOOSE = " \n,.;:"  # at the ends of what is said: not part of it
SAME_WORDS = 0.5  # two quotes share as much of their words: they are one


def with_sayings(scene: Scene, quotes: Sequence[Quote], sayings: Sequence[Saying]) -> list[Quote]:
    """Return the quotes of the network with those that continue or are signed, each cue once, in text order.

    Where syntax reads a cue, too, the network says which words go with it, for it was trained on many hands'
    annotations; but words in quotation marks are as long as the marks say, over paragraphs too. Of the cues
    that it does not see at all only those of quoted sentences stay: of the others one in fifteen is right.

    Args:
        scene: The article, laid out for attribution.
        quotes: What syntax and marks give.
        sayings: What the network reads.
    """
    found: list[Quote] = []
    settled: set[int] = set()
    cued = Placed((quote.cue, (i, quote.cue)) for i, quote in enumerate(quotes) if quote.cue is not None)
    for saying in sayings:
        same = [i for i, cue in cued.touching(saying.cue) if cue.overlaps(saying.cue)]
        content = content_of(scene, saying)
        if content and (same or is_speech(scene, saying, content)):
            settled.update(same)
            found.append(read(scene, saying, content, [quotes[i] for i in same]))
    seen = Placed((saying.cue, saying.cue) for saying in sayings)
    rest = [q for i, q in enumerate(quotes) if i not in settled and (is_among(seen, q.cue) or stands_alone(scene, q))]
    said = Placed((span, quote.content) for quote in found for span in quote.content)
    found += [quote for quote in rest if not is_said(said, quote.content)]
    return sorted(found, key=lambda quote: (quote.content, quote.cue or Span(0, 0)))


def is_among(cues: Placed[Span], cue: Span | None) -> bool:
    """Tell whether one of some cues has words of another."""
    return cue is not None and any(one.overlaps(cue) for one in cues.touching(cue))


def is_said(said: Placed[tuple[Span, ...]], content: tuple[Span, ...]) -> bool:
    """Tell whether the words of a quote are those of another."""
    return any(shared(content, other) >= SAME_WORDS for span in content for other in said.touching(span))


def stands_alone(scene: Scene, quote: Quote) -> bool:
    """Tell whether a quote holds without a cue that the network sees: it has none in words, or is a quoted sentence.

    Titles ("New Day," which) and scare quotes are what syntax alone mistakes most, and stand within sentences.
    """
    cue = quote.cue.of(scene.text) if quote.cue else ""
    if not any(map(str.isalnum, cue)):  # it continues a speech, or is signed: "...," - Ana Berg
        return True
    if is_sure_form(scene.parse, quote, scene.words):
        return True
    start = quote.content[0].start
    return quote.kind == "direct" and scene.sentence_at(start).span.start >= start - LONGEST_MARK


def read(scene: Scene, saying: Saying, content: tuple[Span, ...], same: Sequence[Quote]) -> Quote:
    """Return a saying as a quote; `same` are those that syntax and marks give for its cue."""
    sure = next((quote for quote in same if is_indirectly_told(scene.parse, quote, scene.words)), None)
    who = speaker_of(scene, saying)
    if (
        sure is not None
        and sure.speaker is not None
        and (saying.probability < SURE_CUE or who is None or not who.overlaps(sure.speaker))
    ):
        return replace(sure, basis="both", probability=saying.probability)
    marked = next((quote for quote in same if quote.kind == "direct"), None)
    content = marked.content if marked else without_marks(scene, content)
    speaker = who or next((quote.speaker for quote in same if quote.speaker), None)
    if speaker is not None and is_hearsay_about(scene.parse, saying.cue, speaker):
        speaker = None
    kind = kind_of(scene, content)
    if kind == "indirect":
        content = tuple(without_own_deeds(scene, part) for part in content)
    basis: QuoteBasis = "both" if same else "network"
    cue = same[0].cue if same and saying.probability < OWN_CUE else saying.cue
    tight = speaker.tightened(scene.text) if speaker else None
    return Quote(content, kind, cue, tight, basis=basis, probability=saying.probability)


def is_speech(scene: Scene, saying: Saying, content: tuple[Span, ...]) -> bool:
    """Tell whether a saying that syntax does not know is sure enough, given its cue and how much is said."""
    is_label = saying.cue.of(scene.text) == ":" and kind_of(scene, content) == "direct"  # `The ministry: "No comment."`
    is_short = not is_label and sum(len(span.of(scene.text).split()) for span in content) < SHORT_WORDS
    if saying.probability < (SHORT if is_short else LEAST):
        return False
    words = scene.words
    lemmas = {scene.parse.lemmas[token].lower() for token in scene.parse.tokens_in(saying.cue)}
    known = not lemmas.isdisjoint(words.verbs.keys() | words.nouns.keys() | words.phrases.keys())
    return known or speaker_of(scene, saying) is not None


def speaker_of(scene: Scene, saying: Saying) -> Span | None:
    """Return the likeliest speaker, as far as one line has it; None when no words are likely enough."""
    likely = (a for a in saying.arguments if a.role == "speaker" and a.score >= SPEAKER)
    named = (a for a in likely if any(scene.parse.pos[token] != "DET" for token in scene.parse.tokens_in(a.span)))
    best: Argument | None = max(named, key=lambda a: a.score, default=None)
    if best is None:
        return None
    first_line = best.span.of(scene.text).partition("\n")[0]
    return Span(best.span.start, best.span.start + len(first_line))


def content_of(scene: Scene, saying: Saying) -> tuple[Span, ...]:
    """Return the words said, in text order; parts with nothing but marks between them are one, line by line."""
    parts = [a.span for a in saying.arguments if a.role == "content" and a.score >= CONTENT]
    if not parts:
        return ()
    parts = of_one_line(scene, saying.cue, parts)
    joined = [parts[0]]
    for before, part in pairwise(parts):
        between = scene.text[before.end : part.start]
        if "\n" in between or any(map(str.isalnum, between)):
            joined.append(part)
        else:
            joined[-1] = Span(joined[-1].start, part.end)
    return tuple(within_sentence(scene, part) for part in joined)


@once
def quotations_of(scene: Scene) -> Placed[Quotation]:
    """Return the quotations of an article by where they stand with their marks."""
    return Placed((quotation.outer, quotation) for quotation in scene.quotations)


@once
def paragraphs_of(scene: Scene) -> Placed[Span]:
    """Return the paragraphs of an article by where they stand."""
    return Placed((paragraph.span, paragraph.span) for paragraph in scene.paragraphs)


@once
def sentences_of(scene: Scene) -> Placed[Span]:
    """Return the sentences of an article by where they stand."""
    return Placed((sentence.span, sentence.span) for sentence in scene.sentences)


def is_in_marks(scene: Scene, words: Span) -> bool:
    """Tell whether some words stand in quotation marks, at least in part."""
    return any(quotation.inner.overlaps(words) for quotation in quotations_of(scene).touching(words))


def of_one_line(scene: Scene, cue: Span, parts: list[Span]) -> list[Span]:
    """Return the parts in the paragraph of a cue, where some are; words in quotation marks may run over several."""
    around = next((span for span in paragraphs_of(scene).touching(cue) if span.overlaps(cue)), cue)
    near = [part for part in parts if around.overlaps(part)]
    quoted = [part for part in parts if is_in_marks(scene, part)]
    return near if near and not quoted else parts


def within_sentence(scene: Scene, part: Span) -> Span:
    """Return reported words without what they take of another sentence; quoted words may run over several."""
    touched = [span for span in sentences_of(scene).touching(part) if span.overlaps(part)]
    if len(touched) < 2 or is_in_marks(scene, part):
        return part
    main = max(touched, key=lambda s: min(s.end, part.end) - max(s.start, part.start))
    return Span(max(main.start, part.start), min(main.end, part.end))


def without_marks(scene: Scene, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return words without the quotation marks around them and without marks at their ends."""
    text, found = scene.text, []
    for span in content:
        around = next((q.inner for q in quotations_of(scene).around(span)), span)
        start, end = max(span.start, around.start), min(span.end, around.end)
        while end > start and text[end - 1] in LOOSE:
            end -= 1
        while start < end and text[start] in LOOSE:
            start += 1
        if start < end:
            found.append(Span(start, end))
    return tuple(found) or content


def kind_of(scene: Scene, content: tuple[Span, ...]) -> QuoteKind:
    """Return whether words are quoted: as a whole and apart from the reporter's clause, in part, or not at all."""
    touched = [span for span in content if is_in_marks(scene, span)]
    around = [next(iter(quotations_of(scene).around(span)), None) for span in touched]
    whole = [quotation for quotation in around if quotation is not None]
    if len(whole) == len(content) and is_apart(scene.text, whole[0]):
        return "direct"
    return "mixed" if touched else "indirect"


def is_apart(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation is no part of the reporter's clause, as in "called it": by what stands before it.

    That is the end of a sentence, a comma or a colon; or it begins with a capital and is longer than a title.
    """
    before, words = text[max(0, quotation.outer.start - NEAR_CHARS) : quotation.outer.start], quotation.inner.of(text)
    end = before.rstrip()
    is_line = not end or "\n" in before[len(end) :]
    return is_line or end[-1] in SETTING_OFF or (len(words.split()) > TITLE_WORDS and words[0].isupper())


def shared(left: tuple[Span, ...], right: tuple[Span, ...]) -> float:
    """Return which share of the characters of either stands in both, 0 to 1."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
    total = sum(span.end - span.start for span in (*left, *right)) - both
    return both / total if total else 0.0
