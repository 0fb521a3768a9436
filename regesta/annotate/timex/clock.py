"""Rules for times of day: "8 a.m.", "noon Thursday", "this morning", "Thursday evening"."""

from regesta.annotate.timex.anchors import YEAR
from regesta.annotate.timex.days import MONTH_AND_DAY, day_value, read_written, weekday_value
from regesta.annotate.timex.grammar import Match, Reading, Rule, Scene
from regesta.annotate.timex.values import away

DAY = f"((last | next | this)? weekday | today | (weekday comma?)? {MONTH_AND_DAY} {YEAR}? | figures)"
AT = "(comma | at | on)*"
BEFORE_CLOCK = frozenset({"at", "by", "until", "from", "to", "before", "after", "since", "about", "around", "between"})
PART = "(early | later | earlier)?"


def day_of(match: Match, scene: Scene) -> str:
    """Return the value of the day a time of day belongs to: the one named, else the last one mentioned or today's."""
    if match.has("month"):
        return day_value(match, scene, match.get("number", "ordinal")) or away(scene.published, 0, "D")
    if match.has("figures"):
        written = read_written(match, scene)
        return written[1] if written else away(scene.published, 0, "D")
    if match.has("weekday"):
        return weekday_value(match, scene)
    if not match.has("today", "this", "tonight") and scene.mentioned and scene.mentioned[0][1] == "D":
        return scene.mentioned[0][0].isoformat()
    return away(scene.published, match.get("today") or 0, "D")


def read_clock(match: Match, scene: Scene) -> Reading | None:
    """Read a time by the clock; bare figures ("1:29") are one only after a preposition."""
    time = next(word.text for word in match.words if word.kind == "clock")
    if not match.has("weekday", "today", "month") and time[-1].isdigit() and match.previous not in BEFORE_CLOCK:
        return None
    return "TIME", f"{day_of(match, scene)}T{match.get('clock')}"


def read_part(match: Match, scene: Scene) -> Reading | None:
    """Read a part of a day: "Thursday evening", "this morning"; "last night" belongs to the day before."""
    part = match.get("daypart", "tonight")
    if match.has("last") and not match.has("weekday"):
        return "TIME", f"{away(scene.published, -1, 'D')}T{part}"
    return "TIME", f"{day_of(match, scene)}T{part}"


CLOCK_RULES = (
    Rule(f"approx? clock (open clock shut)? {AT} {DAY}", read_clock),
    Rule("approx? clock", read_clock, mentions=False),
    Rule(f"{DAY} {AT} clock", read_clock),
    Rule(f"{PART} {DAY} (early hyphen?)? daypart", read_part),
    Rule(f"{PART} (the? last | this) daypart | tonight", read_part),
    Rule(f"(early hyphen?) daypart {DAY}?", read_part),
)
