"""Rules for days told by another day: "the Friday before Easter", "the Monday after next", "the weekend of May 5"."""

from dataclasses import replace
from datetime import date, timedelta

from regesta.annotate.timex.anchors import YEAR
from regesta.annotate.timex.counted import NAMED_DAY, day_named
from regesta.annotate.timex.days import AFTER_ORDINAL, MONTH_AND_DAY, read_weekday_of_month, weekday_value
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene
from regesta.annotate.timex.values import away, shift, unit_value, weekday_near
from regesta.annotate.timex.weeks import read_week_of_day

WEEK = timedelta(days=7)
TUESDAY = 2
NEAREST = timedelta(days=31)  # "Sunday 14" is one of this month or of one beside it
UNIT_TOLD = "((the (same | following | previous) | that) unit | the unit (of | (starting | edge) on?) {day})"


def read_weekday_beside_day(match: Match, scene: Scene) -> Reading | None:
    """Read "the Friday before Easter" and "the first Monday after May 3"."""
    at = next(i for i, word in enumerate(match.words) if word.kind in ("before", "after"))
    day = day_named(replace(match, words=match.words[at + 1 :]), scene)
    ahead = replace(match, words=match.words[:at])
    step = 1 if match.words[at].kind == "after" else -1
    if day is None:
        return None
    near = weekday_near(day + timedelta(days=step), ahead.get("weekday"), step)
    return "DATE", (near + step * WEEK * ((ahead.get("ordinal") or 1) - 1)).isoformat()


def read_second_weekday(match: Match, scene: Scene) -> Reading | None:
    """Read "the Friday before last" and "the Monday after next"."""
    if scene.published is None:
        return None
    weekday = match.get("weekday")
    if match.has("last"):
        return "DATE", (weekday_near(scene.published - timedelta(days=1), weekday, -1) - WEEK).isoformat()
    monday = scene.published - timedelta(days=scene.published.isoweekday() - 1)
    return "DATE", (monday + 2 * WEEK + timedelta(days=weekday - 1)).isoformat()


def read_second_weekend(match: Match, scene: Scene) -> Reading | None:
    """Read "the weekend before last" and "the weekend after next"."""
    return "DATE", f"{away(scene.published, 2 if match.has('next') else -2, 'W')}-WE"


def read_weeks_on(match: Match, scene: Scene) -> Reading | None:
    """Read "a week on Friday", "two weeks on Monday", "Monday week", "tomorrow week", of what lies ahead."""
    unit, count = match.get("unit", "units"), match.get("number") or 1
    is_ahead = scene.direction > 0 or (scene.direction == 0 and match.has("on"))  # "the vote is a week on Sunday"
    if scene.published is None or not is_ahead or match.previous in ("for", "in") or unit not in ("W", "FN"):
        return None
    if match.has("weekday"):
        base = weekday_near(scene.published + timedelta(days=1), match.get("weekday"), 1)
    else:
        base = shift(scene.published, match.get("today"), "D") or scene.published
    moved = shift(base, count, unit) if isinstance(count, int) else None
    return ("DATE", moved.isoformat()) if moved else None


def read_weeks_back(match: Match, scene: Scene) -> Reading | None:
    """Read "a week last Friday" and "two weeks last Monday", that day so many weeks before the last one."""
    count = match.get("number") or 1
    if scene.published is None or match.get("unit", "units") not in ("W", "FN") or not isinstance(count, int):
        return None
    last = weekday_near(scene.published - timedelta(days=1), match.get("weekday"), -1)
    moved = shift(last, -count, match.get("unit", "units"))
    return ("DATE", moved.isoformat()) if moved else None


def read_weekday_of_told_week(match: Match, scene: Scene) -> Reading | None:
    """Read "the Friday of that week" and "Friday in the week of May 3"."""
    if match.get("unit") != "W":
        return None
    if not match.has("of", "in", "starting", "edge") or match.has("that", "same", "following", "previous"):
        return None if scene.published is None else ("DATE", weekday_value(match, scene))
    at = next(i for i, word in enumerate(match.words) if word.kind == "unit")
    week = read_week_of_day(replace(match, words=match.words[at:]), scene)
    if week is None:
        return None
    year, number = int(week[1][:4]), int(week[1][6:])
    return "DATE", date.fromisocalendar(year, number, match.get("weekday")).isoformat()


def read_weekend_of_day(match: Match, scene: Scene) -> Reading | None:
    """Read "the weekend of May 5" and "Labor Day weekend": the one nearest to the day."""
    day = day_named(match.without_kinds("weekend"), scene)
    if day is None:
        return None
    week = day - WEEK if day.isoweekday() <= TUESDAY else day
    return "DATE", f"{unit_value(week, 'W')}-WE"


def read_weekday_and_number(match: Match, scene: Scene) -> Reading | None:
    """Read "on Sunday 14" where the 14th of this month, or of one beside it, is a Sunday."""
    day = match.get("number")
    if not isinstance(day, int) or not 1 <= day <= 31 or match.following not in AFTER_ORDINAL:
        return None
    words = tuple(word._replace(kind="ordinal") if word.kind == "number" else word for word in match.words)
    reading = read_weekday_of_month(replace(match, words=words), scene)
    if reading is None or scene.published is None:
        return None
    return reading if abs(date.fromisoformat(reading[1]) - scene.published) <= NEAREST else None


BESIDE_RULES = (
    Rule(f"the? ordinal? weekday (before | after) {NAMED_DAY}", read_weekday_beside_day),
    Rule("the? weekday (before last | after next)", read_second_weekday),
    Rule("the weekend (before last | after next)", read_second_weekend),
    Rule("(number | a) (unit | units) on (weekday | today) | (weekday | today) unit", read_weeks_on),
    Rule("(number | a) (unit | units) last weekday", read_weeks_back),
    Rule(f"the? weekday (of | in) {UNIT_TOLD.format(day=NAMED_DAY)}", read_weekday_of_told_week),
    Rule(f"the? weekend of {MONTH_AND_DAY} {YEAR}?", read_weekend_of_day),
    Rule(f"the? (holiday s? | feast s?) weekend {YEAR}?", read_weekend_of_day),
    Rule("weekday comma? number", read_weekday_and_number),
)
