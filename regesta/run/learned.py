"""What runs on a store have learned of offices: computed from the sightings it cites, as of a fixed moment."""

from regesta.query.told_offices import SOURCE
from regesta.resolve.persons.knowledge import Knowledge
from regesta.resolve.persons.learning import in_order, learn
from regesta.run.kept import Kept
from regesta.store.store import open_store
from regesta.store.view import View


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
    finished = view.newest_run(finished=True, before=run)
    return Knowledge() if finished is None else Knowledge(offices=tuple(learn(view.offices_seen(finished), SOURCE)))


def learned_by_now(view: View, kept: Kept) -> Knowledge:
    """Return what a run knows that starts now, as `learned_before` does, worked out anew only where articles are fresh.

    Args:
        view: The store as it is now.
        kept: What was seen of it before. Brought up to date.
    """
    if view.newest_run() != view.newest_run(finished=True):
        return learned_before(view)  # a run has stored articles that teach nothing yet
    kept.catch_up(view)
    return Knowledge(offices=tuple(in_order(h for told in kept.offices.values() for h in told.holdings)))
