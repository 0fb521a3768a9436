"""How an entry is told, in words: by how many sources, over which days, and on what they differ."""

from collections.abc import Sequence
from datetime import date, timedelta

from regesta.model.entry import Entry
from regesta.ontology.event_types import act_name
from regesta.query.reports.variants import variants
from regesta.serve.wording import month_text, range_text

POINTS = {"type": "what was done", "actors": "who acted", "recipients": "to whom", "size": "taking part"}
"""What readers call the points on which reports differ; another is called by its own name."""


def point_text(point: str) -> str:
    """Return what readers call a point on which reports differ: "to whom" for the recipients."""
    return POINTS.get(point, point.replace("_", " "))


def value_text(point: str, value: str) -> str:
    """Return a value that some reports give: an act in words, "visit" for "CONSULT visit", days as pages write them."""
    if point == "date":
        return days_text(value)
    event_type, _, mode = value.partition(" ")
    return act_name(event_type, mode or None) if point == "type" else value


def days_text(value: str) -> str:
    """Return days as "3\u20134 Dec 2005", a whole month or year by its name.

    Args:
        value: "2005-12-03", or the first and the last day, "2005-12-03/2005-12-04".
    """
    first, _, end = value.partition("/")
    start, last = date.fromisoformat(first), date.fromisoformat(end or first)
    after = last + timedelta(days=1)
    if start.day == after.day == 1 and (start.year, start.month) == (last.year, last.month):
        return month_text(start)
    is_year = (start.month, start.day, after.month, after.day) == (1, 1, 1, 1) and start.year == last.year
    return str(start.year) if is_year else range_text(start, last)


def disputed(entry: Entry) -> str:
    """Return on which points the reports of an entry differ: "status, date and place"; "" when they agree."""
    return listed([point_text(point) for point in variants(entry)])


def reporting(entry: Entry) -> str:
    """Return on which days an entry was reported: "19 Dec 2022", "16\u201319 Dec 2022"; "" when none is known."""
    days = sorted(report.source.day for report in entry.reports if report.source.day)
    return range_text(days[0], days[-1]) if days else ""


def listed(words: Sequence[str]) -> str:
    """Return words as a sentence lists them: "status, date and place"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
