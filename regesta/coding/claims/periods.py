"""Reads the period in which a claim counts, and when the last act before it was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from regesta.coding.claims.cues import Cue
from regesta.coding.dates.dating import FAR, distance
from regesta.coding.dates.reach import times_in
from regesta.coding.roles.roles import Scene
from regesta.model.annotation import DateInterval, DatePrecision, TimeExpression

DURATION = re.compile(r"P(\d+(?:\.5)?)(DE|[YMWD])")
LATELY_DAYS = 31
BEFORE_DAY = re.compile(r"\b(year|month|week|day)s?\s+before\b", re.IGNORECASE)
UNITS: dict[str, tuple[int, int, DatePrecision]] = {  # months, days, precision
    "DE": (120, 0, "year"), "Y": (12, 0, "year"), "M": (1, 0, "month"), "W": (0, 7, "week"), "D": (0, 1, "day"),
}  # fmt: skip
LONG = frozenset({"year", "decade", "century"})  # precisions that are a period rather than the act's date
PERIOD_PREPOSITIONS = frozenset({"in", "over", "during", "within", "for", "throughout"})
SINCE_PREPOSITIONS = frozenset({"in", "for"})  # "in three years", "for more than a decade"
SINCE = "since"
NEAR_STEPS = 8  # parse steps from the act to its period; farther ones dated something else in the articles read
MODIFIERS = frozenset({"compound", "nmod", "amod", "poss", "nummod"})
OPEN_ENDED = ("more than", "over", "at least")


@dataclass(frozen=True, slots=True)
class Dated:
    """A period that a text gives for a claim.

    Attributes:
        period: Days in which the acts are counted.
        last: When the last act before was; None when the text does not say.
        first_token: First word that gives it.
        last_token: Last word that gives it.
    """

    period: DateInterval
    last: DateInterval | None
    first_token: int
    last_token: int


def find_period(scene: Scene, cue: Cue, act: int) -> Dated | None:
    """Return the period of a claim: of the sentence's time expressions that can be one, that nearest to the act.

    A date goes before a length of time.

    Args:
        scene: The article.
        cue: The words that count.
        act: Head word of what they count.
    """
    read = read_since if cue.is_since else read_last if cue.kind == "last" else read_period
    found = []
    for time, steps in times_near(scene, cue, act):
        if (dated := read(scene, cue, time)) is not None:
            found.append((time.interval is None, steps, time.span.start, dated))
    return min(found, key=lambda row: row[:3])[3] if found else None


def times_near(scene: Scene, cue: Cue, act: int) -> Iterator[tuple[TimeExpression, int]]:
    """Yield the time expressions of the act's sentence that hang near enough on the cue or the act, with the steps."""
    parse = scene.parse
    sentence = scene.article.sentences[scene.sentence_of(act)]
    for time in times_in(scene, sentence):
        head = parse.head_in(time.span)
        steps = min(distance(parse, token, head) for token in (act, *cue.tokens))
        if steps < min(FAR, NEAR_STEPS) and is_of_clause(scene, head, (act, *cue.tokens)):
            yield time, steps


def is_of_clause(scene: Scene, head: int, own: tuple[int, ...]) -> bool:
    """Tell whether a time belongs to what is counted: not to another noun ("the 1989 collapse") or a clause above."""
    parse, above = scene.parse, scene.parse.heads[head]
    if parse.deps[head] in MODIFIERS:
        return above in own
    governor = parse.heads[above]
    is_of = parse.deps[head] == "pobj" and parse.lemmas[above] == "of" and parse.pos[governor] in {"NOUN", "PROPN"}
    if is_of and governor not in own:
        return False  # "the treaty of 1951"
    verbs = {verb_of(scene, token) for token in own}
    return not verbs.isdisjoint((head, *parse.ancestors(head)))


def verb_of(scene: Scene, token: int) -> int:
    """Return the verb in whose clause a word stands: itself, or the nearest above."""
    parse = scene.parse
    verbs = (at for at in (token, *parse.ancestors(token)) if parse.pos[at] in {"VERB", "AUX"})
    return next(verbs, token)


def read_period(scene: Scene, cue: Cue, time: TimeExpression) -> Dated | None:
    """Return a time expression as the days in which acts are counted; None when it only dates the act numbered."""
    first, last = bounds(scene, time)
    today = scene.article.source.day
    if (since := since_before(scene, time)) is not None:
        if time.interval is None or today is None or time.interval.start > today:
            return None
        return Dated(DateInterval(time.interval.start, after(today), "range"), None, since, last)
    if time.interval is not None and today is not None and time.interval.start > today:
        return None  # "the 25th session, next year" is dated, not counted within the year
    if time.interval is not None:
        words = time.span.of(scene.article.text).lower()
        numbers_one = cue.kind == "ordinal" or cue.needs_period  # then a day is that of the acts, not a period
        if numbers_one and time.interval.precision not in LONG and not words.startswith("this "):
            return None
        return Dated(time.interval, None, first, last)
    start = length_back(scene, time)
    if start is None or today is None or preposition_of(scene, time) not in PERIOD_PREPOSITIONS:
        return None
    return Dated(DateInterval(start.start, after(today), "range"), None, first - 1, last)


