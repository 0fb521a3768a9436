"""The statements: who said what, a list to search."""

from dataclasses import replace
from typing import Any

from regesta.export.jsonl import Json
from regesta.model.entry import Utterance
from regesta.query.filters import STATEMENT_OPTIONS, FilterReader
from regesta.query.instead import without_one
from regesta.query.speech.utterances import Utterances
from regesta.serve.address import Address, Listing, Pages, options_of
from regesta.serve.api import pages_json, utterance_json
from regesta.serve.chart import Chart
from regesta.serve.listing import Asked, InApi, Items, ListPage, no_items, routes
from regesta.serve.news import statement_news
from regesta.serve.shown import Shown
from regesta.serve.statement_chart import statement_chart
from regesta.store.filters import EVERY_STATEMENT, StatementFilter

LISTING = Listing("/statements", "/statements.json", options_of(STATEMENT_OPTIONS), ("newest", "oldest"))


def wanted_of(utterances: Utterances, address: Address) -> StatementFilter:
    """Return the statements that an address asks for.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    return FilterReader(utterances.view).statement_filter({**address.options, "order": address.sort})


def find(utterances: Utterances, address: Address) -> Items[Utterance]:
    """Return the statements that an address leads to, what several articles report of one utterance once.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = wanted_of(utterances, address)
    found = utterances.find(replace(wanted, limit=address.limit, offset=address.offset))
    return Items(Pages(address, utterances.count(wanted)), found)


def chart_of(utterances: Utterances, address: Address) -> Chart | None:
    """Draw the statements that an address leads to, over time; its bars narrow the page to a period.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = wanted_of(utterances, address)
    return statement_chart(utterances.view, wanted, address.within)


def context(asked: Asked[Utterances], found: Items[Utterance]) -> dict[str, Any]:
    """Return what the template gets."""
    view, reader = asked.source.view, FilterReader(asked.source.view)
    count = asked.source.count
    ways = () if found.pages.total else without_one(asked.address.options, lambda o: count(reader.statement_filter(o)))
    return {
        "instead": ways,
        "chart": chart_of(asked.source, asked.address) if found.items else None,
        "publishers": [(name, name) for name in sorted(view.publishers())],
        "total": view.count(EVERY_STATEMENT),
    }


def record(asked: Asked[Utterances], found: Items[Utterance]) -> Json:
    """Return the statements as JSON, each with the articles that report it."""
    return {**pages_json(found.pages), "statements": [utterance_json(said, asked.host) for said in found.items]}


PAGE = ListPage[Utterances, Items[Utterance]](
    title="Statements",
    listing=LISTING,
    template="statements",
    opened=Shown.opened_utterances,
    find=find,
    nothing=no_items,
    context=context,
    record=record,
    chart=chart_of,
    items=lambda asked: statement_news(asked.source.view, wanted_of(asked.source, asked.address), asked.host),
    of="statements",
    api=InApi("/api/statements", lambda utterances: utterances.view),
)
router = routes(PAGE)
