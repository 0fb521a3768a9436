"""Rules for longer stretches of the calendar: "mid-May", "last week", "the third quarter", "1990-91", "the 1990s"."""

from datetime import date

from regesta.annotate.timex.anchors import PART, WHICH, YEAR, base_day, steps_of, year_of
from regesta.annotate.timex.days import is_no_day
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene
from regesta.annotate.timex.values import SEASON_MONTHS, UNANCHORED, away, full_year, shift, unit_value, year_of_month

# "1973" after one of these is the number of something.
NUMBERED = frozenset({
    "resolution", "resolutions", "no", "number", "boeing", "room", "flight", "law", "order", "$", "#", "page",
})  # fmt: skip
COUNTING = frozenset({"some", "about", "nearly", "almost", "than", "least", "approximately", "roughly"})
NO_PLURALS = frozenset({"was", "is", "has", "does", "as", "this", "its", "his", "'s"})
# A year before 1900 must follow one of these.
BEFORE_YEAR = frozenset({
    "in", "since", "from", "until", "by", "of", "before", "after", "to", "between", "around",
})  # fmt: skip


BEFORE_END = frozenset({"at", "by", "from", "in", "of", "since", "to", "until"})
BEFORE_CHRIST = frozenset({"bc", "bce", "b"})
POSSESSIVES = frozenset({"his", "her", "their", "my", "our", "your", "its"})
SHORT_YEARS = range(32, 100)  # figures behind a month that are no day
ENDING = frozenset({"", ",", ".", ";", ":", ")", '"', "”", "and", "but", "in", "at", "when", "with"})


def read_month(match: Match, scene: Scene) -> Reading | None:
    """Read a month: "August 1988", "last May", "mid-October"."""
    month, steps, year = match.get("month"), steps_of(match), year_of(match, scene)
    if is_no_day(match, month):
        return None
    if year is None and scene.published:
        if steps:
            # What was last month is called so: "last February", said in March, is the one of the year before.
            is_last = match.has("last") and scene.published.month > 1
            base = shift(scene.published, steps - is_last, "M") or scene.published
            year = year_of_month(base, month, steps)
        else:
            year = year_of_month(scene.published, month, scene.direction)
    return "DATE", f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"


def read_month_of_short_year(match: Match, scene: Scene) -> Reading | None:
    """Read "August 99" and "April of 87"; figures of a day, or of what is counted, are no year."""
    year = match.get("number")
    if year not in SHORT_YEARS or not match.words[-1].text.isdigit() or match.following not in ENDING:
        return None
    return "DATE", f"{full_year(year):04}-{match.get('month'):02}"


def read_month_range(match: Match, scene: Scene) -> Reading | None:
    """Read "January-February 2017" as an interval of months, the last included."""
    first, last = match.all("month")
    year = year_of(match, scene)
    if year is None and scene.published:
        year = year_of_month(scene.published, last, scene.direction)
    if year is None:
        return None
    return "DATE", f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}"


def read_second_next(match: Match, scene: Scene) -> Reading | None:
    """Read "the week after next" and "the year before last"."""
    unit = match.get("unit")
    return ("DATE", away(scene.published, 2 if match.has("next") else -2, unit)) if unit in UNANCHORED else None


def read_beside(match: Match, scene: Scene) -> Reading | None:
    """Read "35 the year before", "the day after" as a neighbour of the last date mentioned."""
    unit = match.get("unit")
    mentioned = scene.last_mentioned(unit) if unit in UNANCHORED else None
    if match.following not in ENDING or mentioned is None:
        return None
    return "DATE", away(mentioned[0], 1 if match.has("after") else -1, unit)


def read_year(match: Match, scene: Scene) -> Reading | None:
    """Read a year, unless it numbers something ("resolution 1973") or counts something ("some 2000 troops")."""
    year = match.get("year", "number")
    if not isinstance(year, int) or year < 1000 or match.previous in NUMBERED or match.get("unit") not in (None, "Y"):
        return None
    may_count = year % 100 == 0 or match.previous in COUNTING
    if may_count and match.previous not in BEFORE_YEAR and is_counting(match):
        return None
    return "DATE", f"{year:04}"


