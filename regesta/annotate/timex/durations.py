"""Rules for lengths of time and dates counted by them: "two-year", "3 hours and 20 minutes", "three days ago"."""

import re

from regesta.annotate.timex.grammar import CLAUSE_END, Match, Reading, Rule, Scene
from regesta.annotate.timex.values import UNANCHORED, away, shift, unit_value
from regesta.ontology.number_words import MAGNITUDES
from regesta.ontology.units import load_units

PARTED = frozenset({*MAGNITUDES, "of"})
HEDGE = "((no? more than) | (at least) | up to | approx)?"
COUNT = "(number (hyphen? and hyphen? a hyphen? half)? | year | a? few of?)"
UNIT = "(unit | units)"
WHICH = "the? (last | next | past | previous | latest | recent)"
# Before "a week", these make it a length; elsewhere it is a rate: "once a week", "$3 million a year".
LENGTH_WORDS = frozenset({
    "for", "in", "within", "over", "of", "than", "about", "half", "nearly", "almost", "after", "once", "by",
    "during", "least", "lasted", "last", "spent", "took", "take", "is", "was", "until", "only", "before",
    "under", "just", "roughly", "around", "exactly",
})  # fmt: skip
OWNING = frozenset({"'", "'s"})  # "in two weeks' time"
ADDED_UNITS = ("Y", "M", "W", "D", "TH", "TM", "TS")
QUARTERS = {"TH": (15, "TM"), "Y": (3, "M"), "CE": (25, "Y")}  # what a quarter of a unit is
SECONDS = {"TH": 3600, "TM": 60, "TS": 1}
HALF_A_DAY = 12 * 3600
HOURS_A_DAY = 24
HALF_A_CENTURY = 50
RATED_TAGS = ("NN", "CD", "RB", "$", ")")  # Penn tags of what a rate belongs to


def duration(count: float | str, unit: str) -> str:
    """Return the value of a duration; a count of "X" is unknown."""
    if unit == "FN":
        return "PXW" if isinstance(count, str) else duration(2 * count, "W")
    number = f"{count:g}" if isinstance(count, float) else str(count)
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


def is_year(word: str) -> bool:
    """Tell whether a word is a year in figures."""
    return len(word) == 4 and word.isdigit()


def count_of(match: Match) -> float | str:
    """Return how many units the words count: 1 for "a week", 0.5 for "half a year", "X" for "several weeks"."""
    count: float | str | None = match.get("number", "year", "few")
    if match.has("half"):
        whole = match.has("and") or match.words[-1].kind == "half"
        return (count if isinstance(count, int | float) else float(whole)) + 0.5
    if count is None:
        return "X" if match.has("units") else 1
    return count


def read_duration(match: Match, scene: Scene) -> Reading | None:
    """Read a length of time: "three days", "the past two weeks", "eight-year", "recent months"."""
    if match.following == "-" or (match.has("year") and match.has("to", "or")):  # "jailed in 1995 to 15 years"
        return None
    if match.get("unit", "units") == "Y" and (match.has("old") or match.following == "old"):
        return None  # a person's age dates nothing
    if (
        match.words[-1].text == "years"
        and len(match.words) <= 2
        and not match.has("number")
        and is_year(match.following)
    ):
        return None  # "the years 2014 and 2015"
    if match.following == "of" and (match.has("early") or match.previous in ("early", "small")):  # "hours of Tuesday"
        return None
    is_short = match.words[0].kind in ("unit", "units", "number")  # "two quarter finals", "a second-half goal"
    is_second = match.get("unit") == "TS" or (match.words[0].kind == "units" and match.get("units") == "TS")
    if is_short and (is_second or match.get("unit", "units") == "Q"):
        return None
    return "DURATION", duration(count_of(match), match.get("unit", "units"))


def read_added(match: Match, scene: Scene) -> Reading | None:
    """Read "three hours and 20 minutes" and "a year, two months" as one length, its units falling."""
    counts = [1 if word.kind == "a" else word.value for word in match.words if word.kind in {"number", "a"}]
    units = match.all("unit", "units")
    places = [ADDED_UNITS.index(unit) if unit in ADDED_UNITS else -1 for unit in units]
    if -1 in places or len(counts) != len(units) or places != sorted(set(places)):
        return None
    parts = [(f"{count:g}", unit) for count, unit in zip(counts, units, strict=True)]
    days = "".join(count + unit for count, unit in parts if len(unit) == 1)
    hours = "".join(count + unit[1:] for count, unit in parts if len(unit) > 1)
    return "DURATION", f"P{days}" + (f"T{hours}" if hours else "")


def read_part_of_hour(match: Match, scene: Scene) -> Reading | None:
    """Read "a quarter of an hour" and "three quarters of an hour" in minutes, "a quarter of a century" in years."""
    quarters, unit = match.get("number") or 1, match.words[-1].value
    is_part = match.get("unit", "units") == "Q" and unit in QUARTERS and quarters in range(1, 4)
    count, less = QUARTERS[unit] if is_part else (0, "")
    return ("DURATION", duration(count * quarters, less)) if is_part else None


