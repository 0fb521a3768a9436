"""Joins cues, clauses and quotation marks into attributions: which cue goes with which words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from regesta.annotate.direct_speech import (
    RELATIVE_TAGS,
    SCARE_WORDS,
    begins_sentence,
    cue_after,
    cue_before,
    is_sentence,
    unlisted_cue_after,
    unlisted_cue_before,
)
from regesta.annotate.indirect_speech import quoted_object, reported_tokens
from regesta.annotate.quotation_marks import Quotation, find_quotations
from regesta.annotate.speech_cues import Cue, can_speak, find_cues
from regesta.annotate.speech_subjects import speaker_span
from regesta.model.annotation import QuoteKind, Sentence
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.speech_verbs import load_speech


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


def find_attributions(article: Article, parse: Parse) -> list[Attribution]:
    """Return the attributions of a parsed article, in order of their words."""
    attributor = Attributor(article, parse)
    for paragraph in attributor.paragraphs():
        attributor.add(paragraph)
    return sorted(attributor.found, key=lambda attribution: attribution.spans)


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


class Attributor:
    """Attributes the words of one article, paragraph by paragraph.

    Attributes:
        found: The attributions so far.
    """

    def __init__(self, article: Article, parse: Parse) -> None:
        self.article = article
        self.text = article.text
        self.parse = parse
        self.sentence_starts = [sentence.span.start for sentence in article.sentences]
        self.quoted: frozenset[int] = frozenset()
        self.found: list[Attribution] = []
        self.last_paragraph = 0  # index of the first attribution of the paragraph before
        self.waiting: list[Quotation] = []  # without a cue, taken up by the next paragraph
        self.opening: Cue | None = None  # cue that ended the paragraph before with a colon

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the article with their quotations and cues."""
        bounds = [
            (members[0].span.joined(members[-1].span), members[0].first_token, members[-1].end_token)
            for _, group in groupby(self.article.sentences, key=lambda sentence: sentence.paragraph)
            for members in [list(group)]
        ]
        quotations = find_quotations(self.text, (span for span, _, _ in bounds))
        self.quoted = frozenset(token for quotation in quotations for token in self.parse.tokens_in(quotation.outer))
        cues = find_cues(self.parse, load_speech(), self.quoted)
        starts = [quotation.outer.start for quotation in quotations]
        tokens = [cue.token for cue in cues]
        for span, first, end in bounds:
            own = quotations[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            yield Paragraph(span, first, end, own, cues[bisect_left(tokens, first) : bisect_left(tokens, end)])

    def add(self, paragraph: Paragraph) -> None:
        """Add the attributions of the next paragraph."""
        begin = len(self.found)
        self.found.extend(self.clauses(paragraph))
        for number, quotation in enumerate(paragraph.quotations):
            index = self.place(paragraph, begin, number)
            if index is None and quotation.continues:
                self.waiting.append(quotation)
                continue
            if index is None:
                index = self.continue_last(paragraph, quotation)
            if index is not None and self.waiting:
                self.extend(index, *(part.inner for part in self.waiting))
            self.waiting.clear()
        self.last_paragraph = begin
        self.opening = self.opening_cue(paragraph)

    def opening_cue(self, paragraph: Paragraph) -> Cue | None:
        """Return the cue that ends a paragraph with a colon and so opens the next one; None when none does."""
        if not self.text[: paragraph.span.end].endswith(":"):
            return None
        cues = paragraph.cues_between(paragraph.first, paragraph.end)
        return cue_before(self.parse, paragraph.end, cues, self.quoted) or unlisted_cue_before(
            self.parse, paragraph.end, paragraph.first
        )

    def extend(self, index: int, *spans: Span) -> None:
        """Add words to an attribution."""
        old = self.found[index]
        kind = "direct" if old.kind == "direct" else "mixed"
        self.found[index] = replace(old, spans=joined([*old.spans, *spans]), kind=kind)

    def clauses(self, paragraph: Paragraph) -> list[Attribution]:
        """Return what the syntax of a paragraph's sentences attributes; of two cues for the same words the nearer."""
        found: dict[tuple[Span, ...], Attribution] = {}
        for cue in paragraph.cues:
            tokens = reported_tokens(self.parse, cue)
            spans = spans_of(self.parse, tokens)
            if not spans or cue.speaker in tokens or (cue.speaker is None and cue.speech_class != "says"):
                continue
            fitted = self.fit(paragraph, cue, spans)
            other = found.get(fitted.spans)
            if fitted.spans and (other is None or self.distance(fitted) < self.distance(other)):
                found[fitted.spans] = fitted
        return [attribution for attribution in found.values() if not self.is_relayed(attribution, found.values())]

    def fit(self, paragraph: Paragraph, cue: Cue, spans: list[Span]) -> Attribution:
        """Return an attribution fitted to the quotations it touches.

        A clause inside a quotation stands for the whole quotation, unless a cue right before that introduces it; a
        clause that only touches it takes it in.
        """
        touched = [q for q in paragraph.quotations if any(span.overlaps(q.inner) for span in spans)]
        for quotation in touched:
            if self.introducer(paragraph, quotation) not in {None, cue}:
                spans = [span for span in spans if not quotation.outer.contains(span)]
            for index, span in enumerate(spans):
                if span.overlaps(quotation.inner):
                    is_inside = quotation.outer.contains(span)
                    spans[index] = quotation.inner if is_inside else span.joined(quotation.outer)
        whole = {quotation.inner for quotation in touched}
        is_marked = any(span.overlaps(inner) for span in spans for inner in whole)
        kind: QuoteKind = "direct" if whole.issuperset(spans) else "mixed" if is_marked else "indirect"
        return Attribution(cue, joined(spans), self.speaker(cue), kind)

    def introducer(self, paragraph: Paragraph, quotation: Quotation) -> Cue | None:
        """Return the cue right before a colon that opens a quotation: `noting: "..."`; None without one."""
        first = self.parse.tokens_in(quotation.outer)[0]
        if first <= paragraph.first or self.parse.words[first - 1] != ":":
            return None
        return next((cue for cue in paragraph.cues if cue.last == first - 2), None)

    def speaker(self, cue: Cue) -> Span | None:
        """Return the noun phrase of a cue's speaker; None when it has none."""
        return None if cue.speaker is None else speaker_span(self.parse, cue.speaker)

    def distance(self, attribution: Attribution) -> int:
        """Return how many characters stand between a cue and the words it attributes."""
        if attribution.cue is None:
            return 0
        cue = self.parse.span(attribution.cue.first, attribution.cue.last)
        return max(attribution.spans[0].start - cue.end, cue.start - attribution.spans[-1].end)

    def is_relayed(self, attribution: Attribution, others: Iterable[Attribution]) -> bool:
        """Tell whether a cue after a whole attributed sentence only names who relayed it: "he said ..., it added"."""
        parse, cue = self.parse, attribution.cue
        if cue is None or cue.speaker is None or parse.starts[cue.first] < attribution.spans[-1].end:
            return False
        if cue.form == "phrase":
            inner = parse.heads[cue.token]
        elif parse.tags[cue.speaker] == "NN" or parse.lemmas[cue.speaker] == "it":
            inner = next(parse.governed(cue.token, "ccomp"), cue.token)
        else:
            return False
        return any(
            other.cue is not None
            and other.cue.first <= inner <= other.cue.last
            and parse.tags[parse.token_at(other.spans[0].start)] != "TO"
            for other in others
            if other is not attribution
        )

    def place(self, paragraph: Paragraph, begin: int, number: int) -> int | None:
        """Attribute a quotation to a clause that holds it, to the verb it is an object of, or to the cue beside it.

        Args:
            paragraph: The paragraph.
            begin: Index of the paragraph's first attribution.
            number: Which of its quotations.

        Returns:
            Index of the attribution that has the quotation; None when no cue goes with it.
        """
        quotation = paragraph.quotations[number]
        for index in range(begin, len(self.found)):
            if any(span.overlaps(quotation.inner) for span in self.found[index].spans):
                self.add_object(paragraph, quotation, self.found[index])
                return index
        starts = begins_sentence(self.text, paragraph.span.start, quotation)
        if not starts and self.add_object(paragraph, quotation, None):
            return len(self.found) - 1
        cue = self.cue_beside(paragraph, number)
        if cue is None and quotation.outer.start == paragraph.span.start and self.opening is not None:
            return self.attach(self.last_paragraph, self.opening, quotation, starts)
        return None if cue is None else self.attach(begin, cue, quotation, starts)

    def add_object(self, paragraph: Paragraph, quotation: Quotation, holder: Attribution | None) -> bool:
        """Attribute quoted words to the verb whose object they are; tell whether there is such a verb.

        Args:
            paragraph: The paragraph.
            quotation: The quoted words.
            holder: The attribution whose words hold them already; then the verb must stand in those words, too.
        """
        parse = self.parse
        words = load_speech()
        cues = {c.token: c for c in paragraph.cues if c.form == "verb" and can_speak(parse, c.speaker, words)}
        found = quoted_object(parse, parse.tokens_in(quotation.outer), cues)
        if found is None:
            return False
        cue, tokens, is_headed = found
        is_short = len(quotation.inner.of(self.text).split()) <= SCARE_WORDS
        if not is_headed and (is_short or holder is not None):
            return False
        if holder is not None and not any(span.contains(parse.span(cue.token)) for span in holder.spans):
            return False
        parts = [*spans_of(parse, tokens), quotation.outer]
        whole = Span(min(span.start for span in parts), max(span.end for span in parts))
        self.found.append(Attribution(cue, (whole,), self.speaker(cue), "mixed"))
        return True

    def cue_beside(self, paragraph: Paragraph, number: int) -> Cue | None:
        """Return the cue after or before a quotation; None when there is none."""
        parse, quotations = self.parse, paragraph.quotations
        tokens = parse.tokens_in(quotations[number].outer)
        start = parse.tokens_in(quotations[number - 1].outer)[-1] + 1 if number else paragraph.first
        is_last = number + 1 == len(quotations)
        end = paragraph.end if is_last else parse.tokens_in(quotations[number + 1].outer)[0]
        is_whole = is_sentence(self.text, quotations[number])
        if is_whole:
            cue = cue_after(parse, tokens[-1], paragraph.cues_between(tokens[-1] + 1, end), self.quoted)
            cue = cue or unlisted_cue_after(parse, tokens[-1], end)
            if cue is not None:
                return cue
        cue = cue_before(parse, tokens[0], paragraph.cues_between(start, tokens[0]), self.quoted)
        if cue is not None and (is_whole or parse.words[tokens[0] - 1] in {":", ","}):
            return cue
        return unlisted_cue_before(parse, tokens[0], start)

    def attach(self, begin: int, cue: Cue, quotation: Quotation, starts: bool) -> int | None:
        """Give a quotation to a cue, as more of its words when it has some already.

        Args:
            begin: Index of the paragraph's first attribution.
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
                self.extend(index, quotation.inner)
                return index
        self.found.append(Attribution(cue, (quotation.inner,), self.speaker(cue), "direct"))
        return len(self.found) - 1

    def continue_last(self, paragraph: Paragraph, quotation: Quotation) -> int | None:
        """Give a sentence in quotation marks without a cue to the last speaker of this paragraph or the one before.

        It is more of the same speech when nothing but the rest of the cue's sentence stands between, else a speech of
        its own. None when it is no sentence, or nobody spoke.
        """
        starts = begins_sentence(self.text, paragraph.span.start, quotation)
        if not (starts and is_sentence(self.text, quotation)):
            return None
        near = range(self.last_paragraph, len(self.found))
        before = [index for index in near if self.found[index].spans[-1].end <= quotation.outer.start]
        index = max(before, key=lambda i: self.found[i].spans[-1], default=None)
        if index is not None and self.found[index].kind == "direct" and self.follows(self.found[index], quotation):
            self.extend(index, quotation.inner)
            return index
        speaker = self.subject_before(paragraph, quotation) or (None if index is None else self.found[index].speaker)
        if speaker is None:
            return None
        self.found.append(Attribution(None, (quotation.inner,), speaker, "direct"))
        return len(self.found) - 1

    def follows(self, attribution: Attribution, quotation: Quotation) -> bool:
        """Tell whether nothing but the rest of the cue's sentence stands between a speech and a quotation."""
        cue = attribution.cue
        end = max(attribution.spans[-1].end, self.parse.ends[cue.last] if cue else 0)
        sentence = self.sentence_at(end - 1)
        return not any(map(str.isalnum, self.text[max(end, sentence.span.end) : quotation.outer.start]))

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence at or before an offset."""
        return self.article.sentences[max(0, bisect_right(self.sentence_starts, offset) - 1)]

    def subject_before(self, paragraph: Paragraph, quotation: Quotation) -> Span | None:
        """Return the subject of the sentence right before a quotation in its paragraph, when it is one that can speak."""
        if quotation.outer.start == paragraph.span.start:
            return None
        parse = self.parse
        sentence = self.sentence_at(
            self.text.rindex(self.text[: quotation.outer.start].rstrip()[-1], 0, quotation.outer.start)
        )
        for token in range(sentence.first_token, sentence.end_token):
            if parse.heads[token] == token:
                subject = next(parse.governed(token, "nsubj"), None)
                return (
                    speaker_span(parse, subject)
                    if can_speak(parse, subject, load_speech()) and subject is not None
                    else None
                )
        return None
