"""Days of visits and meetings: "a five-day tour from Dec. 6", and of what is planned for a visit told of before."""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from regesta.coding.dates.reach import times_in
from regesta.coding.roles.roles import Scene
from regesta.model.annotation import DateInterval, Sentence, TimeExpression
from regesta.model.event import EventDate
from regesta.model.nearby import once, placed_sentences
from regesta.model.parse import Parse

LONG = re.compile(r"P([1-9]\d?)([DWMY])")
DAYS_IN = {"D": 1, "W": 7}
MONTHS_IN = {"M": 1, "Y": 12}
OPENING = frozenset({
    "start", "begin", "open", "arrive", "kick", "commence", "embark", "leave", "depart", "launch", "land", "fly", "go",
})  # fmt: skip
CLOSING = frozenset({"end", "conclude", "wrap", "finish", "complete", "close", "lift"})
FROM = frozenset({"from", "starting", "beginning", "commencing"})
YEARS = range(100, 9900)  # what lasts 99 years, the most that is read, stays within the calendar
ONE_DAY = timedelta(days=1)
DATED = frozenset({"day", "time", "range"})  # precisions of what names its days
ENDED = frozenset({"from", "after", "following"})  # "returned **from** a five-day visit", "left **after** one"
UNTIL = frozenset({"until", "till", "through"})
WITHIN = frozenset({"in", "at"})
VERBS_ABOVE = 2  # how many verbs above the length are asked whether the stay begins or ends


def whole_stay(scene: Scene, trigger: int | None, time: TimeExpression, days: DateInterval) -> DateInterval:
    """Return all days of a stay of some days whose first or last day a time names; other days as they are.

    "Arrived on Saturday for a five-day **visit**" is Saturday to Wednesday, "ended a three-day visit on Friday" is
    Wednesday to Friday; the arrival itself is on Saturday. A "**drill** that began on Monday and will end on Friday" is
    Monday to Friday.

    Args:
        scene: The article.
        trigger: Token of the act; None for any stay of the sentence.
        time: The time that dates it.
        days: The days it denotes.
    """
    parse = scene.parse
    sentence = next(iter(placed_sentences(scene.article).around(time.span)), None)
    if sentence is None or days.end.year not in YEARS:
        return days
    if days.precision not in {"day", "time"}:
        return years_up_to(scene, trigger, sentence, days)
    if trigger is not None and (last := last_named(scene, trigger, time, sentence)):
        return DateInterval(days.start, last, "range")
    before = parse.words[parse.tokens_in(time.span)[0] - 1].lower()
    return stay_around(scene, trigger, sentence, days, is_first=before in FROM)


def stay_around(
    scene: Scene, trigger: int | None, sentence: Sentence, days: DateInterval, *, is_first: bool = False
) -> DateInterval:
    """Return all days of a stay of some days that a sentence tells to begin or to end on a day; else that day.

    Args:
        scene: The article.
        trigger: Token of the act; None for any stay of the sentence.
        sentence: The sentence.
        days: The day: one that the sentence names, or that of the news.
        is_first: Whether it is told to be the first day, whatever the verbs.
    """
    for count, unit, stay in stays(scene, trigger, sentence):
        edge = edge_of(scene.parse, stay)
        if is_first or edge in OPENING:
            return DateInterval(days.start, other_end(days.start, count, unit) + ONE_DAY, "range")
        if edge in CLOSING:
            return DateInterval(other_end(days.end - ONE_DAY, -count, unit), days.end, "range")
    return days


def years_up_to(scene: Scene, trigger: int | None, sentence: Sentence, days: DateInterval) -> DateInterval:
    """Return the years of what lasted some years up to a month or year: "ended a ten-year **war** in 2001"; else days.

    From the first day of its first year on, since no month of that year is told.
    """
    for count, unit, stay in stays(scene, trigger, sentence) if days.precision in {"month", "year"} else ():
        if unit == "Y" and edge_of(scene.parse, stay) in CLOSING:
            return DateInterval(date((days.end - ONE_DAY).year - count, 1, 1), days.end, "range")
    return days


def stays(scene: Scene, trigger: int | None, sentence: Sentence) -> Iterator[tuple[int, str, int]]:
    """Yield what is told to last some time in a sentence, as count, unit and token.

    "A five-day **visit**", "four days of **exercises**".

    Args:
        scene: The article.
        trigger: Token of an act that must be the stay; None for any stay.
        sentence: The sentence.
    """
    parse = scene.parse
    for length in times_in(scene, sentence):
        count = LONG.fullmatch(length.value)
        if not count:
            continue
        words, last = length.span.of(scene.article.text), parse.tokens_in(length.span)[-1]
        stay = parse.heads[last] if "-" in words or words.endswith("long") else filled_with(parse, last)
        if stay is not None and (trigger is None or is_of_stay(parse, trigger, stay)):
            yield int(count[1]), count[2], stay


