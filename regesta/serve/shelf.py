"""Opens the register for a request, and keeps between requests what is dear to read.

What a register of a few thousand entries needs is read while the reader waits. A large one is read beside after a
change: until that is done, which takes a moment, pages show the register as it was before.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from starlette.requests import Request

from regesta.model.decision import Decision
from regesta.query.clusters.clusters import Clusters, read_clusters
from regesta.query.clusters.refreshed import refreshed
from regesta.query.register import Register
from regesta.query.speech.utterances import Joined, Utterances, open_utterances
from regesta.run.judge_corrected import store_decisions
from regesta.run.kept import Kept
from regesta.serve.beside import Reading, Warmth, WorkingOut
from regesta.store.store import Store
from regesta.store.view import View

LARGE_EVENTS = 4_000  # a register of so many is read within some 50 ms, and what a page needs of it as fast

Stamp = tuple[int, int, int]


@dataclass
class Earlier:
    """The clusters of the earlier moment asked for last: one reader asks for many pages of it.

    Attributes:
        key: The moment, and the revision of the store in which it was looked back from.
        kept: Its clusters; None before the first request.
    """

    key: tuple[datetime, int] | None = None
    kept: Clusters | None = None
    _reading: Lock = field(default_factory=Lock, repr=False)

    def clusters(self, view: View, moment: datetime) -> Clusters:
        """Return the clusters of a view of an earlier moment; only one request reads at a time."""
        with self._reading:
            key = (moment, view.revision)
            if self.kept is None or self.key != key:
                self.key, self.kept = key, read_clusters(view)
            return self.kept


@dataclass
class Shelf:
    """A store with the clusters of its latest revision, or of the one before while that is read.

    Attributes:
        store: The store.
        warmth: What is worked out of a large register before anybody asks.
        clusters: The clusters read last; None before the first request.
        joined: Which statements are one utterance, as read last; None before it is first needed.
        kept: What judging corrections needs of the store, as seen at the last one.
        earlier: The register of an earlier moment that was asked for last.
    """

    store: Store
    warmth: Warmth = field(default_factory=Warmth)
    clusters: Clusters | None = None
    joined: Joined | None = None
    kept: Kept = field(default_factory=Kept)
    earlier: Earlier = field(default_factory=Earlier)
    _deciding: Lock = field(default_factory=Lock, repr=False)
    _reading: Lock = field(default_factory=Lock, repr=False)
    _beside: Reading | None = field(default=None, repr=False)
    _working_out: WorkingOut | None = field(default=None, repr=False)

    @contextmanager
    def register(self) -> Iterator[Register]:
        """Open the register as it is now, or for a moment as it was before a change; see `Register.is_behind`."""
        kept = self.clusters  # before the view is opened, so that it is not newer
        with self.store.view() as view:
            if kept is None or (kept.revision != view.revision and not self.is_large):
                kept = self._read(view, kept)
            elif kept.revision != view.revision:
                self.read_beside()
            yield Register(view, kept)

    def view(self) -> AbstractContextManager[View]:
        """Open a view of the store as it is now."""
        return self.store.view()

    @property
    def is_large(self) -> bool:
        """Whether what pages need of the register takes too long for anybody to wait."""
        return self.clusters is not None and len(self.clusters.outlines) > LARGE_EVENTS

    def stamp(self) -> Stamp:
        """Return what all answers depend on: as long as it is the same, an address leads to the same answer.

        That of a small register is the same before and after the first page brings the register up to date, so that
        what was made until then is not made twice.
        """
        with self.store.view() as view:
            kept, shown = self.clusters, self.revision_shown(view)
            renewed = kept.worked_out.renewed if kept and kept.revision == shown else 0
            return view.revision, shown, renewed

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

    def decide(self, made: Sequence[Decision]) -> None:
        """Store decisions, one after the other: what is kept for that is brought up to date by each."""
        with self._deciding:
            store_decisions(self.store, made, self.kept)

    def read_now(self) -> None:
        """Read the register as it is now: after a person decided, the next page shows it."""
        kept = self.clusters
        with self.store.view() as view:
            self._read(view, kept)

    def read_beside(self) -> None:
        """Begin to read the register beside, and to work things out, unless that is under way."""
        with self._reading:
            if self._beside is None or not self._beside.is_alive():
                self._beside = Reading(self.store, self.warmth, lambda: self.clusters, self._put_up_warm)
                self._beside.start()

    def close(self) -> None:
        """End what goes on beside, and let go of the store."""
        for beside in (self._beside, self._working_out):
            if beside is not None:
                beside.end()
        self.store.close()

    def _read(self, view: View, kept: Clusters | None) -> Clusters:
        """Return the clusters of a view, from those kept before it was opened, unless another request just read them.

        Only one request reads at a time: those that wait for it find what it read.
        """
        with self._reading:
            newest = self.clusters
            if newest is not None and newest.revision <= view.revision:
                kept = newest
            fresh = refreshed(view, kept) if kept else read_clusters(view)
            self._put_up(fresh)
            return fresh

    def _put_up(self, fresh: Clusters) -> None:
        """Show clusters from now on, unless those shown are newer."""
        before = self.clusters
        if before is None or before.revision <= fresh.revision:
            self.clusters = fresh
            if self.is_large:
                if before is not None:
                    self.warmth.keep(before, fresh)
                self._work_out()

    def _put_up_warm(self, fresh: Clusters) -> None:
        """Show clusters from now on, and work out what takes long, whatever their number."""
        self._put_up(fresh)
        self._work_out()

    def _work_out(self) -> None:
        """Begin to work out what takes long, unless that is under way."""
        if self._working_out is None or not self._working_out.is_alive():
            self._working_out = WorkingOut(self.store, self.warmth, lambda: self.clusters)
            self._working_out.start()


def shelf_of(request: Request) -> Shelf:
    """Return the shelf of the application that was asked."""
    shelf: Shelf = request.app.state.shelf
    return shelf
