"""What somebody has said over time: utterances month by month, with how they were said."""

from dataclasses import dataclass, replace

from regesta.export.atom import FeedItem
from regesta.export.jsonl import Json
from regesta.export.records.utterances import period_counts
from regesta.model.display import counted
from regesta.query.counts.timeline import Step
from regesta.query.filters import STATEMENT_OPTIONS, FilterReader
from regesta.query.speech.said import SaidPeriod, said_over_time
from regesta.query.speech.utterances import Utterances
from regesta.serve.address import Address, Listing, Pages, options_of
from regesta.serve.api import pages_json, utterance_json
from regesta.serve.chart import Axes, Chart, Column, Part, draw
from regesta.serve.course import name_of
from regesta.serve.listing import Asked, ListPage, routes
from regesta.serve.news import statement_news
from regesta.serve.shown import Shown

LISTING = Listing("/said", "/said.json", options_of(STATEMENT_OPTIONS), ("newest", "oldest"))
MOST = 500  # utterances on the page, the newest; more are only counted
MAX_MONTHS = 36  # more bars cannot be told apart: then years
KEY = (("words", "says that it is so"), ("denied", "says that it is not so"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an address leads to.

    Attributes:
        pages: Total.
        step: Length of a period.
        periods: Those with utterances, in the order that the address asks for.
        chart: All periods as bars; None with fewer than two.
    """

    pages: Pages
    step: Step = "month"
    periods: tuple[SaidPeriod, ...] = ()
    chart: Chart | None = None


def find(utterances: Utterances, address: Address) -> Found:
    """Return what was said by period.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = FilterReader(utterances.view).statement_filter(address.options)
    newest = replace(wanted, order="newest", limit=MOST)
    step: Step = "month"
    periods = said_over_time(utterances, newest, step)
    if len(periods) > MAX_MONTHS:
        step = "year"
        periods = said_over_time(utterances, newest, step)
    found = [period for period in periods if period.utterances]
    ordered = found if address.sort == "oldest" else found[::-1]
    return Found(
        pages=Pages(address, utterances.count(wanted)),
        step=step,
        periods=tuple(ordered),
        chart=chart_of(address, periods, step),
    )


def chart_of(address: Address, periods: list[SaidPeriod], step: Step) -> Chart | None:
    """Draw what was said by period, and how much of it denies something; its bars narrow the page to a period."""
    if len(periods) < 2:
        return None
    columns = []
    for period in periods:
        name, count = name_of(period.start, step), len(period.utterances)
        parts = (Part(name="words", count=count - period.denied), Part(name="denied", count=period.denied))
        url = address.within(name) if count else ""
        tip = f"{name}: {counted(count, 'statement')}, {period.denied} not so"
        columns.append(Column(label=name, tip=tip, url=url, parts=parts))
    axes = Axes(title="What was said over time", across=f"{step} of publication", up="statements", key=KEY)
    return draw(columns, axes)


def record(asked: Asked[Utterances], found: Found) -> Json:
    """Return what was said over time as JSON: periods with counts by speech class, and their utterances."""
    periods = [
        {**period_counts(period), "utterances": [utterance_json(said, asked.host) for said in period.utterances]}
        for period in found.periods
    ]
    told = {name: value for name, value in pages_json(found.pages).items() if name in {"total", "filters", "sort"}}
    return {**told, "every": found.step, "periods": periods}


def items(asked: Asked[Utterances]) -> list[FeedItem]:
    """Return the statements published last as items of a feed."""
    wanted = FilterReader(asked.source.view).statement_filter(asked.address.options)
    return statement_news(asked.source.view, wanted, asked.host)


PAGE = ListPage[Utterances, Found](
    title="What was said over time",
    listing=LISTING,
    template="said",
    opened=Shown.opened_utterances,
    find=find,
    nothing=lambda _, address: Found(pages=Pages(address, 0)),
    context=lambda _asked, _found: {"most": MOST},
    record=record,
    chart=lambda utterances, address: find(utterances, address).chart,
    items=items,
    of="statements",
)
router = routes(PAGE)