def filled_with(parse: Parse, days: int) -> int | None:
    """Return what goes on for some days: "four days of **talks**"; None where that is not told."""
    of = next((at for at in parse.governed(days, "prep") if parse.lemmas[at] == "of"), None)
    return next(parse.governed(of, "pobj"), None) if of is not None else None


def edge_of(parse: Parse, stay: int) -> str | None:
    """Return the verb that tells that a stay begins or ends, near it or in it; None when it does neither.

    What somebody returns from, or leaves after, is over.
    """
    above = [at for at in (stay, *parse.ancestors(stay)) if parse.pos[at] != "NOUN" and parse.lemmas[at] != "of"]
    if above and above[0] != stay and parse.lemmas[above[0]] in ENDED:
        return "end"
    verbs = [parse.lemmas[at] for at in (stay, *parse.ancestors(stay)) if parse.pos[at] == "VERB"][:VERBS_ABOVE]
    verbs += [parse.lemmas[at] for at in parse.subtree(stay) if parse.pos[at] == "VERB"]
    return next((verb for verb in verbs if verb in OPENING | CLOSING), None)


def other_end(day: date, count: int, unit: str) -> date:
    """Return the last day of a stay that begins on a day, or, for a negative count, its first.

    A three-day stay from the 1st ends on the 3rd, a month-long one on the 1st.
    """
    if unit in DAYS_IN:
        days = count * DAYS_IN[unit]
        return day + timedelta(days=days - (1 if days > 0 else -1))
    year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS_IN[unit], 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_named(scene: Scene, trigger: int, time: TimeExpression, sentence: Sentence) -> date | None:
    """Return the day behind an act whose first day a time names and whose last day is told with it; else None."""
    parse = scene.parse
    begun = next((at for at in parse.ancestors(parse.head_in(time.span)) if parse.pos[at] == "VERB"), None)
    if (
        begun is None
        or parse.lemmas[begun] not in OPENING
        or trigger not in (*parse.children[begun], parse.heads[begun])
    ):
        return None
    for other in times_in(scene, sentence):
        if other.span.start < time.span.end or not other.interval:
            continue
        head = parse.head_in(other.span)
        between = list(takewhile(lambda at: at != begun, parse.ancestors(head)))
        is_last = parse.lemmas[parse.heads[head]] in UNTIL or any(parse.lemmas[at] in CLOSING for at in between)
        if is_last and begun in parse.ancestors(head) and any(parse.deps[at] == "conj" for at in between):
            return other.interval.end
    return None


def is_of_stay(parse: Parse, trigger: int, stay: int) -> bool:
    """Tell whether an act is a stay itself: "a **visit**", "**paid** a visit", "**participate** in a summit"."""
    above = parse.heads[stay]
    is_edge = parse.lemmas[trigger] in OPENING | CLOSING
    is_object = parse.deps[stay] == "dobj" and above == trigger and not is_edge
    is_within = parse.deps[stay] == "pobj" and parse.lemmas[above] in WITHIN and parse.heads[above] == trigger
    return trigger == stay or is_object or is_within


def planned_before(scene: Scene, trigger: int) -> EventDate | None:
    """Return the days last named before an act that lie ahead of the news: those of the visit or summit told of.

    "The visit begins on May 3. ... He is to meet the queen."
    """
    ahead = days_ahead(scene)
    number = bisect_right(ahead, scene.parse.starts[trigger], key=lambda named: named[0].span.end)
    if not number:
        return None
    time, days = ahead[number - 1]
    return EventDate(interval=days, basis="inferred", span=time.span, text=time.span.of(scene.article.text))


@once
def days_ahead(scene: Scene) -> list[tuple[TimeExpression, DateInterval]]:
    """Return the times of an article that name days ahead of the news, in text order, each with those days."""
    day = scene.article.source.day
    named = [(t, t.interval) for t in scene.article.times if t.interval and t.interval.precision in DATED]
    stays = [(time, whole_stay(scene, None, time, interval)) for time, interval in named if day is not None]
    return [(time, days) for time, days in stays if day is not None and days.end > day + ONE_DAY]
