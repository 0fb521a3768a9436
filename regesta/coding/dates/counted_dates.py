"""Dates counted from another act that has a date: "**arrested** him two weeks before the vote on 14 May"."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from regesta.coding.dates.reach import times_in
from regesta.coding.dates.relative_dates import LENGTH, RELATING, clause_of, is_lasting, moved, steps_of
from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.arguments import carrier_of
from regesta.model.annotation import Sentence, TimeExpression
from regesta.model.event import EventDate
from regesta.model.parse import Parse
from regesta.model.span import Span

NEIGHBOUR = re.compile(
    r"\b(?:the\s(?:day|night|morning|evening)\s(after|before)|(?:on\s)?the\s(eve)\sof)\b", re.IGNORECASE
)
DAYS = frozenset({"day", "time", "range"})
TOLD = frozenset({"VBN", "VBD", "VBZ", "WDT", "JJ"})  # "the vote, **held** on", "the quake, **which struck** on"
MOST_SENTENCES = 3  # back to where it was told
MOST_WORDS = 4  # between what is dated and its date: "the earthquake, which struck on"
ONE_DAY = timedelta(days=1)


class Counted(NamedTuple):
    """A date counted from another.

    Attributes:
        date: The date of the act.
        base: The time that it is counted from, which dates something else.
    """

    date: EventDate
    base: TimeExpression


class Length(NamedTuple):
    """A length of time and how it relates two acts: "two weeks before", "the day after", "the eve of"."""

    span: Span
    steps: int
    unit: str
    relating: int


def counted_date(scene: Scene, trigger: int, sentence: Sentence) -> Counted | None:
    """Return when an act happened that is told as so long before or after another one that has a day; else None."""
    parse, text = scene.parse, scene.article.text
    for length in lengths(scene, sentence):
        noun = clause_of(parse, length.relating)
        if noun is None or trigger in (noun, *parse.subtree(noun)) or not is_told_by(parse, trigger, length):
            continue
        base = dated_behind(scene, sentence, length, noun) or told_before(scene, sentence, noun)
        if base is None or base.interval is None:
            continue
        day = base.interval.start if length.steps < 0 else base.interval.end - ONE_DAY
        if days := moved(day, length.steps, length.unit):
            date = EventDate(interval=days, basis="expression", span=length.span, text=length.span.of(text))
            return Counted(date, base)
    return None


def lengths(scene: Scene, sentence: Sentence) -> Iterator[Length]:
    """Yield the lengths of time in a sentence that "before" or "after" follows."""
    parse, text = scene.parse, scene.article.text
    for time in times_in(scene, sentence):
        length = LENGTH.fullmatch(time.value)
        relating = RELATING.match(text, time.span.end) if length else None
        if length and relating and not is_lasting(text, time):
            steps, unit = steps_of(length, relating[1].lower())
            yield Length(time.span, -steps, unit, parse.token_at(relating.start(1)))
    for near in NEIGHBOUR.finditer(text, sentence.span.start, sentence.span.end):
        word = near[1] or near[2]
        steps = 1 if word.lower() == "after" else -1
        at = near.start(1) if near[1] else near.end() - len("of")
        yield Length(Span(near.start(), near.end()), steps, "D", parse.token_at(at))


def is_told_by(parse: Parse, trigger: int, length: Length) -> bool:
    """Tell whether a length of time hangs by an act, or by the verb that carries it."""
    inside = {*parse.tokens_in(length.span), length.relating}
    at = length.relating if parse.deps[length.relating] != "mark" else parse.heads[length.relating]
    above = next((a for a in (parse.heads[at], *parse.ancestors(parse.heads[at])) if a not in inside), at)
    return above in (trigger, carrier_of(parse, trigger))


def dated_behind(scene: Scene, sentence: Sentence, length: Length, noun: int) -> TimeExpression | None:
    """Return the day of what a length is counted from: "the **vote** on 14 May", "the quake, which struck on 6 May"."""
    parse = scene.parse
    inside = parse.subtree(noun)
    start = parse.starts[length.relating]
    for time in times_in(scene, sentence):
        if time.span.start < start or time.interval is None:
            continue
        head = parse.head_in(time.span)
        if parse.pos[noun] in ("VERB", "AUX"):
            is_told = noun in (parse.heads[head], parse.heads[parse.heads[head]])
        else:
            is_told = head in inside or is_beside(parse, noun, parse.tokens_in(time.span)[0])
        return time if is_told and time.interval.precision in DAYS else None
    return None


def told_before(scene: Scene, sentence: Sentence, noun: int) -> TimeExpression | None:
    """Return the day that an earlier sentence tells of the same: "the **clashes** on 5 May", "the clashes began".

    Of a clause it is the day of its subject. Only what "the" points back to has been told of.
    """
    parse = scene.parse
    if parse.pos[noun] in ("VERB", "AUX"):
        noun = next(parse.governed(noun, "nsubj"), noun)
    if parse.pos[noun] != "NOUN" or not any(parse.lemmas[at] == "the" for at in parse.governed(noun, "det")):
        return None
    number = scene.sentence_of(sentence.first_token)
    for before in reversed(scene.article.sentences[max(0, number - MOST_SENTENCES) : number]):
        for time in times_in(scene, before):
            first = parse.tokens_in(time.span)[0]
            told = (at for at in parse.tokens_in(before.span) if at < first and parse.lemmas[at] == parse.lemmas[noun])
            is_days = time.interval is not None and time.interval.precision in DAYS
            if is_days and any(is_dated_by(parse, at, parse.head_in(time.span), first) for at in told):
                return time
    return None


def is_dated_by(parse: Parse, noun: int, head: int, first: int) -> bool:
    """Tell whether a time behind a noun is its own or that of its verb: "killed in the **clashes** on 5 May"."""
    verb = next((at for at in parse.ancestors(noun) if parse.pos[at] in ("VERB", "AUX")), None)
    dated = next((at for at in parse.ancestors(head) if parse.pos[at] in ("VERB", "AUX")), None)
    return head in parse.subtree(noun) or is_beside(parse, noun, first) or (verb is not None and verb == dated)


def is_beside(parse: Parse, noun: int, first: int) -> bool:
    """Tell whether a time stands right behind a noun, or behind the participle or relative clause that tells of it."""
    between = [at for at in range(noun + 1, first) if parse.pos[at] not in ("PUNCT", "DET")]
    if len(between) > MOST_WORDS:
        return False
    return all(parse.tags[at] in TOLD or parse.pos[at] in ("ADP", "AUX") for at in between)
