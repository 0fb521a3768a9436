"""Who speaks the words between quotation marks: the cue beside them, before or after."""

from collections.abc import Collection, Sequence

from regesta.annotate.speech_cues import Cue
from regesta.model.parse import Parse

SENTENCE_ENDS = frozenset({".", "!", "?"})
NEAR_TOKENS = 4  # how far from the closing mark the cue or its speaker may begin: a comma, an adverb, a determiner
SPEAKING_TAGS = frozenset({"VBD", "VBZ", "VBP"})


def cue_after(parse: Parse, last: int, cues: Sequence[Cue], limit: int, quoted: Collection[int]) -> Cue | None:
    """Return the cue right after a quotation: `"...," said the mayor`.

    Args:
        parse: The parse.
        last: Last token of the quotation, its mark included.
        cues: Cues of the article in text order.
        limit: Token after the last one the cue may stand at: end of paragraph, or start of the next quotation.
        quoted: Tokens between quotation marks.
    """
    if ends_sentence(parse, last, quoted):
        return None
    for cue in cues:
        if last < cue.token < limit and cue.form != "noun":
            start = min(cue.first, first_of_speaker(parse, cue))
            if start - last <= NEAR_TOKENS and not sentence_ends_between(parse, last, cue.token, quoted):
                return cue
            return None
    return None


def ends_sentence(parse: Parse, last: int, quoted: Collection[int]) -> bool:
    """Tell whether a full stop stands right before the closing mark, so that no cue follows."""
    inside = [token for token in (last, last - 1) if token in quoted]
    return bool(inside) and parse.words[inside[0]] == "."


def first_of_speaker(parse: Parse, cue: Cue) -> int:
    """Return the first token of the speaker's noun phrase; the cue's own first token when it has none."""
    return cue.first if cue.speaker is None else min(parse.subtree(cue.speaker))


def sentence_ends_between(parse: Parse, first: int, end: int, quoted: Collection[int]) -> bool:
    """Tell whether a sentence ends, outside quotation marks, between two tokens."""
    return any(parse.words[token] in SENTENCE_ENDS and token not in quoted for token in range(first + 1, end))


def cue_before(parse: Parse, first: int, cues: Sequence[Cue], limit: int, quoted: Collection[int]) -> Cue | None:
    """Return the nearest cue before a quotation in its sentence: `the mayor said: "..."`.

    Args:
        parse: The parse.
        first: First token of the quotation, its mark included.
        cues: Cues of the article in text order.
        limit: First token the cue may stand at: start of paragraph, or end of the quotation before.
        quoted: Tokens between quotation marks.
    """
    for cue in reversed(cues):
        if limit <= cue.token < first:
            return None if sentence_ends_between(parse, cue.token, first, quoted) else cue
    return None


def cue_of_unlisted_verb(parse: Parse, last: int, limit: int, quoted: Collection[int]) -> Cue | None:
    """Return a cue whose verb is not in the lexicon, in the place where only verbs of speech stand: `"...," he thundered`."""
    if parse.words[last - 1] not in {",", "!", "?"} or last - 1 not in quoted:
        return None
    for verb in range(last + 1, min(limit, last + 1 + 2 * NEAR_TOKENS)):
        if parse.tags[verb] in SPEAKING_TAGS and parse.pos[verb] == "VERB":
            subject = next(parse.governed(verb, "nsubj"), None)
            if subject is None or min(parse.subtree(subject)) - last > NEAR_TOKENS:
                return None
            return Cue(verb, verb, verb, "verb", "says", subject)
    return None
