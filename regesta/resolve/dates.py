"""TIMEX3 values to the calendar days they denote."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import ClassVar

from regesta.model.annotation import DateInterval, DatePrecision, TimeExpression
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.resolve.lengths import edge_of, stretch

VALUE = re.compile(
    r"""(?P<century>\d\d)(?:(?P<decade>\d)(?:(?P<year>\d)(?:
      -(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>T.+)?)?
    | -W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?
    | -Q(?P<quarter>[1-4]) | -H(?P<half>[12]) | -(?P<season>SP|SU|FA|WI)
    )?)?)?""",
    re.VERBOSE,
)
PAST_UNIT = re.compile(r"(?:the )?past (week|month|year|decade)", re.IGNORECASE)  # it ends today, "last month" does not
UNIT_LETTERS = {"week": "W", "month": "M", "year": "Y", "decade": "DE"}
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
EARLIER, LATER, REST = 3, 4, 5
PARTS = {
    "early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2, "earlier": EARLIER,
    "later": LATER, "rest": REST, "remainder": REST,
}  # fmt: skip
PART = re.compile(
    r"(?:at |in )?(?:the )?(early|beginning|start|mid|middle|late|end|close|earlier|later|rest|remainder)\b",
    re.IGNORECASE,
)
NOW = "PRESENT_REF"
OPENED = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE)
OPENED_CHARS = len("between ") + 1
JOINT = re.compile(r"\s(?:and|to|until|till|through)\s(?:the\s)?", re.IGNORECASE)
COUNTED_WEEKS = re.compile(r"\bweeks?\s(?:earlier|later|before|after|afterwards)$", re.IGNORECASE)
WITHIN = re.compile(r"\b(within)\s$", re.IGNORECASE)
WITHIN_CHARS = len("within  ")  # a line may end behind it
COUNTED_FROM = frozenset({"of", "after", "from"})
WEEKEND = (6, 2)  # ISO weekday it starts on, days it lasts


@dataclass(frozen=True)
class Dates:
    """Fill the calendar interval of each time expression."""

    name: ClassVar[str] = "dates"
    requires: ClassVar[frozenset[str]] = frozenset({"times"})
    assigns: ClassVar[frozenset[str]] = frozenset({"times"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with its time expressions resolved."""
        for article in articles:
            yield replace(article, times=resolve_times(article))


def resolve_times(article: Article) -> tuple[TimeExpression, ...]:
    """Return the time expressions of an article with the days that their values, words and neighbours denote."""
    plain = [replace(time, interval=days_of(time, article)) for time in article.times]
    joints = [article.text[left.span.end : right.span.start] for left, right in pairwise(plain)]
    for index, (joint, behind) in enumerate(zip(joints, plain[1:], strict=True)):
        time = plain[index]
        if time.value == NOW and begins_range(article.text, time, joint) and article.source.day and behind.interval:
            plain[index] = replace(time, interval=days_from(article.source.day, 1, "day"))
        elif edge := edge_of(time.span.of(article.text), time.value, joint, behind.interval):
            plain[index] = replace(time, interval=edge)
    return tuple(counted_weeks(article.text, plain))


