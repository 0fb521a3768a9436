"""How far a time reaches that dates an act: up to the news, from it on, or to the other side of it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice, takewhile

from regesta.coding.roles.roles import Scene
from regesta.model.annotation import DateInterval, Sentence, TimeExpression
from regesta.model.event import Status
from regesta.model.parse import Parse

LIMITS = frozenset({"by", "before"})
DEICTIC = re.compile(r"this (week|month|year)", re.IGNORECASE)
END = re.compile(r"(the )?end of ", re.IGNORECASE)
PLACED = re.compile(r"\d{4}|'\d\d|last|next|this|past|coming|ago|later|earlier|today|tomorrow|yesterday", re.IGNORECASE)
WEEKDAY = re.compile(r"\D*day\b\D*", re.IGNORECASE)
MOST_WORDS = 8  # between "since" and a time: "since the treaty signed by both in June 2004"
BETWEEN_POS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PART", "ADV"})
PAST_AUXILIARIES = frozenset({"was", "were", "had", "did", "would"})
SIDE_STORIES = frozenset({"acl", "relcl"})
WEEK = timedelta(days=7)
ONE_DAY = timedelta(days=1)


def reached(scene: Scene, trigger: int, status: Status, time: TimeExpression, days: DateInterval) -> DateInterval:
    """Return the days of a time that dates an act, as far as the status of the act and the news let them reach.

    Args:
        scene: The article.
        trigger: Token of the act.
        status: Status of the act, as its words tell it.
        time: The time expression.
        days: The days it denotes, those of a range where it is part of one.
    """
    day, head, words = scene.article.source.day, scene.parse.head_in(time.span), time.span.of(scene.article.text)
    if day is None:
        return days
    if (wide := widened(scene.parse, trigger, head, days, day)) != days:
        return wide
    if status == "happened":
        return before_news(scene.parse, trigger, words, days, day)
    if status != "planned":
        return days
    if days.end <= day and WEEKDAY.fullmatch(words) and not PLACED.search(words) and is_told_now(scene.parse, head):
        return DateInterval(days.start + WEEK, days.end + WEEK, days.precision)  # "is due in Oslo on **Friday**"
    return behind_news(scene.parse, head, words, days, day)


def before_news(parse: Parse, trigger: int, words: str, days: DateInterval, day: date) -> DateInterval:
    """Return the days of what has happened: "this year" ends with the news, "Friday" and "May" are the last such ones.

    Only a verb in the past turns a weekday or a month that lies ahead: what a noun names may lie ahead whatever the
    words around it say ("praised the summit on Friday").

    Args:
        parse: The article's parse.
        trigger: Token of the act.
        words: The time expression.
        days: The days it denotes.
        day: Day of publication.
    """
    if days.start > day and is_past_verb(parse, trigger):
        turned = moved_back(words, days)
        return turned if turned and turned.start <= day else days
    if DEICTIC.fullmatch(words) and days.start <= day < days.end:
        return DateInterval(days.start, day + ONE_DAY, "range")
    return days


def behind_news(parse: Parse, head: int, words: str, days: DateInterval, day: date) -> DateInterval:
    """Return the days of what is planned: "by the end of May" begins with the news.

    Args:
        parse: The article's parse.
        head: Token by which the time hangs.
        words: The time expression.
        days: The days it denotes.
        day: Day of publication.
    """
    is_limit = END.match(words) and parse.lemmas[parse.heads[head]] in LIMITS
    return DateInterval(day, days.end, "range") if is_limit and day < days.end else days


def is_told_now(parse: Parse, head: int) -> bool:
    """Tell whether the clause that a time stands in is in the present: "is due on Friday", not "was due on Friday"."""
    for at in parse.ancestors(head):
        if parse.pos[at] in ("VERB", "AUX"):
            auxiliaries = {parse.words[aux].lower() for aux in parse.governed(at, "aux", "auxpass")}
            if parse.tags[at] == "VBD" or auxiliaries & PAST_AUXILIARIES:
                return False
            if parse.tags[at] in ("VBZ", "VBP") or any(parse.tags[aux] == "MD" for aux in parse.governed(at, "aux")):
                return True
    return False


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


def times_in(scene: Scene, sentence: Sentence) -> list[TimeExpression]:
    """Return the time expressions of a sentence, in text order."""
    times, span = scene.article.times, sentence.span
    first = bisect_left(times, span.start, key=lambda time: time.span.start)
    return [*takewhile(lambda time: time.span.end <= span.end, islice(times, first, None))]


def last_told(parse: Parse, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the last of some times that a story goes on from, not one of a side story unless there is no other."""
    return next((time for time in reversed(times) if not is_of_side_story(parse, time)), times[-1] if times else None)


