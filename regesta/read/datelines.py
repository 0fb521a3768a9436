"""Publication days that stand in a file name or at the top of a text."""

import re
from dataclasses import replace
from datetime import date

from regesta.model.article import Source
from regesta.read.published import DAY_FIRST, MONTH_FIRST, day_of

IN_NAME = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)([-_]?)(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)")
PUT_LINE = (
    r"(?:(?:first |last )?(?:published|posted|updated|date)(?: on)?:? *)?"
    r"(?:\d{1,2}:\d\d *(?:[ap]\.?m\.?)? *(?:[A-Z]{2,4})?,? *)?(?:[A-Z][a-z]{2,8},? +)?"
)
PLACE = r"[A-Z][\w .’'/-]{1,40}(?:, [A-Z][\w.]{1,20})?(?:, ?| \([^)]{1,40}\),? )"
DATELINES = tuple(
    re.compile(pattern, flags)
    for form in (DAY_FIRST, MONTH_FIRST)
    for pattern, flags in (
        (rf"{PLACE}{form} *(?:\([^)]{{1,40}}\) *)?(?:[-–—:/.]|$)", 0),
        (rf"{PUT_LINE}{form}(?:[ ,|-]*(?:at )?\d{{1,2}}[:.]\d\d.{{0,20}})?$", re.IGNORECASE),
    )
)
DATELINE_LINES = 6  # a dateline or a line with the date stands at the top


def dated(source: Source, stem: str, text: str) -> Source:
    """Return a source that names no day with the one that its file name gives, else with that of a dateline."""
    if source.published:
        return source
    if day := day_in_name(stem):
        return replace(source, published=day, published_basis="given")
    day = day_in_dateline(text)
    return replace(source, published=day, published_basis="inferred") if day else source


def day_in_name(name: str) -> date | None:
    """Return the day that a file name holds ("2022-12-19-minsk.txt"); None without one."""
    found = IN_NAME.search(name)
    return day_of(found) if found else None


def day_in_dateline(text: str) -> date | None:
    """Return the day of a dateline with a year, or of a line with nothing but a date, at the top of a text.

    "MINSK, Dec 19 -" names no year and gives None.
    """
    for line in text[:2000].split("\n")[:DATELINE_LINES]:
        for dateline in DATELINES:
            if (found := dateline.match(line.strip())) and (day := day_of(found)):
                return day
    return None
