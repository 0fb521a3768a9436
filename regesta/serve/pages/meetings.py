"""Meetings and visits: who met whom, where and about what; how often in each year; a calendar of one year."""

from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from regesta.export.jsonl import Json
from regesta.model.entry import Entry
from regesta.query.counts.meetings import MeetingYear, by_day, by_year
from regesta.query.counts.several import single_acts
from regesta.query.register import SORTS, Register, sort_of
from regesta.serve.address import Address, Listing, Pages
from regesta.serve.api import entry_json, pages_json
from regesta.serve.chart import Chart
from regesta.serve.listing import Asked, InApi, ListPage, routes
from regesta.serve.news import entry_news
from regesta.serve.rows import rows
from regesta.serve.shown import Shown
from regesta.serve.wanted import MEETINGS, wanted_of
from regesta.serve.years import Month, meetings_chart, months
from regesta.store.filters import EventFilter

OPTIONS = ("actor", "contains", "context", "dyad", "min_confidence", "mode", "on", "party", "place", "publisher")
LISTING = Listing("/meetings", "/meetings.json", (*OPTIONS, "recipient", "since", "status", "until"), SORTS[:3])


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The meetings that an address leads to.

    Attributes:
        pages: Total and neighbouring pages.
        entries: The meetings of this page.
        years: Meetings by year, whatever the dates in the address.
        year: The year of the calendar; None without a dated meeting.
        calendar: Its months.
    """

    pages: Pages
    entries: tuple[Entry, ...] = ()
    years: tuple[MeetingYear, ...] = ()
    year: int | None = None
    calendar: tuple[Month, ...] = ()


def read_filter(register: Register, address: Address) -> EventFilter:
    """Return the meetings that an address asks for.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    return replace(wanted_of(register, address), kinds=MEETINGS)


def find(register: Register, address: Address) -> Found:
    """Return what an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = read_filter(register, address)
    cut = replace(wanted, limit=address.limit, offset=address.offset)
    clusters = register.matching(wanted)
    undated, _ = single_acts(register, replace(wanted, since=None, until=None))
    single, _ = single_acts(register, wanted)
    years = [year.year for year in by_year(single)]
    return Found(
        pages=Pages(address, len(clusters)),
        entries=tuple(register.entries(cut, sort_of(address.sort))),
        years=tuple(by_year(undated)),
        year=years[-1] if years else None,
        calendar=tuple(months(years[-1], by_day(single, years[-1]))) if years else (),
    )


def chart_of(found: Found, address: Address) -> Chart | None:
    """Draw the meetings of each year; its bars narrow the page to the year."""
    who = address.value("dyad") or address.value("party") or address.value("actor") or "All parties"
    return meetings_chart(list(found.years), address.within, who)


def context(asked: Asked[Register], found: Found) -> dict[str, Any]:
    """Return what the template gets."""
    return {
        "rows": rows(found.entries),
        "chart": chart_of(found, asked.address),
        "total": asked.source.count(EventFilter(kinds=MEETINGS)),
        "planned": planned_url(asked.address),
    }


def planned_url(address: Address) -> str:
    """Return the address of what is planned as a calendar, to subscribe to."""
    wanted = {"format": "icalendar", "view": "meetings", **address.options, "status": "planned"}
    return "/api/export?" + urlencode(wanted, errors="replace")


def record(asked: Asked[Register], found: Found) -> Json:
    """Return the meetings as JSON, with their number in each year."""
    years = [asdict(year) for year in found.years]
    entries = [entry_json(entry, asked.host) for entry in found.entries]
    return {**pages_json(found.pages), "years": years, "entries": entries}


PAGE = ListPage[Register, Found](
    title="Meetings and visits",
    listing=LISTING,
    template="meetings",
    opened=Shown.register,
    find=find,
    nothing=lambda _, address: Found(pages=Pages(address, 0)),
    context=context,
    record=record,
    chart=lambda register, address: chart_of(find(register, address), address),
    items=lambda asked: entry_news(asked.source, read_filter(asked.source, asked.address), asked.host),
    of="entries",
    exported={"view": "meetings"},
    api=InApi("/api/entries", lambda register: register.view),
)
router = routes(PAGE)