def is_counting(match: Match) -> bool:
    """Tell whether the word after a number looks like the plural of what it counts."""
    return match.following.endswith(("s", "people", "men")) and match.following not in NO_PLURALS


def read_old_year(match: Match, scene: Scene) -> Reading | None:
    """Read "in 1867": a figure that a preposition makes a year."""
    year = match.get("number")
    is_year = match.words[0].text.isdigit() and year in range(1000, 1900) and match.previous in BEFORE_YEAR
    return ("DATE", f"{year}") if is_year and not is_counting(match) else None


def read_year_range(match: Match, scene: Scene) -> Reading | None:
    """Read "1990-91" or "1985 to 1987" as an interval of years, the last included, and "2016-11" as a month."""
    first, last = match.all("year", "number")
    if not isinstance(last, int):
        return None
    if last < 100:
        if 1 <= last <= 12 and last <= first % 100 and match.has("hyphen"):
            return "DATE", f"{first}-{last:02}"
        last += first // 100 * 100
    return ("DATE", f"{first}/{last}") if first < last < first + 100 else None


def read_decade(match: Match, scene: Scene) -> Reading | None:
    """Read a decade; one named by two figures needs its article: "the 80s", but not "in his 80s"."""
    named = next(word for word in match.words if word.kind == "decade")
    is_bare = named.text[0].isdigit() and len(named.text) < 5
    is_age = match.previous in POSSESSIVES and not match.has("the")
    return ("DATE", named.value) if match.has("the") or not (is_bare or is_age) else None


def read_spelled_decade(match: Match, scene: Scene) -> Reading | None:
    """Read "the nineteen seventies"."""
    named = next(word for word in match.words if word.kind == "decade")
    century = match.get("number")
    return ("DATE", f"{century}{named.value[-1]}") if named.text.isalpha() and century in range(15, 21) else None


def read_to_date(match: Match, scene: Scene) -> Reading | None:
    """Read "exports, year to date" as the year of publication."""
    unit = match.get("unit")
    return ("DATE", away(scene.published, 0, unit)) if unit in ("Y", "M", "Q") else None


def read_century(match: Match, scene: Scene) -> Reading | None:
    """Read "the 20th century"; one before Christ has no value."""
    is_ours = match.get("unit") == "CE" and match.following not in BEFORE_CHRIST
    return ("DATE", f"{match.get('ordinal') - 1:02}") if is_ours else None


def read_decade_of_century(match: Match, scene: Scene) -> Reading | None:
    """Read "the first decade of the 21st century" and "the last decade of the 20th century"."""
    *given, century = match.all("ordinal")
    number = given[0] if given else 10
    if match.all("unit") != ["DE", "CE"] or number > 10 or match.following in BEFORE_CHRIST:
        return None
    return "DATE", f"{century - 1:02}{number - 1}"


def read_end(match: Match, scene: Scene) -> Reading | None:
    """Read "by end 2020", "at end-May", "year-end 2020"."""
    if match.has("unit"):
        return read_year(match.without_kinds("unit"), scene) if match.get("unit") == "Y" else None
    is_end = match.words[0].text == "end" and match.previous in BEFORE_END
    reader = read_month if match.has("month") else read_year
    return reader(match.without_kinds("edge"), scene) if is_end else None


