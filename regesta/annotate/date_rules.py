"""Rules for calendar dates: "Friday, Nov. 18, 2005", "mid-May", "last week", "the third quarter", "the 1990s"."""

from datetime import date, timedelta

from regesta.annotate.time_grammar import Match, Reading, Rule, Scene
from regesta.annotate.time_values import (
    SEASON_MONTHS,
    UNANCHORED,
    away,
    month_day,
    shift,
    unit_value,
    weekday_near,
    year_of_month,
)

NEAR_DAYS = 92  # a day of a month named without a year is the nearest one within three months, whatever the tense

PART = "(the? edge of)? the? ((early | earlier | later) (hyphen | in | of)? the?)?"
WHICH = "(the? (last | next | past | following | previous | same) | the current | this | that)"
YEAR = "(comma? of? year | (of | comma)? (last | next | this | that | the same) fiscal? unit)"
DAY = "(number | ordinal)"
MONTH_AND_DAY = f"(month the? {DAY} | the? {DAY} of? month)"
DASH = "(hyphen | to | and)"


def steps_of(match: Match) -> int | None:
    """Return -1 for "last", 1 for "next", 0 for "this"; None when no such word is there."""
    if match.has("last", "past", "previous"):
        return -1
    if match.has("next", "following"):
        return 1
    return 0 if match.has("this", "that", "same", "current") else None


def base_day(match: Match, scene: Scene, unit: str) -> date | None:
    """Return the day a relative expression counts from: the last date mentioned for "that", "same" and "following"."""
    refers = match.has("that", "same", "following", "previous") or (unit == "D" and match.has("next"))
    mentioned = scene.last_mentioned(unit) if refers else None
    return mentioned[0] if mentioned else scene.published


def year_of(match: Match, scene: Scene) -> int | None:
    """Return the year the words name or point to; None when they do neither."""
    named: int | None = match.get("year")
    if named is None and match.get("unit") == "Y":
        base, steps = base_day(match, scene, "Y"), steps_of(match)
        return base.year + steps if base and steps is not None else None
    return named


def read_day(match: Match, scene: Scene) -> Reading | None:
    """Read a day of a month, with or without its year: "Nov. 18", "the 18th of November 2005"."""
    value = day_value(match, scene)
    return ("DATE", value) if value else None


def day_value(match: Match, scene: Scene) -> str | None:
    """Return the value of a day of a month; None when there is no such day."""
    month, day = match.get("month"), match.get("number", "ordinal")
    if not isinstance(day, int):
        return None
    year = year_of(match, scene)
    if year is None and scene.published:
        year = year_of_day(scene.published, month, day, scene.direction)
    return month_day(year, month, day)


def year_of_day(published: date, month: int, day: int, direction: int) -> int | None:
    """Return the year of a day named without one; None when no year near publication has that day."""
    candidates = []
    for year in (published.year - 1, published.year, published.year + 1):
        value = month_day(year, month, day)
        if value:
            candidates.append((date.fromisoformat(value) - published).days)
    if not candidates:
        return None
    nearest = min(candidates, key=abs)
    if abs(nearest) > NEAR_DAYS and nearest * direction < 0:
        nearest = min((days for days in candidates if days * direction >= 0), key=abs, default=nearest)
    return (published + timedelta(days=nearest)).year


def read_day_range(match: Match, scene: Scene) -> Reading | None:
    """Read a range of days within a month as an ISO 8601 interval, its last day included."""
    days = match.all("number", "ordinal")
    first, last = (
        day_value(Match(tuple(w for w in match.words if w.kind not in ("number", "ordinal") or w.value == day)), scene)
        for day in days
    )
    return ("DATE", f"{first}/{last}") if first and last and first < last else None


def read_month(match: Match, scene: Scene) -> Reading | None:
    """Read a month: "August 1988", "last May", "mid-October"."""
    month, steps, year = match.get("month"), steps_of(match), year_of(match, scene)
    if year is None and scene.published:
        if steps is None or match.has("unit"):
            year = year_of_month(scene.published, month, scene.direction)
        else:
            base = shift(scene.published, steps, "M") or scene.published
            year = year_of_month(base, month, steps or scene.direction)
    return "DATE", f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"


