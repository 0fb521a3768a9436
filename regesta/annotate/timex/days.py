"""Rules for days: "Friday, Nov. 18, 2005", "yesterday", "last Monday", "Tuesday of next week", "April 17-19"."""

from calendar import monthrange
from datetime import date, timedelta

from regesta.annotate.timex.anchors import WHICH, YEAR, base_day, steps_of, year_of
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene
from regesta.annotate.timex.values import away, full_year, month_day, shift, weekday_near, year_of_month

NEAR_DAYS = 92  # a day of a month named without a year is the nearest one within three months, whatever the tense
DAY = "(number | ordinal)"
MONTH_AND_DAY = f"(month the? {DAY} | the? {DAY} of? month)"
DASH = "(hyphen | to | and)"
# A bare "18th" is a date only after one of these and before no noun.
BEFORE_ORDINAL = frozenset({
    "on", "since", "until", "by", "before", "after", "from",
})  # fmt: skip
AFTER_ORDINAL = frozenset({
    ",", ".", ";", ":", ")", "in", "at", "to", "for", "with", "that", "and", "when", "as",
})  # fmt: skip

# The attacks of 11 September 2001 are named by month and day alone.
ATTACKS = date(2001, 9, 11)
AFTER_ATTACKS = frozenset({"attack", "attacks", "terror", "terrorist", "hijackings", "hijackers", "strikes"})


def read_day(match: Match, scene: Scene) -> Reading | None:
    """Read a day of a month, with or without its year: "Nov. 18", "the 18th of November 2005"."""
    value = day_value(match, scene, match.get("number", "ordinal"))
    return ("DATE", value) if value else None


def day_value(match: Match, scene: Scene, day: float) -> str | None:
    """Return the value of a day of the month and year the words name; None when there is no such day."""
    month = match.get("month")
    if not isinstance(day, int):
        return None
    year, steps = year_of(match, scene), steps_of(match)
    if year is None and (month, day) == (9, 11) and match.following in AFTER_ATTACKS:
        return ATTACKS.isoformat()
    if year is None and scene.published:
        year = year_of_day(scene.published, month, day, scene.direction if steps is None else steps)
    return month_day(year, month, day)


def year_of_day(published: date, month: int, day: int, direction: int) -> int | None:
    """Return the year of a day named without one; None when no year near publication has that day."""
    values = [month_day(published.year + step, month, day) for step in (-1, 0, 1)]
    distances = [(date.fromisoformat(value) - published).days for value in values if value]
    if not distances:
        return None
    chosen = min(distances, key=abs)
    if abs(chosen) > NEAR_DAYS:
        chosen = min((days for days in distances if days * direction >= 0), key=abs, default=chosen)
    return (published + timedelta(days=chosen)).year


def read_day_range(match: Match, scene: Scene) -> Reading | None:
    """Read a range of days within a month as an ISO 8601 interval, its last day included."""
    first, last = (day_value(match, scene, day) for day in match.all("number", "ordinal"))
    return ("DATE", f"{first}/{last}") if first and last and first < last else None


def read_day_alone(match: Match, scene: Scene) -> Reading | None:
    """Read "on the 18th" as a day of the month of publication or the one before or after it, by tense."""
    day = match.get("ordinal")
    is_date = match.previous in BEFORE_ORDINAL and match.following in AFTER_ORDINAL
    if not is_date or not scene.published or match.words[-1].text.isalpha():
        return None
    steps = (scene.direction > 0 and day < scene.published.day) - (scene.direction <= 0 and day > scene.published.day)
    base = shift(scene.published.replace(day=1), steps, "M")
    value = month_day(base.year, base.month, day) if base else None
    return ("DATE", value) if value else None


def weekday_value(match: Match, scene: Scene) -> str:
    """Return the value of a weekday: the last one unless the tense is future; "last" and "next" exclude today."""
    weekday, steps, base = match.get("weekday"), steps_of(match), base_day(match, scene, "D")
    if not base:
        return f"XXXX-WXX-{weekday}"
    if match.get("unit") == "W":
        monday = base + timedelta(days=1 - base.isoweekday(), weeks=steps or 0)
        return (monday + timedelta(days=weekday - 1)).isoformat()
    if steps:
        return weekday_near(base + timedelta(days=steps), weekday, steps).isoformat()
    return weekday_near(base, weekday, scene.direction).isoformat()


def read_weekday(match: Match, scene: Scene) -> Reading | None:
    """Read a weekday: "Monday", "late on Tuesday", "Thursday of last week"."""
    return ("DATE", weekday_value(match, scene)) if match.get("unit") in (None, "W") else None


def read_nth_weekday(match: Match, scene: Scene) -> Reading | None:
    """Read "the first Friday of July", "the last Sunday in March"."""
    weekday, month, year = match.get("weekday"), match.get("month"), year_of(match, scene)
    if year is None:
        if not scene.published:
            return None
        year = year_of_month(scene.published, month, scene.direction)
    days = [day for day in range(1, monthrange(year, month)[1] + 1) if date(year, month, day).isoweekday() == weekday]
    number = match.get("ordinal")
    if number is None:
        return "DATE", date(year, month, days[-1]).isoformat()
    return ("DATE", date(year, month, days[number - 1]).isoformat()) if number <= len(days) else None


def read_today(match: Match, scene: Scene) -> Reading | None:
    """Read "today", "yesterday", "the day before yesterday"."""
    steps = match.get("today") - match.has("before") + match.has("after")
    return "DATE", away(scene.published, steps, "D")


def read_written(match: Match, scene: Scene) -> Reading | None:
    """Read a date in figures: "2005-11-18", "18.11.2005", "11/18/2005" (month first where either could be)."""
    numbers = [int(part) for part in match.get("figures")]
    if numbers == [9, 11]:
        return "DATE", ATTACKS.isoformat()
    if numbers[0] > 31:
        year, month, day = numbers
    else:
        first, second, year = numbers
        month, day = (second, first) if "." in match.words[0].text or first > 12 else (first, second)
    value = month_day(full_year(year), month, day) if 1 <= month <= 12 else None
    return ("DATE", value) if value else None


def read_holiday(match: Match, scene: Scene) -> Reading | None:
    """Read Christmas and its eve."""
    month, day = 12, 24 if match.has("eve") else 25
    year = year_of(match, scene)
    if year is None and scene.published:
        year = year_of_day(scene.published, month, day, scene.direction)
    value = month_day(year, month, day)
    return ("DATE", value) if value else None


DAY_RULES = (
    Rule("figures", read_written),
    Rule(f"approx? (weekday comma? the?)? (last | next | this)? {MONTH_AND_DAY} {YEAR}?", read_day),
    Rule(f"month {DAY} {DASH} {DAY} (comma? year)?", read_day_range),
    Rule(f"the? {DAY} {DASH} the? {DAY} of? month (comma? year)?", read_day_range),
    Rule("the ordinal", read_day_alone),
    Rule(f"((early | later | earlier) on?)? ({WHICH})? weekday", read_weekday),
    Rule("weekday comma? of? (last | next | this) unit", read_weekday),
    Rule("(last | next | this) unit comma? on? weekday", read_weekday),
    Rule(f"the (ordinal | last) weekday (of | in) month {YEAR}?", read_nth_weekday),
    Rule("(early | later | earlier)? today", read_today),
    Rule("the unit (before | after) today", read_today),
    Rule(f"holiday (unit | eve)? {YEAR}?", read_holiday),
)
