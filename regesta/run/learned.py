"""What runs on a store have learned of offices: computed from the sightings it cites, as of a fixed moment."""

from regesta.resolve.knowledge import Knowledge
from regesta.resolve.learning import learn
from regesta.store.store import open_store
from regesta.store.view import View

SOURCE = "register"


def learned_in(store: str | None) -> Knowledge:
    """Return what all runs on a store have learned; nothing without a store.

    Raises:
        StoreError: There is no store at that place.
    """
    if store is None:
        return Knowledge()
    with open_store(store, create=False) as opened, opened.view() as view:
        return learned_before(view)


def learned_before(view: View, run: int | None = None) -> Knowledge:
    """Return what a run knows when it starts: what stood in the store when the last run before it had finished.

    A run that was killed teaches only with the run that finishes its work. So the articles of one run, and of those
    that take up where it stopped, are coded with the same knowledge, in whatever order and number of processes.

    Args:
        view: The store.
        run: Number of the run; None for one that starts now.
    """
    finished = [r.id for r in view.runs() if r.finished is not None and (run is None or r.id < run)]
    if not finished:
        return Knowledge()
    return Knowledge(offices=tuple(learn(view.offices_seen(max(finished)), SOURCE)))
