"""Days of visits and meetings: "a five-day tour from Dec. 6", and of what is planned for a visit told of before."""

import re
from datetime import timedelta

from regesta.coding.roles import Scene
from regesta.model.annotation import DateInterval, TimeExpression
from regesta.model.event import EventDate
from regesta.model.parse import Parse

LONG = re.compile(r"P(\d{1,2})([DW])")
DAYS_IN = {"D": 1, "W": 7}
OPENING = frozenset({
    "start", "begin", "open", "arrive", "kick", "commence", "embark", "leave", "depart", "launch", "land", "fly", "go",
})  # fmt: skip
CLOSING = frozenset({"end", "conclude", "wrap", "finish", "complete", "close"})
FROM = frozenset({"from", "starting", "beginning", "commencing"})
LAST_YEAR = 9990  # the calendar ends with 9999, and no stay lasts nine years
ONE_DAY = timedelta(days=1)
WITHIN = frozenset({"in", "at"})
VERBS_ABOVE = 2  # how many verbs above the length are asked whether the stay begins or ends


def whole_stay(scene: Scene, trigger: int | None, time: TimeExpression, days: DateInterval) -> DateInterval:
    """Return all days of a stay of some days whose first or last day a time names; other days as they are.

    "Arrived on Saturday for a five-day **visit**" is Saturday to Wednesday, "ended a three-day visit on Friday" is
    Wednesday to Friday; the arrival itself is on Saturday.

    Args:
        scene: The article.
        trigger: Token of the act; None for any stay of the sentence.
        time: The time that dates it.
        days: The days it denotes.
    """
    parse = scene.parse
    sentence = next((s for s in scene.article.sentences if s.span.contains(time.span)), None)
    if days.precision not in {"day", "time"} or sentence is None or days.end.year > LAST_YEAR:
        return days
    for length in scene.article.times:
        count = LONG.fullmatch(length.value)
        words = length.span.of(scene.article.text)
        if not count or not sentence.span.contains(length.span) or not ("-" in words or words.endswith("long")):
            continue
        stay = parse.heads[parse.tokens_in(length.span)[-1]]
        if trigger is not None and not is_of_stay(parse, trigger, stay):
            continue
        rest = timedelta(days=int(count[1]) * DAYS_IN[count[2]] - 1)
        verbs = [parse.lemmas[at] for at in (stay, *parse.ancestors(stay)) if parse.pos[at] == "VERB"][:VERBS_ABOVE]
        verbs += [parse.lemmas[at] for at in parse.subtree(stay) if parse.pos[at] == "VERB"]
        before = parse.words[parse.tokens_in(time.span)[0] - 1].lower()
        if before in FROM or any(verb in OPENING for verb in verbs):
            return DateInterval(days.start, days.end + rest, "range")
        if any(verb in CLOSING for verb in verbs):
            return DateInterval(days.start - rest, days.end, "range")
    return days


def is_of_stay(parse: Parse, trigger: int, stay: int) -> bool:
    """Tell whether an act is a stay itself: "a **visit**", "**paid** a visit", "**participate** in a summit"."""
    above = parse.heads[stay]
    is_object = parse.deps[stay] == "dobj" and above == trigger
    is_within = parse.deps[stay] == "pobj" and parse.lemmas[above] in WITHIN and parse.heads[above] == trigger
    return trigger == stay or is_object or is_within


def planned_before(scene: Scene, trigger: int) -> EventDate | None:
    """Return the days last named before an act that lie ahead of the news: those of the visit or summit told of.

    "The visit begins on May 3. ... He is to meet the queen."
    """
    day, text = scene.article.source.day, scene.article.text
    start = scene.parse.starts[trigger]
    if day is None:
        return None
    for time in reversed(scene.article.times):
        if time.span.end > start or time.interval is None or time.interval.precision not in {"day", "time", "range"}:
            continue
        days = whole_stay(scene, None, time, time.interval)
        if days.end > day + ONE_DAY:
            return EventDate(interval=days, basis="inferred", span=time.span, text=time.span.of(text))
    return None