def read_quarter(match: Match, scene: Scene) -> Reading | None:
    """Read a quarter or half of a year: the last one begun, unless the tense is future."""
    letter, number = match.get("part_of_year") or ("H" if match.has("half") else "Q", match.get("ordinal"))
    count, months = (2, 6) if letter == "H" else (4, 3)
    is_of_year = {"Q", "Y"}.issuperset(match.all("unit"))
    if letter == "H" and not (is_of_year and match.following != "of"):  # "of the match", "of next week"
        return None
    is_named = match.has("part_of_year", "half") or "Q" in match.all("unit")
    if match.all("unit")[:1] == ["W"]:  # "the third week of the quarter"
        return None
    if number > count or not is_named:
        return None
    year = year_of(match, scene)
    if year is None:
        if not scene.published:
            return "DATE", f"XXXX-{letter}{number}"
        if "Y" in match.all("unit"):  # "the second half of the year"
            return "DATE", f"{scene.published.year:04}-{letter}{number}"
        current, year = (scene.published.month - 1) // months + 1, scene.published.year
        is_reported = match.previous == "for" and number == current - 1  # "will report a loss for the third quarter"
        is_ahead = scene.direction > 0 and not match.has("hyphen") and not is_reported
        year += (is_ahead and number < current) - (not is_ahead and number > current)
    return "DATE", f"{year:04}-{letter}{number}"


def read_quarters(match: Match, scene: Scene) -> Reading | None:
    """Read "the second and third quarters of 2020" as an interval, the last included."""
    first, last = match.all("ordinal")
    year = year_of(match, scene) or (scene.published.year if scene.published else None)
    is_range = match.all("unit", "units")[0] == "Q" and year is not None and first + 1 == last <= 4
    return ("DATE", f"{year:04}-Q{first}/{year:04}-Q{last}") if is_range else None


def read_season(match: Match, scene: Scene) -> Reading | None:
    """Read a season of a year: "last summer", "in summer"; its year is that of its first month."""
    is_untold = len(match.words) == 1 and not (match.previous == "in" and scene.direction)
    if is_untold or (match.words[-1].text == "fall" and match.following == "of"):
        return None
    season, steps, year = match.get("season"), steps_of(match), year_of(match, scene)
    if year is None and scene.published:
        if steps == 0 and season != "WI":
            year = scene.published.year
        else:
            base = shift(scene.published, 3 * (steps or 0), "M") or scene.published
            year = year_of_month(base, SEASON_MONTHS[season], steps or scene.direction or -1)
    return "DATE", f"{year:04}-{season}" if year else f"XXXX-{season}"


def read_unit(match: Match, scene: Scene) -> Reading | None:
    """Read "last week", "this year", "the following month", "the same day"."""
    unit, steps = match.get("unit"), steps_of(match)
    is_edge = match.has("the") and match.has("last") and match.following == "of"  # "the last year of the war"
    if unit not in UNANCHORED or steps is None or (unit == "D" and match.has("this")) or is_edge:
        return None
    if unit == "FN":  # no calendar cuts the year into fortnights
        return "DURATION", "P2W"
    latest, wide = next(iter(scene.mentioned), (date.max, "D")), "M" if scene.last_mentioned("D") else "MY"
    if unit == "D" and match.has("next", "following", "same") and latest[1] in wide:  # not "the first since 2019"
        return "DATE", unit_value(latest[0], latest[1])  # a day of the month told of: "in May ... the next day"
    return "DATE", away(base_day(match, scene, unit), steps, unit)


def read_whole_unit(match: Match, scene: Scene) -> Reading | None:
    """Read "the end of the month", "year end", "the full year"; "the year ended June 30" is a length."""
    unit = match.get("unit")
    if match.following == "-":
        return None
    if match.following in ("ended", "ending") and unit in ("Y", "Q", "M"):
        return "DURATION", f"P1{unit}"
    if unit not in ("Y", "M") and not match.has("edge", "early", "earlier", "later", "rest"):
        return None
    if unit == "D" and match.has("early"):
        return None  # "late in the day" is of the day told of
    return ("DATE", away(scene.published, 0, unit)) if unit in UNANCHORED else None


