"""Rules for lengths of time, dates counted by them, and repetition: "two-year", "three days ago", "every week"."""

from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene
from regesta.annotate.timex.values import UNANCHORED, shift, unit_value
from regesta.ontology.number_words import MAGNITUDES

HEDGE = "((no? more than) | (at least) | up to | approx)?"
COUNT = "(number (hyphen? and hyphen? a hyphen? half)? | year | a? few of?)"
UNIT = "(unit | units)"
WHICH = "the? (last | next | past | previous | latest | recent)"
REPEATABLE = "(unit | units | month | weekday | season | daypart | weekend)"
# Before "a week", these make it a length; elsewhere it is a rate: "once a week", "$3 million a year".
LENGTH_WORDS = frozenset({
    "for", "in", "within", "over", "of", "than", "about", "half", "nearly", "almost", "after", "once", "by",
    "during", "least", "lasted", "last", "spent", "took", "take", "is", "was", "until", "only", "before",
    "under", "just", "roughly", "around", "exactly",
})  # fmt: skip
CLAUSE_END = frozenset({"", ".", ",", ";", ")", "?", "!"})
RATED_TAGS = ("NN", "CD", "RB", "$", ")")  # Penn tags of what a rate belongs to


def duration(count: float | str, unit: str) -> str:
    """Return the value of a duration; a count of "X" is unknown."""
    if unit == "FN":
        return "PXW" if isinstance(count, str) else duration(2 * count, "W")
    number = f"{count:g}" if isinstance(count, float) else str(count)
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


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
    if match.following == "of" and (match.has("early") or match.previous in ("early", "small")):  # "hours of Tuesday"
        return None
    if match.get("unit", "units") in ("Q", "TS") and match.words[0].kind in ("unit", "units", "number"):
        return None
    return "DURATION", duration(count_of(match), match.get("unit", "units"))


def read_ahead(match: Match, scene: Scene) -> Reading | None:
    """Read "in two weeks" in a clause about the future, and "two weeks from now", as the date that far ahead."""
    count, unit = count_of(match), match.get("unit", "units")
    is_ahead = match.has("from") or (match.previous == "in" and scene.direction > 0)
    if not is_ahead or not isinstance(count, int) or unit not in UNANCHORED:
        return None
    base = shift(scene.published, match.get("today") or 0, "D") if scene.published else None
    moved = shift(base, count, unit) if base else None
    grain = "D" if match.has("today") else unit
    return "DATE", unit_value(moved, grain) if moved else UNANCHORED[grain]


def read_single(match: Match, scene: Scene) -> Reading | None:
    """Read "a week" as a length, or as a rate after an amount: "$3 million a year"."""
    unit = match.get("unit")
    if match.following == "-" or (unit == "Q" and match.following in MAGNITUDES):  # "a quarter million"
        return None
    is_rate = match.previous_tag.startswith(RATED_TAGS) and match.following != "of" and len(match.words) == 2
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
    count, unit = count_of(match), match.get("unit", "units")
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


def read_before(match: Match, scene: Scene) -> Reading | None:
    """Read "three days before" and "a week after" at the end of a clause as "three days earlier", "a week later"."""
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


def read_set(match: Match, scene: Scene) -> Reading | None:
    """Read a repetition: "every week", "each July", "every two years", "daily"."""
    if match.has("often"):
        rate: str = match.get("often")
        return "SET", f"{rate[:1]}2{rate[2:]}" if match.has("bi") and rate.startswith("P1") else rate
    if match.has("month"):
        return "SET", f"XXXX-{match.get('month'):02}"
    if match.has("weekday", "weekdays"):
        part = f"T{match.get('dayparts')}" if match.has("dayparts") else ""
        return "SET", f"XXXX-WXX-{match.get('weekday', 'weekdays')}{part}"
    if match.has("season", "seasons"):
        return "SET", f"XXXX-{match.get('season', 'seasons')}"
    if match.has("daypart", "dayparts"):
        return "SET", f"XXXX-XX-XXT{match.get('daypart', 'dayparts')}"
    if match.has("weekend", "weekends"):
        return "SET", "XXXX-WXX-WE"
    count = match.get("number", "ordinal") or 1 + match.has("alternate")
    return "SET", duration(count, match.get("unit", "units"))


def read_ref(match: Match, scene: Scene) -> Reading | None:
    """Read words for the present, past and future as such."""
    if match.has("these", "present"):
        return "DATE", "PRESENT_REF"
    if match.previous == "as" or (match.words[-1].text == "soon" and scene.direction < 0):
        return None
    return "DATE", match.get("ref", "current")


def read_past(match: Match, scene: Scene) -> Reading | None:
    """Read "the past" and "the near future"."""
    if match.has("past"):
        return ("DATE", "PAST_REF") if match.words[-1].tag == "NN" else None
    return "DATE", "FUTURE_REF"


DURATION_RULES = (
    Rule(f"(number | a) {UNIT} (from (ref | today))?", read_ahead, mentions=False),
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
    Rule("all the? unit", read_single),
    Rule("half a unit", read_duration),
    Rule(f"{HEDGE} ({COUNT} | a)? half? {UNIT} (and a? half)? (ago | earlier | later)", read_ago, mentions=False),
    Rule(f"((number | a) {UNIT} (comma | and)*)+ (number | a) {UNIT} (ago | later)", read_added_ago, mentions=False),
    Rule(f"({COUNT} | a) {UNIT} (before | after)", read_before, mentions=False),
    Rule("(the | a)? unit hyphen (ago | earlier) (unit | ordinal unit | period)?", read_ago, mentions=False),
    Rule(f"(once | number times)? per (ordinal | alternate)? number? {REPEATABLE}", read_set),
    Rule("the? weekday dayparts | the dayparts | often | weekdays | weekends | once a unit", read_set),
    Rule("bi hyphen often", read_set),
    Rule("(right | more)? ref | current | these units", read_ref),
    Rule("at present", read_ref),
    Rule("the past | the near? future", read_past),
)
