"""Reads a large register beside the requests, and works out what pages will ask for."""

import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from threading import Event, Thread
from time import monotonic

from regesta.query.clusters.clusters import Clusters, read_clusters
from regesta.query.clusters.refreshed import refreshed
from regesta.query.clusters.worked_out import WorkedOut
from regesta.query.register import Register
from regesta.store.store import Store
from regesta.store.view import View

LOG = logging.getLogger(__name__)
REST = 3  # times as long as the work took, a thread then rests: a store that always changes costs half of one core
FAREWELL_S = 1.0  # it only reads, so that leaving it behind harms nothing

Work = Callable[[Register], object]
PutUp = Callable[[Clusters], None]
Shown = Callable[[], Clusters | None]


@dataclass(frozen=True)
class Warmth:
    """What is worked out of all entries before anybody asks, and kept by `Register.kept`.

    Attributes:
        quick: Done before a register is shown, some tenths of a second each at most.
        slow: Done after, by what it is kept as; till then what was worked out of the register before is shown.
        settled: Called with the name of a thread when it has done its work.
    """

    quick: tuple[Work, ...] = ()
    slow: tuple[tuple[Hashable, Work], ...] = ()
    settled: Callable[[str], None] = lambda _: None

    def keep(self, before: Clusters, after: Clusters) -> None:
        """Show of a register what was slowly worked out of the one before, until it is worked out anew."""
        for what, _ in self.slow:
            if what in before.worked_out.of_all:
                after.worked_out.of_all.setdefault(what, before.worked_out.of_all[what])

    def anew(self, clusters: Clusters) -> Clusters:
        """Return clusters with nothing kept that was slowly worked out, so that it is worked out anew."""
        slow = {what for what, _ in self.slow}
        kept = {what: found for what, found in list(clusters.worked_out.of_all.items()) if what not in slow}
        return replace(clusters, worked_out=WorkedOut(of_all=kept))


class Beside(Thread):
    """A thread that works on what a store holds, with rests, until the store no longer changes meanwhile."""

    def __init__(self, store: Store, name: str) -> None:
        """Prepare the thread; its name tells what it does."""
        super().__init__(name=name, daemon=True)
        self.store = store
        self.ended = Event()

    def run(self) -> None:
        """Work, rest, and look whether the store changed."""
        while not self.ended.is_set():
            began = monotonic()
            try:
                with self.store.view() as view:
                    if not self.catch_up(view):
                        return
            except Exception:  # the next request begins anew; pages show the register before meanwhile
                LOG.exception("The register could not be read beside the requests")
                return
            self.ended.wait(REST * (monotonic() - began))

    def catch_up(self, view: View) -> bool:
        """Work on what a view holds; return whether there was anything to do."""
        raise NotImplementedError

    def end(self) -> None:
        """End as soon as what is being worked out is done; wait only a moment for it, as somebody stops the server."""
        self.ended.set()
        self.join(FAREWELL_S)


class Reading(Beside):
    """Reads the register, and works out what is shown with it."""

    def __init__(self, store: Store, warmth: Warmth, shown: Shown, put_up: PutUp) -> None:
        """Prepare the thread.

        Args:
            store: The store.
            warmth: What to work out.
            shown: Returns the clusters that pages show; asked for each time, as a thread that kept them would keep a
                whole register of an earlier revision alive, also after its end.
            put_up: Shows clusters from now on.
        """
        super().__init__(store, "register")
        self.warmth, self.shown, self.put_up = warmth, shown, put_up

    def catch_up(self, view: View) -> bool:
        """Read what a view holds and show it; return whether it was new."""
        before = self.shown()
        if before is not None and before.revision >= view.revision:
            return False
        fresh = refreshed(view, before) if before else read_clusters(view)
        for work in self.warmth.quick:
            work(Register(view, fresh))
        self.warmth.settled(self.name)
        self.put_up(fresh)
        return True


class WorkingOut(Beside):
    """Works out anew what takes long, one after another, and shows each when it is done."""

    def __init__(self, store: Store, warmth: Warmth, shown: Shown) -> None:
        """Prepare the thread.

        Args:
            store: The store.
            warmth: What to work out.
            shown: Returns the clusters that pages show.
        """
        super().__init__(store, "worked out")
        self.warmth, self.shown = warmth, shown
        self.done: int | None = None

    def catch_up(self, view: View) -> bool:
        """Work out what takes long of the clusters shown; return whether there were any that it had not done."""
        clusters = self.shown()
        if clusters is None or clusters.revision == self.done:
            return False
        register = Register(view, self.warmth.anew(clusters))
        for what, work in self.warmth.slow:
            if self.ended.is_set():
                return False
            work(register)
            now_shown = self.shown()
            if now_shown and what in register.clusters.worked_out.of_all:
                now_shown.worked_out.renew(what, register.clusters.worked_out.of_all[what])
        self.warmth.settled(self.name)
        self.done = clusters.revision
        return True
