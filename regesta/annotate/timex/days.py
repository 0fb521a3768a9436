"""Rules for days: "Friday, Nov. 18, 2005", "yesterday", "last Monday", "Tuesday of next week", "April 17-19"."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from regesta.annotate.timex.anchors import WHICH, YEAR, base_day, steps_of, year_of
from regesta.annotate.timex.grammar import CLAUSE_END, Match, Reading, Rule, Scene
from regesta.annotate.timex.lexer import Word
from regesta.annotate.timex.values import (
    away,
    month_day,
    shift,
    weekday_near,
    year_of_month,
)

NEAR_DAYS = 92  # a day of a month named without a year is the nearest one within three months, whatever the tense
DAY = "(number | ordinal)"
MONTH_AND_DAY = f"(month the? {DAY} | the? {DAY} of? month)"
DASH = "(hyphen | to | and)"
NEAR_MONTH = "(the? (last | next | previous | current | following)? | this) unit"
# A bare "18th" is a date only after one of these and before no noun.
BEFORE_ORDINAL = frozenset({
    "on", "since", "until", "till", "through", "by", "before", "after", "from", "for",
})  # fmt: skip
AFTER_ORDINAL = frozenset({
    "", ",", ".", ";", ":", ")", "in", "at", "to", "for", "with", "that", "and", "when", "as",
})  # fmt: skip

LEAP_YEAR = 2000
COUNTED = frozenset({
    "second", "minute", "hour", "day", "week", "month", "year", "seconds", "minutes", "hours", "days", "weeks",
    "months", "years",
})  # fmt: skip
BESIDE = Word("that", "that", "that", 0, 0)  # "the Monday after" is counted from the day told of
# The attacks of 11 September 2001 are named by month and day alone.
ATTACKS = date(2001, 9, 11)
AFTER_ATTACKS = frozenset({"attack", "attacks", "terror", "terrorist", "hijackings", "hijackers", "strikes"})


def read_day(match: Match, scene: Scene) -> Reading | None:
    """Read a day of a month, with or without its year: "Nov. 18", "the 18th of November 2005"."""
    if match.words[-1].kind == "number" and match.following in COUNTED:  # "in March two months after the vote"
        return None
    value = day_value(match, scene, match.get("number", "ordinal"))
    return ("DATE", value) if value else None


def read_old_day(match: Match, scene: Scene) -> Reading | None:
    """Read a day of a year before 1900: "5 December 1789"."""
    year = match.words[-1].value
    if not isinstance(year, int) or year not in range(1000, 1900):
        return None
    value = month_day(year, match.get("month"), match.get("number", "ordinal"))
    return ("DATE", value) if value else None


def is_no_day(match: Match, month: int) -> bool:
    """Tell whether a month stands beside a day that it never has: "on Feb 30", "31 April"; not "in April 31 people"."""
    ahead = match.following if match.previous in ("", "on") else ""
    days = [re.sub(r"(?:st|nd|rd|th)$", "", beside) for beside in (match.previous, ahead)]
    return any(day.isdecimal() and monthrange(LEAP_YEAR, month)[1] < int(day) <= 31 for day in days)


def day_value(match: Match, scene: Scene, day: float) -> str | None:
    """Return the value of a day of the month and year the words name; None when there is no such day."""
    month = match.get("month")
    if not isinstance(day, int):
        return None
    year, steps = year_of(match, scene), steps_of(match)
    if year is None and (month, day) == (9, 11) and match.following in AFTER_ATTACKS:
        return ATTACKS.isoformat()
    if year is None and scene.published:
        year = year_of_weekday(scene.published, month, day, match.get("weekday")) if steps is None else None
        year = year or year_of_day(scene.published, month, day, scene.direction if steps is None else steps)
    return month_day(year, month, day)


def year_of_weekday(published: date, month: int, day: int, weekday: int | None) -> int | None:
    """Return the one year beside publication in which a day of a month is that weekday; None where none is or two."""
    values = [month_day(published.year + step, month, day) for step in (-1, 0, 1)]
    years = [int(value[:4]) for value in values if value and date.fromisoformat(value).isoweekday() == weekday]
    return years[0] if len(years) == 1 else None


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


def read_day_list(match: Match, scene: Scene) -> Reading | None:
    """Read "May 12, 13 and 14" as an interval where the days follow each other."""
    days = match.all("number", "ordinal")
    values = [day_value(match, scene, day) for day in (days[0], days[-1])]
    follow = days == list(range(days[0], days[0] + len(days))) if isinstance(days[0], int) else False
    return ("DATE", "/".join(map(str, values))) if follow and None not in values else None


def read_day_alone(match: Match, scene: Scene) -> Reading | None:
    """Read "on the 18th" as a day of the month of publication or the one before or after it, by tense."""
    day = match.get("ordinal")
    before = BEFORE_ORDINAL if match.has("the") else {"on"}
    is_date = match.previous in before and match.following in AFTER_ORDINAL
    if not is_date or not scene.published or match.words[-1].text.isalpha():
        return None
    base = month_of_day(scene.published, day, scene.direction)
    value = month_day(base.year, base.month, day) if base else None
    return ("DATE", value) if value else None


def read_days_alone(match: Match, scene: Scene) -> Reading | None:
    """Read "from the 4th to the 12th" as days of the month of publication or the one before or after it, by tense."""
    first, last = match.all("ordinal")
    is_range = match.previous in ("from", "between") and first < last and match.words[-1].text[0].isdigit()
    if not is_range or not scene.published:
        return None
    base = month_of_day(scene.published, last if scene.direction <= 0 else first, scene.direction)
    values = [month_day(base.year, base.month, day) for day in (first, last)] if base else []
    return ("DATE", "/".join(str(value) for value in values)) if values and None not in values else None


def month_of_day(published: date, day: int, direction: int) -> date | None:
    """Return the first day of the month that a bare day lies in: that of publication, or by tense one beside it."""
    steps = (direction > 0 and day < published.day) - (direction <= 0 and day > published.day)
    return shift(published.replace(day=1), steps, "M")


def weekday_value(match: Match, scene: Scene) -> str:
    """Return the value of a weekday: the last one unless the tense is future; "last" excludes today.

    "Next Friday" is in the week behind that of publication, "this Friday" in it where the tense does not tell.
    """
    weekday, steps, which = match.get("weekday"), steps_of(match), match.words[0].text
    is_own = which in ("next", "coming", "upcoming") or (match.get("unit") == "W" and match.has("next"))
    base = scene.published if is_own else base_day(match, scene, "D")
    if not base:
        return f"XXXX-WXX-{weekday}"
    is_this_week = which == "this" and not steps and scene.direction == 0
    if match.get("unit") == "W" or which == "next" or is_this_week:
        monday = base + timedelta(days=1 - base.isoweekday(), weeks=steps or 0)
        return (monday + timedelta(days=weekday - 1)).isoformat()
    if steps:
        return weekday_near(base + timedelta(days=steps), weekday, steps).isoformat()
    return weekday_near(base, weekday, scene.direction).isoformat()


def read_weekday(match: Match, scene: Scene) -> Reading | None:
    """Read a weekday: "Monday", "late on Tuesday", "Thursday of last week"."""
    return ("DATE", weekday_value(match, scene)) if match.get("unit") in (None, "W") else None


def read_weekday_beside(match: Match, scene: Scene) -> Reading | None:
    """Read "the Friday before" and "the Monday after", at the end of a clause, as the one beside the day told of."""
    base = base_day(replace(match, words=(*match.words, BESIDE)), scene, "D")
    if base is None or match.following not in AFTER_ORDINAL:
        return None
    step = 1 if match.has("after") else -1
    return "DATE", weekday_near(base + timedelta(days=step), match.get("weekday"), step).isoformat()


def read_nth_weekday(match: Match, scene: Scene) -> Reading | None:
    """Read "the first Friday of July", "the last Sunday in March", "the third Tuesday of last month"."""
    weekday, month, year = match.get("weekday"), match.get("month"), year_of(match, scene)
    if month is None and (match.has("year") or match.get("unit") == "Y"):
        return read_nth_weekday_of_year(match, scene)
    if month is None:
        base = month_meant(match, scene)
        if base is None:
            return None
        year, month = base.year, base.month
    elif year is None:
        if not scene.published:
            return None
        year = year_of_month(scene.published, month, scene.direction)
    day = nth_weekday(year, month, weekday, match.get("ordinal") or -1)
    return ("DATE", day.isoformat()) if day else None


def read_nth_weekday_alone(match: Match, scene: Scene) -> Reading | None:
    """Read "on the third Tuesday", at the end of a clause, as that of the month of publication."""
    is_told = match.previous == "on" or not match.has("the")
    if scene.published is None or not is_told or match.following not in CLAUSE_END:
        return None
    day = nth_weekday(scene.published.year, scene.published.month, match.get("weekday"), match.get("ordinal"))
    return ("DATE", day.isoformat()) if day else None


def read_nth_weekday_of_year(match: Match, scene: Scene) -> Reading | None:
    """Read "the first Monday of 2022", "the last Friday of this year"."""
    year = match.get("year") or (scene.published.year if scene.published else None)
    if year is None:
        return None
    if not match.has("year"):
        at = next(i for i, word in enumerate(match.words) if word.kind in ("of", "in"))
        year += steps_of(replace(match, words=match.words[at:])) or 0
    number = match.get("ordinal")
    near = weekday_near(date(year, 1, 1) if number else date(year, 12, 31), match.get("weekday"), 1 if number else -1)
    day = near + timedelta(weeks=(number or 1) - 1)
    return ("DATE", day.isoformat()) if day.year == year else None


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """Return a weekday of a month by its number, -1 for the last; None when the month has fewer."""
    days = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
    found = [day for day in days if day.isoweekday() == weekday]
    return found[number - (number > 0)] if number <= len(found) else None


def month_meant(match: Match, scene: Scene) -> date | None:
    """Return the first day of the month that the words behind "of" mean: "of last month", "of this month"."""
    at = next(i for i, word in enumerate(match.words) if word.kind in ("of", "in"))
    behind = replace(match, words=match.words[at + 1 :])
    if behind.get("unit") != "M" or not scene.published:
        return None
    return shift(scene.published.replace(day=1), steps_of(behind) or 0, "M")


def read_day_of_near_month(match: Match, scene: Scene) -> Reading | None:
    """Read "the 12th of this month", "the third day of last month", "4 to 23 of this month"."""
    month, days = month_meant(match, scene), match.all("ordinal", "number")
    if month is None or match.all("unit") not in (["M"], ["D", "M"]):
        return None
    values = [month_day(month.year, month.month, day) for day in days if isinstance(day, int)]
    return ("DATE", "/".join(str(value) for value in values)) if values and None not in values else None


def read_today(match: Match, scene: Scene) -> Reading | None:
    """Read "today", "yesterday", "the day before yesterday"."""
    steps = match.get("today") - match.has("before") + match.has("after")
    return "DATE", away(scene.published, steps, "D")


def read_weekday_of_month(match: Match, scene: Scene) -> Reading | None:
    """Read "Friday the 13th" as the nearest such day, by tense where it tells."""
    weekday, day = match.get("weekday"), match.get("ordinal")
    is_of_more = match.has("comma") and match.following.isalpha()  # "on Tuesday, the tenth anniversary"
    if not scene.published or is_of_more:
        return None
    months = (shift(scene.published.replace(day=1), steps, "M") for steps in range(-12, 13))
    days = [m.replace(day=day) for m in months if m and day <= monthrange(m.year, m.month)[1]]
    found = [d for d in days if d.isoweekday() == weekday]
    ahead = [d for d in found if (d - scene.published).days * scene.direction >= 0]
    near = min(ahead or found, key=lambda d: abs((d - scene.published).days) if scene.published else 0, default=None)
    return ("DATE", near.isoformat()) if near else None


DAY_RULES = (
    Rule(f"approx? (weekday comma? the?)? (last | next | this)? {MONTH_AND_DAY} {YEAR}?", read_day),
    Rule(f"month {DAY} {DASH} {DAY} (comma? year)?", read_day_range),
    Rule(f"the? {DAY} ({DASH} | slash) the? {DAY} of? month (comma? year)?", read_day_range),
    Rule(f"month the? {DAY} {DASH} the? {DAY} (comma? year)?", read_day_range),
    Rule(f"(from | between) the? {DAY} {DASH} month the? {DAY} (comma? year)?", read_day_range),
    Rule("the? ordinal", read_day_alone),
    Rule(f"the ordinal {DASH} the? ordinal", read_days_alone),
    Rule(f"((early | later | earlier) on?)? ({WHICH})? weekday", read_weekday),
    Rule("the weekday (before | after)", read_weekday_beside),
    Rule("weekday comma? of? (last | next | this) unit | (last | next | this) unit s weekday", read_weekday),
    Rule("(last | next | this) unit comma? on? weekday", read_weekday),
    Rule(f"the (ordinal | last) weekday (of | in) month {YEAR}?", read_nth_weekday),
    Rule(f"the? (ordinal | last) weekday (of | in) ({NEAR_MONTH} | year)", read_nth_weekday),
    Rule(f"the? ({DAY} {DASH} the?)? {DAY} unit? of {NEAR_MONTH}", read_day_of_near_month),
    Rule("(early | later | earlier)? today", read_today),
    Rule("the unit (before | after) today", read_today),
    Rule(f"month ({DAY} comma)+ {DAY}? and {DAY} (comma year)?", read_day_list),
    Rule(f"the? {DAY} (comma {DAY})* comma? and {DAY} of? month (comma? year)?", read_day_list),
    Rule(f"year comma? month the? {DAY}", read_day),
    Rule(f"{MONTH_AND_DAY} comma? number", read_old_day),
    Rule(f"month (from | between) the? {DAY} {DASH} the? {DAY}", read_day_range),
    Rule("weekday comma? the? ordinal", read_weekday_of_month),
    Rule("the? ordinal weekday", read_nth_weekday_alone),
)
