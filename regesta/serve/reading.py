"""How much was read when, as a chart: silence of the register and silence of the press differ."""

from regesta.model.display import counted
from regesta.query.counts.coverage import Reading
from regesta.query.counts.timeline import Step, first_day, next_start, starts
from regesta.serve.chart import Axes, Chart, Column, Part, draw
from regesta.serve.course import MAX_BARS, name_of

STEPS: tuple[Step, ...] = ("day", "month", "year")


def reading_chart(reading: Reading) -> Chart | None:
    """Draw the articles of each day, month or year, whichever the bars can hold; None with fewer than two periods."""
    if reading.first is None or reading.latest is None:
        return None
    step, periods = STEPS[-1], []
    for step in STEPS:
        periods = list(starts(first_day(reading.first, step), reading.latest, step))
        if len(periods) <= MAX_BARS:
            break
    periods = periods[-MAX_BARS:]
    if len(periods) < 2:
        return None
    columns = []
    for start in periods:
        end = next_start(start, step)
        counts = [count for day, count in reading.by_day.items() if start <= day < end]
        name, days = name_of(start, step), (end - start).days
        read = "" if step == "day" else f" on {len(counts)} of {days} days"
        tip = f"{name}: {counted(sum(counts), 'article')}{read}"
        url = f"/articles?on={name}" if counts else ""
        columns.append(Column(label=name, tip=tip, url=url, parts=(Part(name="words", count=sum(counts)),)))
    axes = Axes(title="Articles read over time", across=f"{step} of publication", up="articles")
    return draw(columns, axes)
