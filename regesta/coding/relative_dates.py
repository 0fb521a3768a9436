"""Dates that a sentence gives by way of another: ranges of two times, "a day after they met"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from regesta.coding.roles import Scene
from regesta.model.annotation import DateInterval, Sentence, TimeExpression
from regesta.model.event import EventDate
from regesta.model.parse import Parse

JOINED = re.compile(r",?\s*(?:to|until|till|through|-|–)\s*(?:on\s|the\s)?", re.IGNORECASE)
AND = re.compile(r"\s*and\s(?:on\s|the\s)?", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
LENGTH = re.compile(r"P(\d+)([DWMY])")
RELATING = re.compile(r"\s+(after|before)\b", re.IGNORECASE)


def joined(scene: Scene, sentence: Sentence) -> Iterator[tuple[TimeExpression, DateInterval]]:
    """Yield the time expressions of a sentence that have days; each part of a range with the whole of it."""
    times = [t for t in scene.article.times if t.interval and sentence.span.contains(t.span)]
    runs: list[list[TimeExpression]] = []
    for index, time in enumerate(times):
        left = times[index - 1] if index else None
        behind = times[index + 1] if index + 1 < len(times) else None
        if left and (is_range(scene, left, time) or (behind and is_listed(scene, left, time, behind))):
            runs[-1].append(time)
        else:
            runs.append([time])
    for run in runs:
        intervals = [time.interval for time in run if time.interval]
        whole = DateInterval(min(i.start for i in intervals), max(i.end for i in intervals), "range")
        yield from ((time, whole if len(run) > 1 else intervals[0]) for time in run)


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
        return True
    follows = left.interval.end == right.interval.start
    return bool(AND.fullmatch(between)) and (follows or bool(BETWEEN.search(text[: left.span.start])))


def shifted_date(scene: Scene, trigger: int, sentence: Sentence) -> EventDate | None:
    """Return when an act happened that is told as so long before or after another: "a day after they **met**".

    It is counted from the time named before in the sentence, else from publication.
    """
    parse, text = scene.parse, scene.article.text
    for time in scene.article.times:
        length, relating = LENGTH.fullmatch(time.value), RELATING.match(text, time.span.end)
        if not (length and relating and sentence.span.contains(time.span)):
            continue
        clause = clause_of(parse, parse.token_at(relating.start(1)))
        if clause is None or trigger not in {clause, *parse.subtree(clause)} or is_dated(scene, clause):
            continue
        base = base_day(scene, sentence, time)
        steps = int(length[1]) * (-1 if relating[1].lower() == "after" else 1)
        interval = moved(base, steps, length[2]) if base else None
        if interval:
            return EventDate(interval=interval, basis="expression", span=time.span, text=time.span.of(text))
    return None


def clause_of(parse: Parse, relating: int) -> int | None:
    """Return the head of the clause or noun that "after" or "before" governs; None when the parse has none."""
    if parse.deps[relating] == "mark":
        return parse.heads[relating]
    return next((c for c in parse.children[relating] if parse.deps[c] in {"pobj", "pcomp", "advcl", "ccomp"}), None)


def is_dated(scene: Scene, clause: int) -> bool:
    """Tell whether a clause has a time of its own."""
    inside = set(scene.parse.subtree(clause))
    return any(t.interval and inside.intersection(scene.parse.tokens_in(t.span)) for t in scene.article.times)


def base_day(scene: Scene, sentence: Sentence, length: TimeExpression) -> date | None:
    """Return the day that a length of time is counted from: the last one named before it in the sentence."""
    before = [
        time.interval.start for time in scene.article.times
        if time.interval and sentence.span.contains(time.span) and time.span.end <= length.span.start
    ]  # fmt: skip
    return before[-1] if before else scene.article.source.day


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
