"""What relative words count from: "last", "next", "this", "the same", and the year beside a month."""

from datetime import date

from regesta.annotate.timex.grammar import Match, Scene

PART = "((the? edge of the?) | (the? (early | earlier | later) (hyphen | in | of)? the?))?"
WHICH = (
    "(this (next | past) | the? (last | next | past | previous | same) | the following | the? current | this | that)"
)
YEAR = "(comma? (of | in)? year | of the unit year | (of | comma)? (last | next | this | that | the same) fiscal? unit)"


def steps_of(match: Match) -> int | None:
    """Return -1 for "last", 1 for "next", 0 for "this"; None when no such word is there."""
    if match.has("last", "past", "previous"):
        return -1
    if match.has("next", "following"):
        return 1
    return 0 if match.has("this", "that", "same", "current") else None


def base_day(match: Match, scene: Scene, unit: str) -> date | None:
    """Return the day a relative expression counts from.

    It is the last date mentioned for "that", "the same", "the following" and "the next day", else publication.
    """
    refers = match.has("that", "same", "following", "previous") or (unit == "D" and match.has("next"))
    mentioned = scene.last_mentioned(unit) if refers else None
    return mentioned[0] if mentioned else scene.published


def year_of(match: Match, scene: Scene) -> int | None:
    """Return the year the words name or point to ("of last year"); None when they do neither."""
    named: int | None = match.get("year")
    if named is None and "Y" in match.all("unit"):
        base, steps = base_day(match, scene, "Y"), steps_of(match)
        return base.year + steps if base and steps is not None else None
    return named
