"""Rules for times of day: "8 a.m.", "noon Thursday", "this morning", "Thursday evening"."""

from dataclasses import replace
from datetime import datetime, timedelta

from regesta.annotate.timex.anchors import YEAR, base_day, steps_of
from regesta.annotate.timex.days import COUNTED, MONTH_AND_DAY, day_value, weekday_value
from regesta.annotate.timex.durations import SECONDS
from regesta.annotate.timex.figures import read_written
from regesta.annotate.timex.grammar import CLAUSE_END, Match, Reading, Rule, Scene
from regesta.annotate.timex.lexer import Word
from regesta.annotate.timex.values import away

DAY = f"((weekday comma?)? {MONTH_AND_DAY} {YEAR}? | (last | next | this)? weekday | today | figures)"
AT = "(comma | at | on)*"
LENGTH = "number hyphen? (unit | units) (and? number (unit | units))?"
BEFORE_CLOCK = frozenset(
    {"at", "by", "until", "from", "to", "before", "after", "since", "about", "around", "circa", "between"}
)
TO = "(to | hyphen | and)"
HALF_DAY = 12
NEAR_PART = "((the? last | this) daypart | tonight)"
AFTER_HOUR = frozenset({"", ".", ",", ";", "?", "!", ")", "and", "in", "on", "for", "to", "with"})
LONGEST_SECONDS = 7 * 24 * 3600  # what lasts longer is not told by the clock
EARLY_NIGHT = 6  # "three at night" is early in the day, "ten at night" late
PART = "((early | later | earlier) on?)?"


def day_of(match: Match, scene: Scene) -> str:
    """Return the value of the day a time of day belongs to: the one named, else the last one mentioned or today's."""
    if match.has("month"):
        return day_value(match, scene, match.get("number", "ordinal")) or away(scene.published, 0, "D")
    if match.has("figures"):
        written = read_written(match, scene)
        return written[1] if written else away(scene.published, 0, "D")
    if match.has("weekday"):
        return weekday_value(match, scene)
    told = next((day for day, unit in scene.mentioned if unit == "D"), None)
    if not match.has("today", "this", "tonight") and told:
        return told.isoformat()
    return away(scene.published, match.get("today") or 0, "D")


def read_clock(match: Match, scene: Scene) -> Reading | None:
    """Read a time by the clock; bare figures ("1:29") are one only after a preposition."""
    time = next(word.text for word in match.words if word.kind == "clock")
    is_bare = not match.has("weekday", "today", "month", "figures") and time[-1].isdigit()
    if (is_bare or time.endswith("hours")) and match.previous not in BEFORE_CLOCK:
        return None
    return "TIME", f"{day_of(match, scene)}T{match.get('clock')}"


def read_part(match: Match, scene: Scene) -> Reading | None:
    """Read a part of a day: "Thursday evening", "this morning"; "last night" belongs to the day before."""
    part = match.get("daypart", "tonight")
    if match.has("last") and not match.has("weekday"):
        return "TIME", f"{away(scene.published, -1, 'D')}T{part}"
    return "TIME", f"{day_of(match, scene)}T{part}"


def read_named_part(match: Match, scene: Scene) -> Reading | None:
    """Read "in the morning" of the day told of, and "the next morning", "the same evening" counted from it."""
    steps = steps_of(match)
    if steps is None and match.previous not in ("in", "during"):
        return None
    base = base_day(match, scene, "D")
    day = away(base, steps, "D") if steps is not None else day_of(match, scene)
    return "TIME", f"{day}T{match.get('daypart')}"


def read_part_beside(match: Match, scene: Scene) -> Reading | None:
    """Read "the evening before" and "the morning after", at the end of a clause, by the day told of."""
    if match.following not in CLAUSE_END:
        return None
    told = next((day for day, unit in scene.mentioned if unit == "D"), scene.published)
    return "TIME", f"{away(told, -1 if match.has('before') else 1, 'D')}T{match.get('daypart')}"


def read_part_of_day(match: Match, scene: Scene) -> Reading | None:
    """Read "at dawn on Monday" as that part of the day; annotators of "the night of May 5" mark the day alone."""
    return ("TIME", f"{day_of(match, scene)}T{match.get('daypart')}") if match.previous in BEFORE_CLOCK else None


def read_night_before_last(match: Match, scene: Scene) -> Reading | None:
    """Read "the night before last"."""
    return "TIME", f"{away(scene.published, -2, 'D')}T{match.get('daypart')}"


def read_hour_of_part(match: Match, scene: Scene) -> Reading | None:
    """Read "five in the morning", "about 3 in the afternoon" as a time by the clock."""
    hour, part = match.get("number"), match.get("daypart")
    if not isinstance(hour, int) or not 1 <= hour <= HALF_DAY or match.previous not in BEFORE_CLOCK:
        return None
    is_late = part in ("AF", "EV") or (part == "NI" and hour >= EARLY_NIGHT)
    return "TIME", f"{day_of(match, scene)}T{hour % HALF_DAY + HALF_DAY * is_late:02}:00"


def read_clock_range(match: Match, scene: Scene) -> Reading | None:
    """Read "from 8 to 10 p.m.", "between 0730 and 0930 GMT" as an interval of times."""
    words = match.words
    at = max(
        i for i, word in enumerate(words[:-1]) if word.kind in ("to", "hyphen", "and") and words[i + 1].kind == "clock"
    )
    first, joint, last = words[at - 1 : at + 2]
    is_between = match.has("from", "between") or joint.kind != "and"
    start = first.value if first.kind == "clock" else hour_before(first, last.value)
    if not is_between or start is None:
        return None
    day = day_of(replace(match, words=words[: at - 1] + words[at + 2 :]), scene)
    hour = int(last.value[:2])
    hour += HALF_DAY * (last.text[-1].isdigit() and last.value < start and hour < HALF_DAY)  # "2 p.m. to 4:30"
    return "TIME", f"{day}T{start}/{day}T{hour:02}{last.value[2:]}"


