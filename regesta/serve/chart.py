"""The course of the register as bars: plain geometry, which a template writes as SVG."""

from dataclasses import dataclass
from datetime import date

from regesta.query.register import Register
from regesta.query.timeline import Period, Step, timeline
from regesta.serve.address import Address
from regesta.serve.wording import plural
from regesta.store.filters import EventFilter

MAX_BARS = 48
MOST = 0.8  # share of the entries that must fit for months to be drawn
BAR_WIDTH = 10
HEIGHT = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The entries of one quad class in one period: a rectangle."""

    quad: int
    y: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One period.

    Attributes:
        x: Left edge.
        label: The period and its count.
        url: Address that narrows the register to the period.
        blocks: Quad classes from the bottom up.
    """

    x: int
    label: str
    url: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The course over time.

    Attributes:
        width: Width of the drawing.
        height: Its height.
        bars: Periods in order of time.
        first: Name of the first period.
        last: Name of the last.
        earlier: Entries before the first period, which are not drawn.
    """

    width: int
    height: int
    bars: tuple[Bar, ...]
    first: str
    last: str
    earlier: int


def draw(register: Register, wanted: EventFilter, address: Address) -> Chart | None:
    """Draw the entries that a filter lets through; None when there are fewer than two periods to compare.

    Args:
        register: The register.
        wanted: The filter in force.
        address: Its address.
    """
    step, periods = choose_step(register, wanted)
    shown = from_first_entry(periods[-MAX_BARS:])
    if len(shown) < 2:
        return None
    most = max(period.entries for period in shown)
    bars = [draw_bar(index, period, step, most, address) for index, period in enumerate(shown)]
    return Chart(
        width=BAR_WIDTH * len(shown),
        height=HEIGHT,
        bars=tuple(bars),
        first=name_of(shown[0].start, step),
        last=name_of(shown[-1].start, step),
        earlier=sum(period.entries for period in periods) - sum(period.entries for period in shown),
    )


def choose_step(register: Register, wanted: EventFilter) -> tuple[Step, list[Period]]:
    """Return a step and its periods: months where the bars can show most entries, days for a month or two, else years.

    News tells of old acts too; a few of them should not squeeze the rest into two bars.
    """
    months = timeline(register, wanted, "month")
    if len(months) <= 2:
        return "day", timeline(register, wanted, "day")
    if sum(m.entries for m in months[-MAX_BARS:]) >= MOST * sum(m.entries for m in months):
        return "month", months
    return "year", timeline(register, wanted, "year")


def from_first_entry(periods: list[Period]) -> list[Period]:
    """Return periods without the empty ones at the beginning."""
    first = next((index for index, period in enumerate(periods) if period.entries), len(periods))
    return periods[first:]


def draw_bar(index: int, period: Period, step: Step, most: int, address: Address) -> Bar:
    """Draw one period; `most` is the number of entries that fills the height."""
    blocks, top = [], float(HEIGHT)
    for quad, entries in enumerate(period.by_quad, 1):
        if entries:
            height = round(HEIGHT * entries / most, 2)
            top = round(top - height, 2)
            blocks.append(Block(quad=quad, y=top, height=height))
    name = name_of(period.start, step)
    return Bar(
        x=index * BAR_WIDTH,
        label=f"{name}: {plural(period.entries, 'entry', 'entries')}",
        url=address.url(on=name, since=None, until=None),
        blocks=tuple(blocks),
    )


def name_of(start: date, step: Step) -> str:
    """Return a period as a filter writes it: "2022", "2022-12", "2022-12-19"."""
    return start.isoformat()[: {"year": 4, "month": 7}.get(step, 10)]