def read_since(scene: Scene, cue: Cue, time: TimeExpression) -> Dated | None:
    """Return the time since when there was no such act: "since 2019", "for three years", "in more than a decade".

    Of "for ten years before Thursday" the days end with Wednesday.
    """
    first, last = bounds(scene, time)
    today = scene.article.source.day
    if today is None:
        return None
    if (since := since_before(scene, time)) is not None:
        interval = time.interval
        if interval is None or interval.end > today:
            return None
        return Dated(DateInterval(interval.end, today, "range"), interval, since, last)
    start, end = length_back(scene, time), today
    if before := length_before(scene, time, today):
        start, end = before
    if start is None or preposition_of(scene, time) not in SINCE_PREPOSITIONS:
        return None
    hedge = scene.article.text[max(0, time.span.start - 12) : time.span.start].lower().strip()
    words = time.span.of(scene.article.text).lower()
    is_open = hedge.endswith(OPEN_ENDED) or words.startswith(OPEN_ENDED)
    return Dated(DateInterval(start.start, end, "range"), None if is_open else start, first - 1, last)


def read_last(scene: Scene, cue: Cue, time: TimeExpression) -> Dated | None:
    """Return the time at which an act was done last: "last visited in June 2019"."""
    first, last = bounds(scene, time)
    today, interval = scene.article.source.day, time.interval
    if today is None or interval is None or interval.end > today:
        return None
    return Dated(DateInterval(interval.end, today, "range"), interval, first, last)


def preposition_of(scene: Scene, time: TimeExpression) -> str | None:
    """Return the preposition that governs a time expression, hedges between them passed over; None for none."""
    parse = scene.parse
    head = parse.head_in(time.span)
    return parse.lemmas[parse.heads[head]] if parse.deps[head] == "pobj" else None


def bounds(scene: Scene, time: TimeExpression) -> tuple[int, int]:
    """Return the first and last token of a time expression."""
    tokens = scene.parse.tokens_in(time.span)
    return tokens[0], tokens[-1]


def since_before(scene: Scene, time: TimeExpression) -> int | None:
    """Return the "since" that governs a time expression, as preposition or as opener of its clause; None for none."""
    parse = scene.parse
    for above in (parse.head_in(time.span), *parse.ancestors(parse.head_in(time.span))):
        if parse.lemmas[above] == SINCE:
            return above
        mark = next((m for m in parse.governed(above, "mark") if parse.lemmas[m] == SINCE), None)
        if mark is not None:
            return mark
        if parse.pos[above] == "VERB" and above < parse.head_in(time.span) and not has_since_above(scene, above):
            return None
    return None


def has_since_above(scene: Scene, verb: int) -> bool:
    """Tell whether a verb stands in a clause or phrase under "since"."""
    parse = scene.parse
    return any(parse.lemmas[above] == SINCE for above in parse.ancestors(verb)) or any(
        parse.lemmas[mark] == SINCE for mark in parse.governed(verb, "mark")
    )


def length_back(scene: Scene, time: TimeExpression) -> DateInterval | None:
    """Return the days that lie a length of time before publication, as exact as its unit; None for vague lengths."""
    found, today = DURATION.fullmatch(time.value), scene.article.source.day
    if not found or today is None:
        return None
    months, days, precision = UNITS[found[2]]
    count = float(found[1])
    try:
        start = months_before(today, int(months * count)) - timedelta(days=int(days * count))
    except (ValueError, OverflowError):
        return None
    return DateInterval(start, next_after(start, precision), precision)


def length_before(scene: Scene, time: TimeExpression, today: date) -> tuple[DateInterval, date] | None:
    """Return the days that lie some time before a day named, as exact as the unit, and that day.

    The expression denotes the earlier day: the one named is the last by publication that lies whole units after it.
    """
    found = BEFORE_DAY.search(time.span.of(scene.article.text))
    if time.interval is None or not found:
        return None
    start, unit = time.interval.start, found[1][0].upper()
    lately = (today - timedelta(days=back) for back in range(LATELY_DAYS))
    named = next((day for day in lately if is_whole(start, day, unit)), today)
    return DateInterval(start, next_after(start, UNITS[unit][2]), UNITS[unit][2]), named


def is_whole(start: date, day: date, unit: str) -> bool:
    """Tell whether a day lies whole years, months, weeks or days after another."""
    same_day = start.day == day.day
    return {"Y": same_day and start.month == day.month, "M": same_day, "W": (day - start).days % 7 == 0}.get(unit, True)


def next_after(start: date, precision: DatePrecision) -> date:
    """Return the day one unit of a precision after another."""
    days = {"year": 365, "month": 30, "week": 7}.get(precision, 1)
    return start + timedelta(days=days)


def months_before(day: date, months: int) -> date:
    """Return the day some months before another, at the latest the 28th.

    Raises:
        ValueError: It lies before the year 1.
    """
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, 28)) if months else day


def after(day: date) -> date:
    """Return the day after another."""
    return day + timedelta(days=1)
