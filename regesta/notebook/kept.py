"""A store with the clusters of its latest revision, which are dear to read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from regesta.query.clusters.clusters import Clusters
from regesta.query.register import Register, open_register
from regesta.store.store import Store


@dataclass
class KeptRegister:
    """A store that is read again and again.

    Attributes:
        store: The store.
        clusters: The clusters read last; None before the first question.
    """

    store: Store
    clusters: Clusters | None = None

    @contextmanager
    def reading(self) -> Iterator[Register]:
        """Open the register as it is now."""
        with self.store.view() as view:
            register = open_register(view, self.clusters)
            self.clusters = register.clusters
            yield register