def read_year(match: Match, scene: Scene) -> Reading | None:
    """Read a year, unless the words are a count or a number of something: "2,000 people", "resolution 1973"."""
    year = match.get("year", "number")
    if match.previous in ("resolution", "resolutions", "no", "number", "boeing", "room", "flight", "$", "#"):
        return None
    return "DATE", f"{int(year):04}"


def read_year_range(match: Match, scene: Scene) -> Reading | None:
    """Read "1990-91" or "1985 to 1987" as an interval of years, the last included."""
    first, last = match.all("year", "number")
    if isinstance(last, int) and last < 100:
        last += first // 100 * 100
    return ("DATE", f"{first}/{last}") if isinstance(last, int) and first < last < first + 100 else None


def read_decade(match: Match, scene: Scene) -> Reading | None:
    """Read a decade; one named by two figures needs its article: "the 80s", but not "in his 80s"."""
    named = next(word for word in match.words if word.kind == "decade")
    is_bare = named.text[0].isdigit() and len(named.text) < 5
    return ("DATE", named.value) if match.has("the") or not is_bare else None


def read_century(match: Match, scene: Scene) -> Reading | None:
    """Read "the 20th century"."""
    return ("DATE", f"{match.get('ordinal') - 1:02}") if match.get("unit") == "CE" else None


def read_quarter(match: Match, scene: Scene) -> Reading | None:
    """Read a quarter or half of a year, the last one begun unless the tense is future."""
    number = match.get("ordinal")
    letter, count, months = ("H", 2, 6) if match.has("half") else ("Q", 4, 3)
    if number is None or number > count or (letter == "Q" and "Q" not in match.all("unit")):
        return None
    year = year_of(Match(tuple(w for w in match.words if w.value != "Q")), scene)
    if year is None:
        if not scene.published:
            return "DATE", f"XXXX-{letter}{number}"
        current = (scene.published.month - 1) // months + 1
        year = scene.published.year
        is_ahead = scene.direction > 0 and not match.has("hyphen")
        year += (is_ahead and number < current) - (not is_ahead and number > current)
    return "DATE", f"{year:04}-{letter}{number}"


def read_season(match: Match, scene: Scene) -> Reading | None:
    """Read a season of a year: "last summer", "the winter of 1998"."""
    season, steps, year = match.get("season"), steps_of(match), year_of(match, scene)
    if year is None and scene.published:
        base = shift(scene.published, 3 * (steps or 0), "M") or scene.published
        year = year_of_month(base, SEASON_MONTHS[season] + (season != "WI"), (steps or 0) or min(scene.direction, 0))
        year = scene.published.year if steps == 0 else year
    return "DATE", f"{year:04}-{season}" if year else f"XXXX-{season}"


def read_unit(match: Match, scene: Scene) -> Reading | None:
    """Read "last week", "this year", "the following month", "the same day"."""
    unit, steps = match.get("unit"), steps_of(match)
    if unit not in UNANCHORED or steps is None:
        return None
    if unit == "D" and match.has("this"):
        return None
    return "DATE", away(base_day(match, scene, unit), steps, unit)


def read_whole_unit(match: Match, scene: Scene) -> Reading | None:
    """Read "the end of the month", "year end", "the full year" as the current one, "the year ended June 30" as a length."""
    unit = match.get("unit")
    if match.following in ("ended", "ending") and unit in ("Y", "Q", "M"):
        return "DURATION", f"P1{unit}"
    if unit not in ("Y", "M") and not match.has("edge", "earlier", "later"):
        return None
    return "DATE", away(scene.published, 0, unit) if unit in UNANCHORED else None


def read_latest(match: Match, scene: Scene) -> Reading | None:
    """Read "the latest quarter", "the quarter", "the latest period" as the quarter mentioned last."""
    if match.get("unit") not in (None, "Q"):
        return None
    if scene.quarter:
        return "DATE", unit_value(scene.quarter, "Q")
    return ("DATE", away(scene.published, -1, "Q")) if match.has("unit") else None


def read_year_period(match: Match, scene: Scene) -> Reading | None:
    """Read "the 1988 quarter" as that year's counterpart of the quarter mentioned last, "the 1988 period" as the year."""
    year = match.get("year")
    if match.get("unit") == "Q" and scene.quarter:
        return "DATE", unit_value(scene.quarter.replace(year=year), "Q")
    return ("DATE", f"{year}") if match.get("unit") in (None, "Q") else None


