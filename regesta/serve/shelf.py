"""Opens the register for a request, and keeps between requests what is dear to read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from regesta.query.clusters import Clusters
from regesta.query.register import Register, open_register
from regesta.resolve.states import load_states
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


def state_code(value: str) -> str | None:
    """Return the ISO 3166-1 code of a state as users name it ("BLR", "belarus", "the Belarusian"); None for others."""
    states = load_states()
    if value.upper() in states.by_iso3:
        return value.upper()
    meaning = states.meaning(value) or states.meaning(value.title())
    return meaning.iso3 if meaning and meaning.sector == "GOV" else None
