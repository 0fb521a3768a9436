"""Rules for days counted from another one: "a week after May 13", "for ten days from Friday", "a year ago today"."""

from dataclasses import replace
from datetime import date, timedelta

from regesta.annotate.timex.anchors import YEAR
from regesta.annotate.timex.days import MONTH_AND_DAY, read_day, read_weekday
from regesta.annotate.timex.durations import HEDGE, UNIT
from regesta.annotate.timex.figures import read_written
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene
from regesta.annotate.timex.holidays import read_holiday
from regesta.annotate.timex.values import UNANCHORED, away, mentioned_day, shift, unit_value, weekday_near

HOLIDAY = f"(holiday | feast) (unit | eve)? {YEAR}?"
NAMED_DAY = f"(today | figures | (weekday comma?)? {MONTH_AND_DAY} {YEAR}? | (last | next | this)? weekday | {HOLIDAY})"
STARTS = frozenset({"starting", "edge"})
JOINTS = STARTS | {"before", "after", "from"}
LESS = frozenset({"less", "fewer"})


def read_counted_from(match: Match, scene: Scene) -> Reading | None:
    """Read "two days before yesterday" as a day, "less than three days after May 13" as all days up to it.

    "For ten days from Friday" and "ten days starting Friday" are those ten days, "the week after Easter" is a week.
    """
    at = next(i for i, word in enumerate(match.words) if word.kind in JOINTS)
    counted, joint = replace(match, words=match.words[:at]), match.words[at].kind
    base = day_named(replace(match, words=match.words[at + 1 :]), scene)
    unit, steps = counted.get("unit", "units"), counted.get("number") or 1
    if base is None or unit not in UNANCHORED or not isinstance(steps, int):
        return None
    moved = shift(base, -steps if joint == "before" else steps, unit)
    if moved is None or (counted.has("comma") and match.previous != "for" and joint not in STARTS):
        return None
    if joint in STARTS and match.words[at].text not in ("beginning", "starting", "commencing"):  # "the end"
        return None
    if joint in STARTS or (joint == "from" and match.previous == "for"):
        return days_between(base, moved - timedelta(days=1))
    if any(word.text in LESS for word in counted.words):
        return days_between(*sorted((base, moved)))
    return "DATE", unit_value(moved, unit if counted.has("the") else "D")


def days_between(first: date, last: date) -> Reading:
    """Return the days from one to another, both included."""
    return "DATE", f"{first.isoformat()}/{last.isoformat()}"


def read_day_ago(match: Match, scene: Scene) -> Reading | None:
    """Read "a year ago today" and "two weeks ago on Monday" as days."""
    unit, steps = match.get("unit", "units"), match.get("number") or 1
    if scene.published is None or not isinstance(steps, int) or unit not in UNANCHORED:
        return None
    moved = shift(scene.published, -steps, unit)
    if moved is not None and match.has("weekday"):
        moved = shift(moved, match.get("weekday") - moved.isoweekday(), "D") if unit == "W" else None
    return ("DATE", moved.isoformat()) if moved and not match.get("today") else None


def read_weekdays_away(match: Match, scene: Scene) -> Reading | None:
    """Read "two Mondays ago" as the second Monday before the day of publication, "two Mondays from now" behind it."""
    count, weekday = match.get("number"), match.get("weekdays")
    if scene.published is None or not isinstance(count, int):
        return None
    step = -1 if match.has("ago") else 1
    near = weekday_near(scene.published + timedelta(days=step), weekday, step)
    moved = shift(near, step * (count - 1), "W")
    return ("DATE", moved.isoformat()) if moved else None


def read_weekends_away(match: Match, scene: Scene) -> Reading | None:
    """Read "two weekends ago" and "three weekends from now" by the weeks they are in."""
    count = match.get("number")
    if not isinstance(count, int):
        return None
    return "DATE", f"{away(scene.published, -count if match.has('ago') else count, 'W')}-WE"


def read_clock_away(match: Match, scene: Scene) -> Reading | None:
    """Read "five days ago at 3 p.m." and "at noon two days ago"."""
    unit, steps = match.get("unit", "units"), match.get("number") or 1
    if scene.published is None or not isinstance(steps, int) or unit not in ("D", "W"):
        return None
    return "TIME", f"{away(shift(scene.published, -steps, unit), 0, 'D')}T{match.get('clock')}"


def day_named(match: Match, scene: Scene) -> date | None:
    """Return the day that words name by themselves; None when they name none."""
    if match.has("today"):
        return shift(scene.published, match.get("today"), "D") if scene.published else None
    read: Reading | None = None
    if match.has("figures"):
        read = read_written(match, scene)
    elif match.has("holiday", "feast"):
        read = read_holiday(match, scene)
    elif match.has("month") and match.has("number", "ordinal"):
        read = read_day(match, scene)
    elif match.has("weekday"):
        read = read_weekday(match, scene)
    dated = mentioned_day(read[1]) if read else None
    return dated[0] if dated and dated[1] == "D" else None


COUNTED_RULES = (
    Rule(f"{HEDGE} (number | a | the) {UNIT} comma? (before | after | from) {NAMED_DAY}", read_counted_from),
    Rule(f"{HEDGE} (number | a) {UNIT} comma? (starting | edge) on? {NAMED_DAY}", read_counted_from),
    Rule("number weekdays (ago | from (ref | today))", read_weekdays_away),
    Rule("number weekends (ago | from (ref | today))", read_weekends_away),
    Rule(f"(number | a) {UNIT} ago (comma | at)* clock | clock (number | a) {UNIT} ago", read_clock_away),
    Rule(f"(number | a) {UNIT} ago (comma? on)? (today | weekday)", read_day_ago),
)
