"""Publication days that stand in a file name, in an address or at the top of a text."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from regesta.model.article import Source
from regesta.read.published import DAY_FIRST, MONTH_FIRST, day_of

IN_NAME = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)([-_]?)(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)")
MONTH_NAME = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
# Days in the path of an address: "/2017/08/22/", "/2017/aug/22/", "2014-09-17-troops", "20140917".
IN_PATH = (
    IN_NAME,
    re.compile(
        rf"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{{1,2}}|{MONTH_NAME})/(?P<day>\d{{1,2}})(?=/|-|$)", re.IGNORECASE
    ),
)
LABEL = r"(?:first |last )?(?:published|posted|updated|date)(?: on)?"
ISO = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
WEEKDAY = r"(?:[A-Z][a-z]{2,8},? +)?"
CLOCK = r"(?:\d{1,2}:\d\d *(?:[ap]\.?m\.?)? *(?:[A-Z]{2,4})?,? *)?"
PUT_LINE = rf"(?:{LABEL}:? *)?{CLOCK}{WEEKDAY}"
PLACE = r"[A-Z][\w .’'/-]{1,40}(?:, [A-Z][\w.]{1,20})?(?:, ?| \([^)]{1,40}\),? )"
DATELINES = tuple(
    re.compile(pattern, flags)
    for form in (DAY_FIRST, MONTH_FIRST)
    for pattern, flags in (
        (rf"{PLACE}{form} *(?:\([^)]{{1,40}}\) *)?(?:[-–—:/.]|$)", 0),
        (rf"{PUT_LINE}{form}(?:[ ,|-]*(?:at )?\d{{1,2}}[:.]\d\d.{{0,20}})?$", re.IGNORECASE),
    )
)
# With a colon behind its label a day counts whatever follows: "Published: 17 September 2014 Troops entered".
LABELLED = tuple(
    re.compile(rf"{LABEL}: *{WEEKDAY}{form}(?!\d)", re.IGNORECASE) for form in (DAY_FIRST, MONTH_FIRST, ISO)
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


def dated_record(source: Source, text: str) -> Source:
    """Return a source that names no day with the one that its address holds, else with that of a dateline: a guess."""
    if source.published:
        return source
    day = day_in_address(source.url or "") or day_in_dateline(text)
    return replace(source, published=day, published_basis="inferred") if day else source


def day_in_address(url: str) -> date | None:
    """Return the day that the path of an address holds; None without one."""
    try:
        path = urlsplit(url).path
    except ValueError:  # "http://[half"
        return None
    return next((day for form in IN_PATH if (found := form.search(path)) and (day := day_of(found))), None)


def day_in_name(name: str) -> date | None:
    """Return the day that a file name holds ("2022-12-19-minsk.txt"); None without one."""
    found = IN_NAME.search(name)
    return day_of(found) if found else None


def day_in_dateline(text: str) -> date | None:
    """Return the day of a dateline with a year, of a line with nothing but a date, or of one so labelled, at the top.

    "MINSK, Dec 19 -" names no year and gives None.
    """
    for line in text[:2000].split("\n")[:DATELINE_LINES]:
        for dateline in (*DATELINES, *LABELLED):
            if (found := dateline.match(line.strip())) and (day := day_of(found)):
                return day
    return None
