"""Which entries or statements an export writes, from filters as users write them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from regesta.export.exporter import Exporter
from regesta.query.filters import FilterReader
from regesta.query.known import choice
from regesta.query.register import Register, sort_of
from regesta.query.stream import stream_statements
from regesta.store.filters import Order


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked of the register; what it means depends on what a format writes.

    Attributes:
        reader: Reads the filters.
        register: Opens the register: called for entries only, since it reads all events in outline.
        options: Filters as written, of entries or of statements.
        sort: Order: one of entries, or "newest" or "oldest" for statements.
    """

    reader: FilterReader
    register: Callable[[], Register]
    options: Mapping[str, str]
    sort: str = "oldest"

    def items(self, exporter: Exporter[Any]) -> Iterable[Any]:
        """Return the items that a format writes, a few hundred read at a time.

        Raises:
            ConfigError: An unknown filter, value or order; the message names the nearest.
        """
        if exporter.of == "statements":
            order = choice("sort", self.sort, get_args(Order))
            wanted = self.reader.statement_filter({**self.options, "order": order})
            return stream_statements(self.reader.view, wanted)
        return self.register().each(self.reader.entry_filter(self.options), sort_of(self.sort))