def hour_before(first: Word, end: str) -> str | None:
    """Return the time by the clock of a bare number before another time, in the same half of the day where it can be.

    "8 to 10 p.m." begins at 20:00, "10 to 3 p.m." at 10:00.
    """
    figures = first.text
    if figures.isdigit() and len(figures) == len("0730"):
        return f"{figures[:2]}:{figures[2:]}" if int(figures[:2]) < 2 * HALF_DAY and int(figures[2:]) < 60 else None
    if not isinstance(first.value, int) or first.value > 2 * HALF_DAY:
        return None
    later = f"{first.value + HALF_DAY:02}:00"
    return later if first.value < HALF_DAY and later < end else f"{first.value:02}:00"


def read_hour_of_day(match: Match, scene: Scene) -> Reading | None:
    """Read "tomorrow at 7", "Friday at 10" as a time by the clock, in the part of the day that is told with it."""
    hour = match.words[-1].value if match.words[-1].kind == "number" else match.get("number")
    if not isinstance(hour, int) or not 1 <= hour <= HALF_DAY or match.following not in AFTER_HOUR:
        return None
    part = match.get("daypart", "tonight")
    is_late = part in ("AF", "EV") or (part == "NI" and hour >= EARLY_NIGHT)
    reading = read_part(match.without_kinds("number"), scene) if part else None
    day = reading[1].partition("T")[0] if reading else day_of(match.without_kinds("number"), scene)
    return "TIME", f"{day}T{hour % HALF_DAY + HALF_DAY * is_late:02}:00"


def read_clock_length(match: Match, scene: Scene) -> Reading | None:
    """Read "from 10 a.m. for 3 hours 30 minutes" and "for two hours from 2 p.m." as an interval of times."""
    units, counts = match.all("unit", "units"), match.all("number")
    is_told = match.has("for") or match.previous == "for"
    if not is_told or any(unit not in SECONDS for unit in units) or len(units) != len(counts):
        return None
    seconds = sum(SECONDS[unit] * count for unit, count in zip(units, counts, strict=True))
    day = day_of(match.without_kinds("number"), scene)
    first = clock_time(day, match.get("clock"))
    if first is None or seconds > LONGEST_SECONDS:
        return None
    length = timedelta(seconds=seconds)
    return "TIME", f"{day}T{match.get('clock')}/{(first + length).isoformat(timespec='minutes')}"


def clock_time(day: str, clock: str) -> datetime | None:
    """Return a time by the clock of a day; None of an unknown day."""
    try:
        return datetime.fromisoformat(day) + timedelta(hours=int(clock[:2]), minutes=int(clock[3:]))
    except ValueError:
        return None


def read_spoken_clock(match: Match, scene: Scene) -> Reading | None:
    """Read "half past two", "quarter to five", "ten past six", "seven o'clock"; "ten to six" may be a result."""
    hour = match.words[-1].value if match.words[-1].kind in ("number", "clock") else match.words[-2].value
    hour = int(hour[:2]) if isinstance(hour, str) else hour
    if not isinstance(hour, int) or not 1 <= hour <= HALF_DAY:
        return None
    if match.has("past", "to"):
        first = match.words[0] if match.words[0].kind != "a" else match.words[1]
        minutes = {"half": 30, "unit": 15}.get(first.kind, first.value)
        is_quarter = first.kind != "unit" or first.value == "Q"
        if not (is_quarter and isinstance(minutes, int) and 0 < minutes < 60) or match.following in COUNTED:
            return None
        hour, minutes = (hour, minutes) if match.has("past") else ((hour - 1) % HALF_DAY, 60 - minutes)
    else:
        minutes = 0
    return "TIME", f"{day_of(match.without_kinds('number'), scene)}T{hour:02}:{minutes:02}"


def read_some_part(match: Match, scene: Scene) -> Reading | None:
    """Read "one morning" as a part of a day that is not told."""
    return ("TIME", f"XXXX-XX-XXT{match.get('daypart')}") if match.get("number") == 1 else None


CLOCK_RULES = (
    Rule(f"approx? clock (open clock shut)? {AT} {DAY}", read_clock),
    Rule("approx? clock", read_clock, mentions=False),
    Rule(f"{DAY} {AT} approx? clock", read_clock),
    Rule(f"{PART} {DAY} (early hyphen?)? daypart", read_part),
    Rule(f"{PART} (the? last | this) daypart | tonight", read_part),
    Rule(f"(early hyphen?) daypart (on? {DAY})? | {DAY} at daypart", read_part),
    Rule("(the (next | following | same | previous)? | that | next) daypart", read_named_part),
    Rule(f"early? hyphen? daypart on {DAY}", read_part_of_day),
    Rule("the daypart (before | after)", read_part_beside),
    Rule("the daypart before last", read_night_before_last),
    Rule("number in the daypart", read_hour_of_part),
    Rule(f"({NEAR_PART} | {DAY} daypart) at number | number {NEAR_PART}", read_hour_of_day),
    Rule("number daypart", read_some_part),
    Rule(f"clock for {LENGTH} | {LENGTH} from clock", read_clock_length),
    Rule("(a? half | a? unit | number) past (number oclock? | clock) | a? unit to number", read_spoken_clock),
    Rule("number oclock", read_spoken_clock),
    Rule(f"({DAY} {AT})? (from | between)? (number | clock) {TO} clock ({AT} {DAY})?", read_clock_range),
)
