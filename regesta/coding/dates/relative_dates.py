"""Dates that a sentence gives by way of another: ranges of two times, "a day after they met"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from regesta.coding.dates.reach import is_of_side_story, last_told, times_in
from regesta.coding.dates.undated import news_date
from regesta.coding.roles.roles import Scene
from regesta.coding.status.moved import is_old_day
from regesta.model.annotation import DateInterval, Sentence, TimeExpression
from regesta.model.event import EventDate
from regesta.model.nearby import once, placed_times
from regesta.model.parse import Parse
from regesta.model.span import Span

PART = r"(?:(?:the\s)?(?:early\s|late\s)?(?:hours|night|morning|afternoon|evening|dawn)\s(?:of|on)\s)?"
JOINED = re.compile(rf",?\s*(?:to|until|till|through|-|–)\s*(?:on\s)?{PART}(?:the\s)?", re.IGNORECASE)
AND = re.compile(rf"\s*and\s(?:on\s)?{PART}(?:the\s)?", re.IGNORECASE)
BETWEEN = re.compile(rf"\bbetween\s{PART}$", re.IGNORECASE)
OF_PART = re.compile(r"\s(?:hours\s)?(?:(?:of|on|from|between)\s(?:the\s)?)?", re.IGNORECASE)
PART_ALONE = re.compile(r"(?:the\s)?(?:morning|afternoon|evening|night|dawn|dusk)(?:\s(before|after))?", re.IGNORECASE)
LENGTH = re.compile(r"P(\d+)([DWMY])|PT(\d+|X+)([HM])")
RELATING = re.compile(r"\s+(after|before)\b", re.IGNORECASE)
SHORTLY = re.compile(r"\s+(earlier|later|before|afterwards?)\b(?!\s+(?:than|that|this))", re.IGNORECASE)
LASTING = re.compile(r"\b(?:by|for)\s$", re.IGNORECASE)  # "extended it **by** three months after" counts from nothing
LASTING_CHARS = len("for ") + 1
BETWEEN_CHARS = len("between the early afternoon of ") + 8
HOURS_IN_DAY = 24


def joined(scene: Scene, sentence: Sentence) -> Iterator[tuple[TimeExpression, DateInterval]]:
    """Yield the time expressions of a sentence that have days; each part of a range with the whole of it."""
    times = [in_story(scene, t) for t in times_in(scene, sentence) if t.interval]
    runs: list[list[TimeExpression]] = []
    for index, time in enumerate(times):
        left = times[index - 1] if index else None
        behind = times[index + 1] if index + 1 < len(times) else None
        is_run = left and (is_range(scene, left, time) or is_part(scene, left, time))
        if left and (is_run or (behind and is_listed(scene, left, time, behind))):
            runs[-1].append(time)
        else:
            runs.append([time])
    for run in runs:
        intervals = [time.interval for time in run if time.interval]
        whole = DateInterval(min(i.start for i in intervals), max(i.end for i in intervals), "range")
        is_wide = any((i.start, i.end) != (whole.start, whole.end) for i in intervals)
        yield from ((time, whole if is_wide else intervals[0]) for time in run)


def in_story(scene: Scene, time: TimeExpression) -> TimeExpression:
    """Return a part of a day without a day of its own, with that of the story: not of a clause or of background.

    "They met on Wednesday. The envoy, who **had left** on Monday, signed the treaty **in the evening**."
    """
    part = PART_ALONE.fullmatch(time.span.of(scene.article.text))
    if part is None or time.interval is None:
        return time
    told = days_of_story(scene)
    number = bisect_right(told, time.span.start, key=lambda day: day[0])
    if not number:
        return time
    day = told[number - 1][1] + timedelta(days={"before": -1, "after": 1}.get((part[1] or "").lower(), 0))
    return replace(time, interval=DateInterval(day, day + timedelta(days=1), time.interval.precision))


@once
def days_of_story(scene: Scene) -> list[tuple[int, date]]:
    """Return the days that a story goes through, in text order, each with where its words end."""
    return [
        (time.span.end, time.interval.start)
        for time in scene.article.times
        if time.interval
        and time.interval.precision in {"day", "time"}
        and not is_of_side_story(scene.parse, time)
        and not is_had(scene.parse, time)
    ]


def is_had(parse: Parse, time: TimeExpression) -> bool:
    """Tell whether a time is told with a verb in the past perfect."""
    verb = next((at for at in parse.ancestors(parse.head_in(time.span)) if parse.pos[at] == "VERB"), None)
    return verb is not None and any(parse.words[aux].lower() == "had" for aux in parse.governed(verb, "aux"))


def is_part(scene: Scene, part: TimeExpression, day: TimeExpression) -> bool:
    """Tell whether a time is a part of the day told behind it: "**the night** of 3 to 4 May"."""
    between = scene.article.text[part.span.end : day.span.start]
    starts = [time.interval.start for time in (part, day) if time.interval]
    return part.timex == "TIME" and len({*starts}) == 1 and bool(OF_PART.fullmatch(between))


def is_listed(scene: Scene, left: TimeExpression, right: TimeExpression, behind: TimeExpression) -> bool:
    """Tell whether two days begin a list of days in a row: "on Thursday, Friday and Saturday"."""
    follows = left.interval and right.interval and left.interval.end == right.interval.start
    comma = scene.article.text[left.span.end : right.span.start].strip() == ","
    return bool(follows) and comma and is_range(scene, right, behind)


def is_range(scene: Scene, left: TimeExpression, right: TimeExpression) -> bool:
    """Tell whether two neighbouring times make a range: "from May to June", "on Monday and Tuesday"."""
    if left.interval is None or right.interval is None or right.interval.end <= left.interval.start:
        return False
    text = scene.article.text
    between = text[left.span.end : right.span.start]
    if JOINED.fullmatch(between):
        return not is_old_day(scene.parse, scene.parse.head_in(left.span))
    follows = left.interval.end == right.interval.start
    opened = BETWEEN.search(text, max(0, left.span.start - BETWEEN_CHARS), left.span.start)
    return bool(AND.fullmatch(between)) and (follows or opened is not None)


def shifted_date(scene: Scene, trigger: int, sentence: Sentence) -> EventDate | None:
    """Return when an act happened that is told as so long before or after another: "a day after they **met**".

    It is counted from the time named before in the sentence, else from the day of the news. Some hours are the same
    day, and may be counted from the sentence before: "They met on Monday. Hours earlier the army **fired** a missile".
    Of several lengths the nearest before the act counts: "two years after they left and a month after they **met**".
    """
    parse, text = scene.parse, scene.article.text
    start = parse.starts[trigger]
    for time in sorted(times_in(scene, sentence), key=lambda t: (t.span.start > start, abs(t.span.start - start))):
        length = LENGTH.fullmatch(time.value)
        if length is None or is_lasting(text, time):
            continue
        relating = RELATING.match(text, time.span.end)
        clause = clause_of(parse, parse.token_at(relating.start(1))) if relating else None
        base = None
        if relating and clause is not None and trigger in {clause, *parse.subtree(clause)}:
            base = None if is_dated(scene, clause) else base_day(scene, sentence, time)
        elif length[4] and SHORTLY.match(text, time.span.end) and trigger in parse.ancestors(parse.head_in(time.span)):
            relating, base = SHORTLY.match(text, time.span.end), hours_base(scene, sentence, time, clause)
        interval = moved(base, *steps_of(length, relating[1].lower())) if relating and base else None
        if interval:
            return EventDate(interval=interval, basis="expression", span=time.span, text=time.span.of(text))
    return None


def is_lasting(text: str, length: TimeExpression) -> bool:
    """Tell whether a length says how long something lasts: "by three months"."""
    return LASTING.search(text, max(0, length.span.start - LASTING_CHARS), length.span.start) is not None


def steps_of(length: re.Match[str], relating: str) -> tuple[int, str]:
    """Return how many units of which kind a length leads to its act: "a day after" it happened is one day back."""
    count, unit, clock, part = length.groups()
    steps = int(count) if count else int(clock) // HOURS_IN_DAY if clock.isdigit() and part == "H" else 0
    return steps * (-1 if relating in {"after", "earlier"} else 1), unit or "D"


def hours_base(scene: Scene, sentence: Sentence, length: TimeExpression, clause: int | None) -> date | None:
    """Return the day that some hours are counted from: "hours earlier", "hours before **the talks**" without a day."""
    if clause is None or any(
        time.interval and time.span.end <= length.span.start for time in times_in(scene, sentence)
    ):
        return day_before(scene, sentence, length)
    return None if is_dated(scene, clause) else news_day(scene)


def day_before(scene: Scene, sentence: Sentence, length: TimeExpression) -> date | None:
    """Return the day that some hours are counted from: the last one named before it, here or in the sentence before."""
    number = scene.sentence_of(sentence.first_token)
    start = scene.article.sentences[max(0, number - 1)].span.start
    before = [
        time for time in placed_times(scene.article).touching(Span(start, max(start, length.span.start)))
        if time.interval and time.interval.precision in {"day", "time"} and start <= time.span.start
        and time.span.end <= length.span.start
    ]  # fmt: skip
    time = last_told(scene.parse, before)
    return time.interval.start if time and time.interval else news_day(scene)


def news_day(scene: Scene) -> date | None:
    """Return the day of the news that something is counted from where the text around it names none."""
    news = news_date(scene)
    return news.interval.start if news else None


def clause_of(parse: Parse, relating: int) -> int | None:
    """Return the head of the clause or noun that "after" or "before" governs; None when the parse has none."""
    if parse.deps[relating] == "mark":
        return parse.heads[relating]
    return next((c for c in parse.children[relating] if parse.deps[c] in {"pobj", "pcomp", "advcl", "ccomp"}), None)


def is_dated(scene: Scene, clause: int) -> bool:
    """Tell whether a clause has a time of its own."""
    inside = scene.parse.subtree(clause)
    near = placed_times(scene.article).touching(scene.parse.span(inside[0], inside[-1]))
    return any(t.interval and not set(inside).isdisjoint(scene.parse.tokens_in(t.span)) for t in near)


def base_day(scene: Scene, sentence: Sentence, length: TimeExpression) -> date | None:
    """Return the day that a length of time is counted from: the last one named before it in the sentence."""
    before = [
        time.interval.start for time in times_in(scene, sentence)
        if time.interval and time.span.end <= length.span.start
    ]  # fmt: skip
    return before[-1] if before else news_day(scene)


def moved(day: date, steps: int, unit: str) -> DateInterval | None:
    """Return the day, month or year some units away from a day; None beyond the calendar."""
    try:
        if unit in {"D", "W"}:
            start = day + timedelta(days=steps * (7 if unit == "W" else 1))
            return DateInterval(start, start + timedelta(days=1), "day")
        if unit == "M":
            year, month = divmod(day.year * 12 + day.month - 1 + steps, 12)
            behind = date(year + (month == 11), (month + 1) % 12 + 1, 1)
            return DateInterval(date(year, month + 1, 1), behind, "month")
        return DateInterval(date(day.year + steps, 1, 1), date(day.year + steps + 1, 1, 1), "year")
    except (ValueError, OverflowError):
        return None