def read_weekend(match: Match, scene: Scene) -> Reading | None:
    """Read a weekend: the last one begun, unless the tense is future."""
    day, steps = scene.published, steps_of(match)
    if day and steps is None:
        steps = 0 if day.isoweekday() > 5 or scene.direction > 0 else -1
    return "DATE", f"{away(day, steps or 0, 'W')}-WE"


def weekday_value(match: Match, scene: Scene) -> str:
    """Return the value of a weekday: the last one unless the tense is future; "last" and "next" exclude today."""
    weekday, steps, base = match.get("weekday"), steps_of(match), base_day(match, scene, "D")
    if not base:
        return f"XXXX-WXX-{weekday}"
    if match.has("last", "next", "following", "previous", "past"):
        base += timedelta(days=steps or 0)
        return weekday_near(base, weekday, steps or 0).isoformat()
    return weekday_near(base, weekday, scene.direction).isoformat()


def read_weekday(match: Match, scene: Scene) -> Reading | None:
    """Read a weekday, with a day part as a TIME: "Thursday evening"."""
    return "DATE", weekday_value(match, scene)


def read_today(match: Match, scene: Scene) -> Reading | None:
    """Read "today", "yesterday", "the day before yesterday"."""
    steps = match.get("today") - match.has("before") + match.has("after")
    return "DATE", away(scene.published, steps, "D")


def read_written(match: Match, scene: Scene) -> Reading | None:
    """Read a date in figures: "2005-11-18", "18.11.2005", "11/18/2005" (month first where both orders are possible)."""
    if match.has("iso"):
        year, month, day = map(int, match.get("iso").split("-"))
    else:
        text = match.get("slashed")
        mark = next(character for character in text if not character.isdigit())
        first, second, year = map(int, text.split(mark))
        month, day = (second, first) if mark == "." or first > 12 else (first, second)
        if year < 100:
            year += 1900 if year >= 70 else 2000
    value = month_day(year, month, day) if 1 <= month <= 12 else None
    return ("DATE", value) if value else None


def read_holiday(match: Match, scene: Scene) -> Reading | None:
    """Read Christmas and its eve."""
    month, day = 12, 24 if match.has("eve") else 25
    year = year_of(match, scene)
    if year is None and scene.published:
        year = year_of_day(scene.published, month, day, scene.direction)
    value = month_day(year, month, day)
    return ("DATE", value) if value else None


DATE_RULES = (
    Rule("iso | slashed", read_written),
    Rule(f"(weekday comma? the?)? {MONTH_AND_DAY} {YEAR}?", read_day),
    Rule(f"month {DAY} {DASH} {DAY} (comma? year)?", read_day_range),
    Rule(f"the? {DAY} {DASH} the? {DAY} of? month (comma? year)?", read_day_range),
    Rule(f"{PART} month {YEAR}?", read_month),
    Rule(f"(the? (last | next | past) | this) month", read_month),
    Rule(f"{PART} year", read_year),
    Rule("the unit (year | number)", read_year),
    Rule("the? fiscal unit? year", read_year),
    Rule("year (hyphen | slash | to) (year | number)", read_year_range),
    Rule(f"{PART} decade", read_decade),
    Rule(f"{PART} ordinal hyphen? unit", read_century),
    Rule(f"{PART} fiscal? hyphen? ordinal hyphen? (fiscal? unit | half) ({YEAR} | of the? unit)?", read_quarter),
    Rule("the? ((last | next | this) unit s? | year s?) fiscal? ordinal hyphen? (unit | half)", read_quarter),
    Rule(f"((the? (last | next | past) | this | the? early) season | (in the? | the)? season {YEAR})", read_season),
    Rule("the season", read_season),
    Rule(f"{PART} {WHICH} fiscal? unit (or so)?", read_unit),
    Rule("the? edge of the unit | (earlier | later) in the unit | the? stretch unit | the fiscal unit", read_whole_unit),
    Rule("unit s? hyphen? edge | the unit", read_whole_unit),
    Rule("the? latest (unit | period) | the (unit | period)", read_latest, mentions=False),
    Rule("the? year (period | unit)", read_year_period, mentions=False),
    Rule(f"({WHICH} | the) weekend", read_weekend),
    Rule(f"((early | later | earlier) on?)? ({WHICH})? weekday", read_weekday),
    Rule("(early | later | earlier)? today", read_today),
    Rule("the unit (before | after) today", read_today),
    Rule(f"holiday (unit | eve)? {YEAR}?", read_holiday),
)
