"""Reads a large register beside the requests, and works out what pages will ask for."""

import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from threading import Event, Thread
from time import monotonic, thread_time

from regesta.query.clusters import Clusters, read_clusters
from regesta.query.register import Register
from regesta.query.worked_out import WorkedOut
from regesta.store.store import Store, View

LOG = logging.getLogger(__name__)
REST = 3  # times as long as reading took, it then rests: a store that always changes costs a quarter of one core
FAREWELL_S = 1.0  # it only reads, so that leaving it behind harms nothing

Work = Callable[[Register], object]
PutUp = Callable[[Clusters, float], None]


@dataclass(frozen=True)
class Warmth:
    """What is worked out of all entries before anybody asks, and kept by `Register.kept`.

    Attributes:
        quick: Done before a register is shown, some tenths of a second each at most.
        slow: Done after, by what it is kept as; till then what was worked out of the register before is shown.
    """

    quick: tuple[Work, ...] = ()
    slow: tuple[tuple[Hashable, Work], ...] = ()

    def keep(self, before: Clusters, after: Clusters) -> None:
        """Show of a register what was slowly worked out of the one before, until it is worked out anew."""
        for what, _ in self.slow:
            if what in before.worked_out.of_all:
                after.worked_out.of_all.setdefault(what, before.worked_out.of_all[what])

    def work_slowly(self, view: View, shown: Clusters, ended: Event) -> None:
        """Work out anew what takes long, one after another, and show each when it is done.

        Args:
            view: The view that the clusters were read from.
            shown: The clusters that pages show.
            ended: Set when there is no use in it any more.
        """
        aside = WorkedOut(
            of_all={what: found for what, found in shown.worked_out.of_all.items() if self._is_quick(what)}
        )
        register = Register(view, replace(shown, worked_out=aside))
        for what, work in self.slow:
            if ended.is_set():
                return
            work(register)
            if what in aside.of_all:
                shown.worked_out.of_all[what] = aside.of_all[what]

    def _is_quick(self, what: Hashable) -> bool:
        return all(what != slow for slow, _ in self.slow)


class Beside(Thread):
    """A thread that reads the register of a store until the store no longer changes meanwhile."""

    def __init__(self, store: Store, warmth: Warmth, before: Clusters | None, put_up: PutUp) -> None:
        """Prepare the thread.

        Args:
            store: The store.
            warmth: What to work out.
            before: The clusters that are shown; None when none are.
            put_up: Shows clusters from now on; takes the processor time that reading them took.
        """
        super().__init__(name="register", daemon=True)
        self.store, self.warmth, self.shown, self.put_up = store, warmth, before, put_up
        self.ended = Event()

    def run(self) -> None:
        """Read and work out, rest, and look whether the store changed."""
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
        """Read what a view holds and work things out; return whether there was anything to do."""
        if self.shown is not None and self.shown.revision == view.revision:
            return False
        began = thread_time()
        fresh = read_clusters(view)
        took_s = thread_time() - began
        for work in self.warmth.quick:
            work(Register(view, fresh))
        self.put_up(fresh, took_s)
        self.shown = fresh
        self.warmth.work_slowly(view, fresh, self.ended)
        return True

    def end(self) -> None:
        """End as soon as what is being worked out is done; wait only a moment for it, as somebody stops the server."""
        self.ended.set()
        self.join(FAREWELL_S)
