"""Rules for days and months in figures: "2005-11-18", "18.11.2005", "11/2016", "5-Dec-21"."""

from regesta.annotate.timex.days import AFTER_ORDINAL, ATTACKS, BEFORE_ORDINAL, DAY, read_day, year_of_day
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene
from regesta.annotate.timex.values import full_year, month_day

CUT = "(hyphen | slash)"


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


def read_month_year(match: Match, scene: Scene) -> Reading | None:
    """Read a month in figures: "11/2016", "2016/11"."""
    first, second = (int(part) for part in match.get("month_year"))
    year, month = max(first, second), min(first, second)
    return "DATE", f"{year:04}-{month:02}"


def read_day_month(match: Match, scene: Scene) -> Reading | None:
    """Read a day in figures without its year after a preposition: "on 22/04", "on 22.04"; else month first."""
    first, second = (int(part) for part in match.get("day_month"))
    is_day_first = first > 12 or ("." in match.words[0].text and second <= 12)
    month, day = (second, first) if is_day_first else (first, second)
    if match.previous not in BEFORE_ORDINAL or not 1 <= month <= 12 or not scene.published:
        return None
    if "/" not in match.words[0].text and match.following not in AFTER_ORDINAL:
        return None  # "on 4.05 hectares"
    value = month_day(year_of_day(scene.published, month, day, scene.direction), month, day)
    return ("DATE", value) if value else None


def read_day_month_range(match: Match, scene: Scene) -> Reading | None:
    """Read a range of days in figures: "5/1-5/7, 2020", "10/1-11/2/2017"; month first where all could be."""
    *given, year = [int(part) for word in match.words if word.kind in ("day_month", "figures") for part in word.value]
    if len(given) == 3:
        given, year = [*given, year], match.get("year")
    days = [(given[0], given[1]), (given[2], given[3])]
    if any(first > 12 for first, _ in days):
        days = [(month, day) for day, month in days]
    (month, day), (last_month, last_day) = days
    if not all(1 <= number <= 12 for number, _ in days):
        return None
    if year is None:
        if match.previous not in {"", "between", *BEFORE_ORDINAL} or not scene.published:
            return None
        year = year_of_day(scene.published, last_month, last_day, scene.direction)
    last = month_day(full_year(year), last_month, last_day) if year else None
    start = month_day(full_year(year) - ((month, day) > (last_month, last_day)), month, day) if year else None
    return ("DATE", f"{start}/{last}") if start and last else None


def read_day_of_short_year(match: Match, scene: Scene) -> Reading | None:
    """Read "Dec-5-21" and "5-Dec-21" as days of a year of two figures."""
    day, year = match.all("number")
    is_year = match.words[-1].text.isdigit() and len(match.words[-1].text) == 2
    value = month_day(full_year(year), match.get("month"), day) if is_year and isinstance(day, int) else None
    return ("DATE", value) if value else None


def read_day_cut(match: Match, scene: Scene) -> Reading | None:
    """Read "Dec-05-2021"."""
    day, year = (int(part) for part in match.get("month_year"))
    value = month_day(year, match.get("month"), day) if day < year else None
    return ("DATE", value) if value else None


FIGURE_RULES = (
    Rule("figures", read_written),
    Rule("month_year", read_month_year),
    Rule("day_month", read_day_month),
    Rule("day_month (hyphen | to) (day_month (comma? year)? | figures)", read_day_month_range),
    Rule(f"month {CUT} {DAY} | {DAY} {CUT} month", read_day),
    Rule(f"month {CUT} {DAY} {CUT} year | {DAY} {CUT} month {CUT} year | year {CUT} month {CUT} {DAY}", read_day),
    Rule(f"year {CUT} {DAY} {CUT} month", read_day),
    Rule(f"month {CUT} number {CUT} number | number {CUT} month {CUT} number", read_day_of_short_year),
    Rule(f"month {CUT} month_year", read_day_cut),
)
