"""The register: its entries, filtered, sorted, counted."""

from dataclasses import dataclass, replace
from typing import Any

from regesta.export.jsonl import Json
from regesta.model.entry import Entry
from regesta.ontology.event_types import load_ontology
from regesta.query.filters import ENTRY_OPTIONS, FilterReader
from regesta.query.instead import without_one
from regesta.query.register import SORTS, Register, sort_of
from regesta.query.views import load_views
from regesta.serve.address import Address, Listing, Pages, options_of, plain_address
from regesta.serve.api import entry_json, pages_json
from regesta.serve.chart import Chart
from regesta.serve.course import course
from regesta.serve.facets import Facet, facets
from regesta.serve.listing import Asked, InApi, ListPage, routes
from regesta.serve.news import entry_news
from regesta.serve.rows import rows
from regesta.serve.shown import Shown
from regesta.serve.wanted import wanted_of
from regesta.serve.wording import mode_label
from regesta.store.filters import EVERY_EVENT, EventFilter

MOST_TOLD = EventFilter(min_support=2, limit=3)  # what the first page begins with
LISTING = Listing("/", "/entries.json", options_of(ENTRY_OPTIONS), SORTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an address of the register leads to.

    Attributes:
        pages: Total and neighbouring pages.
        entries: The entries of this page.
        facets: What could be chosen.
        chart: The course over time; None when there is none to show.
    """

    pages: Pages
    entries: tuple[Entry, ...] = ()
    facets: tuple[Facet, ...] = ()
    chart: Chart | None = None


def find(register: Register, address: Address) -> Found:
    """Return what an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = wanted_of(register, address)
    cut = replace(wanted, limit=address.limit, offset=address.offset)
    return Found(
        pages=Pages(address, register.count(wanted)),
        entries=tuple(register.entries(cut, sort_of(address.sort))),
        facets=facets(register, wanted, address),
        chart=chart_of(register, wanted, address),
    )


def chart_of(register: Register, wanted: EventFilter, address: Address) -> Chart | None:
    """Draw the course of what a filter lets through; its bars narrow the register to a period."""
    return course(register, wanted, address.within, title="Entries over time")


def nothing(register: Register, address: Address) -> Found:
    """Return the whole register's facets, for an address that cannot be read."""
    return Found(pages=Pages(address, 0), facets=facets(register, EVERY_EVENT, plain_address(LISTING)))


def context(asked: Asked[Register], found: Found) -> dict[str, Any]:
    """Return what the template gets."""
    views, register = load_views(), asked.source
    count, reader = register.count, FilterReader(register.view)
    ways = () if found.pages.total else without_one(asked.address.options, lambda o: count(reader.entry_filter(o)))
    is_front = asked.address == plain_address(LISTING)
    return {
        "rows": rows(found.entries),
        "front": list(register.entries(MOST_TOLD, "support")) if is_front else [],
        "instead": ways,
        "is_front": is_front,
        "views": {name.lower(): view for name, view in views.items()},
        "view_choices": [(name, view.title) for name, view in views.items()],
        "mode_choices": modes_of(asked.address.value("type")),
        "total": register.count(),
        "counts": register.view.counts(),
        "example_day": changed.date().isoformat() if (changed := register.view.last_change()) else "2026-11-26",
    }


def modes_of(event_type: str) -> list[tuple[str, str]]:
    """Return the modes of an event type as choices; of all types where none is chosen."""
    types = load_ontology().event_types
    chosen = [types[event_type.upper()]] if event_type.upper() in types else types.values()
    return [(mode, mode_label(mode, event_type)) for mode in sorted({mode for found in chosen for mode in found.modes})]


def record(asked: Asked[Register], found: Found) -> Json:
    """Return entries, counts of further choices, and the address of the next page as JSON."""
    choices = {
        facet.title.lower(): [{"value": c.label, "entries": c.entries} for c in (*facet.choices, *facet.further)]
        for facet in found.facets
    }
    entries = [entry_json(entry, asked.host) for entry in found.entries]
    return {**pages_json(found.pages), "facets": choices, "entries": entries}


PAGE = ListPage[Register, Found](
    title="The register",
    listing=LISTING,
    template="register",
    opened=Shown.register,
    find=find,
    nothing=nothing,
    context=context,
    record=record,
    chart=lambda register, address: chart_of(register, wanted_of(register, address), address),
    items=lambda asked: entry_news(asked.source, wanted_of(asked.source, asked.address), asked.host),
    of="entries",
    api=InApi("/api/entries", lambda register: register.view),
)
router = routes(PAGE)
