"""Rules for hours that a day or a part of it makes clear: "from 7 to 9 on Friday", "at 9 on May 4", "9:30 tonight"."""

from dataclasses import replace
from datetime import timedelta

from regesta.annotate.timex.anchors import YEAR
from regesta.annotate.timex.clock import (
    AFTER_HOUR,
    AT,
    BEFORE_CLOCK,
    DAY,
    EARLY_NIGHT,
    HALF_DAY,
    LONGEST_SECONDS,
    NEAR_PART,
    TO,
    clock_time,
    day_of,
    read_part,
)
from regesta.annotate.timex.days import COUNTED, MONTH_AND_DAY, month_of_day
from regesta.annotate.timex.durations import SECONDS
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene
from regesta.annotate.timex.lexer import Word
from regesta.annotate.timex.values import month_day

PARTED = f"({NEAR_PART} | {DAY} daypart | {DAY} (early | later)? in the daypart)"
IN_PART = "in the daypart"
LATE = frozenset({"AF", "EV"})
SAID = ("at", "by", "until", "before", "after", "from", "since", "around", "about")
MINUTES = range(1, 60)


def on_clock(hour: int, minutes: int, part: str | None) -> str:
    """Return a time by the clock, after noon where a part of the day says so."""
    is_late = hour <= HALF_DAY and (part in LATE or (part == "NI" and hour >= EARLY_NIGHT))
    return f"{hour % HALF_DAY + HALF_DAY * is_late if is_late else hour:02}:{minutes:02}"


def day_told(match: Match, scene: Scene) -> str:
    """Return the value of the day that words name, or the day of the part that they name."""
    if match.has("daypart", "tonight") and (reading := read_part(match, scene)):
        return reading[1].partition("T")[0]
    return day_of(match, scene)


def is_bare(word: Word) -> bool:
    """Tell whether a time by the clock leaves open which half of the day it is in: "9:30", "nine o'clock"."""
    return word.text[-1].isdigit() or word.text.endswith("clock")


def read_parted_clock(match: Match, scene: Scene) -> Reading | None:
    """Read "9:30 tonight", "at 7 o'clock in the evening", "Friday evening at 7:30"."""
    at = next(word for word in match.words if word.kind == "clock")
    day = day_told(match, scene)
    hour, minutes = int(at.value[:2]), int(at.value[3:])
    return "TIME", f"{day}T{on_clock(hour, minutes, match.get('daypart', 'tonight') if is_bare(at) else None)}"


def read_hour_beside(match: Match, scene: Scene) -> Reading | None:
    """Read "at 9 on May 4", "May 4 at 9", "tomorrow at 3 in the afternoon": the hour comes first or last."""
    words = match.words
    numbers = [i for i, word in enumerate(words) if word.kind == "number"]
    at = numbers[0] if numbers[0] == 0 else numbers[-1]
    hour = words[at].value
    is_said = at > 0 or (match.previous in SAID and match.following not in COUNTED)
    if not isinstance(hour, int) or not 1 <= hour <= HALF_DAY or not is_said:
        return None
    if at == len(words) - 1 and match.following not in AFTER_HOUR:
        return None
    day = day_told(replace(match, words=words[:at] + words[at + 1 :]), scene)
    return "TIME", f"{day}T{on_clock(hour, 0, match.get('daypart', 'tonight'))}"


def read_hours_of_day(match: Match, scene: Scene) -> Reading | None:
    """Read "from 7 to 9 on Friday", "tomorrow between 7 and 9", "between 7 and 9 in the morning" as an interval."""
    words = match.words
    at = next(i for i, word in enumerate(words) if word.kind in ("from", "between"))
    first, last = words[at + 1], words[at + 3]
    hours = [word.value for word in (first, last)]
    if not all(isinstance(hour, int) and 1 <= hour <= HALF_DAY for hour in hours) or hours[0] == hours[1]:
        return None
    if at + 4 == len(words) and match.following not in AFTER_HOUR:
        return None
    day = day_told(replace(match, words=words[:at] + words[at + 4 :]), scene)
    part = match.get("daypart", "tonight")
    start, end = (on_clock(hour, 0, part) for hour in hours)
    if end < start:
        end = on_clock(hours[1], 0, "EV")
    return ("TIME", f"{day}T{start}/{day}T{end}") if start < end else None


