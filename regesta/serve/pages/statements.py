"""The statements: who said what, a list to search."""

from dataclasses import replace
from typing import Any

from regesta.export.jsonl import Json
from regesta.model.entry import StatementReport
from regesta.query.filters import STATEMENT_OPTIONS, FilterReader
from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, Pages, options_of
from regesta.serve.api import pages_json, statement_report_json
from regesta.serve.chart import Chart
from regesta.serve.listing import Asked, ListPage, routes
from regesta.serve.news import statement_news
from regesta.serve.said import said_over_time
from regesta.serve.shelf import Shelf
from regesta.store.filters import EVERY_STATEMENT, StatementFilter
from regesta.store.store import View

Found = tuple[Pages, list[StatementReport]]


LISTING = Listing("/statements", "/statements.json", options_of(STATEMENT_OPTIONS), ("newest", "oldest"))


def wanted_of(view: View, address: Address) -> StatementFilter:
    """Return the statements that an address asks for.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    return FilterReader(view, state_code).statement_filter({**address.options, "order": address.sort})


def find(view: View, address: Address) -> Found:
    """Return the statements that an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = wanted_of(view, address)
    reports = view.statements(replace(wanted, limit=address.limit, offset=address.offset))
    return Pages(address, view.count(wanted)), reports


def chart_of(view: View, address: Address) -> Chart | None:
    """Draw the statements that an address leads to, over time; its bars narrow the page to a period.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    return said_over_time(view, wanted_of(view, address), lambda on: address.url(on=on, since=None, until=None))


def context(asked: Asked[View], found: Found) -> dict[str, Any]:
    """Return what the template gets."""
    return {
        "pages": found[0],
        "items": found[1],
        "chart": chart_of(asked.source, asked.address) if found[1] else None,
        "publishers": [(name, name) for name in sorted(asked.source.publishers())],
        "total": asked.source.count(EVERY_STATEMENT),
    }


def record(asked: Asked[View], found: Found) -> Json:
    """Return the statements as JSON, each with its article."""
    return {**pages_json(found[0]), "statements": [statement_report_json(report, asked.host) for report in found[1]]}


PAGE = ListPage[View, Found](
    title="Statements",
    listing=LISTING,
    template="statements",
    opened=Shelf.view,
    find=find,
    nothing=lambda _, address: (Pages(address, 0), []),
    context=context,
    record=record,
    chart=chart_of,
    items=lambda asked: statement_news(asked.source, wanted_of(asked.source, asked.address), asked.host),
    of="statements",
)
router = routes(PAGE)
