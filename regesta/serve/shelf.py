"""Opens the register for a request, and keeps between requests what is dear to read.

What a register of a few thousand entries needs is read while the reader waits. That of a large one takes seconds, so
after a change it is read beside: until that is done, pages show the register as it was before.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from threading import Lock
from time import thread_time

from regesta.query.clusters import Clusters, read_clusters
from regesta.query.register import Register
from regesta.query.utterances import Joined, Utterances, open_utterances
from regesta.serve.beside import Beside, Warmth
from regesta.serve.parties import Names, read_names
from regesta.store.store import Store, View

PATIENCE_S = 0.05  # processor time: a register that was read as fast, some 4,000 events, is read at once


@dataclass
class Shelf:
    """A store with the clusters of its latest revision, or of the one before while that is read.

    Attributes:
        store: The store.
        warmth: What is worked out of a large register before anybody asks.
        clusters: The clusters read last; None before the first request.
        took_s: Processor time that reading them took.
        known_names: The names of parties read last; None before they are first needed.
        joined: Which statements are one utterance, as read last; None before it is first needed.
    """

    store: Store
    warmth: Warmth = field(default_factory=Warmth)
    clusters: Clusters | None = None
    took_s: float = 0.0
    known_names: Names | None = None
    joined: Joined | None = None
    _reading: Lock = field(default_factory=Lock, repr=False)
    _beside: Beside | None = field(default=None, repr=False)

    @contextmanager
    def register(self) -> Iterator[Register]:
        """Open the register as it is now, or for a moment as it was before a change; see `Register.is_behind`."""
        with self.store.view() as view:
            kept = self.clusters
            if kept is None or (kept.revision != view.revision and not self.is_large):
                kept = self._read(view)
            elif kept.revision != view.revision:
                self.read_beside()
            yield Register(view, kept)

    def view(self) -> AbstractContextManager[View]:
        """Open a view of the store as it is now."""
        return self.store.view()

    @property
    def is_large(self) -> bool:
        """Whether the register takes too long to read for anybody to wait."""
        return self.took_s > PATIENCE_S

    def revision_shown(self, view: View) -> int:
        """Return the revision of the register that `register` opens."""
        return self.clusters.revision if self.clusters is not None and self.is_large else view.revision

    @contextmanager
    def opened_utterances(self) -> Iterator[Utterances]:
        """Open the utterances as they are now."""
        with self.store.view() as view:
            yield self.utterances(view)

    def utterances(self, view: View) -> Utterances:
        """Return the utterances of a view."""
        utterances = open_utterances(view, self.joined)
        self.joined = utterances.joined
        return utterances

    def names(self, view: View) -> Names:
        """Return the names of the parties of a view, or of the one before while the register is read."""
        known = self.known_names
        if known is None or known.revision != self.revision_shown(view):
            known = self.known_names = read_names(view, self.revision_shown(view))
        return known

    def read_now(self) -> None:
        """Read the register as it is now: after a person decided, the next page shows it."""
        with self.store.view() as view:
            self._read(view)

    def read_beside(self) -> None:
        """Begin to read the register beside, and to work things out, unless that is under way."""
        with self._reading:
            if self._beside is None or not self._beside.is_alive():
                self._beside = Beside(self.store, self.warmth, self.clusters, self._put_up)
                self._beside.start()

    def close(self) -> None:
        """End what goes on beside, and let go of the store."""
        if self._beside is not None:
            self._beside.end()
        self.store.close()

    def _read(self, view: View) -> Clusters:
        """Read the clusters of a view, unless another request just did."""
        with self._reading:
            if self.clusters is None or self.clusters.revision != view.revision:
                began = thread_time()
                fresh = read_clusters(view)
                self._put_up(fresh, thread_time() - began)
                return fresh
            return self.clusters

    def _put_up(self, fresh: Clusters, took_s: float) -> None:
        """Show clusters from now on, unless those shown are newer."""
        if self.clusters is None or self.clusters.revision <= fresh.revision:
            if self.clusters is not None and took_s > PATIENCE_S:
                self.warmth.keep(self.clusters, fresh)
            self.clusters, self.took_s = fresh, took_s