def read_and_quarter(match: Match, scene: Scene) -> Reading | None:
    """Read "a year and a quarter" and "two hours and a quarter"."""
    count, is_quarter = match.get("number") or 1, match.words[-1].value == "Q"
    return ("DURATION", duration(count + 0.25, match.get("unit", "units"))) if is_quarter else None


def read_last_hour(match: Match, scene: Scene) -> Reading | None:
    """Read "the past hour" and "the last half hour" as lengths."""
    unit = match.get("unit")
    is_length = unit in SECONDS and match.following != "of"
    return ("DURATION", duration(0.5 if match.has("half") else 1, unit)) if is_length else None


def read_weekends(match: Match, scene: Scene) -> Reading | None:
    """Read "three weekends" as a length."""
    count = match.get("number")
    return ("DURATION", f"P{count}WE") if isinstance(count, int) else None


def read_whole(match: Match, scene: Scene) -> Reading | None:
    """Read "the whole day" and "the entire week" as lengths; months and years so called are those of the calendar."""
    unit, is_whole = match.get("unit"), match.words[-2].text in ("whole", "entire")
    return ("DURATION", duration(1, unit)) if is_whole and unit in ("D", "W", "TH") else None


def same_day(match: Match, scene: Scene) -> Reading | None:
    """Read "two hours ago" and "in 30 minutes" as some time of the day of publication; None of more than half a day.

    Which hour it was is not known: articles have a day.
    """
    count, unit = count_of(match), match.get("unit", "units")
    if scene.published is None or unit not in SECONDS or not isinstance(count, int | float):
        return None
    return ("TIME", f"{scene.published.isoformat()}TXX:XX") if count * SECONDS[unit] <= HALF_A_DAY else None


def read_ahead(match: Match, scene: Scene) -> Reading | None:
    """Read "in two weeks" in a clause about the future, "two weeks from now", "in two weeks' time" as so far ahead."""
    count, unit = count_of(match), match.get("unit", "units")
    is_now = scene.direction == 0 and unit in SECONDS and match.following in CLAUSE_END  # "the vote is in 5 minutes"
    is_told = scene.direction > 0 or match.following in OWNING or is_now
    is_ahead = match.has("from") or (match.previous == "in" and is_told)
    if is_ahead and not match.has("today") and (soon := same_day(match, scene)):
        return soon
    if not is_ahead or not isinstance(count, int) or unit not in UNANCHORED:
        return None
    base = shift(scene.published, match.get("today") or 0, "D") if scene.published else None
    moved = shift(base, count, unit) if base else None
    grain = "D" if match.has("today") else unit
    return "DATE", unit_value(moved, grain) if moved else UNANCHORED[grain]


def read_single(match: Match, scene: Scene) -> Reading | None:
    """Read "a week" as a length, or as a rate after an amount: "$3 million a year"."""
    unit = match.get("unit")
    if match.following == "-" or (unit == "Q" and match.following in PARTED):  # "a quarter of the voters"
        return None
    is_rate = match.previous_tag.startswith(RATED_TAGS) and match.following != "of" and len(match.words) == 2
    if (
        match.following in ("after", "before") and match.previous not in load_units().names
    ):  # "met a day after", no rate
        is_rate = False
    if match.previous in LENGTH_WORDS or not is_rate:
        return "DURATION", duration(count_of(match), unit)
    if unit in ("TS", "TM", "Q", "CE", "DE"):
        return None
    return "SET", duration(1, unit)


def read_lasting(match: Match, scene: Scene) -> Reading | None:
    """Read "a weeklong strike" and "a decade-long conflict"."""
    if match.has("lasting"):
        return "DURATION", match.get("lasting")
    return ("DURATION", duration(1, match.get("unit"))) if match.words[-1].text == "long" else None


def read_hours(match: Match, scene: Scene) -> Reading | None:
    """Read "a 48h ceasefire"; "at 18h" is a time of day."""
    return None if match.previous in ("at", "by") else ("DURATION", duration(match.get("hours"), "TH"))


def read_ago(match: Match, scene: Scene) -> Reading | None:
    """Read a date some units away: "three days ago" from publication, "two days later" from the last date mentioned."""
    count, unit = whole_units(count_of(match), match.get("unit", "units"))
    if match.has("ago") and (today := same_day(match, scene)):
        return today
    if isinstance(count, float) and unit == "Y" and scene.published:
        moved = shift(scene.published, round(12 * (count if match.has("later") else -count)), "M")
        return ("DATE", unit_value(moved, "M")) if moved and match.has("ago") else None
    if not isinstance(count, int) or unit not in UNANCHORED:
        return ("DATE", "PAST_REF") if match.has("ago") else None
    is_later = match.has("later", "after")
    base, grain = scene.published, unit
    mentioned = None if match.has("ago") else scene.last_mentioned(unit)
    if unit == "Y" and scene.quarter:
        base, grain = scene.quarter, "Q"
    elif match.has("later", "after") and not mentioned and scene.direction < 0:
        base = None  # "a week later", of the past, is counted from something else than the news
    elif mentioned:
        base, grain = mentioned[0], unit if mentioned[1] == "D" else mentioned[1]
    moved = shift(base, count if is_later else -count, unit) if base else None
    return "DATE", unit_value(moved, grain) if moved else UNANCHORED[grain]


