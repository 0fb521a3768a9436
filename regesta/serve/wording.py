"""The words in which pages tell events, dates and amounts."""

import re
from datetime import date, datetime, timedelta

from regesta.model.annotation import Amount, DateInterval
from regesta.model.article import Source
from regesta.model.claim import Measure
from regesta.model.display import act_text, parties_text
from regesta.model.event import Event, EventDate
from regesta.ontology.actor_sectors import load_sectors
from regesta.ontology.event_types import act_name, load_ontology, mode_text

QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
BASES = {
    "expression": "the text names it",
    "published": "taken from the day of publication",
    "inferred": "inferred from the text around it",
    "corrected": "a person says so",
}
SECTOR_END = re.compile(r",|:| and ")
MINUS = "\N{MINUS SIGN}"
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def act_words(act: Event | Measure) -> str:
    """Return an act, or what a claim counts, in words: "visit"."""
    return act_name(act.type, act.mode)


def act_note(act: Event | Measure) -> str:
    """Return the code of an act with what its type takes in: "CONSULT visit: Meet, visit, host ..."."""
    known = load_ontology().event_types.get(act.type)
    return f"{act_text(act)}: {known.description}" if known else act_text(act)


def event_line(event: Event) -> str:
    """Return an event in one line: "Vladimir Putin (RUS) → Belarus (BLR): visit, Minsk"."""
    actors = parties_text(event.actors) or "unnamed"
    parties = f"{actors} → {parties_text(event.recipients)}" if event.recipients else actors
    return f"{parties}: {act_words(event)}" + (f", {event.place.place.name}" if event.place else "")


def day_text(day: date) -> str:
    """Return a day as "19 Dec 2022"."""
    return f"{day.day} {day:%b} {day.year}"


def month_text(day: date) -> str:
    """Return the month of a day as "December 2022"."""
    return f"{day:%B} {day.year}"


def interval_text(interval: DateInterval) -> str:
    """Return calendar days at the precision the text gives: "December 2022", "week of 12 Dec 2022"."""
    start, last = interval.start, interval.end - timedelta(days=1)
    match interval.precision:
        case "time" | "day":
            return day_text(start)
        case "week":
            return f"week of {day_text(start)}"
        case "month":
            return f"{start:%B} {start.year}"
        case "season" if start.month in SEASONS:
            return f"{SEASONS[start.month]} {start.year}"
        case "quarter":
            return f"{('first', 'second', 'third', 'fourth')[(start.month - 1) // 3]} quarter of {start.year}"
        case "year":
            return str(start.year)
        case "decade":
            return f"{start.year}s"
        case _:
            return range_text(start, last)


def range_text(start: date, last: date) -> str:
    """Return days from `start` to `last`, both included, saying month and year once where they are the same."""
    if start == last:
        return day_text(start)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{day_text(last)}"
    if start.year == last.year:
        return f"{start.day} {start:%b} – {day_text(last)}"
    return f"{day_text(start)} – {day_text(last)}"


def date_text(when: EventDate | None) -> str:
    """Return when an event happened; a day taken from publication is only approximate."""
    if when is None:
        return "undated"
    return f"about {interval_text(when.interval)}" if when.basis == "published" else interval_text(when.interval)


def basis_text(when: EventDate) -> str:
    """Return how a date is known."""
    return BASES[when.basis]


def amount_text(amount: Amount) -> str:
    """Return a quantity: "about 1,200–1,500 soldier", "2,000,000 EUR"."""
    number = f"{amount.value:,f}" + (f"–{amount.upper:,f}" if amount.upper is not None else "")
    unit = "%" if amount.unit == "percent" else f" {amount.unit}"
    return f"{'about ' if amount.approximate else ''}{number}{unit}"


def published_text(source: Source) -> str:
    """Return when an article appeared; "" when unknown."""
    return day_text(source.day) if source.day else ""


def moment_text(moment: datetime | None) -> str:
    """Return a UTC time to the minute."""
    return f"{day_text(moment.date())}, {moment:%H:%M} UTC" if moment else ""


def quad_text(quad: int) -> str:
    """Return a quad class in words."""
    return QUADS.get(quad, f"class {quad}")


def intensity_text(intensity: float, places: int = 1) -> str:
    """Return an intensity with its sign, and without one where it rounds to 0."""
    rounded = round(intensity, places)
    return f"{rounded:{'+' if rounded else ''}.{places}f}".replace("-", MINUS if rounded else "")


def mode_label(mode: str, event_type: str) -> str:
    """Return a mode in words: of a type where one is chosen, else as the types that have it share it."""
    return act_name(event_type.upper(), mode) if event_type else mode_text(mode)


def type_label(event_type: str) -> str:
    """Return an event type in words with its code, "meet or talk (CONSULT)"; what is none as it is written."""
    code = event_type.upper()
    return f"{act_name(code)} ({code})" if code in load_ontology().event_types else event_type


def sector_text(code: str) -> str:
    """Return a sector in few words, the first of its description: "Police"; the code itself when it is none."""
    description = load_sectors().descriptions.get(code)
    return SECTOR_END.split(description)[0] if description else code


def sentence(words: str) -> str:
    """Return words with a capital at the beginning and a point or question mark at the end."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!")) else ".")
