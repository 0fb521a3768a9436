"""Opens the register for a request, and keeps between requests what is dear to read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from regesta.query.clusters import Clusters
from regesta.query.register import Register, open_register
from regesta.store.store import Store


@dataclass
class Shelf:
    """A store with the clusters of its latest revision.

    Attributes:
        store: The store.
        clusters: The clusters read last; None before the first request.
    """

    store: Store
    clusters: Clusters | None = None

    @contextmanager
    def register(self) -> Iterator[Register]:
        """Open the register as it is now.

        Two requests that find a new revision at once may both read it; either result may be kept.
        """
        with self.store.view() as view:
            register = open_register(view, self.clusters)
            self.clusters = register.clusters
            yield register
