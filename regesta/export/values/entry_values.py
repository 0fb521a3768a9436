"""What exports take from an entry: its best report, its days, its parties, its addresses."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from regesta.model.display import act_text, interval_text, parties_text
from regesta.model.entity import Place, PlacePrecision
from regesta.model.entry import Entry, Report
from regesta.model.event import Event, Role
from regesta.ontology.event_types import CameoCode, load_cameo, load_ontology
from regesta.resolve.states.states import load_states
from regesta.store.tolls import tolls_of

EPOCH = datetime(1970, 1, 1)
CITY_PRECISIONS: frozenset[PlacePrecision] = frozenset({"point", "city"})


def quote_of(entry: Entry) -> str:
    """Return the first words of evidence of the best report."""
    return entry.best_report.citations[0].quote


def first_day(event: Event) -> date | None:
    """Return the day an event began; None without a date."""
    return event.date.interval.start if event.date else None


def last_day(event: Event) -> date | None:
    """Return the last day of an event, included; None without a date."""
    return event.date.interval.end - timedelta(days=1) if event.date else None


def place_of(event: Event) -> Place | None:
    """Return where an event happened; None without a place."""
    return event.place.place if event.place else None


def dated_day(entry: Entry) -> date | None:
    """Return the day that formats which require one give: of the event, else of the best report's publication."""
    return first_day(entry.best) or entry.best_report.source.day


def published_times(entry: Entry) -> list[datetime]:
    """Return when the reports of an entry appeared, UTC, in order; midnight where only the day is known."""
    return sorted(at for report in entry.reports if (at := utc(report.source.published)))


def utc(published: date | datetime | None) -> datetime | None:
    """Return when something appeared, UTC; midnight where only the day is known, None when not even that."""
    if isinstance(published, datetime):
        return published.replace(tzinfo=None)
    return midnight(published) if published else None


def updated_of(entry: Entry) -> datetime:
    """Return when the last report of an entry appeared; where none is dated, the day of the event, else 1970-01-01."""
    times, day = published_times(entry), dated_day(entry)
    return times[-1] if times else midnight(day) if day else EPOCH


def midnight(day: date) -> datetime:
    """Return the beginning of a day."""
    return datetime(day.year, day.month, day.day)


def best_first(entry: Entry) -> list[Report]:
    """Return one report of each article of an entry, the best report first."""
    found: dict[str, Report] = {}
    for report in (entry.best_report, *entry.reports):
        found.setdefault(report.event.article_id, report)
    return list(found.values())


def urls_of(entry: Entry) -> list[str]:
    """Return the known addresses of the articles that report an entry, the best report's first."""
    return list(dict.fromkeys(report.source.url for report in best_first(entry) if report.source.url))


def articles_of(entry: Entry) -> list[str]:
    """Return the ids of the articles that report an entry, the best report's first."""
    return [report.event.article_id for report in best_first(entry)]


def sources_of(entry: Entry) -> list[str]:
    """Return the articles that report an entry as a reader cites them: publisher, title, day; else the id."""
    return [source_of(report) for report in best_first(entry)]


def source_of(report: Report) -> str:
    """Return publisher, title and day of publication of a report, those known; without any, the article's id."""
    source = report.source
    known = (source.publisher, report.title and f"\u201c{report.title}\u201d", source.day and source.day.isoformat())
    return ", ".join(part for part in known if part) or report.event.article_id


def name_of(role: Role) -> str:
    """Return a participant's resolved name, else the words of the text."""
    return role.called


def party_key(role: Role) -> str:
    """Return what tells one participant from another.

    It is the entity id; of those who are only described, the name in lower case with the state: "protesters (GEO)".
    """
    if role.actor is None or not role.actor.entity:
        state = f" ({role.actor.iso3})" if role.actor and role.actor.iso3 else ""
        return f"{name_of(role).lower()}{state}"
    return role.actor.entity


def iso3_of(role: Role) -> str | None:
    """Return the state of a participant, or "IGO" / "NGO"; None when unknown."""
    return role.actor.iso3 if role.actor else None


def sector_of(role: Role) -> str | None:
    """Return the sector of a participant; None when unknown."""
    return role.actor.sector if role.actor else None


def office_of(role: Role) -> str | None:
    """Return the office of a participant as written; None when the text names none."""
    return role.actor.office if role.actor else None


def entity_of(role: Role) -> str | None:
    """Return the stable id of a participant; None when only described."""
    return role.actor.entity if role.actor else None


def cameo_of(event: Event) -> CameoCode:
    """Return the CAMEO code of an event from the crosswalk, that of its type where the event's own is not in it."""
    codes = load_cameo()
    return codes.get(event.cameo) or codes[load_ontology().event_types[event.type].cameo]


def country_name(iso3: str | None) -> str | None:
    """Return the English name of a state; None for no state."""
    state = load_states().by_iso3.get(iso3 or "")
    return state.name if state else None


def headline(event: Event) -> str:
    """Return an event as one line: "Vladimir Putin (RUS) -> Belarus (BLR): CONSULT visit, Minsk, 2022-12-19"."""
    act = act_text(event)
    target = f" -> {parties_text(event.recipients)}" if event.recipients else ""
    place = f", {event.place.place.name}" if event.place else ""
    when = f", {interval_text(event.date.interval)}" if event.date else ""
    status = "" if event.status == "happened" else f" [{event.status}]"
    return f"{parties_text(event.actors) or '?'}{target}: {act}{place}{when}{status}"


def cited(report: Report) -> str:
    """Return where a report stands, for formats that ask for an address: its URL, else title, publisher and day."""
    source = report.source
    known: Iterable[object | None] = (report.title, source.publisher, source.day)
    return source.url or ", ".join(str(part) for part in known if part) or report.event.article_id


def numbers(entry: Entry, role: str) -> list[int]:
    """Return all numbers of people in a role that the articles of an entry give, ends of ranges too."""
    tolls = (toll for report in entry.reports for toll in tolls_of(report.event) if toll.role == role)
    return [number for toll in tolls for number in (toll.low, toll.high)]


def lowest(entry: Entry, role: str) -> int | None:
    """Return the lowest number of people in a role; None when no article gives one."""
    return min(numbers(entry, role), default=None)


def highest(entry: Entry, role: str) -> int | None:
    """Return the highest number of people in a role; None when no article gives one."""
    return max(numbers(entry, role), default=None)
