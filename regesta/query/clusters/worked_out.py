"""What was worked out of the clusters of a revision, kept for the next page that asks for the same."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from regesta.store.filters import EVERY_EVENT, EventFilter

MOST_FILTERS = 64  # some megabytes each at 100,000 entries; those asked for least lately are let go

COLUMNS = "columns"  # what the columns of all clusters are kept as
Key = tuple[EventFilter, Hashable]


@dataclass
class WorkedOut:
    """Results by filter and by what they are: of all events for ever, of other filters while they are asked for.

    Attributes:
        of_all: Results for all events.
        of_some: Results for other filters, the filter asked for last at the end.
        renewed: How often a result was replaced by a newer one.
    """

    of_all: dict[Hashable, Any] = field(default_factory=dict)
    of_some: OrderedDict[EventFilter, dict[Hashable, Any]] = field(default_factory=OrderedDict)
    renewed: int = 0
    lock: Lock = field(default_factory=Lock, repr=False)

    def get(self, key: Key, compute: Callable[[], Any]) -> Any:
        """Return a result, computed when it is not kept; two threads may compute the same at once."""
        wanted, what = key
        results = self.results_of(wanted)
        if what not in results:
            results[what] = compute()
        return results[what]

    def renew(self, what: Hashable, found: Any) -> None:
        """Put a newer result for all events in place of what was kept."""
        self.of_all[what] = found
        self.renewed += 1

    def results_of(self, wanted: EventFilter) -> dict[Hashable, Any]:
        """Return the results kept for a filter."""
        if wanted == EVERY_EVENT:
            return self.of_all
        with self.lock:
            results = self.of_some.setdefault(wanted, {})
            self.of_some.move_to_end(wanted)
            while len(self.of_some) > MOST_FILTERS:
                self.of_some.popitem(last=False)
        return results