def is_of_side_story(parse: Parse, time: TimeExpression) -> bool:
    """Tell whether a time stands in what is told of somebody or something: "the envoy, who **was held in May**".

    The story goes on from what the sentence itself tells.
    """
    head = parse.head_in(time.span)
    return any(parse.deps[at] in SIDE_STORIES for at in (head, *parse.ancestors(head)))


def is_since(parse: Parse, trigger: int, head: int) -> bool:
    """Tell whether a time stands under "since", with no act of its own between, or in a clause that dates an act."""
    since = since_before(parse, head)
    return (since is not None and not since < trigger < head) or since_of(parse, head) == trigger


def since_before(parse: Parse, head: int) -> int | None:
    """Return the "since" that a time is told by: "since **2019**", "since the invasion in **2003**"; None if no such.

    By the words between and not by the parse, which hangs "in 2003" on whatever stands before.
    """
    for at in range(head - 1, max(-1, head - MOST_WORDS - 1), -1):
        if parse.lemmas[at] == "since":
            return at
        if parse.pos[at] not in BETWEEN_POS and parse.tags[at] != "VBN":
            return None
    return None


def is_measured_since(parse: Parse, trigger: int, head: int) -> bool:
    """Tell whether an act is only measured by another's time: "the worst attack since the **invasion in 2003**"."""
    since = since_before(parse, head)
    if since is None or not any(parse.pos[at] == "NOUN" for at in (*range(since + 1, head), parse.heads[head])):
        return False
    return is_since(parse, trigger, head) and not dated_by_since(parse, trigger, head)


def since_of(parse: Parse, head: int) -> int | None:
    """Return the word that "since" ties a time to: "**fought** since 2019", "**fought** since he left in May"."""
    since = since_before(parse, head)
    if since is not None:
        return parse.heads[since]
    clause = next((at for at in parse.ancestors(head) if parse.deps[at] == "advcl"), None)
    is_opened = clause is not None and any(parse.lemmas[mark] == "since" for mark in parse.governed(clause, "mark"))
    return parse.heads[clause] if clause is not None and is_opened else None


def dated_by_since(parse: Parse, trigger: int, head: int) -> bool:
    """Tell whether "since 2019" dates an act: one that has gone on since then, or one told of that day itself.

    "Have fought since 2019" and "since 1999, when they signed" do; "the first visit since 2019" does not.
    """
    if is_told_of(parse, trigger, head):
        return True
    perfect = any(parse.lemmas[aux] == "have" for aux in parse.governed(trigger, "aux"))
    return perfect and since_of(parse, head) == trigger


def is_told_of(parse: Parse, trigger: int, head: int) -> bool:
    """Tell whether an act is told of a day itself: "1999, when they signed", whatever the clause is hung on."""
    if head in parse.ancestors(trigger):
        return True
    end = parse.subtree(head)[-1] + 1
    while end < len(parse) and parse.pos[end] == "PUNCT":
        end += 1
    return any(when == end and parse.lemmas[when] == "when" for when in parse.governed(trigger, "advmod"))


def widened(parse: Parse, trigger: int, head: int, interval: DateInterval, day: date | None) -> DateInterval:
    """Return the days from "since 2019" to publication for what has gone on since; other expressions as they are."""
    if day is None or day < interval.start or not is_since(parse, trigger, head) or is_told_of(parse, trigger, head):
        return interval
    return DateInterval(interval.start, day + timedelta(days=1), "range")