def whole_units(count: float | str, unit: str) -> tuple[float | str, str]:
    """Return hours that make days, and half a century, in the units that dates are told by: "72 hours ago"."""
    if unit == "TH" and isinstance(count, int) and count and count % HOURS_A_DAY == 0:
        return count // HOURS_A_DAY, "D"
    return (HALF_A_CENTURY, "Y") if (count, unit) == (0.5, "CE") else (count, unit)


def read_part_ago(match: Match, scene: Scene) -> Reading | None:
    """Read "a quarter of a century ago"."""
    length = read_part_of_hour(match.without_kinds("ago"), scene)
    years = re.fullmatch(r"P(\d+)Y", length[1]) if length else None
    return ("DATE", away(scene.published, -int(years[1]), "Y")) if years else None


def read_before(match: Match, scene: Scene) -> Reading | None:
    """Read "three days before" and "a week after that", at the end of a clause, as so much earlier or later."""
    return read_ago(match, scene) if match.following in CLAUSE_END else None


def read_added_ago(match: Match, scene: Scene) -> Reading | None:
    """Read "two years, a month and 21 days ago" as a day."""
    day = scene.published
    counts = [1 if word.kind == "a" else word.value for word in match.words if word.kind in {"number", "a"}]
    for count, unit in zip(counts, match.all("unit", "units"), strict=False):
        if day is None or unit not in UNANCHORED or not isinstance(count, int):
            return None
        day = shift(day, count if match.has("later") else -count, unit)
    return ("DATE", day.isoformat()) if day else None


def read_ref(match: Match, scene: Scene) -> Reading | None:
    """Read words for the present, past and future as such."""
    if match.has("these", "present"):
        return "DATE", "PRESENT_REF"
    if match.previous == "as" or (match.words[-1].text == "soon" and scene.direction < 0):
        return None
    return "DATE", match.get("ref", "current")


def read_to_now(match: Match, scene: Scene) -> Reading | None:
    """Read "no talks to date" as the present."""
    return ("DATE", "PRESENT_REF") if match.following in CLAUSE_END else None


def read_past(match: Match, scene: Scene) -> Reading | None:
    """Read "the past" and "the near future"."""
    if match.has("past"):
        return ("DATE", "PAST_REF") if match.words[-1].tag == "NN" else None
    return "DATE", "FUTURE_REF"


DURATION_RULES = (
    Rule(f"(number | a | half a) {UNIT} (from (ref | today))?", read_ahead, mentions=False),
    Rule(f"(number | a) {UNIT} ((comma? and | comma) (number | a) | number) {UNIT}", read_added),
    Rule(f"number hyphen? to hyphen? number hyphen {UNIT} | a? half hyphen unit", read_duration),
    Rule("(a | number)? (unit | units) of a unit", read_part_of_hour),
    Rule("(number | a) (unit | units) and a unit", read_and_quarter),
    Rule("number weekends", read_weekends),
    Rule("the stretch unit", read_whole),
    Rule(f"{HEDGE} {COUNT} (stretch | more)? {UNIT} (period | and a? half)?", read_duration),
    Rule(f"{HEDGE} (number | year) {UNIT}? (to | or | hyphen) (number | year) {UNIT}", read_duration),
    Rule(f"{COUNT} hyphen {UNIT} (hyphen? old)? | a {COUNT} hyphen unit period", read_duration),
    Rule(f"({WHICH} | the | the? ordinal) stretch? {COUNT} stretch? {UNIT} (or so)?", read_duration),
    Rule(f"({WHICH} | the (early | ordinal)?) units", read_duration),
    Rule("the? number (last | next | past) units", read_duration),
    Rule("units", read_duration),
    Rule(f"{HEDGE} a stretch? unit (and a? half)?", read_single),
    Rule("hours", read_hours),
    Rule("lasting | unit hyphen stretch", read_lasting),
    Rule(f"{WHICH} half? unit", read_last_hour),
    Rule("all the? unit", read_single),
    Rule("half a unit", read_duration),
    Rule(f"{HEDGE} ({COUNT} | a)? half? {UNIT} (and a? half)? (ago | earlier | later)", read_ago, mentions=False),
    Rule("half a unit ago", read_ago, mentions=False),
    Rule("(a | number)? (unit | units) of a unit ago", read_part_ago, mentions=False),
    Rule(f"((number | a) {UNIT} (comma | and)*)+ (number | a) {UNIT} (ago | later)", read_added_ago, mentions=False),
    Rule(f"({COUNT} | a) {UNIT} (before | after | prior)", read_before, mentions=False),
    Rule(f"({COUNT} | a) {UNIT} (before | after) (that | this)", read_before, mentions=False),
    Rule("(the | a)? unit hyphen (ago | earlier) (unit | ordinal unit | period)?", read_ago, mentions=False),
    Rule("(right | more)? ref | current | these units", read_ref),
    Rule("at present", read_ref),
    Rule("to date", read_to_now),
    Rule("the past | the near? future", read_past),
)
