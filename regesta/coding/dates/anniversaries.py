"""Days of acts that are told by their anniversary: "the first anniversary on Friday of the **shelling**"."""

from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from regesta.coding.dates.reach import times_in
from regesta.coding.dates.undated import told
from regesta.coding.roles.roles import Scene
from regesta.model.annotation import DateInterval, Sentence, TimeExpression
from regesta.model.event import EventDate
from regesta.model.nearby import placed_times
from regesta.model.parse import Parse
from regesta.ontology.counting import load_counting

OF = frozenset({"of", "since"})
NEARLY_A_YEAR = timedelta(days=300)
MOST_STEPS = 6  # from an act up to its anniversary: "the anniversary of the start of the war"


class Anniversary(NamedTuple):
    """What an anniversary tells of the act it is of.

    Attributes:
        date: The day of the act; None where the anniversary is not counted or has no day.
    """

    date: EventDate | None


def anniversary_of(scene: Scene, trigger: int, sentence: Sentence) -> Anniversary | None:
    """Return what the sentence tells of the day of an act by its anniversary; None where it tells it in other words."""
    word = kept_of(scene, trigger)
    day = scene.article.source.day
    if word is None or day is None:
        return None
    times = [t for t in times_in(scene, sentence) if t.interval]
    if any(t.interval and t.interval.end < day - NEARLY_A_YEAR for t in times):
        return None  # "the second anniversary of the bombing on 6 April 2020"
    years, kept = years_of(scene.parse, word), day_kept(scene, word, times)
    if years is None or kept is None or kept.interval is None:
        return Anniversary(None)
    start = kept.interval.start
    try:
        then = start.replace(year=start.year - years)
    except ValueError:  # 29 February, or before the calendar
        return Anniversary(None)
    interval = DateInterval(then, then + timedelta(days=1), "day")
    return Anniversary(replace(told(scene, kept, interval), basis="inferred"))


def kept_of(scene: Scene, trigger: int) -> int | None:
    """Return the anniversary by which an act is told: "the **anniversary** of the start of the war"; else None."""
    parse = scene.parse
    at = trigger
    for _ in range(MOST_STEPS):
        above = parse.heads[at]
        if parse.lemmas[above] == "anniversary" and parse.deps[at] in ("poss", "compound"):
            return above
        if parse.deps[at] != "pobj" or parse.lemmas[above] not in OF:
            return None
        at = beside_time(scene, above)
        if parse.lemmas[at] == "anniversary":
            return at
    return None


def beside_time(scene: Scene, preposition: int) -> int:
    """Return the noun that a preposition follows, with a time between: "the **anniversary** on Friday of"."""
    parse = scene.parse
    near = placed_times(scene.article).touching(parse.span(preposition - 1))
    time = next((t for t in near if preposition - 1 in parse.tokens_in(t.span)), None)
    if time is None:
        return parse.heads[preposition]
    before = parse.tokens_in(time.span)[0] - 1
    if before > 0 and parse.pos[before] == "ADP":
        before -= 1
    return max(before, 0)


def years_of(parse: Parse, word: int) -> int | None:
    """Return which anniversary is meant: "the **tenth** anniversary", "the 20th"; None of one that is not counted."""
    for at in range(word - 1, max(-1, word - 3), -1):
        if years := load_counting().ordinal(parse.words[at]):
            return years
    return None


def day_kept(scene: Scene, word: int, times: list[TimeExpression]) -> TimeExpression | None:
    """Return the day on which an anniversary is: the one nearest to it in its sentence."""
    days = [t for t in times if t.interval and t.interval.precision in {"day", "time"}]
    return min(days, key=lambda t: abs(t.span.start - scene.parse.starts[word]), default=None)