def counted_weeks(text: str, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Yield some times, weeks that are counted from a day told of as that day of the week: "two weeks later"."""
    told: date | None = None
    for time in times:
        days = time.interval
        if days and days.precision == "week" and told and COUNTED_WEEKS.search(time.span.of(text)):
            yield replace(time, interval=days_from(days.start + timedelta(days=told.weekday()), 1, "day"))
            continue
        if days and days.precision in {"day", "time"}:
            told = days.start
        yield time


def begins_range(text: str, time: TimeExpression, joint: str) -> bool:
    """Tell whether a range begins with a time expression: "between now and May", "from now to the end of the year"."""
    before = text[max(0, time.span.start - OPENED_CHARS) : time.span.start]
    return bool(OPENED.search(before) and JOINT.fullmatch(joint))


def days_of(time: TimeExpression, article: Article) -> DateInterval | None:
    """Return the days that a time expression denotes: by its value, its words and the day of publication.

    "Overnight" is the night before the day of publication.
    """
    words, day = time.span.of(article.text), article.source.day
    if time.timex == "SET":  # "the last day of each month"
        return None
    if past := PAST_UNIT.fullmatch(words):
        return stretch(f"P1{UNIT_LETTERS[past[1].lower()]}", words, day) or resolve_value(time.value)
    if words.lower().endswith(" to date") and day is not None and (begun := resolve_value(time.value)):
        return DateInterval(begun.start, day + timedelta(days=1), "range")
    if words.lower() == "overnight" and day is not None and time.value.startswith(day.isoformat()):
        return DateInterval(day - timedelta(days=1), day + timedelta(days=1), "range")
    if article.parse and day and is_term_ahead(article.text, article.parse, time):
        term = stretch(time.value, f"next {words}", day)
        return replace(term, start=day) if term else None
    return narrowed(resolve_value(time.value), words, day) or stretch(time.value, words, day)


def is_term_ahead(text: str, parse: Parse, time: TimeExpression) -> bool:
    """Tell whether a length is a term that runs from now on: "must leave **within 30 days**", not "of the vote"."""
    before = WITHIN.search(text, max(0, time.span.start - WITHIN_CHARS), time.span.start)
    behind = text[time.span.end :].split(maxsplit=1) if before else []
    if before is None or (behind and behind[0] in COUNTED_FROM):
        return False
    verbs = (at for at in parse.ancestors(parse.token_at(before.start(1))) if parse.pos[at] in ("VERB", "AUX"))
    verb = next(verbs, None)
    return verb is not None and any(parse.tags[aux] in ("MD", "TO") for aux in parse.governed(verb, "aux"))


def narrowed(interval: DateInterval | None, words: str, day: date | None) -> DateInterval | None:
    """Return the part of an interval that words like "early" and "the end of" name; TIMEX3 values leave it out.

    Of a month it is ten days, of a year four months, of a decade three or four years, of a week the days to Wednesday
    or from Friday. "Earlier this month" ends before the day of publication, "later this month" begins behind it, "the
    rest of the month" on it.

    Args:
        interval: What the value denotes.
        words: The time expression.
        day: Day of publication; None when unknown.
    """
    match = PART.match(words)
    if interval is None or match is None:
        return interval
    part = PARTS[match[1].lower()]
    if part in {EARLIER, LATER, REST}:
        if day is None or not interval.start <= day < interval.end:
            return interval
        begun = day if part == REST else day + timedelta(days=1)
        start, end = (interval.start, day) if part == EARLIER else (begun, interval.end)
        if start >= end:
            return interval
    elif bounds := part_of(interval, part):
        start, end = bounds
    else:
        return interval
    return DateInterval(start, end, "range")


def part_of(interval: DateInterval, part: int) -> tuple[date, date] | None:
    """Return the first (0), middle (1) or last (2) part of a week, month, season, year or decade; else None."""
    start, end = interval.start, interval.end
    if interval.precision == "week" and part != 1:
        edge = timedelta(days=3)
        return (start, start + edge) if part == 0 else (end - edge, end)
    if interval.precision == "month":
        return date(start.year, start.month, 10 * part + 1), (end if part == 2 else start.replace(day=10 * part + 11))
    if interval.precision == "season":
        years, month = divmod(start.month - 1 + part, 12)
        whole = months_from(start.year + years, month + 1, 1, "month")
        return whole.start, whole.end
    if interval.precision == "year":
        return start.replace(month=4 * part + 1), (end if part == 2 else start.replace(month=4 * part + 5))
    if interval.precision == "decade":
        first, behind = ((0, 4), (4, 7), (7, 10))[part]
        return start.replace(year=start.year + first), start.replace(year=start.year + behind)
    return None


def resolve_value(value: str) -> DateInterval | None:
    """Turn a TIMEX3 value into the calendar days it denotes.

    "1998-05" is the whole month, "199" the decade, "19" the years 1900 to 1999, "1998-WI" December 1998 to February
    1999. Two values joined by "/" are a range that includes the last.

    Args:
        value: A TIMEX3 value, as found by the stage "times".

    Returns:
        The days and the precision; None for durations, sets, vague references, values with unknown parts, and days
        that are in no calendar.

    Source:
        TimeML 1.2.1, TIMEX3; ISO 8601 for weeks and ranges.
    """
    first, _, last = value.partition("/")
    try:
        interval = resolve_one(first)
        if interval is None or not last:
            return interval
        until = resolve_one(last)
        return DateInterval(interval.start, until.end, "range") if until and until.end > interval.start else None
    except (ValueError, OverflowError):  # "2019-02-29", year 0, or a year past 9999
        return None


def resolve_one(value: str) -> DateInterval | None:
    """Return the interval of a value that is no range.

    Raises:
        ValueError: It has the form of a date but is in no calendar.
        OverflowError: It ends after the year 9999.
    """
    match = VALUE.fullmatch(value)
    if not match:
        return None
    century, decade, last_digit, month, day, time, week, weekday, quarter, half, season = match.groups()
    if decade is None:
        return months_from(int(century) * 100, 1, 1200, "century")
    if last_digit is None:
        return months_from(int(century + decade) * 10, 1, 120, "decade")
    year = int(century + decade + last_digit)
    if day:
        return days_from(date(year, int(month), int(day)), 1, "time" if time else "day")
    if week:
        return week_interval(year, int(week), weekday)
    if month:
        return months_from(year, int(month), 1, "month")
    if quarter:
        return months_from(year, 3 * int(quarter) - 2, 3, "quarter")
    if half:
        return months_from(year, 6 * int(half) - 5, 6, "range")
    if season:
        return months_from(year, SEASON_STARTS[season], 3, "season")
    return months_from(year, 1, 12, "year")


def week_interval(year: int, week: int, weekday: str | None) -> DateInterval:
    """Return an ISO week, its weekend ("WE") or one of its days ("1" is Monday)."""
    if weekday is None:
        return days_from(date.fromisocalendar(year, week, 1), 7, "week")
    if weekday == "WE":
        first, days = WEEKEND
        return days_from(date.fromisocalendar(year, week, first), days, "range")
    return days_from(date.fromisocalendar(year, week, int(weekday)), 1, "day")


def days_from(start: date, days: int, precision: DatePrecision) -> DateInterval:
    """Return the interval of some days from a day on."""
    return DateInterval(start, start + timedelta(days=days), precision)


def months_from(year: int, month: int, months: int, precision: DatePrecision) -> DateInterval:
    """Return the interval of some whole months from the first day of a month on."""
    years, last = divmod(month - 1 + months, 12)
    return DateInterval(date(year, month, 1), date(year + years, last + 1, 1), precision)
