"""Attributes an article's words paragraph by paragraph: clauses first, then the quotations that no clause holds."""

from collections.abc import Sequence
from dataclasses import replace

from regesta.annotate.speech.attribution import Attribution, Paragraph, Scene, joined, spans_of
from regesta.annotate.speech.clause_attribution import clause_attributions
from regesta.annotate.speech.cues import Cue, can_speak
from regesta.annotate.speech.direct_speech import (
    SCARE_WORDS,
    begins_sentence,
    cue_after,
    cue_before,
    is_sentence,
    signature,
    unlisted_cue_after,
    unlisted_cue_before,
)
from regesta.annotate.speech.indirect_speech import quoted_object
from regesta.annotate.speech.quotation_marks import Quotation
from regesta.annotate.speech.subjects import speaker_span
from regesta.model.annotation import QuoteKind
from regesta.model.span import Span


def find_attributions(scene: Scene) -> list[Attribution]:
    """Return the attributions of an article, in order of their words."""
    attributor = Attributor(scene)
    for paragraph in attributor.scene.paragraphs:
        attributor.add(paragraph)
    return sorted(attributor.found, key=lambda attribution: attribution.spans)


class Attributor:
    """Collects the attributions of one article.

    Attributes:
        scene: The article.
        found: The attributions so far.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.text
        self.parse = scene.parse
        self.found: list[Attribution] = []
        self.begin = 0  # index of the first attribution of the present paragraph
        self.begin_before = 0  # likewise of the paragraph before
        self.waiting: list[Quotation] = []  # without a cue, taken up by the next paragraph
        self.opening: Cue | None = None  # cue that ended the paragraph before with a colon
        self.cues_of: Paragraph | None = None  # the paragraph of which the next are the cues
        self.speaking: dict[int, Cue] = {}  # verbs whose subject can speak, by their words

    def add(self, paragraph: Paragraph) -> None:
        """Add the attributions of the next paragraph."""
        self.begin = len(self.found)
        is_taking_up = bool(self.waiting)
        self.found.extend(clause_attributions(self.scene, paragraph))
        for number, quotation in enumerate(paragraph.quotations):
            index = self.place(paragraph, number)
            if index is None and quotation.continues:
                self.waiting.append(quotation)
                continue
            if index is None:
                index = self.continue_last(paragraph, quotation, (self.waiting or [quotation])[0])
            if index is not None:
                self.extend(index, [part.inner for part in self.waiting])
            self.waiting.clear()
        if not (is_taking_up and self.waiting):
            self.begin_before = self.begin
        self.opening = self.opening_cue(paragraph)

    def append(self, cue: Cue | None, span: Span, speaker: Span | None, is_whole: bool) -> int:
        """Add an attribution and return its index."""
        self.found.append(Attribution(cue, (span,), speaker, "direct" if is_whole else "mixed"))
        return len(self.found) - 1

    def extend(self, index: int, spans: Sequence[Span]) -> None:
        """Add quoted words to an attribution."""
        if spans:
            old = self.found[index]
            kind: QuoteKind = "direct" if old.kind == "direct" else "mixed"
            self.found[index] = replace(old, spans=joined([*old.spans, *spans]), kind=kind)

    def opening_cue(self, paragraph: Paragraph) -> Cue | None:
        """Return the cue that ends a paragraph with a colon and so opens the next one; None when none does."""
        if self.text[paragraph.span.end - 1] != ":":
            return None
        cues = paragraph.cues_between(paragraph.first, paragraph.end)
        return cue_before(self.parse, paragraph.end, cues, self.scene.quoted) or unlisted_cue_before(
            self.parse, paragraph.end, paragraph.first
        )

    def place(self, paragraph: Paragraph, number: int) -> int | None:
        """Attribute a quotation to a clause that holds it, to the verb it is an object of, or to the cue beside it.

        Args:
            paragraph: The paragraph.
            number: Which of its quotations.

        Returns:
            Index of the attribution that has the quotation; None when no cue goes with it.
        """
        quotation = paragraph.quotations[number]
        for index in range(self.begin, len(self.found)):
            if any(span.overlaps(quotation.inner) for span in self.found[index].spans):
                self.place_object(paragraph, quotation, self.found[index])
                return index
        if (signed := signature(self.text, paragraph.span.start, quotation)) is not None:
            dash, name = (self.parse.tokens_in(span) for span in signed)
            signing = Cue(dash[0], dash[0], dash[-1], "phrase", "says", speaker=name[0])
            return self.append(signing, quotation.inner, signed[1], is_whole=True)
        starts = begins_sentence(self.text, paragraph.span.start, quotation)
        if not starts and (index_of_object := self.place_object(paragraph, quotation, None)) is not None:
            return index_of_object
        cue = self.cue_beside(paragraph, number)
        if cue is not None:
            return self.attach(self.begin, cue, quotation, starts)
        if self.opening is not None and quotation.outer.start == paragraph.span.start:
            return self.attach(self.begin_before, self.opening, quotation, starts)
        return None

    def place_object(self, paragraph: Paragraph, quotation: Quotation, holder: Attribution | None) -> int | None:
        """Attribute quoted words to the verb whose object they are.

        Args:
            paragraph: The paragraph.
            quotation: The quoted words.
            holder: The attribution whose words hold them already; then the verb must stand in those words, too.

        Returns:
            Index of the attribution; None when there is no such verb.
        """
        parse, words = self.parse, self.scene.words
        if self.cues_of is not paragraph:
            cues = (cue for cue in paragraph.cues if cue.form == "verb" and can_speak(parse, cue.speaker, words))
            self.cues_of, self.speaking = paragraph, {cue.token: cue for cue in cues}
        found = quoted_object(parse, parse.tokens_in(quotation.outer), self.speaking)
        if found is None:
            return None
        cue, tokens, is_headed = found
        is_short = len(quotation.inner.of(self.text).split()) <= SCARE_WORDS
        if not is_headed and (is_short or holder is not None):
            return None
        if holder is not None and not any(span.contains(parse.span(cue.token)) for span in holder.spans):
            return None
        parts = [*spans_of(parse, tokens), quotation.outer]
        whole = Span(min(span.start for span in parts), max(span.end for span in parts))
        return self.append(cue, whole, self.scene.speaker(cue), is_whole=False)

    def cue_beside(self, paragraph: Paragraph, number: int) -> Cue | None:
        """Return the cue after or before a quotation; None when there is none."""
        parse, quotations, quoted = self.parse, paragraph.quotations, self.scene.quoted
        tokens = parse.tokens_in(quotations[number].outer)
        start = parse.tokens_in(quotations[number - 1].outer)[-1] + 1 if number else paragraph.first
        is_last = number + 1 == len(quotations)
        end = paragraph.end if is_last else parse.tokens_in(quotations[number + 1].outer)[0]
        is_whole = is_sentence(self.text, quotations[number])
        if is_whole:
            after = cue_after(parse, tokens[-1], paragraph.cues_between(tokens[-1] + 1, end), quoted)
            after = after or unlisted_cue_after(parse, tokens[-1], end)
            if after is not None:
                return after
        before = cue_before(parse, tokens[0], paragraph.cues_between(start, tokens[0]), quoted)
        if before is not None and (is_whole or parse.words[tokens[0] - 1] in {":", ","}):
            return before
        return unlisted_cue_before(parse, tokens[0], start)

    def attach(self, begin: int, cue: Cue, quotation: Quotation, starts: bool) -> int | None:
        """Give a quotation to a cue, as more of its words when it has some already.

        Args:
            begin: Index of the first attribution that may have the cue.
            cue: The cue.
            quotation: The quotation.
            starts: It begins a sentence.

        Returns:
            Index of the attribution; None when the cue's own clause shows that the quotation is none of it.
        """
        for index in range(begin, len(self.found)):
            if self.found[index].cue == cue:
                if not starts and self.found[index].spans[0] > quotation.inner:
                    return None
                self.extend(index, [quotation.inner])
                return index
        return self.append(cue, quotation.inner, self.scene.speaker(cue), is_whole=True)

    def continue_last(self, paragraph: Paragraph, quotation: Quotation, first: Quotation) -> int | None:
        """Give a sentence in quotation marks without a cue to the last speaker of this paragraph or the one before.

        It is more of the same speech when nothing but the rest of the cue's sentence stands between, else a speech of
        its own. None when it is no sentence, or nobody spoke.

        Args:
            paragraph: The paragraph.
            quotation: The quotation.
            first: The one that it goes on from, paragraphs before; itself when it begins here.
        """
        starts = begins_sentence(self.text, paragraph.span.start, quotation)
        if not (starts and is_sentence(self.text, quotation)):
            return None
        near = range(self.begin_before, len(self.found))
        before = [index for index in near if self.found[index].spans[-1].end <= first.outer.start]
        index = max(before, key=lambda i: self.found[i].spans[-1], default=None)
        if index is not None and self.found[index].kind == "direct" and self.follows(self.found[index], first):
            self.extend(index, [quotation.inner])
            return index
        speaker = self.subject_before(paragraph, quotation) or (None if index is None else self.found[index].speaker)
        return None if speaker is None else self.append(None, quotation.inner, speaker, is_whole=True)

    def follows(self, attribution: Attribution, quotation: Quotation) -> bool:
        """Tell whether nothing but the rest of the cue's sentence stands between a speech and a quotation."""
        cue = attribution.cue
        end = max(attribution.spans[-1].end, self.parse.ends[cue.last] if cue else 0)
        sentence = self.scene.sentence_at(end - 1)
        return not any(map(str.isalnum, self.text[max(end, sentence.span.end) : quotation.outer.start]))

    def subject_before(self, paragraph: Paragraph, quotation: Quotation) -> Span | None:
        """Return who is subject of the sentence before a quotation in its paragraph; None when that cannot speak."""
        before = len(self.text[: quotation.outer.start].rstrip())
        if before <= paragraph.span.start:
            return None
        sentence = self.scene.sentence_at(before - 1)
        for token in range(sentence.first_token, sentence.end_token):
            if self.parse.heads[token] == token:
                subject = next(self.parse.governed(token, "nsubj"), None)
                if subject is not None and can_speak(self.parse, subject, self.scene.words):
                    return speaker_span(self.parse, subject)
        return None
