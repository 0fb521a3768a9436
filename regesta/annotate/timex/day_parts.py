"""The day of a part of a day that is told behind it: "the night of 3 May", "overnight from Friday to Saturday"."""

import re
from dataclasses import replace
from datetime import timedelta

from regesta.annotate.timex.values import mentioned_day
from regesta.annotate.timex.words import VALUED
from regesta.model.annotation import TimeExpression

PARTS = "|".join((*VALUED["daypart"], "overnight"))
BARE = re.compile(rf"(?:the\s)?(?:(?:early|late|mid)[\s-])?(?:{PARTS})", re.IGNORECASE)
JOINT = re.compile(r"\s(?:hours\s)?(?:of|on|from|between)\s(?:the\s)?", re.IGNORECASE)
NIGHT_JOINT = re.compile(r"\s(?:(into)\s)?", re.IGNORECASE)  # "overnight Saturday", "overnight into Saturday"
ONE_DAY = timedelta(days=1)


def of_day_behind(text: str, part: TimeExpression, day: TimeExpression) -> TimeExpression:
    """Return a part of a day that names no day itself with the one told behind it; as it is where none is.

    Of a range ("the night of 3 to 4 May") it is the first; "overnight into Saturday" is Friday's night.

    Args:
        text: The text.
        part: A time expression.
        day: The one after it.
    """
    words, between = part.span.of(text), text[part.span.end : day.span.start]
    told = mentioned_day(day.value.partition("/")[0])
    if part.timex != "TIME" or not BARE.fullmatch(words) or told is None or told[1] != "D":
        return part
    beside = NIGHT_JOINT.fullmatch(between) if words.lower() == "overnight" else None
    if not beside and not JOINT.fullmatch(between):
        return part
    first = told[0] - ONE_DAY if beside and beside[1] else told[0]
    return replace(part, value=f"{first.isoformat()}T{part.value.partition('T')[2]}")
