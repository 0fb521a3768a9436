"""Who speaks the words between quotation marks: the cue beside them, before or after."""

import re
from collections.abc import Collection, Sequence

from regesta.annotate.speech.cues import SENTENCE_ENDS, Cue
from regesta.annotate.speech.quotation_marks import MARKS, Quotation
from regesta.model.parse import RELATIVE_TAGS, Parse
from regesta.model.span import Span

NEAR_TOKENS = 4  # how far from the closing mark the cue or its speaker may begin: a mark, an adverb, a determiner
SPEAKING_TAGS = frozenset({"VBD", "VBZ", "VBP"})
CALLS = frozenset({"!", "?"})
NEAR_CHARS = 10  # before a quotation that tell whether it opens a sentence
SCARE_WORDS = 2  # so few quoted words without a cue are irony or a name, not speech
# A name after a dash, up to the end of the line.
SIGNATURE = re.compile(r"[^\S\n]*(?P<dash>[—–―]|--?)[^\S\n]*(?P<name>[^\W\d_a-z][^\n.!?]{1,80}?)\.?[^\S\n]*(?:\n|$)")


def is_sentence(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation is a sentence or more, or runs on into its cue, and is not a phrase in another's."""
    words = quotation.inner.of(text)
    if text[quotation.inner.end : quotation.inner.end + 1] == ",":
        return True
    if words[:1].isupper() and (words[-1:] in CALLS or follows_british_mark(text, quotation)):
        return True
    return len(words.split()) > SCARE_WORDS and (words[:1].isupper() or words[-1:] in SENTENCE_ENDS)


def follows_british_mark(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation opens a sentence and a comma follows its mark: `"Nonsense", the minister said`."""
    start = quotation.outer.start
    near = text[max(0, start - NEAR_CHARS) : start]
    before = near.rstrip()
    opens = not before or "\n" in near[len(before) :] or before[-1] in ".!?:"
    return opens and text[quotation.outer.end : quotation.outer.end + 1] == ","


def begins_sentence(text: str, start: int, quotation: Quotation) -> bool:
    """Tell whether a quotation stands at the beginning of its paragraph, at `start`, or after the end of a sentence."""
    before = text[start : quotation.outer.start].rstrip()
    return not before or before[-1] in ".!?:" or (before[-1] in MARKS and before[-2:-1] in tuple(".!?,"))


def signature(text: str, start: int, quotation: Quotation) -> tuple[Span, Span] | None:
    """Return the dash and the name that sign a quotation: `"Work is all we asked for." — Ana Berg`.

    Args:
        text: The article's text.
        start: Where its paragraph begins; the quotation must, too, or after the end of a sentence.
        quotation: The quotation.

    Returns:
        None where the line goes on otherwise: a dash that no name up to the end of the line follows parts a clause.
    """
    signed = SIGNATURE.match(text, quotation.outer.end)
    if signed is None or not (is_sentence(text, quotation) and begins_sentence(text, start, quotation)):
        return None
    return Span(*signed.span("dash")), Span(*signed.span("name"))


def cue_after(parse: Parse, last: int, cues: Sequence[Cue], quoted: Collection[int]) -> Cue | None:
    """Return the cue right after a quotation: `"...," said the mayor`.

    Args:
        parse: The parse.
        last: Last token of the quotation, its mark included.
        cues: Cues between the quotation and the next one or the end of the paragraph, in text order.
        quoted: Tokens between quotation marks.
    """
    if any(parse.words[token] == "." for token in (last, last - 1) if token in quoted):
        return None
    cue = next((cue for cue in cues if cue.form != "noun"), None)
    if cue is None:
        return None
    # `"reform," which he described` speaks of the words.
    if any(parse.tags[token] in RELATIVE_TAGS for token in range(last + 1, cue.first)):
        return None
    start = cue.first if cue.speaker is None else min(cue.first, *parse.subtree(cue.speaker))
    is_near = start - last <= NEAR_TOKENS and not ends_between(parse, last, cue.token, quoted)
    return cue if is_near else None


def cue_before(parse: Parse, first: int, cues: Sequence[Cue], quoted: Collection[int]) -> Cue | None:
    """Return the nearest cue before a quotation in its sentence: `the mayor said: "..."`.

    Args:
        parse: The parse.
        first: First token of the quotation, its mark included.
        cues: Cues between the quotation before or the beginning of the paragraph and this one, in text order.
        quoted: Tokens between quotation marks.
    """
    if not cues or ends_between(parse, cues[-1].token, first, quoted):
        return None
    return cues[-1]


def ends_between(parse: Parse, first: int, end: int, quoted: Collection[int]) -> bool:
    """Tell whether a sentence ends, outside quotation marks, between two tokens."""
    return any(parse.words[token] in SENTENCE_ENDS and token not in quoted for token in range(first + 1, end))


def unlisted_cue_after(parse: Parse, last: int, end: int) -> Cue | None:
    """Return a cue whose verb is in no list, where only verbs of speech stand: `"...," he thundered`.

    Args:
        parse: The parse.
        last: Last token of the quotation, its mark included.
        end: Token after the last one the verb may stand at.
    """
    if not {",", "!", "?"} & set(parse.words[max(0, last - 1) : last + 1]):
        return None
    for verb in range(last + 1, min(end, last + 1 + 2 * NEAR_TOKENS)):
        if parse.tags[verb] in SPEAKING_TAGS and parse.pos[verb] == "VERB":
            return cue_with_subject(parse, verb, last)
    return None


def cue_with_subject(parse: Parse, verb: int, last: int) -> Cue | None:
    """Return a verb as a cue when its subject begins close after the token `last`."""
    subject = next(parse.governed(verb, "nsubj"), None)
    if subject is None or min(parse.subtree(subject)) - last > NEAR_TOKENS:
        return None
    return Cue(verb, verb, verb, "verb", "says", subject)


def unlisted_cue_before(parse: Parse, first: int, start: int) -> Cue | None:
    """Return a cue whose verb is in no list, before a colon that opens a quotation: `She shot back: "..."`.

    Args:
        parse: The parse.
        first: First token of the quotation, its mark included.
        start: First token the verb may stand at.
    """
    if first == start or parse.words[first - 1] != ":":
        return None
    for verb in range(first - 2, start - 1, -1):
        if parse.words[verb] in SENTENCE_ENDS:
            return None
        subject = next(parse.governed(verb, "nsubj"), None)
        if parse.tags[verb] in SPEAKING_TAGS and parse.pos[verb] == "VERB" and subject is not None:
            return Cue(verb, verb, verb, "verb", "says", subject)
    return None
