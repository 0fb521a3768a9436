"""The course of entries over time as a chart: bars by quad class, and how friendly the time was."""

from collections.abc import Callable
from datetime import date

from regesta.model.display import counted
from regesta.query.counts.timeline import Period, Step, timeline
from regesta.query.register import Register
from regesta.serve.chart import Axes, Chart, Column, Part, draw
from regesta.serve.wording import MINUS, QUADS, intensity_text
from regesta.store.filters import EventFilter

MAX_BARS = 48
MOST = 0.8  # share of the entries that must fit for months to be drawn
KEY = tuple((f"quad-{quad}", words) for quad, words in QUADS.items())


def course(
    register: Register, wanted: EventFilter, url: Callable[[str], str], *, title: str, intensity: bool = False
) -> Chart | None:
    """Draw the entries that a filter lets through; None when there are fewer than two periods to compare.

    Args:
        register: The register.
        wanted: The filter in force.
        url: Returns the address that narrows the page to a period ("2022-12").
        title: What the chart shows.
        intensity: Whether to draw the mean intensity as a line.
    """
    step, periods = choose_step(register, wanted)
    shown = from_first_entry(periods[-MAX_BARS:])
    if len(shown) < 2:
        return None
    earlier = sum(period.entries for period in periods) - sum(period.entries for period in shown)
    first = name_of(shown[0].start, step)
    axes = Axes(
        title=title,
        across=f"{step} in which they began",
        up="entries",
        line=f"mean intensity ({MINUS}10 to +10)" if intensity else None,
        key=KEY,
    )
    note = f"{counted(earlier, 'entry', 'entries')} before {first} not drawn." if earlier else ""
    return draw([column(period, step, url) for period in shown], axes, note)


def column(period: Period, step: Step, url: Callable[[str], str]) -> Column:
    """Return the bar of one period."""
    name = name_of(period.start, step)
    quads = [f"{count} {QUADS[quad]}" for quad, count in enumerate(period.by_quad, 1) if count]
    several = f" ({', '.join(quads)})" if quads else ""
    mean = f"; mean intensity {intensity_text(period.intensity)}" if period.intensity is not None else ""
    return Column(
        label=name,
        tip=f"{name}: {counted(period.entries, 'entry', 'entries')}{several}{mean}",
        url=url(name) if period.entries else "",
        parts=tuple(Part(name=f"quad-{quad}", count=count) for quad, count in enumerate(period.by_quad, 1)),
        value=period.intensity,
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


def name_of(start: date, step: Step) -> str:
    """Return a period as a filter writes it: "2022", "2022-12", "2022-12-19"."""
    return start.isoformat()[: {"year": 4, "month": 7}.get(step, 10)]
