"""Rules for what happens again and again: "every week", "twice a month", "every Sunday at 3 p.m.", "quarterly"."""

import re

from regesta.annotate.timex.clock import AT
from regesta.annotate.timex.durations import duration
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene

REPEATABLE = "(unit | units | month | weekday | season | daypart | weekend)"
PER = "per (ordinal | alternate)? number?"
# Behind these an adverb ends: "they meet everyday in Geneva", but "everyday life".
AFTER_ADVERB = frozenset({"", ".", ",", ";", ":", ")", "in", "at", "on", "for", "to", "with", "and", "until", "since"})
DAY_OF_YEAR = re.compile(r"\d\d-\d\d")
ADVERBS_OR_ADJECTIVES = frozenset({"everyday", "nightly", "quarterly"})


def read_set(match: Match, scene: Scene) -> Reading | None:
    """Read a repetition: "every week", "each July", "every two years", "daily", "three times a month"."""
    if match.has("often"):
        if match.words[-1].text in ADVERBS_OR_ADJECTIVES and match.following not in AFTER_ADVERB:
            return None
        rate: str = match.get("often")
        return "SET", f"{rate[:1]}2{rate[2:]}" if match.has("bi") and rate.startswith("P1") else rate
    if match.has("month"):
        day = match.get("number", "ordinal") if match.has("of") or match.words[-1].kind != "month" else None
        return "SET", f"XXXX-{match.get('month'):02}" + (f"-{day:02}" if isinstance(day, int) else "")
    if match.has("weekday", "weekdays"):
        part = match.get("daypart", "dayparts")
        return "SET", f"XXXX-WXX-{match.get('weekday', 'weekdays')}" + (f"T{part}" if part else "")
    if match.has("season", "seasons"):
        return "SET", f"XXXX-{match.get('season', 'seasons')}"
    if match.has("daypart", "dayparts"):
        return "SET", f"XXXX-XX-XXT{match.get('daypart', 'dayparts')}"
    if match.has("weekend", "weekends"):
        count = match.get("number")
        return "SET", f"P{count}WE" if isinstance(count, int) and count > 1 else "XXXX-WXX-WE"
    count = match.get("ordinal") if match.has("times") else match.get("number", "ordinal")
    return "SET", duration(count or 1 + match.has("alternate"), match.get("unit", "units"))


def read_set_of_days(match: Match, scene: Scene) -> Reading | None:
    """Read "every Christmas" as its day, "every 15th" and "every 15th of the month" as that day of each month."""
    if match.has("holiday", "feast"):
        day: str = match.get("holiday", "feast")
        return "SET", f"XXXX-{day}" if DAY_OF_YEAR.fullmatch(day) else "P1Y"
    is_day = match.words[1].text[0].isdigit() and match.get("unit") in (None, "M")
    is_alone = match.has("unit") or match.following in AFTER_ADVERB
    return ("SET", f"XXXX-XX-{match.get('ordinal'):02}") if is_day and is_alone else None


def read_set_within(match: Match, scene: Scene) -> Reading | None:
    """Read "the first Monday of every month" and "the last day of each year" by the rate, "the 1st of every month"."""
    *_, unit = match.all("unit")
    day = None if match.has("weekday", "last") or len(match.all("unit")) > 1 else match.get("ordinal")
    return "SET", f"XXXX-XX-{day:02}" if day and unit == "M" else duration(1, unit)


def read_workdays(match: Match, scene: Scene) -> Reading | None:
    """Read "every weekday", "on weekdays"."""
    return "SET", "XXXX-WXX-WD"


def read_set_by_clock(match: Match, scene: Scene) -> Reading | None:
    """Read "every Sunday at 3 p.m." and "each day at noon" as that time of such days."""
    if match.get("unit") not in (None, "D") or match.get("often") not in (None, "P1D"):
        return None
    weekday = match.get("weekday", "weekdays", "workday", "workdays")
    return "SET", f"{f'XXXX-WXX-{weekday}' if weekday else 'XXXX-XX-XX'}T{match.get('clock')}"


REPETITION_RULES = (
    Rule(f"(once | number times)? {PER} {REPEATABLE}", read_set),
    Rule("per weekday daypart", read_set),
    Rule("per (ordinal of? month | month the? (ordinal | number))", read_set),
    Rule("per number weekends", read_set),
    Rule("the? weekday dayparts | the dayparts | often | weekdays | weekends | (once | number times) a unit", read_set),
    Rule("bi hyphen often", read_set),
    Rule(f"(per (unit | weekday | daypart) | weekdays | per workday | workdays | often) {AT} clock", read_set_by_clock),
    Rule("clock on? (weekdays | workdays | per (unit | weekday | workday | daypart))", read_set_by_clock),
    Rule("the? (ordinal | last) (weekday | unit)? of per unit", read_set_within),
    Rule("per (holiday s? unit? | feast) | per ordinal (of (the | per) unit)?", read_set_of_days),
    Rule("per workday | workdays", read_workdays),
)