def read_minutes(match: Match, scene: Scene) -> Reading | None:
    """Read "at five minutes to eight", "at twenty minutes past eight", and "at ten to eight" in words."""
    minutes, hour = match.all("number")
    is_counted = match.get("unit", "units") == "TM"
    is_spelled = not any(word.text[0].isdigit() for word in match.words)
    is_clear = is_counted and match.has("past")  # "twenty minutes to two" may be a proposal
    is_told = match.previous in BEFORE_CLOCK and (is_counted or (is_spelled and match.previous == "at"))
    if not (is_clear or is_told):
        return None
    if not (isinstance(hour, int) and 1 <= hour <= HALF_DAY and minutes in MINUTES) or match.following in COUNTED:
        return None
    if match.has("to"):
        hour, minutes = (hour - 1) % HALF_DAY, 60 - minutes
    return "TIME", f"{day_of(match.without_kinds('number'), scene)}T{hour:02}:{minutes:02}"


def read_part_beside(match: Match, scene: Scene) -> Reading | None:
    """Read "tomorrow in the morning", "in the evening on Friday", "Monday evening, May 4"."""
    is_first = match.words[0].kind == "the"
    if is_first and match.previous not in ("in", "during"):
        return None
    return "TIME", f"{day_of(match, scene)}T{match.get('daypart')}"


def read_hours_beside(match: Match, scene: Scene) -> Reading | None:
    """Read "an hour before noon" and "30 minutes after 9 p.m." as a time by the clock of the same day."""
    seconds = SECONDS.get(match.get("unit", "units"), 0) * (match.get("number") or 1)
    day = day_of(match.without_kinds("number"), scene)
    at = clock_time(day, match.get("clock"))
    if not seconds or at is None or seconds > LONGEST_SECONDS:
        return None
    moved = at + timedelta(seconds=seconds * (-1 if match.has("before") else 1))
    return "TIME", moved.isoformat(timespec="minutes")


def read_clock_to_hour(match: Match, scene: Scene) -> Reading | None:
    """Read "from 9 a.m. to 11" and "between 10 a.m. and 3 on Friday" as an interval of times."""
    at = next(i for i, word in enumerate(match.words) if word.kind == "clock")
    first, hour = match.words[at].value, match.words[at + 2].value
    if not isinstance(hour, int) or not 1 <= hour <= HALF_DAY:
        return None
    if at + 3 == len(match.words) and match.following not in AFTER_HOUR:
        return None
    day = day_of(match.without_kinds("number"), scene)
    end = next((t for t in (f"{hour:02}:00", f"{hour + HALF_DAY:02}:00") if t > first), None)
    return ("TIME", f"{day}T{first}/{day}T{end}") if end else None


def read_clock_of_day(match: Match, scene: Scene) -> Reading | None:
    """Read "5 p.m. on the 3rd" as a time of that day of the month of publication or of one beside it, by tense."""
    day = match.get("ordinal")
    base = month_of_day(scene.published, day, scene.direction) if scene.published else None
    value = month_day(base.year, base.month, day) if base and match.following in AFTER_HOUR else None
    return ("TIME", f"{value}T{match.get('clock')}") if value else None


HOUR_RULES = (
    Rule("(number | a) (unit | units) (before | after) clock", read_hours_beside),
    Rule("clock on the ordinal", read_clock_of_day),
    Rule(f"({DAY} {AT})? (from | between) clock {TO} number ({AT} (weekday | today))?", read_clock_to_hour),
    Rule(f"{PARTED} {AT} clock | clock ({NEAR_PART} | {IN_PART})", read_parted_clock),
    Rule(f"clock {IN_PART} {AT} {DAY}", read_parted_clock),
    Rule(f"number (at | on)? {DAY} | {DAY} at number ({IN_PART})?", read_hour_beside),
    Rule(f"{DAY} {AT} number {IN_PART} | number {IN_PART} {AT} {DAY}", read_hour_beside),
    Rule(f"(from | between) number {TO} number {AT} ({DAY} | {PARTED} | {IN_PART})", read_hours_of_day),
    Rule(f"({DAY} | {PARTED}) {AT} (from | between) number {TO} number ({IN_PART})?", read_hours_of_day),
    Rule("number (unit | units) (past | to) number | number to number", read_minutes),
    Rule(f"weekday daypart {AT} {MONTH_AND_DAY} {YEAR}?", read_part_beside),
    Rule(f"{DAY} (early | later)? {IN_PART} | {IN_PART.removeprefix('in ')} (on? {DAY})", read_part_beside),
)
