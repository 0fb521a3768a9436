"""Long lists read a few hundred at a time, so that memory stays flat."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.model.entry import StatementReport
from regesta.store.filters import EVERY_STATEMENT, StatementFilter
from regesta.store.view import View

SIZE = 500


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
