"""Opens the register for a request, and keeps between requests what is dear to read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from regesta.query.clusters import Clusters
from regesta.query.register import Register, open_register
from regesta.query.utterances import Joined, Utterances, open_utterances
from regesta.serve.parties import Names, read_names
from regesta.store.store import Store, View


@dataclass
class Shelf:
    """A store with the clusters of its latest revision.

    Attributes:
        store: The store.
        clusters: The clusters read last; None before the first request.
        known_names: The names of parties read last; None before they are first needed.
        joined: Which statements are one utterance, as read last; None before it is first needed.
    """

    store: Store
    clusters: Clusters | None = None
    known_names: Names | None = None
    joined: Joined | None = None

    @contextmanager
    def register(self) -> Iterator[Register]:
        """Open the register as it is now.

        Two requests that find a new revision at once may both read it; either result may be kept.
        """
        with self.store.view() as view:
            register = open_register(view, self.clusters)
            self.clusters = register.clusters
            yield register

    def utterances(self, view: View) -> Utterances:
        """Return the utterances of a view."""
        utterances = open_utterances(view, self.joined)
        self.joined = utterances.joined
        return utterances

    def names(self, view: View) -> Names:
        """Return the names of the parties of a view."""
        if self.known_names is None or self.known_names.revision != view.revision:
            self.known_names = read_names(view)
        return self.known_names
