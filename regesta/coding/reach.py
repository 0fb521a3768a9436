"""How far a time reaches that dates an act: up to the news, from it on, or to the other side of it."""

import re
from datetime import date, timedelta

from regesta.model.annotation import DateInterval
from regesta.model.event import Status
from regesta.model.parse import Parse

LIMITS = frozenset({"by", "before"})
DEICTIC = re.compile(r"this (week|month|year)", re.IGNORECASE)
END = re.compile(r"(the )?end of ", re.IGNORECASE)
PLACED = re.compile(r"\d{4}|'\d\d|last|next|this|past|coming|ago|later|earlier|today|tomorrow|yesterday", re.IGNORECASE)
WEEKDAY = re.compile(r"\D*day\b\D*", re.IGNORECASE)
WEEK = timedelta(days=7)
ONE_DAY = timedelta(days=1)


def fitted(
    parse: Parse, trigger: int, head: int, words: str, days: DateInterval, status: Status, day: date | None
) -> DateInterval:
    """Return the days of a time that dates an act, as narrow as the status of the act and the news make them.

    What has happened "this year" did so before the news. What is to happen "by the end of May" does so after the news.
    A weekday or a month without a year that lies ahead of the news is, with a verb in the past, the last such one.

    Args:
        parse: The article's parse.
        trigger: Token of the act.
        head: Token by which the time hangs.
        words: The time expression.
        days: The days it denotes.
        status: Status of the act.
        day: Day of publication; None when unknown.
    """
    if day is None:
        return days
    if status == "happened" and days.start > day and is_past_verb(parse, trigger):
        turned = moved_back(words, days)
        return turned if turned and turned.start <= day else days
    if status == "happened" and DEICTIC.fullmatch(words) and days.start <= day < days.end:
        return DateInterval(days.start, day + ONE_DAY, "range")
    if status == "planned" and END.match(words) and parse.lemmas[parse.heads[head]] in LIMITS and day < days.end:
        return DateInterval(day, days.end, "range")
    return days


def is_past_verb(parse: Parse, token: int) -> bool:
    """Tell whether a word is a verb in the past: "met", "was arrested"; not "meeting", "to meet", "has met"."""
    if parse.tags[token] == "VBD":
        return True
    auxiliaries = {parse.words[aux].lower() for aux in parse.governed(token, "aux", "auxpass")}
    return parse.tags[token] in ("VBN", "VBG") and bool(auxiliaries & {"was", "were"})


def moved_back(words: str, days: DateInterval) -> DateInterval | None:
    """Return the days of the last such weekday or month; None of a time that names its year or its place in time."""
    if PLACED.search(words):
        return None
    if WEEKDAY.fullmatch(words):
        return DateInterval(days.start - WEEK, days.end - WEEK, days.precision)
    try:
        start, end = (d.replace(year=d.year - 1) for d in (days.start, days.end))
    except ValueError:
        return None
    return DateInterval(start, end, days.precision)
