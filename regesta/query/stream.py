"""Long lists read a few hundred at a time, so that memory stays flat."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.model.entry import Report, StatementReport
from regesta.store.filters import EVERY_EVENT, EVERY_STATEMENT, EventFilter, StatementFilter
from regesta.store.store import View

SIZE = 500


def stream_reports(view: View, wanted: EventFilter = EVERY_EVENT, size: int = SIZE) -> Iterator[Report]:
    """Yield events of current versions with their articles, as `View.reports` lists them.

    Args:
        view: Where to read.
        wanted: Which events.
        size: How many are read at a time; ids of all of them are held.
    """
    ids = view.event_ids(wanted)
    for start in range(0, len(ids), size):
        chunk = ids[start : start + size]
        found = {report.event.id: report for report in view.reports(EventFilter(ids=tuple(chunk)))}
        yield from (found[event_id] for event_id in chunk)


def stream_statements(
    view: View, wanted: StatementFilter = EVERY_STATEMENT, size: int = SIZE
) -> Iterator[StatementReport]:
    """Yield statements with their articles, as `View.statements` lists them, `size` of them read at a time."""
    start, left = wanted.offset, wanted.limit
    while left is None or left > 0:
        count = size if left is None else min(size, left)
        found = view.statements(replace(wanted, offset=start, limit=count))
        yield from found
        if len(found) < count:
            return
        start, left = start + count, None if left is None else left - count