def read_latest(match: Match, scene: Scene) -> Reading | None:
    """Read "the latest quarter", "the quarter", "the latest period" as the quarter mentioned last."""
    if match.get("unit") not in (None, "Q"):
        return None
    if scene.quarter:
        return "DATE", unit_value(scene.quarter, "Q")
    return ("DATE", away(scene.published, -1, "Q")) if match.has("unit") else None


def read_year_period(match: Match, scene: Scene) -> Reading | None:
    """Read "the 1988 quarter" as that year's counterpart of the quarter mentioned last, "the 1988 period" as 1988."""
    year: int = match.get("year")
    if match.get("unit") == "Q" and scene.quarter:
        return "DATE", unit_value(date(year, scene.quarter.month, 1), "Q")
    return ("DATE", f"{year}") if match.get("unit") in (None, "Q") else None


def read_weekend(match: Match, scene: Scene) -> Reading | None:
    """Read a weekend: the last one begun, unless the tense is future."""
    day, steps = scene.published, steps_of(match)
    if any(word.text in ("coming", "upcoming") for word in match.words):  # the next one to begin
        steps = int(day.isoweekday() > 5) if day else 0
    if day and steps is None:
        steps = 0 if day.isoweekday() > 5 or scene.direction > 0 else -1
    return "DATE", f"{away(day, steps or 0, 'W')}-WE"


PERIOD_RULES = (
    Rule(f"{PART} month hyphen? {YEAR}?", read_month),
    Rule("(the? (last | next | past) | this) month", read_month),
    Rule(f"the? rest of month {YEAR}?", read_month),
    Rule("the? rest of year", read_year),
    Rule(f"the? ordinal and ordinal (unit | units) {YEAR}?", read_quarters),
    Rule("month (hyphen | to | and | slash) month comma? year", read_month_range),
    Rule("month hyphen month", read_month_range),
    Rule("year comma? month", read_month),
    Rule("month of? number", read_month_of_short_year),
    Rule("the unit (after next | before last)", read_second_next),
    Rule("the unit (before | after) (that | this)?", read_beside),
    Rule(f"{PART} year", read_year),
    Rule("the unit of? (year | number)", read_year),
    Rule("the? fiscal unit? year", read_year),
    Rule("the? fiscal unit? year (hyphen | slash | to) (year | number)", read_year_range),
    Rule(f"{PART} number", read_old_year),
    Rule("year (hyphen | slash | to) (year | number)", read_year_range),
    Rule(f"{PART} the? decade", read_decade),
    Rule(f"{PART} the number hyphen? decade", read_spelled_decade),
    Rule("the? unit to date", read_to_date),
    Rule(f"{PART} the? ordinal hyphen? unit", read_century),
    Rule("the (ordinal | last | final) unit (of | in) the ordinal unit", read_decade_of_century),
    Rule(f"edge hyphen? (year | month {YEAR}?) | unit hyphen edge year", read_end),
    Rule(f"{PART} the? fiscal? hyphen? ordinal hyphen? (fiscal? unit | half) ({YEAR} | of the? unit)?", read_quarter),
    Rule("the? ((last | next | this) unit s? | year s?) fiscal? ordinal hyphen? (unit | half)", read_quarter),
    Rule(f"(year hyphen?)? part_of_year ({YEAR} | hyphen? year)?", read_quarter),
    Rule(
        f"((the? (last | next | past) | this | the? early) season | (in the? | the)? early? season {YEAR})", read_season
    ),
    Rule("the? season", read_season),
    Rule(f"{PART} {WHICH} fiscal? unit (or so)?", read_unit),
    Rule("the? rest of (the | this | current) unit", read_whole_unit),
    Rule("the? edge of the? unit | (early | earlier | later) in the unit | unit s? hyphen? edge", read_whole_unit),
    Rule("the? stretch unit | the fiscal? unit", read_whole_unit),
    Rule("the? latest (unit | period) | the (unit | period)", read_latest, mentions=False),
    Rule("the? year (period | unit)", read_year_period, mentions=False),
    Rule(f"({WHICH} | the | on | all) weekend", read_weekend),
)
