"""Progress of long work: a live line on a terminal, a plain line now and then elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from regesta.model.display import counted
from regesta.run.ingest import Progress
from regesta.run.report import RunReport

PLAIN_EVERY_S = 10.0


@contextmanager
def progress_to(stream: TextIO, *, quiet: bool) -> Iterator[Progress]:
    """Give a callback that shows the running counts of a run on a stream.

    Args:
        stream: Usually standard error, so that pipes stay clean.
        quiet: Show nothing.
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
            f"{report.per_second:.1f} articles/s"
        )
        stream.write(f"\r{line:<78}" if live else f"{line}\n")
        stream.flush()

    shown = time.monotonic()
    yield show
    if stream.isatty() and not quiet:
        stream.write("\n")
