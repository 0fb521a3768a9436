"""Rules for parts of a month or year: "the first half of May", "the last day of the year"."""

from dataclasses import replace
from datetime import date, timedelta

from regesta.annotate.timex.anchors import YEAR, steps_of, year_of
from regesta.annotate.timex.counted import days_between
from regesta.annotate.timex.days import MONTH_AND_DAY, NEAR_MONTH
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene
from regesta.annotate.timex.periods import read_month
from regesta.annotate.timex.values import mentioned_day, shift, unit_value, weekday_near
from regesta.annotate.timex.weeks import nth_week

HALF_MONTH_DAYS = 15
SATURDAY = 6
ONE_DAY = timedelta(days=1)


def read_named_month(match: Match, scene: Scene) -> Reading | None:
    """Read "the month of December"."""
    return read_month(match.without_kinds("unit"), scene) if match.get("unit") == "M" else None


def read_half_of_month(match: Match, scene: Scene) -> Reading | None:
    """Read "the first half of May" as its days to the 15th, "the second half" as the others."""
    whole, number = whole_told(match, scene), match.get("ordinal")
    if whole is None or whole[1] != "M" or number not in (1, 2):
        return None
    first, behind = whole[0], shift(whole[0], 1, "M")
    if behind is None:
        return None
    middle = first.replace(day=HALF_MONTH_DAYS)
    return days_between(first, middle) if number == 1 else days_between(middle + ONE_DAY, behind - ONE_DAY)


def read_day_of_whole(match: Match, scene: Scene) -> Reading | None:
    """Read "the last day of April", "the first day of the year", "the second day of 2021"."""
    whole = whole_told(match, scene) if match.get("unit") == "D" else None
    behind = shift(whole[0], 1, whole[1]) if whole else None
    if whole is None or behind is None:
        return None
    is_last = match.words[1 if match.words[0].kind == "the" else 0].kind in ("last", "final")
    day = behind - ONE_DAY if is_last else whole[0] + timedelta(days=match.get("ordinal") - 1)
    return ("DATE", day.isoformat()) if day < behind else None


def read_last_quarter(match: Match, scene: Scene) -> Reading | None:
    """Read "the last quarter of 2020" and "the final quarter of this year"."""
    whole = whole_told(match, scene) if match.get("unit") == "Q" else None
    return ("DATE", f"{whole[0].year:04}-Q4") if whole and whole[1] == "Y" else None


def read_two_thousands(match: Match, scene: Scene) -> Reading | None:
    """Read "the two thousands" as a decade."""
    return ("DATE", "200") if match.get("number") == 2 and match.following != "of" else None


def read_week_of_whole(match: Match, scene: Scene) -> Reading | None:
    """Read "the second week of next month" and "the last week of this year" as weeks of the calendar."""
    whole = whole_told(match, scene) if match.get("unit") == "W" else None
    behind = shift(whole[0], 1, whole[1]) if whole else None
    if whole is None or behind is None:
        return None
    week = nth_week(whole[0], behind, match.get("ordinal") or -1)
    return ("DATE", unit_value(week, "W")) if week else None


def read_weekend_of_whole(match: Match, scene: Scene) -> Reading | None:
    """Read "the first weekend of May" and "the last weekend of this month" by its Saturday."""
    whole = whole_told(match, scene)
    behind = shift(whole[0], 1, whole[1]) if whole else None
    if whole is None or behind is None:
        return None
    number = match.get("ordinal")
    saturday = weekday_near(whole[0], SATURDAY, 1) if number else weekday_near(behind - ONE_DAY, SATURDAY, -1)
    saturday += timedelta(weeks=(number or 1) - 1)
    return ("DATE", f"{unit_value(saturday, 'W')}-WE") if saturday < behind else None


def read_fiscal_year(match: Match, scene: Scene) -> Reading | None:
    """Read "the fiscal year ending March 2023" as the twelve months up to that month, the last included."""
    month, year = match.get("month"), year_of(match, scene)
    if match.get("unit") not in (None, "Y") or year is None:
        return None
    first = shift(date(year, month, 1), -11, "M")
    return ("DATE", f"{unit_value(first, 'M')}/{year:04}-{month:02}") if first else None


def whole_told(match: Match, scene: Scene) -> tuple[date, str] | None:
    """Return the first day and the unit (M, Y) of the month or year behind "of"; None where there is none."""
    at = next(i for i, word in enumerate(match.words) if word.kind in ("of", "in"))
    behind = replace(match, words=match.words[at + 1 :])
    if behind.has("month"):
        month = read_month(behind, scene)
        return mentioned_day(month[1]) if month else None
    if behind.has("year"):
        return date(behind.get("year"), 1, 1), "Y"
    unit = behind.get("unit")
    if unit not in ("M", "Y") or not scene.published:
        return None
    today = scene.published.replace(day=1, month=1 if unit == "Y" else scene.published.month)
    first = shift(today, steps_of(behind) or 0, unit)
    return (first, unit) if first else None


PART_RULES = (
    Rule(
        f"the? fiscal unit ending (in | on)? (the? edge of)? (month | {MONTH_AND_DAY}) (comma? year)", read_fiscal_year
    ),
    Rule(f"the? stretch? unit of month {YEAR}?", read_named_month),
    Rule("the number thousands", read_two_thousands),
    Rule(f"the? ordinal half (of | in) (month {YEAR}? | {NEAR_MONTH})", read_half_of_month),
    Rule(f"the? (ordinal | last | final) weekend (of | in) (month {YEAR}? | {NEAR_MONTH})", read_weekend_of_whole),
    Rule(f"the? (last | final) unit (of | in) ({NEAR_MONTH} | year)", read_last_quarter),
    Rule(f"the? (ordinal | last | final) unit (of | in) {NEAR_MONTH}", read_week_of_whole),
    Rule(f"the? (ordinal | last | final) unit (of | in) (month {YEAR}? | {NEAR_MONTH} | year)", read_day_of_whole),
)
