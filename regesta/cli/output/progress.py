"""Progress of long work: a live line on a terminal, a plain line now and then elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from regesta.model.display import counted
from regesta.read.sources import AmountRead
from regesta.run.ingest import Progress
from regesta.run.report import RunReport

PLAIN_EVERY_S = 10.0
TELLS_AFTER_S = 2.0  # before, loading the models is most of the time


@contextmanager
def progress_to(stream: TextIO, *, quiet: bool, amount: AmountRead | None = None) -> Iterator[Progress]:
    """Give a callback that shows the running counts of a run on a stream.

    Args:
        stream: Usually standard error, so that pipes stay clean.
        quiet: Show nothing.
        amount: How much of the sources has been read, to tell how long it takes; None when nobody counts.
    """
    shown = 0.0

    def show(report: RunReport) -> None:
        nonlocal shown
        live = stream.isatty()
        if quiet or (not live and time.monotonic() - shown < PLAIN_EVERY_S):
            return
        shown = time.monotonic()
        line = (
            f"{report.read:,} read, {report.added:,} coded, {counted(report.events, 'event')}, "
            f"{counted(report.faults.total(), 'fault')}, "
            f"{report.per_second:.1f} articles/s{time_left(report.seconds, amount.share if amount else None)}"
        )
        stream.write(f"\r{line:<96}" if live else f"{line}\n")
        stream.flush()

    shown = time.monotonic()
    yield show
    if stream.isatty() and not quiet:
        stream.write("\n")


def time_left(seconds: float, share: float | None) -> str:
    """Return how long reading and coding still takes, in words, with a comma before; "" while nobody can tell.

    Args:
        seconds: How long it has taken.
        share: How much of the sources has been read, 0 to 1; None when unknown. Coding lags behind reading by a few
            batches, and what follows it, joining what was coded, is not in it.
    """
    if not share or seconds < TELLS_AFTER_S:
        return ""
    left = seconds / share - seconds
    if left < 1:
        return ", all read"
    hours, minutes = divmod(round(left / 60), 60)
    return f", {hours} h {minutes} min left" if hours else f", {minutes} min left" if minutes else ", < 1 min left"
